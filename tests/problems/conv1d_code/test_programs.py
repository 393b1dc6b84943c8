"""1D convolution in code: the published program, right ones that look odd, and poor ones."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from grader.answers.outcome import Outcome
from grader.render.script import blank, model, section
from grader.sheet.sheet import Problem
from problems.drawing import draw_variant
from problems.family import LEVELS
from problems.variant import Variant
from tests.problems.conv1d_code.marked import (
    LECTURE,
    VALUES,
    fields,
    is_full,
    lost,
    mark,
    mark_one,
    named,
)

PUBLISHED = """
def conv1d(vector, kernel):
    n, k = vector.shape[0], kernel.shape[0]
    result = np.zeros((n - k + 1,), dtype=np.float32)
    kernel = np.flip(kernel)
    for i in range(n - k + 1):
        result[i] = np.sum(vector[i:i + k] * kernel)
    return result
"""
"""HR1, EN problem 2: flips, keeps its output in float32, has one loop."""


def test_the_published_program_gets_full_marks() -> None:
    (result,) = mark((LECTURE, PUBLISHED))
    assert is_full(result)
    assert {field.outcome for field in result.fields} == {Outcome.CORRECT}


def test_the_published_program_computes_the_published_example() -> None:
    # EN 3: x = 2, 2, 2, 6, 6, 6, 6 with w = -1, 1
    names: dict[str, Any] = {"np": np}
    exec(PUBLISHED, names)  # noqa: S102  (the text above)
    found = names["conv1d"](np.array([2.0] * 3 + [6.0] * 4), np.array([-1.0, 1.0]))
    assert found.tolist() == [0, 0, -4, 0, 0, 0]


@pytest.mark.parametrize(
    "program",
    [
        # a loop over the kernel in place of one over the outputs
        "def conv1d(vector, kernel):\n"
        "    m = len(vector) - len(kernel) + 1\n"
        "    total = np.zeros(m)\n"
        "    for shift, weight in enumerate(kernel[::-1]):\n"
        "        total += weight * vector[shift:shift + m]\n"
        "    return total\n",
        # a list of dot products
        "def conv1d(vector, kernel):\n"
        "    turned = np.asarray(kernel)[::-1]\n"
        "    return np.array([vector[i:i + len(turned)] @ turned\n"
        "                     for i in range(len(vector) - len(turned) + 1)])\n",
        # a plain list comes back, a while loop, a helper, names of another language
        "def preslika(jezgra):\n    return jezgra[::-1]\n"
        "def conv1d(vektor, jezgra):\n"
        "    okrenuta, izlaz = preslika(jezgra), []\n"
        "    while len(izlaz) < len(vektor) - len(jezgra) + 1:\n"
        "        пост = len(izlaz)\n"
        "        izlaz.append(float(sum(vektor[пост:пост + len(jezgra)] * okrenuta)))\n"
        "    return izlaz\n",
        # no loop at all
        "def conv1d(vector, kernel):\n"
        "    windows = np.lib.stride_tricks.sliding_window_view(vector, len(kernel))\n"
        "    return windows @ np.flip(kernel)\n",
        # the convolution theorem, which the sheet does not rule out
        "def conv1d(vector, kernel):\n"
        "    n, k = len(vector), len(kernel)\n"
        "    both = np.fft.rfft(vector, n + k) * np.fft.rfft(kernel, n + k)\n"
        "    return np.fft.irfft(both, n + k)[k - 1:n]\n",
        # a library is asked only whether it agrees
        "def conv1d(vector, kernel):\n"
        "    turned = kernel[::-1]\n"
        "    out = [vector[i:i + len(turned)] @ turned\n"
        "           for i in range(len(vector) - len(turned) + 1)]\n"
        "    assert np.allclose(out, np.convolve(vector, kernel, 'valid'))\n"
        "    return out\n",
        # exact numbers in an array of objects
        "from fractions import Fraction\n"
        "def conv1d(vector, kernel):\n"
        "    v = np.array(list(map(Fraction, vector.tolist())))\n"
        "    k = np.array(list(map(Fraction, kernel.tolist())))[::-1]\n"
        "    return np.array([v[i:i + len(k)] @ k for i in range(len(v) - len(k) + 1)])\n",
        # recursion
        "def conv1d(vector, kernel):\n"
        "    if len(vector) < len(kernel):\n        return np.zeros(0)\n"
        "    head = np.dot(vector[:len(kernel)], kernel[::-1])\n"
        "    return np.concatenate([[head], conv1d(vector[1:], kernel)])\n",
    ],
)
def test_a_right_program_may_look_different(program: str) -> None:
    (result,) = mark((LECTURE, program))
    assert is_full(result), result.fields


@pytest.mark.parametrize("level", LEVELS)
def test_the_model_gets_full_marks_and_the_frame_none(level: Any) -> None:
    variants = [draw_variant("conv1d-code", level, f"model {seed}") for seed in range(12)]
    problems = [Problem("1", variant) for variant in variants]
    models = mark(*((p.variant, section(p, "en", model(p))) for p in problems))
    frames = mark(*((p.variant, section(p, "en", blank(p))) for p in problems))
    assert all(is_full(result) for result in models)
    assert {f.outcome for result in frames for f in result.fields} == {Outcome.UNANSWERED}


def table_of_answers(variant: Variant) -> str:
    """A program that knows the answers to all inputs of which the student is told, and no other."""
    shown = []
    for check in variant.checks:
        vector, kernel = (vars(step)["value"] for step in check.probe.shown_steps[:2])
        true = check.probe.observations[0].true
        shown.append((vector.tolist(), kernel.tolist(), np.asarray(true, dtype=float).tolist()))
    return (
        "def conv1d(vector, kernel):\n"
        f"    for v, k, out in {shown!r}:\n"
        "        if vector.tolist() == v and kernel.tolist() == k:\n"
        "            return np.array(out)\n"
        "    return np.zeros(max(1, len(vector) - len(kernel) + 1))\n"
    )


@pytest.mark.parametrize("level", LEVELS)
def test_a_table_of_the_answers_that_were_shown_earns_nothing(level: Any) -> None:
    variant = draw_variant("conv1d-code", level, "table")
    (result,) = mark((variant, table_of_answers(variant)))
    assert result.score == 0
    for name in VALUES:
        assert "other-inputs" in [remark.key for remark in fields(result)[name].remarks]
        assert fields(result)[name].inputs is None


def test_a_function_that_does_nothing_earns_nothing_for_leaving_its_inputs_alone() -> None:
    (result,) = mark((LECTURE, "def conv1d(vector, kernel):\n    return None\n"))
    assert result.score == 0


def test_the_output_of_numpys_same_and_full_is_named_along_with_the_library() -> None:
    program = "def conv1d(vector, kernel):\n    return np.convolve(vector, kernel, {!r})\n"
    same, full = mark(*((LECTURE, program.format(mode)) for mode in ("same", "full")))
    assert named(same) == {"same-for-valid-left", "library-convolution"}
    assert named(full) == {"full-for-valid", "library-convolution"}


def test_numpys_same_on_the_padded_vector_is_named() -> None:
    variant = example_like(flip=True, stride=2, padding=2, dilation=1, mode="edge")
    program = (
        "def conv1d(vector, kernel):\n"
        "    padded = np.pad(vector, 2, mode='edge')\n"
        "    return np.convolve(padded, kernel, 'same')[::2]\n"
    )
    (result,) = mark((variant, program))
    assert named(result) == {"same-for-valid-numpy", "library-convolution"}


def test_a_window_over_the_end_is_named_in_the_check_that_it_costs_and_costs_no_other() -> None:
    program = (
        "def conv1d(vector, kernel):\n"
        "    return np.array([np.sum(vector[i:i + len(kernel)] * kernel[::-1])\n"
        "                     for i in range(len(vector) - len(kernel) + 2)])\n"
    )
    (result,) = mark((LECTURE, program))
    assert named(result) == {"loop-runs-over-the-end"}
    assert lost(result) == {"integers"}


def test_a_loop_over_the_whole_vector_that_ends_in_an_error_is_named_by_the_error() -> None:
    program = (
        "def conv1d(vector, kernel):\n"
        "    out = np.zeros(len(vector))\n"
        "    for i in range(len(vector)):\n"
        "        out[i] = vector[i:i + len(kernel)] @ kernel[::-1]\n"
        "    return out\n"
    )
    (result,) = mark((LECTURE, program))
    assert fields(result)["kernel-of-one"].outcome is Outcome.CORRECT
    assert named(result) == {"loop-runs-over-the-end"}
    assert lost(result) == {"integers"}


def test_another_stride_or_dilation_is_one_mistake_and_costs_once() -> None:
    variant = example_like(flip=True, stride=2, padding=2, dilation=3, mode="zero")
    program = (
        "def conv1d(vector, kernel):\n"
        "    vector, span = np.pad(vector, 2), {dilation} * (len(kernel) - 1) + 1\n"
        "    starts = range(0, len(vector) - span + 1, {stride})\n"
        "    return np.array([vector[i : i + span : {dilation}] @ kernel[::-1] for i in starts])\n"
    )
    right, stride, dilation = mark(
        *(
            (variant, program.format(stride=stride, dilation=dilation))
            for stride, dilation in ((2, 3), (3, 3), (2, 5))
        )
    )
    assert lost(right) == set()
    for result, slip in ((stride, "another-stride"), (dilation, "another-dilation")):
        assert lost(result) == {"integers"}
        assert named(result) == {slip}


def test_the_plain_model_reads_plainly() -> None:
    for example in (LECTURE, example_like(**{**LECTURE.parameters, "flip": False})):
        problem = Problem("1", example)
        _, program = section(problem, "en", model(problem)).split("def conv1d")
        assert not re.search(r"[*/:] 1\b|\b1 \*|start", program), program


def test_what_an_assert_gives_a_name_is_no_mere_check() -> None:
    program = (
        "def conv1d(vector, kernel):\n"
        "    assert len(out := np.convolve(vector, kernel, 'valid'))\n    return out\n"
    )
    assert named(mark_one(LECTURE, program)) == {"library-convolution"}


def example_like(**parameters: Any) -> Variant:
    """The lecture's variant with other parameters."""
    return replace(LECTURE, parameters=parameters)


