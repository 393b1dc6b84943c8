"""Windows in rows, in code: what the levels promise, the lecture's values, and every check."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from grader.grading.grade import grade
from grader.intake.submission import Submission
from grader.marking.result import FieldResult
from grader.sandbox.outside.program import Cell
from grader.sheet.sheet import Problem, Sheet
from problems.catalogue import family, folder
from problems.drawing import draw_variant
from problems.family import LEVELS, Level
from problems.forms import agree
from problems.im2row_code.family import READY_MADE, WAY_BACK_FROM, WINDOWS_IN
from problems.im2row_code.rules import MATRIX, PLAIN, im2row, row2im, toeplitz
from problems.probe import Check, Put
from problems.quantity import RULE_ERRORS
from problems.sentences import LANGUAGES, Language
from problems.stream import Stream
from problems.texts import render_program
from problems.variant import Variant, example_variant
from tests.warm import warm_sandbox

KEY = "im2row-code"
SEEDS = range(20)


@cache
def drawn(level: Level, seed: int) -> Variant:
    return draw_variant(KEY, level, str(seed))


def solution(variant: Variant) -> str:
    return render_program(folder(KEY), "solution.py.j2", docstring="", **variant.parameters)


def marked(variant: Variant, source: str) -> dict[str, FieldResult]:
    sheet = Sheet("im2row", "en", (Problem("1", variant),))
    cells = (Cell("import numpy as np\n"), Cell(source, None, 1, "1"))
    (result,) = grade(Submission(sheet, cells), sandbox=warm_sandbox()).problems
    return {field.name: field for field in result.fields}


def lost(fields: dict[str, FieldResult]) -> set[str]:
    return {name for name, field in fields.items() if field.score < field.max_score}


def changed(source: str, old: str, new: str) -> str:
    assert source.count(old) == 1, old
    return source.replace(old, new)


# -- what the levels promise -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("level", "kinds"),
    [
        ("easy", ("im2row",)),
        ("standard", ("im2row", "conv2d", "row2im")),
        ("hard", ("im2row", "conv2d", "row2im", "toeplitz")),
    ],
)
def test_a_level_asks_for_its_functions_named_after_rows_or_columns(
    level: Level, kinds: tuple[str, ...]
) -> None:
    layouts = set()
    for seed in SEEDS:
        variant = drawn(level, seed)
        layout = variant.parameters["layout"]
        layouts.add(layout)
        names = {"im2row": WINDOWS_IN[layout], "row2im": WAY_BACK_FROM[layout]}
        assert variant.functions == tuple(names.get(kind, kind) for kind in kinds)
    assert layouts == {"rows", "columns"}


@pytest.mark.parametrize("level", ["standard", "hard"])
def test_strides_and_padding_differ_down_and_to_the_right(level: Level) -> None:
    for seed in SEEDS:
        p = drawn(level, seed).parameters
        assert p["stride"][0] != p["stride"][1]
        assert (p["padding"][0] != p["padding"][1]) == (level == "hard")


@pytest.mark.parametrize("level", LEVELS)
def test_a_neighbours_file_rarely_fits(level: Level) -> None:
    variants = {str(drawn(level, seed).parameters) for seed in SEEDS}
    assert len(variants) >= {"easy": 5, "standard": 15, "hard": 15}[level]


@pytest.mark.parametrize("level", LEVELS)
def test_inputs_are_of_other_sizes_along_each_axis(level: Level) -> None:
    for seed in SEEDS:
        for check in drawn(level, seed).stated_checks:
            first = {step.name: step.value for step in check.probe.steps if isinstance(step, Put)}
            if "p" in first and not check.name.endswith(("-kernel", "-unchanged")):
                assert first["p"].shape[-1] != first["p"].shape[-2], check.name
            if "kh" in first and not check.name.endswith(("-kernel", "-apart", "-one-channel")):
                assert first["kh"] != first["kw"], check.name


# -- values ----------------------------------------------------------------------------------------


def numbered(height: int, width: int) -> NDArray[Any]:
    """x11, x12, …: each cell has its row and column for a name."""
    return np.array([[10 * i + j for j in range(1, width + 1)] for i in range(1, height + 1)])


def test_the_lectures_matrix_of_windows() -> None:
    rows = im2row(numbered(5, 5), (3, 3), PLAIN)
    assert rows.shape == (9, 9)
    assert rows[0].tolist() == [11, 12, 13, 21, 22, 23, 31, 32, 33]
    assert rows[2].tolist() == [13, 14, 15, 23, 24, 25, 33, 34, 35]
    assert rows[8].tolist() == [33, 34, 35, 43, 44, 45, 53, 54, 55]


def test_the_printed_matrix_of_the_lecture_is_a_mistake_with_a_name() -> None:
    w = numbered(3, 3)
    inputs = {"w": w, "shape": (5, 5), "stride": (1, 1)}
    begins = [np.flatnonzero(row)[0] for row in toeplitz(w, (5, 5))]
    assert begins == [0, 1, 2, 5, 6, 7, 10, 11, 12]
    printed = MATRIX.slips_by_key["matrix-rows-moved-by-one"](inputs)
    assert [np.flatnonzero(row)[0] for row in printed] == list(range(9))


sizes = st.integers(1, 3)
pairs = st.tuples(sizes, sizes)
hows = st.fixed_dictionaries(
    {
        "stride": pairs,
        "padding": st.tuples(st.integers(0, 2), st.integers(0, 2)),
        "order": st.sampled_from(("channels", "cells")),
        "layout": st.sampled_from(("rows", "columns")),
    }
)


@given(channels=sizes, more=pairs, size=pairs, how=hows, seed=st.integers(0, 99))
def test_the_way_back_is_the_transposed_way_there(
    channels: int, more: tuple[int, int], size: tuple[int, int], how: dict[str, Any], seed: int
) -> None:
    of = np.random.default_rng(seed)
    shape = (channels, size[0] + more[0], size[1] + more[1])
    x = of.integers(-9, 10, shape)
    rows = im2row(x, size, how)
    back = of.integers(-9, 10, rows.shape)
    assert np.sum(rows * back) == np.sum(x * row2im(back, shape, size, how))


@given(more=pairs, size=pairs, stride=pairs, seed=st.integers(0, 99))
def test_the_matrix_gives_what_pytorch_gives(
    more: tuple[int, int], size: tuple[int, int], stride: tuple[int, int], seed: int
) -> None:
    of = np.random.default_rng(seed)
    shape = (size[0] + more[0], size[1] + more[1])
    x, w = of.integers(-9, 10, shape), of.integers(-9, 10, size)
    maps, kernels = (torch.tensor(each, dtype=torch.float64)[None, None] for each in (x, w))
    outputs = torch.nn.functional.conv2d(maps, kernels, stride=stride).flatten().tolist()
    assert (toeplitz(w, shape, stride) @ x.ravel()).tolist() == outputs


# -- checks ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("level", LEVELS)
def test_every_check_fails_on_some_mistake(level: Level) -> None:
    for seed in range(3):
        for check in drawn(level, seed).stated_checks:
            assert list(_showing(check)), check.name


def _showing(check: Check) -> list[str]:
    """The slips that give another value than the right one in a check."""
    found = []
    for seen in check.probe.observations:
        for slip in seen.rule.slips:
            try:
                wrong = slip(seen.inputs)
            except RULE_ERRORS:
                continue
            if not agree(seen.form, wrong, seen.true):
                found.append(slip.key)
    return found


@pytest.mark.parametrize("level", LEVELS)
def test_a_right_program_passes_with_decimals_of_single_precision(level: Level) -> None:
    variant = drawn(level, 1)
    assert lost(marked(variant, solution(variant))) == set()


def test_the_lectures_example_is_what_its_sheet_asks_for() -> None:
    variant = example_variant(KEY, "lecture")
    source = (
        "def im2row(p, kh, kw):\n"
        "    windows = np.lib.stride_tricks.sliding_window_view(p, (kh, kw))\n"
        "    return windows.reshape(-1, kh * kw)\n"
    )
    assert lost(marked(variant, source)) == set()


def test_a_mistake_without_a_name_that_the_product_inherits_costs_once() -> None:
    variant = drawn("standard", 2)
    assert variant.functions[0] == "im2row"
    source = changed(solution(variant), "return np.array(windows)", "return np.array(windows) * 3")
    fields = marked(variant, source)
    assert {name.partition("-")[0] for name in lost(fields)} == {"im2row"}


def test_a_matrix_without_content_earns_nothing_for_the_product_that_follows_from_it() -> None:
    variant = drawn("standard", 2)
    _, product = solution(variant).split("\n\n\n", 1)
    zeros = (
        "def im2row(p, kh, kw):\n"
        "    height, width = (p.shape[1] - kh) // 3 + 1, (p.shape[2] - kw) // 2 + 1\n"
        "    return np.zeros((height * width, len(p) * kh * kw))\n\n\n"
    )
    fields = marked(variant, zeros + product)
    assert {"conv2d-decimals", "conv2d-integer-maps", "conv2d-one-channel"} <= lost(fields)


def test_loops_in_the_function_for_windows_do_not_count_for_the_product() -> None:
    variant = drawn("standard", 2)
    source = solution(variant)
    assert marked(variant, source)["conv2d-no-loop"].score == 1
    helper = "\n\ndef flat(w):\n    return np.array([each.ravel() for each in w])\n"
    looped = changed(source, "weights = w.reshape(count, -1)", "weights = flat(w)") + helper
    assert lost(marked(variant, looped)) == {"conv2d-no-loop"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_ready_made_is_told_on_the_sheet(language: Language) -> None:
    from grader.render.statement import statement
    from grader.render.text import text

    told = " ".join(text(statement(Problem("1", drawn("hard", 3)), language), 10_000).split())
    for needed in ("SciPy", "`np.convolve`", "`np.correlate`", "`unfold`", "`fold`", "PyTorch"):
        assert needed in told, needed
    assert set(READY_MADE) == {
        *("scipy", "numpy.convolve", "numpy.correlate"),
        *("torch.*conv*", "torch.*fold*", "torch.ops"),
    }


def test_a_stream_of_checks_tells_nothing_of_the_draw() -> None:
    variant = drawn("hard", 3)
    task: Any = family(KEY).task
    again = list(task.checks(variant.parameters, Stream("another", "checks")))
    assert [check.name for check in again] == [check.name for check in variant.stated_checks]
