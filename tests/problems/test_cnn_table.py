"""The table of a network: the published one, and drawn ones against layers of PyTorch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import prod
from typing import Any

import pytest
import torch
from torch import nn

from grader.answers.outcome import Outcome
from grader.marking.by_hand import mark_by_hand
from problems.cnn_table.family import FAMILY, affine, conv, flatten, pool, working
from problems.drawing import draw_variant, reasons_against
from problems.family import LEVELS, Level
from problems.rules.costs import taps_inside
from problems.variant import Variant, example_variant, slip_shows
from reference import sizes
from tests.problems.tables import EVERYTHING

SEEDS = range(30)


@pytest.fixture(scope="module")
def drawn() -> dict[Level, list[Variant]]:
    return {
        level: [draw_variant("cnn-table", level, f"table {seed}") for seed in SEEDS]
        for level in LEVELS
    }


def all_of(drawn: dict[Level, list[Variant]]) -> Iterator[Variant]:
    for level in LEVELS:
        yield from drawn[level]


def asked_names(variant: Variant) -> list[str]:
    return [asked.name for asked in variant.working.asked]


def is_square(variant: Variant) -> bool:
    _, height, width = variant.parameters["input"]
    return bool(height == width)


def layers_by_torch(p: Any) -> Iterator[tuple[Any, tuple[int, ...], tuple[int, ...], int]]:
    """Each layer with the shapes before and after it and its parameters, as PyTorch has them."""
    x = torch.empty(1, *p["input"], device="meta")
    for layer in p["layers"]:
        match layer["kind"]:
            case "conv":
                geometry = {k: layer[k] for k in ("stride", "padding", "dilation", "groups")}
                module: nn.Module = nn.Conv2d(
                    x.shape[1], layer["channels"], layer["kernel"], **geometry, device="meta"
                )
            case "pool":
                module = nn.MaxPool2d(layer["kernel"], layer["stride"])
            case "flatten":
                module = nn.Flatten()
            case "affine":
                x = x.flatten(start_dim=1)
                module = nn.Linear(x.shape[1], layer["features"], device="meta")
            case kind:
                raise AssertionError(f"there is no layer of kind {kind!r}")
        before, x = tuple(x.shape[1:]), module(x)
        yield layer, before, tuple(x.shape[1:]), sum(w.numel() for w in module.parameters())


def test_the_published_table_comes_out_cell_by_cell() -> None:
    variant = example_variant("cnn-table", "lecture")
    # HR1, EN 1: grey 28x28; conv 5x5, 16; max-pool 2/2; conv 5x5, 32; pool; FC 512; FC 10
    published = {
        **{"conv1_shape": (16, 24, 24), "conv1_params": 416, "conv1_rf": 5},
        **{"pool1_shape": (16, 12, 12), "pool1_params": 0, "pool1_rf": 6},
        **{"conv2_shape": (32, 8, 8), "conv2_params": 12832, "conv2_rf": 14},
        **{"pool2_shape": (32, 4, 4), "pool2_params": 0, "pool2_rf": 16},
        "flatten_shape": (32 * 4 * 4,),
        **{"fc1_shape": (512,), "fc1_params": 262656, "fc1_rf": 28},
        **{"fc2_shape": (10,), "fc2_params": 5130, "fc2_rf": 28},
    }
    assert {name: variant.truth[name] for name in asked_names(variant)} == published


@pytest.mark.parametrize(
    ("slip", "values"),
    [
        ("bias-forgotten", {"conv1_params": 400, "conv2_params": 12800, "fc2_params": 5120}),
        ("one-bias-in-all", {"conv1_params": 401, "fc1_params": 262145}),
        ("input-channels-forgotten", {"conv1_params": 416, "conv2_params": 832}),
        ("input-size-for-kernel", {"conv1_params": 16 * (28 * 28 + 1)}),
        ("pooling-has-parameters", {"pool1_params": 64, "pool2_params": 128}),
        ("kernel-not-reduced", {"conv1_rf": 6, "pool1_rf": 8, "conv2_rf": 18, "pool2_rf": 22}),
        ("jump-forgotten", {"pool1_rf": 6, "conv2_rf": 10, "pool2_rf": 11}),
        ("jump-updated-before-use", {"conv1_rf": 5, "pool1_rf": 7, "conv2_rf": 15, "pool2_rf": 19}),
        ("pooling-does-not-widen", {"pool1_rf": 5, "conv2_rf": 13, "pool2_rf": 13, "fc1_rf": 25}),
        ("affine-keeps-field", {"fc1_rf": 16, "fc2_rf": 16}),
        ("plus-one-forgotten", {"conv1_shape": (16, 23, 23), "pool1_shape": (16, 10, 10)}),
        ("channels-last", {"conv1_shape": (24, 24, 16)}),
        ("same-for-valid", {"conv1_shape": (16, 28, 28), "pool1_shape": (16, 14, 14)}),
        ("kernels-added", {"conv1_rf": 5, "pool1_rf": 7, "conv2_rf": 12, "pool2_rf": 14}),
        ("channels-not-flattened", {"flatten_shape": (16,)}),
        ("only-channels-kept", {"flatten_shape": (32,)}),
    ],
)
def test_a_slip_leads_to_the_values_that_it_is_known_for(slip: str, values: dict[str, Any]) -> None:
    variant = example_variant("cnn-table", "lecture")
    carried = variant.working.with_slip(slip)
    assert {name: carried[name] for name in values} == values
    assert slip_shows(variant, slip)


def test_a_table_with_everything_in_it_comes_out() -> None:
    values = working(EVERYTHING).solve()
    by_hand = {
        **{"conv1_shape": (8, 10, 14), "conv1_params": 608, "conv1_rf": 5, "conv1_macs": 84000},
        **{"pool1_shape": (8, 4, 6), "pool1_params": 0, "pool1_rf": 9},
        **{"conv2_shape": (16, 2, 4), "conv2_params": 592, "conv2_rf": 25, "conv2_macs": 4608},
        **{"flatten_shape": (128,), "fc1_shape": (10,), "fc1_params": 1290, "fc1_macs": 1280},
    }
    assert {asked.name: values[asked.name] for asked in working(EVERYTHING).asked} == by_hand


@pytest.mark.parametrize(
    ("slip", "values"),
    [
        ("padding-counted-once", {"conv1_shape": (8, 9, 13), "conv2_shape": (16, 1, 3)}),
        ("padding-forgotten", {"conv1_shape": (8, 8, 12), "conv2_shape": (16, 1, 1)}),
        ("height-and-width-swapped", {"conv1_shape": (8, 14, 10)}),
        ("rounded-up", {"conv1_shape": (8, 11, 14), "pool1_shape": (8, 5, 7)}),
        ("dilation-forgotten", {"conv2_shape": (16, 4, 6), "conv2_rf": 17}),
        ("stride-before-kernel", {"conv1_shape": (8, 8, 11)}),
        ("pooling-with-stride-one", {"pool1_shape": (8, 8, 12)}),
        ("groups-ignored", {"conv2_params": 1168, "conv2_macs": 9216}),
        ("groups-applied-twice", {"conv2_params": 304}),
        ("kernel-not-squared", {"conv1_params": 128, "conv2_params": 208}),
        ("bias-per-input-channel", {"conv1_params": 603, "conv2_params": 584}),
        ("bias-per-input", {"fc1_params": 1408}),
        ("padding-widens-field", {"conv1_rf": 9, "conv2_rf": 37}),
        ("field-times-stride", {"pool1_rf": 10}),
        ("field-is-kernel", {"conv2_rf": 3}),
        ("kernels-added", {"conv1_rf": 5, "pool1_rf": 8, "conv2_rf": 13}),
        ("jumps-added", {"pool1_rf": 9, "conv2_rf": 21}),
        ("jump-of-last-layer-only", {"pool1_rf": 9, "conv2_rf": 17}),
        ("input-size-for-output-size", {"conv1_macs": 324000}),
        ("multiplications-and-additions", {"conv1_macs": 168000, "fc1_macs": 2560}),
        ("parameters-for-macs", {"conv1_macs": 600, "conv2_macs": 576}),
        ("bias-counted-in-macs", {"conv1_macs": 85120, "conv2_macs": 4736, "fc1_macs": 1290}),
    ],
)
def test_a_slip_of_the_hard_level_leads_to_the_values_that_it_is_known_for(
    slip: str, values: dict[str, Any]
) -> None:
    carried = working(EVERYTHING).with_slip(slip)
    assert {name: carried[name] for name in values} == values


def test_height_and_width_that_are_swapped_once_cost_one_mark() -> None:
    p: Any = {**EVERYTHING, "layers": [conv("conv1", 8, 5), pool("pool1", 2, 2)]}
    w = working(p)
    own = w.solve(fixed={"conv1_shape": (8, 23, 16)})
    fields = {
        field.name: field for field in mark_by_hand(w, {a.name: own[a.name] for a in w.asked})
    }
    assert fields["conv1_shape"].slips == ("height-and-width-swapped",)
    assert own["pool1_shape"] == (8, 11, 8)
    assert fields["pool1_shape"].outcome is Outcome.FOLLOW_THROUGH


def test_added_kernels_are_told_from_a_jump_that_is_forgotten() -> None:
    w = example_variant("cnn-table", "lecture").working
    for key, field in (("kernels-added", 11), ("jump-forgotten", 10)):
        answers = {a.name: w.solve()[a.name] for a in w.asked} | {"conv2_rf": field}
        fields = {each.name: each for each in mark_by_hand(w, answers)}
        assert fields["conv2_rf"].slips == (key,)


def test_shapes_and_parameters_are_those_of_the_layers_in_pytorch(
    drawn: dict[Level, list[Variant]],
) -> None:
    for variant in all_of(drawn):
        for layer, _, after, parameters in layers_by_torch(variant.parameters):
            name = layer["name"]
            assert variant.truth.get(f"{name}_shape", after) == after, (variant.seed, name)
            if layer["kind"] != "flatten":
                assert variant.truth[f"{name}_params"] == parameters, (variant.seed, name)


def test_receptive_fields_are_those_of_the_textbook_formula(
    drawn: dict[Level, list[Variant]],
) -> None:
    for variant in all_of(drawn):
        field, jump, side = 1, 1, variant.parameters["input"][1]
        image = side
        for layer, _, after, _ in layers_by_torch(variant.parameters):
            if layer["kind"] in ("conv", "pool"):
                field += (layer["kernel"] - 1) * layer.get("dilation", 1) * jump
                jump *= layer["stride"]
                side = after[1]
            if layer["kind"] == "affine":  # all of the last map, and no more than the image
                field, side = min(image, field + (side - 1) * jump), 1
            if layer["kind"] != "flatten" and (layer["kind"] != "affine" or is_square(variant)):
                found = variant.truth.get(f"{layer['name']}_rf", field)
                assert found == field, (variant.seed, layer["name"])


def test_multiply_accumulates_are_one_per_weight_and_place(
    drawn: dict[Level, list[Variant]],
) -> None:
    for variant in drawn["hard"]:
        for layer, before, after, _ in layers_by_torch(variant.parameters):
            name = f"{layer['name']}_macs"
            if layer["kind"] == "conv":
                per_value = before[0] // layer["groups"] * layer["kernel"] ** 2
                assert variant.truth[name] == prod(after) * per_value
            if layer["kind"] == "affine":
                assert variant.truth[name] == prod(before) * layer["features"]


def test_a_level_asks_for_what_it_is_about(drawn: dict[Level, list[Variant]]) -> None:
    for variant in all_of(drawn):
        kinds = {layer["name"]: layer["kind"] for layer in variant.parameters["layers"]}
        expected = []
        for name, kind in kinds.items():
            expected += [f"{name}_shape"] * (kind != "affine")
            expected += [f"{name}_params"] * (kind != "flatten")
            expected += [f"{name}_rf"] * (kind in ("conv", "pool"))
            expected += [f"{name}_rf"] * (name == "fc1" and is_square(variant))
            expected += [f"{name}_macs"] * (kind in ("conv", "affine") and variant.level == "hard")
        assert sorted(asked_names(variant)) == sorted(expected)
        free = {"pool1_params", "pool2_params", "conv1_rf", "fc1_rf"}
        assert {asked.name for asked in variant.working.asked if asked.marks == 1} == (
            free & set(expected)
        )
        marks = {asked.marks for asked in variant.working.asked}
        assert marks == {1, 3 if variant.level == "hard" else 4}


@pytest.mark.parametrize(
    ("older", "field_marks"), [({"marks": 2}, 2), ({"marks": 2, "told": True}, 2), ({}, 1)]
)
def test_older_sheets_ask_for_what_is_told_and_keep_their_marks(
    drawn: dict[Level, list[Variant]], older: Any, field_marks: int
) -> None:
    p: Any = dict(drawn["standard"][0].parameters)
    del p["told"], p["marks"]
    p |= older
    marks = {asked.name: asked.marks for asked in working(p).asked}
    assert marks.keys() - set(asked_names(drawn["standard"][0])) == {
        "fc1_shape",
        "fc2_shape",
        "fc2_rf",
    }
    assert (marks["fc1_rf"], marks["fc1_shape"], marks["fc2_rf"]) == (field_marks, 1, 1)


def test_images_are_square_below_hard_and_never_there(drawn: dict[Level, list[Variant]]) -> None:
    assert {is_square(variant) for level in ("easy", "standard") for variant in drawn[level]} == {
        True
    }
    assert {is_square(variant) for variant in drawn["hard"]} == {False}


def test_stride_dilation_and_groups_come_in_where_the_level_says_so(
    drawn: dict[Level, list[Variant]],
) -> None:
    def settings(level: Level, name: str) -> set[int]:
        return {
            layer[name]
            for variant in drawn[level]
            for layer in variant.parameters["layers"]
            if layer["kind"] == "conv"
        }

    for level in ("easy", "standard"):
        assert settings(level, "stride") == settings(level, "dilation") == {1}
        assert settings(level, "groups") == {1}
    assert settings("easy", "padding") == {0}
    assert settings("standard", "padding") == {0, 2}
    assert settings("hard", "stride") >= {1, 2}
    assert settings("hard", "dilation") >= {1, 2}
    assert settings("hard", "groups") >= {1, 2, 4}


def test_sizes_come_out_whole_below_hard(drawn: dict[Level, list[Variant]]) -> None:
    rounded = 0
    for variant in all_of(drawn):
        for layer, before, _, _ in layers_by_torch(variant.parameters):
            if layer["kind"] in ("conv", "pool"):
                span = (layer["kernel"] - 1) * layer.get("dilation", 1) + 1
                left = [n + 2 * layer.get("padding", 0) - span for n in before[1:]]
                assert all(n >= 0 for n in left)
                is_whole = all(n % layer["stride"] == 0 for n in left)
                assert is_whole or variant.level == "hard", (variant.seed, layer["name"])
                rounded += not is_whole
    assert rounded  # at hard, rounding is part of the subject


IMPOSSIBLE = "a step is impossible: the kernel spans … px but the padded input has only … px"


@pytest.mark.parametrize(
    ("layers", "why"),
    [
        ([conv("conv1", 4, 5), flatten("flatten")], IMPOSSIBLE),
        ([conv("conv1", 4, 4), flatten("flatten")], "the last map has one cell"),
        ([pool("pool1", 3, 2), flatten("flatten")], "the last map has one cell"),
    ],
)
def test_a_network_that_leaves_nothing_to_work_out_is_rejected(layers: Any, why: str) -> None:
    p: Any = {"input": [1, 4, 4], "layers": [*layers, affine("fc1", 5)], "macs": False}
    assert reasons("easy", p)[0] == why


def reasons(level: Level, p: Any) -> list[str]:
    return list(reasons_against(Variant(replace(FAMILY, core={}), level, "0", p)))


def test_a_network_that_fits_is_good_and_may_round_where_rounding_is_the_subject() -> None:
    layers = [conv("conv1", 4, 3), pool("pool1", 3, 2), flatten("flatten"), affine("fc1", 5)]
    whole: Any = {"input": [1, 9, 9], "layers": layers, "macs": False}
    assert reasons("standard", whole) == []
    rounded: Any = {**whole, "input": [1, 10, 10]}
    assert reasons("standard", rounded) == ["rounding in pool1_shape"]
    assert reasons("hard", rounded) == []


def test_the_core_slips_show_on_every_variant(drawn: dict[Level, list[Variant]]) -> None:
    for variant in all_of(drawn):
        for key in FAMILY.core[variant.level]:
            assert slip_shows(variant, key), (variant.seed, key)


def test_a_rectangular_image_asks_for_no_field_of_a_fully_connected_layer() -> None:
    layers = [conv("conv1", 4, 3), flatten("flatten"), affine("fc1", 5)]
    square = working({"input": [1, 9, 9], "layers": layers, "macs": False})
    wide = working({"input": [1, 9, 12], "layers": layers, "macs": False})
    only_square = {a.name for a in square.asked} - {a.name for a in wide.asked}
    assert only_square == {"fc1_rf"}


def test_the_working_has_what_is_asked_and_what_leads_to_it_and_no_more(
    drawn: dict[Level, list[Variant]],
) -> None:
    for variant in all_of(drawn):
        last_map = [x["name"] for x in variant.parameters["layers"] if x["kind"] != "affine"][-2]
        unasked = {step.name for step in variant.working.steps} - set(asked_names(variant))
        jumps = {name for name in unasked if name.endswith("_jump")}
        assert (f"{last_map}_jump" in jumps) == is_square(variant)
        told = (
            {"fc1_shape"} if variant.level == "standard" else set()
        )  # what fc2 is worked out from
        side = {"flatten_side"} if is_square(variant) else set()
        assert unasked - jumps == side | told


@pytest.mark.parametrize(
    ("size", "kernel", "stride", "padding", "dilation"),
    [(7, 3, 1, 1, 1), (9, 5, 2, 2, 1), (10, 3, 3, 4, 2), (6, 3, 1, 3, 3)],
)
def test_products_with_the_input_are_those_that_meet_no_padding(
    size: int, kernel: int, stride: int, padding: int, dilation: int
) -> None:
    out = sizes.conv_output_size(size, kernel, stride, padding, dilation)
    met = [
        window * stride - padding + tap * dilation for window in range(out) for tap in range(kernel)
    ]
    counted = taps_inside(size, out, kernel, stride, padding, dilation)
    assert counted == sum(0 <= place < size for place in met)
    assert taps_inside(10**12, 10**12, kernel, 1, 0, 1) == kernel * 10**12 - sum(range(kernel))
