"""Marking of values worked out by hand: comparison, follow-through, diagnosis."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np

from grader.answers.answer import Answer, NoValue
from grader.answers.hint import hint_on_error
from grader.answers.notation import in_notation
from grader.answers.outcome import Outcome
from grader.marking.compared import WrongCells
from grader.marking.finding import Finding, Findings, Kind
from grader.marking.guard import Work
from grader.marking.likeliest import Likeliest
from grader.marking.misread import told as misread_as
from grader.marking.named import as_on_sheet
from grader.marking.present import is_one_whole_number, same
from grader.marking.result import FieldResult
from grader.messages.remark import Remark
from problems.forms import Choice, Integer, Shape, shape_of
from problems.frozen import frozen
from problems.mix_ups import MixUp
from problems.working import Asked, Working

_ROUNDED = "rounded"
_TELLS_CELLS = frozenset({"wrong-entries", "wrong-cells", "wrong-indices"})


@np.errstate(all="ignore")  # a student's numbers may be beyond all floats
def mark_by_hand(
    working: Working,
    answers: Mapping[str, Answer],
    written: Mapping[str, str] | None = None,
    folder: Path | None = None,
    published: Mapping[str, Sequence[Any]] = MappingProxyType({}),
) -> tuple[FieldResult, ...]:
    """Mark the blanks of one problem, in the order in which they are worked out.

    ``answers`` has an answer for each blank: a value in the blank's form, or why there is none.
    ``written`` is how the student wrote it, where that is known, and ``folder`` that of the family,
    whose texts name its options. ``published`` has answers to other variants that anybody may copy.
    """
    findings = Findings(working)
    found = [findings.note(asked, answers[asked.name]) for asked in working.asked]
    values = [one for one in found if isinstance(one, Finding)]
    work = Work(working, findings, values, published)
    charging = _Charging(working, work, Likeliest(working, values, findings.exact))
    fields: list[FieldResult] = []
    for asked, one in zip(working.asked, found, strict=True):
        if isinstance(one, NoValue):
            fields.append(without_value(asked, one, findings.true.value(asked.step), folder))
            continue
        verdict, read = charging.verdict(one), in_notation(one.value)
        fields.append(
            FieldResult(
                asked.name,
                verdict.outcome,
                asked.marks * verdict.share,
                asked.marks,
                found=(written or {}).get(asked.name) or read,
                read=read,
                slips=verdict.slips,
                remarks=verdict.remarks,
                compared=_wrong_cells(one.value, verdict.remarks),
            )
        )
    return tuple(fields)


def _wrong_cells(value: Any, remarks: Sequence[Remark]) -> WrongCells | None:
    """The answer with those of its cells that it is told are wrong; None where that is not told."""
    cells = next((r.details["cells"] for r in remarks if r.key in _TELLS_CELLS), None)
    if cells is None or not isinstance(value, np.ndarray):
        return None
    try:
        found = np.asarray(value, dtype=np.float64)
    except (OverflowError, TypeError, ValueError):  # no picture shows such numbers
        return None
    if not np.isfinite(found).all():
        return None
    wrong = np.zeros(found.shape, dtype=bool)
    for cell in cells:
        wrong[tuple(index - 1 for index in cell)] = True
    return WrongCells(found, wrong)


def without_value(
    asked: Asked, none: NoValue, true: Any, folder: Path | None, *, marks: int | None = None
) -> FieldResult:
    """A blank without a value; ``true`` is one of the size of the right one.

    ``marks`` are those that there are, where they are not those of the blank.
    """
    one_number = asked.size_told and shape_of(true) == ()
    hint = none.hint or hint_on_error(asked.form, none.remark, one_number=one_number, folder=folder)
    remarks = (none.remark, *((hint,) if hint else ()))
    there_are = asked.marks if marks is None else marks
    return FieldResult(asked.name, none.outcome, 0.0, there_are, none.found, remarks=remarks)


@frozen
class _Verdict:
    outcome: Outcome
    share: float
    remarks: tuple[Remark, ...] = ()
    slips: tuple[str, ...] = ()


class _Charging:
    """What each answer earns, given all of them: a mistake costs once, where work was shown.

    ``charged`` are the mistakes that have cost marks, rounding among them: whether each stands on
    honest work. So have ``charged_mix_ups``.
    """

    def __init__(self, working: Working, work: Work, likeliest: Likeliest) -> None:
        self.work = work
        self.likeliest = likeliest
        self.working = working
        self.charged: dict[str, bool] = {}
        self.charged_mix_ups: dict[tuple[Any, ...], bool] = {}
        self.misread = work.misread
        self.overlooked: MixUp | None = None

    @cached_property
    def mistakes(self) -> Mapping[str, str]:
        """For the key of each slip that of its mistake; found once they are needed."""
        return self.working.mistakes

    def verdict(self, finding: Finding) -> _Verdict:
        """What the next answer earns, in the order of the working."""
        verdict = self._of_value(finding)
        return self._written_wrongly(finding, verdict) if finding.notation else verdict

    def _of_value(self, finding: Finding) -> _Verdict:
        """What an answer earns by the value that is meant."""
        match finding.kind:
            case Kind.RIGHT:
                return _Verdict(Outcome.CORRECT, 1.0)
            case Kind.CONSISTENT if self.work.is_shown_by(finding):
                return _Verdict(Outcome.FOLLOW_THROUGH, 1.0, (Remark("follow-through"),))
            case Kind.CONSISTENT:
                return _Verdict(Outcome.WRONG, 0.0, (Remark(self._why_unearned(finding)),))
            case Kind.ROUNDED:
                return self._rounded(finding)
            case Kind.SLIP:
                return self._slip(finding)
            case Kind.WRONG:
                return self._wrong(finding)

    def _why_unearned(self, finding: Finding) -> str:
        """What is said of an answer that follows from earlier ones, and shows no work."""
        if not self.work.is_trivial(finding):
            return "follow-through-made-up"
        is_left = isinstance(finding.asked.form, Integer | Shape) and not (
            self.work.is_guess(finding) or self.work.rests_on_zeros(finding)
        )
        return "follow-through-alone" if is_left else "follow-through-trivial"

    def _rounded(self, finding: Finding) -> _Verdict:
        """Rounding is one mistake, and costs once; cells that are exact keep their part."""
        if self.charged.get(_ROUNDED):
            return _Verdict(Outcome.FOLLOW_THROUGH, 1.0, (Remark("rounded-again"),))
        self.charged[_ROUNDED] = self.work.is_shown
        return _Verdict(Outcome.WRONG, finding.share, (Remark(_ROUNDED),))

    def _wrong(self, finding: Finding) -> _Verdict:
        """A mix-up costs once, as a slip does, where it is made again."""
        if self.work.is_guess(finding) and not self._is_misread(finding):
            return _Verdict(Outcome.WRONG, 0.0, finding.remarks)
        found = finding.mix_ups
        if again := next((one for one in found if self.charged_mix_ups.get(one.mistake)), None):
            return _Verdict(
                Outcome.FOLLOW_THROUGH, 1.0, (self._told(again), Remark("mix-up-again"))
            )
        if misreading := self._misread_again(finding):
            return misreading
        is_honest = bool(found) and self.work.is_honest(finding)
        self.charged_mix_ups.update(dict.fromkeys((one.mistake for one in found), is_honest))
        several = (Remark("one-of-these-mix-ups"),) if len(found) > 1 else ()
        told = (*several, *map(self._told, found))
        misread = self._misread_first(finding)
        if misread and self._is_overlooked(finding):
            self.overlooked, misread = found[0], ()
        return _Verdict(Outcome.WRONG, finding.share, (*finding.remarks, *(misread or told)))

    def _is_overlooked(self, finding: Finding) -> bool:
        """Whether the largest value of a window was overlooked, rather than misread.

        Then it may have been read as any smaller number, for all that comes of it.
        """
        read = {one.taken for one in self.misread.of(finding)}
        found = finding.mix_ups
        return len(read) > 1 and len(found) == 1 and found[0].how == "another-of-its-window"

    def _is_misread(self, finding: Finding) -> bool:
        return self.work.is_shown and bool(self.misread.of(finding))

    def _misread_again(self, finding: Finding) -> _Verdict | None:
        """What an answer earns that rests on what was misread before; None if it costs by itself.

        The first answer that rests on it costs marks as a wrong one.
        """
        if not self.work.is_honest(finding):
            return None
        several = self.misread.made_again(finding)
        if not several:
            return None
        if self.overlooked is not None:
            remarks = self._told(self.overlooked), Remark("mix-up-again")
            return _Verdict(Outcome.FOLLOW_THROUGH, 1.0, remarks)
        told = misread_as(several, self.working, is_again=True)
        return _Verdict(Outcome.FOLLOW_THROUGH, 1.0, (told,))

    def _misread_first(self, finding: Finding) -> tuple[Remark, ...]:
        """What is said where something that was misread costs marks: what leads to further answers.

        It is told in place of mix-ups, and of slips that explain fewer answers.
        """
        if not self.work.is_honest(finding):
            return ()
        several = self.misread.of(finding)
        return (misread_as(several, self.working, is_again=False),) if several else ()

    def _is_told_by_slip(self, shown: Sequence[str]) -> bool:
        """Whether a slip explains as many answers as what was misread, or more."""
        most = max((self.likeliest.answers_with(key) for key in shown), default=0)
        return not self.misread.gives_more_than(most)

    def _slip(self, finding: Finding) -> _Verdict:
        """Where several slips give a value, any of them may be the one, and all are kept.

        If one of them has been charged before, none is charged now. Told are the likeliest. That
        the value was rounded as well costs nothing more, here or later.
        """
        slips, shown = finding.slips, self.likeliest.of(finding)
        if not shown:
            return _Verdict(Outcome.WRONG, 0.0, finding.remarks or (Remark("wrong"),))
        again = tuple(key for key in slips if self.charged.get(self.mistakes[key]))
        if again and finding.is_stepwise:
            same = tuple(key for key in shown if key in again)
            named = _named(same, "-again") if same else _named(shown)
            return _Verdict(Outcome.SLIP, 1.0, (named,), same or shown)
        if misreading := self._misread_again(finding):
            return misreading
        form = finding.asked.form
        if isinstance(form, Choice) and form.is_one_of_two:
            return _Verdict(Outcome.WRONG, 0.0, (Remark("wrong"),))
        misread = () if self._is_told_by_slip(shown) else self._misread_first(finding)
        if misread:
            return _Verdict(Outcome.WRONG, finding.share, (*finding.remarks, *misread))
        may_be_much_else = self._may_be_much_else(finding, shown)
        if may_be_much_else and not _is_telling(finding.value, finding.meant):
            return _Verdict(Outcome.WRONG, 0.0, finding.remarks or (Remark("wrong"),))
        repeated = tuple(key for key in shown if self.mistakes[key] in self.charged)
        if len(repeated) == 1 and finding.is_stepwise:
            named = Remark("slip-unshown", {"slips": repeated})
        elif may_be_much_else:
            named = Remark("slip-among-others", {"slips": shown})
        else:
            named = _named(shown)
        is_honest = self.work.is_honest(finding)
        for key in slips:
            mistake = self.mistakes[key]
            self.charged[mistake] = self.charged.get(mistake, False) or is_honest
        copied = self.likeliest.copied_instead(finding) if len(shown) == 1 else ()
        self.charged_mix_ups.update(dict.fromkeys((one.mistake for one in copied), is_honest))
        remarks = (*finding.remarks, named)
        if copied:
            remarks += (Remark("or-copied-line"), *map(self._told, copied))
        if finding.is_rounded and not self.charged.get(_ROUNDED):
            remarks += self._rounded(finding).remarks
        share = 0.0 if self.work.is_guess(finding) else finding.share
        return _Verdict(Outcome.SLIP, share, remarks, shown)

    def _may_be_much_else(self, finding: Finding, shown: Sequence[str]) -> bool:
        """Whether a value comes of much, and nothing else tells of the slips that give it too."""
        is_counted = isinstance(finding.asked.form, Integer | Shape)
        return (
            not is_counted
            and is_one_whole_number(finding.value)
            and not self.work.is_spoken_for(finding, shown)
        )

    def _written_wrongly(self, finding: Finding, verdict: _Verdict) -> _Verdict:
        """A way of writing that is wrong is one mistake, and costs once, whatever the value is."""
        is_new = not all(self.charged.get(self.mistakes[key]) for key in finding.notation)
        self.charged.update({self.mistakes[key]: True for key in finding.notation})
        return _Verdict(
            Outcome.SLIP,
            0.0 if is_new else verdict.share,
            (*verdict.remarks, _named(finding.notation, "" if is_new else "-again")),
            verdict.slips or finding.notation,
        )

    def _told(self, mix_up: MixUp) -> Remark:
        match mix_up.how:
            case "input-for-input":
                more: dict[str, Any] = {"instead": mix_up.other}
            case "input-of-other-step":
                more = {"of": mix_up.other}
            case "sign-misread" | "another-of-its-window":
                more = {"cells": (mix_up.cell,)}
            case _:
                more = {}
        parts = {"right": mix_up.right, "taken": mix_up.taken, "input": mix_up.name or None}
        details = {
            key: as_on_sheet(self.working, part) if isinstance(part, str) else part
            for key, part in parts.items()
            if part is not None
        }
        return Remark(mix_up.how, details | more)


def _is_telling(value: Any, meant: Any) -> bool:
    """Whether a value is that of slips, and no zero that merely comes near it.

    A one in every cell that comes near it is what a saturated sigmoid is rounded to.
    """
    return bool(np.any(value)) or (meant is not None and same(value, meant))


def _named(slips: tuple[str, ...], again: str = "") -> Remark:
    return Remark(("slip" if len(slips) == 1 else "several-slips") + again, {"slips": slips})
