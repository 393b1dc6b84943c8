"""Diagnosis by hand: what is right given some values, and which slips give what was found."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice, product
from typing import Any

from problems.derivation import Derivation
from problems.forms import Rational, agree, agreement_with
from problems.quantity import RULE_ERRORS, Step, Values
from problems.rule import Rule, Slip
from problems.trials import NotFoundError, Trials, unfixed_steps
from problems.working import Asked

Comparison = Callable[[Any], bool]
"""Whether a value counts as the one that was found."""

_MOST_CHOICES = 64
_MOST_WORK = 40_000
"""Slips that are tried, times the steps on the way to a value. What is drawn has up to 16,000; a
lecturer's network, in which all that comes before is left blank, would have a million."""


def right_values(derivation: Derivation, step: Step) -> Iterator[tuple[Any, Values]]:
    """The right values of a step, given fixed values, and the choices that each supposes.

    There is more than one where a step in between has several right values (a tie in a maximum);
    the canonical one comes first. There is none where the rules cannot be applied.
    """
    working, fixed = derivation.working, derivation.fixed
    steps = unfixed_steps(step, fixed) if working.choices else ()
    ties = [s for s in steps if s.rule.alternatives]
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
    Left out are those of which it shows before their value is there that it is not the one found,
    and on a very long way those that sit far away alone.

    What they make of right values is worked out once for a working, whatever else is found later.
    """
    trials = Trials(derivation, asked, found)
    known = trials.known
    changes_nothing = trials.taken.isdisjoint if _is_ruled_out(derivation, asked, found) else None
    for place, (key, made) in enumerate(_makings(tuple(trials.steps))):
        if changes_nothing is not None and changes_nothing(made):
            continue
        if place not in known:
            try:
                known[place] = trials.value(made)
            except NotFoundError:
                continue
            except RULE_ERRORS:
                known[place] = _IMPOSSIBLE
        value = known[place]
        if value is not _IMPOSSIBLE:
            yield key, value


_IMPOSSIBLE = object()
"""What comes of a slip that cannot be made."""


def _is_ruled_out(derivation: Derivation, asked: Asked, found: Any) -> bool:
    """Whether the right value is not the one found, and cannot have been rounded to it either."""
    if isinstance(asked.form, Rational):
        return False
    try:
        return not agree(asked.form, found, derivation.value(asked.step))
    except RULE_ERRORS:
        return False


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


def _makings(steps: Sequence[Step]) -> Iterator[tuple[str, Mapping[str, Slip]]]:
    """Each slip, with where and how it can be made: at all of the steps that have it, and at each.

    Steps are told by their names.
    """
    names = [step.name for step in steps]
    for key, made in _makings_by_place(tuple([step.rule for step in steps])):
        yield key, {names[place]: slip for place, slip in made}


@lru_cache(maxsize=1024)
def _makings_by_place(
    rules: tuple[Rule, ...],
) -> Sequence[tuple[str, Sequence[tuple[int, Slip]]]]:
    """As ``_makings``, by the places of the steps that have these rules: for all such workings."""
    places: dict[str, dict[int, Slip]] = {}
    for place, rule in enumerate(rules):
        for slip in rule.slips:
            places.setdefault(slip.key, {})[place] = slip
    found: list[tuple[str, Sequence[tuple[int, Slip]]]] = []
    for key, slips in places.items():
        for way in range(max(len(slip.ways) for slip in slips.values())):
            made = [(at, slip.ways[min(way, len(slip.ways) - 1)]) for at, slip in slips.items()]
            found.append((key, made))
            if len(made) > 1:
                found += [(key, [one]) for one in made]
    return _within_reach(found, len(rules))


def _within_reach(
    found: Sequence[tuple[str, Sequence[tuple[int, Slip]]]], steps: int
) -> Sequence[tuple[str, Sequence[tuple[int, Slip]]]]:
    """Those that are tried: all, or on a very long way those at several steps or at a near one."""
    most = _MOST_WORK // max(steps, 1)
    if len(found) <= most:
        return found
    away = [0 if len(made) > 1 else made[0][0] for _, made in found]
    too_far = max(sorted(away)[most], 1)
    return [each for each, distance in zip(found, away, strict=True) if distance < too_far]


def unlike(derivations: Iterable[Derivation], step: Step) -> Iterator[Derivation]:
    """Those of the derivations of one working in which a step stands on other values.

    Of several in which it stands on the same ones, that is the first.
    """
    seen = set()
    for derivation in derivations:
        if (ground := derivation.stands_on(step)) not in seen:
            seen.add(ground)
            yield derivation
