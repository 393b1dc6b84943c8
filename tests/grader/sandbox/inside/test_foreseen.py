"""What a statement gives without being run is what it gives when it is run, or nothing is said."""

from __future__ import annotations

import ast
import fractions
import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.sandbox.inside import foreseen
from grader.sandbox.inside.foreseen import Unforeseen, UnforeseenError

FORESEEN = (
    "import numpy as np",
    "import numpy, math",
    "from fractions import Fraction",
    "from math import pi as p, e",
    "a = 3 * 5 * 5 + 1",
    "a = -2 ** 3",
    "a = 2 ** -3 / 7",
    "a = (24 // 2 - 5 % 3, [1.5 * 2, 'x'])",
    "a = +1 - -1",
    "a = [[1, -2], [3, 4 * 5]]",
    "a = ...",
    "a = 1j",
    "a = (-8) ** 0.5",
    "pass",
    "'what this is'",
    "...",
)
UNFORESEEN = (
    "a = b",
    "a = 3 * b",
    "a = f(3)",
    "a = 'x' * 10",
    "a = [1] * 10",
    "a = [1] + [2]",
    "a = 1 / 0",
    "a = 9 ** 9 ** 9",
    "a = 1 << 4",
    "a = not 1",
    "a = -True",
    "a = {1: 2}",
    "a = [*b]",
    "a, b = 1, 2",
    "a.b = 3",
    "a = b = 3 * 3",
    "a += 1",
    "a: int = 3",
    "a = np.zeros(3)",
    "a = np.array([1], dtype=b)",
    "a = np.array([1], 2)",
    "a = np.array([[1], [2, 3]])",
    "a = math.array([1])",
    "a = (np).linalg.array([1])",
    "import os",
    "import numpy.linalg",
    "import torch",
    "from . import numpy",
    "from math import *",
    "from math import no_such_name",
    "from numpy.linalg import norm",
    "class A: pass",
    "def f(x=g()): pass",
    "@g\ndef f(x): pass",
    "def f(x: g): pass",
    "def f(x) -> g: pass",
    "async def f(): pass",
    "print(3)",
    "for i in a: pass",
    "if a: pass",
    "del a",
    "lambda: 3",
    "1 + 1",
)


def of(source: str, known: dict[str, Any] | None = None) -> dict[str, Any]:
    (node,) = ast.parse(source).body
    return foreseen.given(node, known or {})


def run(source: str) -> dict[str, Any]:
    names: dict[str, Any] = {}
    exec(source, names)  # noqa: S102  (sources of this file)
    return {name: value for name, value in names.items() if not name.startswith("__")}


def is_same(one: object, other: object) -> bool:
    return type(one) is type(other) and repr(one) == repr(other)


@pytest.mark.parametrize("source", FORESEEN)
def test_what_is_foreseen_is_what_running_gives(source: str) -> None:
    found, expected = of(source), run(source)
    assert found.keys() == expected.keys()
    assert all(is_same(found[name], expected[name]) for name in found)


@pytest.mark.parametrize("source", UNFORESEEN)
def test_for_anything_else_a_program_has_to_be_run(source: str) -> None:
    with pytest.raises(UnforeseenError):
        of(source, {"np": np, "math": math, "b": 3, "g": abs})


def test_an_array_is_written_out_only_if_the_name_is_that_of_numpy() -> None:
    found = of("x = np.array([[1, 2.5], [3, 4]])", {"np": np})["x"]
    assert found.dtype == float
    assert found.tolist() == [[1.0, 2.5], [3.0, 4.0]]
    for known in ({}, {"np": 3}, {"np": math}, {"np": None}):
        with pytest.raises(UnforeseenError):
            of("x = np.array([1])", known)


def test_a_function_is_known_to_be_there_and_no_more() -> None:
    found = of("def f(x, *, y=3, **z):\n    return x")
    assert isinstance(found["f"], Unforeseen)


def test_a_module_that_is_not_loaded_is_not_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(__import__("sys").modules, fractions.__name__)
    with pytest.raises(UnforeseenError):
        of("from fractions import Fraction")


NUMBERS = st.one_of(st.integers(-99, 10**6), st.floats(0, 1e9).map(abs))
SUMS = st.recursive(
    NUMBERS.map(repr),
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from(["+", "-", "*", "/", "//", "%", "**"]), inner).map(
            lambda parts: f"({' '.join(parts)})"
        ),
        inner.map(lambda one: f"(-{one})"),
    ),
    max_leaves=8,
)


@given(SUMS)
def test_a_sum_is_worked_out_as_python_does_or_not_at_all(source: str) -> None:
    try:
        found = of(f"a = {source}")
    except UnforeseenError:
        return
    assert is_same(found["a"], run(f"a = {source}")["a"])
