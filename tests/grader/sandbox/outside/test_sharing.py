"""The child that has read the values goes on to the first problem's probes, under like limits."""

from __future__ import annotations

import numpy as np
import pytest

from grader.sandbox.outside.execution import execute
from grader.sandbox.outside.limits import NUMPY_MEMORY_BYTES, Limits
from grader.sandbox.outside.outcome import Execution, OverLimit, Returned
from grader.sandbox.outside.process import ChildProcess
from grader.sandbox.outside.program import Cell, Probe, Wanted
from grader.sandbox.outside.sandbox import Sandbox
from problems.probe import Call, Put, Read

CELLS = (
    Cell("import numpy as np\na = 3\nb = [-1, 2]\nc = np.ones(300)\nd = sum(b)\n", None, 1, "1"),
    Cell("seen = []\ndef f(x):\n    seen.append(x)\n    return len(seen)\n", None, 11, "2"),
    Cell("def g(x):\n    seen.append(x)\n    return len(seen)\n", None, 21, "3"),
)
F, G = (
    Probe(key, "only", (Put("x", 5), Call("y", name, ("x",)), Read("y")))
    for key, name in (("2", "f"), ("3", "g"))
)


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[ChildProcess]:
    """The children that are started while a test runs."""
    found: list[ChildProcess] = []
    start = Sandbox.child

    def child(sandbox: Sandbox, modules: tuple[str, ...], limits: Limits) -> ChildProcess:
        found.append(start(sandbox, modules, limits))
        return found[-1]

    monkeypatch.setattr(Sandbox, "child", child)
    return found


def run(
    limits: Limits, limits_of: dict[str, Limits] | None = None, cells: tuple[Cell, ...] = CELLS
) -> Execution:
    return execute(cells, [Wanted("1", ("a", "b", "c", "d"))], [F, G], limits, limits_of=limits_of)


def test_values_and_the_first_problem_share_a_child_and_the_second_has_its_own(
    started: list[ChildProcess],
) -> None:
    execution = run(Limits(memory_bytes=NUMPY_MEMORY_BYTES), {"2": Limits()})
    assert len(started) == 2
    values = [execution.values["1", name] for name in "abcd"]
    assert values[:2] == [Returned(3), Returned([-1, 2])]
    assert isinstance(values[2], Returned)
    assert np.array_equal(values[2].value, np.ones(300))
    assert values[3] == Returned(1)
    assert execution.observations["2", "only"] == (Returned(1),)
    assert execution.observations["3", "only"] == (Returned(1),)


def test_a_problem_with_a_limit_of_its_own_has_a_child_of_its_own(
    started: list[ChildProcess],
) -> None:
    execution = run(Limits(), {"2": Limits(cpu_seconds=5)})
    assert len(started) == 3
    assert execution.observations["2", "only"] == (Returned(1),)


def test_what_is_read_ahead_is_counted_value_by_value() -> None:
    execution = run(Limits(all_results_bytes=2048))
    values = [execution.values["1", name] for name in "abcd"]
    assert values[:2] == [Returned(3), Returned([-1, 2])]
    assert values[2:] == [OverLimit("result", "2 KiB")] * 2
    assert execution.observations["2", "only"] == (Returned(1),)


def test_many_values_that_are_written_out_come_in_parts() -> None:
    text = "x" * 30_000
    source = "".join(f"{name} = '{text}{name}'\n" for name in "abcd")
    execution = run(Limits(), cells=(Cell(source, None, 1, "1"), *CELLS[1:]))
    assert [execution.values["1", name] for name in "abcd"] == [
        Returned(text + name) for name in "abcd"
    ]
