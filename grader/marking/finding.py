"""What each answer by hand turns out to be, before it is known what it earns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import Enum, auto
from functools import partial
from typing import Any

import numpy as np

from grader.answers.answer import Answer, Broken, NoValue, Value, suited
from grader.marking.difference import difference, half_right
from grader.marking.present import identical, is_present, same
from grader.marking.rounding import (
    are_decimals_of,
    exact_cells,
    is_coarse,
    is_in_tenths,
    is_near,
    is_rounded,
    unrounded,
)
from grader.messages.remark import Remark
from problems.derivation import Derivation
from problems.diagnosis import explained, right_values, slips_made, unlike
from problems.forms import Form, agree, agreement_with
from problems.frozen import frozen
from problems.mix_ups import MixUp, mix_ups
from problems.quantity import RULE_ERRORS, Step, Values
from problems.rules.sizes import BATCH_AXIS
from problems.trials import unfixed_steps
from problems.working import Asked, Working

_BATCHES = (1, -1)
"""What tools print for a batch of any size; a None has been read as the latter."""


class Kind(Enum):
    """How an answer compares with the truth, and with what follows from the answers before it."""

    RIGHT = auto()
    CONSISTENT = auto()
    ROUNDED = auto()
    SLIP = auto()
    WRONG = auto()


@frozen(eq=False)
class Finding:
    """What an answer turned out to be.

    Args:
        asked: its blank.
        value: the value, in the form of the blank, or, by a slip, broken where it should be whole.
        kind: how it compares.
        meant: the value that a right, consistent or rounded one stands for, and what a slip gives
            that an answer was rounded from, where it is known.
        slips: the mistakes that give the value.
        is_rounded: whether it is what the mistakes give in decimals, and a fraction was asked for.
        part: how many of its cells are right, where it is not right as a whole: from 0 to 1.
        remarks: what is said of a wrong value, whatever it earns.
        is_present: whether a consistent value was made trivial by the answers before it.
        is_stepwise: whether no blank was left out between a slip and the nearest earlier answers.
        notation: the mistakes in how the value was written, which is here as it is meant.
        mix_ups: what may have been taken for what, where no slip gives the value.
    """

    asked: Asked
    value: Value | Broken
    kind: Kind
    meant: Any = None
    slips: tuple[str, ...] = ()
    is_rounded: bool = False
    part: float = 0.0
    remarks: tuple[Remark, ...] = ()
    is_present: bool = False
    is_stepwise: bool = True
    notation: tuple[str, ...] = ()
    mix_ups: tuple[MixUp, ...] = ()

    @property
    def share(self) -> float:
        """The share of the marks that the right cells of a wrong value earn, if any do."""
        return self.part if self.asked.per_cell else 0.0


class Findings:
    """What is found of a student's working, answer by answer, before any marks are given.

    ``own`` follows from the answers given; where an answer is a rounded one, ``exact`` has what it
    was rounded from, and so has ``mixed``, but for slips. ``right`` follows from the answers that
    are right, which settle the choice where several values are, and ``true`` has the true value of
    every answer.
    """

    def __init__(self, working: Working) -> None:
        # All five are one until an answer comes that is not right to the last digit.
        self.right = self.own = self.exact = self.mixed = self.true = Derivation(working)
        self.asked = {asked.name: asked for asked in working.asked}
        self._working = working

    def note(self, asked: Asked, answer: Answer) -> Finding | NoValue:
        """What an answer is, given those that were noted before."""
        true = self.right.value(asked.step)
        value = suited(answer, true, size_told=asked.size_told)
        if isinstance(value, NoValue):
            return self._not_rounded(asked, value) or value
        if self._is_right_so_far(asked, value, true):
            self.right.fix({asked.name: true})
            return Finding(asked, value, Kind.RIGHT, meant=true)
        self._tell_apart()
        if (finding := self._with_batch_axis(asked, value, true)) is not None:
            self._settle(finding, usable=_is_usable(finding.value, true))
        else:
            usable = _is_usable(value, true)
            finding = self._found(asked, value, usable=usable)
            self._settle(finding, usable=usable)
        return finding

    def _is_right_so_far(self, asked: Asked, value: Value, true: Any) -> bool:
        """Whether an answer is the truth, after others that were, and settles no other choice."""
        if self.own is not self.right or not identical(value, true):
            return False
        fixed, name = self.right.fixed, asked.name
        unfixed = [n for n in self._working.choices if n not in fixed and n != name]
        if not unfixed or not self._working.comes_of(name, unfixed):
            return True
        between = unfixed_steps(asked.step, fixed)
        return not any(step.rule.alternatives for step in between if step is not asked.step)

    def _tell_apart(self) -> None:
        """From here on, what follows from the answers is not the same in every sense."""
        if self.own is self.right:
            self.own, self.exact, self.mixed, self.true = (self.right.copy() for _ in range(4))

    def _with_batch_axis(self, asked: Asked, value: Value, true: Any) -> Finding | None:
        """What a shape is with a number of images in front, which is no part of it; else None.

        Where what is behind the number is wrong, it has to be one that tools print for a batch.
        """
        if not isinstance(true, tuple) or not isinstance(value, tuple):
            return None
        if len(value) != len(true) + 1 or asked.step.slip(BATCH_AXIS) is None:
            return None
        finding = self._found(asked, value[1:], usable=True)
        is_likely = finding.kind in (Kind.RIGHT, Kind.CONSISTENT) or value[0] in _BATCHES
        return replace(finding, notation=(BATCH_AXIS,)) if is_likely else None

    def _settle(self, finding: Finding, *, usable: bool) -> None:
        """Fix what an answer means for those that come after it."""
        asked, value = finding.asked, finding.value
        self.true.fix({asked.name: self.right.value(asked.step)})
        if usable:
            meant = finding.meant
            if meant is None or identical(value, meant):
                meant = value
            if finding.kind is Kind.RIGHT:  # what it settles is fixed already
                meant = self.exact.fixed[asked.name]
                self.own.fix({asked.name: meant if identical(value, meant) else value})
            else:
                is_slip = finding.kind is Kind.SLIP
                if is_slip and self._working.notations.issuperset(
                    finding.slips
                ):  # what is meant holds on
                    meant, is_slip = self._followed(asked, value), False
                self.own.fix({asked.name: value})
                self.exact.fix({asked.name: meant})
                self.mixed.fix({asked.name: value if is_slip else meant})

    def _followed(self, asked: Asked, value: Any) -> Any:
        """What follows from the answers before; the value itself where nothing does."""
        try:
            return self.own.value(asked.step)
        except RULE_ERRORS:
            return value

    def _not_rounded(self, asked: Asked, none: NoValue) -> Finding | None:
        """What came where a whole number was asked for, if a slip leads to it: a size, say.

        None if none does: then it cannot be read as an answer.
        """
        if none.broken is None:
            return None
        self._tell_apart()
        by_slips = self._by_slips(asked, none.broken, are_decimals_of)
        if by_slips is None:
            return None
        slips, _ = by_slips
        finding = Finding(
            asked,
            none.broken,
            Kind.SLIP,
            meant=_only(list(slips.values())),
            slips=tuple(slips),
            is_stepwise=not self._leaves_out_a_blank(asked),
        )
        self._settle(finding, usable=True)
        return finding

    def answered_before(self, asked: Asked, *, by_rules: bool = False) -> tuple[str, ...]:
        """The names of the nearest blanks with values from which a value is worked out.

        Those that are in sight are among them, since a slip may take them; ``by_rules`` leaves them
        out.
        """
        found: set[str] = set()
        todo, seen = [asked.step], {asked.name}
        while todo:
            step = todo.pop()
            for source in step.needed if by_rules else step.sources:
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
            inputs = self.own.inputs(asked.step)
        except RULE_ERRORS:
            return answers
        return {**answers, **{name: inputs[name] for name in asked.step.taken}}

    def _found(self, asked: Asked, value: Value, *, usable: bool) -> Finding:
        if (settled := self._right_given(asked, value, self.right)) is not None:
            for derivation in (self.right, *self._students):
                derivation.fix(settled)  # a choice at a tie holds from here on
            return Finding(asked, value, Kind.RIGHT, meant=settled[asked.name])
        others = list(unlike((self.right, *self._students), asked.step))[1:]
        for own in others if usable else ():
            if (settled := self._right_given(asked, value, own)) is not None:
                is_trivial = is_present(asked.step, own=own, true=self.right)
                exact = self._rounded_from(asked, value, (self.exact,))
                meant = settled[asked.name] if exact is None else exact
                return Finding(asked, value, Kind.CONSISTENT, meant=meant, is_present=is_trivial)
        if (meant := self._rounded_from(asked, value, (self.right, *others))) is not None:
            part = float(exact_cells(asked.form, value, meant).mean())
            return Finding(asked, value, Kind.ROUNDED, meant=meant, part=part)
        true = self.right.value(asked.step)
        if (by_slips := self._by_slips(asked, value)) is not None:
            slips, was_rounded = by_slips
            made = [asked.step.slip(key) for key in slips]
            has_part = asked.per_cell and all(slip and slip.keeps_cells for slip in made)
            part, remark = difference(asked, value, true) if has_part else (0.0, None)
            return Finding(
                asked,
                value,
                Kind.SLIP,
                meant=_only(list(slips.values())),
                slips=tuple(slips),
                is_rounded=was_rounded,
                part=part,
                remarks=(remark,) if remark else half_right(asked, value, true),
                is_stepwise=not self._leaves_out_a_blank(asked),
            )
        part, remark = difference(asked, value, true)
        if self._is_coarse(asked, value, (self.right, *others)):
            return Finding(
                asked, value, Kind.WRONG, part=part, remarks=(Remark("rounded-coarsely"),)
            )
        grounds = unlike((*self._students, self.true), asked.step)
        found = next(filter(None, (mix_ups(each, asked, value) for each in grounds)), ())
        return Finding(asked, value, Kind.WRONG, part=part, remarks=(remark,), mix_ups=found)

    def _is_coarse(self, asked: Asked, found: Value, derivations: Sequence[Derivation]) -> bool:
        """Whether it is a value that follows from the answers before, with one place left of it."""
        if not is_in_tenths(asked.form, found):
            return False
        for derivation in derivations:
            try:
                if is_coarse(asked.form, found, derivation.value(asked.step)):
                    return True
            except RULE_ERRORS:
                continue
        return False

    def _by_slips(
        self,
        asked: Asked,
        found: Value | Broken,
        rounded: Callable[[Form, Any, Any], bool] = is_rounded,
    ) -> tuple[Values, bool] | None:
        """What slips give the value, by their keys, and whether it was rounded; None if none do.

        They start from the student's own values, or else from the true ones.
        """
        gives = agreement_with(asked.form, found)
        tried: list[list[tuple[str, Any]]] = []
        for derivation in unlike((*self._students, self.true), asked.step):
            made = list(slips_made(derivation, asked, found))
            if slips := explained(made, gives):
                return slips, False
            tried.append(made)
        for made in tried:
            if slips := explained(made, partial(rounded, asked.form, found)):
                return slips, True
        return None

    @property
    def _students(self) -> tuple[Derivation, ...]:
        """What follows from a student's answers, in each way in which it may be carried on."""
        return (self.exact, self.mixed, self.own)

    def _leaves_out_a_blank(self, asked: Asked) -> bool:
        """Whether a step that is needed between an answer and earlier ones is a blank left out."""
        todo = [asked.step]
        while todo:
            for source in todo.pop().needed:
                if isinstance(source, Step) and source.name not in self.own.fixed:
                    if source.name in self.asked:
                        return True
                    todo.append(source)
        return False

    def _rounded_from(self, asked: Asked, found: Value, derivations: Sequence[Derivation]) -> Any:
        """The fraction that was asked for exactly, and for which a decimal came; None if not so."""
        for derivation in derivations:
            try:
                value = derivation.value(asked.step)
            except RULE_ERRORS:
                continue
            if is_near(asked.form, found, value):
                return value
            if asked.step.rule.accepts is not None:
                value = unrounded(asked.form, found)
                if value is not None and self._is_accepted(asked, value, derivation):
                    return value
        return None

    def _is_accepted(self, asked: Asked, found: Value, derivation: Derivation) -> bool:
        """Whether it is one of several right values, given fixed ones."""
        try:
            return asked.step.rule.is_right(found, derivation.inputs(asked.step))
        except RULE_ERRORS:
            return False

    def _right_given(self, asked: Asked, found: Value, derivation: Derivation) -> Values | None:
        """What a value settles that is right given fixed ones; None if it is not right."""
        for value, choices in right_values(derivation, asked.step):
            if agree(asked.form, found, value):
                return {**choices, asked.name: value}
        return {asked.name: found} if self._is_accepted(asked, found, derivation) else None


def _only(values: Sequence[Any]) -> Any:
    """The one value that all are; None where they differ."""
    first, *others = values
    return first if all(same(first, other) for other in others) else None


def _is_usable(found: Any, true: Any) -> bool:
    """Whether later steps may be worked out from an answer: it has as many axes as the truth.

    It may have another size, but none that would make the work long.
    """
    if isinstance(true, tuple):
        return len(found) == len(true)
    if type(found) is np.ndarray and type(true) is np.ndarray:
        return found.ndim == true.ndim and found.size <= 4 * true.size + 16
    return np.ndim(found) == np.ndim(true) and np.size(found) <= 4 * np.size(true) + 16
