"""What a program defines and then overwrites by a value is probed as it was defined."""

from __future__ import annotations

import pytest

from grader.sandbox.outside.execution import execute
from grader.sandbox.outside.outcome import Missing, Outcome, Overwriting, Raised, Returned
from grader.sandbox.outside.program import Cell, Probe
from problems.probe import Call, Put, Read, Step

F = "def f(x):\n    return {}\n"
STEPS = (Put("x", 5), Call("y", "f", ("x",)), Read("y"))
MODEL: tuple[Step, ...] = (Call("m", "M"), Call("y", "m.go"), Read("y"))
CLASS = "class M:\n    def go(self):\n        return 3\n    def __call__(self):\n        return 4\n"


def test_the_definition_counts_and_the_statement_that_overwrites_it_is_known() -> None:
    cells = [
        Cell(F.format("x") + "f = f(1)\n", None, 1, "p"),
        Cell(F.format("2 * x") + "del f\n", "cell 4", 1, "q"),
        Cell(F.format("7") + "for f in [1]: pass\n" + F.format("3 * x"), None, 11, "r"),
        Cell(CLASS + "M = M()\n", None, 21, "s"),
        Cell("f = 3\nM = 4\n", None, 31),
    ]
    probes = [Probe(problem, "calls", STEPS) for problem in "pqr"] + [Probe("s", "calls", MODEL)]
    execution = execute(cells, [], probes)
    seen = {problem: outcome for (problem, _), (outcome,) in execution.observations.items()}
    expected: dict[str, Outcome] = {
        "p": Returned(5),
        "q": Returned(10),
        "r": Returned(15),
        "s": Returned(3),
    }
    assert seen == expected
    assert execution.overwritten == (
        Overwriting("p", "f", "line 3"),
        Overwriting("q", "f", "cell 4, line 3"),
        Overwriting("s", "M", "line 26"),
    )


@pytest.mark.parametrize(
    ("source", "steps", "expected"),
    [
        (F.format("x") + "from functools import partial\nf = partial(f)\n", STEPS, Returned(5)),
        (CLASS + "f = M()\nf = f.go()\n", STEPS, None),
        ("f = 3\n", STEPS, None),
        ("del f\n", STEPS, Missing("f")),
        (CLASS + "N = M\ndef M():\n    return N()\n", MODEL, Returned(3)),
    ],
)
def test_what_can_be_called_or_was_never_a_definition_is_read_as_it_stands(
    source: str, steps: tuple[Step, ...], expected: Outcome | None
) -> None:
    execution = execute([Cell(source, None, 1, "p")], [], [Probe("p", "calls", steps)])
    (seen,) = execution.observations["p", "calls"]
    if expected is None:
        assert isinstance(seen, Raised)
    else:
        assert seen == expected
