"""Whose each file is that was handed in, and which sheet it answers.

Where a file lies says who has handed it in: learning platforms put a name, a login or a number into
its path. Its header says whose sheet it is, by a code that the course's key gives. Both have to
agree; where one of them is silent the other one counts.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from pathlib import PurePosixPath
from typing import NamedTuple

from grader.course.assignment import Assignment
from grader.course.claims import Says
from grader.course.issue import code_of
from grader.course.key import Key
from grader.course.record import Record, Sitting
from grader.course.roster import Student, comparable
from grader.sheet.issued import Claim
from problems.frozen import frozen

_OF_PATHS = ("email", "e-mail", "mail", "login", "username", "github", "id", "number", "jmbag")
"""Columns of a roster whose cells may stand in paths, beside id and name."""
_LEAST = 3  # characters of what is looked for in paths


@frozen
class Refusal:
    """Why a file earns nothing: the key of a sentence (``[handed]``), and what it names."""

    key: str
    details: Mapping[str, object] = field(default_factory=dict)


@frozen
class Match:
    """What a file is found to be.

    ``student`` is whoever has handed it in, as ids are compared; None if nobody can tell.
    ``sitting`` is the sheet by which it is marked; None where it earns nothing, for which there is
    a ``refusal``, and ``about`` says more of it to the lecturer.
    """

    student: str | None
    sitting: Sitting | None = None
    refusal: Refusal | None = None
    about: str = ""


class _Known(NamedTuple):
    """A sheet that has had this code, and whether that is still its code."""

    sitting: Sitting
    is_current: bool


class Matching:
    """The students and sheets of an assignment, by what stands in paths and headers."""

    def __init__(
        self, assignment: Assignment, key: Key, record: Record, students: Sequence[Student]
    ) -> None:
        self._assignment = assignment
        self._key = key
        self._record = record
        self._students = {comparable(student.id): student for student in students}
        self._codes = dict(self._all_codes())
        self._words = _words_of(students)
        self._longest = max(map(len, self._words), default=0)
        self._sheets: dict[str, list[Sitting]] = {}
        for sitting in record.sittings:
            if sitting.revision == assignment.revision:
                self._sheets.setdefault(sitting.student, []).append(sitting)

    def _all_codes(self) -> Iterator[tuple[str, _Known]]:
        for sitting in self._record.sittings:
            last = self._record.redrawn(sitting)
            for redrawn in range(last + 1):
                code = code_of(self._assignment, self._key, sitting, redrawn)
                yield code, _Known(sitting, redrawn == last)

    def code(self, sitting: Sitting) -> str:
        """The code of a sheet as it is now."""
        return code_of(self._assignment, self._key, sitting, self._record.redrawn(sitting))

    def match(
        self,
        name: str,
        says: Claim | Says,
        owner: str | None = None,
        also: Sequence[str] = (),
    ) -> Match:
        """Whose a file is by its path below the folder, and what it answers by its header.

        Where it is known who has handed it in, the ``owner``, the path says nothing. ``also`` is
        what else a platform says of them: names, numbers, addresses.
        """
        by_path = self.students_in(name) if owner is None else {owner}
        if owner is None:
            for told in also:
                by_path |= self.students_in(told) | self.students_in(told.partition("@")[0])
        if len(by_path) > 1:
            told = ", ".join(sorted(by_path))
            return Match(None, about=f"its path names several students: {told}")
        student = next(iter(by_path), None)
        known = self._codes.get(says.code) if isinstance(says, Claim) else None
        if student is None:
            if known is None:
                return Match(None, about=f"its path names no student, and it has {_told(says)}")
            student = known.sitting.student
            if student not in self._students:
                return Match(
                    None, about=f"its sheet is that of {student}, who is not in the roster"
                )
        return self._of(student, says, known)

    def _of(self, student: str, says: Claim | Says, known: _Known | None) -> Match:
        own = self._sheets.get(student)
        if not own:
            return Match(student, None, None, "no sheet was ever drawn for this student")
        code = self.code(own[-1])
        if known is not None and known.sitting.student != student:
            about = f"handed in by {student}, but the sheet is that of {known.sitting.student}"
            return Match(student, None, Refusal("other-student", {"code": code}), about)
        if isinstance(says, Claim) and says.assignment != self._assignment.id:
            details = {"code": code, "found": says.assignment}
            about = f"a sheet of the assignment {says.assignment}"
            return Match(student, None, Refusal("other-assignment", details), about)
        if known is not None:
            return self._of_code(known, code)
        match says:
            case Says.PRACTICE:
                refusal = Refusal("practice", {"code": code})
                return Match(student, None, refusal, "a practice sheet")
            case Says.SEVERAL:
                refusal = Refusal("several-sheets", {"code": code})
                return Match(student, None, refusal, "headers of several sheets")
        many = f"; marked by the last of {len(own)} sheets" if len(own) > 1 else ""
        about = f"{_told(says)}, so that the path alone tells whose it is{many}"
        return Match(student, own[-1], None, about)

    def _of_code(self, known: _Known, code: str) -> Match:
        sitting, now = known.sitting, self._assignment.revision
        if sitting.revision != now:
            details = {"code": code, "found": sitting.revision, "expected": now}
            about = f"a sheet of revision {sitting.revision}"
            return Match(sitting.student, None, Refusal("other-revision", details), about)
        if not known.is_current:
            about = "a sheet as it was before a problem of it was drawn anew"
            refusal = Refusal("drawn-anew", {"code": self.code(sitting)})
            return Match(sitting.student, None, refusal, about)
        allowed = self._assignment.handing_in.attempts_for(sitting.student)
        if sitting.attempt > allowed:
            details = {"attempt": sitting.attempt, "attempts": allowed}
            about = f"attempt {sitting.attempt} of {allowed} that there may be"
            return Match(sitting.student, None, Refusal("over-attempt", details), about)
        return Match(sitting.student, sitting)

    def students_in(self, name: str) -> set[str]:
        """The students whose id, name or login stands in a path, not as a part of another one's."""
        found: list[tuple[int, int, int, str]] = []
        for place, part in enumerate(PurePosixPath(name).parts):
            words = words_in(part)
            for start in range(len(words)):
                for length in range(1, self._longest + 1):
                    student = self._words.get(words[start : start + length])
                    if student is not None and start + length <= len(words):
                        found.append((place, start, start + length, student))
        return {
            student
            for place, start, end, student in found
            if not any(
                place == other and begin <= start and end <= stop and stop - begin > end - start
                for other, begin, stop, _ in found
            )
        }


def _told(says: Claim | Says) -> str:
    return f"the unknown code {says.code}" if isinstance(says, Claim) else says.value


Words = tuple[str, ...]


def words_in(name: str) -> Words:
    """The words of a name, as they are compared: in small letters, without what is between them."""
    plain = unicodedata.normalize("NFC", name).casefold()
    return tuple(re.findall(r"[^\W_]+", plain))


def _words_of(students: Sequence[Student]) -> dict[Words, str]:
    """By what each student is known in paths; what two have alike is known of neither."""
    own: dict[Words, set[str]] = {}
    for student in students:
        texts = [student.id, student.name, " ".join(reversed(student.name.split()))]
        for column, cell in student.others.items():
            if column.casefold() in _OF_PATHS:
                texts += [cell, cell.partition("@")[0]]
        for text in texts:
            for words in (words_in(text), words_in("".join(words_in(text)))):
                if len("".join(words)) >= _LEAST or text == student.id:
                    own.setdefault(words, set()).add(comparable(student.id))
    counted = Counter({words: len(ids) for words, ids in own.items() if words})
    return {words: next(iter(own[words])) for words, number in counted.items() if number == 1}