def reaches_the_end(p: Any, vector: Any, kernel: Any) -> bool:
    """Whether the last output depends on the last padded cell, so that none may be left out."""
    left = len(vector) + 2 * p["padding"] - p["dilation"] * (len(kernel) - 1) - 1
    return bool(left >= 0 and left % p["stride"] == 0)


def test_the_inputs_of_the_checks_tell_what_they_are_there_to_tell() -> None:
    for level in LEVELS:
        for seed in range(20):
            variant = draw_variant("conv1d-code", level, f"inputs {seed}")
            inputs = {
                check.name: [np.asarray(vars(s)["value"]) for s in check.probe.shown_steps[:2]]
                for check in variant.checks
            }
            kinds = {name: "".join(x.dtype.kind for x in both) for name, both in inputs.items()}
            assert kinds["integers"] == "ii"
            assert kinds["decimals"] == "ff"
            assert kinds["integer-vector"] == "if"
            vector, kernel = inputs["decimals"]
            assert vector.min() < 0 < vector.max()
            assert len(vector) != len(kernel)
            assert not np.array_equal(kernel, kernel[::-1])
            assert reaches_the_end(variant.parameters, *inputs["integer-vector"])
            assert {len(kernel) % 2 for _, kernel in inputs.values()} == {0, 1}


