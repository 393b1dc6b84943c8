"""The results of a batch as JSON: one record per file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, cast

from grader.files.json_text import json_with_list
from grader.report.data import ResultData, SubmissionData
from grader.report.marked import Marked

FORMAT, VERSION = "grader-batch", 1


def batch_as_json(marked: Iterable[Marked], folder: Path) -> Iterator[str]:
    """One record per file; ``status`` as in the CSV, ``result`` null where there is none.

    The text comes in parts, so that no more than one result is held at a time.
    """
    head: dict[str, Any] = {"format": FORMAT, "version": VERSION}
    return json_with_list(head, "submissions", (_record(each, folder) for each in marked))


def _record(marked: Marked, folder: Path) -> SubmissionData:
    return {
        "file": marked.name_in(folder),
        "status": marked.status,
        "error": marked.error or None,
        "result": cast("ResultData | None", marked.data),
    }
