"""Diagnosis by hand: which slips, made on the student's own earlier values, give what was found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from functools import partial
from itertools import islice, product
from typing import Any

from problems.forms import agree
from problems.rule import Slip
from problems.working import RULE_ERRORS, Asked, Step, Swap, Values, Working

_MOST_CHOICES = 64


def right_values(
    working: Working, step: Step, fixed: Mapping[str, Any]
) -> Iterator[tuple[Any, Values]]:
    """The right values of a step, given fixed values, and the choices that each supposes.

    There is more than one where a step in between has several right values (a tie in a maximum);
    the canonical one comes first. There is none where the rules cannot be applied.
    """
    ties = [s for s in unfixed_steps(step, fixed) if s.rule.alternatives]
    try:
        canonical = {s.name: working.evaluate(s, fixed) for s in ties}
        yield working.evaluate(step, fixed), canonical
        tries = [s.rule.right_values(working.inputs(s, fixed)) for s in ties]
        for chosen in islice(product(*tries), 1, _MOST_CHOICES):
            choices = {s.name: value for s, value in zip(ties, chosen, strict=True)}
            yield working.evaluate(step, {**fixed, **choices}), choices
    except RULE_ERRORS:
        return


def explaining_slips(
    working: Working, asked: Asked, found: Any, fixed: Mapping[str, Any]
) -> tuple[str, ...]:
    """The keys of the slips that lead from the fixed values to the value found.

    The slip may sit on the asked step or on any step between it and the nearest fixed values; a
    slip that can be made at several of these is tried at all of them and at each.
    """
    steps = unfixed_steps(asked.step, fixed)
    keys = dict.fromkeys(slip.key for step in steps for slip in step.rule.slips)

    def explains(key: str) -> bool:
        places = [step.name for step in steps if step.slip(key)]
        each = [{place} for place in places] if len(places) > 1 else []
        return any(
            _gives(
                working,
                asked,
                found,
                fixed,
                partial(_slip_at, key, at),
            )
            for at in [set(places), *each]
        )

    return tuple(key for key in keys if explains(key))


def _slip_at(key: str, places: Set[str], step: Step) -> Slip | None:
    return step.slip(key) if step.name in places else None


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


def _gives(
    working: Working, asked: Asked, found: Any, fixed: Mapping[str, Any], swap: Swap
) -> bool:
    try:
        value = working.evaluate(asked.step, fixed, swap)
    except RULE_ERRORS:
        return False
    return agree(asked.form, found, value)
