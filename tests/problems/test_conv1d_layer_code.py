"""The layer class in code: the lecture's programs pass, and every check fails on some mistake."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.answers.outcome import Outcome
from grader.grading.grade import grade_file
from grader.marking.result import ProblemResult
from grader.render.script import blank, mistaken, model, script
from grader.report.wording import message_of
from grader.sheet.sheet import Problem, Sheet, draw_sheet
from problems.catalogue import family, folder
from problems.conv1d_layer_code.family import Parameters
from problems.drawing import draw_variant
from problems.family import LEVELS, Level
from problems.kit import slip_programs
from problems.probe import Put
from problems.variant import Variant, example_variant
from tests.turns import in_this_run
from tests.warm import warm_sandbox

KEY = "conv1d-layer-code"
STRIDED: Parameters = {"kernel": 4, "stride": 3, "padding": 0, "bias": True}
PADDED: Parameters = {"kernel": 5, "stride": 1, "padding": 2, "bias": False}

LECTURE = """
class LayerConv1d:
    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.p=p
        return self.w*self.p

    def bwd_pass(self, dq):
        dp = self.w * dq
        self.dw = np.dot(dq, self.p)
        return dp
"""

# The formulas of the lecture for a kernel of 3: both gradients are cross-correlations.
LECTURE_KERNEL_OF_3 = """
def star(w, p):
    return np.correlate(np.pad(p, 1), w, mode="valid")

class LayerConv1d:
    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.p = p
        return star(self.w, p)

    def bwd_pass(self, dq):
        self.dw = star(dq, self.p)
        return star(np.flip(self.w), dq)
"""

# Right and rather unlike the model solution: matrices, lists, and no loop over the outputs.
BY_MATRIX = """
class LayerConv1d:
    def __init__(self, w, b):
        self.w, self.b = w, b

    def fwd_pass(self, p):
        starts = range(0, len(p) - 3, 3)
        self.rows = np.array([p[i : i + 4] for i in starts])
        self.places = [(r, i + j, j) for r, i in enumerate(starts) for j in range(4)]
        self.size = len(p)
        return list(self.rows @ self.w + self.b)

    def bwd_pass(self, dq):
        matrix = np.zeros((len(dq), self.size))
        for row, column, j in self.places:
            matrix[row, column] = self.w[j]
        self.dw = dq @ self.rows
        self.db = dq.sum()
        return dq @ matrix
"""

# NumPy's "same" is as long as the longer of the two: right until an input is shorter than w.
NUMPY_SAME = """
class LayerConv1d:
    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.p = p
        return np.correlate(p, self.w, mode="same")

    def bwd_pass(self, dq):
        half = len(self.w) // 2
        padded = np.pad(self.p, half)
        self.dw = np.correlate(padded, dq, mode="valid")
        return np.convolve(dq, self.w, mode="same")
"""

# The gradient ends where the last output has looked, not where the input ends.
LEFT_OVER_CELLS_LOST = """
class LayerConv1d:
    def __init__(self, w, b):
        self.w, self.b = w, b

    def fwd_pass(self, p):
        self.p = p
        return np.array([self.w @ p[i : i + 4] + self.b for i in range(0, len(p) - 3, 3)])

    def bwd_pass(self, dq):
        spread = np.zeros(3 * len(dq) - 2)
        spread[::3] = dq
        self.dw = sum(g * self.p[3 * i : 3 * i + 4] for i, g in enumerate(dq))
        self.db = np.sum(dq)
        return np.convolve(spread, self.w)
"""

# Written as a list: an input that is shorter than the kernel gives none, not an array of zeros.
PADDING_FORGOTTEN = """
class LayerConv1d:
    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.p = p
        return np.array([np.dot(p[i : i + 3], self.w) for i in range(len(p) - 2)])

    def bwd_pass(self, dq):
        self.dw = np.correlate(np.pad(self.p, 1), dq, mode="valid")
        return np.convolve(dq, self.w, mode="same")
