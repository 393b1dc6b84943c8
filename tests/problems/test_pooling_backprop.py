"""Pooling, backwards: a tie may be split and not doubled, and mistakes where windows meet."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from grader.marking.by_hand import mark_by_hand
from problems.catalogue import folder
from problems.drawing import draw_variant
from problems.forms import exact
from problems.pooling_backprop import rules
from problems.rule import NotApplicableError, Rule
from problems.variant import Variant
from reference.geometry import PoolWindow

KEY = "pooling-backprop"


def wrong(rule: Rule, key: str, **inputs: Any) -> Any:
    return rule.slips_by_key[key](inputs)


def score(variant: Variant, answer: Any) -> float:
    """The marks of one answer to the pooling with the tie, beside right answers to all others."""
    answers = {asked.name: variant.truth[asked.name] for asked in variant.working.asked}
    fields = mark_by_hand(variant.working, answers | {"dy3": answer}, folder=folder(KEY))
    return {field.name: field.score for field in fields}["dy3"]


def test_a_drawn_tie_may_be_split_in_any_way_that_keeps_the_total() -> None:
    variant = draw_variant(KEY, "standard", "tie")
    y, dq = (variant.working[name].value for name in ("y", "dq3"))  # type: ignore[union-attr]
    first, second = (tuple(place) for place in np.argwhere(y == y.max()))
    for share in (Fraction(0), Fraction(1, 3), Fraction(1)):
        answer = np.zeros(y.shape, dtype=object)
        answer[first], answer[second] = dq * share, dq * (1 - share)
        assert score(variant, answer) == 2
    assert score(variant, np.where(y == y.max(), dq, 0)) == 0


def test_a_cell_that_two_windows_take_gets_both_gradients_unless_the_last_overwrites() -> None:
    x, dq, window = exact([1, 2, 9, 4, 5]), exact([3, 4]), PoolWindow(3, 2)
    inputs = {"x": x, "dq": dq, "window": window}
    assert rules.MAX_GRADIENT_OF_VECTOR(inputs).tolist() == [0, 0, 7, 0, 0]
    found = wrong(rules.MAX_GRADIENT_OF_VECTOR, "sum-overwritten", **inputs)
    assert found.tolist() == [0, 0, 4, 0, 0]
    with pytest.raises(NotApplicableError):
        wrong(rules.MAX_GRADIENT_OF_VECTOR, "sum-overwritten", **inputs | {"window": PoolWindow(2)})


def test_a_tie_is_one_only_within_a_window() -> None:
    dq, window = exact([1, 1]), PoolWindow(2)
    assert rules.tie_in_window(exact([3, 1, 3, 2]), dq, window) is None
    assert rules.tie_in_window(exact([3, 1, 2, 2]), dq, window) == "tie"


def test_the_gradient_times_the_maximum_costs_once_whether_there_is_one_window_or_several() -> None:
    variant = draw_variant(KEY, "easy", "1")
    truth = variant.truth
    changed = {
        asked.name: truth[asked.name] * truth["x"]
        for asked in variant.working.asked
        if "max-gradient-times-maximum" in asked.step.rule.slips_by_key
    }
    assert len(changed) == 2
    answers = {asked.name: truth[asked.name] for asked in variant.working.asked}
    fields = mark_by_hand(variant.working, answers | changed, folder=folder(KEY))
    lost = [field.name for field in fields if field.score < field.max_score]
    assert lost == [next(iter(changed))]
