"""What attacks are after: real secrets, sockets, processes and files, made to be attacked.

Each is watched from outside, so that what an attack says of itself is not all that is known of it.
"""

from __future__ import annotations

import ctypes
import fcntl
import os
import resource
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import Any

from grader.sandbox import kernel

SECRET = "GRADER_ATTACKED_SECRET"
"""The environment variable that holds what must not be read."""

SIGNAL = signal.SIGURG
"""By default it is ignored, so that an attack on every process does not harm the machine."""

MODULE = "bystander"
"""A module in a folder of packages, which programs may import and must not overwrite."""

PROJECT = Path(__file__).resolve().parents[2]

_ANYBODY_MAY_TRACE = (0x59616D61, -1)  # PR_SET_PTRACER: what Yama forbids is not for us to show
_CHILD_SUBREAPER = 36

_VICTIM = """
import ctypes, os, signal, sys
signal.signal(signal.SIGURG, lambda *_: os.write(1, b"!"))
ctypes.CDLL(None).prctl(0x59616d61, ctypes.c_ulong(2**64 - 1), 0, 0, 0)
secret = ctypes.create_string_buffer(os.environ["GRADER_ATTACKED_SECRET"].encode())
os.write(1, f"{ctypes.addressof(secret)}\\n".encode())
sys.stdin.read()
"""


