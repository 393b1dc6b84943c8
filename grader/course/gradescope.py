"""What an export of Gradescope says of its submissions: who handed them in, and when.

Its folders are named ``submission_123456``, and a file beside them, ``submission_metadata.yml``,
has a part for each, of which these lines are read::

    submission_123456:
      :submitters:
      - :name: Ana Uzorak
        :sid: '0036512345'
        :email: ana.uzorak@example.org
      :created_at: 2026-12-15 22:58:00.000000000 Z
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path, PurePosixPath

from problems.frozen import frozen

NAME = "submission_metadata.yml"
_MOST_BYTES = 64 * 1024**2
_PART = re.compile(r"^(submission_\d+):[ \t]*$", re.MULTILINE)
_SUBMITTER = re.compile(r"^[ \t]*(?:-[ \t]*)?:(?:name|sid|email):[ \t]*(.*?)[ \t]*$", re.MULTILINE)
_HISTORY = re.compile(r"^[ \t]{2}:history:", re.MULTILINE)
_CREATED = re.compile(
    r"^[ \t]{2}:created_at:[ \t]*'?(\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d)(?:\.\d+)?[ \t]*"
    r"(Z|[+-]\d\d:?\d\d)'?[ \t]*$",
    re.MULTILINE,
)


@frozen
class Exported:
    """What is said of one submission: how its students are called, and when it came."""

    names: tuple[str, ...]
    created: datetime | None


def exported_in(folder: Path) -> Mapping[str, Exported]:
    """What an export says of each folder in it, by its name; nothing where there is no export."""
    try:
        with (folder / NAME).open("rb") as file:
            text = file.read(_MOST_BYTES).decode("utf-8", errors="replace")
    except OSError:
        return {}
    starts = [(found[1], found.end()) for found in _PART.finditer(text)]
    ends = [*(start for _, start in starts[1:]), len(text)]
    return {name: _read(text[start:end]) for (name, start), end in zip(starts, ends, strict=True)}


def _read(part: str) -> Exported:
    now = _HISTORY.split(part)[0]  # what follows are earlier ones, which were replaced
    names = tuple(_unquoted(found) for found in _SUBMITTER.findall(now))
    created = _CREATED.search(now)
    if created is None:
        return Exported(tuple(filter(None, names)), None)
    zone = "+00:00" if created[2] == "Z" else created[2]
    moment = datetime.fromisoformat(f"{created[1].replace('T', ' ')}{zone}")
    return Exported(tuple(filter(None, names)), moment)


def _unquoted(text: str) -> str:
    for quote in "'\"":
        if len(text) > 1 and text[0] == text[-1] == quote:
            return text[1:-1]
    return text


def told_by(exported: Mapping[str, Exported], name: str) -> Exported | None:
    """What an export says of a file, by its path below the folder."""
    return next((exported[part] for part in PurePosixPath(name).parts if part in exported), None)
