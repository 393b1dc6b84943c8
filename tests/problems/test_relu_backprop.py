"""ReLU, backwards: whoever goes back by a wrong derivative has made one mistake."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from grader.marking.by_hand import mark_by_hand
from problems.drawing import draw_variant


def lost(seed: str, wrong: Callable[[Any, Any], dict[str, Any]]) -> list[str]:
    """The blanks that cost marks, of wrong answers beside right ones; these take q and dr."""
    variant = draw_variant("relu-backprop", "easy", seed)
    right = {asked.name: variant.truth[asked.name] for asked in variant.working.asked}
    answers = right | wrong(variant.truth["q"], variant.truth["dr"])
    fields = mark_by_hand(variant.working, answers)
    return [field.name for field in fields if field.score < field.max_score]


@pytest.mark.parametrize(
    "derivative",
    [
        lambda q, _: np.maximum(q, 0),
        lambda q, _: np.where(q < 0, 1, 0).astype(object),
        lambda q, _: np.where(q > 0, 1, -1).astype(object),
        lambda _, dr: np.where(dr > 0, 1, 0).astype(object),
        lambda q, _: np.ones(len(q), dtype=int).astype(object),
        lambda q, _: np.where(q > 0, 1, 0.01),
    ],
    ids=["value", "inverted", "absolute", "by-gradient", "one", "leaky"],
)
@pytest.mark.parametrize("seed", ["1", "2", "3"])
def test_a_wrong_derivative_by_which_the_gradient_goes_back_costs_once(
    derivative: Callable[[Any, Any], Any], seed: str
) -> None:
    def wrong(q: Any, dr: Any) -> dict[str, Any]:
        mask = derivative(q, dr)
        return {"mask": mask, "dq": mask * dr}

    assert lost(seed, wrong) == ["mask"]


def test_ones_and_a_copied_gradient_earn_nothing_where_no_work_is_shown() -> None:
    def wrong(q: Any, dr: Any) -> dict[str, Any]:
        ones = np.ones(len(q), dtype=int).astype(object)
        return {"r": ones, "mask": ones, "dq": dr}

    assert lost("1", wrong) == ["r", "mask", "dq"]
