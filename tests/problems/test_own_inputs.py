"""One line that changes what a layer works with costs once, and only where all follows from it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from problems.catalogue import family
from problems.rules.own_inputs import OWN_GRADIENT, OWN_PARAMETERS
from problems.variant import Variant
from tests.grader.marking.in_process import marks_of

STRIDED = Variant(
    family("conv1d-layer-code"), "hard", "1", {"kernel": 5, "stride": 3, "padding": 2, "bias": True}
)
SAME = Variant(
    family("conv1d-layer-code"),
    "standard",
    "1",
    {"kernel": 3, "stride": 1, "padding": 1, "bias": False},
)


def as_it_is(value: Any) -> Any:
    return value


def layer(
    variant: Variant,
    *,
    dq: Callable[[Any], Any] = as_it_is,
    w: Callable[[Any], Any] = as_it_is,
    b: Callable[[Any], Any] = as_it_is,
    **after: Callable[[Any], Any],
) -> dict[str, Any]:
    """A layer that changes its inputs, or what it gives (``q``, ``dp``, ``dw``)."""
    p = variant.parameters
    size, stride, padding = p["kernel"], p["stride"], p["padding"]
    change = {name: after.get(name, as_it_is) for name in ("q", "dp", "dw")}

    class LayerConv1d:
        def __init__(self, weights: Any, bias: Any = 0.0) -> None:
            self.w, self.b = w(np.array(weights)), b(bias)

        def fwd_pass(self, p: Any) -> Any:
            self.x = np.pad(p, padding)
            starts = range(0, len(self.x) - size + 1, stride)
            return change["q"](np.array([self.x[i : i + size] @ self.w + self.b for i in starts]))

        def bwd_pass(self, d: Any) -> Any:
            d = dq(d)
            dp, self.dw, self.db = np.zeros(len(self.x)), np.zeros(size), np.sum(d)
            for i, share in enumerate(d):
                dp[stride * i : stride * i + size] += share * self.w
                self.dw += share * self.x[stride * i : stride * i + size]
            self.dw = change["dw"](self.dw)
            return change["dp"](dp[padding : len(dp) - padding])

    return {"LayerConv1d": LayerConv1d}


def lost(variant: Variant, program: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    found = marks_of(program, variant.checks)
    return {field.name: field.slips for field in found if field.score < field.max_score}


CHANGES: dict[str, Callable[[Any], Any]] = {
    "doubled": lambda dq: 2 * dq,
    "without its sign": np.abs,
    "cut to whole numbers": lambda dq: dq.astype(int),
    "where it is positive": lambda dq: dq * (dq > 0),
    "of length one": lambda dq: dq / np.linalg.norm(dq),
    "its square": lambda dq: dq**2,
    "its sum": lambda dq: np.full(len(dq), dq.sum()),
    "clipped": lambda dq: np.clip(dq, -3, 3),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_changed_incoming_gradient_costs_one_check(name: str) -> None:
    variant = STRIDED if list(CHANGES).index(name) % 2 else SAME
    found = lost(variant, layer(variant, dq=CHANGES[name]))
    assert found == {"input-gradient": (OWN_GRADIENT,)}


@pytest.mark.parametrize("variant", [STRIDED, SAME], ids=["strided", "same"])
def test_an_incoming_gradient_that_is_averaged_or_negated_keeps_its_name(variant: Variant) -> None:
    for change, name in ((lambda d: d / len(d), "gradient-averaged"), (np.negative, "negated")):
        ((check, slips),) = lost(variant, layer(variant, dq=change)).items()
        assert check == "input-gradient"
        assert [slip for slip in slips if name in slip]


@pytest.mark.parametrize("variant", [STRIDED, SAME], ids=["strided", "same"])
def test_changed_parameters_cost_one_check(variant: Variant) -> None:
    for change in (np.negative, np.sort):
        assert lost(variant, layer(variant, w=change)) == {"forward": (OWN_PARAMETERS,)}


def test_a_changed_bias_costs_one_check() -> None:
    assert lost(STRIDED, layer(STRIDED, b=lambda b: -b)) == {"forward": (OWN_PARAMETERS,)}


@pytest.mark.parametrize(
    "changes",
    [
        {"dp": lambda dp: 2 * dp},
        {"dw": lambda dw: dw**2},
        {"dp": lambda dp: 2 * dp, "dw": lambda dw: 3 * dw},
        {"q": lambda q: 2 * q},
        {"dp": np.sort, "dw": np.sort},
        {"dp": np.ones_like, "dw": np.ones_like},
        {"q": np.sort, "dp": np.sort},
    ],
)
def test_values_that_do_not_follow_from_one_change_are_not_said_to(changes: dict[str, Any]) -> None:
    named = {slip for slips in lost(SAME, layer(SAME, **changes)).values() for slip in slips}
    assert not named & {OWN_GRADIENT, OWN_PARAMETERS}


@pytest.mark.parametrize("variant", [STRIDED, SAME], ids=["strided", "same"])
def test_an_input_that_is_handed_on_is_no_work(variant: Variant) -> None:
    def one_weight(w: Any) -> Any:
        alone = np.zeros(len(w))
        alone[len(w) // 2] = 1.0  # each output is the input at its place
        return alone

    found = lost(variant, layer(variant, w=one_weight))
    assert OWN_PARAMETERS not in {slip for slips in found.values() for slip in slips}
    assert {"forward", "forward-integers", "input-gradient"} <= set(found)


def test_zeros_are_no_changed_gradient() -> None:
    found = lost(SAME, layer(SAME, dq=np.zeros_like))
    assert OWN_GRADIENT not in {slip for slips in found.values() for slip in slips}
    assert {"input-gradient", "kernel-gradient", "backward-integers"} <= set(found)
