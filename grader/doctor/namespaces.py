"""Which namespaces a process can take here, tried in throwaway processes.

Run as a program of its own (``python -m grader.doctor.namespaces``), since a process that has other
threads cannot take a user namespace. It prints JSON: why it failed by name, empty where it works.
"""

from __future__ import annotations

import contextlib
import json
import os
import socket
from collections.abc import Callable
from functools import partial

from grader.sandbox import kernel

FLAGS = {
    "user": kernel.CLONE_NEWUSER,
    "mount": kernel.CLONE_NEWNS,
    "pid": kernel.CLONE_NEWPID,
    "net": kernel.CLONE_NEWNET,
    "ipc": kernel.CLONE_NEWIPC,
}
OWN_UID = "own uid"

_MOST_SAID = 1000
_FREE_UID = 1_899_999_999
_RECURSIVE, _PRIVATE = 16384, 1 << 18


def take(name: str) -> None:
    """Takes a namespace, by way of a user namespace if need be, and uses it. Raises OSError."""
    uid, gid = os.geteuid(), os.getegid()
    needs_user = name == "user" or uid != 0
    kernel.call("unshare", FLAGS[name] | (kernel.CLONE_NEWUSER if needs_user else 0))
    if needs_user:
        _write("/proc/self/setgroups", "deny")
        _write("/proc/self/uid_map", f"{uid} {uid} 1")
        _write("/proc/self/gid_map", f"{gid} {gid} 1")
    if name == "mount":
        kernel.mount("none", "/", "none", _RECURSIVE | _PRIVATE)
        kernel.mount("tmpfs", "/mnt", "tmpfs", 0, "size=4k")
    elif name == "pid":
        failed = _in_a_process(_expect_pid_1)
        if failed:
            raise OSError(failed)
    elif name == "net" and (seen := {each for _, each in socket.if_nameindex()} - {"lo"}):
        raise OSError(f"interfaces of the machine are still there: {', '.join(sorted(seen))}")


def take_uid() -> None:
    """Changes to a uid that nobody has, with no way back. Raises OSError."""
    os.setgroups([])
    os.setresgid(_FREE_UID, _FREE_UID, _FREE_UID)
    os.setresuid(_FREE_UID, _FREE_UID, _FREE_UID)
    with contextlib.suppress(PermissionError):
        os.setuid(0)
        raise OSError("root's uid could be taken back")


def _expect_pid_1() -> None:
    if os.getpid() != 1:
        raise OSError(f"the first process has the pid {os.getpid()}")


def _write(path: str, text: str) -> None:
    with open(path, "w", encoding="ascii") as file:  # noqa: PTH123  (one write, no more)
        file.write(text)


def _in_a_process(action: Callable[[], None]) -> str:
    """Why an action failed in a process of its own; empty if it did not."""
    readable, writable = os.pipe()
    pid = os.fork()
    if pid == 0:
        said = "it ended early"
        try:
            action()
            said = ""
        except OSError as error:
            said = error.strerror or str(error)
        finally:
            os.write(writable, said.encode())
            os._exit(0)
    os.close(writable)
    said = os.read(readable, _MOST_SAID).decode("utf-8", "replace")
    os.close(readable)
    os.waitpid(pid, 0)
    return said


def main() -> None:
    """Tries everything, and prints what came of it."""
    found = {name: _in_a_process(partial(take, name)) for name in FLAGS}
    found[OWN_UID] = _in_a_process(take_uid)
    print(json.dumps(found))


if __name__ == "__main__":
    main()
