"""Runs each attack of `hostile` in a sandbox, and judges from outside whether it got through."""

from __future__ import annotations

import inspect
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from grader.doctor import hostile
from grader.doctor.processes import descendants
from grader.doctor.targets import Targets, was_called
from grader.sandbox.outside.execution import execute
from grader.sandbox.outside.outcome import (
    Ended,
    Execution,
    Outcome,
    OverLimit,
    Returned,
    SandboxFault,
)
from grader.sandbox.outside.program import Cell, Limits, Wanted
from grader.sandbox.outside.sandbox import NUMPY_MODULES, Sandbox

LIMITS = Limits(
    call_seconds=5.0,
    total_seconds=10.0,
    cpu_seconds=5,
    memory_bytes=64 * 1024**2,
    result_bytes=1024**2,
    restarts=0,
)
# For what never ends; all attacks are defined before it, which takes a while on a loaded machine.
_SHORT = Limits(call_seconds=0.5, total_seconds=10.0, cpu_seconds=5, restarts=0)
_PATIENCE_SECONDS = 30.0

Verdict = Literal["stopped", "got-through", "unproven"]


@dataclass(frozen=True)
class Attack:
    """One attack, and how it is judged.

    Args:
        program: what is tried, of `hostile`.
        got: whether what the program returned is what it sought.
        harmed: whether the effect can be seen from outside.
        stopped_by: what has to be seen when it fails: an error that refuses it, nothing to be
            found, or a limit or the end of the program.
        limits: what it may use.
    """

    program: Callable[[hostile.Aim], object]
    got: Callable[[Any, Targets], bool] = lambda evidence, _: bool(evidence)
    harmed: Callable[[Targets, Sandbox], bool] = lambda _targets, _sandbox: False
    stopped_by: Literal["error", "nothing", "crash", "time", "memory", "result"] = "error"
    limits: Limits = LIMITS

    @property
    def key(self) -> str:
        """The name by which reports know it."""
        return self.program.__name__.replace("_", "-")

    @property
    def title(self) -> str:
        """What it tries, in a few words."""
        return (inspect.getdoc(self.program) or "").rstrip(".")


@dataclass(frozen=True)
class Attempt:
    """How an attack went, and by what that was seen."""

    key: str
    title: str
    verdict: Verdict
    detail: str


def _has_secret(evidence: Any, targets: Targets) -> bool:
    return targets.secret in str(evidence)


def _file_is_changed(targets: Targets, _: Sandbox) -> bool:
    return targets.file_is_changed()


def _victim_is_dead(targets: Targets, _: Sandbox) -> bool:
    return targets.victim_is_dead()


def _was_written(targets: Targets, _: Sandbox) -> bool:
    return targets.was_written()


def _spoiled_next(_: Targets, sandbox: Sandbox) -> bool:
    return not honest_program_is_right(sandbox)


ATTACKS = (
    Attack(hostile.read_password_file),
    Attack(hostile.read_secret_file, got=_has_secret),
    Attack(hostile.read_through_link, got=_has_secret),
    Attack(hostile.list_folder),
    Attack(hostile.truncate_file, harmed=_file_is_changed),
    Attack(hostile.change_mode, harmed=_file_is_changed),
    Attack(hostile.read_environment, got=_has_secret, stopped_by="nothing"),
    Attack(hostile.read_process_environment, got=_has_secret),
    Attack(hostile.read_grader_memory_file, got=_has_secret),
    Attack(hostile.read_grader_memory, got=_has_secret),
    Attack(hostile.trace_process),
    Attack(hostile.list_processes),
    Attack(hostile.import_grader),
    Attack(hostile.limit_process, harmed=lambda targets, _: targets.victim_is_limited()),
    Attack(hostile.kill_process, harmed=_victim_is_dead),
    Attack(hostile.kill_by_descriptor, harmed=_victim_is_dead),
    Attack(hostile.signal_everybody),
    Attack(hostile.raise_limits),
    Attack(hostile.fork),
    Attack(hostile.execute),
    Attack(hostile.connect_by_tcp, harmed=lambda targets, _: was_called(targets.by_tcp)),
    Attack(hostile.connect_by_path, harmed=lambda targets, _: was_called(targets.by_path)),
    Attack(hostile.connect_by_name, harmed=lambda targets, _: was_called(targets.by_name)),
    Attack(hostile.find_descriptors, stopped_by="nothing"),
    Attack(hostile.write_package, harmed=_was_written),
    Attack(hostile.leave_file, harmed=_was_written),
    Attack(hostile.leave_shared_memory, harmed=_was_written),
    Attack(hostile.fill_disk),
    Attack(hostile.become_root),
    Attack(hostile.take_user_namespace),
    Attack(hostile.mount, harmed=lambda targets, _: targets.is_mounted()),
    Attack(hostile.add_key),
    Attack(hostile.start_io_uring),
    Attack(hostile.outlive_grader),
    Attack(hostile.leave_thread, stopped_by="nothing"),
    Attack(hostile.spoil_libraries, harmed=_spoiled_next, stopped_by="nothing"),
    Attack(hostile.forge_frame, stopped_by="crash"),
    Attack(hostile.return_too_much, stopped_by="result"),
    Attack(hostile.take_memory, stopped_by="memory"),
    Attack(hostile.never_end, stopped_by="time", limits=_SHORT),
)


