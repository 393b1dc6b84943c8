"""The seal of a batch: a digest over all that it counted, row by row."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from grader.store.rows import digest_of

SEALED_OF_FILE = ("person_id", "run_id", "redrawn")
SEALED_OF_MARK = ("person_id", "status", "run_id", "attempt", "score", "max_score")
"""What of each file, and of each student's mark, goes into it."""


def seal_of_start(uid: str) -> str:
    """The seal of a batch that has counted nothing yet."""
    return digest_of(uid)


def seal_with(seal: str, columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> str:
    """The seal with further rows."""
    return digest_of(seal, *(json.dumps([row[each] for each in columns]) for row in rows))
