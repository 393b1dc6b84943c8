"""What happens to right outputs, and windows that lie elsewhere, is one mistake with a name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from problems.catalogue import family
from problems.rules.changed_results import told_of_results
from problems.variant import Variant
from reference.convolution import correlate1d
from reference.errors import ShapeError
from tests.grader.marking.in_process import marks_of

GEOMETRY = {"flip": False, "stride": 3, "padding": 2, "dilation": 2, "mode": "zero"}
PLAIN = Variant(family("conv1d-code"), "hard", "4", GEOMETRY)


def as_it_is(value: Any) -> Any:
    return value


def conv1d(
    after: Callable[[Any], Any] = as_it_is,
    vector: Callable[[Any], Any] = as_it_is,
    *,
    step: int = 3,
    first: int = 0,
    join: Callable[[Any, Any], Any] = np.multiply,
) -> Callable[[Any, Any], Any]:
    def function(x: Any, k: Any) -> Any:
        x = np.pad(vector(x), 2)
        span = 2 * (len(k) - 1) + 1
        starts = [step * i + first for i in range((len(x) - span) // 3 + 1)]
        return after(np.array([np.sum(join(x[s : s + span : 2], k)) for s in starts]))

    return function


def lost(program: Callable[[Any, Any], Any]) -> dict[str, tuple[str, ...]]:
    found = marks_of({"conv1d": program}, PLAIN.checks)
    return {field.name: field.slips for field in found if field.score < field.max_score}


def test_the_function_without_a_mistake_is_right() -> None:
    assert lost(conv1d()) == {}


@pytest.mark.parametrize(
    ("program", "slip"),
    [
        (conv1d(np.negative), "result-negated"),
        (conv1d(lambda out: out + 1), "result-scaled-or-shifted"),
        (conv1d(lambda out: 7 * out - 0.3), "result-scaled-or-shifted"),
        (conv1d(step=2), "windows-another-step-apart"),
        (conv1d(join=np.add), "kernel-added-to-window"),
        (conv1d(vector=np.flip), "vector-flipped"),
    ],
)
def test_a_mistake_that_leaves_all_to_be_seen_costs_the_first_check(
    program: Callable[[Any, Any], Any], slip: str
) -> None:
    ((check, slips),) = lost(program).items()
    assert check == "integers"
    assert slip in slips


@pytest.mark.parametrize(
    ("program", "slip"),
    [
        (conv1d(lambda out: np.maximum(out, 0)), "negative-results-cut-off"),
        (conv1d(lambda out: np.append(out[-1:], np.zeros(len(out) - 1))), "outputs-in-one-place"),
        (conv1d(first=1), "windows-begin-later"),
        (conv1d(step=5), "windows-another-step-apart"),
    ],
)
def test_one_that_leaves_less_to_be_seen_has_its_name(
    program: Callable[[Any, Any], Any], slip: str
) -> None:
    named = lost(program)
    assert slip in named["integers"]
    assert {key for keys in named.values() for key in keys} <= {*named["integers"]}


@pytest.mark.parametrize(
    "program",
    [
        conv1d(lambda out: 0 * out + 3),  # no factor
        conv1d(lambda out: out + out.mean()),  # another constant for each call
        conv1d(lambda out: out**2),
        conv1d(lambda out: np.where(out > 9, out, 1 - out)),
    ],
)
def test_values_that_are_no_multiple_of_the_right_ones_are_not_said_to_be(
    program: Callable[[Any, Any], Any],
) -> None:
    named = lost(program)
    assert set(named) >= {"integers", "decimals"}
    assert not [keys for keys in named.values() if "result-scaled-or-shifted" in keys]


def test_values_of_another_length_tell_nothing() -> None:
    seen = {"x": np.arange(5.0), "w": np.array([1.0, 2.0]), "stride": 1, "padding": 0}
    with pytest.raises(ShapeError, match="as many values"):
        list(told_of_results(correlate1d)([[("correlate-1d", np.ones(9), seen)]]))
