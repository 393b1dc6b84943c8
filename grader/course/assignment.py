"""An assignment, as a lecturer sets it in ``assignment.toml``."""

from __future__ import annotations

import difflib
import hashlib
import json
import re
import tomllib
import zoneinfo
from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import UTC, datetime, timedelta
from fnmatch import fnmatchcase
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, get_args

from grader.course.amounts import AmountError, duration, share, whole_hundredths
from grader.course.assignment_file import (
    AssignmentFile,
    ExtensionTable,
    FeedbackTable,
    HandingInTable,
    LateTable,
    MarkingTable,
    ProblemTable,
    checked_kinds,
    place_in_words,
)
from grader.course.quoting import meant, one_line, shown
from grader.course.refusal import RefusalError
from grader.course.roster import Student, comparable
from grader.course.set_problem import MOST_POINTS, SetProblem, checked_name, read_problem
from grader.course.toml_lines import Path as Place
from grader.course.toml_lines import TomlLines
from grader.files.whole import readable
from grader.grading.limits import LimitChanges, LimitError, parse_limit
from grader.report.feedback import Feedback, Level
from grader.sheet.sheet import MOST_PROBLEMS
from problems.frozen import frozen
from problems.languages import Language, LanguageError, add_language, language_or_none, languages

FILE_NAME = "assignment.toml"
MOST_ATTEMPTS = 100
MOST_REVISION = 10_000
_MOST_BYTES = 256 * 1024
_MOST_OF_ID, _MOST_OF_TEXT = 40, 200
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*")

Counts = Literal["first", "last", "best"]
"""Which attempt of a student counts."""
COUNTS: tuple[Counts, ...] = get_args(Counts)


class AssignmentError(ValueError):
    """An assignment that cannot be used: file, line, what was expected, what came, what to do."""


@frozen
class Late:
    """What being late costs.

    Each started ``unit`` costs a ``share`` of the points that there are, or a number of ``points``
    (the other one is 0). Within the ``grace`` nothing is late. Lateness takes no mark below the
    ``floor``, a share of what was earned, unless it is handed in later than ``until``, which earns
    nothing.
    """

    unit: timedelta
    share: Fraction = Fraction(0)
    points: Fraction = Fraction(0)
    grace: timedelta = timedelta(0)
    floor: Fraction = Fraction(0)
    until: timedelta | None = None


@frozen
class Extension:
    """What one student has in place of what all have; None where it is the same."""

    deadline: datetime | None = None
    attempts: int | None = None
    reason: str = ""


@frozen(eq=False)
class HandingIn:
    """Until when, and how often. ``deadline`` knows its zone; None if there is none.

    ``extensions`` are by student as they are compared (`grader.course.roster.comparable`).
    """

    deadline: datetime | None = None
    attempts: int = 1
    counts: Counts = "last"
    extensions: Mapping[str, Extension] = field(default_factory=dict)

    def deadline_for(self, student_id: str) -> datetime | None:
        """Until when a student may hand in."""
        own = self.extensions.get(comparable(student_id), Extension())
        return own.deadline or self.deadline

    def attempts_for(self, student_id: str) -> int:
        """How often a student may hand in."""
        own = self.extensions.get(comparable(student_id), Extension())
        return own.attempts or self.attempts


@frozen(eq=False)
class Assignment:
    """What is set, and how it is marked.

    ``folder`` is where its file lies, and ``digest`` the same for the same text and networks alone.
    ``warnings`` are lines on what may be meant otherwise.
    """

    id: str
    revision: int
    languages: tuple[Language, ...]
    titles: Mapping[Language, str]
    problems: tuple[SetProblem, ...]
    handing_in: HandingIn
    late: Late | None
    feedback: Feedback
    follow_through: Fraction
    limits: LimitChanges
    tool: str
    folder: Path
    digest: str
    warnings: tuple[str, ...] = ()

    def problem(self, key: str) -> SetProblem | None:
        """The problem of this number; None if there is none."""
        return next((one for one in self.problems if one.key == key), None)

    def extensions_of_nobody(self, students: Sequence[Student]) -> list[str]:
        """The students of extensions who are in no row of a roster."""
        known = {comparable(student.id) for student in students}
        return [each for each in self.handing_in.extensions if each not in known]


