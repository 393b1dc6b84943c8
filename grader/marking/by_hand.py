"""Marking of values worked out by hand: comparison, follow-through, diagnosis."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from grader.marking.answer import Answer, NoValue
from grader.marking.diagnosis import explaining_slips, right_values
from grader.marking.guard import makes_trivial
from grader.marking.notation import in_notation
from grader.marking.result import FieldResult, Outcome, Remark
from problems.forms import agree, cells_that_agree, shape_of
from problems.working import RULE_ERRORS, Asked, Values, Working


def mark_by_hand(working: Working, answers: Mapping[str, Answer]) -> tuple[FieldResult, ...]:
    """Mark the blanks of one problem, in the order in which they are worked out.

    ``answers`` has an answer for each blank: a value in the blank's form, or why there is none.
    """
    marking = _Marking(working)
    with np.errstate(all="ignore"):  # a mistake may lead to numbers that are not finite
        return tuple(marking.mark(asked, answers[asked.name]) for asked in working.asked)


@dataclass(frozen=True)
class _Verdict:
    outcome: Outcome
    share: float
    remarks: tuple[Remark, ...] = ()
    slips: tuple[str, ...] = ()


class _Marking:
    """What is known of a student's working so far.

    ``own`` are the answers given; ``right`` the true values of those that are right, which settle
    the choice where several values are; ``charged`` the slips that have cost marks.
    """

    def __init__(self, working: Working) -> None:
        self.working = working
        self.own: Values = {}
        self.right: Values = {}
        self.charged: set[str] = set()

    def mark(self, asked: Asked, answer: Answer) -> FieldResult:
        if isinstance(answer, NoValue):
            return FieldResult(
                asked.name, answer.outcome, 0.0, asked.marks, answer.found, remarks=(answer.remark,)
            )
        verdict = self._judge(asked, answer)
        if _is_usable(answer, self.working.evaluate(asked.step)):
            self.own[asked.name] = answer
        return FieldResult(
            asked.name,
            verdict.outcome,
            asked.marks * verdict.share,
            asked.marks,
            found=in_notation(answer),
            slips=verdict.slips,
            remarks=verdict.remarks,
        )

    def _judge(self, asked: Asked, found: Any) -> _Verdict:
        if (settled := self._right_given(asked, found, self.right)) is not None:
            self.right.update(settled)
            return _Verdict(Outcome.CORRECT, 1.0)
        if self._right_given(asked, found, self.own) is not None:
            return self._follow_through(asked)
        return self._slip(asked, found) or self._wrong(asked, found)

    def _right_given(self, asked: Asked, found: Any, fixed: Values) -> Values | None:
        """What a value settles that is right given fixed ones; None if it is not right."""
        for value, choices in right_values(self.working, asked.step, fixed):
            if agree(asked.form, found, value):
                return {**choices, asked.name: value}
        try:
            accepted = asked.step.rule.is_right(found, self.working.inputs(asked.step, fixed))
        except RULE_ERRORS:
            return None
        return {asked.name: found} if accepted else None

    def _follow_through(self, asked: Asked) -> _Verdict:
        if makes_trivial(self.working, asked.step, own=self.own, true=self.right):
            return _Verdict(Outcome.WRONG, 0.0, (Remark("follow-through-trivial"),))
        return _Verdict(Outcome.FOLLOW_THROUGH, 1.0, (Remark("follow-through"),))

    def _slip(self, asked: Asked, found: Any) -> _Verdict | None:
        """The slips that give the value from the student's own values, else from the true ones."""
        slips = explaining_slips(self.working, asked, found, self.own) or explaining_slips(
            self.working, asked, found, self.right
        )
        if not slips:
            return None
        if again := tuple(key for key in slips if key in self.charged):
            return _Verdict(Outcome.SLIP, 1.0, (Remark("slip-again", {"slips": again}),), again)
        self.charged.update(slips)
        key = "slip" if len(slips) == 1 else "several-slips"
        return _Verdict(Outcome.SLIP, 0.0, (Remark(key, {"slips": slips}),), slips)

    def _wrong(self, asked: Asked, found: Any) -> _Verdict:
        true = self.working.evaluate(asked.step, self.right)
        cells = cells_that_agree(asked.form, found, true)
        if cells is None:
            details = {"found": shape_of(found), "expected": shape_of(true)}
            return _Verdict(Outcome.WRONG, 0.0, (Remark("wrong-shape", details),))
        if cells.ndim == 0:
            return _Verdict(Outcome.WRONG, 0.0, (Remark("wrong"),))
        wrong = tuple(tuple(int(i) + 1 for i in index) for index in np.argwhere(~cells))
        guessed = not np.any(np.asarray(found) != 0)  # zeros everywhere are right somewhere
        share = float(cells.mean()) if asked.per_cell and not guessed else 0.0
        return _Verdict(Outcome.WRONG, share, (Remark("wrong-cells", {"cells": wrong}),))


def _is_usable(found: Any, true: Any) -> bool:
    """Whether later steps may be worked out from an answer: it is no larger than it need be."""
    return found is not None and np.size(found) <= 4 * np.size(true) + 16
