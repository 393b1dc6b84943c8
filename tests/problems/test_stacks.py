"""Many values of one input at once: what is ruled out is wrong, and what gives what came stays."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import partial
from typing import Any

import numpy as np
import pytest

from problems import stacks
from problems.derivation import Derivation
from problems.drawing import draw_variant
from problems.mix_ups import _in_step, _Trial
from problems.stacks import ruled_out
from reference import affine, convolution, descent, relu
from reference.numbers import Array

CORRELATE = convolution.correlate2d
Case = tuple[Callable[..., Any], str]


def numbers(*shape: int, start: int = -7) -> Array:
    """Fractions and whole numbers of both signs, of which no two are equal."""
    cells = np.empty(shape, object)
    cells.ravel()[:] = [Fraction(5 * (start + n) + 1, 1 + n % 3) for n in range(cells.size)]
    return cells


ARGUMENTS: Mapping[Callable[..., Any], Mapping[str, Any]] = {
    CORRELATE: {"x": numbers(4, 5), "w": numbers(2, 3, start=-2)},
    convolution.correlate2d_kernel_gradient: {
        "x": numbers(4, 5),
        "dq": numbers(3, 3, start=-4),
        "kernel_size": (2, 3),
    },
    convolution.correlate2d_input_gradient: {
        "dq": numbers(3, 3, start=-4),
        "w": numbers(2, 3, start=-2),
        "in_size": (4, 5),
    },
    relu.relu: {"x": numbers(2, 3, start=-2)},
    relu.relu_gradient: {"x": numbers(2, 3, start=-2), "dq": numbers(2, 3, start=3)},
    descent.descent_step: {
        "parameter": numbers(2, 3),
        "gradient": numbers(2, 3, start=-3),
        "rate": Fraction(1, 3),
    },
    affine.affine_weights_gradient: {"x": numbers(3, start=1), "dq": numbers(2, start=-1)},
}
CASES = [(function, name) for function, inputs in stacks._STACKED.items() for name in inputs]


def turned(value: Array) -> list[Array]:
    """The same with the sign of one cell turned, for each cell."""
    signs = np.where(np.eye(value.size, dtype=bool), -1, 1).reshape(-1, *value.shape)
    return [value * sign for sign in signs]


@pytest.mark.parametrize(("function", "name"), CASES, ids=lambda x: getattr(x, "__name__", x))
def test_what_a_value_leads_to_does_not_rule_it_out_and_rules_out_whatever_leads_elsewhere(
    function: Callable[..., Any], name: str
) -> None:
    arguments = ARGUMENTS[function]
    values = turned(arguments[name])
    come = [function(**{**arguments, name: value}) for value in values]
    for found in come:
        out = ruled_out(function, name, values, arguments, found, 0.005)
        expected = [bool(np.any(abs(each - found) > Fraction(1, 50))) for each in come]
        assert out.tolist() == expected


def test_a_stack_that_is_worked_out_wrongly_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    def flipped(x: Array, w: Array) -> Array:
        right: Array = stacks._correlate_kernels(x, np.flip(w, axis=(1, 2)))
        return right

    monkeypatch.setitem(stacks._STACKED, CORRELATE, {"w": flipped})
    check = test_what_a_value_leads_to_does_not_rule_it_out_and_rules_out_whatever_leads_elsewhere
    with pytest.raises(AssertionError):
        check(CORRELATE, "w")


def test_nothing_is_ruled_out_that_cannot_be_told() -> None:
    x, w = numbers(4, 5), numbers(2, 3)
    tell = partial(ruled_out, found=numbers(3, 3), tolerance=0.0)
    values, given = turned(x), {"x": x, "w": w}
    assert ruled_out(CORRELATE, "x", values, given, numbers(3, 3), 0.0).all()
    assert not tell(np.multiply, "x", values, given).any()  # it takes no stacks
    assert not tell(CORRELATE, "x", turned(numbers(2, 2)), given).any()  # the kernel is larger
    assert not ruled_out(CORRELATE, "x", values, given, numbers(2, 2), 0.0).any()
    assert not tell(CORRELATE, "x", values, given | {"w": w[None, None]}).any()
    assert not tell(CORRELATE, "x", [x * 10**400], given).any()  # beyond all floats
    assert not tell(CORRELATE, "x", [x * np.inf], given).any()


@pytest.mark.parametrize("family", ["conv2d-backprop", "conv2d-hand", "relu-backprop"])
def test_the_mix_ups_that_are_found_together_are_those_that_are_found_one_by_one(
    family: str,
) -> None:
    working = draw_variant(family, "standard", "5").working
    truth = working.solve()
    compared = 0
    for asked in working.asked:
        derivation = Derivation(working, {n: v for n, v in truth.items() if n != asked.name})
        trial = _Trial(derivation, asked, truth[asked.name])
        tried = list(_in_step(trial, asked.step))
        for _, inputs in tried[::5]:
            trial = _Trial(derivation, asked, trial.value(asked.step, inputs))
            if not isinstance(trial.found, np.ndarray):
                continue
            one_by_one = [mix_up for mix_up, each in tried if trial.gives(asked.step, each)]
            assert trial.giving(asked.step, tried) == one_by_one
            compared += len(one_by_one)
    assert compared > len(working.asked)
