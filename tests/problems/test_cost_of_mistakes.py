"""One mistake in code costs once, in whatever place and in whatever order it is made.

The programs are those of students: the model solution with one line written otherwise.
"""

from __future__ import annotations

from typing import Any

import pytest

from grader.answers.outcome import Outcome
from grader.grading.grade import grade
from grader.intake.submission import Submission
from grader.marking.result import ProblemResult
from grader.sandbox.outside.program import Cell
from grader.sheet.sheet import Problem, Sheet
from problems.catalogue import family, folder
from problems.texts import render_program
from problems.variant import Variant
from tests.warm import warm_sandbox

FUNCTION = Variant(
    family("conv1d-code"),
    "hard",
    "9",
    {"flip": True, "stride": 2, "padding": 3, "dilation": 3, "mode": "edge"},
)
LAYER = Variant(
    family("conv1d-layer-code"), "hard", "1", {"kernel": 5, "stride": 3, "padding": 2, "bias": True}
)


def marked(variant: Variant, program: str) -> ProblemResult:
    sheet = Sheet("1", "en", (Problem("1", variant),))
    cells = (Cell("import numpy as np\n"), Cell(program, None, 1, "1"))
    (result,) = grade(Submission(sheet, cells), sandbox=warm_sandbox()).problems
    return result


def model_with(variant: Variant, *changes: tuple[str, str]) -> str:
    """The model solution with pieces of it written otherwise."""
    where: Any = folder(variant.family.key)
    text = render_program(where, "solution.py.j2", docstring="", **variant.parameters)
    for right, wrong in changes:
        assert right in text, text
        text = text.replace(right, wrong)
    return text


def lost(result: ProblemResult) -> set[str]:
    return {field.name for field in result.fields if field.score < field.max_score}


def named(result: ProblemResult) -> set[str]:
    return {slip for field in result.fields for slip in field.slips}


PAD = 'np.pad(vector, 3, mode="edge")'
WINDOW = "vector[start : start + span : 3]"
IN_FUNCTION = {
    "padded-by-reflection": ((PAD, PAD.replace("edge", "reflect")), "padded-in-another-way"),
    "padded-by-mirror": ((PAD, PAD.replace("edge", "symmetric")), "padded-in-another-way"),
    "padded-around": ((PAD, PAD.replace("edge", "wrap")), "padded-in-another-way"),
    "padded-on-the-right": (
        (PAD, 'np.pad(vector, (0, 3), mode="edge")'),
        "padding-on-the-right",
    ),
    "mean-for-sum": (("np.sum(", "np.mean("), "products-averaged"),
    "windows-one-apart": (("start = 2 * i", "start = i"), "stride-forgotten"),
    "windows-one-cell-later": (("start = 2 * i", "start = 2 * i + 1"), "windows-begin-later"),
    "in-one-place": (("out[i] =", "out[0] ="), "outputs-in-one-place"),
    "windows-without-gaps": ((WINDOW, "vector[start : start + len(kernel)]"), "dilation-forgotten"),
    "reversed": (("return out", "return out[::-1]"), "outputs-reversed"),
    "ends-neither-turned-nor-swapped": (
        (PAD, "np.concatenate((vector[:3], vector, vector[-3:]))"),
        "padded-in-another-way",
    ),
    "padded-with-ones": (
        (PAD, "np.pad(vector, 3, constant_values=1)"),
        "padded-in-another-way",
    ),
    "sum-goes-on": (("return out", "return np.cumsum(out)"), "sum-never-reset"),
    "absolute": (("return out", "return np.abs(out)"), "absolute-values"),
    "column": (("return out", "return out[:, None]"), "outputs-in-a-column"),
    "row": (("return out", "return [out]"), "outputs-in-a-row"),
    "kernel-of-the-vector": (
        ("kernel = np.flip(kernel)", "kernel = np.flip(vector)"),
        "parameter-overwritten",
    ),
    "kernel-of-a-trial": (
        (PAD, PAD + "\n    kernel = np.array([1, 2, 1])"),
        "parameter-overwritten",
    ),
    "windows-one-cell-earlier": (
        ("start = 2 * i", "start = 2 * i - 1"),
        "window-starts-below-zero",
    ),
    "rounded-into-a-text": (
        ("return out", "return ' '.join(map('{:.3f}'.format, out))"),
        "texts-for-numbers",
    ),
    "vector-sorted": ((PAD, "np.sort(vector)\n    vector = " + PAD), "parameter-changed"),
}
"""What is written otherwise in a function, and the slip that it is."""


