"""A change in place is seen in the form of a statement, if it is a statement of its own."""

from __future__ import annotations

import ast

import pytest

from grader.sandbox.inside.changes import changed


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("a[0] = 1", ("a",)),
        ("a[0][1], b.c = 1, 2", ("a", "b")),
        ("[*a[1:]] = x", ("a",)),
        ("a[0] += b[1]", ("a",)),
        ("a[0]: int = 1", ("a",)),
        ("a += 1", ("a",)),
        ("del a[0], b", ("a",)),
        ("a.append(b)", ("a",)),
        ("a[0].extend(b)", ("a",)),
        ("np.put(a, 0, 1)", ("np", "a")),
        ("np.fill_diagonal(a.T, b)", ("np", "a")),
        ('globals()["a"] = 1', ("a",)),
        ('vars()["a"][0] = 1', ("a",)),
        ("globals().update(a=1, b=2)", ("a", "b")),
    ],
)
def test_a_change_of_its_own_is_seen(source: str, names: tuple[str, ...]) -> None:
    assert changed(ast.parse(source).body[0]) == names


@pytest.mark.parametrize(
    "source",
    [
        "a = 1",
        "a: int = 1",
        "a, b = b, a",
        "a = b[0]",
        "print(a[0])",
        "fix(a)",
        "f()[0] = a",
        "f(a).sort()",
        "b = a.pop()",
        "if x:\n    a[0] = 1",
        "for a[0] in b: pass",
        "def f():\n    a[0] = 1",
        'vars(a)["b"] = 1',
        'globals()[a] = globals()["b"]',
    ],
)
def test_what_binds_shows_or_is_part_of_more_is_no_change_of_its_own(source: str) -> None:
    assert changed(ast.parse(source).body[0]) == ()
