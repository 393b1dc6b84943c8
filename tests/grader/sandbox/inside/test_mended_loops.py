"""A loop that runs over the end stops there, with what it has done; one that never ran fails."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from grader.sandbox.inside.mended_loops import FIRST_TURN, OVER_THE_END, install, mended_loops
from grader.sandbox.inside.reading import read_cell

X = np.array([1, 2, 4, 8])
WINDOWS = [3, 6, 12]


@pytest.fixture
def found() -> Iterator[set[str]]:
    """The mistakes that were met; the builtins are as they were after the test."""
    keys: set[str] = set()
    install(keys)
    yield keys
    for name in [one for one in vars(builtins) if one.startswith("__mended_")]:
        delattr(builtins, name)


def value(body: str) -> Any:
    """What a function with this body returns."""
    lines = "".join(f"    {line}\n" for line in body.splitlines())
    names: dict[str, Any] = {"np": np, "X": X}
    (statements, flags, _) = read_cell(f"def f():\n{lines}", 1, "<test>", 0)
    for statement in statements:
        assert statement.node is not None
        assert mended_loops(statement.node)
        tree = ast.Module(body=[statement.node], type_ignores=[])
        exec(compile(tree, "<test>", "exec", flags), names)  # noqa: S102
    return names["f"]()


OVER = {
    "an output that is not there": (
        "out = np.zeros(3)\nfor i in range(9):\n    out[i] = X[i : i + 2].sum()\nreturn out"
    ),
    "a window that is cut off": (
        "out = []\nfor i in range(9):\n    out.append(np.dot(X[i : i + 2], [1, 1]))\nreturn out"
    ),
    "a tap beyond the end": (
        "out = [0] * 3\nfor i in range(4):\n    for j in range(2):\n"
        "        out[i] += X[i + j]\nreturn out"
    ),
    "taps outside": (
        "out = [0] * 3\nfor j in range(2):\n    for i in range(9):\n"
        "        out[i] += X[i + j]\nreturn out"
    ),
    "while": (
        "out, i = [], 0\nwhile i < 9:\n    out.append(X[i] + X[i + 1])\n    i += 1\nreturn out"
    ),
    "a list": "return [X[i] + X[i + 1] for i in range(9)]",
    "a list in a list": "return [sum([X[i + j] for j in (1, 0)]) for i in range(9)]",
    "an inner function": "def g():\n    return [X[i] + X[i + 1] for i in range(9)]\nreturn g()",
    "an else": (
        "out = []\nfor i in range(9):\n    out.append(X[i] + X[i + 1])\nelse:\n    out = 0\n"
        "return out"
    ),
}


@pytest.mark.parametrize("name", OVER)
def test_a_loop_that_runs_over_the_end_stops_there(name: str, found: set[str]) -> None:
    assert np.array_equal(value(OVER[name]), WINDOWS)
    assert found - {FIRST_TURN} == {OVER_THE_END}


RIGHT = {
    "a loop": "out = 0\nfor i in X:\n    if i == 2:\n        continue\n    out += i\nreturn out",
    "a break": "for i in X:\n    if i == 8:\n        break\nreturn i + 5",
    "an else": "for i in X:\n    pass\nelse:\n    return 13",
    "a return": "for i in X:\n    if i == 4:\n        return 13",
    "an error that is caught": (
        "out = []\nfor i in range(9):\n    try:\n        out.append(X[i])\n"
        "    except IndexError:\n        return sum(out) - 2"
    ),
    "a list": "return sum([i for i in X if i != 2])",
    "names in a list": "i = 13\n[i for i in X]\nreturn i",
}


@pytest.mark.parametrize("name", RIGHT)
def test_a_loop_that_ends_in_time_does_what_it_did(name: str, found: set[str]) -> None:
    assert value(RIGHT[name]) == 13
    assert found == set()


FAILING = {
    "the first turn": "for i in range(9):\n    X[i + 9]",
    "the first turn of a list": "return [X[i + 9] for i in range(9)]",
    "each first turn": "for i in range(9):\n    for j in range(9):\n        X[i + j + 9]",
    "behind the loop": "for i in range(4):\n    X[i]\nreturn X[i + 9]",
    "what it goes through": "for i in X[9]:\n    pass",
}


@pytest.mark.parametrize("name", FAILING)
def test_what_fails_at_once_fails_as_it_did_and_a_first_turn_is_noted(
    name: str, found: set[str]
) -> None:
    with pytest.raises(IndexError):
        value(FAILING[name])
    assert found == ({FIRST_TURN} if "first turn" in name else set())


def test_another_error_ends_no_loop(found: set[str]) -> None:
    with pytest.raises(ZeroDivisionError):
        value("for i in range(3):\n    1 // (2 - i)")
    assert found == set()


def test_a_loop_outside_of_functions_stays_as_it_is() -> None:
    source = "for i in range(9):\n    i\nout = [i for i in range(9)]"
    statements = read_cell(source, 1, "<test>", 0)[0]
    assert not any(mended_loops(statement.node) for statement in statements)
