"""Plain numbers, and what is said of a value that came in place of some."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np

from grader.marking.tables import NoTable, entries
from grader.messages.remark import Remark
from grader.sandbox.wire.frames import Opaque, Tensor


def plain(value: Any) -> Any:
    """The array of a tensor, and of exact numbers in lists; every other value as it is."""
    if isinstance(value, Tensor):
        return value.array
    return _of_cells(value) if isinstance(value, Fraction | list | tuple) else value


def _of_cells(value: Any) -> Any:
    """The array of fractions and of tensors, alone or in lists; every other value as it is."""
    try:
        cells = np.asarray(value, dtype=object)
        kinds = {type(cell) for cell in cells.flat}
        if Fraction in kinds and kinds <= {Fraction, int, float}:
            return cells.astype(np.float64)
        if Tensor in kinds and kinds <= {Tensor, int, float}:
            return _of_tensors(value, cells)
    except (ValueError, OverflowError):  # rows of different lengths, or a number out of range
        pass
    return value


def _of_tensors(value: Any, cells: Any) -> Any:
    """The array that a list of tensors is as good as; tensors in a tuple are values of their own.

    Raises ValueError if they are of different shapes.
    """
    arrays = [np.asarray(cell.array if type(cell) is Tensor else cell) for cell in cells.flat]
    if isinstance(value, tuple) and any(array.ndim for array in arrays):
        return value
    whole = np.stack(arrays)
    return whole.reshape(*cells.shape, *whole.shape[1:])


def why_unsuitable(what: str, value: Any, *, is_returned: bool) -> Remark | None:
    """Why a value cannot be compared with numbers, in plain words; None if it can.

    ``what`` names the value for the reader. ``is_returned`` tells one that a function returned from
    one that was kept somewhere.
    """
    if isinstance(value, NoTable):
        return _why_no_table(value, is_returned=is_returned)
    if value is None and is_returned:
        return Remark("check-nothing", {"what": what})
    if isinstance(value, Opaque) and value.type_name != "int":
        return Remark("check-type", {"what": what, "type": value.type_name})
    key = _remark_on(plain(value))
    return None if key is None else Remark(key, {"what": what})


def _why_no_table(came: NoTable, *, is_returned: bool) -> Remark:
    """What is said of a value that is no list of rows of the length that is asked for."""
    what, value = came.column.table, came.value
    why = None
    if entries(value) is None or _has_blanks(value):
        why = why_unsuitable(what, value, is_returned=is_returned)
    if why is not None and why.key in _OF_NOTHING:
        return why
    if why is None:
        return Remark("check-rows", {"what": what, "entries": came.column.of})
    type_name = value.type_name if isinstance(value, Opaque) else type(value).__name__
    return Remark("check-rows-type", {"what": what, "entries": came.column.of, "type": type_name})


_OF_NOTHING = ("check-nothing", "check-partly-blank")
"""What is said of no value, or of one that is not finished, whatever was asked for."""


def _has_blanks(value: Any) -> bool:
    """Whether there is a blank, which is three dots in Python, somewhere in lists."""
    stack = [value]
    while stack:
        one = stack.pop()
        if one is Ellipsis:
            return True
        if isinstance(one, list | tuple):
            stack += one
    return False


def _remark_on(value: Any) -> str | None:
    """The key of what is said of a value that is no number; None for numbers."""
    if isinstance(value, np.ndarray | np.generic):
        keys = {"b": "check-truth", "c": "check-complex", "U": "check-text", "S": "check-text"}
        kind = value.dtype.kind
        return None if kind in "iuf" else keys.get(kind, "check-other")
    match value:
        case Opaque():  # of the numbers only a huge one comes so
            return "check-huge"
        case None:
            return "check-none"
        case bool():
            return "check-truth"
        case str() | bytes():
            return "check-text"
        case complex():
            return "check-complex"
        case dict():
            return "check-dictionary"
        case int() | float():
            return None if _numbers_only(value) else "check-huge"
        case tuple() if any(_has_cells(each) for each in value):
            return "check-several-values"
        case list() | tuple() if _has_blanks(value):
            return "check-partly-blank"
        case list() | tuple():
            return None if _numbers_only(value) else "check-list"
    return "check-other"


def _has_cells(value: Any) -> bool:
    """Whether a value is an array that is more than a number."""
    array = plain(value)
    return isinstance(array, np.ndarray) and array.ndim > 0


def _numbers_only(value: Any) -> bool:
    """Whether an array of these has numbers of a plain kind (10**400 has none)."""
    try:
        return np.asarray(value).dtype.kind in "iuf"
    except ValueError:  # rows of different lengths
        return False