@pytest.mark.parametrize("name", IN_FUNCTION)
def test_a_mistake_in_a_function_costs_its_first_check(name: str) -> None:
    change, slip = IN_FUNCTION[name]
    result = marked(FUNCTION, model_with(FUNCTION, change))
    assert lost(result) == {"integers"}
    assert slip in named(result)


@pytest.mark.parametrize(
    "result", ["np.diff(vector)", "np.ones(3)", "vector", "np.random.randn(len(vector))"]
)
def test_an_overwritten_kernel_excuses_no_function_that_never_looks_at_it(result: str) -> None:
    program = f"def conv1d(vector, kernel):\n    kernel = np.array([-1, 1])\n    return {result}\n"
    assert marked(FUNCTION, program).score == 0


PLAIN = Variant(
    family("conv1d-code"),
    "easy",
    "9",
    {"flip": False, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"},
)
OF_PLAIN = "def conv1d(v, k):\n    n = len(v) - len(k) + 1\n"
IN_PLAIN = {
    "last-product": (
        "    out = np.zeros(n)\n    for j in range(len(k)):\n        out = k[j] * v[j : j + n]\n"
        "    return out\n",
        "sum-overwritten",
        "integers",
    ),
    "products": (
        "    return np.array([v[i : i + len(k)] * k for i in range(n)])\n",
        "products-not-summed",
        "integers",
    ),
    "cut-before": (
        "    v, k = v.astype(int), k.astype(int)\n"
        "    return np.array([v[i : i + len(k)] @ k for i in range(n)])\n",
        "integers-made-of-inputs",
        "decimals",
    ),
    "whole-numbers": (
        "    return np.round([v[i : i + len(k)] @ k for i in range(n)])\n",
        "result-rounded",
        "decimals",
    ),
    "cents": (
        "    return np.round([v[i : i + len(k)] @ k for i in range(n)], 2)\n",
        "result-rounded",
        "decimals",
    ),
    "odd": (
        "    k = np.append(k, 0) if len(k) % 2 == 0 else k\n    n = len(v) - len(k) + 1\n"
        "    return np.array([v[i : i + len(k)] @ k for i in range(n)])\n",
        "even-kernel-made-odd",
        "decimals",
    ),
}
"""The body of a function, the mistake in it, and the check that it costs."""


@pytest.mark.parametrize("name", IN_PLAIN)
def test_a_mistake_in_sums_and_numbers_costs_the_first_check_that_shows_it(name: str) -> None:
    body, slip, check = IN_PLAIN[name]
    result = marked(PLAIN, OF_PLAIN + body)
    assert lost(result) == {check}
    assert named(result) == {slip}


STRIDED = Variant(
    family("conv1d-code"),
    "standard",
    "9",
    {"flip": False, "stride": 2, "padding": 3, "dilation": 1, "mode": "zero"},
)
BEGINNING = "    return np.convolve(vector, kernel)[: len(vector)]"
OF_FULL = {
    "of a plain one": (PLAIN, BEGINNING, 6),
    "without padding and stride": (STRIDED, BEGINNING, 0),
    "without padding": (STRIDED, f"{BEGINNING}[::2]", 0),
    "without stride": (STRIDED, f"    vector = np.pad(vector, 3)\n{BEGINNING}", 0),
    "without dilation": (
        FUNCTION,
        f"    vector = {PAD}\n{BEGINNING}[::2]",
        3,  # a kernel of one number is right, and so is how it is written
    ),
    "with all that is asked for beside it": (
        STRIDED,
        f"    vector = np.pad(vector, 3)\n{BEGINNING}[::2]",
        6,
    ),
}
"""The beginning of NumPy's full convolution in place of what is asked for, and what it earns."""


@pytest.mark.parametrize("name", OF_FULL)
def test_the_beginning_of_a_full_convolution_is_one_mistake_and_what_it_leaves_out_are_others(
    name: str,
) -> None:
    variant, body, earned = OF_FULL[name]
    result = marked(variant, f"def conv1d(vector, kernel):\n{body}\n")
    assert named(result) >= {"full-convolution-cut", "library-convolution"}
    assert result.score == earned


def test_a_dilation_taken_for_gaps_costs_one_check() -> None:
    gaps = ("start + span : 3]", "start + span : 4]")
    span = ("(len(kernel) - 1) * 3 + 1", "(len(kernel) - 1) * 4 + 1")
    result = marked(FUNCTION, model_with(FUNCTION, span, gaps))
    assert lost(result) == {"integers"}
    assert "dilation-as-gaps" in named(result)


@pytest.mark.parametrize("result", ["list(out)", "tuple(out)", "out.astype(np.float32)"])
def test_numbers_are_right_in_whatever_they_are_returned(result: str) -> None:
    assert lost(marked(FUNCTION, model_with(FUNCTION, ("return out", f"return {result}")))) == set()


DP = ("dp[3 * i : 3 * i + 5] += self.w * dq[i]", "dp[i : i + 5] += self.w * dq[i]")
DW = ("self.dw += p[3 * i : 3 * i + 5] * dq[i]", "self.dw += p[i : i + 5] * dq[i]")
CROP = ("crop = p[3 * i : 3 * i + 5]", "crop = p[i : i + 5]")
LOOP = f"        for i in range(len(dq)):\n            {DP[0]}\n            {DW[0]}\n"
BY_TAPS = """        for j in range(5):
            for i in range(len(dq)):
                dp[3 * i + j] {dp} self.w[j] * dq[i]
                self.dw[j] {dw} p[3 * i + j] * dq[i]
"""
BY_SLICES = """        for j in range(5):
            dp[j : j + 3 * len(dq) : 3] = self.w[j] * dq
            self.dw[j] = np.dot(dq, p[j : j + 3 * (len(dq) - 1) + 1 : 3])
"""

IN_LAYER = {
    "stride-on-the-way-back": ((DP, DW), "stride-forgotten", "input-gradient"),
    "stride-in-dp": ((DP,), "stride-forgotten", "input-gradient"),
    "stride-in-dw": ((DW,), "stride-forgotten", "kernel-gradient"),
    "stride-everywhere": ((DP, DW, CROP), "stride-forgotten", "forward"),
    "stride-in-forward": ((CROP,), "stride-forgotten", "forward"),
    "stride-not-spread": (
        (
            (f"            {DP[0]}\n", ""),
            ("dp = np.zeros(len(p))", "dp = np.convolve(dq, self.w)"),
            ("dp[2 : len(p) - 2]", "dp[2 : len(dp) - 2]"),
        ),
        "stride-forgotten",
        "input-gradient",
    ),
    "windows-assigned": (
        ((DP[0], DP[0].replace("+=", "=")), (DW[0], DW[0].replace("+=", "="))),
        "gradient-overwritten",
        "input-gradient",
    ),
    "window-assigned-in-dw": (
        ((DW[0], DW[0].replace("+=", "=")),),
        "gradient-overwritten",
        "kernel-gradient",
    ),
    "taps-assigned": (
        ((LOOP, BY_TAPS.format(dp="=", dw="=")),),
        "gradient-overwritten",
        "input-gradient",
    ),
    "taps-assigned-in-dp": (
        ((LOOP, BY_TAPS.format(dp="=", dw="+=")),),
        "gradient-overwritten",
        "input-gradient",
    ),
    "taps-assigned-in-dw": (
        ((LOOP, BY_TAPS.format(dp="+=", dw="=")),),
        "gradient-overwritten",
        "kernel-gradient",
    ),
    "slices-assigned": (((LOOP, BY_SLICES),), "gradient-overwritten", "input-gradient"),
    "padded-twice": (
        (
            ("        self.p = p\n", ""),
            ("p = np.pad(p, 2)\n        q", "self.p = p = np.pad(p, 2)\n        q"),
        ),
        "padded-twice",
        "input-gradient",
    ),
    "bias-in-every-product": (
        (("self.b + np.dot(self.w, crop)", "np.sum(self.b + self.w * crop)"),),
        "bias-in-every-product",
        "forward",
    ),
    "mean-for-sum": (
        (("np.dot(self.w, crop)", "np.mean(self.w * crop)"),),
        "products-averaged",
        "forward",
    ),
    "padded-with-the-edge": (
        (("np.pad(p, 2)\n        q", 'np.pad(p, 2, mode="edge")\n        q'),),
        "padded-in-another-way",
        "forward",
    ),
    "padded-with-the-edge-everywhere": (
        (
            ("np.pad(p, 2)\n        q", 'np.pad(p, 2, mode="edge")\n        q'),
            ("p = np.pad(self.p, 2)", 'p = np.pad(self.p, 2, mode="edge")'),
        ),
        "padded-in-another-way",
        "forward",
    ),
    "layer-of-a-true-convolution": (
        (
            ("self.w = w", "self.w = w[::-1]"),
            ("return dp", "self.dw = self.dw[::-1]\n        return dp"),
        ),
        "kernel-flipped",
        "forward",
    ),
    "cropped-at-the-end-alone": (
        (("dp[2 : len(p) - 2]", "dp[: len(p) - 4]"),),
        "gradient-cropped-at-one-end",
        "input-gradient",
    ),
    "cropped-at-the-start-alone": (
        (("dp[2 : len(p) - 2]", "dp[4:]"),),
        "gradient-cropped-at-one-end",
        "input-gradient",
    ),
    "wrong-sign": (
        (("return dp", "self.dw, self.db = -self.dw, -self.db\n        return -dp"),),
        "gradient-negated",
        "input-gradient",
    ),
    "padding-left-out-on-the-way-back": (
        (("p = np.pad(self.p, 2)", "p = self.p"),),
        "padding-forgotten-on-the-way-back",
        "input-gradient",
    ),
    "kernel-and-window-exchanged": (
        (
            (DP[0], "dp[3 * i : 3 * i + 5] += p[3 * i : 3 * i + 5] * dq[i]"),
            (DW[0], "self.dw += self.w * dq[i]"),
        ),
        "gradient-factors-exchanged",
        "input-gradient",
    ),
    "padding-left-out-in-dw": (
        (
            ("p = np.pad(self.p, 2)\n        dp", "p = self.p\n        dp"),
            ("dp = np.zeros(len(p))", "dp = np.zeros(len(p) + 4)"),
            ("dp[2 : len(p) - 2]", "dp[2:-2]"),
        ),
        "padding-forgotten-on-the-way-back",
        "kernel-gradient",
    ),
    "last-window-left-out": (
        (("for i in range(len(dq)):", "for i in range(len(dq) - 1):"),),
        "last-window-left-out",
        "input-gradient",
    ),
}
"""What is written otherwise in a layer, the slip that it is, and the check that it costs."""


@pytest.mark.parametrize("name", IN_LAYER)
def test_a_mistake_in_a_layer_costs_one_check_wherever_it_is_made(name: str) -> None:
    changes, slip, check = IN_LAYER[name]
    result = marked(LAYER, model_with(LAYER, *changes))
    assert lost(result) == {check}
    assert slip in named(result)


def test_one_output_left_out_in_both_passes_costs_its_check_alone() -> None:
    loops = ("for i in range(len(dq)):", "for i in range(len(q)):")
    program = model_with(LAYER, *((each, each.replace("))", ") - 1)")) for each in loops))
    result = marked(LAYER, program)
    assert lost(result) == {"forward"}
    assert named(result) == {"last-output-not-computed"}


def test_a_loop_over_taps_that_adds_up_is_right() -> None:
    program = model_with(LAYER, (LOOP, BY_TAPS.format(dp="+=", dw="+=")))
    assert lost(marked(LAYER, program)) == set()


ALL_OF_FORWARD = {"forward", "forward-integers", "shortest-input"}
WITHOUT_A_NAME = {
    "dp": (("return dp", "return dp + 0.25"), {"input-gradient"}),
    "dp-and-more": (("return dp", "return dp, self.dw"), {"input-gradient"}),
    "dp-not-returned": (("return dp", "pass"), {"input-gradient"}),
    "dw": (("return dp", "self.dw = 1.5 * self.dw\n        return dp"), {"kernel-gradient"}),
    "dw-by-another-name": (("self.dw", "self.dW"), {"kernel-gradient"}),
    "q": (("return q", "return 1.5 * q + 0.25"), ALL_OF_FORWARD),
    "q-in-one-place": (("return q", "return 1.5 * q"), {"forward"}),
}
"""Mistakes that have no name, with the checks that look at nothing but their part."""


@pytest.mark.parametrize("name", WITHOUT_A_NAME)
def test_a_mistake_without_a_name_costs_the_checks_of_its_part_alone(name: str) -> None:
    change, checks = WITHOUT_A_NAME[name]
    result = marked(LAYER, model_with(LAYER, change))
    assert lost(result) == checks
    outcomes = {field.name: field.outcome for field in result.fields}
    assert outcomes["two-layers"] is Outcome.FOLLOW_THROUGH


def test_a_part_that_is_zero_throughout_is_not_there_and_excuses_nothing() -> None:
    result = marked(LAYER, model_with(LAYER, ("return dp", "return 0 * (0 * dp)")))
    assert lost(result) >= {"input-gradient", "backward-integers", "two-layers"}
