"""Reading of answers: from the inert data of a student's process to a value in the blank's form."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any, Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from grader.answers.expected import Expected
from grader.answers.expression import MOST_CHARACTERS, Irrational, Word, read
from grader.answers.hint import hint_on_value, is_ambiguous, is_grouped
from grader.answers.notation import in_notation
from grader.answers.option import option_named
from grader.answers.outcome import Outcome
from grader.answers.reasoned import read_reasoned
from grader.answers.unreadable import UnreadableError
from grader.answers.unsuitable import UnsuitableError
from grader.messages.remark import Remark
from grader.sandbox.wire.frames import Opaque, Tensor
from problems.forms import (
    Choice,
    Decimal,
    Expression,
    Form,
    Integer,
    Numeric,
    PlainData,
    Rational,
    Reasoned,
    ReasonedChoice,
    Shape,
    Shapes,
)
from problems.formula import Formula, as_formula
from problems.frozen import frozen

MOST_CELLS = 10_000
"""More numbers than the answer to any blank has; reading many more takes long."""

_MATRIX = re.compile(r"(?:Mutable|Immutable)?(?:Dense|Sparse)?Matrix\((.*)\)", re.DOTALL)
_FLOAT_IS_RATIONAL = Fraction(1, 10**12)  # a quotient typed as 1/3 comes as the nearest float
_LARGEST_DENOMINATOR = 10_000
_FEW_PLACES = 4
_LARGEST_OF_SHORT = 1_000  # two fractions up to this differ in float32, if they are below 8


Broken: TypeAlias = Fraction | tuple[Fraction | int, ...]
"""A number, or a shape, in which not all is whole."""


@frozen
class NoValue:
    """Why there is no value to mark, what was found in its place, and what to type instead.

    ``broken`` is what was read where whole numbers are asked for and others came: it may be known
    what they were to be rounded from.
    """

    outcome: Outcome
    remark: Remark
    found: str | None = None
    hint: Remark | None = None
    broken: Broken | None = None


Value: TypeAlias = (
    int | Fraction | float | str | tuple[int, ...] | NDArray[Any] | Reasoned | Formula
)
"""A value in a blank's form, as `problems.forms` keeps it."""

Answer: TypeAlias = Value | NoValue
"""What was answered, or why there is nothing to mark."""


_UNSEEN = frozenset({"set", "frozenset", "function", "builtin_function_or_method"})
"""Values that came without their content; what they are is told in words."""

_BLANKS = ("", "...", "…", "Ellipsis")
"""A text that says nothing: a blank that was put in quotes, or printed."""


def cells_in(value: Any) -> int:
    """How many numbers, or other values, there are in an answer."""
    if isinstance(value, list | tuple):
        return sum(map(cells_in, value))
    return int(value.array.size if isinstance(value, Tensor) else np.size(value))


def read_answer(
    form: Form, value: Any, *, shape: tuple[int, ...] | None = None, folder: Path | None = None
) -> Answer:
    """The answer that a student's value stands for. Never raises for anything of theirs.

    ``shape`` is that of the value that is asked, where it is known and may be. Where it is one
    number (``()``), a text may have a decimal comma, unless thousands may be meant; so may the
    texts of a list for a vector. ``folder`` is that of the family, whose texts name its options.
    """
    if value is Ellipsis or (isinstance(value, str) and value.strip() in _BLANKS):
        return NoValue(Outcome.UNANSWERED, Remark("blank"))
    try:
        return _read(Expected(form, shape), value, folder)
    except UnreadableError as error:
        outcome, remark = Outcome.UNREADABLE, Remark("unreadable-text", {"problem": error})
    except UnsuitableError as error:
        outcome, remark = error.outcome, error.remark
    is_unseen = isinstance(value, Opaque) and (
        value.type_name == "int" or (value.type_name in _UNSEEN and not value.text)
    )
    found = None if is_unseen else in_notation(value)
    broken = _broken(Expected(form, shape), value) if remark.key == "not-whole" else None
    return NoValue(outcome, remark, found, hint_on_value(form, value), broken)


def suited(answer: Answer, true: Any, *, size_told: bool = True) -> Answer:
    """An answer as its very blank takes it, which is known by the true value.

    Where a vector is asked, a column or a row of a matrix can only mean a vector. Of a value that
    is no shape it is said how many axes the shape has. Where the size is part of the question,
    neither holds.
    """
    if isinstance(answer, NoValue):
        return replace(answer, remark=_suited(answer.remark, true, size_told=size_told))
    is_vector = size_told and isinstance(true, np.ndarray) and true.ndim == 1
    if is_vector and isinstance(answer, np.ndarray) and answer.ndim == 2 and 1 in answer.shape:
        return answer.reshape(-1)
    return answer


def _suited(remark: Remark, true: Any, *, size_told: bool) -> Remark:
    """A remark on what is no shape, with the axes of this one or, if they are asked, without."""
    match remark.key:
        case "not-a-shape" if size_told:
            axes = "N," if len(true) == 1 else remark.details["axes"]
            return Remark(remark.key, {**remark.details, "axes": axes})
        case "not-a-shape":
            return Remark("not-any-shape", {"type": remark.details["type"]})
        case "list-for-number" if not size_told:  # it is one axis of a shape that came as a list
            return Remark("not-any-shape", {"type": "list"})
    return remark


