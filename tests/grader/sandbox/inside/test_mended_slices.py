"""A slice that runs back over the beginning ends there, and all others are as they stand."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from grader.sandbox.inside.mended_slices import (
    STOP_AT_ZERO,
    STOP_BELOW_ZERO,
    install,
    mended_slices,
)
from grader.sandbox.inside.reading import read_cell

X = np.arange(10)


@pytest.fixture
def found() -> Iterator[set[str]]:
    """The mistakes that were met; the builtins are as they were after the test."""
    keys: set[str] = set()
    install(keys)
    yield keys
    for name in [one for one in vars(builtins) if one.startswith("__mended_")]:
        delattr(builtins, name)


def value(expression: str) -> Any:
    """What a function that returns the expression gives, with its slices mended."""
    (statements, flags, _) = read_cell(f"def f():\n    return {expression}", 1, "<test>", 0)
    names: dict[str, Any] = {"X": X}
    for statement in statements:
        assert statement.node is not None
        mended_slices(statement.node)
        tree = ast.Module(body=[statement.node], type_ignores=[])
        exec(compile(tree, "<test>", "exec", flags), names)  # noqa: S102
    return names["f"]()


@pytest.mark.parametrize(
    ("slice_", "reached"),
    [
        ("X[4:-1:-1]", [4, 3, 2, 1, 0]),
        ("X[4:-1:-2]", [4, 2, 0]),
        ("X[4:-2:-2]", [4, 2, 0]),
        ("X.reshape(2, 5)[0, 3:-1:-1]", [3, 2, 1, 0]),
        ("(lambda a: X[a:a - 5:-1])(4)", [4, 3, 2, 1, 0]),
    ],
)
def test_a_slice_that_stops_below_zero_reaches_cell_zero(
    slice_: str, reached: list[int], found: set[str]
) -> None:
    assert list(value(slice_)) == reached
    assert found == {STOP_BELOW_ZERO}


@pytest.mark.parametrize(
    ("slice_", "reached"),
    [
        ("(lambda p: X[p:-p])(0)", list(range(10))),
        ("(lambda j, k: X[j:-k + 1 + j])(2, 3)", list(range(2, 10))),
        ("(lambda n: X[8:-(n - 1)])(1)", [8, 9]),
    ],
)
def test_a_slice_that_ends_no_cell_before_the_end_reaches_it(
    slice_: str, reached: list[int], found: set[str]
) -> None:
    assert list(value(slice_)) == reached
    assert found == {STOP_AT_ZERO}


@pytest.mark.parametrize(
    "slice_",
    [
        *("(lambda p: X[p:-p])(2)", "X[:0]", "(lambda n: X[n:n - 3])(3)", "X[2:-1]"),
        *("X[4:1:-1]", "X[4::-1]", "X[-1:-4:-1]", "X[2:8:2]", "X[2:-1:2]", "X[9:-9:-1]"),
        *("X[4]", "X[2:5]", "X[::-1]", "X.reshape(2, 5)[:, 4:1:-2]", "'abcdef'[4:1:-1]"),
    ],
)
def test_all_other_slices_stay_as_they_are(slice_: str, found: set[str]) -> None:
    assert np.array_equal(value(slice_), eval(slice_))  # noqa: S307
    assert found == set()


def test_slices_outside_of_functions_are_left() -> None:
    (statements, _, _) = read_cell("y = X[4:-1:-1]", 1, "<test>", 0)
    assert not mended_slices(statements[0].node)
