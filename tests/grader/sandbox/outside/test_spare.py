"""The next child is made while the present one works, and is as good as one made when needed."""

from __future__ import annotations

import os
import select
import signal
from collections.abc import Iterator

import pytest

from grader.sandbox.outside.execution import execute
from grader.sandbox.outside.limits import Limits
from grader.sandbox.outside.outcome import OverLimit, Returned
from grader.sandbox.outside.process import ChildProcess
from grader.sandbox.outside.program import Cell, Wanted
from grader.sandbox.outside.sandbox import NUMPY_MODULES, Sandbox
from grader.sandbox.wire.level import NONE
from tests.grader.sandbox.processes import descendants, wait_until_more

SEVERAL = 6


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as one:
        if one.level == NONE:
            pytest.skip("children are apart from one another at no level here")
        yield one


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[ChildProcess]:
    """The children that are made from now on, those in reserve among them."""
    found: list[ChildProcess] = []
    make = ChildProcess.__init__

    def noted(self: ChildProcess, *arguments: object) -> None:
        make(self, *arguments)  # type: ignore[arg-type]
        found.append(self)

    monkeypatch.setattr(ChildProcess, "__init__", noted)
    return found


def run(sandbox: Sandbox, source: str, limits: Limits | None = None) -> object:
    execution = execute([Cell(source)], [Wanted("p", ("a",))], limits=limits, sandbox=sandbox)
    return execution.values["p", "a"]


def test_one_child_is_in_reserve_once_several_were_used(
    sandbox: Sandbox, made: list[ChildProcess]
) -> None:
    numbers = [run(sandbox, f"a = {number}\n") for number in range(SEVERAL)]
    assert numbers == [Returned(number) for number in range(SEVERAL)]
    assert len(made) == SEVERAL + 1


def test_a_child_in_reserve_has_not_seen_the_program_before_it(sandbox: Sandbox) -> None:
    kept = "import builtins, os\nbuiltins.kept = 1\nopen('kept', 'w').close()\na = 1\n"
    sought = "import builtins, os\na = [hasattr(builtins, 'kept'), os.path.exists('kept')]\n"
    for _ in range(SEVERAL):
        assert run(sandbox, kept) == Returned(1)
        assert run(sandbox, sought) == Returned([False, False])


def test_other_limits_hold_though_a_child_is_in_reserve(sandbox: Sandbox) -> None:
    for _ in range(SEVERAL):
        run(sandbox, "a = 1\n")
    less = Limits(memory_bytes=64 * 1024**2)
    found = run(sandbox, "a = len(bytearray(128 * 1024 ** 2))\n", less)
    assert isinstance(found, OverLimit)
    assert found.limit == "memory"
    assert run(sandbox, "a = len(bytearray(128 * 1024 ** 2))\n") == Returned(128 * 1024**2)


def test_a_child_in_reserve_that_has_died_is_replaced(
    sandbox: Sandbox, made: list[ChildProcess]
) -> None:
    for _ in range(SEVERAL):
        run(sandbox, "a = 1\n")
    _, process = sandbox.server(NUMPY_MODULES).forked(made[-1]._owed)
    signal.pidfd_send_signal(process, signal.SIGKILL)
    select.select([process], [], [])
    assert run(sandbox, "a = 2\n") == Returned(2)


def test_a_fork_server_that_dies_takes_the_child_in_reserve_along(
    sandbox: Sandbox, made: list[ChildProcess]
) -> None:
    run(sandbox, "a = 0\n")
    sandbox.empty()
    before = len(os.listdir("/proc/self/fd"))  # noqa: PTH208
    for _ in range(SEVERAL):
        run(sandbox, "a = 1\n")
    os.kill(sandbox.server(NUMPY_MODULES).pid, signal.SIGKILL)
    assert run(sandbox, "a = 2\n") == Returned(2)
    sandbox.empty()
    assert len(os.listdir("/proc/self/fd")) <= before  # noqa: PTH208


def test_an_empty_sandbox_has_its_fork_server_alone(sandbox: Sandbox) -> None:
    sandbox.empty()
    alone = descendants(sandbox.server(NUMPY_MODULES).pid)
    for _ in range(SEVERAL):
        run(sandbox, "a = 1\n")
    wait_until_more(sandbox.server(NUMPY_MODULES).pid, alone)
    sandbox.empty()
    assert descendants(sandbox.server(NUMPY_MODULES).pid) == alone
