"""The sizes of answers are those of the true values, also where another variant has given them."""

from __future__ import annotations

import pytest

from problems.catalogue import family, family_keys
from problems.drawing import draw_variant
from problems.family import LEVELS, ByHand, Family, Level
from problems.forms import shape_of
from problems.sizes import size_of

BY_HAND = [each for each in map(family, family_keys()) if isinstance(each.task, ByHand)]
DECLARED = [each for each in BY_HAND if isinstance(each.task, ByHand) and each.task.tensors]


def test_some_families_say_which_parameters_are_tensors() -> None:
    assert {"conv2d-backprop", "multichannel-backprop"} <= {each.key for each in DECLARED}


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("chosen", DECLARED, ids=lambda chosen: chosen.key)
def test_a_size_is_that_of_the_value_whoever_was_drawn_before(chosen: Family, level: Level) -> None:
    for seed in range(40):
        variant = draw_variant(chosen.key, level, f"size {seed}")
        for asked in variant.working.asked:
            true = variant.solution.value(asked.step)
            assert size_of(variant, asked) == shape_of(true), (seed, asked.name)


@pytest.mark.parametrize("chosen", DECLARED, ids=lambda chosen: chosen.key)
def test_what_is_called_a_tensor_is_one_or_nothing(chosen: Family) -> None:
    assert isinstance(chosen.task, ByHand)
    seen: set[str] = set()
    for level in LEVELS:
        parameters = draw_variant(chosen.key, level, "size").parameters
        for name in chosen.task.tensors & parameters.keys():
            seen.add(name)
            assert parameters[name] is None or isinstance(parameters[name], list)
    assert seen == chosen.task.tensors
