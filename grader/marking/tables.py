"""Tables: lists of rows, of which each observation looks at a column."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from grader.sandbox.wire.frames import Tensor
from problems.frozen import frozen
from problems.probe import Column


@frozen
class NoTable:
    """A value that came in place of a table, so that it has no such column."""

    value: Any
    column: Column


def in_column(value: Any, column: Column | None) -> Any:
    """The entries of a value that a column of it has; all of it where there is none.

    Of what is no list of rows, or has rows of other lengths, nothing can be taken: `NoTable`.
    """
    if column is None:
        return value
    rows = entries(value)
    cells = None if rows is None else [entries(row) for row in rows]
    if cells is None or any(row is None or len(row) != column.of for row in cells):
        return NoTable(value, column)
    return [row[column.place] for row in cells if row is not None]


def turned(value: Any, column: Column) -> Any:
    """The rows of a table that came column by column; `NoTable` where it did not come so.

    Nothing at all is a table without rows.
    """
    columns = entries(value)
    if columns is not None and not len(columns):
        return []
    cells = None if columns is None else [entries(one) for one in columns]
    if cells is None or len(cells) != column.of or any(one is None for one in cells):
        return NoTable(value, column)
    lengths = {len(one) for one in cells if one is not None}
    if len(lengths) > 1:
        return NoTable(value, column)
    return [list(row) for row in zip(*(one for one in cells if one is not None), strict=True)]


def flattened(value: Any, column: Column) -> Any:
    """A table whose rows are dicts, or have tuples within; `NoTable` where it is no such table."""
    rows = entries(value)
    if rows is None:
        return NoTable(value, column)
    flat = [_flat(row) for row in rows]
    return flat if all(len(row) == column.of for row in flat) else NoTable(value, column)


def _flat(row: Any) -> list[Any]:
    parts = list(row.values()) if isinstance(row, dict) else entries(row)
    return [row] if parts is None else [cell for part in parts for cell in _flat(part)]


def entries(value: Any) -> Sequence[Any] | None:
    """The entries of a list, tuple, array or tensor; None for all else."""
    whole = value.array if isinstance(value, Tensor) else value
    if isinstance(whole, np.ndarray):
        return list(whole) if whole.ndim else None
    return whole if isinstance(whole, list | tuple) else None
