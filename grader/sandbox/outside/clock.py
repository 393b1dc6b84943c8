"""How much time a child has had, seen from outside, whatever else keeps the machine busy.

A program is charged with the processor time that it has used, or with the time on the clock less
that in which it, or the grader that was to hear of it, waited for a processor, whichever is more:
one that computes is charged alike on a busy machine and on an idle one, and one that sleeps is
charged by the clock. Nothing of this is taken from what the child says.
"""

from __future__ import annotations

import os
import re
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

PATIENCE = 10
"""How often a limit may pass on the clock before a program is stopped in any case."""

PATIENCE_UNSEEN = 3
"""The same where the kernel does not tell how long a process has waited for a processor."""

_PROCESS_CLOCK = 2  # CPUCLOCK_SCHED; see clock_getcpuclockid(3)
_NANO = 1e-9
_SINGLE_THREAD_LINKS = 3  # of a folder with one folder in it
_MOST = 200  # bytes of a line of schedstat


class Spent(NamedTuple):
    """Seconds: those that are charged, and the processor time among them."""

    charged: float
    cpu: float


class Reading(NamedTuple):
    """The clocks at one moment, in seconds; None where the kernel does not tell.

    ``waited`` is how long the threads of the child, and this one, have been ready to run without a
    processor.
    """

    wall: float
    cpu: float | None
    waited: float | None


def spent(before: Reading, after: Reading) -> Spent:
    """What a child has spent between two readings."""
    wall = after.wall - before.wall
    if before.cpu is None or after.cpu is None:
        return Spent(wall, 0.0)
    cpu = max(0.0, after.cpu - before.cpu)
    if before.waited is None or after.waited is None:
        return Spent(max(cpu, wall / PATIENCE_UNSEEN), cpu)
    waited = max(0.0, after.waited - before.waited)
    return Spent(max(cpu, wall - waited), cpu)


class Clock:
    """The clocks of one child. Use `close` in every case."""

    def __init__(self, process: int) -> None:
        """``process`` is a descriptor of the child's process, which may have ended."""
        self._pid = _pid_of(process)
        self._own = _opened("/proc/thread-self/schedstat")
        self._child = None if self._pid is None else _opened(f"/proc/{self._pid}/schedstat")
        self._last: Reading | None = None

    def read(self) -> Reading:
        """The present state. Of a child that has ended, it is the last that was seen."""
        wall, cpu, waited = time.monotonic(), self._cpu(), self._waited()
        if self._last is not None:
            cpu = self._last.cpu if cpu is None else cpu
            waited = self._last.waited if waited is None else waited
        self._last = Reading(wall, cpu, waited)
        return self._last

    def close(self) -> None:
        """May be called again."""
        for descriptor in (self._own, self._child):
            if descriptor is not None:
                os.close(descriptor)
        self._own = self._child = None

    def _cpu(self) -> float | None:
        if self._pid is None:
            return None
        try:
            return time.clock_gettime((~self._pid << 3) | _PROCESS_CLOCK)
        except OSError:
            return None

    def _waited(self) -> float | None:
        if self._own is None or self._child is None:
            return None
        try:
            waited = _waited_in(self._own) + _waited_in(self._child)
            threads = f"/proc/{self._pid}/task"
            if Path(threads).stat().st_nlink > _SINGLE_THREAD_LINKS:
                waited += self._waited_by_others(threads)
        except OSError:
            return None
        return waited

    def _waited_by_others(self, threads: str) -> float:
        """How long the threads other than the first have waited."""
        waited = 0.0
        for thread in Path(threads).iterdir():
            descriptor = None if thread.name == str(self._pid) else _opened(f"{thread}/schedstat")
            if descriptor is not None:  # else it is the first, or has ended meanwhile
                with suppress(OSError):
                    waited += _waited_in(descriptor)
                os.close(descriptor)
        return waited


def _pid_of(process: int) -> int | None:
    """The number of a process in the grader's own namespace."""
    descriptor = _opened(f"/proc/self/fdinfo/{process}")
    if descriptor is None:
        return None
    found = re.search(rb"^Pid:\s*(\d+)$", os.read(descriptor, 4096), re.MULTILINE)
    os.close(descriptor)
    return int(found[1]) if found and int(found[1]) > 0 else None


def _opened(path: str) -> int | None:
    try:
        return os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return None


def _waited_in(descriptor: int) -> float:
    """The second number of a schedstat file, in seconds. Source: Documentation/scheduler."""
    return int(os.pread(descriptor, _MOST, 0).split()[1]) * _NANO