def _plain(value: Any, expected: Expected, cross: Literal["shape", "product"] = "product") -> Any:
    """Texts read, arrays as nested tuples, NumPy's and PyTorch's numbers as Python's."""
    if expected.is_one_number and is_grouped(value):
        raise UnsuitableError("list-for-number")
    value = _inert(value)
    if isinstance(value, str):
        return _read_text(value, expected, cross)
    if isinstance(value, tuple):
        part_of = replace(expected, shape=expected.shape[1:] if expected.shape else None)
        return tuple(_plain(part, part_of, cross) for part in value)
    return value


def _read_text(text: str, expected: Expected, cross: Literal["shape", "product"]) -> Any:
    """What a text means; an error on it is told of the text as it was typed."""
    if expected.is_one_number and is_ambiguous(expected.form, text):
        raise UnsuitableError("ambiguous-separator")
    from grader.answers.spelling import respelled  # its patterns take a while to compile

    found = respelled(text, expected) if len(text) <= MOST_CHARACTERS else text
    if found != text:
        try:
            return read(found, cross=cross)
        except UnreadableError:
            pass
    return read(text, cross=cross)


def _inert(value: Any) -> Any:
    """Arrays and lists as tuples, SymPy's values as their text, NumPy's numbers as Python's."""
    if isinstance(value, Opaque):
        if value.type_name.startswith("sympy.") and value.text:
            matrix = _MATRIX.fullmatch(value.text)
            return matrix[1] if matrix else value.text
        if value.type_name == "int":  # the others come as they are
            raise UnsuitableError("number-too-large")
        raise UnsuitableError("unsuitable-type", type=value.type_name)
    if isinstance(value, Tensor):
        value = value.array
    if isinstance(value, np.ndarray | np.generic):
        value = _as_written(value).tolist()
    return tuple(value) if isinstance(value, list) else value


def _as_written(value: NDArray[Any] | np.generic) -> NDArray[Any] | np.generic:
    """Short floats as the numbers that they stand for: 0.34 and 1/3, not 0.34000000357627869.

    That is the decimal that they print as if it has few places, or else the simple fraction to
    which they are nearest, if there is one.
    """
    if value.dtype.kind != "f" or value.dtype.itemsize >= np.dtype(np.float64).itemsize:
        return value
    short = value.dtype.type
    cells = [_meant(short, cell) for cell in np.asarray(value).flat]
    return np.array(cells, dtype=np.float64).reshape(np.shape(value))


def _meant(short: Callable[[float], Any], number: Any) -> float:
    if not np.isfinite(number):
        return float(number)
    printed = float(str(number))
    if short(round(printed, _FEW_PLACES)) == number:
        return printed
    simple = float(Fraction(float(number)).limit_denominator(_LARGEST_OF_SHORT))
    return simple if short(simple) == number else printed


def _only(value: Any) -> Any:
    """The one element of a list or array that has no other, however deep; all else as it is."""
    inner = value
    while isinstance(inner, list | tuple | Tensor | np.ndarray):
        inner = _inert(inner)
        if not isinstance(inner, tuple):
            return inner
        if len(inner) != 1:
            return value
        inner = inner[0]
    return inner


def _read(expected: Expected, value: Any, folder: Path | None) -> Value:
    if expected.is_one_number and isinstance(expected.form, Integer | Rational | Decimal):
        value = _only(value)
    match expected.form:
        case Integer():
            return _integer(_plain(value, expected))
        case Shape(axes=names):
            return _as_shape(_plain(value, expected, cross="shape"), names)
        case Rational():
            return _tensor(_plain(value, expected), _rational, object, expected.shape)
        case Decimal():
            return _tensor(_plain(value, expected), _real, np.float64, expected.shape)
        case Choice(options=options):
            return _option(_inert(value), options, folder)
        case ReasonedChoice() as form:
            return read_reasoned(form, _with_inert_parts(value), folder)
        case Expression(variables=variables):
            return _formula(_inert(value), variables)
        case Numeric() | Shapes() | PlainData():
            raise TypeError("a function's results are not answers to a blank")


def _as_shape(value: Any, axes: str) -> tuple[int, ...]:
    if not isinstance(value, tuple | int | float | Fraction):
        raise UnsuitableError("not-a-shape", axes=axes, type=_kind(value))
    cells = value if isinstance(value, tuple) else (value,)
    if len(cells) == 1 and isinstance(cells[0], tuple):  # as Keras prints that of an input
        return _as_shape(cells[0], axes)
    if len(cells) > 1 and cells[0] in (None, Word("None")):  # a batch of any size, as in Keras
        cells = (-1, *cells[1:])
    return tuple(_integer(cell) for cell in cells)


def _integer(value: Any) -> int:
    number = _rational(value)
    if isinstance(number, float) or number.denominator != 1:
        raise UnsuitableError("not-whole")
    return int(number)


