"""The levels of confinement, and the order in which a process gives its rights up.

A   root: namespaces, a uid of its own, Landlock, seccomp
B   an ordinary user: the same in a user namespace, without a uid of its own
C   a container: Landlock and seccomp alone; nothing can be written
D   no Landlock: namespaces and seccomp
-   none: resource limits alone, for code that the grader's user trusts
"""

from __future__ import annotations

import os
from contextlib import suppress

from ... import kernel
from ...wire.level import CONTAINER, LEVELS, NO_LANDLOCK, NONE, ROOT, USER
from .. import resources
from . import landlock, mounts, seccomp

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any


OLDEST_LANDLOCK = {ROOT: 1, USER: 1, CONTAINER: 3}
SCRATCH_BYTES, SCRATCH_FILES = 16 * 1024**2, 256

_NAMESPACES = (
    kernel.CLONE_NEWPID
    | kernel.CLONE_NEWNS
    | kernel.CLONE_NEWIPC
    | kernel.CLONE_NEWNET
    | kernel.CLONE_NEWUTS
)
_FIRST_UID = 1_900_000_000  # beyond what systems give to users and to their containers
_MOST_THREADS = 128
_SIGKILL = 9
_OOM_SCORE = "500"  # where the machine runs out of memory, a program goes before its grader
_FIRST_PID = 1