class Targets:
    """Everything that one grader's process has to lose. It is a context manager."""

    def __init__(self, *, everybody: int) -> None:
        """``everybody`` is whom a signal to all processes is sent to: -1, or a group."""
        self.everybody = everybody
        self.secret = os.environ[SECRET]
        self.folder = Path(tempfile.mkdtemp(prefix="attacked-"))
        self.folder.chmod(0o755)
        self.site = Path(tempfile.mkdtemp(prefix="attacked-")) / "site-packages"
        self.submission = self.folder / "work" / "submission.py"
        name = f"attack-{secrets.token_hex(8)}"
        self.outside = [Path("/tmp") / name, Path("/dev/shm") / name]
        self._files: dict[Path, tuple[int, int, bytes]] = {}
        self._signals = 0
        self._memory = ctypes.create_string_buffer(self.secret.encode())
        self._make_files()
        with (self.folder / "answers.json").open("rb") as answers:
            # the first descriptors are taken in every child
            self._answers = fcntl.fcntl(answers, fcntl.F_DUPFD_CLOEXEC, 20)
        self._listeners = {
            "tcp": _listening(socket.AF_INET, ("127.0.0.1", 0)),
            "unix": _listening(socket.AF_UNIX, str(self.folder / "listener")),
            "abstract": _listening(socket.AF_UNIX, f"\0{name}"),
        }
        self._victim = subprocess.Popen(
            [sys.executable, "-S", "-c", _VICTIM], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        assert self._victim.stdout is not None
        self._victim_address = int(self._victim.stdout.readline())
        os.set_blocking(self._victim.stdout.fileno(), False)
        signal.signal(SIGNAL, self._count)
        with suppress(OSError):  # a kernel without Yama does not know it
            kernel.prctl(*_ANYBODY_MAY_TRACE)
        kernel.prctl(_CHILD_SUBREAPER, 1)  # a daemon does not get lost
        self.reset()

    @property
    def told(self) -> dict[str, Any]:
        """What every attack knows of its targets; more than a student would."""
        return {
            "folder": str(self.folder),
            "project": str(PROJECT),
            "answers": str(self.folder / "answers.json"),
            "key": str(self.folder / "key"),
            "other": str(self.folder / "other_student.py"),
            "notes": str(self.folder / "notes.txt"),
            "made": str(self.folder / "made"),
            "outside": list(map(str, self.outside)),
            "port": self._listeners["tcp"].getsockname()[1],
            "unix": str(self.folder / "listener"),
            "abstract": self._listeners["abstract"].getsockname().decode(),
            "grader": os.getpid(),
            "grader_address": ctypes.addressof(self._memory),
            "answers_descriptor": self._answers,
            "victim": self._victim.pid,
            "victim_address": self._victim_address,
            "everybody": self.everybody,
            "secret_bytes": len(self.secret),
            "signal": int(SIGNAL),
        }

    @property
    def own_processes(self) -> set[int]:
        """The processes of ours that may be there after an attack."""
        return {os.getpid(), self._victim.pid}

    def harm(self) -> list[str]:
        """What has happened since the last reset, as seen from outside."""
        found = []
        now = self._snapshot()
        for path in sorted({*self._files, *now}):
            if path not in now:
                found.append(f"gone: {path.name}")
            elif path not in self._files:
                found.append(f"appeared: {path.name}")
            elif now[path] != self._files[path]:
                found.append(f"changed: {path.name}")
        found += [f"appeared: {path.parent}" for path in self.outside if path.exists()]
        found += [f"connected: {name}" for name, one in self._listeners.items() if _accepts(one)]
        if self._signals:
            found.append("signalled: grader")
        assert self._victim.stdout is not None
        if self._victim.stdout.read():
            found.append("signalled: victim")
        if self._victim.poll() is not None:
            found.append("ended: victim")
        for name, pid in (("grader", 0), ("victim", self._victim.pid)):
            if resource.prlimit(pid, resource.RLIMIT_NOFILE) != self._open_files:
                found.append(f"limited: {name}")
        return found

    def reset(self) -> None:
        """Makes all as it was."""
        for path in self.outside:
            path.unlink(missing_ok=True)
        self._make_files()
        self._files = self._snapshot()
        self._signals = 0
        self._open_files = resource.getrlimit(resource.RLIMIT_NOFILE)
        resource.prlimit(self._victim.pid, resource.RLIMIT_NOFILE, self._open_files)

    def close(self) -> None:
        for listener in self._listeners.values():
            listener.close()
        os.close(self._answers)
        self._victim.kill()
        self._victim.communicate()
        for path in self.outside:
            path.unlink(missing_ok=True)
        for folder in (self.folder, self.site.parent):
            shutil.rmtree(folder)

    def _make_files(self) -> None:
        self.site.parent.chmod(0o755)
        self.site.mkdir(exist_ok=True)
        self.submission.parent.mkdir(exist_ok=True)
        for path, mode, text in (
            (self.folder / "answers.json", 0o644, self.secret),
            (self.folder / "other_student.py", 0o644, f"conv1d = '{self.secret}'\n"),
            (self.folder / "key", 0o600, self.secret),
            (self.folder / "notes.txt", 0o666, "to be kept"),
            (self.site / f"{MODULE}.py", 0o666, "kept = True\n"),
        ):
            path.write_text(text)
            path.chmod(mode)
        for path in (self.folder / "made", self.site / "planted.py"):
            path.unlink(missing_ok=True)

    def _snapshot(self) -> dict[Path, tuple[int, int, bytes]]:
        paths = [*self.folder.rglob("*"), *self.site.rglob("*")]
        return {
            path: (path.stat().st_mode, path.stat().st_mtime_ns, path.read_bytes())
            for path in paths
            if path.is_file() and path != self.submission
        }

    def _count(self, number: int, frame: FrameType | None) -> None:
        self._signals += 1

    def __enter__(self) -> Targets:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def descendants(pid: int) -> set[int]:
    """The processes below one, with itself, that have not ended."""
    below = children()
    found, todo = {pid}, [pid]
    while todo:
        more = below.get(todo.pop(), [])
        found.update(more)
        todo += more
    return found


def children() -> dict[int, list[int]]:
    """The processes of the machine that have not ended, by their parent."""
    found: dict[int, list[int]] = {}
    for entry in os.scandir("/proc"):
        if not entry.name.isdecimal():
            continue
        try:
            status = Path(entry.path, "stat").read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue
        state, parent = status.rpartition(")")[2].split()[:2]
        if state not in "ZX":
            found.setdefault(int(parent), []).append(int(entry.name))
    return found


def left_over(kept: set[int], seconds: float) -> set[int]:
    """The processes below this one but for the kept ones, once they have had time to end."""
    deadline = time.monotonic() + seconds
    while left := descendants(os.getpid()) - kept:
        if time.monotonic() > deadline:
            break
        time.sleep(0.01)
    return left


def _listening(family: int, address: Any) -> socket.socket:
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.bind(address)
    listener.listen()
    listener.setblocking(False)
    return listener


def _accepts(listener: socket.socket) -> bool:
    try:
        listener.accept()[0].close()
    except BlockingIOError:
        return False
    return True