def test_levels_add_stride_and_padding_then_dilation_and_other_modes() -> None:
    drawn = {
        level: [draw_variant("conv1d-code", level, str(s)).parameters for s in range(60)]
        for level in LEVELS
    }

    def values(level: Any, name: str) -> set[Any]:
        return {p[name] for p in drawn[level]}

    assert [values(level, "flip") for level in LEVELS] == [{True, False}, {True, False}, {True}]
    assert [values(level, "stride") for level in LEVELS] == [{1}, {2, 3}, {2, 3}]
    assert [values(level, "padding") for level in LEVELS] == [{0}, {1, 2, 3}, {2, 3}]
    assert [values(level, "dilation") for level in LEVELS] == [{1}, {1}, {2, 3}]
    assert values("standard", "mode") == {"zero"}
    assert values("hard", "mode") == {"edge", "mirror", "circular"}


# -- two mistakes at once, and next to nothing right -----------------------------------------------


def test_of_two_mistakes_each_is_named_where_it_shows_by_itself() -> None:
    program = (
        "def conv1d(vector, kernel):\n"
        "    return [int(vector[i:i + len(kernel)] @ kernel)\n"
        "            for i in range(len(vector) - len(kernel) + 1)]\n"
    )
    found = fields(mark_one(LECTURE, program))
    assert found["integers"].slips == ("kernel-not-flipped",)
    assert found["kernel-of-one"].slips == ("integer-result",)
    assert found["decimals"].slips == found["integer-vector"].slips == ()
    assert all(found[name].score == 0 for name in VALUES)


def test_two_mistakes_that_show_together_are_named_only_where_there_is_one() -> None:
    program = (
        "def conv1d(vector, kernel):\n"
        "    return np.array([vector[i:i + len(kernel)] @ kernel\n"
        "                     for i in range(len(vector) - len(kernel))])\n"
    )
    result = mark_one(LECTURE, program)
    assert {name for name in fields(result) if fields(result)[name].slips} == {"kernel-of-one"}
    assert result.score == 0


def test_a_program_that_is_right_for_a_kernel_of_one_alone_earns_that_check() -> None:
    result = mark_one(LECTURE, "def conv1d(v, k):\n    return v * k[0]\n")
    assert {name: f.score for name, f in fields(result).items() if f.score} == {"kernel-of-one": 1}
