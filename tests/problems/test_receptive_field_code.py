"""A function over a list of layers: what its levels promise, and its values against brute force."""

from __future__ import annotations

from ast import literal_eval
from collections.abc import Sequence
from pathlib import Path
from runpy import run_path
from typing import Any

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import nn

from grader.grading.grade import grade
from grader.intake.submission import Submission
from grader.marking.result import FieldResult, ProblemResult
from grader.render.statement import statement
from grader.render.text import text
from grader.report.wording import message_of
from grader.sandbox.outside.program import Cell
from grader.sheet.sheet import Problem, Sheet
from problems.catalogue import family, folder
from problems.drawing import draw_variant
from problems.family import LEVELS, Level
from problems.kit import slip_programs
from problems.probe import Check, Observation, Put
from problems.receptive_field_code.networks import Layer
from problems.sentences import LANGUAGES
from problems.texts import render_program
from problems.variant import Variant, example_variant
from tests.warm import warm_sandbox

KEY = "receptive-field-code"
LECTURE = example_variant(KEY, "lecture")
SLIPS = sorted(slip_programs(family(KEY), folder(KEY)))
seeds = st.integers(0, 10**6).map(str)
levels = st.sampled_from(LEVELS)


def checks_by_name(variant: Variant) -> dict[str, Check]:
    return {check.name: check for check in variant.stated_checks}


def layers_of(check: Check) -> list[Layer]:
    """The layers in full, as the rules of a check have them."""
    layers: list[Layer] = check.probe.observations[0].inputs["layers"]
    return layers


def told(check: Check, name: str = "layers") -> Any:
    """What a program is handed."""
    return next(s.value for s in check.probe.steps if isinstance(s, Put) and s.name == name)


def tables(variant: Variant) -> list[Check]:
    return [check for check in variant.stated_checks if check.name != "list-unchanged"]


# -- what the levels promise -----------------------------------------------------------------------


@given(seeds, levels)
def test_a_variant_is_what_its_level_promises(seed: str, level: Level) -> None:
    variant = draw_variant(KEY, level, seed)
    p = variant.parameters
    every = [layer for check in tables(variant) for layer in layers_of(check)]
    kinds = {layer["kind"] for layer in every}
    match level:
        case "easy":
            assert set(p["keys"]) == {"kernel", "stride"}
            assert set(p["columns"]) == {"size", "field", "jump"}
            assert all(layer["padding"] == [0] for layer in every)
        case "standard":
            assert kinds == {"conv", "relu", "pool"}
            assert {"parameters", "jump", "field"} < set(p["columns"])
            assert all(len(set(layer["kernel"])) == 1 for layer in every)
            assert all(layer["dilation"] == [1, 1] for layer in every)
        case "hard":
            assert kinds == {"conv", "relu", "pool", "fc"}
            assert any(len(set(layer["kernel"])) > 1 for layer in every)
            assert any(layer["stride"][0] != layer["stride"][1] for layer in every)
            assert any(max(layer["dilation"]) > 1 for layer in every)


@given(seeds)
def test_groups_or_a_missing_bias_show_in_the_first_check(seed: str) -> None:
    variant = draw_variant(KEY, "hard", seed)
    layers = layers_of(checks_by_name(variant)["several-layers"])
    convolutions = [layer for layer in layers if layer["kind"] == "conv"]
    if "groups" in variant.parameters["keys"]:
        assert any(layer["groups"] > 1 for layer in convolutions)
    else:
        assert {layer["bias"] for layer in convolutions} == {True, False}


@given(seeds, levels)
def test_the_lists_are_short_long_and_of_the_kinds_that_they_are_called_by(
    seed: str, level: Level
) -> None:
    by_name = checks_by_name(draw_variant(KEY, level, seed))
    assert len(layers_of(by_name["one-layer"])) == 1
    assert len(layers_of(by_name["many-layers"])) == 11
    assert told(by_name["no-layers"]) == []
    assert all(max(layer["stride"]) == 1 for layer in layers_of(by_name["strides-of-one"]))
    assert all(min(layer["stride"]) >= 3 for layer in layers_of(by_name["large-strides"]))
    assert any(max(layer["kernel"]) == 1 for layer in layers_of(by_name["large-strides"]))


@given(seeds, levels)
def test_the_last_kernel_of_a_list_is_as_large_as_its_input(seed: str, level: Level) -> None:
    by_name = checks_by_name(draw_variant(KEY, level, seed))
    for name in ("strides-of-one", "large-strides"):
        sizes = next(
            one.true
            for one in by_name[name].probe.observations
            if one.rule.key == "layer-sizes" and one.inputs["axis"] == 0
        )
        last = layers_of(by_name[name])[-1]
        assert (sizes[-1], sizes[-2]) == (1, last["kernel"][0])


@given(seeds, levels)
def test_a_stride_leaves_cells_over_somewhere_in_the_first_check(seed: str, level: Level) -> None:
    check = checks_by_name(draw_variant(KEY, level, seed))["several-layers"]
    (slip,) = [
        s for s in check.probe.observations[0].rule.slips if s.key == "columns-in-another-order"
    ]
    assert slip.last_resort
    sizes = [one for one in check.probe.observations if one.rule.key == "layer-sizes"]
    assert any(one.rule.slips_by_key["rounded-up"](one.inputs) != one.true for one in sizes)


