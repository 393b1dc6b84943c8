"""The whole examination: the machine, the levels, the sandbox at the level chosen, the attacks."""

from __future__ import annotations

import importlib.util
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass

from grader.doctor.attacks import Attempt, attempts, honest_program_is_right
from grader.doctor.finding import Finding
from grader.doctor.machine import Machine, advice, look, try_levels
from grader.doctor.own_file import finds_the_same_python, try_own_file
from grader.doctor.processes import descendants, threads
from grader.doctor.targets import Targets
from grader.sandbox.outside.execution import execute
from grader.sandbox.outside.forkserver import ForkServerLostError, MissingModuleError
from grader.sandbox.outside.outcome import SandboxFault
from grader.sandbox.outside.program import Cell, Wanted
from grader.sandbox.outside.sandbox import (
    NUMPY_MODULES,
    TORCH_MODULES,
    NoSandboxError,
    Sandbox,
)
from grader.sandbox.wire.level import REDUCED

WELL, GOT_THROUGH, NO_LEVEL = 0, 1, 2

_JOBS = 15
_IMPORT_SECONDS = 120


@dataclass(frozen=True)
class Running:
    """The sandbox at work.

    Args:
        interpreter: whether programs reach the same Python and NumPy as the grader.
        zygote_threads: of each fork server, by what it is for; it cannot fork with more than one.
        import_seconds: of a module in a fresh process; None where it was not measured.
        job_seconds: the median of some small jobs: fork, confine, run, read a value, end.
        honest_after: whether an honest program is right after all attacks.
    """

    interpreter: Finding
    zygote_threads: Mapping[str, int]
    import_seconds: Mapping[str, float | None]
    job_seconds: float
    honest_after: bool


@dataclass(frozen=True)
class Examination:
    """All that was found. Without a level nothing was run, and ``why_none`` says why.

    Args:
        machine: what it offers.
        levels: each level, tried.
        level: the one at which programs are run here; None if there is none.
        why_none: the reasons, where there is none.
        running: the sandbox at that level.
        attempts: how the attacks went.
        advice: what to change so that a level, or a better one, can be had.
        own_file: without a level, whether a file of one's own is checked; else None.
    """

    machine: Machine
    levels: Mapping[str, Finding]
    level: str | None
    why_none: str
    running: Running | None
    attempts: tuple[Attempt, ...]
    advice: tuple[str, ...]
    own_file: Finding | None = None

    @property
    def status(self) -> int:
        """The exit status: WELL, GOT_THROUGH or NO_LEVEL."""
        if self.running is None:
            return NO_LEVEL
        stopped = all(attempt.verdict == "stopped" for attempt in self.attempts)
        works = self.running.interpreter.works and self.running.honest_after
        return WELL if stopped and works else GOT_THROUGH


def examine(level: str | None = None, *, torch: bool = False) -> Examination:
    """Examines the machine and the sandbox at a level, or at the best; Linux only.

    With ``torch`` its import is measured and its fork server is started too.
    """
    machine = look()
    levels = try_levels()
    best = next((each for each, found in levels.items() if found.works), None)
    advised = advice(machine) if best is None or best in REDUCED else ()
    with Targets() as targets, Sandbox(level) as sandbox:
        try:
            chosen = sandbox.level
            sandbox.server(NUMPY_MODULES)
            measured = _measured(sandbox, torch=torch)
        except (NoSandboxError, MissingModuleError, ForkServerLostError, SandboxFault) as error:
            why = str(error)
            return Examination(machine, levels, None, why, None, (), advised, try_own_file())
        tried = tuple(attempts(sandbox, targets))
        running = Running(*measured, honest_after=honest_program_is_right(sandbox))
        return Examination(machine, levels, chosen, "", running, tried, advised)


def _measured(
    sandbox: Sandbox, *, torch: bool
) -> tuple[Finding, dict[str, int], dict[str, float | None], float]:
    """What `Running` tells but its last."""
    zygotes = {"numpy": _zygote_threads(sandbox, NUMPY_MODULES)}
    imports: dict[str, float | None] = {"numpy": _import_seconds("numpy")}
    if importlib.util.find_spec("torch") is not None:
        imports["torch"] = _import_seconds("torch") if torch else None
        if torch:
            zygotes["torch"] = _zygote_threads(sandbox, TORCH_MODULES)
    return finds_the_same_python(sandbox), zygotes, imports, _job_seconds(sandbox)


def _zygote_threads(sandbox: Sandbox, modules: tuple[str, ...]) -> int:
    """The threads of a fork server without children: the last of its line of processes."""
    sandbox.empty()
    return threads(descendants(sandbox.server(modules).pid)[-1])


def _import_seconds(module: str) -> float | None:
    """How long an import takes in a fresh process; None where it fails."""
    program = f"from time import perf_counter as now; t = now(); import {module}; print(now() - t)"
    run = subprocess.run(
        [sys.executable, "-c", program],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=_IMPORT_SECONDS,
        check=False,
    )
    return float(run.stdout) if run.returncode == 0 else None


def _job_seconds(sandbox: Sandbox) -> float:
    seconds = []
    for _ in range(_JOBS):
        started = time.perf_counter()
        execute([Cell("x = 1")], [Wanted("job", ("x",))], sandbox=sandbox)
        seconds.append(time.perf_counter() - started)
    return statistics.median(seconds)
