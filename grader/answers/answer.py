"""Reading of answers: from the inert data of a student's process to a value in the blank's form."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from grader.answers.expression import Irrational, UnreadableError, Word, read
from grader.answers.hint import hint_on_value, is_ambiguous, is_grouped
from grader.answers.notation import in_notation
from grader.answers.option import option_named
from grader.answers.outcome import Outcome
from grader.messages.remark import Remark
from grader.sandbox.wire.frames import Opaque, Tensor
from problems.forms import Choice, Decimal, Form, Integer, Numeric, Rational, Shape, Shapes

MOST_CELLS = 10_000
"""More numbers than the answer to any blank has; reading many more takes long."""

_AROUND_A_WORD = " \t\r\n.!\"'“”„«»"
_DECIMAL_COMMA = re.compile(r"\s*[-+−]?\d+,\d+\s*")
_FLOAT_IS_RATIONAL = 1e-12  # a quotient typed as 1/3 comes as the nearest float
_LARGEST_DENOMINATOR = 10_000


@dataclass(frozen=True)
class NoValue:
    """Why there is no value to mark, what was found in its place, and what to type instead."""

    outcome: Outcome
    remark: Remark
    found: str | None = None
    hint: Remark | None = None


Value: TypeAlias = int | Fraction | float | str | tuple[int, ...] | NDArray[Any]
"""A value in a blank's form: a number, an option's key, a shape, or a tensor of numbers."""

Answer: TypeAlias = Value | NoValue
"""What was answered, or why there is nothing to mark."""


class _UnsuitableError(Exception):
    """The value is not of the form that was asked for."""

    def __init__(self, key: str, **details: Any) -> None:
        self.remark = Remark(key, details)
        super().__init__(key)


def cells_in(value: Any) -> int:
    """How many numbers, or other values, there are in an answer."""
    if isinstance(value, list | tuple):
        return sum(map(cells_in, value))
    return int(value.array.size if isinstance(value, Tensor) else np.size(value))


def read_answer(form: Form, value: Any, *, axes: int | None = None) -> Answer:
    """The answer that a student's value stands for. Never raises for anything of theirs.

    ``axes`` is how many the value that is asked has, where that is known. Where it is one number (0
    axes), a text may have a decimal comma, unless thousands may be meant; so may the texts of a
    list for a vector.
    """
    if value is Ellipsis:
        return NoValue(Outcome.UNANSWERED, Remark("blank"))
    if isinstance(value, str) and not value.strip():
        return NoValue(Outcome.UNANSWERED, Remark("blank"))
    if isinstance(form, Choice) and isinstance(value, str):
        value = value.strip(_AROUND_A_WORD)  # "Yes."
    try:
        if axes == 0 and not isinstance(form, Choice):
            value = _as_one_number(form, value)
        elif axes == 1 and isinstance(form, Rational | Decimal) and isinstance(value, list | tuple):
            value = [_as_one_number(form, one) if type(one) is str else one for one in value]
        return _read(form, _plain(value, cross="shape" if isinstance(form, Shape) else "product"))
    except UnreadableError as error:
        remark = Remark("unreadable-text", {"problem": error})
    except _UnsuitableError as error:
        remark = error.remark
    found = None if isinstance(value, Opaque) and value.type_name == "int" else in_notation(value)
    return NoValue(Outcome.UNREADABLE, remark, found, hint_on_value(form, value))


def suited(answer: Answer, true: Any) -> Answer:
    """An answer as its very blank takes it, which is known by the true value.

    Where a vector is asked, a column or a row of a matrix can only mean a vector. Of a value that
    is no shape it is said how many axes the shape has.
    """
    if isinstance(answer, NoValue):
        if answer.remark.key != "not-a-shape" or len(true) > 1:
            return answer
        details = {**answer.remark.details, "axes": "N,"}
        return replace(answer, remark=Remark("not-a-shape", details))
    is_vector = isinstance(true, np.ndarray) and true.ndim == 1
    if is_vector and isinstance(answer, np.ndarray) and answer.ndim == 2 and 1 in answer.shape:
        return answer.reshape(-1)
    return answer


def _as_one_number(form: Form, value: Any) -> Any:
    """A text with a point in place of a decimal comma; everything else as it is."""
    if is_grouped(value):
        raise _UnsuitableError("list-for-number")
    if not isinstance(value, str):
        return value
    if is_ambiguous(form, value):
        raise _UnsuitableError("ambiguous-separator")
    return value.replace(",", ".") if _DECIMAL_COMMA.fullmatch(value) else value


def _plain(value: Any, cross: Literal["shape", "product"]) -> Any:
    """Texts read, arrays as nested tuples, NumPy's and PyTorch's numbers as Python's."""
    if isinstance(value, str):
        return read(value, cross=cross)
    if isinstance(value, Opaque):
        if value.type_name.startswith("sympy.") and value.text:
            return read(value.text, cross=cross)
        if value.type_name == "int":  # the others come as they are
            raise _UnsuitableError("number-too-large")
        raise _UnsuitableError("unsuitable-type", type=value.type_name)
    if isinstance(value, Tensor):
        value = value.array
    if isinstance(value, np.ndarray):
        value = value.tolist()
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, list | tuple):
        return tuple(_plain(part, cross) for part in value)
    return value


