"""Evaluation of a working in the plainest way: the oracle of the one that marks and draws.

A value is what its rule makes of its inputs, each of which is worked out before: nothing is
planned, nothing is left out, and nothing is kept from one question to the next.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from problems.quantity import RULE_ERRORS, Given, Quantity, Step
from problems.working import Working

How = Callable[[Mapping[str, Any]], Any]


def value_of(
    quantity: Quantity,
    fixed: Mapping[str, Any],
    instead: Mapping[str, How],
    met: dict[str, Any] | None = None,
) -> Any:
    """The value of a quantity, with some values fixed and some steps done in another way.

    ``met`` has the values met so far in this one question.
    """
    met = {} if met is None else met
    if quantity.name in fixed:
        return fixed[quantity.name]
    if isinstance(quantity, Given):
        return quantity.value
    if quantity.name not in met:
        inputs = {
            name: _resolved(item, fixed, instead, met) for name, item in quantity.inputs.items()
        }
        met[quantity.name] = instead.get(quantity.name, quantity.rule)(inputs)
    return met[quantity.name]


def _resolved(
    item: Any, fixed: Mapping[str, Any], instead: Mapping[str, How], met: dict[str, Any]
) -> Any:
    if isinstance(item, Given | Step):
        return value_of(item, fixed, instead, met)
    if isinstance(item, tuple | list):
        return type(item)(_resolved(part, fixed, instead, met) for part in item)
    return item


def with_slip(working: Working, key: str) -> dict[str, Any]:
    """What a student arrives at who makes one mistake wherever it can be made."""

    def made_in(step: Step) -> How:
        def mistaken(inputs: Mapping[str, Any]) -> Any:
            slip = step.slip(key)
            try:
                return step.rule(inputs) if slip is None else slip(inputs)
            except RULE_ERRORS:
                return step.rule(inputs)

        return mistaken

    instead = {step.name: made_in(step) for step in working.steps}
    found = {}
    for quantity in working:
        try:
            found[quantity.name] = value_of(quantity, {}, instead)
        except RULE_ERRORS:
            continue
    return found
