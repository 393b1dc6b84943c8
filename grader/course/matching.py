"""Whose each file is that was handed in, and which sheet it answers.

Where a file lies says who has handed it in: learning platforms put a name, a login or a number into
its path. Its header says whose sheet it is, by a code that the course's key gives. Both have to
agree; where one of them is silent the other one counts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import field, replace
from pathlib import PurePosixPath
from typing import NamedTuple

from grader.course.assignment import Assignment
from grader.course.claims import Said, Says
from grader.course.issue import code_of
from grader.course.key import Key
from grader.course.record import Record, Sitting
from grader.course.roster import Student, comparable
from grader.sheet.issued import Claim
from problems.frozen import frozen

_OF_PATHS = (
    *("email", "e-mail", "mail", "email address", "login", "username", "github"),
    *("id", "id number", "number", "jmbag"),
)
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
    a ``refusal``, and ``about`` says more of it to the lecturer. Where nothing in the file names a
    sheet, it is known ``by_path_alone``.
    """

    student: str | None
    sitting: Sitting | None = None
    refusal: Refusal | None = None
    about: str = ""
    by_path_alone: bool = False


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
        self, name: str, said: Said, owner: str | None = None, also: Sequence[str] = ()
    ) -> Match:
        """Whose a file is by its path below the folder, and what it answers by what it says.

        Where it is known who has handed it in, the ``owner``, the path says nothing. ``also`` is
        what else a platform says of them: names, numbers, addresses.
        """
        header = said.header
        told_of = "/".join([*(text.replace("/", " ") for text in also), name])
        by_path, is_sure = (frozenset((owner,)), True) if owner else self._named_in(told_of)
        if by_path is not None and not by_path:
            told = ", ".join(sorted(self.students_in(told_of)))
            return Match(None, about=f"its path names several students: {told}")
        known = self._codes.get(header.code) if isinstance(header, Claim) else None
        doubtful = known is not None and not is_sure
        if by_path is not None and len(by_path) == 1 and not doubtful:
            return self._of(next(iter(by_path)), said, known)
        known = known or self._by_codes(said, by_path)
        among = "no student" if by_path is None else " or ".join(sorted(by_path))
        if known is None:
            return Match(None, about=f"its path names {among}, and it has {_told(header)}")
        student = known.sitting.student
        if student not in self._students:
            return Match(None, about=f"its sheet is that of {student}, who is not in the roster")
        if by_path is not None and student not in by_path:
            return Match(None, about=f"its path names {among}, but its sheet is that of {student}")
        return self._of(student, said, known)

    def _by_codes(self, said: Said, students: Collection[str] | None) -> _Known | None:
        """The sheet whose code alone stands in a file that has no header which can be read."""
        if said.header in (Says.PRACTICE, Says.SEVERAL):
            return None
        found = [known for code in said.codes if (known := self._codes.get(code)) is not None]
        own = [one for one in found if students is None or one.sitting.student in students]
        return own[0] if len(own) == 1 else None

    def _of(self, student: str, said: Said, known: _Known | None) -> Match:
        says = said.header
        own = self._sheets.get(student)
        if not own:
            about = f"no sheet of revision {self._assignment.revision} was drawn for this student"
            return Match(student, None, None, about)
        code = self.code(own[-1])
        others = sorted(self._others_in(said, student))
        if known is not None and known.sitting.student != student:
            others = [known.sitting.student]
        elif known is None and isinstance(says, Claim) and says.assignment != self._assignment.id:
            details = {"code": code, "found": says.assignment}
            about = f"a sheet of the assignment {says.assignment}"
            return Match(student, None, Refusal("other-assignment", details), about)
        elif says in (Says.PRACTICE, Says.SEVERAL):
            key = "practice" if says is Says.PRACTICE else "several-sheets"
            about = f"{'a ' if says is Says.PRACTICE else ''}{_told(says)}"
            return Match(student, None, Refusal(key, {"code": code}), about)
        else:
            by_code = known or self._by_codes(said, (student,))
            if by_code is not None:
                found = self._of_code(by_code, code)
                odd = self._odd(says, by_code.sitting, others)
                both = "; ".join(text for text in (found.about, odd) if text)
                return replace(found, about=both)
        if others:
            about = f"handed in by {student}, but the sheet is that of {', '.join(others)}"
            return Match(student, None, Refusal("other-student", {"code": code}), about)
        many = f"; marked by the last of {len(own)} sheets" if len(own) > 1 else ""
        about = f"{_told(says)}, so that the path alone tells whose it is{many}"
        return Match(student, own[-1], None, about, by_path_alone=True)

    def _odd(self, says: Claim | Says, sitting: Sitting, others: Sequence[str]) -> str:
        """What is to be looked at of a file of which it is known what it answers; or nothing."""
        odd = []
        if not isinstance(says, Claim) or says.code not in self._codes:
            odd.append(f"{_told(says)}, but its code stands elsewhere in it")
        elif (says.assignment, says.revision) != (self._assignment.id, sitting.revision):
            odd.append(f"its header says {says.assignment}, revision {says.revision}")
        if others:
            odd.append(f"the code of {', '.join(others)} stands in it as well")
        return "; ".join(odd)

    def _others_in(self, said: Said, student: str) -> set[str]:
        """The other students whose codes stand in a file."""
        known = [self._codes[code].sitting.student for code in said.codes if code in self._codes]
        return {*known} - {student}

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
        return {student for each in self._all_in(name) for student in each.students}

    def _named_in(self, name: str) -> tuple[frozenset[str] | None, bool]:
        """The students who may be meant by a path, and whether that is sure; None if nobody is.

        There are none of them where it names several, and two where both have the words that stand
        there. A number that a platform has given is that of a student if nothing else in the path
        says otherwise, which is not sure.
        """
        found = self._all_in(name)
        meant: frozenset[str] | None = None
        for each in found:
            if not each.is_of_platform:
                meant = each.students if meant is None else meant & each.students
        is_sure = meant is not None
        for each in found:
            if each.is_of_platform and (meant is None or meant & each.students):
                meant = each.students if meant is None else meant & each.students
        return meant, is_sure

    def _all_in(self, name: str) -> list[_Named]:
        found: list[tuple[int, int, int, _Named]] = []
        for place, part in enumerate(PurePosixPath(name).parts):
            words = words_in(part)
            whole = (words, words_in(PurePosixPath(part).stem))
            numbers = _numbers_of_platforms(part)
            for start in range(len(words)):
                for end in range(start + 1, min(start + self._longest, len(words)) + 1):
                    own = words[start:end]
                    students = self._words.get(own)
                    if students and (own in whole or len("".join(own)) >= _LEAST):
                        named = _Named(students, is_of_platform=own in numbers)
                        found.append((place, start, end, named))
        return [
            named
            for place, start, end, named in found
            if not any(
                place == other and begin <= start and end <= stop and stop - begin > end - start
                for other, begin, stop, _ in found
            )
        ]


