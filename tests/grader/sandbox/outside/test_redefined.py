"""A function that is defined once more below its section counts, unless it is another's own."""

from __future__ import annotations

from typing import Any

import pytest

from grader.sandbox.outside.execution import execute
from grader.sandbox.outside.outcome import Execution, Redefinition, Returned
from grader.sandbox.outside.program import Cell, Probe, Wanted
from problems.probe import Call, Put, Read

OWN = "def f(x):\n    return x\n"
PROBE = Probe("p", "calls", (Put("x", 5), Call("y", "f", ("x",)), Read("y")))


def executed(later: str, own: str = OWN, asked: tuple[str, ...] = ("q",)) -> Execution:
    """Of a file in which ``f`` is asked for at line 1, and what comes later begins at line 21."""
    cells = [Cell(own, None, 1, "p"), Cell("a = 1\n", None, 11, "q"), Cell(later, None, 21, "r")]
    wanted = [Wanted(name, ("a",)) for name in asked] + [Wanted("r", ("b",))]
    return execute(cells, wanted, [PROBE])


def value(execution: Execution) -> Any:
    (seen,) = execution.observations["p", "calls"]
    assert isinstance(seen, Returned), seen
    return seen.value


@pytest.mark.parametrize(
    "later",
    [
        "def f(x):\n    return 2 * x\n",
        "b = 3\ndef f(x):\n    return 2 * x\nprint(f(1))\n",
        "f = lambda x: 2 * x\n",
        "def f(x):\n    return 7\ndef f(x):\n    return 2 * x\n",
        "def f(x, n=2):\n    return x + f(x, 1) if n > 1 else x\n",
        "def f(x):\n    return 2 * x\nchecked = f(1)\n",
        "class f:\n    def __new__(cls, x):\n        return 2 * x\n",
    ],
)
def test_a_later_definition_counts_and_both_places_are_known(later: str) -> None:
    execution = executed(later)
    assert value(execution) == 10
    (one,) = execution.redefined
    line = 20 + max(n for n, text in enumerate(later.split("\n"), 1) if " f" in f" {text[:9]}")
    assert (one.problem, one.name, one.own, one.counts) == ("p", "f", "line 1", True)
    assert one.later.removeprefix("line ") in {str(n) for n in range(21, line + 1)}


@pytest.mark.parametrize(
    "later",
    [
        "def f(x):\n    return 7\nclass Layer:\n    def go(self):\n        return f(1)\n",
        "def f(x):\n    return 7\ndef g(x):\n    return f(x)\n",
        "def f(x):\n    return 7\nb = f(1)\n",
        "for f in range(3): pass\n",
        "def f(x):\n    ...\n",
        "def f(x:\n    return 7\n",
    ],
)
def test_what_another_section_works_with_is_its_own(later: str) -> None:
    execution = executed(later)
    assert value(execution) == 5
    assert execution.redefined == ()


def test_a_definition_that_wraps_the_earlier_one_does_not_count_and_it_is_said() -> None:
    execution = executed("old = f\nf = lambda x: 2 * old(x)\n")
    assert value(execution) == 5
    assert execution.redefined == (Redefinition("p", "f", "line 1", "line 22", counts=False),)


def test_where_two_problems_ask_for_a_name_each_has_its_own() -> None:
    cells = [Cell(OWN, None, 1, "p"), Cell("def f(x):\n    return 2 * x\n", None, 11, "q")]
    other = Probe("q", "calls", PROBE.steps)
    execution = execute(cells, [], [PROBE, other])
    assert value(execution) == 5
    assert execution.redefined == ()
