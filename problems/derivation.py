"""Derivations: what follows in a working from some fixed values."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence, Set
from fractions import Fraction
from types import MappingProxyType
from typing import Any

import numpy as np

from problems.quantity import Done, Given, Quantity, Step, Values, inputs_of, value_of
from problems.working import Working

SEVERAL_RIGHT_VALUES = "several right values"
"""What a level teaches on which a rule leaves a choice."""


class Derivation:
    """What follows in a working from some fixed values, each value worked out once."""

    def __init__(
        self,
        working: Working,
        fixed: Mapping[str, Any] | None = None,
        tried: dict[tuple[Any, ...], Any] | None = None,
    ) -> None:
        self.working = working
        self.tried: dict[tuple[Any, ...], Any] = {} if tried is None else tried
        """What came of trials (see `Trials`), which several derivations may share."""
        self._fixed: Values = dict(fixed or {})
        self._values: Values = working.given_values | self._fixed if self._fixed else working.right
        self._is_right = not self._fixed
        """Whether only right values are fixed, so that ``_values`` are those of the working."""
        self.fixed: Mapping[str, Any] = MappingProxyType(self._fixed)
        """The fixed values, which only ``fix`` changes."""
        self._grounds: dict[str, frozenset[tuple[str, int]]] = {}

    def copy(self) -> Derivation:
        """One of the same values, of which further ones are fixed apart; trials are shared."""
        found = Derivation(self.working, self._fixed, self.tried)
        found._is_right = self._is_right
        found._values = self._values if self._is_right else dict(self._values)
        return found

    def fix(self, values: Mapping[str, Any]) -> None:
        """Fix further values; what was worked out from others in their place is forgotten."""
        known, fixed = self._values, self._fixed
        if self._is_right:
            if all(name in known and known[name] is value for name, value in values.items()):
                fixed.update(values)
                self._grounds.clear()
                return
            self._is_right = False
            known = self._values = dict(known)
        # Of what has not been worked out yet, nothing has been worked out that follows from it.
        changed = [n for n, v in values.items() if n in known and not is_same(known[n], v)]
        fixed.update(values)
        self._grounds.clear()
        for name in self.working.following(changed) if changed else ():
            if name in known and name not in fixed:
                del known[name]
        known.update(values)

    def value(self, quantity: Quantity) -> Any:
        """The value of a quantity. Raises what a rule raises where it cannot be applied."""
        values, name = self._values, quantity.name
        return values[name] if name in values else value_of(quantity, values)

    def value_with(self, instead: Mapping[str, Done], quantity: Quantity) -> Any:
        """The value of a quantity with some steps, by their names, done in another way: by slips.

        What is done instead of a step's rule is given the same inputs.
        """
        if quantity.name in self._fixed or isinstance(quantity, Given):
            return self._values[quantity.name]
        if len(instead) == 1 and quantity.name in instead:
            return self.done(quantity, instead[quantity.name])
        changed = self.working.following(instead)
        self._work_out_before(quantity, changed)
        values = {n: v for n, v in self._values.items() if n not in changed or n in self._fixed}
        return value_of(quantity, values, lambda step: instead.get(step.name))

    def done(self, step: Step, how: Done) -> Any:
        """The value of a step that is done in another way itself: as most slips are tried."""
        values = self._values
        if step.name in self._fixed:
            return values[step.name]
        for source in step.sources:
            if source.name not in values:
                value_of(source, values)
        return step.done(how, values)

    def value_if(self, given: Mapping[str, Any], quantity: Quantity) -> Any:
        """The value of a quantity if given ones, by their names, had been other values."""
        changed = self.working.following(given)
        kept = {n: v for n, v in self._values.items() if n not in changed or n in self._fixed}
        return value_of(quantity, {**given, **kept})

    def degeneracy(self, step: Step, taught: Collection[str] = ()) -> str | None:
        """What makes the inputs of a step a bad exercise, a choice of its value too; or None.

        What is taught is none. Raises what a rule raises where it cannot be applied.
        """
        self.value(step)
        key = step.rule.degeneracy(self.inputs(step)) if step.rule.degenerate else None
        if key is not None and key not in taught:
            return key
        if step.rule.alternatives is None or SEVERAL_RIGHT_VALUES in taught:
            return None
        return SEVERAL_RIGHT_VALUES if step.rule.leaves_choice(self.inputs(step)) else None

    def _work_out_before(self, step: Step, changed: Set[str]) -> None:
        """Work out what a step comes from and what does not change, once for all changes."""
        for source in step.sources:
            if source.name not in changed:
                if source.name not in self._values:
                    value_of(source, self._values)
            elif isinstance(source, Step) and source.name not in self._fixed:
                self._work_out_before(source, changed)

    def stands_on(self, step: Step) -> frozenset[tuple[str, int]]:
        """The nearest fixed values from which a step is worked out, by name and identity.

        Derivations of one working in which these are the same give the step the same value, with
        and without slips between.
        """
        if step.name not in self._grounds:
            self._grounds[step.name] = frozenset(self._stands_on(step))
        return self._grounds[step.name]

    def stands_on_right(self, step: Step) -> bool:
        """Whether those are the very values that follow from what is given alone."""
        if self._is_right:
            return True
        right, fixed = self.working.right, self._fixed
        return all(right.get(name) is fixed[name] for name, _ in self.stands_on(step))

    def _stands_on(self, step: Step) -> set[tuple[str, int]]:
        found: set[tuple[str, int]] = set()
        todo, seen = [step], {step.name}
        while todo:
            for source in todo.pop().sources:
                if source.name in seen:
                    continue
                seen.add(source.name)
                if source.name in self._fixed:
                    found.add((source.name, id(self._fixed[source.name])))
                elif isinstance(source, Step):
                    todo.append(source)
        return found

    def inputs(self, step: Step) -> Values:
        """The values that a step's rule is applied to."""
        return inputs_of(step, self._values)


def is_same(a: Any, b: Any) -> bool:
    """Whether two values are of one kind and equal, so that the same follows from both.

    It says no of what is neither a number, a word nor an array or tuple of these, but for one that
    is the very same.
    """
    if a is b:
        return True
    kind = type(a)
    if kind is not type(b):
        return False
    if kind is np.ndarray:
        if a.dtype != b.dtype or a.shape != b.shape:
            return False
        if a.dtype != object:
            return bool(a.tobytes() == b.tobytes())
        return _are_same(a.ravel().tolist(), b.ravel().tolist())
    if kind is tuple:
        return _are_same(a, b)
    if kind is float:
        return bool(a.hex() == b.hex())  # which tells apart the two zeros
    return kind in _EXACT and bool(a == b)


def _are_same(cells: Sequence[Any], others: Sequence[Any]) -> bool:
    kinds = list(map(type, cells))
    if kinds != list(map(type, others)):
        return False
    return cells == others if _EXACT.issuperset(kinds) else all(map(is_same, cells, others))


_EXACT = frozenset((int, Fraction, bool, str))
"""What is the same if it is equal and of one kind."""
