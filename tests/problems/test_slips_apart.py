"""The slips of programs in code: each shows on some variant, no two are the same, none breaks.

No program is run: each slip is worked out on the inputs of the checks, in each of its ways.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

import numpy as np
import pytest

from grader.certification.slips import fingerprint
from problems.drawing import draw_variant
from problems.family import LEVELS
from problems.forms import agree
from problems.probe import Observation
from problems.quantity import RULE_ERRORS
from problems.rule import Rule, Slip, WouldFailError
from problems.rules.convolution import CONVOLVE_1D, CORRELATE_1D
from problems.rules.layer import layer_rules
from problems.rules.losses import other_losses
from problems.rules.model import LOGITS, LOSS
from problems.variant import Variant
from tests.turns import in_this_run

FAMILIES = ("conv1d-code", "conv1d-layer-code", "torch-model-code")
Slips = Mapping[str, list[list[str]]]
"""For each slip and each way in which it is made a print of what it gives in each observation."""


def variants(key: str) -> Iterator[Variant]:
    for level in LEVELS:
        for seed in range(3 if key != "torch-model-code" else 2):
            yield draw_variant(key, level, f"apart {seed}")


def inputs_of(seen: Observation) -> Mapping[str, Any]:
    """With what is known of a program that runs: its own scores are the right ones."""
    if seen.rule.key != LOSS.key:
        return seen.inputs
    scores = LOGITS({**seen.inputs})
    return {**seen.inputs, "own_scores": scores}


def value(slip: Slip, seen: Observation) -> Any:
    """What a way of a slip gives, None where it cannot be made, and the numbers of an error."""
    try:
        return slip(inputs_of(seen))
    except WouldFailError as failure:
        return ("fails", sorted(failure.numbers))
    except RULE_ERRORS:
        return None


def shown(seen: Observation, wrong: Any) -> bool:
    return wrong is not None and (type(wrong) is tuple or not agree(seen.form, wrong, seen.true))


def prints(key: str) -> Mapping[str, Slips]:
    """What the slips of each rule give on all variants."""
    found: dict[str, dict[str, list[list[str]]]] = {}
    for variant in variants(key):
        for check in variant.checks:
            for seen in check.probe.observations:
                if seen.rule.key in ("unchanged", "loss-gradients"):
                    continue
                for slip in seen.rule.slips:
                    ways = found.setdefault(seen.rule.key, {}).setdefault(
                        slip.key, [[] for _ in slip.ways]
                    )
                    for own, way in zip(ways, slip.ways, strict=True):
                        wrong = value(way, seen)
                        own.append(fingerprint(wrong) if shown(seen, wrong) else "")
    return found


NEEDS_MORE = {
    *("one-size-not-as-asked", "sizes-not-as-asked", "wrong-size-after-flattening"),
    *("batch-size-hard-coded", "layers-not-registered", "first-input-kept", "changed-in-place"),
    *("state-shared-by-layers", "gradient-accumulated", "result-scaled-or-shifted"),
    *("incoming-gradient-changed", "parameters-not-as-given"),
}
"""Slips that hang on what else came of a program, or on calls before."""


def idle(rules: Mapping[str, Slips]) -> set[str]:
    """The slips that change nothing anywhere, in no rule."""
    shows: dict[str, bool] = {}
    for slips in rules.values():
        for slip, ways in slips.items():
            shows[slip] = shows.get(slip, False) or any(map(any, ways))
    return {slip for slip, is_seen in shows.items() if not is_seen}


def twins(rules: Mapping[str, Slips]) -> set[frozenset[str]]:
    """The pairs of slips that are the same everywhere, each made in one way, in all rules."""
    found: dict[frozenset[str], bool] = {}
    for slips in rules.values():
        ways = {slip: {tuple(way) for way in own if any(way)} for slip, own in slips.items()}
        for (one, own), (other, its) in combinations(ways.items(), 2):
            pair = frozenset({one, other})
            found[pair] = found.get(pair, True) and bool(own & its)
    return {pair for pair, are_same in found.items() if are_same}


def last_resorts(key: str) -> set[str]:
    """The slips that are named only where no other is: they may be the same as another."""
    rules = [
        seen.rule
        for variant in variants(key)
        for check in variant.checks
        for seen in check.probe.observations
    ]
    return {slip.key for rule in rules for slip in rule.slips if slip.last_resort}


@pytest.mark.parametrize("key", in_this_run(FAMILIES, most=6))
def test_each_slip_shows_somewhere_and_no_two_are_the_same_everywhere(key: str) -> None:
    rules, resorts = prints(key), last_resorts(key)
    assert idle(rules) <= NEEDS_MORE
    assert [sorted(pair) for pair in twins(rules) if not pair & resorts] == []


def test_a_slip_that_changes_nothing_and_two_that_are_the_same_would_be_noticed() -> None:
    first = {"a": [["1", ""], ["", "2"]], "b": [["", ""]], "c": [["3", "4"], ["1", ""]]}
    assert idle({"first": first}) == {"b"}
    assert twins({"first": first}) == {frozenset({"a", "c"})}
    second = {"a": [["1"]], "b": [["2"]], "c": [["2"]]}
    assert idle({"first": first, "second": second}) == set()
    assert twins({"first": first, "second": second}) == set()


def try_all(rule: Rule, inputs: Mapping[str, Any]) -> None:
    """Each way of each slip gives a value, or says that it cannot be made; it does not warn."""
    for slip in rule.slips:
        for way in slip.ways:
            with contextlib.suppress(*RULE_ERRORS):
                way(inputs)


GEOMETRIES = [
    {"stride": s, "padding": p, "dilation": d, "mode": mode}
    for s in (1, 3)
    for p in (0, 1, 2)
    for d in (1, 2)
    for mode in ("zero", "circular")
]


@pytest.mark.parametrize("rule", [CONVOLVE_1D, CORRELATE_1D], ids=lambda rule: rule.key)
def test_no_slip_of_windows_breaks_on_small_vectors(rule: Rule) -> None:
    for x, w in (
        *(([2.0], [3.0]), ([1, 2, 3], [1]), ([4.0, 5, 6, 7], [1.0, 2]), ([1, 2], [3, 5])),
        *(([0, 0, 0], [0, 0]), ([0.0], [1.0]), ([3, 3, 3, 3, 3], [0.0, 0, 0])),
    ):
        for geometry in GEOMETRIES:
            inputs = {"x": np.array(x), "w": np.array(w), **geometry}
            try_all(rule, inputs)


@pytest.mark.parametrize("part", ["input_gradient", "kernel_gradient", "bias_gradient"])
def test_no_slip_of_gradients_breaks_on_small_layers(part: str) -> None:
    rule = getattr(layer_rules(axes=1), part)
    x, dq, w = np.array([1.0, 2, 3, 4]), np.array([5.0, 7]), np.array([1.0, -2, 3])
    given = ((1, 0, None, 1), (2, 1, 2.0, 1), (3, 2, 0.0, 1), (5, 0, None, 1), (1, 0, 1.0, 0))
    for stride, padding, bias, factor in given:
        x, dq, w = factor * x, factor * dq, factor * w
        inputs = {
            **{"x": x, "dq": dq, "w": w, "bias": bias, "w_shape": (3,), "in_size": (4,)},
            **{"kernel_size": (3,), "first_x": x, "earlier": (), "ndim": 1},
            **{"stride": stride, "padding": padding},
        }
        try_all(rule, inputs)


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("factor", [0, 1000])
def test_no_slip_of_models_breaks_on_images_and_scores_without_a_spread(
    level: Any, factor: float
) -> None:
    variant = draw_variant("torch-model-code", level, "apart 0")
    (seen, *_) = (
        one for check in variant.checks for one in check.probe.observations if one.rule is LOGITS
    )
    x, arrays = seen.inputs["x"], seen.inputs["arrays"]
    for inputs in (
        {**seen.inputs, "x": 0 * x},
        {**seen.inputs, "arrays": [0 * array for array in arrays]},
    ):
        try_all(LOGITS, inputs)
    y = np.zeros(len(x), dtype=int)
    made_of_scores = other_losses(lambda scores: True)
    for scores in (LOGITS(seen.inputs), np.zeros((len(x), 3)), np.arange(3.0 * len(x))[:, None]):
        inputs = {"own_scores": factor * scores, "y": y, "arrays": arrays}
        try_all(Rule("of-scores", lambda: 0, made_of_scores), inputs)
