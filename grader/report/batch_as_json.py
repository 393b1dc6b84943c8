"""The results of a batch as JSON: one record per file."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from grader.report.marked import Marked


def batch_as_json(marked: Iterable[Marked], folder: Path) -> str:
    """One record per file; ``status`` as in the CSV, ``result`` null where there is none."""
    records = [
        {
            "file": each.name_in(folder),
            "status": each.status,
            "error": each.error or None,
            "result": each.data,
        }
        for each in marked
    ]
    return json.dumps({"submissions": records}, indent=2, ensure_ascii=False) + "\n"