@given(seeds, st.sampled_from(("standard", "hard")))
def test_height_and_width_differ_behind_every_layer_with_a_map(seed: str, level: Level) -> None:
    for check in tables(draw_variant(KEY, level, seed)):
        along = [one for one in check.probe.observations if one.rule.key == "layer-sizes"]
        heights, widths = (one.true for one in along)
        assert all(h != w or h == 1 for h, w in zip(heights, widths, strict=True)), check.name


@given(seeds)
def test_behind_a_fully_connected_layer_the_field_is_the_lesser_of_reach_and_image(
    seed: str,
) -> None:
    """So a program that takes it for all of the image is as right as one that works it out."""
    check = checks_by_name(draw_variant(KEY, "hard", seed))["fully-connected"]
    for one in check.probe.observations:
        if one.rule.key == "layer-fields":
            reach = one.rule.slips_by_key["field-beyond-input"](one.inputs)
            assert reach[3] > one.true[3]


# -- the values ------------------------------------------------------------------------------------


def module_of(layer: Layer, before: Sequence[int]) -> nn.Module:
    """A layer of PyTorch's, with weights of 1."""
    kernel, stride, padding, dilation = (
        tuple(layer[name]) for name in ("kernel", "stride", "padding", "dilation")
    )
    if layer["kind"] == "relu":
        return nn.ReLU()
    if layer["kind"] == "pool":
        return nn.AvgPool2d(kernel, stride)
    module = nn.Conv2d(
        before[0],
        layer["channels"],
        kernel,
        stride,
        padding,
        dilation,
        groups=layer["groups"],
        bias=layer["bias"],
    )
    with torch.no_grad():
        for parameter in module.parameters():
            parameter.fill_(1.0)
    return module