def attempts(
    sandbox: Sandbox, targets: Targets, attacks: tuple[Attack, ...] = ATTACKS
) -> Iterator[Attempt]:
    """Runs the attacks one after the other."""
    text = Path(hostile.__file__).read_text(encoding="utf-8")
    source = f"exec({text!r}, globals())"  # one statement, and so one question to the child
    for attack in attacks:
        verdict, detail = _run(attack, source, sandbox, targets)
        yield Attempt(attack.key, attack.title, verdict, detail)


def _run(attack: Attack, source: str, sandbox: Sandbox, targets: Targets) -> tuple[Verdict, str]:
    aim = targets.aim | {
        "memory_bytes": attack.limits.memory(torch=False),
        "result_bytes": attack.limits.result_bytes,
    }
    call = f"found = attempt({attack.program.__name__}, {aim!r})"
    before = _processes(sandbox)
    started = time.monotonic()
    try:
        execution = execute(
            [Cell(source), Cell(call)],
            [Wanted("attack", ("found",))],
            limits=attack.limits,
            sandbox=sandbox,
        )
    except SandboxFault as fault:
        return "unproven", f"the sandbox failed: {fault}"
    seconds = time.monotonic() - started
    if attack.harmed(targets, sandbox):
        return "got-through", "its effect was seen from outside"
    if _processes(sandbox) != before:
        return "got-through", "it left a process, or ended one"
    if seconds > _PATIENCE_SECONDS:
        return "got-through", f"it held the grader up for {seconds:.0f} s"
    return _judged(attack, execution, targets)


def _processes(sandbox: Sandbox) -> int:
    """How many processes the sandbox has, its fork server among them, when it has no work."""
    sandbox.empty()
    return len(descendants(sandbox.server(NUMPY_MODULES).pid))


def _judged(attack: Attack, execution: Execution, targets: Targets) -> tuple[Verdict, str]:
    """The verdict on what the program returned, or how it ended."""
    if execution.printed.total_bytes:  # none of ours prints: another program has
        return "got-through", f"printed: {execution.printed.text[:40]!r}"
    outcome = execution.values["attack", "found"]
    match outcome:
        case Returned(value=("got", evidence)):
            if attack.got(evidence, targets):
                return "got-through", "it got what it sought"
            if attack.stopped_by == "nothing":
                return "stopped", "nothing there"
        case Returned(value=("stopped", str(name))) if attack.stopped_by == "error":
            return "stopped", f"refused ({name})"
        case OverLimit(limit=limit, value=value) if attack.stopped_by == limit:
            return "stopped", f"{limit} limit, {value}"
        case Ended(how="crash") if attack.stopped_by == "crash":
            return "stopped", "the program was ended"
    return "unproven", _seen(outcome)


def _seen(outcome: Outcome) -> str:
    text = str(outcome)
    return text if len(text) <= 100 else f"{text[:99]}…"


def honest_program_is_right(sandbox: Sandbox) -> bool:
    """Whether a program that does no harm gives the value that it should."""
    source = (
        "import math, numpy as np\nx = [sum([1, 2]), math.pi > 3, int(np.sum([[3, 4], [5, 6]]))]"
    )
    try:
        execution = execute([Cell(source)], [Wanted("honest", ("x",))], sandbox=sandbox)
    except SandboxFault:
        return False
    return execution.values["honest", "x"] == Returned([3, True, 18])