def _read(form: Form, value: Any) -> Value:
    match form:
        case Integer():
            return _integer(value)
        case Shape(axes=axes):
            if not isinstance(value, tuple | int | float | Fraction):
                raise _UnsuitableError("not-a-shape", axes=axes, type=_kind(value))
            return tuple(
                _integer(cell) for cell in (value if isinstance(value, tuple) else (value,))
            )
        case Rational():
            return _tensor(value, _rational, object)
        case Decimal():
            return _tensor(value, _real, np.float64)
        case Choice(options=options):
            return _option(value, options)
        case Numeric() | Shapes():
            raise TypeError("a function's results are not answers to a blank")


def _integer(value: Any) -> int:
    number = _rational(value)
    if isinstance(number, float) or number.denominator != 1:
        raise _UnsuitableError("not-whole")
    return int(number)


def _rational(value: Any) -> Fraction | float:
    """A rational; a float that is not as near to a simple one as floats come stays a float."""
    if isinstance(value, Irrational):
        return value.value()
    if isinstance(value, float):
        _check_finite(value)
        near = Fraction(value).limit_denominator(_LARGEST_DENOMINATOR)
        is_near = abs(near - Fraction(value)) <= _FLOAT_IS_RATIONAL * max(1, abs(value))
        return near if is_near else value
    if isinstance(value, int | Fraction) and not isinstance(value, bool):
        return Fraction(value)
    raise _not_a_number(value)


def _real(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float | Fraction | Irrational):
        raise _not_a_number(value)
    try:
        number = value.value() if isinstance(value, Irrational) else float(value)
    except OverflowError:
        raise _UnsuitableError("not-finite") from None
    _check_finite(number)
    return number


def _check_finite(value: float) -> None:
    if not math.isfinite(value):
        raise _UnsuitableError("not-finite")


def _not_a_number(value: Any) -> _UnsuitableError:
    if value is Ellipsis:
        return _UnsuitableError("partly-blank")
    if isinstance(value, tuple):
        return _UnsuitableError("list-for-number")
    return _UnsuitableError("not-a-number", type=_kind(value))


def _tensor(
    value: Any, cell: Callable[[Any], Fraction | float], dtype: Any
) -> Fraction | float | NDArray[Any]:
    """A number, or a tensor of numbers; the rows of a tensor are of one length."""
    if not isinstance(value, tuple):
        return cell(value)
    shape = _shape(value)
    cells = np.empty(shape, dtype=dtype)
    for index in np.ndindex(*shape):
        part = value
        for i in index:
            part = part[i]
        cells[index] = cell(part)
    return cells


def _shape(value: Any) -> tuple[int, ...]:
    if not isinstance(value, tuple):
        return ()
    shapes = {_shape(part) for part in value}
    if len(shapes) > 1:
        raise _UnsuitableError("ragged")
    return (len(value), *(shapes.pop() if shapes else ()))


def _option(value: Any, options: tuple[str, ...]) -> str:
    word = str(value) if isinstance(value, bool) else None
    if isinstance(value, Word):
        word = value.text
    option = None if word is None else option_named(word, options)
    if option is None:
        raise _UnsuitableError("not-an-option", options=options)
    return option


def _kind(value: Any) -> str:
    if isinstance(value, Opaque):
        return value.type_name
    if isinstance(value, Word):
        return repr(value.text)
    return type(value).__name__
