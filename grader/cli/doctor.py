"""``grader doctor``."""

from __future__ import annotations

import json
import sys
import textwrap
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NoReturn

import click

from grader.sandbox.outside.sandbox import NoSandboxError, require_linux
from grader.sandbox.outside.versions import NAMES, marking_versions

if TYPE_CHECKING:
    from rich.console import Console

    from grader.doctor.examination import Examination, Running
    from grader.doctor.finding import Finding
    from grader.doctor.machine import Machine

LEVEL_NAMES = {
    "A": "root: namespaces, a uid of its own, Landlock, seccomp",
    "B": "ordinary user: namespaces, Landlock, seccomp",
    "C": "container: Landlock and seccomp alone (reduced)",
    "D": "no Landlock: namespaces and seccomp (reduced)",
}
OVERRIDE = "For programs that you trust as your own: --unsafe-i-trust-this-code."

_NO_LEVEL = 2
_WIDTH = 80
_LABEL = 18


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--torch", is_flag=True, help="Also measure the import of PyTorch, which is slow.")
def command(as_json: bool, torch: bool) -> None:
    """Examine the sandbox of this machine, and attack it.

    Where there is none, it is said what works all the same.

    Exit status: 0 every attack was stopped, 1 one was not, 2 programs cannot be run apart here,
    3 a fault of the grader itself.
    """
    from rich.console import Console

    try:
        require_linux()
    except NoSandboxError as error:
        _tell_of_own_machine(str(error), as_json=as_json)
    from grader.doctor.examination import examine

    examination = examine(torch=torch)
    if as_json:
        click.echo(json.dumps(as_data(examination), indent=2, ensure_ascii=False))
    else:
        _print(examination, Console(highlight=False, soft_wrap=True))
    sys.exit(examination.status)


def _tell_of_own_machine(why: str, *, as_json: bool) -> NoReturn:
    """What works on a machine that has nothing to confine a program with."""
    from rich.console import Console

    from grader.doctor.own_file import limits_held, try_own_file

    own_file = try_own_file()
    if as_json:
        data = {
            "status": _NO_LEVEL,
            "level": None,
            "why_no_level": why,
            "machine": {
                "system": sys.platform,
                "interpreter": sys.prefix,
                "versions": {name: marking_versions(NAMES).get(name) for name in NAMES},
            },
            "own_file": _finding(own_file),
            "limits": list(limits_held()),
        }
        click.echo(json.dumps(data, indent=2, ensure_ascii=False))
    else:
        console = Console(highlight=False, soft_wrap=True)
        found = marking_versions(NAMES)
        versions = ((NAMES[name], found.get(name) or "not installed") for name in NAMES)
        _print_rows(console, "Marked with", versions)
        rows = _of_own_file(own_file, limits_held())
        _print_rows(console, "This machine", iter([("system", sys.platform), *rows]))
        console.print("\n".join(textwrap.wrap(f"{why}.", _WIDTH)), style="bold red", markup=False)
    sys.exit(_NO_LEVEL)


