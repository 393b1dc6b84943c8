"""The grader's side of one child process: its start, the exchange of frames, and its end.

Nothing here knows what the frames mean. The next step in confinement replaces `ChildProcess` and
keeps its methods. This module is light, so that `start_early` can be called before the grader's own
imports.
"""

from __future__ import annotations

import fcntl
import os
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from grader.sandbox import wire

ENVIRONMENT = {
    "PYTHONHASHSEED": "0",
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "LANG": "C.UTF-8",
}
DRIVER = Path(__file__).with_name("driver.py")
CHANNEL_LOST = 81
"""The driver's exit code when a pipe was closed under it."""

_CHUNK = 1 << 18
_POLL_SECONDS = 0.05  # only where the kernel has no pidfd
_DRAIN_CHUNKS = 64


class Ending(NamedTuple):
    """How a process ended: exit code or name of the signal, and the CPU seconds that it used.

    ``was_alive`` says that it had not ended by itself, so that the signal was ours.
    """

    code: int | None
    signal: str | None
    cpu_seconds: float
    was_alive: bool


class Ready(NamedTuple):
    """What can be done without waiting: read bytes of an answer, see it closed, the end, write."""

    readable: bool
    closed: bool
    ended: bool
    writable: bool


class ChildEndedError(Exception):
    """The child's process ended before it answered."""


class TimedOutError(Exception):
    """The child did not answer in time."""


class FaultError(Exception):
    """The child's driver reports an error of its own; the message is the report."""


