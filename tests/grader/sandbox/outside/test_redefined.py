"""A function that is defined once more below its section counts, unless it is another's own."""

from __future__ import annotations

from typing import Any

import pytest

from grader.sandbox.outside.execution import execute
from grader.sandbox.outside.outcome import Doubled, Execution, Redefinition, Returned
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


def test_what_the_program_has_called_or_wrapped_in_between_is_read_as_python_would() -> None:
    tried = executed("y = f(3)\ndef f(x):\n    return 2 * x\n")
    assert value(tried) == 10
    wrapped = executed("k = 2\nold = f\nf = lambda x: k * old(x)\n")
    assert value(wrapped) == 10
    assert wrapped.redefined == (Redefinition("p", "f", "line 1", "line 23"),)


def test_what_cannot_be_called_is_not_read_as_a_function_and_it_is_said() -> None:
    execution = executed("f = f(7)\n")
    assert value(execution) == 5
    assert execution.redefined == (Redefinition("p", "f", "line 1", "line 21", counts=False),)


def test_the_style_of_an_answer_is_that_of_the_function_which_is_read() -> None:
    looped = "def f(x):\n    for i in range(3):\n        for j in range(3): pass\n    return 0\n"
    once = executed("y = f(1)\ndef f(x):\n    return 2 * x\n", own=looped).facts.judged("f", "p")
    assert once is not None
    assert once.loops == 0
    around = executed("old = f\ndef f(x):\n    for i in [1]: y = old(x)\n    return y\n", looped)
    both = around.facts.judged("f", "p")
    assert both is not None
    assert both.loops == 3
    assert executed("import math\nf = math.sqrt\n").facts.judged("f", "p") is None


CALLING = "K = 1\ndef _add(x):\n    return x + K\ndef f(x):\n    return _add(x)\n"


@pytest.mark.parametrize(
    ("later", "result"),
    [
        ("def _add(x):\n    return x + 7\n", 12),
        ("b = 2\n_add = lambda x: x + 7\nprint(_add(1))\nb = 3\n", 12),
        ("K = 8\ndef _more(x):\n    return x + K\ndef _add(x):\n    return _more(x)\n", 13),
    ],
)
def test_a_function_that_an_answer_calls_is_the_later_one_if_nothing_else_wants_it(
    later: str, result: int
) -> None:
    execution = executed(later, own=CALLING)
    assert value(execution) == result
    line = 20 + max(n for n, text in enumerate(later.split("\n"), 1) if "_add" in text[:8])
    place = f"line {line}"
    assert execution.redefined == (Redefinition("p", "_add", "line 2", place, is_asked=False),)


@pytest.mark.parametrize(
    "later",
    [
        "def _add(x):\n    return 9\nb = _add(1)\n",
        "def _add(x):\n    return 9\ndef g(x):\n    return _add(x)\n",
        "def _add(x):\n    return 9\nb = 3\n",
        "def _add(x):\n    return 9\ndef g(x): ...\n",
        "def _add(x):\n    return 9\ndef g(x:\n    return _add(x)\n",
        "def _add(x, y):\n    return 9\n",
        "_add = 9\n",
        "K = 9\n",
        "for _add in [min]: pass\n",
    ],
)
def test_a_function_that_another_section_may_call_is_no_correction(later: str) -> None:
    execution = executed(later, own=CALLING)
    assert value(execution) == 6
    assert execution.redefined == ()


def test_where_two_problems_ask_for_a_name_each_has_its_own_and_what_is_not_read_is_known() -> None:
    twice = "def f(x):\n    return 2 * x\n"
    last = "def f(x):\n    return 3 * x\n"
    other = Probe("q", "calls", PROBE.steps)
    own = [Cell(OWN, None, 1, "p"), Cell(twice, None, 11, "q")]
    apart = execute([*own, Cell(last, None, 21, "r")], [Wanted("r", ("b",))], [PROBE, other])
    assert value(apart) == 5
    assert [one.later for one in apart.redefined if one.is_shared] == ["line 21", "line 21"]
    assert {(one.problem, one.own) for one in apart.redefined} == {
        ("p", "line 1"),
        ("q", "line 11"),
    }
    within = execute([own[0], Cell(twice + last, None, 11, "q")], [], [PROBE, other])
    assert value(within) == 5
    assert within.observations["q", "calls"] == (Returned(15),)
    assert within.redefined == ()
    assert within.doubled == (Doubled("q", "f", "line 13", "line 11", (("p", "line 1"),)),)


def test_an_object_below_is_no_definition_of_its_class() -> None:
    own = "class f:\n    def __init__(self, x):\n        self.x = x\n    def __call__(self, x):\n"
    own += "        return 7\n"
    steps = (Put("x", 5), Call("y", "f", ("x",)), Read("y.x"))
    cells = [Cell(own, None, 1, "p"), Cell("f = f(3)\n", None, 11, "q")]
    execution = execute(cells, [Wanted("q", ("a",))], [Probe("p", "calls", steps)])
    assert execution.observations["p", "calls"] == (Returned(5),)
    assert [(one.later, one.counts) for one in execution.redefined] == [("line 11", False)]
