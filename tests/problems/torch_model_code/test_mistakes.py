"""Mistakes in a model: each is named, and costs what it touches."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from grader.render.script import mistaken, model, section
from grader.sheet.sheet import Problem
from problems.catalogue import family
from problems.drawing import draw_variant
from problems.family import LEVELS, Level
from problems.torch_model_code.family import FLATTEN, RELU, Parameters, affine, conv
from problems.variant import Variant
from tests.problems.torch_model_code.marked import (
    KEY,
    SEEDS,
    SLIPS,
    Fields,
    lost,
    marked,
    without_full_marks,
)
from tests.turns import in_this_run

CANNOT_BE_MADE: Mapping[Level, set[str]] = {
    "easy": {
        "max-for-mean",
        "padding-forgotten",
        "pooling-rounded-up",
        "stride-forgotten",
        "relu-forgotten-after-affine",
        "relu-forgotten-after-convolutions",
        "relu-forgotten-after-first-convolution",
        "relu-forgotten-after-second-convolution",
        "second-convolution-without-bias",
        "first-affine-without-bias",
    },
    "standard": {"max-for-mean", "padding-forgotten", "pooling-rounded-up", "stride-forgotten"},
    "hard": set(),
}
VALUES = {"fwd", "other-batch-sizes", "loss", "loss-gradient"}
"""The checks of what a model works out."""
UP_TO_THE_KERNELS = "padding-in-every-convolution"
"""Where all kernels are of size 3, or each convolution has its padding, it cannot be made."""
ALWAYS = {"relu-forgotten", "pooling-forgotten"}
"""What has a test of its own, and so is marked in each run; the others take turns."""
MARKED = sorted({*ALWAYS, *in_this_run(SLIPS, most=20)})


@pytest.fixture(scope="module", params=in_this_run(LEVELS, most=1))
def mistakes(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Level, dict[str, list[Fields | None]]]:
    """For each slip the fields of its program on one seed; None where it is the right program."""
    level: Level = request.param
    made: list[tuple[str, Variant, str]] = []
    found: dict[str, list[Fields | None]] = {slip: [] for slip in MARKED}
    for seed in SEEDS[:1]:
        problem = Problem("1", draw_variant(KEY, level, str(seed)))
        right = section(problem, "en", model(problem))
        for slip in MARKED:
            program = section(problem, "en", mistaken(problem, slip))
            if program == right:
                found[slip].append(None)
            else:
                made.append((slip, problem.variant, program.partition("\n")[2]))
    path = tmp_path_factory.mktemp(level) / "submission.py"
    results = marked([variant for _, variant, _ in made], [text for *_, text in made], path)
    for (slip, *_), fields in zip(made, results, strict=True):
        found[slip].append(fields)
    return level, found


def test_each_mistake_loses_marks_and_is_named_alone(
    mistakes: tuple[Level, dict[str, list[Fields | None]]],
) -> None:
    level, found = mistakes
    for slip, results in found.items():
        for fields in results:
            if fields is not None:
                named = {field.slips for field in fields.values()} - {()}
                assert (slip,) in named, f"{level}, {slip}: {named}"
                assert all(len(slips) == 1 for slips in named), f"{level}, {slip}: {named}"


def test_each_mistake_costs_at_most_the_heaviest_check(
    mistakes: tuple[Level, dict[str, list[Fields | None]]],
) -> None:
    level, found = mistakes
    for slip, results in found.items():
        for fields in results:
            if fields is not None:
                cost = sum(field.max_score - field.score for field in fields.values())
                heaviest = max(field.max_score for field in fields.values())
                assert 0 < cost <= heaviest, f"{level}, {slip}: {cost}"


def test_a_layer_left_out_costs_the_first_check_that_it_fails(
    mistakes: tuple[Level, dict[str, list[Fields | None]]],
) -> None:
    _, found = mistakes
    for fields in found["relu-forgotten"]:
        assert fields is not None
        assert without_full_marks(fields) == {"fwd"}
        assert lost(fields) == VALUES  # in all four it is named


def test_layers_of_the_wrong_size_cost_the_parameters_and_show_the_rest(
    mistakes: tuple[Level, dict[str, list[Fields | None]]],
) -> None:
    _, found = mistakes
    for fields in found["pooling-forgotten"]:
        assert fields is not None
        assert without_full_marks(fields) == {"parameters"}


@pytest.mark.parametrize("level", LEVELS)
def test_the_mistakes_that_a_level_does_not_allow_are_known(level: Level) -> None:
    problem = Problem("1", draw_variant(KEY, level, str(SEEDS[0])))
    right = section(problem, "en", model(problem))
    missing = {slip for slip in SLIPS if section(problem, "en", mistaken(problem, slip)) == right}
    assert missing - {UP_TO_THE_KERNELS} == CANNOT_BE_MADE[level]


def test_a_bias_left_out_of_one_layer_costs_the_parameters_and_is_named_in_all_that_it_changes(
    mistakes: tuple[Level, dict[str, list[Fields | None]]],
) -> None:
    _, found = mistakes
    for slip, results in found.items():
        if slip.endswith("-without-bias") and slip != "layers-without-bias":
            for fields in results:
                if fields is not None:
                    assert without_full_marks(fields) == {"parameters"}
                    assert lost(fields) == {"parameters"} | VALUES


@pytest.mark.parametrize(("first", "second"), [(2, 0), (0, 2), (0, 0)])
def test_padding_for_all_convolutions_where_not_all_have_it_is_named(
    first: int, second: int, tmp_path: Path
) -> None:
    layers = [conv(4, 5, padding=first), RELU, conv(6, 3, padding=second), FLATTEN, affine(5)]
    parameters: Parameters = {"input": [2, 9, 12], "layers": layers}
    problem = Problem("1", Variant(family(KEY), "standard", "1", parameters))
    work = mistaken(problem, UP_TO_THE_KERNELS)
    program = section(problem, "en", work).partition("\n")[2]
    padding = first or second or 1
    assert program.count(f"padding={padding})") == 2
    (fields,) = marked([problem.variant], [program], tmp_path / "submission.py")
    assert {field.slips for field in fields.values()} - {()} == {(UP_TO_THE_KERNELS,)}
    assert without_full_marks(fields) == {"parameters"}


def test_padding_that_leaves_every_size_as_it_is_has_the_name_that_it_has_elsewhere(
    tmp_path: Path,
) -> None:
    plain, padded = (
        [conv(4, 3, padding=padding), RELU, conv(6, 3, padding=padding), FLATTEN, affine(5)]
        for padding in (0, 1)
    )
    variant, other = (
        Variant(family(KEY), "standard", "1", {"input": [2, 9, 12], "layers": layers})
        for layers in (plain, padded)
    )
    wrong = Problem("1", other)
    program = section(wrong, "en", model(wrong)).partition("\n")[2]
    (fields,) = marked([variant], [program], tmp_path / "submission.py")
    assert {field.slips for field in fields.values()} - {()} == {("same-for-valid",)}