class ChildProcess:
    """A running child, from its start with exec to its removal. Use `close` in every case."""

    def __init__(self, log_bytes: int) -> None:
        """Starts an interpreter: clean environment, a session and an empty directory of its own."""
        self.log_bytes = log_bytes
        self.log = bytearray()
        self.printed_bytes = 0
        self.ending: Ending | None = None
        self._number = 0
        self._directory = tempfile.mkdtemp(prefix="submission-")
        request_out, self._request = _pipe()
        self._answer, answer_in = _pipe()
        self._log, log_in = _pipe()
        try:
            self._process = subprocess.Popen(
                [
                    sys.executable,
                    "-s",
                    "-S",
                    "-P",
                    "-B",
                    str(DRIVER),
                    str(request_out),
                    str(answer_in),
                ],
                cwd=self._directory,
                env=ENVIRONMENT,
                stdin=subprocess.DEVNULL,
                stdout=log_in,
                stderr=log_in,
                pass_fds=(request_out, answer_in),
                start_new_session=True,
            )
        except BaseException:
            for descriptor in (self._request, self._answer, self._log):
                os.close(descriptor)
            shutil.rmtree(self._directory, ignore_errors=True)
            raise
        finally:
            for descriptor in (request_out, answer_in, log_in):
                os.close(descriptor)
        for descriptor in (self._request, self._answer, self._log):
            os.set_blocking(descriptor, False)
        self._open = {self._answer, self._log}
        self._pid_descriptor = _pid_descriptor(self._process.pid)

    @property
    def pid(self) -> int:
        """The process id, which is also the id of the child's session and process group."""
        return self._process.pid

    def post(self, payload: bytes) -> None:
        """Sends a small request without waiting for the answer, which `collect` then takes."""
        self._number += 1
        data = wire.frame(wire.REQUEST, self._number, payload)
        if os.write(self._request, data) != len(data):
            raise ValueError(f"a posted request must fit into the pipe; it has {len(data)} bytes")

    def exchange(self, payload: bytes, seconds: float, max_bytes: int) -> bytes:
        """Sends one request and returns the payload of its answer, of at most ``max_bytes``.

        Raises TimedOutError, ChildEndedError (`close` then tells how), FaultError, and WireError
        when what came is not the answer's frame. After any of them the child must be closed.
        """
        if self._poll(0.0).readable:
            raise wire.WireError("bytes came before they were asked for")
        self._number += 1
        return self._converse(wire.frame(wire.REQUEST, self._number, payload), seconds, max_bytes)

    def collect(self, seconds: float, max_bytes: int) -> bytes:
        """The answer to a posted request, as for `exchange`."""
        return self._converse(b"", seconds, max_bytes)

    def close(self) -> Ending:
        """Kills the child's process group and removes its directory. May be called again."""
        if self.ending is not None:
            return self.ending
        was_alive = not self._has_ended()
        with suppress(ProcessLookupError, PermissionError):
            # not reaped yet, so that the group is still this child's
            os.killpg(self._process.pid, signal.SIGKILL)
        os.kill(self._process.pid, signal.SIGKILL)  # Popen.kill would reap it if it has ended
        _, status, usage = os.wait4(self._process.pid, 0)
        code = os.waitstatus_to_exitcode(status)
        self._process.returncode = code
        for _ in range(_DRAIN_CHUNKS):
            if self._log not in self._open or not self._drain():
                break
        for descriptor in (self._request, self._answer, self._log, self._pid_descriptor):
            if descriptor is not None:
                os.close(descriptor)
        shutil.rmtree(self._directory, ignore_errors=True)
        name = None
        if code < 0:
            try:
                name = signal.Signals(-code).name
            except ValueError:
                name = f"signal {-code}"
        cpu_seconds = usage.ru_utime + usage.ru_stime
        self.ending = Ending(None if code < 0 else code, name, cpu_seconds, was_alive)
        return self.ending

    def _converse(self, out: bytes, seconds: float, max_bytes: int) -> bytes:
        deadline = time.monotonic() + seconds
        unsent = memoryview(out)
        header, payload = bytearray(), bytearray()
        kind, length = 0, -1
        while True:
            if length < 0 and len(header) == wire.HEADER.size:
                kind, length = wire.read_header(header, self._number, max_bytes)
            if length == len(payload):
                break
            left = deadline - time.monotonic()
            if left <= 0:
                raise TimedOutError
            ready = self._poll(left, want_write=bool(unsent))
            if ready.writable:
                unsent = self._write(unsent)
            if ready.readable or ready.closed:
                target, size = (header, wire.HEADER.size) if length < 0 else (payload, length)
                if not self._receive(target, size - len(target)):
                    raise ChildEndedError
            elif ready.ended:
                raise ChildEndedError
        if kind == wire.FAULT:
            raise FaultError(str(wire.decode(payload)))
        if kind != wire.ANSWER:
            raise wire.WireError(f"an answer was expected, a frame of kind {kind} came")
        return bytes(payload)

    def _poll(self, seconds: float, *, want_write: bool = False) -> Ready:
        """Waits until something happens, and takes what was printed."""
        poll = select.poll()
        for descriptor in self._open:
            poll.register(descriptor, select.POLLIN)
        if want_write:
            poll.register(self._request, select.POLLOUT)
        if self._pid_descriptor is not None:
            poll.register(self._pid_descriptor, select.POLLIN)
        else:
            seconds = min(seconds, _POLL_SECONDS)
        events = dict(poll.poll(seconds * 1000))
        if self._log in events:
            self._drain()
        if self._pid_descriptor is not None:
            ended = self._pid_descriptor in events
        else:
            ended = self._has_ended()
        answer = events.get(self._answer, 0)
        readable = bool(answer & select.POLLIN)
        return Ready(readable, bool(answer) and not readable, ended, self._request in events)

    def _has_ended(self) -> bool:
        flags = os.WEXITED | os.WNOHANG | os.WNOWAIT
        return os.waitid(os.P_PID, self._process.pid, flags) is not None

    def _write(self, unsent: memoryview) -> memoryview:
        try:
            return unsent[os.write(self._request, unsent[:_CHUNK]) :]
        except BlockingIOError:
            return unsent
        except BrokenPipeError:
            raise ChildEndedError from None

    def _receive(self, target: bytearray, count: int) -> bool:
        """Whether the answer pipe is still open at the other end."""
        try:
            data = os.read(self._answer, min(count, _CHUNK))
        except BlockingIOError:
            return True
        target += data
        if data:
            return True
        self._open.discard(self._answer)
        if self._pid_descriptor is not None:
            # closed: usually because the process ends, which then shows in its status
            poll = select.poll()
            poll.register(self._pid_descriptor, select.POLLIN)
            poll.poll(200)
        return False

    def _drain(self) -> bool:
        """Takes what was printed, so that the child never waits for it; whether there was any."""
        try:
            data = os.read(self._log, _CHUNK)
        except BlockingIOError:
            return False
        if not data:
            self._open.discard(self._log)
            return False
        self.printed_bytes += len(data)
        self.log += data[: max(0, self.log_bytes - len(self.log))]
        return True


def _pipe() -> tuple[int, int]:
    """A pipe (read end, write end) above the descriptors that the child moves its ends to."""
    ends = []
    for descriptor in os.pipe():
        ends.append(fcntl.fcntl(descriptor, fcntl.F_DUPFD_CLOEXEC, 10))
        os.close(descriptor)
    return ends[0], ends[1]


def _pid_descriptor(pid: int) -> int | None:
    if not hasattr(os, "pidfd_open"):
        return None
    try:
        return os.pidfd_open(pid)
    except OSError:
        return None