def _of_own_file(own_file: Finding, limits: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What is done with a file of one's own, and not with those of others."""
    if own_file.works:
        yield "grader check", "works for a file of your own: in a plain process, unconfined"
        yield "its limits", ", ".join(limits)
    else:
        yield "grader check", f"does not work: {own_file.reason}"
    yield "grader batch", "refused: programs of others cannot be kept apart from this machine"


def as_data(examination: Examination) -> dict[str, Any]:
    """The examination as plain data."""
    machine, running = examination.machine, examination.running
    return {
        "status": examination.status,
        "level": examination.level,
        "why_no_level": examination.why_none or None,
        "machine": {
            "kernel": machine.kernel,
            "architecture": machine.architecture,
            "uid": machine.uid,
            "interpreter": machine.interpreter,
            "versions": machine.versions,
            "in_container": machine.in_container,
            "namespaces": {name: _finding(each) for name, each in machine.namespaces.items()},
            "own_uid": _finding(machine.own_uid),
            "landlock_abi": machine.landlock_abi,
            "seccomp": machine.seccomp,
            "cgroup": _finding(machine.cgroup),
        },
        "levels": {level: _finding(each) for level, each in examination.levels.items()},
        "sandbox": running
        and {
            "interpreter": _finding(running.interpreter),
            "zygote_threads": dict(running.zygote_threads),
            "import_seconds": dict(running.import_seconds),
            "job_seconds": running.job_seconds,
            "honest_after": running.honest_after,
        },
        "attacks": [
            {"key": a.key, "title": a.title, "verdict": a.verdict, "detail": a.detail}
            for a in examination.attempts
        ],
        "advice": list(examination.advice),
        "own_file": examination.own_file and _finding(examination.own_file),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {"works": finding.works, "reason": finding.reason or None}


def _print(examination: Examination, console: Console) -> None:
    _print_rows(console, "Marked with", _of_versions(examination.machine))
    _print_rows(console, "Machine", _of_machine(examination.machine))
    _print_rows(console, "Levels", _of_levels(examination))
    if examination.running is None:
        _print_none(examination, console)
        return
    _print_rows(console, f"Sandbox at level {examination.level}", _of_running(examination.running))
    _print_attacks(examination, console)


def _of_versions(machine: Machine) -> Iterator[tuple[str, str]]:
    for name, version in machine.versions.items():
        yield NAMES[name], version or "not installed"


def _of_machine(machine: Machine) -> Iterator[tuple[str, str]]:
    yield "kernel", f"{machine.kernel}, {machine.architecture}"
    yield "user", "root" if machine.uid == 0 else f"uid {machine.uid}"
    if machine.in_container:
        yield "container", "it looks like one"
    for name, finding in machine.namespaces.items():
        yield f"{name} namespace", _worded(finding)
    yield "own uid", _worded(machine.own_uid)
    yield "Landlock", f"ABI {machine.landlock_abi}" if machine.landlock_abi else "no"
    yield "seccomp", "yes" if machine.seccomp else "no"
    yield "control groups", f"{_worded(machine.cgroup)} (not needed)"


def _worded(finding: Finding) -> str:
    return "yes" if finding.works else f"no: {finding.reason}"


def _of_levels(examination: Examination) -> Iterator[tuple[str, str]]:
    for level, finding in examination.levels.items():
        if finding.works:
            said = "chosen" if level == examination.level else "can be had"
            said += f", {finding.reason}" if finding.reason else ""
        else:
            said = f"no: {finding.reason}"
        yield level, f"{LEVEL_NAMES[level]}\n{said}"


def _of_running(running: Running) -> Iterator[tuple[str, str]]:
    yield "interpreter", "reached" if running.interpreter.works else running.interpreter.reason
    for name, count in running.zygote_threads.items():
        yield f"{name} server", f"{count} thread{'s' * (count != 1)}"
    for name, seconds in running.import_seconds.items():
        told = "not measured (--torch)" if seconds is None else f"{seconds:.2f} s"
        yield f"import {name}", told
    yield "small job", f"{running.job_seconds * 1000:.1f} ms, fork to end (median)"


def _print_rows(console: Console, title: str, rows: Iterator[tuple[str, str]]) -> None:
    console.print(title, style="bold")
    for label, text in rows:
        first = f"  {label:<{_LABEL}}"
        for paragraph in text.splitlines() or [""]:
            for line in textwrap.wrap(paragraph, _WIDTH - len(first)) or [""]:
                console.print(first + line, markup=False)
                first = " " * (_LABEL + 2)
    console.print()


def _print_attacks(examination: Examination, console: Console) -> None:
    running = examination.running
    assert running is not None
    console.print("Attacks", style="bold")
    failed = [attempt for attempt in examination.attempts if attempt.verdict != "stopped"]
    for attempt in examination.attempts:
        line = f"  {attempt.verdict:<12} {attempt.title}: {attempt.detail}"
        style = None if attempt.verdict == "stopped" else "bold red"
        console.print("\n".join(_wrapped(line)), style=style, markup=False)
    console.print()
    count = len(examination.attempts)
    if not running.honest_after:
        console.print("After them an honest program gave a wrong value.", style="bold red")
    if failed:
        said = f"{len(failed)} of {count} attacks got through, or were not seen to be stopped."
        console.print(said, style="bold red")
        console.print("Do not run programs of strangers here.", style="bold red")
    else:
        console.print(f"All {count} attacks were stopped.", style="bold green")
    for line in examination.advice:
        console.print("\n".join(textwrap.wrap(f"For a better level: {line}", _WIDTH)), markup=False)


def _print_none(examination: Examination, console: Console) -> None:
    some_level = any(finding.works for finding in examination.levels.values())
    why = examination.why_none if some_level else "no level can be had"
    said = f"Programs cannot be run apart here: {why}."
    console.print("\n".join(textwrap.wrap(said, _WIDTH)), style="bold red", markup=False)
    for line in (*examination.advice, OVERRIDE):
        console.print("\n".join(_wrapped(f"- {line}")), markup=False)
    if examination.own_file is not None:
        from grader.doctor.own_file import limits_held

        console.print()
        rows = _of_own_file(examination.own_file, limits_held())
        _print_rows(console, "A file of your own", rows)


def _wrapped(line: str) -> list[str]:
    indent = " " * (len(line) - len(line.lstrip()) + 2)
    return textwrap.wrap(line, _WIDTH, subsequent_indent=indent, drop_whitespace=True)
