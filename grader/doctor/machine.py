"""What the machine offers to a sandbox: found out by trying, as far as it can be tried."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import grader
from grader.doctor import namespaces
from grader.doctor.finding import Finding
from grader.sandbox.inside.confinement import landlock, seccomp
from grader.sandbox.outside.forkserver import ForkServer, ForkServerLostError, NotConfinedError
from grader.sandbox.outside.sandbox import candidates
from grader.sandbox.outside.versions import NAMES, marking_versions
from grader.sandbox.wire.level import LEVELS, USER

_SECONDS = 30

# setting: (the value that forbids user namespaces, a value that does not)
_SETTINGS = {
    "user.max_user_namespaces": ("0", "15000"),
    "kernel.unprivileged_userns_clone": ("0", "1"),
    "kernel.apparmor_restrict_unprivileged_userns": ("1", "0"),
}
_MARKS_OF_CONTAINERS = ("/.dockerenv", "/run/.containerenv")


@dataclass(frozen=True)
class Machine:
    """What was found.

    Args:
        kernel: its release, such as ``6.1.0``.
        architecture: such as ``x86_64``.
        uid: the user of the grader.
        interpreter: where Python is installed.
        versions: of Python and of the libraries that programs find; None for one that is missing.
        in_container: whether it looks as if this were a container.
        namespaces: by name (`namespaces.FLAGS`); without root, inside of a user namespace.
        own_uid: whether a program can be given a uid that nobody else has.
        landlock_abi: 0 if the kernel has none.
        seccomp: whether the kernel takes filters.
        cgroup: whether a control group can be made below the grader's own (nothing needs it).
        forbidding: settings of the kernel that forbid user namespaces, and values that do not.
    """

    kernel: str
    architecture: str
    uid: int
    interpreter: str
    versions: dict[str, str | None]
    in_container: bool
    namespaces: dict[str, Finding]
    own_uid: Finding
    landlock_abi: int
    seccomp: bool
    cgroup: Finding
    forbidding: dict[str, str]


def look() -> Machine:
    """Finds out what there is; Linux only."""
    tried = _tried()
    own_uid = tried.pop(namespaces.OWN_UID)
    return Machine(
        kernel=platform.release(),
        architecture=platform.machine(),
        uid=os.geteuid(),
        interpreter=sys.base_prefix,
        versions=_versions(),
        in_container=any(Path(path).exists() for path in _MARKS_OF_CONTAINERS),
        namespaces=tried,
        own_uid=own_uid,
        landlock_abi=landlock.abi(),
        seccomp=seccomp.is_available(),
        cgroup=_try_cgroup(),
        forbidding=dict(_forbidding()),
    )


def _versions() -> dict[str, str | None]:
    found = marking_versions(NAMES)
    return {name: found.get(name) for name in NAMES}


def _tried() -> dict[str, Finding]:
    """What `namespaces` found, in a process of its own."""
    run = subprocess.run(
        [sys.executable, "-S", "-B", "-m", namespaces.__name__],
        cwd="/",
        env={"PYTHONPATH": str(Path(grader.__file__).parents[1])},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=_SECONDS,
        check=True,
    )
    reasons: dict[str, str] = json.loads(run.stdout)
    return {name: Finding(not reason, reason) for name, reason in reasons.items()}


def _try_cgroup() -> Finding:
    """Makes a control group (version 2) below the grader's own, and removes it."""
    own = [line[3:] for line in _lines("/proc/self/cgroup") if line.startswith("0::")]
    mounts = [line.split() for line in _lines("/proc/self/mounts")]
    roots = [fields[1] for fields in mounts if fields[2] == "cgroup2"]
    if not own or not roots:
        return Finding(False, "control groups of version 2 are not mounted")
    group = Path(roots[0]) / own[0].lstrip("/")
    with suppress(OSError):
        controllers = (group / "cgroup.controllers").read_text(encoding="ascii").split()
        if missing := sorted({"memory", "pids"} - set(controllers)):
            return Finding(False, f"without the controllers {' and '.join(missing)}")
    trial = group / f"grader-doctor-{os.getpid()}"
    try:
        trial.mkdir()
        trial.rmdir()
    except OSError as error:
        return Finding(False, error.strerror or str(error))
    return Finding(True)


def _forbidding() -> Iterator[tuple[str, str]]:
    for name, (forbids, allows) in _SETTINGS.items():
        if _lines(f"/proc/sys/{name.replace('.', '/')}") == [forbids]:
            yield name, allows


def _lines(path: str) -> list[str]:
    """The lines of a file of the kernel's; none if it is not there."""
    try:
        return Path(path).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []


def try_levels() -> dict[str, Finding]:
    """Each level of confinement, with a zygote of its own that imports nothing more."""
    servers = [(level, ForkServer(level, (), own_uid=own)) for level, own in candidates()]
    found: dict[str, Finding] = {}
    try:
        for level, server in servers:  # they start at the same time
            if level in found and found[level].works:
                continue
            try:
                server.wait_until_ready()
            except (NotConfinedError, ForkServerLostError) as error:
                found[level] = Finding(False, str(error))
            else:
                reason = (
                    f"without a uid of its own: {found[level].reason}" if level in found else ""
                )
                found[level] = Finding(True, reason)
    finally:
        for _, server in servers:
            server.close()
    return {level: found[level] for level in LEVELS}


def advice(machine: Machine) -> tuple[str, ...]:
    """What to change so that a level, or a better one, can be had."""
    found = []
    if not machine.seccomp:
        found.append("The kernel needs seccomp filters (CONFIG_SECCOMP_FILTER).")
    if not machine.landlock_abi:
        found.append(
            "Landlock needs Linux 5.13 (level C: 6.2) and `landlock` in the kernel's parameter "
            "`lsm=`."
        )
    if not machine.namespaces["user"].works or not machine.namespaces["mount"].works:
        found += [
            f"User namespaces are forbidden by a setting; as root: sysctl -w {name}={value}"
            for name, value in machine.forbidding.items()
        ]
        if machine.in_container:
            found.append(
                "A container needs `--security-opt seccomp=unconfined --security-opt "
                "apparmor=unconfined` for namespaces (levels A, B, D); level C needs neither."
            )
        if machine.uid != 0 and not machine.forbidding:
            found.append(f"Level {USER} needs user namespaces for ordinary users.")
    return tuple(found)
