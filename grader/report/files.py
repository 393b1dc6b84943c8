"""The table of all files of a folder, with their marks, and what stands out in each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import count, islice
from pathlib import Path

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from grader.answers.notation import in_print
from grader.files.whole import readable
from grader.report.marked import Marked
from grader.report.wording import marks

_HEADS = ("file", "marks", "")
_ROWS_AT_A_TIME = 100
"""Of the table, which takes memory by the row while it is printed."""
_MOST_CHARACTERS = 200
"""Of a path in the table; a report has all of it."""


def print_files(console: Console, marked: Iterable[Marked], folder: Path) -> None:
    """Print the table; where each file is one line of it, so many at a time.

    ``marked`` is gone through twice.
    """
    rows = (_row(each, folder) for each in marked)
    widest = _widest(_row(each, folder) for each in marked)
    if sum(widest) + len(widest) > console.width:  # some are folded
        console.print(_table(rows))
        return
    for number in count():
        some = [*islice(rows, _ROWS_AT_A_TIME)]
        if number == 0 or some:
            console.print(_table(some, widest, has_head=number == 0))
        if len(some) < _ROWS_AT_A_TIME:
            return


def _row(marked: Marked, folder: Path) -> tuple[str, str, str]:
    """A file, its marks, and what stands out in it."""
    data = marked.data
    earned = marks(data["score"], data["max_score"]) if data else "–"
    return shown(marked.name_in(folder)), earned, in_print(_note(marked))


def _widest(rows: Iterable[tuple[str, str, str]]) -> list[int]:
    """How many columns of a terminal the cells of a table take."""
    widest = [cell_len(head) for head in _HEADS]
    for row in rows:
        widest = [max(most, cell_len(cell)) for most, cell in zip(widest, row, strict=True)]
    return widest


def _table(
    rows: Iterable[tuple[str, str, str]],
    widths: Sequence[int | None] = (None, None, None),
    *,
    has_head: bool = True,
) -> Table:
    table = Table(box=None, pad_edge=False, show_header=has_head)
    name, earned, note = _HEADS
    table.add_column(name, overflow="fold", ratio=2, width=widths[0])
    table.add_column(earned, justify="right", no_wrap=True, width=widths[1])
    table.add_column(note, overflow="fold", ratio=3, width=widths[2])
    for row in rows:
        table.add_row(Text(row[0]), row[1], Text(row[2]))
    return table


def shown(name: str) -> str:
    """A name as it is printed, in characters that every terminal takes for text."""
    text = readable(in_print(name))
    if len(text) <= _MOST_CHARACTERS:
        return text
    return f"{text[: _MOST_CHARACTERS // 4]} … {text[-_MOST_CHARACTERS // 2 :]}"


def _note(marked: Marked) -> str:
    """What stands out in a file: why there are no marks, or not all, or the mistakes by name."""
    data = marked.data
    if data is None or marked.error:
        names = (readable(marked.path.name), readable(str(marked.path)))
        return marked.error.removeprefix(f"{names[0]}: ").removeprefix(f"{names[1]}: ")
    header = [data["odd_header"]] if data["odd_header"] else []
    drawn = [] if data["as_drawn"] else [data["draw"]]
    slips = [
        slip
        for p in data["problems"]
        for f in p["fields"]
        if f["score"] < f["max_score"]
        for slip in f["slips"][:1]
    ]
    return ", ".join(dict.fromkeys([*header, *drawn, *slips]))
