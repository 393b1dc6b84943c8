"""What is right in part earns a later check only where enough of that check is right."""

from __future__ import annotations

from itertools import product
from typing import Any

import numpy as np
import pytest

from grader.answers.outcome import Outcome
from grader.marking.parts import enough_is_right, marks_of_parts
from problems.catalogue import family
from problems.variant import Variant
from tests.grader.marking.in_process import marks_of

LAYER = Variant(
    family("conv1d-layer-code"), "hard", "1", {"kernel": 5, "stride": 3, "padding": 2, "bias": True}
)
CHECKS = LAYER.checks
MARKS = {check.name: check.marks for check in CHECKS}
PARTS = marks_of_parts(CHECKS)
_RNG = np.random.default_rng(7)


class Layer:
    """A right layer; a part in ``empty`` gives what takes no work, in the way that it says."""

    def __init__(self, w: Any, b: Any, **empty: str) -> None:
        self.w, self.b, self.empty = np.array(w), b, empty

    def given(self, part: str, right: Any, *shown: Any) -> Any:
        match self.empty.get(part):
            case None:
                return right
            case "zeros":
                return np.zeros(np.shape(right))
            case "noise":
                return _RNG.normal(size=np.shape(right))
            case "bias":
                return np.full(np.shape(right), self.b)
            case "copy":
                return shown[0]
            case "weights":
                return self.w
            case other:
                raise AssertionError(other)

    def fwd_pass(self, p: Any) -> Any:
        self.p = p
        x = np.pad(p, 2)
        q = np.array([x[i : i + 5] @ self.w + self.b for i in range(0, len(x) - 4, 3)])
        return self.given("q", q, p)

    def bwd_pass(self, dq: Any) -> Any:
        x = np.pad(self.p, 2)
        dp, dw = np.zeros(len(x)), np.zeros(5)
        for i, share in enumerate(dq):
            dp[3 * i : 3 * i + 5] += share * self.w
            dw += share * x[3 * i : 3 * i + 5]
        self.dw = self.given("dw", dw, dq)
        self.db = self.given("db", dq.sum(), 0.0)
        return self.given("dp", dp[2:-2], self.p)


def layer(**empty: str) -> dict[str, Any]:
    return {"LayerConv1d": lambda w, b: Layer(w, b, **empty)}


def test_a_part_is_worth_its_own_check() -> None:
    assert PARTS == {
        "layer1d-forward": 3,
        "layer1d-input-gradient": 3,
        "layer1d-kernel-gradient": 3,
        "layer1d-bias-gradient": 1,
        "unchanged": 1,
    }


def test_a_right_layer_has_all_marks() -> None:
    assert all(field.score == field.max_score for field in marks_of(layer(), CHECKS))


WAYS = {"q": ("noise", "bias", "copy"), "dp": ("noise", "copy"), "dw": ("noise", "weights")}


@pytest.mark.parametrize("is_summed", [True, False])
def test_one_sum_beside_values_without_work_earns_itself_alone(is_summed: bool) -> None:
    for ways in product(*WAYS.values()):
        empty = dict(zip(WAYS, ways, strict=True))
        found = marks_of(layer(**empty, **({} if is_summed else {"db": "zeros"})), CHECKS)
        earned = {field.name for field in found if field.score}
        assert earned - {"inputs-unchanged"} == ({"bias-gradient"} if is_summed else set()), empty


@pytest.mark.parametrize(("dp", "dw"), [("noise", "noise"), ("copy", "weights"), ("copy", "noise")])
def test_a_right_pass_on_the_way_there_earns_nothing_of_the_way_back(dp: str, dw: str) -> None:
    found = marks_of(layer(dp=dp, dw=dw), CHECKS)
    assert {field.name for field in found if field.score} - {"inputs-unchanged"} == {
        *("forward", "forward-integers", "shortest-input", "bias-gradient")
    }


@pytest.mark.parametrize("part", ["dp", "dw"])
def test_one_part_without_a_name_costs_its_own_check(part: str) -> None:
    found = marks_of(layer(**{part: "noise"}), CHECKS)
    own = {"dp": "input-gradient", "dw": "kernel-gradient"}[part]
    assert [field.name for field in found if not field.score] == [own]
    assert {field.outcome for field in found} == {
        *(Outcome.CORRECT, Outcome.WRONG, Outcome.FOLLOW_THROUGH)
    }


def test_half_of_the_dearest_parts_is_enough() -> None:
    class Part:
        def __init__(self, key: str, *, is_right: bool) -> None:
            rule = type("Rule", (), {"key": key})
            self.observation, self.is_right = type("Observation", (), {"rule": rule}), is_right

    def enough(**parts: bool) -> bool:
        seen: Any = [Part(key, is_right=is_right) for key, is_right in parts.items()]
        return enough_is_right(seen, {"dp": 3, "dw": 3, "q": 3, "db": 1}, lambda _: False)

    assert enough(dp=True, dw=False, db=False)
    assert not enough(dp=False, dw=False, db=True)
    assert not enough(dp=False, dw=False, q=True, db=True)
