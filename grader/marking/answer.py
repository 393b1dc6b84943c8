"""Reading of answers: from the inert data of a student's process to a value in the blank's form."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal

import numpy as np

from grader.expression import Irrational, UnreadableError, Word, read
from grader.marking.notation import in_notation
from grader.marking.result import Outcome, Remark
from grader.sandbox.wire import Opaque, Tensor
from problems.forms import Choice, Decimal, Form, Integer, Numeric, Rational, Shape, Shapes

_YES = frozenset({"yes", "true", "da", "tak", "да", "y", "t"})
_NO = frozenset({"no", "false", "ne", "nie", "нет", "n", "f"})
_NONE = frozenset({"none", "nema", "brak", "нет"})

MOST_CELLS = 10_000
"""More numbers than the answer to any blank has; reading many more takes long."""

_AROUND_A_WORD = " \t\r\n.!\"'“”„«»"
_DECIMAL_COMMA = re.compile(r"\s*[-+−]?\d+,\d+\s*")
_FLOAT_IS_RATIONAL = 1e-12  # a quotient typed as 1/3 comes as the nearest float
_LARGEST_DENOMINATOR = 10_000


@dataclass(frozen=True)
class NoValue:
    """Why there is no value to mark, and what was found in its place."""

    outcome: Outcome
    remark: Remark
    found: str | None = None


Answer = Any
"""A value in the blank's form, or NoValue."""


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


def read_answer(form: Form, value: Any, *, one_number: bool = False) -> Answer:
    """The answer that a student's value stands for. Never raises for anything of theirs.

    Where ``one_number`` is asked, a text may have a decimal comma.
    """
    if value is Ellipsis:
        return NoValue(Outcome.UNANSWERED, Remark("blank"))
    if isinstance(value, str) and not value.strip():
        return NoValue(Outcome.UNANSWERED, Remark("blank"))
    if one_number and isinstance(value, str) and _DECIMAL_COMMA.fullmatch(value):
        value = value.replace(",", ".")
    if isinstance(form, Choice) and isinstance(value, str):
        value = value.strip(_AROUND_A_WORD)  # "Yes."
    try:
        return _read(form, _plain(value, cross="shape" if isinstance(form, Shape) else "product"))
    except UnreadableError as error:
        remark = Remark("unreadable-text", {"problem": error})
        return NoValue(Outcome.UNREADABLE, remark, in_notation(value))
    except _UnsuitableError as error:
        return NoValue(Outcome.UNREADABLE, error.remark, in_notation(value))


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


def _read(form: Form, value: Any) -> Any:
    match form:
        case Integer():
            return _integer(value)
        case Shape(axes=axes):
            if not isinstance(value, tuple | int | float | Fraction):
                raise _UnsuitableError("not-a-shape", axes=axes, type=_kind(value))
            return tuple(
                _integer(cell) for cell in (value if isinstance(value, tuple) else (value,))
            )
        case Rational(optional=True) if value is None or _is_word(value, _NONE):
            return None
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


def _tensor(value: Any, cell: Any, dtype: Any) -> Any:
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
    text = str(value).lower() if isinstance(value, bool) else None
    if isinstance(value, Word):
        text = value.text.lower()
    if text is not None and set(options) == {"yes", "no"}:
        if text in _YES:
            return "yes"
        if text in _NO:
            return "no"
    if text in options:
        return str(text)
    raise _UnsuitableError("not-an-option", options=options)


def _is_word(value: Any, words: frozenset[str]) -> bool:
    return isinstance(value, Word) and value.text.lower() in words


def _kind(value: Any) -> str:
    if isinstance(value, Opaque):
        return value.type_name
    if isinstance(value, Word):
        return repr(value.text)
    return type(value).__name__
