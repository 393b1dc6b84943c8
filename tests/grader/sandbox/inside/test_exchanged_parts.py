"""Values the other way round, operands to be transposed, and keys that are not there."""

from __future__ import annotations

import ast

import pytest

from grader.sandbox.inside.exchanged_parts import exchanged_parts
from grader.sandbox.inside.single_changes import put


def made(body: str) -> list[str]:
    """The bodies that come of a function with this body, each by one change."""
    tree = ast.parse("def f(p, w, k):\n" + "\n".join(f"    {line}" for line in body.splitlines()))
    (function,) = tree.body
    assert isinstance(function, ast.FunctionDef)
    found: list[str] = []
    for _, replaced in exchanged_parts(function):
        back = put(replaced)
        found.append("\n".join(map(ast.unparse, function.body)))
        put(back)
    assert "\n".join(map(ast.unparse, function.body)) == body
    return found


def test_two_results_in_following_lines_may_have_each_other_s_value() -> None:
    body = "rows = p.shape[1] - k + 1\ncolumns = p.shape[0] - w + 1"
    assert made(body) == ["rows = p.shape[0] - w + 1\ncolumns = p.shape[1] - k + 1"]


@pytest.mark.parametrize(
    ("body", "changed"),
    [
        ("w, h = p.shape", ["h, w = p.shape"]),
        ("c, w, h = p.shape", ["w, c, h = p.shape", "c, h, w = p.shape"]),
        ("for j, i in p:\n    k(i, j)", ["for i, j in p:\n    k(i, j)"]),
        ("p[0], p[1] = (1, 2)", []),
        ("return (w, k)", []),
    ],
)
def test_two_names_of_one_line_may_have_each_other_s_value(body: str, changed: list[str]) -> None:
    assert made(body) == changed


@pytest.mark.parametrize(
    "body",
    [
        "rows = p.shape[1]\ncolumns = p.shape[0] - w",
        "rows = p.shape[1] - k\ncolumns = rows[0] - k",
        "rows = 1\ncolumns = 2",
        "p[0] = k - 1\np[1] = w - 1",
        "rows += w - 1\ncolumns = k - 1",
    ],
)
def test_values_of_different_kinds_or_of_each_other_stay(body: str) -> None:
    assert made(body) == []


@pytest.mark.parametrize(
    ("body", "changed"),
    [
        ("return p @ w", ["return p.T @ w", "return p @ w.T"]),
        ("return p @ w.T", ["return p.T @ w.T"]),
        ("return p.dot(w)", ["return p.dot(w.T)", "return p.T.dot(w)"]),
        ("return np.dot(p, w)", ["return np.dot(p.T, w)", "return np.dot(p, w.T)"]),
        ("return p * w", []),
    ],
)
def test_an_operand_of_a_product_may_have_to_be_transposed(body: str, changed: list[str]) -> None:
    assert made(body) == changed


def test_channels_may_have_to_stay_as_they_are_where_maps_are_padded() -> None:
    padded = "return np.pad(p, ((0, 0), (k, k), (k, k)), mode='edge')"
    assert made("return np.pad(p, k, mode='edge')") == [padded]
    assert made("return np.pad(p, ((1, 1), (k, k)))") == []


def test_cells_may_have_to_be_left_out_at_the_other_end() -> None:
    assert made("return p[k % 6:]") == ["return p[:len(p) - k % 6]"]
    assert made("return p[3:]") == []


def test_a_key_that_is_not_there_gives_0() -> None:
    assert made("return p['padding'] + k[0]") == ["return p.get('padding', 0) + k[0]"]
    assert made("return (p['padding'], 1)") == ["return (p.get('padding', 0), 1)"]
    assert made("p['padding'] = 1") == []
