"""What each answer by hand turns out to be, before it is known what it earns."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

import numpy as np

from grader.answers.answer import Answer, NoValue, Value, suited
from grader.marking.difference import difference, half_right
from grader.marking.present import is_present
from grader.messages.remark import Remark
from problems.diagnosis import explaining_slips, right_values, unfixed_steps
from problems.forms import Decimal, Rational, agree, cells_that_agree
from problems.working import RULE_ERRORS, Asked, Derivation, Step, Values, Working

_ROUNDING = 0.006
"""How far off a fraction that was rounded to two places may be.

That is 0.005, or, where it was rounded to more places before, 0.00556 at most; the rest is room for
floats.
"""


class Kind(Enum):
    """How an answer compares with the truth, and with what follows from the answers before it."""

    RIGHT = auto()
    CONSISTENT = auto()
    ROUNDED = auto()
    SLIP = auto()
    WRONG = auto()


@dataclass(frozen=True, eq=False)
class Finding:
    """What an answer turned out to be.

    Args:
        asked: its blank.
        value: the value, in the form of the blank.
        kind: how it compares.
        meant: the value that a right, consistent or rounded one stands for.
        slips: the mistakes that give the value.
        part: how many of its cells are right, where it is wrong or rounded: from 0 to 1.
        remarks: what is said of a wrong value, whatever it earns.
        is_present: whether a consistent value was made trivial by the answers before it.
        is_stepwise: whether no blank was left out between a slip and the nearest earlier answers.
    """

    asked: Asked
    value: Value
    kind: Kind
    meant: Any = None
    slips: tuple[str, ...] = ()
    part: float = 0.0
    remarks: tuple[Remark, ...] = ()
    is_present: bool = False
    is_stepwise: bool = True

    @property
    def share(self) -> float:
        """The share of the marks that the right cells of a wrong value earn, if any do."""
        return self.part if self.asked.per_cell else 0.0


class Findings:
    """What is found of a student's working, answer by answer, before any marks are given.

    ``own`` follows from the answers given; where an answer is a rounded one, ``exact`` has what it
    was rounded from. ``right`` follows from the answers that are right, which settle the choice
    where several values are, and ``true`` has the true value of every answer.
    """

    def __init__(self, working: Working) -> None:
        self.own = Derivation(working)
        self.exact = Derivation(working)
        self.right = Derivation(working)
        self.true = Derivation(working)
        self.asked = {asked.name: asked for asked in working.asked}

    def note(self, asked: Asked, answer: Answer) -> Finding | NoValue:
        """What an answer is, given those that were noted before."""
        true = self.right.value(asked.step)
        value = suited(answer, true, size_told=asked.size_told)
        if isinstance(value, NoValue):
            return value
        usable = _is_usable(value, true)
        finding = self._found(asked, value, usable=usable)
        self.true.fix({asked.name: self.right.fixed.get(asked.name, true)})
        if usable:
            self.own.fix({asked.name: value})
            meant = value if finding.meant is None else finding.meant
            self.exact.fix({asked.name: meant})
        return finding

    def answered_before(self, asked: Asked) -> tuple[str, ...]:
        """The names of the nearest blanks with values from which a value is worked out."""
        found: set[str] = set()
        todo, seen = [asked.step], {asked.name}
        while todo:
            for source in todo.pop().sources:
                if source.name in seen:
                    continue
                seen.add(source.name)
                if source.name in self.own.fixed:
                    found.add(source.name)
                elif isinstance(source, Step):
                    todo.append(source)
        return tuple(name for name in self.asked if name in found)

    def inputs(self, asked: Asked) -> Values:
        """What a value was to be worked out from: earlier answers, and the inputs of its step."""
        answers = {name: self.own.fixed[name] for name in self.answered_before(asked)}
        try:
            return {**answers, **asked.step.rule.taken(self.own.inputs(asked.step))}
        except RULE_ERRORS:
            return answers

    def _found(self, asked: Asked, value: Value, *, usable: bool) -> Finding:
        if (settled := self._right_given(asked, value, self.right)) is not None:
            for derivation in (self.right, self.exact, self.own):
                derivation.fix(settled)  # a choice at a tie holds from here on
            return Finding(asked, value, Kind.RIGHT, meant=settled[asked.name])
        for own in (self.exact, self.own):
            if usable and (settled := self._right_given(asked, value, own)) is not None:
                is_trivial = is_present(asked.step, own=own, true=self.right)
                return Finding(
                    asked,
                    value,
                    Kind.CONSISTENT,
                    meant=settled[asked.name],
                    is_present=is_trivial,
                )
        if (meant := self._rounded_from(asked, value)) is not None:
            part = float(_exact_cells(asked, value, meant).mean())
            return Finding(asked, value, Kind.ROUNDED, meant=meant, part=part)
        true = self.right.value(asked.step)
        for derivation in (self.exact, self.own, self.true):
            if slips := explaining_slips(derivation, asked, value):
                return Finding(
                    asked,
                    value,
                    Kind.SLIP,
                    slips=slips,
                    remarks=half_right(asked, value, true),
                    is_stepwise=not self._leaves_out_a_blank(asked),
                )
        part, remark = difference(asked, value, true)
        return Finding(asked, value, Kind.WRONG, part=part, remarks=(remark,))

    def _leaves_out_a_blank(self, asked: Asked) -> bool:
        """Whether a step between an answer and the earlier ones is a blank without a value."""
        between = unfixed_steps(asked.step, self.own.fixed)
        return any(step.name in self.asked and step.name != asked.name for step in between)

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


def _exact_cells(asked: Asked, found: Value, value: Any) -> Any:
    """Which cells of an answer that is near a value are that value: truth values in its shape."""
    cells = cells_that_agree(asked.form, found, value)
    assert cells is not None, "what is near a value has its shape"
    return cells


def _are_rounded(found: Any, values: Any) -> bool:
    """Whether there was something to round, and something is left of it."""
    return all(value != int(value) for value in values.flat) and bool(np.all(found != 0))


def _is_usable(found: Any, true: Any) -> bool:
    """Whether later steps may be worked out from an answer: it has as many axes as the truth.

    It may have another size, but none that would make the work long.
    """
    if isinstance(true, tuple):
        return len(found) == len(true)
    return np.ndim(found) == np.ndim(true) and np.size(found) <= 4 * np.size(true) + 16
