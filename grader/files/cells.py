"""Rows of CSV, written one at a time, and texts that no spreadsheet takes for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

_END = "\r\n"
_FORMULAS = ("=", "+", "-", "@")


def harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula; ``=cmd|...`` may be the name of a file.

    It is to be printable already: a tab or a line break in front would be another way in.
    """
    return f"'{text}" if text.startswith(_FORMULAS) else text


def lines_of(rows: Iterable[Sequence[Any]], between: str = ",", end: str = "\n") -> Iterator[str]:
    """The line of each row, as it comes."""
    line = io.StringIO()
    # some versions put a cell with a carriage return into quotes only where lines end with one
    writer = csv.writer(line, delimiter=between, lineterminator=_END)
    for row in rows:
        writer.writerow(row)
        yield line.getvalue().removesuffix(_END) + end
        line.seek(0)
        line.truncate()
