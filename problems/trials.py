"""Trials: what a step comes to where it, or steps before it, are done otherwise."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence, Set
from functools import cached_property
from typing import Any

import numpy as np

from problems.derivation import Derivation, is_same
from problems.forms import Decimal, agreement_with
from problems.frozen import frozen
from problems.quantity import RULE_ERRORS, Done, Quantity, Step, Values
from problems.rule import NotApplicableError, RuleWith, Slip
from problems.working import Asked
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
        self.taken = frozenset(
            [step.name for step in unfixed_steps(asked.step, derivation.fixed, by_rules=True)]
        )
        """The names of those whose values are taken on the way: the others are only in sight.

        What is done otherwise in none of them leaves the step as it is, if it can be worked out.
        """
        self._parts = _parts(asked, found)

    def value(self, instead: Mapping[str, Done]) -> Any:
        """What the step comes to with some steps, by their names, done in another way.

        Raises what a rule, or what is done instead, raises where it cannot be applied, and
        NotFoundError if that is not what is sought.
        """
        if len(instead) == 1 and self.step.name in instead:
            return self._done_in_place(instead[self.step.name])
        if self._amiss and not (self._amiss <= self.derivation.working.following(instead)):
            raise NotFoundError
        changed = _Changed(self.derivation)
        for place in self._places:
            step = place.step
            how = instead.get(step.name)
            if how is None and (not changed or changed.keys().isdisjoint(step.source_names)):
                continue
            value = self._done(place, how, changed)
            if step is self.step:
                return value
            if step.name in self._parts and not self._parts[step.name](value):
                raise NotFoundError
            if not is_same(value, place.right):
                changed[step.name] = value
        return self.derivation.value(self.step)

    def _done_in_place(self, how: Done) -> Any:
        """What comes of the step itself: most trials are of it, and on the same inputs."""
        step = self.step
        if step.name in self.derivation.fixed:
            return self.derivation.fixed[step.name]
        inputs = self.inputs
        if type(how) is Slip:
            return how.of(how.selection(step.input_names).arguments(inputs))
        return how(inputs)

    @cached_property
    def known(self) -> dict[Hashable, Any]:
        """What is known already of what the step comes to, and is to be noted.

        From right values that is the same for a working, whatever is found.
        """
        derivation, step = self.derivation, self.step
        if not derivation.stands_on_right(step):
            return {}
        where = step.name, derivation.stands_on(step)
        return derivation.working.tried_on_right.setdefault(where, {})

    @cached_property
    def inputs(self) -> Mapping[str, Any]:
        """All that is in sight of the step; as long as it cannot be worked out, that is raised."""
        return self.derivation.inputs(self.step)

    @cached_property
    def _places(self) -> Sequence[_Place]:
        """The steps, each after those from which it comes."""
        names = {step.name for step in self.steps}
        steps = (step for step in self.derivation.working.steps if step.name in names)
        return [_Place.of(step, self.derivation) for step in steps]

    @cached_property
    def _amiss(self) -> Set[str]:
        """The parts that are not as they were found, and have to change."""
        parts = {place.step.name: place.right for place in self._places}
        return {n for n, is_found in self._parts.items() if n in parts and not is_found(parts[n])}

    def _done(self, place: _Place, how: Done | None, changed: _Changed) -> Any:
        """What comes of a step from changed values, and else from the right ones.

        All that is in sight has to be worked out for it, whether or not it is taken.
        """
        step = place.step
        for name in place.failing:
            if name not in changed:
                self.derivation.value(self.derivation.working[name])  # which raises
        if type(how) is RuleWith:  # which is made for one trial
            return step.done(how, changed)
        tried, names, sources = self.derivation.tried, place.names, place.sources
        if changed:
            pairs = zip(names, sources, strict=True)
            sources = [identity(changed[n]) if n in changed else one for n, one in pairs]
        case = (step.name, id(how), *sources)
        if case not in tried:
            try:
                value = step.done(how or step.rule, changed)
            except RULE_ERRORS as error:
                value = _Failure(error)
            # With what it came of, so that nothing else is given the identity of any of that.
            tried[case] = value, how, [changed[name] for name in names]
        value, *_ = tried[case]
        if type(value) is _Failure:
            raise value.error
        return value


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


@frozen
class _Place:
    """A step on the way, as it is where nothing is done otherwise.

    ``right`` is its value, ``names`` are those of the quantities in sight and ``sources`` the
    identities of their values, and ``failing`` are the names of those that have none.
    """

    step: Step
    right: Any
    names: Sequence[str]
    sources: Sequence[Any]
    failing: Sequence[str]

    @classmethod
    def of(cls, step: Step, derivation: Derivation) -> _Place:
        values = {source.name: _value(source, derivation) for source in step.sources}
        failing = [name for name, value in values.items() if type(value) is _Failure]
        sources = [identity(value) for value in values.values()]
        return cls(step, _value(step, derivation), list(values), sources, failing)


def _value(quantity: Quantity, derivation: Derivation) -> Any:
    try:
        return derivation.value(quantity)
    except RULE_ERRORS as error:
        return _Failure(error)


def identity(value: Any) -> Hashable:
    """A whole number or a shape of them as such, and anything else by its identity."""
    kind = type(value)
    is_plain = kind is int or (kind is tuple and _WHOLE.issuperset(map(type, value)))
    return value if is_plain else (None, id(value))


_WHOLE = frozenset((int,))


@frozen
class _Failure:
    """That a step cannot be worked out."""

    error: Exception


def unfixed_steps(step: Step, fixed: Mapping[str, Any], *, by_rules: bool = False) -> list[Step]:
    """The steps between a step (first) and the nearest fixed or given values.

    ``by_rules`` leaves out those that are only in sight, and that no rule takes.
    """
    found = {step.name: step} if step.name not in fixed else {}
    todo = list(found.values())
    for each in todo:  # which grows meanwhile
        for source in each.needed if by_rules else each.sources:
            name = source.name
            if type(source) is Step and name not in fixed and name not in found:
                found[name] = source
                todo.append(source)
    return todo
