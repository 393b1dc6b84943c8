"""The slips that explain an answer are those of the plainest way: make every one, and compare."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from problems.catalogue import family, family_keys
from problems.derivation import Derivation
from problems.diagnosis import explaining_slips
from problems.drawing import draw_variant
from problems.family import Level
from problems.forms import agree
from problems.quantity import RULE_ERRORS, Step
from problems.rule import Slip
from problems.working import Asked, Working
from tests.problems import plain_evaluation as plain
from tests.turns import levels_in_this_run

BY_HAND = [key for key in family_keys() if family(key).kind == "hand"]
PLACES = levels_in_this_run(BY_HAND, most=4)


def between(step: Step, fixed: Mapping[str, Any]) -> set[str]:
    """The names of a step and of those before it, up to fixed values."""
    if step.name in fixed:
        return set()
    before = (source for source in step.sources if isinstance(source, Step))
    return {step.name}.union(*(between(source, fixed) for source in before))


def makings(working: Working, names: set[str], key: str) -> Iterator[dict[str, Slip]]:
    """A slip in each of its ways: at all of the steps that have it, and at each."""
    slips = {s.name: slip for s in working.steps if s.name in names and (slip := s.slip(key))}
    for way in range(max((len(slip.ways) for slip in slips.values()), default=0)):
        made = {name: slip.ways[min(way, len(slip.ways) - 1)] for name, slip in slips.items()}
        yield made
        yield from ({name: slip} for name, slip in made.items())


def explaining_plainly(
    working: Working, fixed: Mapping[str, Any], asked: Asked, found: Any
) -> set[str]:
    keys = set()
    names = between(asked.step, fixed)
    for key in working.slip_keys:
        for made in makings(working, names, key):
            try:
                value = plain.value_of(asked.step, fixed, made)
            except RULE_ERRORS:
                continue
            if agree(asked.form, found, value):
                keys.add(key)
    return keys - working.last_resorts or keys


def made_here(asked: Asked, fixed: Mapping[str, Any]) -> Iterator[Any]:
    """What comes of the first slip of a step that gives anything."""
    for slip in asked.step.rule.slips:
        try:
            yield plain.value_of(asked.step, fixed, {asked.name: slip.ways[0]})
        except RULE_ERRORS:
            continue
        return


def made_otherwise(asked: Asked, fixed: Mapping[str, Any]) -> Iterator[Any]:
    """What comes of the first slip of a step that can be made in several ways, in the last."""
    for slip in (one for one in asked.step.rule.slips if one.other_ways):
        try:
            yield plain.value_of(asked.step, fixed, {asked.name: slip.ways[-1]})
        except RULE_ERRORS:
            continue
        return


@pytest.mark.parametrize(("key", "level"), PLACES)
def test_every_slip_that_gives_an_answer_explains_it_and_no_other(key: str, level: Level) -> None:
    chosen = random.Random(f"{key}/{level}")
    working = draw_variant(key, level, "explaining").working
    truth = working.solve()
    derivation = Derivation(working)
    told = 0
    for asked in working.asked:
        made, earlier = (working.with_slip(k, truth) for k in chosen.sample(working.slip_keys, k=2))
        fixed = derivation.fixed
        here = (*made_here(asked, fixed), *made_otherwise(asked, fixed))
        for found in (made.get(asked.name), truth[asked.name], *here):
            if found is not None:
                expected = explaining_plainly(working, fixed, asked, found)
                assert set(explaining_slips(derivation, asked, found)) == expected, asked.name
                told += bool(expected)
        derivation.fix({asked.name: earlier.get(asked.name, truth[asked.name])})
    assert told, "a comparison of nothing with nothing shows nothing"
