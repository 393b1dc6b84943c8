"""A program's process that is started anew and confined by nothing: it needs pipes and threads.

The same frames pass as with a child of a fork server. What Windows cannot do with a pipe, to wait
for several at a time and to read what is there, threads do here, one for each pipe.
"""

from __future__ import annotations

import json
import os
import queue
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from grader.sandbox.outside.clock import Spent
from grader.sandbox.outside.forkserver import DRIVER, ENVIRONMENT, START_SECONDS, MissingModuleError
from grader.sandbox.outside.limits import Limits
from grader.sandbox.outside.nursery import (
    ChildEndedError,
    Ending,
    TimedOutError,
    answers_in,
    frame_in,
)
from grader.sandbox.outside.outcome import SandboxFault
from grader.sandbox.outside.view import OWN_PACKAGES, site_directories
from grader.sandbox.wire import frames as wire

_NO_WINDOWS = {"MPLBACKEND": "Agg"}
"""A plot that opened a window would wait for somebody to close it."""

_CHUNK, _MOST_CHUNKS = 1 << 18, 64
_LOOK_SECONDS = 0.1
_PLACE_SECONDS, _PLACE_BYTES = 0.5, 64
_GONE_SECONDS = 2.0
_LEFT_ALONE = 10
"""How often all that a program may take has to pass before its process ends without its grader."""

_CRASHES = {0xC0000005: "SIGSEGV", 0xC00000FD: "SIGSEGV", 0xC0000409: "SIGABRT"}
"""How Windows tells of an access violation, a stack that overflowed, and an abort."""


