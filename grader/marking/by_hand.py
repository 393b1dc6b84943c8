"""Marking of values worked out by hand: comparison, follow-through, diagnosis."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from grader.answers.answer import Answer, NoValue, Value, suited
from grader.answers.hint import hint_on_error
from grader.answers.notation import in_notation
from grader.answers.outcome import Outcome
from grader.marking.difference import difference, half_right
from grader.marking.guard import makes_trivial
from grader.marking.result import FieldResult
from grader.messages.remark import Remark
from problems.diagnosis import explaining_slips, right_values, unfixed_steps
from problems.forms import Decimal, Rational, agree, cells_that_agree, shape_of
from problems.working import RULE_ERRORS, Asked, Derivation, Values, Working

_ROUNDING = 0.006
"""How far off a fraction that was rounded to two places may be.

That is 0.005, or, where it was rounded to more places before, 0.00556 at most; the rest is room for
floats.
"""


def mark_by_hand(
    working: Working,
    answers: Mapping[str, Answer],
    written: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> tuple[FieldResult, ...]:
    """Mark the blanks of one problem, in the order in which they are worked out.

    ``answers`` has an answer for each blank: a value in the blank's form, or why there is none.
    ``written`` is how the student wrote it, where that is known, and ``folder`` that of the family,
    whose texts name its options.
    """
    marking = _Marking(working, written or {}, folder)
    with np.errstate(all="ignore"):  # a student's numbers may be beyond all floats
        return tuple(marking.mark(asked, answers[asked.name]) for asked in working.asked)


@dataclass(frozen=True)
class _Verdict:
    outcome: Outcome
    share: float
    remarks: tuple[Remark, ...] = ()
    slips: tuple[str, ...] = ()


class _Marking:
    """What is known of a student's working so far.

    ``own`` follows from the answers given; where an answer is a rounded one, ``exact`` has what it
    was rounded from. ``right`` follows from the answers that are right, which settle the choice
    where several values are, and ``true`` has the true value of every answer. ``charged`` are the
    slips that have cost marks, and rounding if it has.
    """

    def __init__(self, working: Working, written: Mapping[str, str], folder: Path | None) -> None:
        self.written = written
        self.folder = folder
        self.own = Derivation(working)
        self.exact = Derivation(working)
        self.right = Derivation(working)
        self.true = Derivation(working)
        self.asked = frozenset(asked.name for asked in working.asked)
        self.charged: set[str] = set()

    def mark(self, asked: Asked, answer: Answer) -> FieldResult:
        true = self.right.value(asked.step)
        answer = suited(answer, true, size_told=asked.size_told)
        if isinstance(answer, NoValue):
            one_number = asked.size_told and shape_of(true) == ()
            hint = answer.hint or hint_on_error(
                asked.form, answer.remark, one_number=one_number, folder=self.folder
            )
            remarks = (answer.remark, *((hint,) if hint else ()))
            return FieldResult(
                asked.name, answer.outcome, 0.0, asked.marks, answer.found, remarks=remarks
            )
        usable = _is_usable(answer, true)
        verdict, meant = self._judge(asked, answer, usable=usable)
        self.true.fix({asked.name: self.right.fixed.get(asked.name, true)})
        if usable:
            self.own.fix({asked.name: answer})
            self.exact.fix({asked.name: answer if meant is None else meant})
        return FieldResult(
            asked.name,
            verdict.outcome,
            asked.marks * verdict.share,
            asked.marks,
            found=self.written.get(asked.name) or in_notation(answer),
            slips=verdict.slips,
            remarks=verdict.remarks,
        )

    def _judge(self, asked: Asked, found: Value, *, usable: bool) -> tuple[_Verdict, Any]:
        """The verdict, and the value that a right or consistent answer stands for."""
        if (settled := self._right_given(asked, found, self.right)) is not None:
            for derivation in (self.right, self.exact, self.own):
                derivation.fix(settled)  # a choice at a tie holds from here on
            return _Verdict(Outcome.CORRECT, 1.0), settled[asked.name]
        for own in (self.exact, self.own):
            if usable and (settled := self._right_given(asked, found, own)) is not None:
                return self._follow_through(asked, own), settled[asked.name]
        if (meant := self._rounded_from(asked, found)) is not None:
            return self._rounded(asked, found, meant), meant
        return self._slip(asked, found, usable=usable) or self._wrong(asked, found), None

    def _rounded_from(self, asked: Asked, found: Value) -> Any:
        """The fraction that was asked for exactly, and for which a decimal came; None if not so."""
        if not isinstance(asked.form, Rational):
            return None
        for derivation in (self.right, self.exact):
            try:
                value = derivation.value(asked.step)
            except RULE_ERRORS:
                continue
            if agree(Decimal(tolerance=_ROUNDING), found, value):
                rounded = ~_exact_cells(asked, found, value)
                if _are_rounded(np.asarray(found)[rounded], np.asarray(value)[rounded]):
                    return value
        return None

    def _rounded(self, asked: Asked, found: Value, meant: Any) -> _Verdict:
        """Rounding is one mistake, and costs once; cells that are exact keep their part."""
        if "rounded" in self.charged:
            return _Verdict(Outcome.FOLLOW_THROUGH, 1.0, (Remark("rounded-again"),))
        self.charged.add("rounded")
        share = float(_exact_cells(asked, found, meant).mean()) if asked.per_cell else 0.0
        return _Verdict(Outcome.WRONG, share, (Remark("rounded"),))

    def _right_given(self, asked: Asked, found: Value, derivation: Derivation) -> Values | None:
        """What a value settles that is right given fixed ones; None if it is not right."""
        for value, choices in right_values(derivation, asked.step):
            if agree(asked.form, found, value):
                return {**choices, asked.name: value}
        if asked.step.rule.accepts is None:
            return None
        try:
            accepted = asked.step.rule.is_right(found, derivation.inputs(asked.step))
        except RULE_ERRORS:
            return None
        return {asked.name: found} if accepted else None

    def _follow_through(self, asked: Asked, own: Derivation) -> _Verdict:
        if makes_trivial(asked.step, own=own, true=self.right):
            return _Verdict(Outcome.WRONG, 0.0, (Remark("follow-through-trivial"),))
        return _Verdict(Outcome.FOLLOW_THROUGH, 1.0, (Remark("follow-through"),))

    def _slip(self, asked: Asked, found: Value, *, usable: bool) -> _Verdict | None:
        """The slips that give the value from the student's own values, else from the true ones.

        Where there are several, any of them may be the one; all are kept, and if one has been
        charged before, none is charged now.
        """
        for derivation in (self.exact, self.own, self.true):
            if slips := explaining_slips(derivation, asked, found):
                break
        else:
            return None
        again = tuple(key for key in slips if key in self.charged)
        if again and usable and self._has_shown_its_working(asked):
            return _Verdict(Outcome.SLIP, 1.0, (_named(again, "-again"),), again)
        self.charged.update(slips)
        remarks = (*half_right(asked, found, self.right.value(asked.step)), _named(slips))
        return _Verdict(Outcome.SLIP, 0.0, remarks, slips)

    def _has_shown_its_working(self, asked: Asked) -> bool:
        """Whether no blank was left out between an answer and the earlier ones.

        A slip made again costs nothing more, but a lone value is no evidence of it.
        """
        before = self.asked - {asked.name}
        between = unfixed_steps(asked.step, self.own.fixed)
        return not any(step.name in before for step in between)

    def _wrong(self, asked: Asked, found: Any) -> _Verdict:
        share, remark = difference(asked, found, self.right.value(asked.step))
        return _Verdict(Outcome.WRONG, share, (remark,))


def _exact_cells(asked: Asked, found: Value, value: Any) -> Any:
    """Which cells of an answer that is near a value are that value: truth values in its shape."""
    cells = cells_that_agree(asked.form, found, value)
    assert cells is not None, "what is near a value has its shape"
    return cells


def _are_rounded(found: Any, values: Any) -> bool:
    """Whether there was something to round, and something is left of it."""
    return all(value != int(value) for value in values.flat) and bool(np.all(found != 0))


def _named(slips: tuple[str, ...], again: str = "") -> Remark:
    return Remark(("slip" if len(slips) == 1 else "several-slips") + again, {"slips": slips})


def _is_usable(found: Any, true: Any) -> bool:
    """Whether later steps may be worked out from an answer: it has as many axes as the truth.

    It may have another size, but none that would make the work long.
    """
    if isinstance(true, tuple):
        return len(found) == len(true)
    return np.ndim(found) == np.ndim(true) and np.size(found) <= 4 * np.size(true) + 16
