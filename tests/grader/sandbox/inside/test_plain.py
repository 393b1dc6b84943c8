"""What is written out is told from what works with something, and comes out as Python has it."""

from __future__ import annotations

import ast
from fractions import Fraction

import numpy as np
import pytest

from grader.sandbox.inside.plain import is_plain_value, plain_name, written_out


def statement(source: str) -> ast.stmt:
    return ast.parse(source).body[0]


@pytest.mark.parametrize(
    "value",
    [
        *("3", "-3", "+2.5", "-1e-3", "2j", "-0.0", "True", "None", "...", "'1/2'", "b'x'"),
        *("[]", "()", "[1, -2]", "(1, 'a', [None])", "[[1, 2], [-3, 4.5]]", "(3,)"),
    ],
)
def test_what_is_written_out_has_the_value_that_python_gives_it(value: str) -> None:
    node = statement(f"q = {value}")
    assert isinstance(node, ast.Assign)
    assert plain_name(node) == "q"
    assert repr(written_out(node.value)) == repr(ast.literal_eval(value))


def test_a_list_that_is_written_out_is_another_one_each_time() -> None:
    node = statement("q = [[1], [2]]")
    assert isinstance(node, ast.Assign)
    first, second = written_out(node.value), written_out(node.value)
    assert first == second
    assert first is not second
    assert first[0] is not second[0]


@pytest.mark.parametrize(
    "source",
    [
        *("q = p", "q = f(3)", "q = [x for x in y]", "q = 1 / 3", "q = -p", "q = not True"),
        *("q = {1: 2}", "q = {1}", "q = f'{x}'", "q = (r := 3)", "q = [*p]", "q = -'a'"),
        *("q: int = 3", "q += 3", "q = r = 3", "q, r = 3, 4", "q[0] = 3", "q.r = 3", "3"),
        *("def q(): return 3", "__debug__ = 3", "q = x.y", "q = x[0]", "q = lambda: 3"),
    ],
)
def test_what_works_with_something_or_may_fail_is_not_plain(source: str) -> None:
    assert plain_name(statement(source)) == ""


class Number(int):
    pass


class Rows(list[int]):
    pass


@pytest.mark.parametrize(
    ("value", "is_plain"),
    [
        *(
            (value, True)
            for value in (3, 2.5, True, None, ..., "a", [1, (2.5, "b")], np.ones((2, 3)))
        ),
        *(
            (value, False)
            for value in (Number(3), Rows([1]), [1, Number(2)], Fraction(1, 2), {1: 2})
        ),
        *((value, False) for value in (object(), [object()], np.array([object()]), np.ones(1001))),
        ([0] * 1001, False),
    ],
)
def test_a_plain_value_is_short_and_of_known_types_alone(value: object, is_plain: bool) -> None:
    assert is_plain_value(value) is is_plain


def test_a_list_within_itself_is_not_plain() -> None:
    value: list[object] = []
    value.append(value)
    assert not is_plain_value(value)
