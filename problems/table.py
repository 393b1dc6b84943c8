"""Tables of blanks: which blank stands in which row and column."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace

from problems.frozen import frozen


@frozen
class Cell:
    """The place of a blank: keys of a row and a column, and of the table where there are several.

    The family's texts say what they are called (``[tables]``); a row or column that is called by a
    name of a program has that name as its key, in backticks.
    """

    row: str
    column: str
    table: str = ""


@frozen
class Table:
    """Blanks in rows and columns, in the order in which these are laid out; there may be holes.

    ``blanks`` has the names of the blanks by row and column. Where rows or columns are ``fixed``,
    no others are added.
    """

    key: str
    rows: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    blanks: Mapping[tuple[str, str], str] = field(default_factory=dict)
    has_fixed_rows: bool = False
    has_fixed_columns: bool = False

    def at(self, row: str, column: str) -> str | None:
        """The name of the blank in a cell; None for a hole."""
        return self.blanks.get((row, column))

    def with_blank(self, row: str, column: str, name: str) -> Table:
        """The table with one blank more.

        Raises ValueError if the cell is taken, or if there is no such row or column.
        """
        if (taken := self.at(row, column)) is not None:
            raise ValueError(
                f"{name}: a cell of its own was needed, but {taken!r} is in row {row!r}, column "
                f"{column!r} of the table {self.key!r}"
            )
        rows = _with(self.rows, row, is_fixed=self.has_fixed_rows, where=f"{name}: the rows")
        columns = _with(
            self.columns, column, is_fixed=self.has_fixed_columns, where=f"{name}: the columns"
        )
        blanks = {**self.blanks, (row, column): name}
        return replace(self, rows=rows, columns=columns, blanks=blanks)


def _with(keys: tuple[str, ...], key: str, *, is_fixed: bool, where: str) -> tuple[str, ...]:
    if key in keys:
        return keys
    if is_fixed:
        raise ValueError(f"{where} of the table are {', '.join(keys)}, but {key!r} came")
    return (*keys, key)