class _Named(NamedTuple):
    """Who may be meant by some words of a path, and whether these are a number of a platform's."""

    students: frozenset[str]
    is_of_platform: bool


_NUMBERS = (
    re.compile(r".+_(\d+)_(?:assignsubmission|onlinetext|file).*"),  # Moodle
    re.compile(r"[^_]+(?:_LATE)?_(\d+)_(\d+)_.+"),  # Canvas
)


def _numbers_of_platforms(part: str) -> set[Words]:
    """The numbers that learning platforms put into paths: of a participant, a user, a file."""
    return {(each,) for shape in _NUMBERS for each in _groups(shape.fullmatch(part))}


def _groups(found: re.Match[str] | None) -> tuple[str, ...]:
    return found.groups() if found else ()


def _told(says: Claim | Says) -> str:
    return f"the unknown code {says.code}" if isinstance(says, Claim) else says.value


Words = tuple[str, ...]


def words_in(name: str) -> Words:
    """The words of a name, as they are compared: in small letters, without what is between them."""
    plain = unicodedata.normalize("NFC", name).casefold()
    return tuple(re.findall(r"[^\W_]+", plain))


def _words_of(students: Sequence[Student]) -> dict[Words, frozenset[str]]:
    """By what each student may be known in paths, and of two who have it alike, both.

    As it is written it comes before how it is spelled without marks on its letters.
    """
    own: dict[Words, set[str]] = {}
    plain: dict[Words, set[str]] = {}
    for student in students:
        who = comparable(student.id)
        for text in _texts_of(student):
            for into, spelled in ((own, text), (plain, _without_marks(text))):
                for words in (words_in(spelled), words_in("".join(words_in(spelled)))):
                    if words and (len("".join(words)) >= _LEAST or text == student.id):
                        into.setdefault(words, set()).add(who)
    return {words: frozenset(ids) for words, ids in (plain | own).items()}


def _texts_of(student: Student) -> Iterator[str]:
    """The id of a student, the name with its words in turn, and what other columns have."""
    yield student.id
    names = student.name.replace(",", " ").split()
    for first in range(len(names)):
        yield " ".join((*names[first:], *names[:first]))
    yield " ".join(reversed(names))
    for column, cell in student.others.items():
        if column.casefold() in _OF_PATHS:
            yield cell
            yield cell.partition("@")[0]


_SPELLED = str.maketrans({"đ": "d", "Đ": "D", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O"})


def _without_marks(text: str) -> str:
    """A text as it is typed where there are no letters with marks: ``Anic`` for ``Anić``."""
    apart = unicodedata.normalize("NFKD", text.translate(_SPELLED))
    return "".join(sign for sign in apart if not unicodedata.combining(sign))
