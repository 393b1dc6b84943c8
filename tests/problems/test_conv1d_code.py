"""1D convolution in code: the published program, right programs that look odd, and mistakes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pytest

from grader.grade import grade
from grader.marking.result import FieldResult, Outcome, ProblemResult
from grader.render.script import blank, mistaken, model, section
from grader.sandbox.program import Cell
from grader.sheet import Problem, Sheet
from grader.submission import Submission
from problems.catalogue import folder
from problems.family import LEVELS
from problems.variant import Variant, draw_variant, example_variant
from tests.warm import warm_sandbox

LECTURE = example_variant("conv1d-code", "lecture")
SLIPS = sorted(p.name.removesuffix(".py.j2") for p in (folder("conv1d-code") / "slips").iterdir())


def mark(*handed_in: tuple[Variant, str]) -> list[ProblemResult]:
    """What each program earns; each is handed in as a sheet of its own."""
    return [mark_one(variant, source) for variant, source in handed_in]


def mark_one(variant: Variant, source: str) -> ProblemResult:
    sheet = Sheet("conv1d", "en", (Problem("1", variant),))
    cells = (Cell("import numpy as np\n"), Cell(source, None, 1, "1"))
    result = grade(Submission(sheet, cells), sandbox=warm_sandbox())
    assert result.incidents == ()
    return result.problems[0]


def fields(result: ProblemResult) -> dict[str, FieldResult]:
    return {field.name: field for field in result.fields}


def named(result: ProblemResult) -> set[str]:
    return {key for field in result.fields for key in field.slips}


def is_full(result: ProblemResult) -> bool:
    return result.score == result.max_score > 0


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


@dataclass(frozen=True)
class Mistake:
    """A program as a student wrote it, the mistake in it, and the fields that it costs.

    ``shows`` are the fields that name it, if these are more.
    """

    slip: str
    program: str
    costs: tuple[str, ...]
    shows: tuple[str, ...] = ()


VALUES = ("integers", "decimals", "integer-vector", "kernel-of-one", "shortest-vector")
ALL_BUT_KERNEL_OF_ONE = ("integers", "decimals", "integer-vector", "shortest-vector")
ALL_BUT_SHORTEST_VECTOR = ("integers", "decimals", "integer-vector", "kernel-of-one")
ALL_BUT_INTEGERS = ("decimals", "integer-vector", "kernel-of-one", "shortest-vector")

MISTAKES = {
    "cross-correlation": Mistake(
        "kernel-not-flipped",
        "def conv1d(vector, kernel):\n"
        "    res = []\n"
        "    for start in range(vector.size - kernel.size + 1):\n"
        "        res.append(vector[start:start + kernel.size].dot(kernel))\n"
        "    return np.array(res)\n",
        ("integers",),
        ALL_BUT_KERNEL_OF_ONE,
    ),
    "vector-turned": Mistake(
        "vector-flipped",
        "def conv1d(vector, kernel):\n"
        "    turned = np.flip(vector)\n"
        "    return np.array([turned[i:i + len(kernel)] @ kernel\n"
        "                     for i in range(len(vector) - len(kernel) + 1)])\n",
        ("integers",),
        ALL_BUT_SHORTEST_VECTOR,
    ),
    "same-output": Mistake(
        "same-for-valid",
        "def conv1d(vector, kernel):\n"
        "    k = len(kernel)\n"
        "    left = (k - 1) // 2\n"
        "    padded = np.concatenate([np.zeros(left), vector, np.zeros(k - 1 - left)])\n"
        "    y = np.empty(len(vector))\n"
        "    for t in range(len(vector)):\n"
        "        y[t] = padded[t:t + k] @ kernel[::-1]\n"
        "    return y\n",
        ("integers",),
        ALL_BUT_KERNEL_OF_ONE,
    ),
    "same-output-by-numpy": Mistake(
        "same-for-valid-left",
        "def conv1d(vector, kernel):\n"
        "    k = len(kernel)\n"
        "    left = k // 2\n"
        "    padded = np.pad(vector, (left, k - 1 - left))\n"
        "    y = [padded[t:t + k] @ kernel[::-1] for t in range(max(len(vector), k))]\n"
        "    return np.array(y)\n",
        ("integers",),
        ALL_BUT_KERNEL_OF_ONE,
    ),
    "full-output": Mistake(
        "full-for-valid",
        "def conv1d(vector, kernel):\n"
        "    n, k = len(vector), len(kernel)\n"
        "    y = np.zeros(n + k - 1)\n"
        "    for t in range(k):\n"
        "        y[t:t + n] += kernel[t] * vector\n"
        "    return y\n",
        ("integers",),
        ALL_BUT_KERNEL_OF_ONE,
    ),
    "first-output-left-zero": Mistake(
        "first-output-not-computed",
        "def conv1d(vector, kernel):\n"
        "    out = np.zeros(len(vector) - len(kernel) + 1)\n"
        "    for i in range(1, len(out)):\n"
        "        out[i] = np.sum(vector[i:i + len(kernel)] * np.flip(kernel))\n"
        "    return out\n",
        ("integers", "shortest-vector"),
        VALUES,
    ),
    "first-output-left-out": Mistake(
        "first-output-missing",
        "def conv1d(vector, kernel):\n"
        "    return np.array([vector[i:i + len(kernel)] @ kernel[::-1]\n"
        "                     for i in range(1, len(vector) - len(kernel) + 1)])\n",
        ("integers", "shortest-vector"),
        VALUES,
    ),
    "window-over-the-end": Mistake(
        "one-output-too-many",
        "def conv1d(vector, kernel):\n"
        "    out, turned = [], kernel[::-1]\n"
        "    for i in range(len(vector) - len(kernel) + 2):\n"
        "        window = vector[i:i + len(kernel)]\n"
        "        out.append(np.sum(window * turned[:len(window)]))\n"
        "    return np.array(out)\n",
        ("integers",),
        VALUES,
    ),
    "loop-over-the-whole-vector": Mistake(
        "windows-cut-off",
        "def conv1d(vector, kernel):\n"
        "    out, turned = np.zeros(len(vector)), kernel[::-1]\n"
        "    for i in range(len(vector)):\n"
        "        out[i] = vector[i:i + len(kernel)] @ turned[:len(vector) - i]\n"
        "    return out\n",
        ("integers",),
        ALL_BUT_KERNEL_OF_ONE,
    ),
    "return-of-the-array-in-the-loop": Mistake(
        "return-in-loop",
        "def conv1d(vector, kernel):\n"
        "    out = np.zeros(len(vector) - len(kernel) + 1)\n"
        "    for i in range(len(out)):\n"
        "        out[i] = np.sum(vector[i:i + len(kernel)] * np.flip(kernel))\n"
        "        return out\n",
        ALL_BUT_SHORTEST_VECTOR,
        ALL_BUT_SHORTEST_VECTOR,
    ),
    "return-of-the-list-in-the-loop": Mistake(
        "return-in-loop-list",
        "def conv1d(vector, kernel):\n"
        "    out = []\n"
        "    for i in range(len(vector) - len(kernel) + 1):\n"
        "        out.append(vector[i:i + len(kernel)] @ kernel[::-1])\n"
        "        return out\n",
        ALL_BUT_SHORTEST_VECTOR,
        ALL_BUT_SHORTEST_VECTOR,
    ),
    "return-of-each-sum": Mistake(
        "return-in-loop-number",
        "def conv1d(vector, kernel):\n"
        "    for i in range(len(vector) - len(kernel) + 1):\n"
        "        return np.sum(vector[i:i + len(kernel)] * kernel[::-1])\n",
        VALUES,
    ),
    "a-place-too-many": Mistake(
        "zero-after-last-output",
        "def conv1d(vector, kernel):\n"
        "    steps = len(vector) - len(kernel) + 1\n"
        "    out = np.zeros(steps + 1)\n"
        "    for i in range(steps):\n"
        "        out[i] = np.sum(vector[i:i + len(kernel)] * np.flip(kernel))\n"
        "    return out\n",
        ("integers",),
        VALUES,
    ),
    "result-of-integers": Mistake(
        "integer-result",
        "def conv1d(vector, kernel):\n"
        "    out = np.zeros(len(vector) - len(kernel) + 1, dtype=int)\n"
        "    for i in range(len(out)):\n"
        "        out[i] = np.sum(vector[i:i + len(kernel)] * np.flip(kernel))\n"
        "    return out\n",
        ("decimals",),
        ALL_BUT_INTEGERS,
    ),
    "int-of-each-output": Mistake(
        "integer-result",
        "def conv1d(vector, kernel):\n"
        "    return [int(vector[i:i + len(kernel)] @ kernel[::-1])\n"
        "            for i in range(len(vector) - len(kernel) + 1)]\n",
        ("decimals",),
        ALL_BUT_INTEGERS,
    ),
    "second-loop": Mistake(
        "second-loop",
        "def conv1d(vector, kernel):\n"
        "    out = []\n"
        "    for i in range(len(vector) - len(kernel) + 1):\n"
        "        s = 0\n"
        "        for j in range(len(kernel)):\n"
        "            s += vector[i + j] * kernel[len(kernel) - 1 - j]\n"
        "        out.append(s)\n"
        "    return np.array(out)\n",
        ("one-loop",),
    ),
    "second-loop-in-a-helper": Mistake(
        "second-loop",
        "def dot(a, b):\n    return sum(x * y for x, y in zip(a, b))\n"
        "def conv1d(vector, kernel):\n"
        "    n = len(vector) - len(kernel) + 1\n"
        "    return np.array([dot(vector[i:], kernel[::-1]) for i in range(n)])\n",
        ("one-loop",),
    ),
    "numpy-convolve": Mistake(
        "library-convolution",
        "def conv1d(vector, kernel):\n    return np.convolve(vector, kernel, 'valid')\n",
        ("own-code",),
    ),
    "numpy-convolve-by-another-name": Mistake(
        "library-convolution",
        "from numpy import convolve as faltung\n"
        "def conv1d(vector, kernel):\n    return faltung(vector, kernel, mode='valid')\n",
        ("own-code",),
    ),
    "numpy-by-another-name": Mistake(
        "library-convolution",
        "import numpy\n"
        "def work(a, b):\n    return numpy.correlate(a, b[::-1], mode='valid')\n"
        "def conv1d(vector, kernel):\n    return work(vector, kernel)\n",
        ("own-code",),
    ),
    "numpy-convolve-spelled-out": Mistake(
        "library-convolution",
        "def conv1d(vector, kernel):\n"
        "    return getattr(np, 'conv' + 'olve')(vector, kernel, 'valid')\n",
        ("own-code",),
    ),
    "numpy-convolve-handed-over": Mistake(
        "library-convolution",
        "def conv1d(vector, kernel, work=np.convolve):\n"
        "    return list(map(work, [vector], [kernel], ['valid']))[0]\n",
        ("own-code",),
    ),
    "fourier-transform": Mistake(
        "library-convolution",
        "def conv1d(vector, kernel):\n"
        "    n, k = len(vector), len(kernel)\n"
        "    both = np.fft.rfft(vector, n + k) * np.fft.rfft(kernel, n + k)\n"
        "    return np.fft.irfft(both, n + k)[k - 1:n]\n",
        ("own-code",),
    ),
    "a-name-put-together": Mistake(
        "library-unseen",
        "NAME = 'evlovnoc'[::-1]\n"
        "def conv1d(vector, kernel):\n    return getattr(np, NAME)(vector, kernel, 'valid')\n",
        ("own-code",),
    ),
    "evaluated": Mistake(
        "library-unseen",
        "def conv1d(vector, kernel):\n    return eval('np.convolve')(vector, kernel, 'valid')\n",
        ("own-code",),
    ),
    "integers-truncated": Mistake(
        "integer-dtype-kept",
        "def conv1d(vector, kernel):\n"
        "    out = np.zeros_like(vector)[:len(vector) - len(kernel) + 1]\n"
        "    flipped = np.flip(kernel)\n"
        "    for i in range(len(out)):\n"
        "        out[i] = np.sum(vector[i:i + len(kernel)] * flipped)\n"
        "    return out\n",
        ("integer-vector",),
    ),
    "kernel-turned-in-place": Mistake(
        "changed-in-place",
        "def conv1d(vector, kernel):\n"
        "    kernel[:] = kernel[::-1].copy()\n"
        "    n = len(vector) - len(kernel) + 1\n"
        "    return np.array([np.sum(vector[i:i + len(kernel)] * kernel) for i in range(n)])\n",
        ("inputs-unchanged",),
    ),
    "vector-overwritten": Mistake(
        "changed-in-place",
        "def conv1d(vector, kernel):\n"
        "    original = vector.copy()\n"
        "    n, k = len(vector), len(kernel)\n"
        "    vector[:] = 0\n"
        "    out = np.zeros(n - k + 1)\n"
        "    for i in range(n - k + 1):\n"
        "        out[i] = (original[i:i + k] * kernel[::-1]).sum()\n"
        "    return out\n",
        ("inputs-unchanged",),
    ),
    "last-output-left-out": Mistake(
        "last-output-missing",
        "def conv1d(vector, kernel):\n"
        "    return np.array([vector[i:i + len(kernel)] @ kernel[::-1]\n"
        "                     for i in range(len(vector) - len(kernel))])\n",
        ("integers", "shortest-vector"),
        VALUES,
    ),
    "last-output-left-zero": Mistake(
        "last-output-not-computed",
        "def conv1d(vector, kernel):\n"
        "    steps = len(vector) - len(kernel)\n"
        "    out = np.zeros(steps + 1)\n"
        "    for i in range(0, steps):\n"
        "        out[i] = np.sum(vector[i:i + len(kernel)] * np.flip(kernel))\n"
        "    return out\n",
        ("integers", "shortest-vector"),
        VALUES,
    ),
}


TOLD_APART = {
    *("return-in-loop", "return-in-loop-list", "return-in-loop-number"),
    *("vector-flipped", "windows-cut-off"),
}
"""Mistakes that no other one is taken for, whatever the stride and the padding."""


@pytest.fixture(scope="module")
def mistaken_programs() -> dict[str, ProblemResult]:
    handed_in = [(LECTURE, mistake.program) for mistake in MISTAKES.values()]
    return dict(zip(MISTAKES, mark(*handed_in), strict=True))


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_of_a_students_own_is_named_and_costs_only_what_it_touches(
    name: str, mistaken_programs: dict[str, ProblemResult]
) -> None:
    mistake, result = MISTAKES[name], mistaken_programs[name]
    lost = {field.name for field in result.fields if field.score < field.max_score}
    assert lost == set(mistake.costs)
    for field in mistake.shows or mistake.costs:
        assert fields(result)[field].outcome is Outcome.SLIP
        assert fields(result)[field].slips == (mistake.slip,)


@pytest.mark.parametrize("level", LEVELS)
def test_a_program_with_one_mistake_is_named_after_it_wherever_it_can_show(level: Any) -> None:
    variants = [draw_variant("conv1d-code", level, f"slips {seed}") for seed in range(12)]
    handed_in = [
        (variant, slip, section(Problem("1", variant), "en", mistaken(Problem("1", variant), slip)))
        for variant in variants
        for slip in SLIPS
    ]
    results = mark(*((variant, source) for variant, _, source in handed_in))
    for (variant, slip, _), result in zip(handed_in, results, strict=True):
        if can_show(variant.parameters, slip):
            assert not is_full(result), (variant.seed, slip)
            assert slip in named(result), (variant.seed, slip, result.fields)
            assert slip not in TOLD_APART or named(result) == {slip}, (variant.seed, result.fields)
        else:
            assert is_full(result), (variant.seed, slip, result.fields)


def can_show(p: Any, slip: str) -> bool:
    """Whether the program differs from the right one, told from the parameters alone."""
    needed = {
        "kernel-not-flipped": p["flip"],
        "kernel-flipped": not p["flip"],
        "vector-flipped": p["flip"],
        "stride-forgotten": p["stride"] > 1,
        "padding-forgotten": p["padding"] > 0,
        "padding-on-one-side": p["padding"] > 0,
        "dilation-forgotten": p["dilation"] > 1,
        "padded-with-zeros": p["padding"] > 0 and p["mode"] != "zero",
        "same-for-valid-left": p["dilation"] % 2 == 1,  # else there are no two alignments
        "same-for-valid-numpy": p["padding"] > 0,  # else it is one of the two
    }
    return bool(needed.get(slip, True))


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


def test_the_slip_of_the_whole_exercise_costs_three_of_ten(
    mistaken_programs: dict[str, ProblemResult],
) -> None:
    result = mistaken_programs["cross-correlation"]
    assert (result.score, result.max_score) == (7, 10)


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


def test_a_window_over_the_end_that_ends_in_an_error_is_named_where_it_returns() -> None:
    program = (
        "def conv1d(vector, kernel):\n"
        "    return np.array([np.sum(vector[i:i + len(kernel)] * kernel[::-1])\n"
        "                     for i in range(len(vector) - len(kernel) + 2)])\n"
    )
    (result,) = mark((LECTURE, program))
    assert fields(result)["integers"].outcome is Outcome.CRASHED
    assert "one-output-too-many" in fields(result)["kernel-of-one"].slips


def test_a_loop_over_the_whole_vector_that_ends_in_an_error_is_told_as_the_error() -> None:
    program = (
        "def conv1d(vector, kernel):\n"
        "    out = np.zeros(len(vector))\n"
        "    for i in range(len(vector)):\n"
        "        out[i] = vector[i:i + len(kernel)] @ kernel[::-1]\n"
        "    return out\n"
    )
    (result,) = mark((LECTURE, program))
    assert fields(result)["integers"].outcome is Outcome.CRASHED
    assert fields(result)["kernel-of-one"].outcome is Outcome.CORRECT
    assert named(result) == set()


def test_the_plain_model_reads_plainly() -> None:
    for example in (LECTURE, example_like(**{**LECTURE.parameters, "flip": False})):
        problem = Problem("1", example)
        _, program = section(problem, "en", model(problem)).split("def conv1d")
        assert not re.search(r"[*/:] 1\b|\b1 \*|start", program), program


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

    assert {values(level, "flip") == {True, False} for level in LEVELS} == {True}
    assert [values(level, "stride") for level in LEVELS] == [{1}, {2, 3}, {2, 3}]
    assert [values(level, "padding") for level in LEVELS] == [{0}, {1, 2, 3}, {1, 2, 3}]
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
