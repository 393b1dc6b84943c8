"""Diagnosis by hand: what is right given some values, and which slips give what was found."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice, product
from typing import Any

from problems.forms import Form, agree
from problems.rule import Slip
from problems.working import RULE_ERRORS, Asked, Derivation, Step, Values

Comparison = Callable[[Form, Any, Any], bool]
"""Whether a value that was found counts as another one, in a form."""

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
    """The keys of the slips that lead from the fixed values to the value found, as they are told.

    Slips of the last resort are left out where another one does.
    """
    return told(slip_values(derivation, asked, found), derivation.working.last_resorts)


def told(keys: Iterable[str], last_resorts: Collection[str]) -> tuple[str, ...]:
    """Those of the keys that are told: not those of the last resort where there are others."""
    every = tuple(keys)
    return tuple(key for key in every if key not in last_resorts) or every


def slip_values(
    derivation: Derivation, asked: Asked, found: Any, gives: Comparison = agree
) -> dict[str, Any]:
    """By the keys of the slips that lead from the fixed values to the value found: their values.

    The slip may sit on the asked step or on any step between it and the nearest fixed values; a
    slip that can be made at several of these is tried at all of them and at each, and in each of
    its ways. ``gives(form, found, value)`` says whether a value counts as the one found.
    """
    steps = unfixed_steps(asked.step, derivation.fixed)
    keys = dict.fromkeys(slip.key for step in steps for slip in step.rule.slips)
    explained: dict[str, Any] = {}
    for key in keys:
        for made in _makings(steps, key):
            try:
                value = derivation.value_with(made, asked.step)
            except RULE_ERRORS:
                continue
            if gives(asked.form, found, value):
                explained[key] = value
                break
    return explained


def _makings(steps: Sequence[Step], key: str) -> Iterator[dict[str, Slip]]:
    """Where and how a slip can be made: at all of the steps that have it, and at each."""
    slips = {step.name: slip for step in steps if (slip := step.slip(key))}
    most_ways = max(len(slip.ways) for slip in slips.values())
    for way in range(most_ways):
        made = {name: slip.ways[min(way, len(slip.ways) - 1)] for name, slip in slips.items()}
        yield made
        if len(made) > 1:
            yield from ({name: slip} for name, slip in made.items())


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