def read_assignment(path: Path) -> Assignment:
    """The assignment in a file, or in that of a folder. Raises AssignmentError."""
    file = path / FILE_NAME if path.is_dir() else path
    name = readable(str(file))
    text = _text_of(file, name)
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise AssignmentError(f"{name}{_syntax_error(str(error), text)}") from None
    except ValueError:  # a number of thousands of digits, which Python does not read
        found = re.search(r"\d{500}", text.replace("_", "0"))
        line = text.count("\n", 0, found.start() if found else 0) + 1
        raise AssignmentError(f"{name}, line {line}: a number has thousands of digits") from None
    except RecursionError:
        raise AssignmentError(f"{name}: TOML was expected, but lists are nested too deep") from None
    lines = TomlLines(text)
    try:
        return _Reading(file.parent, name, lines).assignment(checked_kinds(tables), text)
    except RefusalError as error:
        raise AssignmentError(
            _in_its_place(name, lines, error.path, error.about, str(error))
        ) from None


def _text_of(file: Path, name: str) -> str:
    try:
        data = file.read_bytes()
    except FileNotFoundError:
        raise AssignmentError(
            f"{name}: there is no such file; name an {FILE_NAME}, or the folder that has it "
            "('grader init' writes one to begin with)"
        ) from None
    except OSError as error:
        raise AssignmentError(f"{name}: cannot be read ({error.strerror})") from None
    if len(data) > _MOST_BYTES:
        raise AssignmentError(f"{name}: at most {_MOST_BYTES // 1024} KB were expected")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise AssignmentError(
            f"{name}, line {line}: the file is not UTF-8; save it as UTF-8"
        ) from None
    return text.replace("\r\n", "\n")


_AT = re.compile(
    r"^(?P<what>.*) \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$"
)
_NO_SECONDS = re.compile(r"=\s*\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(?![\d:])")
_DATE_IN_WORDS = re.compile(r"=\s*\d{1,2}\.\s*\d{1,2}\.")
_BARE_TEXT = re.compile(r"=\s*[A-Za-z]")


def _syntax_error(said: str, text: str) -> str:
    """Where a file is no TOML, and what is probably meant."""
    found = _AT.match(said)
    every = text.splitlines() or [""]
    line = int(found["line"]) if found and found["line"] else len(every)
    what = found["what"] if found else said
    source = every[line - 1] if line <= len(every) else ""
    hint = ""
    if _NO_SECONDS.search(source):
        hint = "; a time has its seconds, such as 23:59:00"
    elif _DATE_IN_WORDS.search(source):
        hint = "; a date is written 2026-12-15T23:59:00"
    elif _BARE_TEXT.search(source) and what.startswith("Invalid value"):
        hint = '; a text stands in quotes: "..."'
    column = f", column {found['column']}" if found and found["column"] else ""
    told = one_line(f"{what[:1].lower()}{what[1:]}{hint}")
    return f", line {line}{column}: this is no TOML: {told}"


def _in_its_place(name: str, lines: TomlLines, path: Place, about: Place, text: str) -> str:
    told = place_in_words(about)
    return f"{name}, line {lines.of(path)}: {one_line(f'{told}: {text}' if told else text)}"


