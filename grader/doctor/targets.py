"""What the attacks aim at, made for them and looked at from outside."""

from __future__ import annotations

import ctypes
import os
import resource
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np

from grader.sandbox import kernel

VARIABLE = "GRADER_DOCTOR_SECRET"
OPEN_FILES = 77
_MODE = 0o644
_DETACH = 2


class Targets:
    """A secret in several places, servers that listen, a process, and places to write to.

    It is a context manager, which removes all of it. The secret is in the environment before a
    sandbox is started, as an operator's would be.
    """

    def __init__(self) -> None:
        token = secrets.token_hex(8)
        self.secret = f"secret-{secrets.token_hex(16)}"
        self._open = ExitStack()
        self.folder = Path(tempfile.mkdtemp(prefix="grader-doctor-"))
        self._open.callback(shutil.rmtree, self.folder, ignore_errors=True)
        self.folder.chmod(0o755)
        self.secret_file = self.folder / "secret.txt"
        self.secret_file.write_text(self.secret, encoding="ascii")
        self.secret_file.chmod(_MODE)
        left_open = os.open(self.secret_file, os.O_RDONLY)
        self._open.callback(os.close, left_open)
        os.set_inheritable(left_open, True)
        self.mount_point = self.folder / "mount"
        self.mount_point.mkdir()
        self._memory = ctypes.create_string_buffer(self.secret.encode())
        os.environ[VARIABLE] = self.secret
        self._open.callback(os.environ.pop, VARIABLE, None)
        self.by_tcp = self._listen(socket.AF_INET, ("127.0.0.1", 0))
        self.by_path = self._listen(socket.AF_UNIX, str(self.folder / "socket"))
        self.by_name = self._listen(socket.AF_UNIX, f"\0grader-doctor-{token}")
        self.victim = self._start_victim()
        self.package_file = Path(np.__file__).parent / f"grader_doctor_{token}.py"
        self.left_file = Path(tempfile.gettempdir()) / f"grader-doctor-{token}"
        self.left_memory = Path("/dev/shm") / f"grader-doctor-{token}"

    @property
    def aim(self) -> dict[str, Any]:
        """What an attack is told; the secret is not part of it."""
        return {
            "folder": str(self.folder),
            "secret_file": str(self.secret_file),
            "mount_point": str(self.mount_point),
            "grader": os.getpid(),
            "address": ctypes.addressof(self._memory),
            "length": len(self.secret),
            "victim": self.victim.pid,
            "open_files": OPEN_FILES,
            "port": self.by_tcp.getsockname()[1],
            "socket": self.by_path.getsockname(),
            "name": self.by_name.getsockname()[1:].decode(),
            "package_file": str(self.package_file),
            "left_file": str(self.left_file),
            "left_memory": str(self.left_memory),
        }

    def _listen(self, family: int, address: Any) -> socket.socket:
        server = self._open.enter_context(socket.socket(family))
        server.bind(address)
        server.listen()
        server.setblocking(False)
        return server

    def _start_victim(self) -> subprocess.Popen[bytes]:
        victim = subprocess.Popen(
            [sys.executable, "-S", "-c", "import time; time.sleep(600)"],
            stdin=subprocess.DEVNULL,
            env={VARIABLE: self.secret},
        )
        self._open.callback(victim.wait)
        self._open.callback(victim.kill)
        return victim

    def file_is_changed(self) -> bool:
        """Whether the secret file has another text or mode than it had; mends it."""
        text, mode = self.secret_file.read_text("utf-8"), self.secret_file.stat().st_mode
        if text == self.secret and mode & 0o777 == _MODE:
            return False
        self.secret_file.write_text(self.secret, encoding="ascii")
        self.secret_file.chmod(_MODE)
        return True

    def victim_is_dead(self) -> bool:
        """Whether the process has ended, which it does not by itself; starts another."""
        try:
            self.victim.wait(timeout=0.02)  # a signal takes a moment
        except subprocess.TimeoutExpired:
            return False
        self.victim = self._start_victim()
        return True

    def victim_is_limited(self) -> bool:
        """Whether the limit that an attack tries to set has been set."""
        limits = resource.prlimit(self.victim.pid, resource.RLIMIT_NOFILE)
        return limits == (OPEN_FILES, OPEN_FILES)

    def is_mounted(self) -> bool:
        """Whether something is mounted where nothing was; takes it away."""
        if not self.mount_point.is_mount():
            return False
        kernel.unmount(str(self.mount_point), _DETACH)
        return True

    def was_written(self) -> bool:
        """Whether one of the files that an attack leaves is there; removes them."""
        found = [p for p in (self.package_file, self.left_file, self.left_memory) if p.exists()]
        for path in found:
            path.unlink()
        return bool(found)

    def __enter__(self) -> Targets:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.is_mounted()
        self.was_written()
        self._open.close()


def was_called(server: socket.socket) -> bool:
    """Whether somebody has connected to a server since the last time."""
    try:
        server.accept()[0].close()
    except BlockingIOError:
        return False
    return True
