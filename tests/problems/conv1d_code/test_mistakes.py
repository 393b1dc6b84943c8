"""Mistakes in a 1D convolution that students make: each is named, and costs what it touches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from grader.answers.outcome import Outcome
from grader.marking.result import ProblemResult
from grader.render.script import mistaken, section
from grader.sheet.sheet import Problem
from problems.catalogue import folder
from problems.drawing import draw_variant
from problems.family import LEVELS
from tests.problems.conv1d_code.marked import LECTURE, VALUES, fields, is_full, mark, named
from tests.turns import in_this_run

SLIPS = sorted(p.name.removesuffix(".py.j2") for p in (folder("conv1d-code") / "slips").iterdir())


@dataclass(frozen=True)
class Mistake:
    """A program as a student wrote it, the mistake in it, and the fields that it costs.

    ``shows`` are the fields that name it, if these are more.
    """

    slip: str
    program: str
    costs: tuple[str, ...]
    shows: tuple[str, ...] = ()


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
        ("integers",),
        VALUES,
    ),
    "first-output-left-out": Mistake(
        "first-output-missing",
        "def conv1d(vector, kernel):\n"
        "    return np.array([vector[i:i + len(kernel)] @ kernel[::-1]\n"
        "                     for i in range(1, len(vector) - len(kernel) + 1)])\n",
        ("integers",),
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
        ("integers",),
        ALL_BUT_SHORTEST_VECTOR,
    ),
    "return-of-the-list-in-the-loop": Mistake(
        "return-in-loop-list",
        "def conv1d(vector, kernel):\n"
        "    out = []\n"
        "    for i in range(len(vector) - len(kernel) + 1):\n"
        "        out.append(vector[i:i + len(kernel)] @ kernel[::-1])\n"
        "        return out\n",
        ("integers",),
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
        ("integers",),
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
        ("integers",),
        VALUES,
    ),
}


TOLD_APART = {
    *("return-in-loop", "return-in-loop-list", "return-in-loop-number"),
    *("vector-flipped", "windows-cut-off"),
}
"""Mistakes that no other one is taken for, whatever the stride and the padding."""


HEAVIEST = 3
"""The marks of the heaviest check."""
LEAVES_NOTHING = {
    *("return-in-loop", "return-in-loop-list", "return-in-loop-number"),
    *("first-output-missing", "first-output-not-computed"),
    *("last-output-missing", "last-output-not-computed"),
}
"""Mistakes that leave nothing to see of the rest, or nothing where there is one output."""


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


@pytest.mark.parametrize("level", in_this_run(LEVELS, most=1))
def test_a_program_with_one_mistake_is_named_after_it_wherever_it_can_show(level: Any) -> None:
    variants = [draw_variant("conv1d-code", level, f"slips {seed}") for seed in range(3)]
    handed_in = [
        (variant, slip, section(Problem("1", variant), "en", mistaken(Problem("1", variant), slip)))
        for variant in variants
        for slip in SLIPS
    ]
    results = mark(*((variant, source) for variant, _, source in handed_in))
    for (variant, slip, _), result in zip(handed_in, results, strict=True):
        if can_show(variant.parameters, slip):
            assert not is_full(result), (variant.seed, slip)
            assert slip in LEAVES_NOTHING or result.max_score - result.score <= HEAVIEST
            assert slip in named(result), (variant.seed, slip, result.fields)
            assert slip not in TOLD_APART or named(result) == {slip}, (variant.seed, result.fields)
        else:
            assert is_full(result), (variant.seed, slip, result.fields)


def can_show(p: Any, slip: str) -> bool:
    """Whether the program differs from the right one, told from the parameters alone."""
    needed = {
        "kernel-not-flipped": p["flip"],
        "kernel-flipped": not p["flip"],
        "vector-flipped": True,
        "stride-forgotten": p["stride"] > 1,
        "padding-forgotten": p["padding"] > 0,
        "padding-on-one-side": p["padding"] > 0,
        "dilation-forgotten": p["dilation"] > 1,
        "padded-with-zeros": p["padding"] > 0 and p["mode"] != "zero",
        "same-for-valid-left": p["dilation"] % 2 == 1,  # else there are no two alignments
        "same-for-valid-numpy": p["padding"] > 0,  # else it is one of the two
    }
    return bool(needed.get(slip, True))


def test_the_slip_of_the_whole_exercise_costs_three_of_ten(
    mistaken_programs: dict[str, ProblemResult],
) -> None:
    result = mistaken_programs["cross-correlation"]
    assert (result.score, result.max_score) == (7, 10)