class _Reading:
    """Of one file: where it lies, what it is called, and what came up on the way."""

    def __init__(self, folder: Path, name: str, lines: TomlLines) -> None:
        self._folder = folder
        self._name = name
        self._lines = lines
        self._warnings: list[str] = []

    def _add_languages(self, folders: Sequence[str]) -> None:
        for number, folder in enumerate(folders):
            try:
                add_language(self._folder / folder)
            except LanguageError as error:
                place = ("language-folders", number)
                raise RefusalError(place, str(error), ("language-folders",)) from None

    def assignment(self, file: AssignmentFile, text: str) -> Assignment:
        """What the file says. Raises RefusalError."""
        self._add_languages(file.language_folders)
        languages = _languages(file.languages)
        problems = self._problems(file.problem)
        handing_in = _handing_in(file.handing_in, file.extension)
        return Assignment(
            _id(file.id),
            _whole("revision", file.revision, MOST_REVISION),
            languages,
            _titles(file.title, languages),
            problems,
            handing_in,
            _late(file.late, handing_in),
            self._feedback(file.feedback, file.problem, problems),
            _share(file.marking.follow_through, ("marking", "follow-through")),
            _limits(file.marking),
            _line_of_text(file.tool.where, ("tool", "where")),
            self._folder,
            _digest(text, problems),
            tuple(self._warnings),
        )

    def _warn(self, path: Place, about: Place, text: str) -> None:
        self._warnings.append(_in_its_place(self._name, self._lines, path, about, text))

    def _problems(self, tables: Sequence[ProblemTable]) -> tuple[SetProblem, ...]:
        if not 1 <= len(tables) <= MOST_PROBLEMS:
            raise RefusalError(
                ("problem",), f"1 to {MOST_PROBLEMS} problems were expected, not {len(tables)}", ()
            )
        found = []
        for number, table in enumerate(tables):
            problem, doubts = read_problem(table, number, self._folder)
            for path, told in doubts:
                self._warn(path, ("problem", number), told)
            found.append(problem)
        return tuple(found)

    def _feedback(
        self, table: FeedbackTable, tables: Sequence[ProblemTable], problems: Sequence[SetProblem]
    ) -> Feedback:
        """For all, then for problems, and last for patterns, which say best what is meant."""
        own = [
            (problem.key, _level(one.feedback, ("problem", number, "feedback")))
            for number, (one, problem) in enumerate(zip(tables, problems, strict=True))
            if one.feedback is not None
        ]
        others = []
        for pattern, level in table.others.items():
            path = ("feedback", "others", pattern)
            self._check_pattern(pattern, path, problems)
            others.append((pattern, _level(level, path)))
        return Feedback(_level(table.level, ("feedback", "level")), (*own, *others))

    def _check_pattern(self, pattern: str, path: Place, problems: Sequence[SetProblem]) -> None:
        """Raises RefusalError for a pattern that fits nothing at all, and warns in doubt."""
        of_problem, dot, of_field = pattern.partition(".")
        if any(fnmatchcase(one.key, pattern) for one in problems):
            return
        fitting = [one for one in problems if fnmatchcase(one.key, of_problem)]
        if not fitting or not dot:
            keys = "1" if len(problems) == 1 else f"1 to {len(problems)}"
            raise RefusalError(
                path,
                f"{shown(pattern)} fits no problem; their numbers are {keys}, as in "
                '"1" or "1.inputs-*"',
                path[:2],
            )
        refusals: list[RefusalError] = []
        doubts: list[str] = []
        for problem in fitting:
            try:
                doubts.append(checked_name(problem, of_field, path, path[:2]))
            except RefusalError as error:
                refusals.append(error)
        if not doubts:
            raise refusals[0]
        if all(doubts):
            self._warn(path, path[:2], doubts[0])


def _id(text: str) -> str:
    if not _ID.fullmatch(text) or len(text) > _MOST_OF_ID:
        raise RefusalError(
            ("id",),
            f"at most {_MOST_OF_ID} letters from A to Z, digits and hyphens were expected, such as "
            f'"hw3", but {shown(text)} came',
        )
    return text


def _whole(path: str | Place, number: int, most: int) -> int:
    place = (path,) if isinstance(path, str) else path
    if not 1 <= number <= most:
        raise RefusalError(
            place, f"a whole number from 1 to {most} was expected, but {shown(number)} came"
        )
    return number


