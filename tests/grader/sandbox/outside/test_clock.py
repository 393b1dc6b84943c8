"""A program is charged with what it does itself, and not with what else the machine does."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest

from grader.sandbox.outside.clock import PATIENCE_UNSEEN, Clock, Reading, Spent, spent
from grader.sandbox.outside.execution import execute
from grader.sandbox.outside.limits import Limits
from grader.sandbox.outside.outcome import Execution, OverLimit, Returned
from grader.sandbox.outside.program import Cell, Wanted
from grader.sandbox.outside.sandbox import Sandbox

START = Reading(wall=100.0, cpu=7.0, waited=3.0)


@pytest.mark.parametrize(
    ("after", "charged", "cpu"),
    [
        (Reading(105.0, 12.0, 3.0), 5.0, 5.0),  # it has computed
        (Reading(105.0, 7.0, 3.0), 5.0, 0.0),  # it has slept
        (Reading(105.0, 8.0, 7.0), 1.0, 1.0),  # it has waited for a processor
        (Reading(105.0, 8.0, 5.0), 3.0, 1.0),  # two seconds of each: computing, waiting, sleeping
        (Reading(105.0, 15.0, 3.0), 8.0, 8.0),  # two of its threads have computed
        (Reading(105.0, 8.0, 30.0), 1.0, 1.0),  # many of its threads have waited
        (Reading(105.0, 6.0, 2.0), 5.0, 0.0),  # clocks that went backwards are none
    ],
)
def test_what_is_charged_is_computing_or_time_in_which_nothing_was_in_the_way(
    after: Reading, charged: float, cpu: float
) -> None:
    assert spent(START, after) == Spent(charged, cpu)


def test_where_the_kernel_does_not_tell_of_waiting_the_clock_counts_in_part() -> None:
    before = START._replace(waited=None)
    assert spent(before, Reading(106.0, 8.0, None)) == Spent(6 / PATIENCE_UNSEEN, 1.0)
    assert spent(before, Reading(106.0, 12.0, None)) == Spent(5.0, 5.0)


def test_where_the_kernel_tells_nothing_the_clock_counts() -> None:
    before = Reading(100.0, None, None)
    assert spent(before, Reading(106.0, None, None)) == Spent(6.0, 0.0)


def test_a_process_is_read_while_it_lives_and_the_last_reading_stays_when_it_has_ended() -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
        descriptor = os.pidfd_open(process.pid)
        clock = Clock(descriptor)
        try:
            first = clock.read()
            assert first.cpu is not None
            assert first.waited is not None
            process.communicate(b"\n")
            last = clock.read()
            assert last.cpu is not None
            assert (last.cpu, last.waited) >= (first.cpu, first.waited)
            assert last.wall >= first.wall
        finally:
            clock.close()
            clock.close()
            os.close(descriptor)


# -- on a busy machine -----------------------------------------------------------------------------

BUSY = (
    "import os, sys\nos.sched_setaffinity(0, {int(sys.argv[1])})\n"
    "print(flush=True)\nwhile True: pass\n"
)
COMPUTES = (
    "import time\nbegan = time.process_time()\n"
    "while time.process_time() - began < 0.3: pass\na = 1\n"
    "began = time.process_time()\n"
)
LIMITS = Limits(call_seconds=0.6, total_seconds=1.5)


@contextmanager
def one_busy_core(others: int) -> Iterator[None]:
    """This process, and all that it starts, have one core, which they share with ``others``."""
    before = os.sched_getaffinity(0)
    core = min(before)
    command = [sys.executable, "-S", "-c", BUSY, str(core)]
    processes = []
    try:
        os.sched_setaffinity(0, {core})
        for _ in range(others):
            processes.append(subprocess.Popen(command, stdout=subprocess.PIPE))
        for process in processes:
            assert process.stdout is not None
            process.stdout.readline()
        yield
    finally:
        os.sched_setaffinity(0, before)
        for process in processes:
            with suppress(ProcessLookupError):
                process.kill()
            process.communicate()


def run(source: str, sandbox: Sandbox) -> Execution:
    cells = [Cell(source, None, 1, "p")]
    return execute(cells, [Wanted("p", ("a", "b"))], limits=LIMITS, sandbox=sandbox)


def test_a_program_that_computes_meets_no_limit_because_others_compute_too() -> None:
    source = COMPUTES + "while time.process_time() - began < 0.3: pass\nb = 2\n"
    with one_busy_core(others=4), Sandbox() as sandbox:
        busy = run(source, sandbox)
    assert list(busy.values.values()) == [Returned(1), Returned(2)]
    assert (busy.incidents, busy.limits_met) == ((), ())


@pytest.mark.parametrize(
    ("line", "met"), [("time.sleep(30); b = 1", "time"), ("while True: b = 1", "cpu")]
)
def test_a_program_that_sleeps_or_never_ends_is_stopped_on_a_busy_machine_too(
    line: str, met: str
) -> None:
    with one_busy_core(others=2), Sandbox() as sandbox:
        found = run(f"import time\na = 1\n{line}\n", sandbox)
    assert found.values["p", "a"] == Returned(1)
    assert found.limits_met == (met,)
    (incident,) = found.incidents
    assert incident.outcome == OverLimit("time", "0.6 s", "line 3")
