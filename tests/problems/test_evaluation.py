"""What draws and marks evaluates as the plain oracle does: families, slips, fixed values, swaps."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import numpy as np
import pytest

from problems.catalogue import family, family_keys
from problems.derivation import Derivation
from problems.drawing import draw_variant
from problems.family import Level
from problems.quantity import RULE_ERRORS, Done, Step
from problems.rule import RuleWith, Slip
from problems.trials import Trials
from problems.working import Working
from tests.problems import plain_evaluation as plain
from tests.turns import levels_in_this_run

BY_HAND = [key for key in family_keys() if family(key).kind == "hand"]
PLACES = levels_in_this_run(BY_HAND, most=8)
FAILED = "cannot be worked out"


def tried(work: Callable[..., Any], *arguments: Any) -> Any:
    """A value, or that there is none."""
    try:
        return work(*arguments)
    except RULE_ERRORS:
        return FAILED


def same(found: Any, expected: Any) -> bool:
    """Whether two values are of one kind and equal, cell by cell and without any tolerance."""
    if type(found) is not type(expected):
        return False
    if isinstance(found, np.ndarray):
        is_alike = found.dtype == expected.dtype and found.shape == expected.shape
        return is_alike and same(found.ravel().tolist(), expected.ravel().tolist())
    if isinstance(found, tuple | list):
        return len(found) == len(expected) and all(map(same, found, expected))
    both_nan = isinstance(found, float) and math.isnan(found) and math.isnan(expected)
    return both_nan or bool(found == expected)


def differing(found: Mapping[str, Any], expected: Mapping[str, Any]) -> list[str]:
    """The names of what is not the same in both."""
    names = found.keys() | expected.keys()
    return [n for n in names if not same(found.get(n, FAILED), expected.get(n, FAILED))]


def workings(key: str, level: Level) -> list[Working]:
    return [draw_variant(key, level, f"evaluation {seed}").working for seed in range(2)]


@pytest.mark.parametrize(("key", "level"), PLACES)
def test_the_truth_is_what_the_rules_give_one_after_another(key: str, level: Level) -> None:
    for working in workings(key, level):
        expected = {q.name: plain.value_of(q, {}, {}) for q in working}
        assert differing(working.solve(), expected) == []
        assert differing({q.name: working.evaluate(q) for q in working}, expected) == []


@pytest.mark.parametrize(("key", "level"), PLACES)
def test_a_slip_is_carried_on_as_by_hand_with_the_truth_at_hand_or_not(
    key: str, level: Level
) -> None:
    for working in workings(key, level):
        truth = working.solve()
        for slip in working.slip_keys:
            if slip not in working.notations:
                expected = plain.with_slip(working, slip)
                assert differing(working.with_slip(slip, truth), expected) == [], slip
                assert differing(working.with_slip(slip), expected) == [], slip


def answers(working: Working, chosen: random.Random) -> dict[str, Any]:
    """Some of the answers, a part of them of a student who makes a slip or two."""
    made = chosen.sample(working.slip_keys, k=min(2, len(working.slip_keys)))
    sources = [working.solve(), *(working.with_slip(slip) for slip in made)]
    found = {}
    for asked in working.asked:
        values = chosen.choice(sources)
        if asked.name in values and chosen.random() < 0.7:
            found[asked.name] = values[asked.name]
    return found


@pytest.mark.parametrize(("key", "level"), PLACES)
def test_what_follows_from_fixed_answers_and_from_slips_between_is_the_same(
    key: str, level: Level
) -> None:
    chosen = random.Random(f"{key}/{level}")
    for working in workings(key, level):
        fixed = answers(working, chosen)
        derivation = Derivation(working)
        for name, value in fixed.items():  # one after another, as answers are read
            tried(derivation.value, working.asked[-1].step)
            derivation.fix({name: value})
        for step in working.steps:
            expected = tried(plain.value_of, step, fixed, {})
            assert same(tried(derivation.value, step), expected), step.name
        swapped = chosen.sample(working.steps, k=min(6, len(working.steps)))
        for asked in working.asked:
            trials = Trials(derivation, asked)
            for made in filter(None, (a_slip(step, chosen) for step in swapped)):
                expected = tried(plain.value_of, asked.step, fixed, made)
                found = tried(derivation.value_with, made, asked.step)
                assert same(found, expected), (asked.name, made)
                assert same(tried(trials.value, made), expected), (asked.name, made)
                assert same(tried(trials.value, made), expected), (asked.name, made)
                found = tried(working.evaluate, asked.step, fixed, partial(swap, made))
                assert same(found, expected), (asked.name, made)
            for how in itself_otherwise(asked.step):
                expected = tried(plain.value_of, asked.step, fixed, {asked.name: how})
                assert same(tried(trials.value, {asked.name: how}), expected), (asked.name, how)


def itself_otherwise(step: Step) -> list[Done]:
    """Each slip of a step, and its rule with each of its whole numbers one more."""
    numbers = {n: value for n, value in step.inputs.items() if type(value) is int}
    changed = [RuleWith(step.rule, {name: value + 1}) for name, value in numbers.items()]
    return [*step.rule.slips, *changed]


def swap(made: Mapping[str, Slip], step: Step) -> Slip | None:
    return made.get(step.name)


def a_slip(step: Step, chosen: random.Random) -> dict[str, Slip]:
    """One slip of a step, in place of its rule."""
    if not step.rule.slips:
        return {}
    return {step.name: chosen.choice(chosen.choice(step.rule.slips).ways)}
