"""A part of a vector is as long as what it meets, if there are so many cells."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator
from textwrap import indent
from typing import Any

import numpy as np
import pytest

from grader.sandbox.inside import mended_arrays, mended_slices, mended_windows
from grader.sandbox.inside.mended_windows import BELOW_ZERO, OTHER_SIZE
from grader.sandbox.inside.reading import read_cell

X = np.array([2.0, 3, 5, 7, 11, 13, 17, 19])
W = np.array([1.0, 10, 100])
WINDOW = W @ X[1:4]


@pytest.fixture
def found() -> Iterator[set[str]]:
    """The mistakes that were met; the builtins are as they were after the test."""
    keys: set[str] = set()
    for module in (mended_slices, mended_arrays, mended_windows):
        module.install(keys)
    yield keys
    for name in [one for one in vars(builtins) if one.startswith("__mended_")]:
        delattr(builtins, name)


def value(body: str, *, mended: bool = True) -> Any:
    """What a function of that body gives, with its windows mended as those of a program are."""
    body = body if "return" in body else f"return {body}"
    text = f"def f():\n{indent(body, '    ')}"
    (statements, flags, _) = read_cell(text, 1, "<test>", 0)
    names: dict[str, Any] = {"X": X, "W": W, "np": np}
    for statement in statements:
        assert statement.node is not None
        if mended:
            mended_slices.mended_slices(statement.node)
            mended_arrays.mended_arrays(statement.node)
            mended_windows.mended_windows(statement.node)
        tree = ast.Module(body=[statement.node], type_ignores=[])
        exec(compile(tree, "<test>", "exec", flags), names)  # noqa: S102
    return names["f"]()


@pytest.mark.parametrize("cells", ["1:3", "1:5", "1:3:1", "1:len(X)"])
@pytest.mark.parametrize(
    "product",
    [
        *("X[{}] @ W", "W @ X[{}]", "np.dot(W, X[{}])", "np.dot(X[{}], W)", "X[{}].dot(W)"),
        *("W.dot(X[{}])", "np.sum(X[{}] * W)", "(W * X[{}]).sum()", "np.inner(X[{}], W)"),
        *("X[{}][::-1] @ W[::-1]", "np.flip(X[{}]) @ np.flip(W)", "0.5 * X[{}] @ (2 * W)"),
        "np.vdot(-X[{}], -W)",
    ],
)
def test_a_window_is_as_long_as_the_kernel(product: str, cells: str, found: set[str]) -> None:
    assert value(product.format(cells)) == WINDOW
    assert found == {OTHER_SIZE}


@pytest.mark.parametrize(
    ("body", "result"),
    [
        ("d = np.zeros(6)\nd[2:4] += W\nreturn d", [0, 0, 1, 10, 100, 0]),
        ("d = np.zeros(6)\nd[2:6] += W * 2\nreturn d", [0, 0, 2, 20, 200, 0]),
        ("d = np.zeros(6)\nd[1:5] = W\nreturn d", [0, 1, 10, 100, 0, 0]),
        ("d = np.zeros(6)\nd[0:4:2] -= W\nreturn d", [-1, 0, -10, 0, -100, 0]),
        ("d = np.zeros(3)\nd += X[1:3] * 2\nreturn d", [6, 10, 14]),
        ("return X[0:6:2][0:4]", [2, 5, 11]),
        ("return np.array([3.0]) * X[1:3]", [9]),
    ],
)
def test_what_goes_into_a_part_or_comes_out_of_it_has_its_length(
    body: str, result: list[float], found: set[str]
) -> None:
    assert np.array_equal(value(body), result)
    assert (found == {OTHER_SIZE}) == ("X[0:6" not in body)


@pytest.mark.parametrize(
    "body",
    [
        *("X[1:4] @ W", "X[1:4][::-1]", "X[:3] * W", "X[-3:8] * W", "X[2:4] * 3", "X[1:4].copy()"),
        *("X[1:4][[True, False, True]]", "X[1:4][0]", "X[1:7].reshape(2, 3) @ W", "X[2:2]"),
        *("np.stack([X[1:4], X[2:5]])", "np.concatenate((X[0:2], X[4:7]))", "'abcd'[1:3]"),
        *("[1, 2, 3][0:2]", "X[1:5] + np.ones(1)", "X.reshape(2, 4)[0:1] * np.ones(4)"),
        *("np.where(X[1:4] > 3, X[1:4], 0)", "np.maximum.reduce(X[1:4])", "(3,)[0:1]"),
        "d = np.zeros(6)\nd[1:4] = 2\nd[2:5] += W\nd[0:2] *= np.ones(1)\nreturn d",
        "d = np.arange(4)\nwindow = d[1:3]\nwindow += 1\nreturn d",
    ],
)
def test_what_fits_is_as_it_stands(body: str, found: set[str]) -> None:
    assert np.array_equal(value(body), value(body, mended=False))
    assert found == set()


@pytest.mark.parametrize(
    ("body", "instead"),
    [("X[-1:2] @ W", "X[0:3] @ W"), ("X[-2:4:2] * W", "X[0:6:2] * W"), ("X[-1:0]", "X[0:1]")],
)
def test_a_part_that_begins_before_the_first_cell_has_as_many_from_there_on(
    body: str, instead: str, found: set[str]
) -> None:
    assert np.array_equal(value(body), value(instead, mended=False))
    assert found == {BELOW_ZERO}


@pytest.mark.parametrize(
    "product", ["X[6:8] @ W", "X[-3:-1] @ W", "X[1:3] @ X[2:5]", "np.stack((X[1:3], W, X))"]
)
def test_what_has_no_more_cells_or_may_mean_several_fails_as_before(
    product: str, found: set[str]
) -> None:
    with pytest.raises(ValueError, match=r"mismatch|same shape"):
        value(product)
    assert found == set()
