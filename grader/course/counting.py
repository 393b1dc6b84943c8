"""What counts of all that a student has handed in, by the rule that the assignment sets.

A file that names no sheet, such as a module that lies beside it, counts if there is nothing else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from fractions import Fraction
from typing import Any, Literal

from grader.course.assignment import Assignment, Counts
from grader.course.handed import Handed
from grader.course.lateness import Timing
from grader.course.overrides import Override, overrides_of
from grader.course.roster import Student, comparable
from grader.marking.marks import written
from problems.frozen import frozen

Status = Literal["marked", "missing", "refused", "unusable", "grader-fault"]
"""What became of a student's work."""
UNKNOWN_TIME = "nobody knows when it was handed in"


@frozen(eq=False)
class MarkedFile:
    """A file that was handed in, with its result as plain data; None where it has none.

    ``data`` may be read from where it is kept when it is looked at. ``error`` says why there is
    none, and ``is_our_fault`` whether that is the grader's doing. ``number`` is that of the result
    where it is kept.
    """

    handed: Handed
    data: Mapping[str, Any] | None = None
    error: str = ""
    is_our_fault: bool = False
    number: int | None = None

    @property
    def score(self) -> float:
        """The points that it would earn."""
        return float(self.data["score"]) if self.data is not None else 0.0

    @property
    def has_unknown_time(self) -> bool:
        """Whether nobody knows if it is late."""
        lateness = self.handed.lateness
        return lateness is not None and lateness.timing is Timing.UNKNOWN

    @property
    def attempt(self) -> int:
        """Which sheet of the student's it answers; 0 where that is not known."""
        sitting = self.handed.sitting
        return 0 if sitting is None else sitting.attempt


@frozen(eq=False)
class Standing:
    """What a student gets: the file that counts, None if none does, and all others.

    ``notes`` are for the lecturer: what was odd, and why the one counts and not another.
    """

    student: Student
    counted: MarkedFile | None = None
    others: tuple[MarkedFile, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def status(self) -> Status:
        """A word on it."""
        if self.counted is not None and self.counted.data is not None:
            faulty = self.counted.is_our_fault
            return "grader-fault" if faulty else "marked"
        if any(file.is_our_fault for file in self.others):
            return "grader-fault"
        if any(file.handed.match.refusal is not None for file in self.others):
            return "refused"
        return "unusable" if self.others else "missing"


def standings(
    assignment: Assignment,
    students: Sequence[Student],
    files: Iterable[MarkedFile],
    overrides: Sequence[Override] = (),
) -> list[Standing]:
    """What each student of a roster gets, in its order; ``overrides`` are told beside it."""
    of: dict[str, list[MarkedFile]] = defaultdict(list)
    for file in files:
        if file.handed.student is not None:
            of[file.handed.student].append(file)
    return [
        _with_overrides(
            _standing(student, of[comparable(student.id)], assignment.handing_in.counts),
            overrides,
            assignment.revision,
        )
        for student in students
    ]


def _with_overrides(standing: Standing, overrides: Sequence[Override], revision: int) -> Standing:
    """What a student gets, with a note on all that a person has set of the sheet that counts."""
    own_id = comparable(standing.student.id)
    sitting = None if standing.counted is None else standing.counted.handed.sitting
    if sitting is None:
        waiting = sorted(
            one.about for one in overrides if (one.student, one.revision) == (own_id, revision)
        )
        if not waiting:
            return standing
        without = f"{', '.join(waiting)} set by hand, which counts once something of theirs does"
        return replace(standing, notes=(*standing.notes, without))
    own = overrides_of(overrides, sitting.student, sitting.revision, sitting.attempt)
    told = (
        f"{one.about} set by hand to {written(one.points or Fraction(0))}: {one.reason}"
        for one in own.values()
    )
    return replace(standing, notes=(*standing.notes, *told))


def _standing(student: Student, files: Sequence[MarkedFile], counts: Counts) -> Standing:
    notes = [f"{file.handed.name}: {told}" for file in files if (told := _told_of(file))]
    able = [file for file in files if file.data is not None and file.handed.sitting is not None]
    if not able:
        return Standing(student, None, tuple(files), tuple(notes))
    named = [file for file in able if not file.handed.match.by_path_alone]
    counted, why = _counted(named or able, counts)
    if named and len(named) < len(able):
        why = "; ".join(text for text in (why, "it names its sheet") if text)
    if len(able) > 1:
        notes.append(f"{len(able)} files, of which {counted.handed.name} counts ({why})")
    others = tuple(file for file in files if file is not counted)
    return Standing(student, counted, others, tuple(notes))


def _told_of(file: MarkedFile) -> str:
    """What is odd about a file; empty if nothing is."""
    told = [file.handed.match.about, file.error]
    if file.has_unknown_time:
        told.append(UNKNOWN_TIME)
    return "; ".join(text for text in told if text)


def _counted(files: Sequence[MarkedFile], counts: Counts) -> tuple[MarkedFile, str]:
    """The file that counts, and by what; of such that name their sheet, if there are any.

    Of several files for one sheet the latest counts, and where times are not known, the best.
    """
    by_attempt: dict[int, list[MarkedFile]] = defaultdict(list)
    for file in files:
        by_attempt[file.attempt].append(file)
    if counts == "best":
        return _best(files), "the best"
    attempt = min(by_attempt) if counts == "first" else max(by_attempt)
    same = by_attempt[attempt]
    told = f"attempt {attempt}, the {counts}" if len(by_attempt) > 1 else ""
    if len(same) == 1:
        return same[0], told
    moments = [file.handed.when for file in same]
    known = [moment for moment in moments if moment is not None]
    if len(known) == len(moments) and len(set(known)) == len(known):
        chosen = (min if counts == "first" else max)(same, key=_when)
        return chosen, f"{told}, handed in {counts}" if told else f"handed in {counts}"
    unknown = "the best, since nobody knows which was handed in " + counts
    return _best(same), f"{told}, {unknown}" if told else unknown


def _best(files: Sequence[MarkedFile]) -> MarkedFile:
    return max(files, key=lambda file: (file.score, file.attempt))


def _when(file: MarkedFile) -> datetime:
    assert file.handed.when is not None
    return file.handed.when
