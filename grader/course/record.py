"""The record of an assignment: what was drawn for whom, once.

It is a text file of one JSON record per line, beside the assignment and never handed out. A line is
a problem of a student's sheet as it was drawn, or as it was drawn anew. Lines are added and never
changed, so that nobody's exercise moves when others join. Each tells how many were written with it:
what was being written when the machine stopped is left out, and with it the whole sheet.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple

from filelock import FileLock, Timeout

from grader.course.assignment import Assignment
from grader.course.roster import Student, comparable
from grader.files.whole import readable
from grader.sheet.recorded import Recorded

FORMAT = 1
PRIVATE = "private"
"""The folder beside an assignment for what no student gets."""
NAME = "variants.jsonl"
_MARK = "grader-variants"
_TOGETHER = "together"
"""In a line: how many lines of its sheet were written at once, itself among them."""
_RIGHTS = 0o600


class RecordError(ValueError):
    """A record that cannot be used: which, why, and what to do."""


class Sitting(NamedTuple):
    """One sheet of one student: of a revision of the assignment, at an attempt."""

    revision: int
    student: str
    attempt: int


def sitting_of(assignment: Assignment, student: Student, attempt: int) -> Sitting:
    """The sheet of a student at an attempt, of the assignment as it is now."""
    return Sitting(assignment.revision, comparable(student.id), attempt)


class Drawn(NamedTuple):
    """A problem as it was drawn for a sitting, by which draw of the key, and why anew, if so."""

    sitting: Sitting
    problem: Recorded
    draw: int = 0
    reason: str = ""


class Record:
    """What was drawn for an assignment. Of each problem its place in the file is kept in memory.

    Use `opened`.
    """

    def __init__(self, path: Path, assignment: str) -> None:
        """Reads the record, if there is one. Raises RecordError."""
        self.path = path
        self.assignment = assignment
        self._places: dict[Sitting, dict[str, int]] = {}
        self._redrawn: dict[Sitting, int] = {}
        self._taken: dict[bytes, Sitting] = {}
        self._size = 0
        try:
            if path.exists():
                self._read()
        except OSError as error:
            raise RecordError(
                f"{readable(str(path))}: cannot be read ({error.strerror}); sheets are marked by it"
            ) from None

    def _read(self) -> None:
        with self.path.open("rb") as file:
            first = file.readline()
            if not first.endswith(b"\n") and self._head.startswith(first):
                return  # what was being written when the machine stopped, before anything else
            head = _line(first, self.path, 1)
            if head.get(_MARK) != FORMAT or head.get("assignment") != self.assignment:
                raise RecordError(
                    f"{readable(str(self.path))}: the record of the assignment "
                    f"{self.assignment!r} was expected, but it is that of "
                    f"{head.get('assignment')!r}; each assignment has a folder of its own"
                )
            self._size = place = file.tell()
            own: list[tuple[Drawn, int]] = []
            for number, line in enumerate(iter(file.readline, b""), start=2):
                if not line.endswith(b"\n"):  # what was being written when the machine stopped
                    break
                record = _line(line, self.path, number)
                try:
                    drawn, together = _checked(record), int(record.get(_TOGETHER, 1))
                except (LookupError, TypeError, ValueError):
                    raise _damaged(self.path, number) from None
                own.append((drawn, place))
                if drawn.sitting != own[0][0].sitting:
                    raise _damaged(self.path, number)
                place += len(line)
                if len(own) >= together:
                    for each, where in own:
                        self._index(each, where)
                    own = []
                    self._size = place

    @property
    def _head(self) -> bytes:
        return _as_line({_MARK: FORMAT, "assignment": self.assignment})

    def _index(self, drawn: Drawn, place: int) -> None:
        sitting, key = drawn.sitting, drawn.problem.key
        self._places.setdefault(sitting, {})[key] = place
        if drawn.reason:
            self._redrawn[sitting] = self.redrawn(sitting) + 1
        self.note([drawn])

    def __contains__(self, sitting: Sitting) -> bool:
        return sitting in self._places

    @property
    def sittings(self) -> Sequence[Sitting]:
        """All sheets that were drawn, in the order in which they were."""
        return tuple(self._places)

    def is_taken(self, problem: Recorded) -> bool:
        """Whether somebody has that very exercise already."""
        return bytes.fromhex(problem.variant_digest) in self._taken

    def of(self, sitting: Sitting) -> tuple[Drawn, ...]:
        """The problems of a sheet as they were drawn last, in order; KeyError if none were."""
        places = self._places[sitting]
        with self.path.open("rb") as file:
            found = []
            for place in places.values():
                file.seek(place)
                found.append(_drawn(json.loads(file.readline())))
        return tuple(found)

    def problems(self, sitting: Sitting) -> tuple[Recorded, ...]:
        """The problems of a sheet, without when they were drawn. Raises KeyError if none were."""
        return tuple(drawn.problem for drawn in self.of(sitting))

    def redrawn(self, sitting: Sitting) -> int:
        """How often problems of a sheet were drawn anew; each time its code changes."""
        return self._redrawn.get(sitting, 0)

    def note(self, drawn: Sequence[Drawn]) -> None:
        """Take what is drawn for taken; it is kept once `keep` has it."""
        for one in drawn:
            self._taken.setdefault(bytes.fromhex(one.problem.variant_digest), one.sitting)

    def keep(self, drawn: Sequence[Drawn]) -> None:
        """Write down what was drawn, all of it or nothing. Raises RecordError."""
        if not drawn:
            return
        together = Counter(one.sitting for one in drawn)
        lines = [_text(one, together[one.sitting]) for one in drawn]
        size = self._size
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
            handle = os.open(self.path, flags, _RIGHTS)
            with os.fdopen(handle, "r+b") as file:
                file.truncate(self._size)
                file.seek(self._size)
                if not size:
                    file.write(self._head)
                    size = len(self._head)
                file.writelines(lines)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            with suppress(OSError):
                os.truncate(self.path, self._size)
            raise RecordError(
                f"{readable(str(self.path))}: cannot be written ({error.strerror}); without it "
                "nobody would know what was drawn for whom, so nothing was handed out"
            ) from None
        for one, line in zip(drawn, lines, strict=True):
            self._index(one, size)
            size += len(line)
        self._size = size


@contextmanager
def opened(folder: Path, assignment: str) -> Iterator[Record]:
    """The record of an assignment, which nobody else writes meanwhile. Raises RecordError."""
    private = folder / PRIVATE
    try:
        private.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = FileLock(private / ".lock", timeout=0)
        lock.acquire()
    except Timeout:
        raise RecordError(
            f"{readable(str(private))} is in use: another command draws for this assignment; "
            "wait until it has ended"
        ) from None
    except OSError as error:
        raise RecordError(
            f"{readable(str(private))}: cannot be written ({error.strerror})"
        ) from None
    with lock:
        yield Record(private / NAME, assignment)


def read(folder: Path, assignment: str) -> Record:
    """The record of an assignment, to look things up in it. Raises RecordError."""
    return Record(folder / PRIVATE / NAME, assignment)


def _text(drawn: Drawn, together: int) -> bytes:
    one = drawn.problem
    record: dict[str, Any] = {
        "student": drawn.sitting.student,
        "attempt": drawn.sitting.attempt,
        "revision": drawn.sitting.revision,
        "problem": one.key,
        "draw": drawn.draw,
        "family": one.family,
        "level": one.level,
        "seed": one.seed,
        "version": one.draw,
        "parameters": one.parameters,
        _TOGETHER: together,
    }
    more: dict[str, Any] = {
        "example": one.example,
        "network": one.network,
        "given": None if one.is_drawn else True,
        "reason": drawn.reason or None,
    }
    return _as_line(record | {key: value for key, value in more.items() if value is not None})


def _as_line(record: dict[str, Any]) -> bytes:
    return json.dumps(record, separators=(",", ":")).encode() + b"\n"


def _line(line: bytes, path: Path, number: int) -> dict[str, Any]:
    try:
        record = json.loads(line)
        if isinstance(record, dict):
            return record
    except (ValueError, RecursionError):
        pass
    raise _damaged(path, number)


def _damaged(path: Path, number: int) -> RecordError:
    return RecordError(
        f"{readable(str(path))}, line {number}: a record of the grader was expected; restore the "
        "file from a copy, since sheets are marked by it"
    )


_KINDS: Mapping[str, type] = {
    **dict.fromkeys(("student", "problem", "family", "level", "seed"), str),
    **dict.fromkeys(("attempt", "revision", "draw"), int),
    "parameters": dict,
}


def _checked(record: dict[str, Any]) -> Drawn:
    """What a line says. Raises LookupError or TypeError where it is not such a line."""
    if not all(isinstance(record[key], kind) for key, kind in _KINDS.items()):
        raise TypeError
    return _drawn(record)


def _drawn(record: dict[str, Any]) -> Drawn:
    problem = Recorded(
        record["problem"],
        record["family"],
        record["level"],
        record["seed"],
        record["version"],
        record["parameters"],
        record.get("example"),
        record.get("network"),
        is_drawn=not record.get("given", False),
    )
    sitting = Sitting(record["revision"], record["student"], record["attempt"])
    return Drawn(sitting, problem, record["draw"], record.get("reason", ""))
