"""What a statement gives in so many words, and what it works with, is seen in its form."""

from __future__ import annotations

import ast

import pytest

from grader.sandbox.inside.names import called, given, given_by_calls, given_globally, used


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("a = 1", ("a",)),
        ("a = b = 1", ("a", "b")),
        ("a, (b, *c) = x", ("a", "b")),
        ("[a, b] = x", ("a", "b")),
        ("a: int = 1", ("a",)),
        ("a: int", ()),
        ("a += 1", ("a",)),
        ("a[0] = 1", ()),
        ("a.b = 1", ()),
        ("for a in b: pass", ()),
        ("with x as a: pass", ()),
        ("def a(): ...", ()),
        ("import a", ()),
        ("(a := 1)", ("a",)),
        ("f(a := 1)", ()),
        ("if x:\n    a = 1", ()),
    ],
)
def test_an_assignment_of_its_own_gives_names(source: str, names: tuple[str, ...]) -> None:
    assert given(ast.parse(source).body[0]) == names


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("a = b + c[d].e", {"b", "c", "d"}),
        ("a[b] = 1", {"a", "b"}),
        ("a += 1", set()),
        ("print(a)", set()),
        ("for i in range(a): b = i", {"range", "a", "i"}),
        ("def f(a, b=c):\n    d = a + e\n    return d", {"c", "e"}),
        ("f = lambda a: a + b", {"b"}),
        ("class K:\n    n = a", {"a"}),
        ("a = [b + d for b, c in e if c]", {"d", "e"}),
        ("a = sum(b for b in b)", {"sum", "b"}),
        ("a = {b: c for b in d for c in b}", {"d"}),
    ],
)
def test_a_statement_works_with_what_it_loads_and_does_not_call_its_own(
    source: str, names: set[str]
) -> None:
    assert set(used(ast.parse(source).body[0])) == names


def test_a_function_gives_the_names_that_it_declares_global_wherever_it_does() -> None:
    source = "def f():\n    global a, b\n    if x:\n        global c\n    d = 1"
    assert set(given_globally(ast.parse(source).body[0])) == {"a", "b", "c"}


def test_all_names_that_are_called_in_a_statement_are_seen() -> None:
    statement = ast.parse("x = sys.exit(asyncio.run(main(f))) or [g() for _ in h]").body[0]
    assert set(called(statement)) == {"main", "g"}


def test_what_a_called_function_gives_is_found_through_those_that_it_calls() -> None:
    source = (
        "def f():\n    g()\ndef g():\n    global a\n    a = 1\n    f()\ndef h():\n    global b\nf()"
    )
    *definitions, call = ast.parse(source).body
    functions = {one.name: one for one in definitions if isinstance(one, ast.FunctionDef)}
    assert given_by_calls(call, functions) == ("a",)
    assert given_by_calls(definitions[2], functions) == ()