def _languages(texts: Sequence[str]) -> tuple[Language, ...]:
    known = ", ".join(languages())
    if not texts:
        raise RefusalError(("languages",), f"a language at least was expected, of {known}")
    found: list[Language] = []
    for number, text in enumerate(texts):
        language = _language(text, ("languages", number))
        if language in found:
            raise RefusalError(
                ("languages", number), f"{shown(text)} is there twice", ("languages",)
            )
        found.append(language)
    return tuple(found)


def _language(text: str, path: Place) -> Language:
    language = language_or_none(text)
    if language is None:
        raise RefusalError(
            path,
            f"there are no sheets in {shown(text)}; there are {', '.join(languages())}",
            path[:1],
        )
    return language


def _titles(given: Mapping[str, str], languages: Sequence[Language]) -> Mapping[Language, str]:
    found = {
        _language(key, ("title", key)): _line_of_text(text, ("title", key))
        for key, text in given.items()
    }
    for language in languages:
        if not found.get(language):
            raise RefusalError(
                ("title",), f"a title in {language} was expected, since languages has {language!r}"
            )
    return MappingProxyType(found)


def _line_of_text(text: str, path: Place) -> str:
    if len(text) > _MOST_OF_TEXT or not text.isprintable():
        raise RefusalError(
            path, f"a text in one line of at most {_MOST_OF_TEXT} characters was expected"
        )
    return text.strip()


def _share(text: str, path: Place) -> Fraction:
    try:
        return share(text)
    except AmountError as error:
        raise RefusalError(path, str(error)) from None


def _duration(text: str | None, path: Place) -> timedelta | None:
    try:
        return None if text is None else duration(text)
    except AmountError as error:
        raise RefusalError(path, str(error)) from None


def _level(text: str, path: Place) -> Level:
    try:
        return Level(text)
    except ValueError:
        known = [each.value for each in Level]
        raise RefusalError(
            path, f"there is no level {shown(text)} of feedback{meant(text, known)}"
        ) from None


# -- times -----------------------------------------------------------------------------------------


def _handing_in(table: HandingInTable, extensions: Sequence[ExtensionTable]) -> HandingIn:
    where: Place = ("handing-in",)
    counts = next((one for one in COUNTS if one == table.counts), None)
    if counts is None:
        raise RefusalError(
            (*where, "counts"),
            f"one of {', '.join(COUNTS)} was expected, but {shown(table.counts)} came",
        )
    zone = _zone(table.zone)
    deadline = _in_zone(table.deadline, zone, (*where, "deadline"))
    attempts = _whole((*where, "attempts"), table.attempts, MOST_ATTEMPTS)
    found: dict[str, Extension] = {}
    places: dict[str, int] = {}
    for number, each in enumerate(extensions):
        key = comparable(each.student)
        place: Place = ("extension", number)
        if not key:
            raise RefusalError((*place, "student"), "the id of a student was expected")
        if key in places:
            raise RefusalError(
                (*place, "student"),
                f"the student {shown(each.student)} has extension {places[key] + 1} already; make "
                "one of the two",
                place,
            )
        places[key] = number
        found[key] = _extension(each, place, zone, deadline, attempts)
    return HandingIn(deadline, attempts, counts, MappingProxyType(found))


def _extension(
    table: ExtensionTable,
    place: Place,
    zone: zoneinfo.ZoneInfo | None,
    deadline: datetime | None,
    attempts: int,
) -> Extension:
    """An extension, which gives a student more than all have."""
    if table.deadline is None and table.attempts is None:
        raise RefusalError(place, "`deadline` or `attempts` was expected, but both are missing")
    own = _in_zone(table.deadline, zone, (*place, "deadline"))
    if own is not None and deadline is None:
        raise RefusalError(
            (*place, "deadline"), "[handing-in] has no deadline that could be put off; give it one"
        )
    if own is not None and deadline is not None and own < deadline:
        raise RefusalError(
            (*place, "deadline"),
            f"a time after the deadline of all was expected, {deadline.isoformat(' ')}, but "
            f"{own.isoformat(' ')} came",
        )
    if table.attempts is not None:
        _whole((*place, "attempts"), table.attempts, MOST_ATTEMPTS)
        if table.attempts < attempts:
            raise RefusalError(
                (*place, "attempts"),
                f"at least the {attempts} of all were expected, but {shown(table.attempts)} came",
            )
    return Extension(own, table.attempts, _line_of_text(table.reason, (*place, "reason")))


