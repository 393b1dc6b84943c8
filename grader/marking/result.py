"""The one typed result that every output is made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from grader.answers.outcome import Outcome
from grader.marking.compared import Compared, WrongCells
from grader.marking.marks import total
from grader.messages.remark import Remark
from grader.sandbox.outside.limits import WALL_CLOCK
from grader.sheet.drawn import AsDrawn, worst_of
from problems.frozen import frozen
from problems.sentences import Language


@frozen
class FieldResult:
    """One blank, or one check of a student's code.

    ``found`` and ``expected`` are values in the reader's notation; ``expected`` is None where it
    may not be shown. ``read`` is what an answer by hand was read as, where it was read. ``slips``
    are the keys of the mistakes that explain what was found. ``inputs`` says on what a check was
    run, and ``seconds`` how long that took by the clock. ``compared`` is a wrong array beside the
    right one, or with its wrong cells alone where that may not be shown. ``is_style`` tells a rule
    of style from results.
    """

    name: str
    outcome: Outcome
    score: float
    max_score: float
    found: str | None = None
    expected: str | None = None
    slips: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()
    inputs: str | None = None
    seconds: float = field(default=0.0, compare=False)
    read: str | None = None
    compared: Compared | WrongCells | None = field(default=None, compare=False)
    is_style: bool = False


def faulty_field(name: str, remark: Remark) -> FieldResult:
    """A field that could not be marked through a fault of ours: it is taken out of the marks."""
    return FieldResult(name, Outcome.GRADER_FAULT, 0.0, 0.0, remarks=(remark,))


@frozen
class ProblemResult:
    """One problem of a sheet; ``key`` is its number on the sheet.

    ``as_drawn`` tells whether it is what its seed draws at its level, and ``example`` which
    published example it is, if it is one: anybody can edit the header of a file. ``set_by_hand``
    are the marks that a person has set for all of it.
    """

    key: str
    family: str
    level: str
    fields: tuple[FieldResult, ...]
    as_drawn: AsDrawn = AsDrawn.YES
    example: str | None = None
    set_by_hand: float | None = None

    @property
    def score(self) -> float:
        """The marks earned, or set by a person after an appeal."""
        if self.set_by_hand is not None:
            return self.set_by_hand
        return total(f.score for f in self.fields)

    @property
    def max_score(self) -> float:
        """The marks that there are."""
        return total(f.max_score for f in self.fields)

    @property
    def style(self) -> tuple[float, float]:
        """The marks for style: those earned, and those that there are."""
        own = [f for f in self.fields if f.is_style]
        return total(f.score for f in own), total(f.max_score for f in own)


_ODD_HEADERS = {
    "other-header": "header of another sheet; marked by the sheet that was set",
    "no-header": "no header; marked by the sheet that was set",
    "damaged-header": "damaged header; marked by the sheet that was set",
}


@frozen
class SheetResult:
    """One submission. ``incidents`` went wrong while it ran; they cost only what they touched.

    ``confinement`` is the level at which its program was run, empty if it was not run.
    ``limits_met`` are the names of the limits that a statement or a check has met anywhere while
    it ran (such as ``memory``, ``cpu`` and ``time``), sorted, each once. ``versions`` are those of
    Python and the libraries that ran it, by the name that is imported. ``seconds`` is how long all
    of it took by the clock. ``deducted`` is what being late costs.
    """

    sheet: str
    language: Language
    problems: tuple[ProblemResult, ...]
    incidents: tuple[Remark, ...] = ()
    confinement: str = ""
    limits_met: tuple[str, ...] = ()
    versions: Mapping[str, str] = field(default_factory=dict)
    seconds: float = field(default=0.0, compare=False)
    deducted: float = 0.0

    @property
    def score(self) -> float:
        """The marks earned, without those that being late has cost."""
        return total([*(p.score for p in self.problems), -self.deducted])

    @property
    def max_score(self) -> float:
        """The marks that there are."""
        return total(p.max_score for p in self.problems)

    @property
    def as_drawn(self) -> AsDrawn:
        """Whether all of its problems are what its seed draws: the worst that is known of one."""
        return worst_of(problem.as_drawn for problem in self.problems)

    @property
    def is_sealed(self) -> bool:
        """Whether it tells how answers are read, and no marks: whoever has set the sheet does."""
        return any(remark.key == "sealed" for remark in self.incidents)

    @property
    def odd_header(self) -> str:
        """What is odd about the file's own header where the sheet was set otherwise, or nothing."""
        found = (_ODD_HEADERS[r.key] for r in self.incidents if r.key in _ODD_HEADERS)
        return next(found, "")

    @property
    def met_wall_clock(self) -> bool:
        """Whether one of those limits is of wall clock, which a busy machine alone may meet."""
        return not WALL_CLOCK.isdisjoint(self.limits_met)

    @property
    def has_grader_fault(self) -> bool:
        """Whether anything could not be marked through a fault of ours."""
        return any(f.outcome is Outcome.GRADER_FAULT for p in self.problems for f in p.fields)