"""

# Each window of the gradient is assigned; where the stride is the kernel's size, no two meet.
ASSIGNED = """
class LayerConv1d:
    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.p = p
        self.windows = [slice(i, i + 3) for i in range(0, len(p) - 2, STRIDE)]
        return np.array([self.w @ p[window] for window in self.windows])

    def bwd_pass(self, dq):
        dp = np.zeros(len(self.p))
        for window, gradient in zip(self.windows, dq):
            dp[window] = gradient * self.w
        self.dw = sum(gradient * self.p[window] for window, gradient in zip(self.windows, dq))
        return dp
"""

PADDED_BY = """
class LayerConv1d:
    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.p = p
        return np.correlate(np.pad(p, SIDES), self.w, mode="valid")

    def bwd_pass(self, dq):
        self.dw = np.correlate(np.pad(self.p, 2), dq, mode="valid")
        return np.convolve(dq, self.w)[2:-2]
"""

FORWARD_ONLY = LECTURE.replace("dp = self.w * dq", "...").replace("return dp", "...")

SLIPS_BY_LEVEL: dict[str, tuple[str, ...]] = {
    "bias-gradient-not-summed": ("hard",),
    "bias-left-out": ("hard",),
    "changed-in-place": LEVELS,
    "first-input-kept": LEVELS,
    "gradient-accumulated": LEVELS,
    "gradient-averaged": LEVELS,
    "gradient-cropped": ("standard", "hard"),
    "gradient-not-cropped": ("standard", "hard"),
    "gradient-overwritten": LEVELS,
    "gradients-swapped": LEVELS,
    "integer-dtype-kept": LEVELS,
    "kernel-flipped": ("standard", "hard"),
    "kernel-gradient-flipped": ("standard", "hard"),
    "kernel-gradient-without-padding": ("standard", "hard"),
    "kernel-gradient-without-padding-cut": ("standard", "hard"),
    "kernel-gradient-without-padding-valid": ("standard", "hard"),
    "kernel-not-flipped-in-gradient": ("standard", "hard"),
    "last-output-not-computed": LEVELS,
    "padding-all-on-the-left": ("standard", "hard"),
    "padding-all-on-the-right": ("standard", "hard"),
    "padding-forgotten": ("standard", "hard"),
    "state-shared-by-layers": LEVELS,
    "stride-forgotten": ("hard",),
}
"""The levels on which each mistake can be made."""

HEAVIEST = 3
"""The marks of the heaviest check."""
CAUGHT_BY = {
    "forward": "kernel-flipped",
    "forward-integers": "integer-dtype-kept",
    "shortest-input": "last-output-not-computed",
    "input-gradient": "gradient-cropped",
    "kernel-gradient": "kernel-gradient-flipped",
    "bias-gradient": "bias-gradient-not-summed",
    "backward-integers": "integer-dtype-kept",
    "latest-input": "first-input-kept",
    "two-backward-passes": "gradient-accumulated",
    "two-layers": "state-shared-by-layers",
    "inputs-unchanged": "changed-in-place",
}
"""For each check a mistake that it has to see."""

seeds = st.integers(0, 10**6).map(str)
levels = st.sampled_from(LEVELS)


@cache
def some_of_each_level() -> Sheet:
    return draw_sheet("8", [f"{KEY}:{level}" for level in LEVELS for _ in range(4)], "en")


def graded(sheet: Sheet, source: str, folder: Path) -> tuple[ProblemResult, ...]:
    path = folder / "sheet.py"
    path.write_text(source, encoding="utf-8")
    return grade_file(path, sandbox=warm_sandbox()).problems


def graded_program(parameters: Parameters, program: str, folder: Path) -> ProblemResult:
    variant = Variant(family(KEY), "standard", "3", parameters)
    sheet = Sheet("3", "en", (Problem("1", variant),))
    head, section, _ = script(sheet).partition("# %% problem 1")
    (result,) = graded(sheet, f"{head}{section}\n{program}", folder)
    return result


def outcomes(result: ProblemResult) -> dict[str, Outcome]:
    return {field.name: field.outcome for field in result.fields}


def slips_of(result: ProblemResult) -> set[str]:
    return {slip for field in result.fields for slip in field.slips}


def unlike_correct(result: ProblemResult) -> set[str]:
    return {name for name, outcome in outcomes(result).items() if outcome is not Outcome.CORRECT}


@pytest.mark.parametrize(
    ("example", "program"),
    [("lecture", LECTURE), ("lecture-kernel-of-3", LECTURE_KERNEL_OF_3)],
)
def test_the_layers_of_the_lecture_get_full_marks(
    example: str, program: str, tmp_path: Path
) -> None:
    result = graded_program(family(KEY).examples[example].parameters, program, tmp_path)
    assert set(outcomes(result).values()) == {Outcome.CORRECT}


def test_a_right_layer_that_is_written_quite_otherwise_gets_full_marks(tmp_path: Path) -> None:
    result = graded_program(STRIDED, BY_MATRIX, tmp_path)
    assert set(outcomes(result).values()) == {Outcome.CORRECT}


def test_the_values_of_the_lecture_are_what_the_checks_expect() -> None:
    # dL/dw_u = sum_i dL/dq_i p_{i-2+u} and dL/dp_i = sum_s dL/dq_{i+s} w_{2-s}, for k = 3
    variant = example_variant(KEY, "lecture-kernel-of-3")
    check = next(c for c in variant.checks if c.name == "backward-integers")
    put = {step.name: step.value for step in check.probe.shown_steps if isinstance(step, Put)}
    w, p, dq = put["w"], np.pad(put["p1"], 1), np.pad(put["dq1"], 1)
    inside = range(1, len(p) - 1)
    by_input, by_kernel = (seen for seen in check.probe.observations if seen.shown)
    expected = [sum(dq[i + s] * w[1 - s] for s in (-1, 0, 1)) for i in inside]
    assert np.allclose(by_input.rule(by_input.inputs), expected)
    expected = [sum(dq[i] * p[i - 1 + u] for i in inside) for u in (0, 1, 2)]
    assert np.allclose(by_kernel.rule(by_kernel.inputs), expected)


@pytest.mark.parametrize("level", LEVELS)
def test_the_model_solution_gets_full_marks(level: Level, tmp_path: Path) -> None:
    sheet = draw_sheet("9", [f"{KEY}:{level}"] * 8, "en")
    for result in graded(sheet, script(sheet, model), tmp_path):
        assert result.score == result.max_score


def test_the_frame_as_handed_out_earns_nothing_and_is_not_called_wrong(tmp_path: Path) -> None:
    sheet = some_of_each_level()
    for result in graded(sheet, script(sheet, blank), tmp_path):
        assert result.score == 0
        assert set(outcomes(result).values()) == {Outcome.UNANSWERED}


def test_a_program_is_there_for_every_slip_and_for_no_other() -> None:
    programs = slip_programs(family(KEY), folder(KEY))
    assert set(programs) == set(SLIPS_BY_LEVEL)


@pytest.mark.parametrize("slip", in_this_run(SLIPS_BY_LEVEL, most=8))
def test_a_slip_loses_marks_and_is_the_only_one_named(slip: str, tmp_path: Path) -> None:
    sheet = some_of_each_level()
    results = graded(sheet, script(sheet, lambda problem: mistaken(problem, slip)), tmp_path)
    seen = set()
    for problem, result in zip(sheet.problems, results, strict=True):
        can_show = result.level in SLIPS_BY_LEVEL[slip] and (
            "bias" not in slip or problem.variant.parameters["bias"]
        )
        if can_show:
            seen.add(result.level)
            assert 0 < result.max_score - result.score <= HEAVIEST
            assert slips_of(result) == {slip}
        else:
            assert result.score == result.max_score
    assert seen == set(SLIPS_BY_LEVEL[slip])


@pytest.mark.parametrize(("check", "slip"), CAUGHT_BY.items())
def test_every_check_is_seen_to_fail(check: str, slip: str, tmp_path: Path) -> None:
    variant = Variant(family(KEY), "hard", "4", STRIDED)
    sheet = Sheet("4", "en", (Problem("1", variant),))
    (result,) = graded(sheet, script(sheet, lambda p: mistaken(p, slip)), tmp_path)
    assert check in unlike_correct(result)


def test_every_check_of_every_level_has_a_mistake_that_it_has_to_see() -> None:
    names = {check.name for p in some_of_each_level().problems for check in p.variant.checks}
    assert names == set(CAUGHT_BY)


def test_numpys_same_fails_on_an_input_that_is_shorter_than_the_kernel(tmp_path: Path) -> None:
    result = graded_program(PADDED, NUMPY_SAME, tmp_path)
    assert unlike_correct(result) == {"shortest-input"}


def test_a_slip_costs_once_although_the_shortest_input_comes_out_in_another_way(
    tmp_path: Path,
) -> None:
    result = graded_program(
        family(KEY).examples["lecture-kernel-of-3"].parameters, PADDING_FORGOTTEN, tmp_path
    )
    slips = {field.name: field.slips for field in result.fields}
    assert slips["forward"] == slips["forward-integers"] == ("padding-forgotten",)
    assert slips["latest-input"] == slips["two-layers"] == ("padding-forgotten",)
    assert slips["shortest-input"] == ("padding-forgotten",)  # as the layer without padding shows
    assert unlike_correct(result) == {name for name, each in slips.items() if each}
    assert [field.name for field in result.fields if field.score < field.max_score] == ["forward"]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (
            LECTURE.replace("self.dw", "self.DW"),
            "layer.bwd_pass(dq1); layer.dw: there is no such attribute.",
        ),
        (
            LECTURE.replace("return dp", "return dp, self.dw"),
            "layer.bwd_pass(dq1): expected one value, but got several. Return that one "
            "alone; what else is worked out belongs in attributes, if the sheet names some.",
        ),
    ],
)
def test_gradients_that_are_not_where_they_should_be_are_told(
    wrong: str, told: str, tmp_path: Path
) -> None:
    result = graded_program(family(KEY).examples["lecture"].parameters, wrong, tmp_path)
    field = next(field for field in result.fields if field.score == 0)
    assert message_of(field, KEY, "en") == told


def test_a_gradient_that_lacks_the_cells_left_over_by_the_stride_is_wrong(tmp_path: Path) -> None:
    result = graded_program(STRIDED, LEFT_OVER_CELLS_LOST, tmp_path)
    assert unlike_correct(result) == {"input-gradient", "backward-integers", "latest-input"}


def test_a_forward_pass_alone_earns_the_marks_of_the_forward_pass(tmp_path: Path) -> None:
    result = graded_program(family(KEY).examples["lecture"].parameters, FORWARD_ONLY, tmp_path)
    right = {name for name, outcome in outcomes(result).items() if outcome is Outcome.CORRECT}
    assert right >= {"forward", "forward-integers", "shortest-input"}
    assert "input-gradient" not in right


@pytest.mark.parametrize("slip", ["kernel-flipped", "stride-forgotten", "bias-left-out"])
def test_a_wrong_forward_pass_costs_its_own_marks_and_none_of_the_backward_pass(
    slip: str, tmp_path: Path
) -> None:
    sheet = Sheet("5", "en", (Problem("1", Variant(family(KEY), "hard", "5", STRIDED)),))
    (result,) = graded(sheet, script(sheet, lambda p: mistaken(p, slip)), tmp_path)
    assert [field.name for field in result.fields if field.score < field.max_score] == ["forward"]


@pytest.mark.parametrize(
    ("slip", "check"),
    [
        ("kernel-not-flipped-in-gradient", "input-gradient"),
        ("kernel-gradient-flipped", "kernel-gradient"),
        ("gradient-accumulated", "two-backward-passes"),
        ("gradient-overwritten", "input-gradient"),
    ],
)
def test_a_wrong_gradient_costs_the_first_check_that_sees_it(
    slip: str, check: str, tmp_path: Path
) -> None:
    assert lost_by(STRIDED, slip, tmp_path) == [check]


@pytest.mark.parametrize(
    ("slip", "check"),
    [
        ("gradient-not-cropped", "input-gradient"),
        ("kernel-gradient-without-padding", "kernel-gradient"),
        ("kernel-gradient-without-padding-cut", "kernel-gradient"),
        ("kernel-gradient-without-padding-valid", "kernel-gradient"),
        ("padding-all-on-the-left", "forward"),  # in both passes it is one mistake
        ("padding-all-on-the-right", "forward"),
    ],
)
def test_a_mistake_about_the_padding_costs_the_first_check_that_sees_it(
    slip: str, check: str, tmp_path: Path
) -> None:
    assert lost_by(PADDED, slip, tmp_path) == [check]


def lost_by(parameters: Parameters, slip: str, folder: Path) -> list[str]:
    """The checks that the program with this mistake loses marks for."""
    sheet = Sheet("6", "en", (Problem("1", Variant(family(KEY), "hard", "6", parameters)),))
    (result,) = graded(sheet, script(sheet, lambda p: mistaken(p, slip)), folder)
    return [field.name for field in result.fields if field.score < field.max_score]


def test_windows_that_are_assigned_are_a_mistake_only_where_they_overlap(tmp_path: Path) -> None:
    for stride, expected in ((2, {"gradient-overwritten"}), (3, set())):
        parameters: Parameters = {"kernel": 3, "stride": stride, "padding": 0, "bias": False}
        result = graded_program(parameters, ASSIGNED.replace("STRIDE", str(stride)), tmp_path)
        assert slips_of(result) == expected
        assert (result.score == result.max_score) == (not expected)


@pytest.mark.parametrize(
    ("sides", "slip"),
    [
        ("(2, 0)", "padding-on-one-side"),
        ("(0, 2)", "padding-on-the-right"),
        ("(4, 0)", "padding-all-on-the-left"),
        ("(0, 4)", "padding-all-on-the-right"),
    ],
)
def test_padding_on_one_side_of_the_forward_pass_is_named_after_its_side(
    sides: str, slip: str, tmp_path: Path
) -> None:
    result = graded_program(PADDED, PADDED_BY.replace("SIDES", sides), tmp_path)
    slips = {field.name: field.slips for field in result.fields}
    assert slips["forward"] == slips["forward-integers"] == slips["latest-input"] == (slip,)
    assert slips["input-gradient"] == slips["kernel-gradient"] == ()


def test_a_layer_that_flips_its_kernel_and_goes_back_accordingly_has_one_mistake(
    tmp_path: Path,
) -> None:
    program = LECTURE_KERNEL_OF_3.replace("star(np.flip(self.w), dq)", "star(self.w, dq)")
    program = program.replace("return star(self.w, p)", "return star(np.flip(self.w), p)")
    result = graded_program(
        family(KEY).examples["lecture-kernel-of-3"].parameters, program, tmp_path
    )
    assert slips_of(result) == {"kernel-flipped"}
    lost = [field.name for field in result.fields if field.score < field.max_score]
    assert lost == ["forward"]


@given(seeds, levels)
def test_no_kernel_is_its_own_mirror_image_or_as_long_as_a_gradient(
    seed: str, level: Level
) -> None:
    variant = draw_variant(KEY, level, seed)
    p = variant.parameters
    for check in variant.checks:
        for step in check.probe.steps:
            if isinstance(step, Put) and step.name.startswith("w") and p["kernel"] > 1:
                assert step.value.shape == (p["kernel"],)
                assert abs(step.value[0]) != abs(step.value[-1])
            if isinstance(step, Put) and step.name.startswith("dq"):
                assert len(step.value) > p["kernel"]


@given(seeds, levels)
def test_a_variant_is_what_its_level_promises(seed: str, level: Level) -> None:
    p = draw_variant(KEY, level, seed).parameters
    match level:
        case "easy":
            assert (p["kernel"], p["stride"], p["padding"], p["bias"]) == (1, 1, 0, False)
        case "standard":
            assert (p["stride"], p["bias"]) == (1, False)
            assert p["kernel"] == 2 * p["padding"] + 1 >= 3
        case "hard":
            assert (p["stride"] > 1, p["bias"]) == (True, True)
            assert 0 < p["padding"] < p["kernel"]
            assert p["kernel"] > p["stride"]  # windows overlap


@given(seeds, levels)
def test_integers_and_decimals_of_both_signs_are_among_the_inputs(seed: str, level: Level) -> None:
    variant = draw_variant(KEY, level, seed)
    put = {c.name: [s for s in c.probe.steps if isinstance(s, Put)] for c in variant.checks}
    for name in ("forward-integers", "backward-integers"):
        integers = [s.name for s in put[name] if np.asarray(s.value).dtype.kind == "i"]
        assert set(integers) == {"p1", "p1_before"}  # the second one is not shown
    values = np.concatenate([np.ravel(step.value) for each in put.values() for step in each])
    assert values.min() < 0 < values.max()