def _zone(name: str | None) -> zoneinfo.ZoneInfo | None:
    if name is None:
        return None
    try:
        return zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        known = zoneinfo.available_timezones()
        by_plain = {each.casefold(): each for each in known}
        by_plain |= {each.casefold().rpartition("/")[2]: each for each in sorted(known)}
        close = difflib.get_close_matches(name.casefold(), by_plain, n=1)
        told = f"; is `{by_plain[close[0]]}` meant?" if close else ", such as Europe/Zagreb"
        raise RefusalError(
            ("handing-in", "zone"), f"there is no time zone {shown(name)}{told}"
        ) from None


def _in_zone(time: datetime | None, zone: zoneinfo.ZoneInfo | None, path: Place) -> datetime | None:
    """A time as it is meant: in its own zone if it has one, and else by the clocks in this zone.

    An hour that these clocks show twice is the second one. Raises RefusalError for one that they
    leave out, and without a zone.
    """
    if time is None or time.tzinfo is not None:
        return time
    if zone is None:
        raise RefusalError(
            path,
            "the time zone is missing in which this time is meant; write `zone` in [handing-in], "
            'such as zone = "Europe/Zagreb"',
        )
    found = time.replace(tzinfo=zone)
    if found.replace(fold=1).utcoffset() != found.utcoffset():
        found = found.replace(fold=1)
    if found.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != time:
        raise RefusalError(
            path, f"the clocks in {zone.key} leave {time.isoformat(' ')} out; take another time"
        )
    return found


_UNITS = {"hour": timedelta(hours=1), "day": timedelta(days=1)}


def _late(table: LateTable | None, handing_in: HandingIn) -> Late | None:
    if table is None:
        return None
    if handing_in.deadline is None:
        raise RefusalError(
            ("late",), "[handing-in] has no deadline after which something is late; give it one"
        )
    if table.per not in _UNITS:
        raise RefusalError(
            ("late", "per"), f'"day" or "hour" was expected, but {shown(table.per)} came'
        )
    path: Place = ("late", "costs")
    of_points, points = Fraction(0), Fraction(0)
    if isinstance(table.costs, str):
        of_points = _share(table.costs, path)
    else:
        try:
            points = whole_hundredths(table.costs, MOST_POINTS)
        except AmountError as error:
            raise RefusalError(path, str(error)) from None
    grace = _duration(table.grace, ("late", "grace")) or timedelta(0)
    until = _duration(table.until, ("late", "until"))
    if until is not None and until < grace:
        raise RefusalError(
            ("late", "until"),
            f"no less than the grace was expected ({table.grace}), but {shown(table.until)} came",
        )
    floor = Fraction(0) if table.floor is None else _share(table.floor, ("late", "floor"))
    return Late(_UNITS[table.per], of_points, points, grace, floor, until)


# -- the rest --------------------------------------------------------------------------------------


def _limits(table: MarkingTable) -> LimitChanges:
    changes = []
    for number, text in enumerate(table.limits):
        try:
            changes.append(parse_limit(text))
        except LimitError as error:
            raise RefusalError(("marking", "limits", number), str(error)) from None
    return LimitChanges(tuple(changes))


def _digest(text: str, problems: Sequence[SetProblem]) -> str:
    networks: list[Any] = [problem.network for problem in problems]
    return hashlib.sha256(json.dumps([text, networks]).encode()).hexdigest()


__all__ = [
    "FILE_NAME",
    "Assignment",
    "AssignmentError",
    "Counts",
    "Extension",
    "HandingIn",
    "Late",
    "SetProblem",
    "read_assignment",
]
