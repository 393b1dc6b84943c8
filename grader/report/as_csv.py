"""The results of a batch as CSV: one line per file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from grader.answers.notation import in_print
from grader.files.cells import harmless, lines_of
from grader.report.marked import Marked
from grader.sandbox.outside.versions import versions_in_words

COLUMNS = (
    *("file", "sheet", "problems", "as_drawn", "score", "max_score"),
    *("status", "limits_met", "message", "versions"),
)


def as_csv(marked: Iterable[Marked], folder: Path) -> Iterator[str]:
    """One line per file; ``status`` is ``marked``, ``unusable`` or ``grader-fault``.

    ``problems`` has families with their levels, in the order of the sheet, and ``limits_met`` the
    names of limits that touched the mark, both with blanks between them. ``as_drawn`` is ``yes``,
    ``no``, or a word on why neither can be said. ``message`` says why a file was not marked, or not
    all of it, or that its header is that of another sheet than the one by which it was marked.
    The lines come one by one.
    """
    return lines_of(_rows(marked, folder))


def _rows(marked: Iterable[Marked], folder: Path) -> Iterator[tuple[Any, ...]]:
    yield COLUMNS
    for each in marked:
        data = each.data
        name = _safe(each.name_in(folder))
        cells = ("",) * 5 if data is None else _cells(data)
        met = " ".join(data["limits_met"]) if data else ""
        versions = versions_in_words(data["versions"]) if data else ""
        said = each.error or (data["odd_header"] if data else "")
        yield (name, *cells, each.status, met, _safe(said), versions)


def _cells(data: Mapping[str, Any]) -> tuple[Any, ...]:
    """The cells of a result that tell which sheet it was, and its marks."""
    problems = " ".join(_request(problem) for problem in data["problems"])
    drawn = {True: "yes", False: "no", None: data["draw"]}[data["as_drawn"]]
    return _safe(data["sheet"]), _safe(problems), drawn, data["score"], data["max_score"]


def _request(problem: Mapping[str, Any]) -> str:
    """How a sheet asks for a problem: ``FAMILY:LEVEL``, or ``FAMILY@EXAMPLE``."""
    if problem["example"] is not None:
        return f"{problem['family']}@{problem['example']}"
    return f"{problem['family']}:{problem['level']}"


def _safe(text: str) -> str:
    """A cell of one line that no spreadsheet takes for a formula."""
    return harmless(in_print(text))