def _broken(expected: Expected, value: Any) -> Broken | None:
    """The numbers that are not whole, floats among them as the decimals that they print as."""
    if not isinstance(expected.form, Shape):
        return _decimal(_rational(_plain(_only(value), expected)))
    cells = _plain(value, expected, cross="shape")
    try:
        numbers = [
            _decimal(_rational(c)) for c in (cells if isinstance(cells, tuple) else (cells,))
        ]
    except UnsuitableError:  # something behind the first of them is no number at all
        return None
    return tuple(int(n) if n.denominator == 1 else n for n in numbers)


def _decimal(number: Fraction | float) -> Fraction:
    """A number as it is written, or the simple fraction of which that is all that floats keep."""
    written = Fraction(repr(number)) if isinstance(number, float) else number
    return written if (near := _simple(written)) is None else near


def _simple(number: Fraction) -> Fraction | None:
    """The simple fraction to which a number is as near as floats come, if there is one."""
    near = number.limit_denominator(_LARGEST_DENOMINATOR)
    return (
        near if abs(near - number) <= _FLOAT_IS_RATIONAL * max(Fraction(1), abs(number)) else None
    )


def _rational(value: Any) -> Fraction | float:
    """A rational; a float that is not as near to a simple one as floats come stays a float."""
    if isinstance(value, Irrational):
        return value.value()
    if isinstance(value, float):
        _check_finite(value)
        return value if (near := _simple(Fraction(value))) is None else near
    if isinstance(value, int | Fraction) and not isinstance(value, bool):
        return Fraction(value)
    raise _not_a_number(value)


def _real(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float | Fraction | Irrational):
        raise _not_a_number(value)
    try:
        number = value.value() if isinstance(value, Irrational) else float(value)
    except OverflowError:
        raise UnsuitableError("not-finite") from None
    _check_finite(number)
    return number


def _check_finite(value: float) -> None:
    if not math.isfinite(value):
        raise UnsuitableError("not-finite")


def _not_a_number(value: Any) -> UnsuitableError:
    if value is Ellipsis:
        return UnsuitableError("partly-blank")
    if isinstance(value, tuple):
        return UnsuitableError("list-for-number")
    if isinstance(value, Word):
        return UnsuitableError("word-for-number", word=value.text)
    return UnsuitableError("not-a-number", type=_kind(value))


def _tensor(
    value: Any,
    cell: Callable[[Any], Fraction | float],
    dtype: Any,
    expected: tuple[int, ...] | None,
) -> Fraction | float | NDArray[Any]:
    """A number, or a tensor of numbers; the rows of a tensor are of one length.

    ``expected`` is the shape that is asked for, where that is told: a list in the place of a number
    is said to be one.
    """
    if not isinstance(value, tuple):
        return cell(value)
    if expected and (place := _list_among_numbers(value, len(expected))):
        raise UnsuitableError("entry-is-list", cells=[place])
    shape = _shape(value)
    cells = np.empty(shape, dtype=dtype)
    for index in np.ndindex(*shape):
        part = value
        for i in index:
            part = part[i]
        # a mask that was worked out as ``q > 0`` is one of ones and zeros
        cells[index] = cell(int(part) if isinstance(part, bool) else part)
    return cells


def _list_among_numbers(value: tuple[Any, ...], axes: int) -> tuple[int, ...]:
    """Where a list stands beside numbers, along the last of so many axes; empty if nowhere."""
    lists = [number for number, part in enumerate(value, start=1) if isinstance(part, tuple)]
    if axes == 1:
        return (lists[0],) if 0 < len(lists) < len(value) else ()
    for number in lists:
        if place := _list_among_numbers(value[number - 1], axes - 1):
            return (number, *place)
    return ()


def _shape(value: Any) -> tuple[int, ...]:
    if not isinstance(value, tuple):
        return ()
    shapes = {_shape(part) for part in value}
    if len(shapes) > 1:
        raise UnsuitableError("ragged")
    return (len(value), *(shapes.pop() if shapes else ()))


def _option(value: Any, options: tuple[str, ...], folder: Path | None) -> str:
    word = str(value) if isinstance(value, str | bool) else None
    option = None if word is None else option_named(word, options, folder)
    if option is None:
        raise UnsuitableError("not-an-option", options=options)
    return option


def _with_inert_parts(value: Any) -> Any:
    found = _inert(value)
    return tuple(map(_inert, found)) if isinstance(found, tuple) else found


def _formula(value: Any, variables: tuple[str, ...]) -> Formula:
    if isinstance(value, str):
        from grader.answers.formula import read_formula  # most sheets ask for none

        return read_formula(value, variables)
    if (
        value is Ellipsis
        or isinstance(value, bool | tuple)
        or not isinstance(value, Formula | int | float | Fraction)
    ):
        raise UnsuitableError(
            "not-an-expression", variables=", ".join(variables), type=_kind(value)
        )
    formula = as_formula(_rational(value) if isinstance(value, float) else value)
    if formula is None:
        raise UnsuitableError("not-exact")
    return formula


def _kind(value: Any) -> str:
    if isinstance(value, Opaque):
        return value.type_name
    if isinstance(value, Word):
        return repr(value.text)
    return type(value).__name__