class Enclosure:
    """What is prepared once, in the zygote, for all its children."""

    def __init__(self, level: str, plan: Mapping[str, Any]) -> None:
        """Takes the namespaces that the level asks for, in a process that has just begun.

        The caller goes on as pid 1 of a namespace of its own; the process that called stays behind
        and ends when it does. Raises OSError where the level cannot be had.
        """
        if level not in (*LEVELS, NONE):
            raise OSError(f"{level} is no level")
        self.level = level
        self.read: list[str] = plan["read"]
        self.listed: list[str] = plan["listed"]
        self.hidden: list[str] = plan["hidden"]
        self.directory: str = plan["directory"]
        self.uid: int | None = None
        self._namespace = -1
        if level in OLDEST_LANDLOCK and landlock.abi() < OLDEST_LANDLOCK[level]:
            raise OSError(
                f"Landlock ABI {OLDEST_LANDLOCK[level]} is needed, "
                f"the kernel offers {landlock.abi() or 'none'}"
            )
        if level != NONE and not seccomp.is_available():
            raise OSError("the kernel takes no seccomp filters")
        is_root = os.geteuid() == 0
        if level == ROOT and not is_root:
            raise OSError("only root can have it")
        can_change_uid = is_root and (level != CONTAINER or plan["own_uid"])
        if can_change_uid and level in (ROOT, CONTAINER, NO_LANDLOCK):
            self.uid = _FIRST_UID + os.getpid()
        self._rules: landlock.Rules | None = None
        self._sizes: dict[str, int] = {}
        self._threads = _MOST_THREADS
        self._pid = 0
        if level in (ROOT, USER, NO_LANDLOCK):
            self._enter_namespaces(in_user_namespace=level == USER or not is_root)

    def _enter_namespaces(self, *, in_user_namespace: bool) -> None:
        uid, gid = os.geteuid(), os.getegid()
        flags = _NAMESPACES | (kernel.CLONE_NEWUSER if in_user_namespace else 0)
        kernel.call("unshare", flags)
        if in_user_namespace:
            _write("/proc/self/setgroups", "deny")
            _write("/proc/self/uid_map", f"{uid} {uid} 1")
            _write("/proc/self/gid_map", f"{gid} {gid} 1")
        inner = os.fork()
        if inner:
            _stand_by(inner)
        kernel.prctl(kernel.PR_SET_PDEATHSIG, _SIGKILL)
        # children go into namespaces below this one, so that none sees another
        self._namespace = os.open("/proc/self/ns/pid", os.O_RDONLY | os.O_CLOEXEC)
        self._root = mounts.build_root(self.read, self.hidden)

    @property
    def has_root(self) -> bool:
        """Whether the program sees a file system of its own."""
        return self._namespace >= 0

    def close_in(self) -> None:
        """Leaves the machine's own file system, after the last import that needs more of it.

        Raises RuntimeError if an import has started a thread: a fork would copy it half.
        """
        if len(os.listdir("/proc/self/task")) != 1:
            raise RuntimeError("an import has started a thread, so that the zygote cannot fork")
        read = mounts.topmost(os.path.realpath(path) for path in self.read)
        self._sizes = resources.own_sizes()
        self._threads = _MOST_THREADS + (_threads_of(os.getuid()) if self.uid is None else 0)
        self._pid = os.getpid()
        with suppress(OSError):  # a wish, which some containers do not grant
            _write("/proc/self/oom_score_adj", _OOM_SCORE)
        if self.level != NONE:
            kernel.drop_bounding_set()  # for the children; the zygote's own rights stay
        if self.has_root:
            mounts.enter_root(self._root)
        if self.level in OLDEST_LANDLOCK:
            scratch = [mounts.SCRATCH] if self.has_root else []
            self._rules = landlock.Rules(read, self.listed, mounts.DEVICES, scratch)
        kernel.prctl(kernel.PR_SET_DUMPABLE, 0)
        if self.has_root:
            seccomp.code(_FIRST_PID)  # for the children

    def fork(self) -> int:
        """As os.fork; the child is pid 1 of a namespace of its own where the level has them."""
        if not self.has_root:
            return os.fork()
        kernel.call("unshare", kernel.CLONE_NEWPID)
        child = os.fork()
        if child:
            kernel.call("setns", self._namespace, kernel.CLONE_NEWPID)
        return child

    def confine(self, limits: Mapping[str, int]) -> None:
        """Gives up, in a child, whatever a program does not need; there is no way back.

        The descriptors 0 to 4 are in their places, and there are no others. Raises OSError, and
        the child must then end.
        """
        if self.has_root:
            kernel.call("unshare", kernel.CLONE_NEWNS | kernel.CLONE_NEWIPC)
            mounts.mount_scratch(SCRATCH_BYTES, SCRATCH_FILES, self.uid)
        os.chdir(mounts.SCRATCH if self.has_root else self.directory)
        if self.level != NONE:
            if self.uid is not None:
                os.setgroups([])
                os.setresgid(self.uid, self.uid, self.uid)
                os.setresuid(self.uid, self.uid, self.uid)
            kernel.drop_capabilities()
            kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)
        kernel.prctl(kernel.PR_SET_PDEATHSIG, _SIGKILL)  # the change of uid has cleared it
        kernel.prctl(kernel.PR_SET_DUMPABLE, 0)
        if not self.has_root and os.getppid() != self._pid:
            raise OSError("the zygote has gone")
        self._limit(limits)
        if self._rules is not None:
            self._rules.restrict()
        if self.level != NONE:
            seccomp.install()

    def _limit(self, limits: Mapping[str, int]) -> None:
        own = self._sizes
        resources.set_limits(
            (
                ("AS", own["VmSize"] + limits["memory"]),
                ("DATA", own["VmData"] + limits["memory"]),
                ("CPU", limits["cpu"]),
                ("FSIZE", 0 if self.level == CONTAINER else limits["file"]),
                ("NOFILE", limits["open_files"]),
                ("STACK", 8 * 1024**2),
                ("CORE", 0),
                ("MEMLOCK", 0),
                ("MSGQUEUE", 0),
                ("NPROC", self._threads),  # the kernel does not hold root to it
            )
        )


def _threads_of(uid: int) -> int:
    """How many threads a user has, which the kernel may count with those of a program."""
    found = 0
    for entry in os.listdir("/proc"):
        if not entry.isdigit():
            continue
        try:
            if os.stat(f"/proc/{entry}").st_uid == uid:
                found += len(os.listdir(f"/proc/{entry}/task"))
        except OSError:  # it has ended meanwhile
            continue
    return found


def _write(path: str, text: str) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CLOEXEC)
    try:
        os.write(descriptor, text.encode())
    finally:
        os.close(descriptor)


def _stand_by(inner: int) -> None:
    """Waits for the zygote proper, and ends as it has."""
    for descriptor in range(3, 16):
        try:
            os.close(descriptor)
        except OSError:
            continue
    _, status = os.waitpid(inner, 0)
    os._exit(min(abs(os.waitstatus_to_exitcode(status)), 255))
