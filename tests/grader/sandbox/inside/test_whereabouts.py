"""A call that is stopped is told with the loop that it never left."""

from __future__ import annotations

import pytest

from grader.sandbox.outside.execution import execute
from grader.sandbox.outside.limits import Limits
from grader.sandbox.outside.outcome import Outcome, OverLimit
from grader.sandbox.outside.program import Cell, Probe
from problems.probe import Call, Put, Read
from tests.warm import warm_sandbox

LIMITS = Limits(call_seconds=0.5)


def place_of(source: str) -> str | None:
    """Where ``f(3)`` is said to have been when it was stopped; the source begins at line 1."""
    steps = (Put("x", 3), Call("y", "f", ("x",)), Read("y"))
    probes = [Probe("p", "only", steps)]
    cells = [Cell(source, None, 1, "p")]
    found: Outcome
    (found,) = execute(cells, [], probes, LIMITS, sandbox=warm_sandbox()).observations["p", "only"]
    assert isinstance(found, OverLimit)
    return found.place


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("def f(x):\n    i = 0\n    while i < x:\n        j = i\n        j += 1\n", 3),
        ("def f(x):\n    while x:\n        for _ in range(x):\n            pass\n", 2),
        ("def f(x):\n    for _ in range(x):\n        while x:\n            pass\n", 3),
        ("def f(x):\n    while x:\n        while x < 3:\n            x += 1\n        x = 3\n", 2),
        ("def g(x):\n    return x + 1\ndef f(x):\n    while x:\n        g(x)\n", 4),
        ("def g(x):\n    while x:\n        pass\ndef f(x):\n    return g(x)\n", 2),
        ("def f(x):\n    return sum(i for i in iter(int, 1))\n", 2),
        ("import time\ndef f(x):\n    x += 1\n    time.sleep(60)\n", 4),
    ],
)
def test_the_innermost_loop_that_is_never_left_is_told(source: str, line: int) -> None:
    assert place_of(source) == f"line {line}"


def test_a_call_that_python_never_leaves_is_told_by_its_function() -> None:
    assert place_of("x = 1\ndef f(x):\n    y = 1\n    return sum(iter(int, 1))\n") == "line 2"


def test_a_program_that_takes_the_signal_away_is_told_by_its_function() -> None:
    source = "import signal\ndef f(x):\n    signal.signal(signal.SIGUSR1, signal.SIG_IGN)\n"
    assert place_of(source + "    while x:\n        pass\n") == "line 2"
