"""What came, compared with what was expected, and told.

Part of the script that repeats a check.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np

_ZERO = 1e-4
"""Nothing but zeros is no right value where the expected one has more than this."""


class Comparison:
    """The values of a check so far: how many are right, and how many differ."""

    def __init__(self) -> None:
        self.right = 0
        self.different = 0

    def numbers(
        self,
        what: str,
        came: Any,
        expected: Any,
        *,
        rtol: float = 1e-4,
        atol: float = 1e-4,
        column: tuple[int, int] | None = None,
        again: bool = False,
        several: bool = False,
    ) -> None:
        """Compares arrays, or numbers, within ``atol + rtol * |expected|``.

        ``column`` is which entry of how many in each row of a table is looked at; ``several`` says
        that other values may be right as well.
        """
        found, wanted = _in_column(came, column), np.asarray(expected, dtype=float)
        array = _as_array(found)
        if array is None:
            self._tell(what, _short(found), _short(expected), "no numbers came", again)
        elif array.shape != wanted.shape:
            shapes = f"the shape is {array.shape}, and not {wanted.shape}"
            self._tell(what, _short(array), _short(wanted), shapes, again)
        else:
            wrong = _wrong(array.astype(float), wanted, rtol, atol)
            why = _cells(array, wanted, wrong) if wrong.any() else ""
            if why and several:
                why += "; other values may be right, too"
            self._tell(what, _short(array), _short(wanted), why, again)

    def shapes(self, what: str, came: Any, expected: Any, *, again: bool = False) -> None:
        """Compares the shapes of several tensors, in whatever order."""
        found, wanted = (Counter(tuple(map(int, one)) for one in many) for many in (came, expected))
        why = "" if found == wanted else "the shapes are others"
        self._tell(what, _short(came), _short(expected), why, again)

    def data(self, what: str, came: Any, expected: Any, *, again: bool = False) -> None:
        """Compares lists, tuples, dicts, texts and numbers within each other, exactly."""
        is_same = type(came) is type(expected) and came == expected
        self._tell(what, _short(came), _short(expected), "" if is_same else "it is another", again)

    def _tell(self, what: str, came: str, expected: str, why: str, again: bool) -> None:
        self.right += not why
        self.different += bool(why)
        if again and not why:
            return
        called = f"{what}, called again" if again else what
        if not why:
            print(f"right:   {called}")
            return
        print(f"DIFFERS: {called}: {why}")
        print(f"    came:     {came}")
        print(f"    expected: {expected}")

    def told(self) -> int:
        """Prints how many are right; the exit status."""
        print(f"{self.right} values are right, {self.different} differ")
        return 1 if self.different else 0


def _in_column(value: Any, column: tuple[int, int] | None) -> Any:
    """The entries of a column of a table; the value itself where it is no such table."""
    if column is None:
        return value
    place, of = column
    try:
        rows = [list(row) for row in value]
    except TypeError:
        return None
    return [row[place] for row in rows] if all(len(row) == of for row in rows) else None


def _as_array(value: Any) -> Any:
    """The array of a value; None for what is no numbers."""
    if isinstance(value, np.ma.MaskedArray):
        return None
    if isinstance(value, list | tuple):
        value = type(value)([_plain(one) for one in value])
    try:
        array = np.asarray(_plain(value))
    except (ValueError, TypeError):  # rows of different lengths
        return None
    if array.dtype.kind == "O" and not any(
        isinstance(cell, bool | str | bytes | complex | None | type(...)) for cell in array.flat
    ):
        try:
            array = array.astype(float)
        except (TypeError, ValueError):
            return None
    return array if array.dtype.kind in "iuf" else None


def _plain(value: Any) -> Any:
    """The array of a tensor; all else as it is."""
    return value.detach().cpu().numpy() if hasattr(value, "detach") else value


def _wrong(found: Any, expected: Any, rtol: float, atol: float) -> Any:
    """Which cells differ."""
    lost = ~np.isfinite(expected)
    if lost.any():
        if not np.array_equal(lost, ~np.isfinite(found)):
            return np.ones(found.shape, dtype=bool)
        found, expected = np.where(lost, 0.0, found), np.where(lost, 0.0, expected)
    with np.errstate(invalid="ignore", over="ignore"):
        wrong = ~(np.abs(found - expected) <= atol + rtol * np.abs(expected))
    if not np.any(found) and np.any(np.abs(expected) > _ZERO):
        return np.ones(found.shape, dtype=bool)
    return wrong


def _cells(found: Any, expected: Any, wrong: Any) -> str:
    """The first cell that differs, and how many do."""
    first: Sequence[int] = [int(place) for place in np.argwhere(wrong)[0]]
    at = tuple(first)
    where = f" at [{', '.join(map(str, first))}]" if first else ""
    told = f"{_number(found[at])}, and not {_number(expected[at])}{where}"
    return told if wrong.size == 1 else f"{told} ({int(wrong.sum())} of {wrong.size} differ)"


def _number(number: Any) -> str:
    return f"{float(number):.6g}"


def _short(value: Any) -> str:
    """A value in a line, cut where it is long."""
    plain = _plain(value)
    text = repr(plain.tolist() if isinstance(plain, np.ndarray) else plain)
    return text if len(text) <= 300 else f"{text[:300]} ..."
