"""The results of a batch as CSV: one line per file."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from grader.answers.notation import in_print
from grader.report.marked import Marked
from grader.sandbox.outside.versions import versions_in_words

COLUMNS = (
    *("file", "sheet", "problems", "as_drawn", "score", "max_score"),
    *("status", "limits_met", "message", "versions"),
)


def as_csv(marked: Iterable[Marked], folder: Path) -> str:
    """One line per file; ``status`` is ``marked``, ``unusable`` or ``grader-fault``.

    ``problems`` has families with their levels, in the order of the sheet, and ``limits_met`` the
    names of limits that touched the mark, both with blanks between them. ``as_drawn`` is ``yes``,
    ``no``, or a word on why neither can be said. ``message`` says why a file was not marked, or not
    all of it, or that its header is that of another sheet than the one by which it was marked.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for each in marked:
        name = _safe(each.name_in(folder))
        cells = ("",) * 5 if each.data is None else _cells(each.data)
        met = " ".join(each.data["limits_met"]) if each.data else ""
        versions = versions_in_words(each.data["versions"]) if each.data else ""
        said = each.error or (each.data["odd_header"] if each.data else "")
        writer.writerow([name, *cells, each.status, met, _safe(said), versions])
    return text.getvalue()


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
    """A cell of one line that no spreadsheet takes for a formula (a file may be ``=cmd|...``)."""
    text = in_print(text)
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text
