"""Trials: what a step comes to where it, or steps before it, are done otherwise."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from problems.forms import Decimal, agreement_with
from problems.rule import NotApplicableError
from problems.working import RULE_ERRORS, Asked, Derivation, Done, Step, Values, is_same
from reference.tensors import stack


class Trials:
    """What a step comes to, from fixed values, where some steps up to it are done otherwise.

    Many mistakes are tried in one place, and what they lead to is mostly the same: one in one of
    two branches leaves the other as it is, two give one number, and many change nothing that is
    taken later. So a step is worked out once from the same values, however often that comes up.

    The fixed values must not be changed meanwhile.

    Where a value is sought that was ``found``, and it is compared part by part, nothing is worked
    out any further that has made one part another one.
    """

    def __init__(self, derivation: Derivation, asked: Asked, found: Any = None) -> None:
        self.derivation = derivation
        self.step = asked.step
        self.steps = unfixed_steps(asked.step, derivation.fixed)
        """Where something can be done otherwise: up to the nearest fixed or given values."""
        self._parts = _parts(asked, found)
        self._in_order: Sequence[Step] = ()
        self._worked_out: dict[tuple[Any, ...], tuple[Any, ...]] = {}
        self._numbers: dict[tuple[Any, ...], Any] = {}

    def value(self, instead: Mapping[str, Done]) -> Any:
        """What the step comes to with some steps, by their names, done in another way.

        Raises what a rule, or what is done instead, raises where it cannot be applied, and
        NotFoundError if that is not what is sought.
        """
        if len(instead) == 1 and self.step.name in instead:
            return self.derivation.value_with(instead, self.step)
        if not (self._amiss <= self.derivation.working.following(instead)):
            raise NotFoundError
        changed = _Changed(self.derivation)
        for step in self._in_order or self._put_in_order():
            how = instead.get(step.name)
            if how is None and changed.keys().isdisjoint(step.source_names):
                continue
            value = self._done(step, how, changed)
            if step is self.step:
                return value
            if step.name in self._parts and not self._parts[step.name](value):
                raise NotFoundError
            if not is_same(value, self._by_rules(step.name)):
                changed[step.name] = value
        return self.derivation.value(self.step)

    @cached_property
    def _amiss(self) -> Set[str]:
        """The parts that are not as they were found, and have to change."""
        parts = {name: self._by_rules(name) for name in self._parts}
        return {n for n, value in parts.items() if value is not None and not self._parts[n](value)}

    def _put_in_order(self) -> Sequence[Step]:
        """The steps, each after those from which it comes."""
        names = {step.name for step in self.steps}
        self._in_order = [step for step in self.derivation.working.steps if step.name in names]
        return self._in_order

    def _done(self, step: Step, how: Done | None, changed: _Changed) -> Any:
        """What comes of a step from changed values, and else from the right ones."""
        sources = [changed[name] for name in step.source_names]  # of which any may have failed
        case = (step.name, id(how), *map(id, sources))
        if case not in self._worked_out:
            try:
                value = step.done(how, changed) if how else step.by_rule(changed)
            except RULE_ERRORS as error:
                value = _Failure(error)
            # With what it came of, so that nothing else is given the identity of any of that.
            self._worked_out[case] = self._known(step, value), how, sources
        value, *_ = self._worked_out[case]
        if type(value) is _Failure:
            raise value.error
        return value

    def _known(self, step: Step, value: Any) -> Any:
        """A number or shape as it came up before, so that what follows from it is found again."""
        kind = type(value)
        if kind is float:
            return self._numbers.setdefault((step.name, value.hex()), value)
        if kind is int or (kind is tuple and all(type(size) is int for size in value)):
            return self._numbers.setdefault((step.name, value), value)
        return value

    def _by_rules(self, name: str) -> Any:
        """The value of a quantity where nothing is done otherwise; None if it has none."""
        try:
            return self.derivation.value(self.derivation.working[name])
        except RULE_ERRORS:
            return None


class _Changed(Values):
    """The values that are others than the right ones, which are looked up elsewhere."""

    def __init__(self, derivation: Derivation) -> None:
        super().__init__()
        self._derivation = derivation

    def __missing__(self, name: str) -> Any:
        return self._derivation.value(self._derivation.working[name])


class NotFoundError(NotApplicableError):
    """What is tried cannot give what is sought."""


def _parts(asked: Asked, found: Any) -> Mapping[str, Callable[[Any], bool]]:
    """Of the quantities that a step only sets side by side: what says that one is as it was found.

    Other forms than decimals are not compared number by number.
    """
    step, form = asked.step, asked.form
    if step.rule.function is not stack or not isinstance(form, Decimal):
        return {}
    parts = step.inputs["parts"]
    if not isinstance(found, np.ndarray) or found.shape != (len(parts),):
        return {}
    return {
        part.name: agreement_with(form, number)
        for part, number in zip(parts, found.tolist(), strict=True)
    }


@dataclass(frozen=True)
class _Failure:
    """That a step cannot be worked out."""

    error: Exception


def unfixed_steps(step: Step, fixed: Mapping[str, Any]) -> list[Step]:
    """The steps between a step (first) and the nearest fixed or given values."""
    found = {step.name: step} if step.name not in fixed else {}
    todo = list(found.values())
    for each in todo:  # which grows meanwhile
        for source in each.sources:
            name = source.name
            if type(source) is Step and name not in fixed and name not in found:
                found[name] = source
                todo.append(source)
    return todo
