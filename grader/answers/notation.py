"""Values in a reader's notation, for messages and reports: exact, plain, and never long."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Any

import numpy as np

from grader.sandbox.wire.frames import Opaque, Tensor

_MOST_CHARACTERS = 300
_FEW_CELLS = 64
_PLAIN = frozenset((int, float, Fraction))
_ALL_WHOLE = 1e15  # from about here on, neighbouring floats are more than 1 apart


def in_notation(value: Any, most: int = _MOST_CHARACTERS) -> str:
    """``24``, ``1/2``, ``(16, 24, 24)``, ``[[0, 1/2], [0, 0]]``; cut where it gets long."""
    text = _notation(value, most)
    return text if len(text) <= most else text[: most - 1] + "…"


def in_print(text: str) -> str:
    r"""A text whose control characters are spelled out (``\x1b``), so that they do nothing."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)


def _notation(value: Any, most: int) -> str:
    """The notation of a value, all of it or more than ``most`` characters."""
    kind = type(value)
    if kind is float:
        return _decimal(value)
    if kind is int or kind is Fraction:  # as most cells are
        return str(value)[: most + 1]
    if kind is tuple and 1 < len(value) <= _FEW_CELLS and _PLAIN.issuperset(map(type, value)):
        return f"({_plain_row(value)})"
    if isinstance(value, Tensor):
        value = value.array
    if isinstance(value, np.generic) or (isinstance(value, np.ndarray) and value.ndim == 0):
        value = value.item()
    if isinstance(value, np.ndarray) and 0 < value.size <= _FEW_CELLS:
        cells = value.tolist()
        if value.dtype.kind == "f" or _PLAIN.issuperset(map(type, value.ravel().tolist())):
            return f"[{_plain_row(cells)}]"
    if isinstance(value, np.ndarray | list):
        cells = value.tolist() if isinstance(value, np.ndarray) and value.size <= most else value
        return f"[{_row(cells, most)}]"
    if isinstance(value, tuple):
        return f"({_row(value, most)}{',' if len(value) == 1 else ''})"
    if isinstance(value, dict):
        return f"{{{_pairs(value, most)}}}"
    if isinstance(value, Opaque) and value.type_name == "int":
        return "…"  # it was too long to be sent
    if isinstance(value, Opaque):
        return in_print(value.text) or f"<{value.type_name}>"
    if isinstance(value, float):
        return _decimal(value)
    if value is Ellipsis:
        return "..."
    return in_print(str(value)[: most + 1])


def _decimal(value: float) -> str:
    """A whole number as such; else six digits, or as many as it takes to see that it is none."""
    shortest = f"{value:.6g}"
    if "." in shortest and "e" not in shortest:  # as most are, and seen to be no whole number
        return shortest
    if value.is_integer() and abs(value) < _ALL_WHOLE:
        return f"{value:.0f}"
    texts = (f"{value:.{digits}g}" for digits in (6, 9, 12, 17))
    return next(
        text
        for text in texts
        if value.is_integer() or not float(text).is_integer() or not math.isfinite(value)
    )


def _plain_row(cells: Sequence[Any]) -> str:
    """As `_row`, all of a few plain numbers, or of rows of them."""
    if type(cells[0]) is list:
        return ", ".join([f"[{_plain_row(row)}]" for row in cells])
    return ", ".join([_decimal(cell) if type(cell) is float else str(cell) for cell in cells])


def _pairs(mapping: Mapping[Any, Any], most: int) -> str:
    """The keys of a dictionary with their values, one after another, as Python writes them."""
    parts: list[str] = []
    for key, value in mapping.items():
        if most < 0:
            break
        parts.append(f"{_notation(repr(key), most)}: {_inner(value, most)}")
        most -= len(parts[-1]) + len(", ")
    return ", ".join(parts)


def _inner(value: Any, most: int) -> str:
    """A value within others, where a text stands in quotes."""
    return _notation(repr(value) if type(value) is str else value, most)


def _row(cells: Iterable[Any], most: int) -> str:
    """The cells one after another, no more of them than it takes: an array may have millions."""
    parts: list[str] = []
    for cell in cells:
        if most < 0:
            break
        parts.append(_notation(cell, most))
        most -= len(parts[-1]) + len(", ")
    return ", ".join(parts)
