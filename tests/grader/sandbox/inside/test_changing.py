"""Definitions made anew: one place is changed at a time, and all else is as it was."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from grader.sandbox.inside.changing import Changing, NoSuchChangeError
from grader.sandbox.inside.reading import read_cell
from grader.sandbox.inside.sources import file_of

PROGRAM = """
def doubled(n):
    return n * 2


def f(n):
    return doubled(n) + 1
"""


def changing(program: str = PROGRAM) -> tuple[Changing, dict[str, Any]]:
    """The changes of ``f`` and of what it calls, and the names of the program."""
    statements, flags, _ = read_cell(program, 1, file_of(0), 0)
    names: dict[str, Any] = {}
    for one in statements:
        assert one.code is not None
        exec(one.code, names)  # noqa: S102  (as the child runs a program)
    return Changing({0: statements}, dict(names), ("f",), flags), names


def results(program: str = PROGRAM) -> list[tuple[str, Any, int]]:
    """Which function each change is in, what ``f`` gives of 5 with it, and its line."""
    changes, names = changing(program)
    before = names["f"], names["doubled"]
    found: list[tuple[str, Any, int]] = []
    number = 0
    while True:
        try:
            _, line, _ = changes.define(number, names)
        except NoSuchChangeError:
            return found
        now = names["f"], names["doubled"]
        changed = [a.__name__ for a, b in zip(before, now, strict=True) if a is not b]
        found.append((" and ".join(changed), _given(names["f"]), line))
        number += 1


def _given(function: Any) -> Any:
    """What a function gives of 5; None where an operator is none of numbers."""
    try:
        return function(5)
    except TypeError:
        return None


def test_a_change_leaves_nothing_of_the_one_before_it() -> None:
    found = results()
    assert {where for where, _, _ in found} == {"f", "doubled"}
    assert {line for _, _, line in found} == {3, 7}
    assert [b for (a, *_), (b, *_) in pairwise(found) if a != b]
    assert ("f", 10, 7) in found
    assert ("doubled", 6, 3) in found


def test_there_are_no_more_changes_than_there_are() -> None:
    changes, names = changing()
    with pytest.raises(NoSuchChangeError):
        changes.define(1000, names)


def _decorated(program: str) -> str:
    return "def as_it_is(f):\n    return f\n" + program.replace("def f", "@as_it_is\ndef f")


@pytest.mark.parametrize(
    "program",
    ["f = doubled = abs\n", "f = doubled = lambda n: n + 1\n", _decorated(PROGRAM)],
)
def test_what_does_not_stand_in_the_open_is_left_as_it_is(program: str) -> None:
    assert results(program) == []