class PlainProcess:
    """A process of `inside/alone.py`, from its start to its end. Use `close` in every case.

    Attributes:
        spent: the time on the clock that the answers took that were awaited last.
        log_bytes: how much of what it prints is kept.
    """

    def __init__(self, modules: tuple[str, ...], limits: Limits) -> None:
        """Starts it, and returns at once; it imports while the caller goes on (see `begin`)."""
        self.log = bytearray()
        self.printed_bytes = 0
        self.log_bytes = limits.log_bytes
        self.spent = Spent(0.0, 0.0)
        self.ending: Ending | None = None
        self._number = 0  # of the request that was answered last
        self._came = bytearray()
        self._folder = Path(tempfile.mkdtemp(prefix="grader-"))
        own = {key: text for key, text in os.environ.items() if not key.startswith("PYTHON")}
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-s", "-S", "-P", "-B", str(DRIVER)],
                bufsize=0,
                cwd=self._folder,
                env=own | ENVIRONMENT | _NO_WINDOWS,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                start_new_session=True,
                creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
            )
        except BaseException:
            shutil.rmtree(self._folder, ignore_errors=True)
            raise
        self._unsent: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._answers: queue.Queue[bytes] = queue.Queue(_MOST_CHUNKS)
        self._threads = [
            threading.Thread(target=each, args=(pipe,), daemon=True)
            for each, pipe in (
                (self._write_on, self._process.stdin),
                (self._read_answers, self._process.stdout),
                (self._read_log, self._process.stderr),
            )
        ]
        for each in self._threads:
            each.start()
        torch = "torch" in modules
        plan = {
            "modules": modules,
            "path": list(map(str, site_directories(sys.path))),
            "hidden": sorted(OWN_PACKAGES),
            "limits": limits.resources(torch=torch),
            "seconds": _LEFT_ALONE * (2 * limits.total_seconds + 3 * limits.import_seconds),
        }
        self._unsent.put(json.dumps(plan).encode() + b"\n")

    @property
    def has_ended(self) -> bool:
        """Whether its process has ended by now."""
        return self._process.poll() is not None

    def begin(self) -> None:
        """Waits for the imports. Raises MissingModuleError and SandboxFault, and is then closed."""
        deadline = time.monotonic() + START_SECONDS
        try:
            while b"\n" not in self._came:
                self._came += self._next_bytes(deadline)
            line, _, rest = bytes(self._came).partition(b"\n")
            told = json.loads(line)
        except (ChildEndedError, TimedOutError, ValueError):
            self.close()
            said = bytes(self.log[-1000:]).decode("utf-8", "replace").strip()
            raise SandboxFault(
                f"the process for the program did not start; it said: {said!r}"
            ) from None
        if "missing" in told:
            self.close()
            raise MissingModuleError(told["missing"])
        self._came = bytearray(rest)

    def send(self, payload: bytes) -> None:
        """As `Child.send`."""
        self.spent = Spent(0.0, 0.0)
        if self._came or not self._answers.empty():
            raise wire.WireError("bytes came before they were asked for")
        self._unsent.put(wire.frame(wire.REQUEST, self._number + 1, payload))

    def receive(self, seconds: float, max_bytes: int, most: int) -> list[bytes]:
        """As `Child.receive`; all the time on the clock is charged."""
        began = time.monotonic()
        try:
            kind, payload = self._next_frame(began + seconds, max_bytes)
        finally:
            self.spent = Spent(time.monotonic() - began, 0.0)
        answers = answers_in(kind, payload, most)
        self._number += len(answers)
        return answers

    def place(self) -> Any:
        """As `Child.place`; None where the system has no signal to ask with."""
        ask = getattr(signal, "SIGUSR1", None)
        if ask is None or self._came or not self._answers.empty():
            return None
        try:
            self._process.send_signal(ask)
            deadline = time.monotonic() + _PLACE_SECONDS
            kind, payload = self._next_frame(deadline, _PLACE_BYTES)
            return wire.decode(payload) if kind == wire.PLACE else None
        except (ChildEndedError, TimedOutError, wire.WireError, OSError):
            return None

    def close(self) -> Ending:
        """Kills it, and what it has started, if it lives. May be called again."""
        if self.ending is not None:
            return self.ending
        was_alive = self._process.poll() is None
        self._kill()
        code = self._process.wait()
        self._let_go()
        self.ending = _ending(code, was_alive=was_alive)
        return self.ending

    def leave(self) -> None:
        """As `close`: there is nobody else who would wait for its end."""
        self.close()

    def _kill(self) -> None:
        if hasattr(os, "killpg"):  # else it is Windows, where what it has started is not ours
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)
        self._process.kill()

    def _let_go(self) -> None:
        """Ends the threads, which the pipes do, and closes these."""
        self._unsent.put(b"")
        deadline = time.monotonic() + _GONE_SECONDS
        pipes = (self._process.stdin, self._process.stdout, self._process.stderr)
        for thread, pipe in zip(self._threads, pipes, strict=True):
            while thread.is_alive() and time.monotonic() < deadline:
                with suppress(queue.Empty):  # it may wait for room
                    self._answers.get_nowait()
                thread.join(_LOOK_SECONDS / 10)
            if pipe is not None and not thread.is_alive():  # else somebody else holds its other end
                with suppress(OSError):
                    pipe.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _next_frame(self, deadline: float, max_bytes: int) -> tuple[int, bytes]:
        while (found := frame_in(self._came, self._number + 1, max_bytes)) is None:
            self._came += self._next_bytes(deadline)
        return found

    def _next_bytes(self, deadline: float) -> bytes:
        """What comes next. Raises ChildEndedError and TimedOutError."""
        while True:
            has_ended = self.has_ended
            left = deadline - time.monotonic()
            try:
                data = self._answers.get(timeout=max(0.0, min(left, _LOOK_SECONDS)))
            except queue.Empty:
                if has_ended:  # though something that it has started holds the pipe
                    raise ChildEndedError from None
                if left <= 0:
                    raise TimedOutError from None
                continue
            if not data:
                with suppress(subprocess.TimeoutExpired):
                    self._process.wait(2 * _LOOK_SECONDS)
                raise ChildEndedError
            return data

    def _write_on(self, pipe: IO[bytes]) -> None:
        with suppress(OSError, ValueError):  # the process has ended, which shows elsewhere
            while data := memoryview(self._unsent.get()):
                while data:
                    data = data[pipe.write(data) :]

    def _read_answers(self, pipe: IO[bytes]) -> None:
        with suppress(OSError, ValueError):
            while data := pipe.read(_CHUNK):
                self._answers.put(data)
        self._answers.put(b"")

    def _read_log(self, pipe: IO[bytes]) -> None:
        with suppress(OSError, ValueError):
            while data := pipe.read(_CHUNK):
                self.printed_bytes += len(data)
                self.log += data[: max(0, self.log_bytes - len(self.log))]


def _ending(code: int, *, was_alive: bool) -> Ending:
    """How a process ended, of which Python says ``code``."""
    if code in _CRASHES:
        return Ending(None, _CRASHES[code], 0.0, was_alive)
    if code >= 0:
        return Ending(code, None, 0.0, was_alive)
    try:
        name = signal.Signals(-code).name
    except ValueError:
        name = f"signal {-code}"
    return Ending(None, name, 0.0, was_alive)
