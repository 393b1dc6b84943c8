"""Marks that a person has set after an appeal: kept beside the assignment, and never lost.

A text file of one JSON record per line, of which none is changed or taken away; the last one for a
problem or blank counts. They are applied each time that work is marked.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

from grader.course.record import PRIVATE
from grader.files.whole import readable

NAME = "overrides.jsonl"
_RIGHTS = 0o600


class OverrideError(ValueError):
    """Overrides that cannot be read or written: which file, why, what to do."""


class Override(NamedTuple):
    """The points that a student gets for a problem, or a blank or check of it, and why.

    ``field`` is empty for the problem as a whole. ``points`` is None where an earlier override is
    taken back.
    """

    student: str
    revision: int
    attempt: int
    problem: str
    field: str
    points: Fraction | None
    reason: str

    @property
    def place(self) -> tuple[str, int, int, str, str]:
        """What it is about."""
        return (self.student, self.revision, self.attempt, self.problem, self.field)

    @property
    def about(self) -> str:
        """The problem, or blank or check, as it is typed: ``2.dw``."""
        return f"{self.problem}.{self.field}" if self.field else self.problem


def read_overrides(folder: Path) -> tuple[Override, ...]:
    """The overrides that hold for an assignment, in the order in which they were made.

    Raises OverrideError.
    """
    found: dict[tuple[str, int, int, str, str], Override] = {}
    for override in every_override(folder):
        found.pop(override.place, None)
        if override.points is not None:
            found[override.place] = override
    return tuple(found.values())


def every_override(folder: Path) -> tuple[Override, ...]:
    """All that were ever made for an assignment, taken back or not, in order.

    Raises OverrideError.
    """
    path = folder / PRIVATE / NAME
    try:
        text = path.read_text(encoding="utf-8") if path.exists() else ""
    except (OSError, UnicodeDecodeError) as error:
        raise OverrideError(f"{readable(str(path))}: cannot be read ({error})") from None
    whole, _, _ = text.rpartition("\n")  # without what was being written when the machine stopped
    lines = enumerate(whole.split("\n") if whole else [], start=1)
    return tuple(_override(line, path, number) for number, line in lines)


def _override(line: str, path: Path, number: int) -> Override:
    try:
        record = json.loads(line)
        points = record["points"]
        return Override(
            str(record["student"]),
            int(record["revision"]),
            int(record["attempt"]),
            str(record["problem"]),
            str(record["field"]),
            None if points is None else Fraction(points),
            str(record["reason"]),
        )
    except (ValueError, LookupError, TypeError, ZeroDivisionError):
        raise OverrideError(
            f"{readable(str(path))}, line {number}: a record of the grader was expected; restore "
            "the file from a copy, since marks depend on it"
        ) from None


def add_override(folder: Path, override: Override) -> None:
    """Write an override down. Raises OverrideError."""
    path = folder / PRIVATE / NAME
    record = override._asdict() | {
        "points": None if override.points is None else str(override.points)
    }
    line = json.dumps(record, ensure_ascii=False) + "\n"
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), _RIGHTS)
        with os.fdopen(handle, "r+b") as file:
            whole = file.read().rpartition(b"\n")
            file.seek(len(whole[0] + whole[1]))
            file.truncate()  # half a line
            file.write(line.encode())
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise OverrideError(
            f"{readable(str(path))}: cannot be written ({error.strerror})"
        ) from None


def overrides_of(
    overrides: Sequence[Override], student: str, revision: int, attempt: int
) -> Mapping[tuple[str, str], Override]:
    """Those of one sheet, by problem and field."""
    return {
        (one.problem, one.field): one
        for one in overrides
        if (one.student, one.revision, one.attempt) == (student, revision, attempt)
    }