def field_by_gradient(x: torch.Tensor, y: torch.Tensor, axis: int) -> int:
    """From the first to the last row or column on which the middle value depends."""
    place = (0, 0, y.shape[2] // 2, y.shape[3] // 2)
    (gradient,) = torch.autograd.grad(y[place], x, retain_graph=True)
    seen = gradient.abs().sum(dim=(0, 1, 3 - axis)).nonzero().ravel()
    return int(seen[-1] - seen[0]) + 1


@given(seeds, st.sampled_from(("standard", "hard")))
def test_sizes_fields_and_parameters_are_those_of_pytorch(seed: str, level: Level) -> None:
    check = checks_by_name(draw_variant(KEY, level, seed))["one-layer"]
    by_rule: dict[str, list[Observation]] = {}
    for one in check.probe.observations:
        by_rule.setdefault(one.rule.key, []).append(one)
    (layer,) = layers_of(check)
    channels, height, width = by_rule["layer-sizes"][0].inputs["in_shape"]
    layer = {**layer, "padding": [0, 0]}  # so that the field lies inside of the image
    x = torch.ones(1, channels, height + 30, width + 30, requires_grad=True)
    module = module_of(layer, (channels,))
    y = module(x)
    count = sum(parameter.numel() for parameter in module.parameters())
    assert by_rule["layer-parameters"][0].true == [count]
    for one in by_rule["layer-fields"]:
        assert one.true == [field_by_gradient(x, y, one.inputs["axis"])]
    padded = module_of(layers_of(check)[0], (channels,))(torch.ones(1, channels, height, width))
    assert [one.true for one in by_rule["layer-sizes"]] == [[n] for n in padded.shape[2:]]


# -- programs --------------------------------------------------------------------------------------


def mark(variant: Variant, source: str) -> ProblemResult:
    sheet = Sheet("layers", "en", (Problem("1", variant),))
    cells = (Cell("import numpy as np\n"), Cell(source, None, 1, "1"))
    result = grade(Submission(sheet, cells), sandbox=warm_sandbox())
    return result.problems[0]


def fields(result: ProblemResult) -> dict[str, FieldResult]:
    return {field.name: field for field in result.fields}


RIGHT = """
def receptive_fields(layers, image):
    c, h, w = image
    rf, jump, table = 1, 1, []
    for layer in layers:
        params = 0
        if layer["kind"] != "relu":
            k, s, p = layer["kernel"], layer["stride"], layer.get("padding", 0)
            if layer["kind"] == "conv":
                params = layer["channels"] * (c * k * k + 1)
                c = layer["channels"]
            h, w = (h + 2 * p - k) // s + 1, (w + 2 * p - k) // s + 1
            rf, jump = rf + (k - 1) * jump, jump * s
        table.append((c, h, w, params, rf, jump))
    return table
"""
"""For the lecture's order of the numbers."""


def test_a_program_for_the_lectures_table_has_full_marks() -> None:
    result = mark(LECTURE, RIGHT)
    assert result.score == result.max_score == 9


def run(variant: Variant, work: str, folder_of_it: Path) -> Any:
    """What is called ``result`` when the model solution has been run, and this work after it."""
    solution = render_program(folder(KEY), "solution.py.j2", docstring="", **variant.parameters)
    path = folder_of_it / "program.py"
    path.write_text(f"{solution}\n{work}\n", encoding="utf-8")
    return run_path(str(path))["result"]


def test_the_lectures_table_comes_out_of_the_model_solution(tmp_path: Path) -> None:
    convolution = {"kind": "conv", "kernel": 5, "stride": 1, "padding": 0}
    pooling = {"kind": "pool", "kernel": 2, "stride": 2}
    layers = [
        *({**convolution, "channels": 16}, {"kind": "relu"}, pooling),
        *({**convolution, "channels": 32}, {"kind": "relu"}, pooling),
    ]
    assert run(LECTURE, f"result = receptive_fields({layers}, (1, 28, 28))", tmp_path) == [
        *((16, 24, 24, 416, 5, 1), (16, 24, 24, 0, 5, 1), (16, 12, 12, 0, 6, 2)),
        *((32, 8, 8, 12832, 14, 2), (32, 8, 8, 0, 14, 2), (32, 4, 4, 0, 16, 4)),
    ]


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("seed", ["1", "2", "5", "6"])
def test_the_example_on_the_sheet_is_what_the_model_solution_gives(
    level: Level, seed: str, tmp_path: Path
) -> None:
    variant = draw_variant(KEY, level, seed)
    shown = text(statement(Problem("1", variant), "en"), 10_000)
    lines = [line[4:] for line in shown.splitlines() if line.startswith("    ")]
    end = lines.index("]") + 1
    work = "\n".join([*lines[:end], f"result = {lines[end]}"])
    expected = literal_eval(" ".join(line.removeprefix("#") for line in lines[end + 1 :]).strip())
    assert run(variant, work, tmp_path) == expected


TWO_MISTAKES = RIGHT.replace("c * k * k + 1", "c * k * k").replace("(k - 1) * jump", "k * jump")


def test_mistakes_in_two_columns_are_both_told() -> None:
    result = fields(mark(LECTURE, TWO_MISTAKES))
    said = message_of(result["several-layers"], KEY, "en")
    assert "the biases are not counted" in said
    assert "instead of the kernel size minus 1" in said
    assert sum(one.max_score - one.score for one in result.values()) == 3


BY_COLUMNS = RIGHT.replace("return table", "return [list(column) for column in zip(*table)]")


def test_a_table_by_columns_costs_one_check() -> None:
    result = fields(mark(LECTURE, BY_COLUMNS))
    lost = {name for name, one in result.items() if one.score < one.max_score}
    assert lost == {"several-layers"}
    assert result["several-layers"].slips == ("table-by-columns",)


OF_SIX = ": expected a list of rows (tuples), with 6 numbers"


@pytest.mark.parametrize(
    ("result", "said"),
    [
        ("table[-1]", ": expected a list of rows"),
        ("{i: row for i, row in enumerate(table)}", f"{OF_SIX} in each row, but got dict"),
        ("[row[:3] for row in table]", OF_SIX),
        (
            "[(row[:3], *row[3:]) for row in table]",
            OF_SIX,
        ),
    ],
)
def test_what_is_no_such_table_is_told_by_the_call(result: str, said: str) -> None:
    field = fields(mark(LECTURE, RIGHT.replace("return table", f"return {result}")))[
        "several-layers"
    ]
    message = message_of(field, KEY, "en")
    assert field.score == 0
    assert f"receptive_fields(layers, image){said}" in message, message


def test_whole_numbers_may_come_as_decimals_and_rows_as_an_array() -> None:
    program = RIGHT.replace("return table", "return np.array(table, dtype=float)")
    assert mark(LECTURE, program).score == 9


def test_a_list_that_is_changed_costs_its_own_check() -> None:
    program = RIGHT.replace(
        "    c, h, w = image\n", "    c, h, w = image\n    layers[:] = layers\n"
    )
    assert mark(LECTURE, program).score == 9
    program = program.replace("    return table", "    layers.clear()\n    return table")
    result = fields(mark(LECTURE, program))
    assert result["list-unchanged"].slips == ("argument-changed",)
    assert sum(one.score for one in result.values()) == 8


CONSTANT = "def receptive_fields(layers, image):\n    return [(1, 1, 1, 0, 1, 1)] * len(layers)\n"
NOTHING = "def receptive_fields(layers, image):\n    return []\n"


@pytest.mark.parametrize("program", [CONSTANT, NOTHING])
def test_a_program_that_works_nothing_out_earns_next_to_nothing(program: str) -> None:
    assert mark(LECTURE, program).score <= 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_handed_over_is_told_in_every_language(language: Any) -> None:
    problem = Problem("1", draw_variant(KEY, "hard", "4"))
    shown = " ".join(text(statement(problem, language), 10_000).split())
    for needed in ("receptive_fields(layers, image)", "`field_height`", "`layers`", '"fc"'):
        assert needed in shown, needed


def test_there_are_programs_for_the_mistakes_that_students_make() -> None:
    assert len(SLIPS) >= 40
