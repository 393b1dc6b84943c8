"""The notebook on the disk: what an assignment's sheet tells of itself stands in its metadata."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from grader.sheet.sealed import DATA

_NAMED_BY_EDITORS = "__vsc_ipynb_file__"
_NAMED_BY_JUPYTER = "JPY_SESSION_NAME"
_MOST_NOTEBOOKS = 200
_MOST_BYTES = 64 * 1024 * 1024


def saved_data(header: str, names: Mapping[str, Any]) -> str | None:
    """What the notebook with a header tells of its sheet; None if there is none, or it lacks that.

    It is looked for where the editor says that it is, and in the current folder. ``names`` are the
    variables of the notebook, among which an editor may have put its path.
    """
    for path in _likely(names):
        data = _data_in(path, header)
        if data is not None:
            return data
    return None


def _likely(names: Mapping[str, Any]) -> Iterator[Path]:
    for named in (names.get(_NAMED_BY_EDITORS), os.environ.get(_NAMED_BY_JUPYTER)):
        if isinstance(named, str) and named:
            yield Path(named)
    found = list(Path.cwd().glob("*.ipynb"))[:_MOST_NOTEBOOKS]
    yield from sorted(found, key=_when_saved, reverse=True)


def _when_saved(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _data_in(path: Path, header: str) -> str | None:
    try:
        if not path.is_file() or path.stat().st_size > _MOST_BYTES:
            return None
        text = path.read_text(encoding="utf-8")
        if header not in text:
            return None
        own = json.loads(text)["metadata"]["grader"][DATA]
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return None
    return own if isinstance(own, str) else None
