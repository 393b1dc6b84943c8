"""The results of a batch as CSV: one line per file."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from grader.answers.notation import in_print
from grader.report.as_json import number
from grader.report.marked import Marked
from grader.sandbox.outside.versions import versions_in_words

COLUMNS = ("file", "sheet", "score", "max_score", "status", "message", "versions")


def as_csv(marked: Sequence[Marked], folder: Path) -> str:
    """One line per file; ``status`` is ``marked``, ``unusable`` or ``grader-fault``."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for each in marked:
        name = each.name_in(folder)
        result = each.result
        scores = (
            (result.sheet, number(result.score), number(result.max_score)) if result else ("",) * 3
        )
        versions = versions_in_words(result.versions) if result else ""
        writer.writerow([_safe(name), *scores, status(each), _safe(each.error), versions])
    return text.getvalue()


def status(marked: Marked) -> str:
    """Whether a file was marked, cannot be used, or met a fault of ours."""
    if marked.is_our_fault or (marked.result and marked.result.has_grader_fault):
        return "grader-fault"
    return "marked" if marked.result else "unusable"


def _safe(text: str) -> str:
    """A cell of one line that no spreadsheet takes for a formula (a file may be ``=cmd|...``)."""
    text = in_print(text)
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text
