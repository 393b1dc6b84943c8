"""One submission as Gradescope has laid it out: the file, who has handed it in, and when."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from grader.course.claims import Says, said_by
from grader.course.roster import Student, comparable
from grader.files.whole import readable
from grader.grading.folder import look_through
from problems.frozen import frozen

SUBMISSION, RESULTS = "submission", "results/results.json"
METADATA = "submission_metadata.json"
_MOST_NAMED = 6


class NotMarkedError(ValueError):
    """A submission that is not marked: the key of a sentence for its student, and what it names."""

    def __init__(self, key: str, **details: str) -> None:
        super().__init__(key)
        self.key = key
        self.details = details


class LaidOutError(ValueError):
    """No submission as Gradescope lays it out: what was expected, and what is there."""


@frozen
class Metadata:
    """Who has handed in, by address and by name, and when."""

    users: tuple[tuple[str, str], ...]
    created: datetime | None


def one_file_in(root: Path) -> Path:
    """The one file that was handed in. Raises NotMarkedError and LaidOutError.

    Of several it is the one that says which sheet it is, if there is just one such.
    """
    folder = root / SUBMISSION
    try:
        found = look_through(folder).submissions
    except OSError as error:
        name = readable(str(folder))
        raise LaidOutError(f"{name}: the folder cannot be read ({error.strerror})") from None
    if not found:
        raise NotMarkedError("no-file")
    if len(found) > 1:
        named = [path for path in found if _names_a_sheet(path)]
        found = tuple(named) if len(named) == 1 else found
    if len(found) > 1:
        names = [readable(path.relative_to(folder).as_posix()) for path in found]
        more = ", …" if len(names) > _MOST_NAMED else ""
        raise NotMarkedError("several-files", names=", ".join(names[:_MOST_NAMED]) + more)
    return found[0]


def _names_a_sheet(path: Path) -> bool:
    try:
        said = said_by(path)
    except OSError:
        return False
    return said.header not in (Says.NOTHING, Says.DAMAGED) or bool(said.codes)


def metadata_in(root: Path) -> Metadata:
    """What Gradescope says of the submission. Raises LaidOutError."""
    path = root / METADATA
    name = readable(str(path))
    try:
        told: Any = json.loads(path.read_bytes())
        users = tuple((str(each["email"] or ""), str(each["name"] or "")) for each in told["users"])
        created = told.get("created_at")
        when = None if created is None else datetime.fromisoformat(created)
    except OSError as error:
        raise LaidOutError(f"{name}: the file cannot be read ({error.strerror})") from None
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise LaidOutError(
            f"{name}: users with email and name, and created_at were expected ({error!r})"
        ) from None
    if when is not None and when.tzinfo is None:
        raise LaidOutError(f"{name}: created_at was expected with its zone, but {created} came")
    return Metadata(users, when)


def student_of(metadata: Metadata, students: Sequence[Student]) -> Student:
    """The student of the roster who has handed in. Raises NotMarkedError.

    It is the one of that address; where the roster has no addresses at all, the one of that name.
    """
    if len(metadata.users) > 1:
        names = ", ".join(name for _, name in metadata.users[:_MOST_NAMED])
        raise NotMarkedError("several-students", names=names)
    emails = {comparable(email) for email, _ in metadata.users if email}
    has_emails = any(student.others.get("email") for student in students)
    if has_emails:
        found = [s for s in students if comparable(s.others.get("email", "")) in emails]
    else:
        names_here = {comparable(name) for _, name in metadata.users if name}
        found = [s for s in students if s.name and comparable(s.name) in names_here]
    if len(found) != 1:
        raise NotMarkedError("not-in-roster")
    return found[0]
