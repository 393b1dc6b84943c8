"""Of several mistakes that give a value, the other answers decide which is told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from grader.certification.submissions import marked_in_place
from grader.marking.result import FieldResult
from problems.cnn_table.family import FAMILY, Parameters, affine, conv, flatten, pool
from problems.drawing import draw_variant
from problems.variant import Variant

Layers = list[Mapping[str, Any]]


def table(*layers: Mapping[str, Any], side: int) -> Variant:
    parameters: Parameters = {
        "input": [3, side, side],
        "layers": [*layers, flatten("flatten"), affine("fc1", 10)],
        "macs": True,
        "told": False,
    }
    return Variant(FAMILY, "standard", "0", parameters)


SMALL = table(conv("conv1", 8, 5), pool("pool1", 2, 2), conv("conv2", 16, 3, padding=1), side=28)
STRIDED = table(
    conv("conv1", 8, 3, stride=2, padding=1), conv("conv2", 16, 3, stride=2, padding=1), side=24
)
DILATED = table(conv("conv1", 8, 3), conv("conv2", 16, 5, padding=4, dilation=2), side=24)
DILATED_WITHIN = table(
    conv("conv1", 8, 3),
    conv("conv2", 16, 5, padding=4, dilation=2),
    conv("conv3", 16, 3),
    side=24,
)


def carried(variant: Variant, *swaps: tuple[str, str]) -> Mapping[str, FieldResult]:
    """What one gets who makes slips in some steps, and goes on from there."""

    def swapped(step: Any) -> Any:
        return next((step.slip(key) for name, key in swaps if name == step.name), None)

    values = variant.working.solve(swap=swapped)
    return {field.name: field for field in marked_in_place(variant, values)}


def slips(fields: Mapping[str, FieldResult]) -> dict[str, tuple[str, ...]]:
    return {name: field.slips for name, field in fields.items() if field.slips}


@pytest.mark.parametrize(
    ("variant", "key", "first"),
    [
        # Alone in one blank each of these gives what a mistake known better gives as well.
        (SMALL, "kernel-not-reduced", "conv1_rf"),
        (SMALL, "fields-multiplied", "pool1_rf"),
        (SMALL, "own-stride-for-jump", "pool1_rf"),
        (DILATED, "dilation-times-kernel", "conv2_shape"),
        (SMALL, "batch-norm-added", "conv1_params"),
    ],
)
def test_the_mistake_that_explains_most_answers_is_told_alone(
    variant: Variant, key: str, first: str
) -> None:
    everywhere = [(step.name, key) for step in variant.working.steps if step.slip(key)]
    fields = carried(variant, *everywhere)
    assert len(slips(fields)) >= 2
    assert set(slips(fields).values()) == {(key,)}
    lost = [name for name, field in fields.items() if field.score < field.max_score]
    assert lost == [first]


def test_of_the_slips_of_one_mistake_that_which_gives_most_is_told() -> None:
    """Behind the layer, a kernel that keeps its gaps leads to the same field."""
    key = "dilation-moves-window"
    steps = ("conv2_shape", "conv2_rf", "conv2_jump")
    found = slips(carried(DILATED_WITHIN, *((step, key) for step in steps)))
    assert found == dict.fromkeys(("conv2_shape", "conv2_rf", "conv3_rf"), (key,))
    alone = slips(carried(DILATED_WITHIN, ("conv2_jump", "dilation-as-stride")))
    assert alone == {"conv3_rf": ("dilation-as-stride",)}


def test_a_right_answer_worked_out_alike_speaks_against_a_mistake() -> None:
    """In the second layer the + 1 left out gives what it gives inside of the bracket."""
    one_of_two = carried(STRIDED, ("conv2_shape", "padding-forgotten"))
    assert slips(one_of_two)["conv2_shape"] == (
        "padding-forgotten",
        "plus-one-forgotten",
        "stride-before-kernel",
    )
    inside = table(conv("conv1", 8, 3), pool("pool1", 3, 3), side=26)
    assert slips(carried(inside, ("pool1_shape", "plus-one-inside"))) == {
        "pool1_shape": ("plus-one-inside",)
    }


def test_an_answer_that_is_right_by_a_mistake_speaks_for_it() -> None:
    """From a wrong field the recursion from the output back leads to the true next one."""
    truth = SMALL.truth
    values = {**truth, "pool1_rf": truth["conv1_rf"] * 2}
    values["conv2_rf"] = values["pool1_rf"] + 2
    fields = {field.name: field for field in marked_in_place(SMALL, values)}
    assert fields["pool1_rf"].slips == ("field-formula-backwards",)


Written = Callable[[tuple[int, ...]], Any]


@pytest.mark.parametrize(
    "written",
    [
        lambda shape: (1, *shape),
        lambda shape: [-1, *shape],
        lambda shape: (None, *shape),
        lambda shape: f"({', '.join(map(str, (None, *shape)))})",
        lambda shape: f"torch.Size([1, {', '.join(map(str, shape))}])",
    ],
)
def test_a_batch_in_front_of_shapes_costs_once_and_excuses_no_wrong_size(written: Written) -> None:
    wrong = SMALL.working.solve(swap=lambda step: step.slip("plus-one-forgotten"))
    for values, first in ((SMALL.truth, "batch-axis"), (wrong, "plus-one-forgotten")):
        typed = {
            name: written(value) if name.endswith("_shape") and name != "input_shape" else value
            for name, value in values.items()
        }
        fields = {field.name: field for field in marked_in_place(SMALL, typed)}
        lost = [name for name, field in fields.items() if field.score < field.max_score]
        assert lost == ["conv1_shape"]
        assert fields["conv1_shape"].slips == (first,)
        assert fields["pool1_shape"].remarks[-1].details == {"slips": ("batch-axis",)}
        assert fields["pool1_shape"].remarks[-1].key == "slip-again"


def test_a_number_in_front_is_a_batch_if_it_is_one_of_a_tool_or_all_else_is_right() -> None:
    channels, height, width = SMALL.truth["conv1_shape"]
    for shape, named in {
        (64, channels, height, width): ("batch-axis",),
        (64, channels, height - 1, width - 1): (),
        (channels, height, width, 1): (),
    }.items():
        first, *_ = marked_in_place(SMALL, {**SMALL.truth, "conv1_shape": shape})
        assert (first.slips, first.score) == (named, 0)


def test_what_follows_from_channels_last_goes_on_from_the_shape_that_is_meant() -> None:
    conv1 = SMALL.working["conv1_shape"]
    wrong = SMALL.working.solve(
        swap=lambda step: step.slip("plus-one-forgotten") if step is conv1 else None
    )
    channels, *sides = wrong["pool1_shape"]
    fields = {
        field.name: field
        for field in marked_in_place(SMALL, {**wrong, "pool1_shape": (*sides, channels)})
    }
    lost = [name for name, field in fields.items() if field.score < field.max_score]
    assert lost == ["conv1_shape", "pool1_shape"]


def test_a_way_of_writing_on_answers_from_which_nothing_follows_is_only_wrong() -> None:
    values = {**SMALL.truth, "conv1_shape": (-5, -5, -5)}
    values["pool1_shape"] = (1, *SMALL.truth["pool1_shape"])
    fields = {field.name: field for field in marked_in_place(SMALL, values)}
    assert not fields["conv1_shape"].score
    assert fields["pool1_shape"].slips == ("batch-axis",)
    last = {**values, "pool1_shape": (*SMALL.truth["pool1_shape"][1:], 8)}
    again = {field.name: field for field in marked_in_place(SMALL, last)}
    assert again["pool1_shape"].slips == ("channels-last",)


def test_a_slip_of_a_step_between_is_held_against_right_answers_that_are_worked_out_like_it() -> (
    None
):
    """Strides that are added behind the last layer were multiplied in the layers before it."""
    variant = draw_variant("receptive-field", "standard", "6292")
    fields = {f.name: f for f in marked_in_place(variant, {**variant.truth, "depth": 6})}
    assert fields["depth"].slips == ("kernel-not-reduced", "depth-rounded-down")
    assert "kernel-not-reduced" in variant.working.last_resorts  # of other rules, not of this one
