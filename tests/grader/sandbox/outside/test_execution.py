"""Each problem is probed in a process of its own; a fork server that dies is replaced."""

from __future__ import annotations

import os
import select
import signal
from contextlib import suppress
from functools import partial
from threading import Timer

import pytest

from grader.sandbox.outside.execution import execute
from grader.sandbox.outside.limits import Limits
from grader.sandbox.outside.outcome import (
    NotReached,
    OverLimit,
    Returned,
    SandboxFault,
)
from grader.sandbox.outside.process import ChildProcess
from grader.sandbox.outside.program import Cell, Probe, Wanted
from grader.sandbox.outside.sandbox import Sandbox
from problems.probe import Call, Put, Read

# -- a process per problem -------------------------------------------------------------------------


def test_each_problem_is_probed_in_a_process_of_its_own() -> None:
    source = "seen = []\ndef f(x):\n    seen.append(x)\n    return len(seen)\n"
    probes = [
        Probe(problem, f"{n}", (Put("x", n), Call("y", "f", ("x",)), Read("y")))
        for problem in ("p", "q")
        for n in (1, 2)
    ]
    found = execute([Cell(source, None, 1, "p")], probes=probes).observations
    assert [found[key] for key in (("p", "1"), ("p", "2"))] == [(Returned(1),), (Returned(2),)]
    assert [found[key] for key in (("q", "1"), ("q", "2"))] == [(Returned(1),), (Returned(2),)]


def test_a_problem_that_uses_its_time_up_leaves_the_next_its_own() -> None:
    source = "def f(x):\n    while True: pass\ndef g(x): return x\n"
    probes = [
        Probe("p", name, (Put("x", 1), Call("y", "f", ("x",)), Read("y"))) for name in "abc"
    ] + [Probe("q", "d", (Put("x", 1), Call("y", "g", ("x",)), Read("y")))]
    limits = Limits(call_seconds=0.2, total_seconds=0.3)
    found = execute([Cell(source)], probes=probes, limits=limits).observations
    kinds = [type(found["p", name][0]) for name in "abc"]
    assert kinds == [OverLimit, OverLimit, NotReached]
    assert found["q", "d"] == (Returned(1),)


def test_a_problem_has_limits_of_its_own() -> None:
    source = "import time\ndef f(x):\n    time.sleep(0.5)\n    return x\n"
    probes = [
        Probe(problem, "a", (Put("x", 1), Call("y", "f", ("x",)), Read("y"))) for problem in "pq"
    ]
    short = {"p": Limits(call_seconds=0.1)}
    found = execute([Cell(source)], probes=probes, limits_of=short).observations
    assert found["p", "a"] == (OverLimit("time", "0.1 s", "line 3"),)
    assert found["q", "a"] == (Returned(1),)


# -- the fork server -------------------------------------------------------------------------------


def test_a_sandbox_serves_many_executions() -> None:
    with Sandbox() as sandbox:
        for number in range(3):
            cell = Cell(f"a = {number}", None, 1, "p")
            found = execute([cell], [Wanted("p", ("a",))], sandbox=sandbox)
            assert found.values == {("p", "a"): Returned(number)}


def with_deaths(monkeypatch: pytest.MonkeyPatch, sandbox: Sandbox, most: int) -> None:
    """The fork server is killed as soon as it has started a child, so many times at most."""
    child = sandbox.child
    deaths = iter(range(most))

    def dying(modules: tuple[str, ...], limits: Limits) -> ChildProcess:
        process = child(modules, limits)
        if next(deaths, None) is not None:
            os.kill(sandbox.server(modules).pid, signal.SIGKILL)
            select.select([process._process], [], [])  # its children go with it
        return process

    monkeypatch.setattr(sandbox, "child", dying)


def test_an_execution_whose_fork_server_dies_is_done_again(monkeypatch: pytest.MonkeyPatch) -> None:
    with Sandbox() as sandbox:
        with_deaths(monkeypatch, sandbox, most=2)
        found = execute([Cell("a = 1", None, 1, "p")], [Wanted("p", ("a",))], sandbox=sandbox)
    assert found.values == {("p", "a"): Returned(1)}
    assert found.incidents == ()


def test_a_fork_server_that_dies_every_time_is_our_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    with Sandbox() as sandbox:
        with_deaths(monkeypatch, sandbox, most=3)
        with pytest.raises(SandboxFault, match="the fork server died 3 times"):
            execute([Cell("a = 1")], sandbox=sandbox)


def test_what_a_function_prints_while_it_is_probed_is_kept_too() -> None:
    cells = [Cell("a = 1\n", None, 1, "p"), Cell("def f(x):\n    print('y' * x)\n", None, 3, "q")]
    probe = Probe("q", "one", (Put("x", 7000), Call("y", "f", ("x",)), Read("y")))
    printed = execute(cells, [Wanted("p", ("a",))], [probe]).printed
    assert printed.total_bytes == 7001


# -- what somebody else has killed, and what does not end ------------------------------------------

SLEEPS = "import time\ntime.sleep(0.6)\na = 1\n"


def kill(process: int) -> None:
    """Kill the process of a descriptor, if it is still there."""
    with suppress(ProcessLookupError):
        signal.pidfd_send_signal(process, signal.SIGKILL)
    os.close(process)


def with_kills(monkeypatch: pytest.MonkeyPatch, sandbox: Sandbox, most: int) -> None:
    """So many children are killed while the program is at work, by somebody who is not told."""
    child = sandbox.child
    kills = iter(range(most))

    def killed(modules: tuple[str, ...], limits: Limits) -> ChildProcess:
        process = child(modules, limits)
        if next(kills, None) is not None:
            Timer(0.3, partial(kill, os.dup(process._process))).start()
        return process

    monkeypatch.setattr(sandbox, "child", killed)


def test_a_program_that_somebody_else_kills_is_run_once_more_and_loses_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with Sandbox() as sandbox:
        with_kills(monkeypatch, sandbox, most=1)
        found = execute([Cell(SLEEPS, None, 1, "p")], [Wanted("p", ("a",))], sandbox=sandbox)
    assert found.values == {("p", "a"): Returned(1)}
    assert found.incidents == ()


def test_a_program_that_is_killed_each_time_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    with Sandbox() as sandbox:
        with_kills(monkeypatch, sandbox, most=40)
        found = execute([Cell(SLEEPS, None, 1, "p")], [Wanted("p", ("a",))], sandbox=sandbox)
    assert [(one.place, one.kind, one.message) for one in found.incidents] == [
        ("line 2", "crash", "SIGKILL")
    ]


def test_a_statement_that_is_known_not_to_end_is_not_waited_for_as_long_again() -> None:
    cell = Cell("while True: pass\na = 1\n", None, 1, "p")
    limits = Limits(call_seconds=3)
    first = execute([cell], [Wanted("p", ("a",))], limits=limits)
    assert first.stopped == ((0, 0),)
    assert [one.message for one in first.incidents] == ["3 s"]
    again = execute([cell], [Wanted("p", ("a",))], limits=limits, slow=frozenset(first.stopped))
    assert [one.message for one in again.incidents] == ["1 s"]
    assert again.values == first.values == {("p", "a"): Returned(1)}
