"""Diagnosis by hand: what is right given some values, and which slips give what was found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice, product
from typing import Any

from problems.forms import agree
from problems.rule import Slip
from problems.working import RULE_ERRORS, Asked, Derivation, Step, Values

_MOST_CHOICES = 64


def right_values(derivation: Derivation, step: Step) -> Iterator[tuple[Any, Values]]:
    """The right values of a step, given fixed values, and the choices that each supposes.

    There is more than one where a step in between has several right values (a tie in a maximum);
    the canonical one comes first. There is none where the rules cannot be applied.
    """
    working, fixed = derivation.working, derivation.fixed
    ties = [s for s in unfixed_steps(step, fixed) if s.rule.alternatives]
    try:
        canonical = {s.name: derivation.value(s) for s in ties}
        yield derivation.value(step), canonical
        tries = [s.rule.right_values(derivation.inputs(s)) for s in ties]
        for chosen in islice(product(*tries), 1, _MOST_CHOICES):
            choices = {s.name: value for s, value in zip(ties, chosen, strict=True)}
            yield working.evaluate(step, {**fixed, **choices}), choices
    except RULE_ERRORS:
        return


def explaining_slips(derivation: Derivation, asked: Asked, found: Any) -> tuple[str, ...]:
    """The keys of the slips that lead from the fixed values to the value found.

    The slip may sit on the asked step or on any step between it and the nearest fixed values; a
    slip that can be made at several of these is tried at all of them and at each.
    """
    steps = unfixed_steps(asked.step, derivation.fixed)
    keys = dict.fromkeys(slip.key for step in steps for slip in step.rule.slips)

    def explains(key: str) -> bool:
        slips = {step.name: slip for step in steps if (slip := step.slip(key))}
        each = [{name: slip} for name, slip in slips.items()] if len(slips) > 1 else []
        return any(_give(derivation, asked, found, made) for made in (slips, *each))

    return tuple(key for key in keys if explains(key))


def unfixed_steps(step: Step, fixed: Mapping[str, Any]) -> list[Step]:
    """The steps between a step (first) and the nearest fixed or given values."""
    found: dict[str, Step] = {}
    todo = [step]
    while todo:
        step = todo.pop(0)
        if step.name in found or step.name in fixed:
            continue
        found[step.name] = step
        todo.extend(source for source in step.sources if isinstance(source, Step))
    return list(found.values())


def _give(derivation: Derivation, asked: Asked, found: Any, slips: Mapping[str, Slip]) -> bool:
    try:
        value = derivation.value_with(slips, asked.step)
    except RULE_ERRORS:
        return False
    return agree(asked.form, found, value)
