"""Diagnosis by hand: what is right given some values, and which slips give what was found."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice, product
from typing import Any

from problems.derivation import Derivation
from problems.forms import agree, agreement_with
from problems.quantity import RULE_ERRORS, Step, Values
from problems.rule import Slip
from problems.trials import Trials, unfixed_steps
from problems.working import Asked

Comparison = Callable[[Any], bool]
"""Whether a value counts as the one that was found."""

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


def slip_values(derivation: Derivation, asked: Asked, found: Any) -> dict[str, Any]:
    """By the keys of the slips that lead from the fixed values to the value found: their values."""
    return explained(slips_made(derivation, asked, found), agreement_with(asked.form, found))


def slips_made(derivation: Derivation, asked: Asked, found: Any) -> Iterator[tuple[str, Any]]:
    """What slips make of a step, given the fixed values: the slip's key, and a value.

    The slip may sit on the step or on any step between it and the nearest fixed values; a slip that
    can be made at several of these is made at all of them and at each, and in each of its ways.
    Left out are those of which it shows before their value is there that it is not the one found.
    """
    trials = Trials(derivation, asked, found)
    for key, made in _makings(tuple(trials.steps)):
        try:
            yield key, trials.value(made)
        except RULE_ERRORS:
            continue


def shows(derivation: Derivation, asked: Asked, key: str) -> bool:
    """Whether a slip, made wherever it can be made, gives another value than the rules."""
    steps = unfixed_steps(asked.step, derivation.fixed)
    made = {step.name: slip for step in steps if (slip := step.slip(key))}
    if not made:
        return False
    try:
        value = derivation.value_with(made, asked.step)
        return not agree(asked.form, value, derivation.value(asked.step))
    except RULE_ERRORS:
        return False


def explained(made: Iterable[tuple[str, Any]], gives: Comparison) -> dict[str, Any]:
    """By the keys of the slips that give the value found: the values that they give."""
    values: dict[str, Any] = {}
    for key, value in made:
        if key not in values and gives(value):
            values[key] = value
    return values


@lru_cache(maxsize=256)
def _makings(steps: tuple[Step, ...]) -> Sequence[tuple[str, Mapping[str, Slip]]]:
    """Each slip, with where and how it can be made: at all of the steps that have it, and at each.

    The same steps come up for each of a student's grounds.
    """
    places: dict[str, dict[str, Slip]] = {}
    for step in steps:
        for slip in step.rule.slips:
            places.setdefault(slip.key, {})[step.name] = slip
    found: list[tuple[str, Mapping[str, Slip]]] = []
    for key, slips in places.items():
        for way in range(max(len(slip.ways) for slip in slips.values())):
            made = {name: slip.ways[min(way, len(slip.ways) - 1)] for name, slip in slips.items()}
            found.append((key, made))
            if len(made) > 1:
                found += [(key, {name: slip}) for name, slip in made.items()]
    return found


def unlike(derivations: Iterable[Derivation], step: Step) -> Iterator[Derivation]:
    """Those of the derivations of one working in which a step stands on other values.

    Of several in which it stands on the same ones, that is the first.
    """
    seen = set()
    for derivation in derivations:
        if (ground := derivation.stands_on(step)) not in seen:
            seen.add(ground)
            yield derivation
