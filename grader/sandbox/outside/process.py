"""The grader's side of one child process: its start, the frames to and from it, and its end.

Nothing here knows what the frames mean.
"""

from __future__ import annotations

import os
import select
import signal
import time
from typing import Any, NamedTuple

from grader.sandbox.outside.clock import PATIENCE, Clock, Reading, Spent, spent
from grader.sandbox.outside.forkserver import ForkServer
from grader.sandbox.outside.nursery import (
    ChildEndedError,
    Ending,
    TimedOutError,
    answers_in,
    frame_in,
)
from grader.sandbox.wire import frames as wire

UNWATCHED_SECONDS = 0.02
"""For which an answer is awaited before the clocks are read, which takes some time itself."""

_PLACE_SECONDS, _PLACE_BYTES = 0.5, 64
_CHUNK = 1 << 18
_DRAIN_CHUNKS = 64


class Ready(NamedTuple):
    """What can be done without waiting: read bytes of an answer, see it closed, the end, write."""

    readable: bool
    closed: bool
    ended: bool
    writable: bool


NOTHING = Ready(readable=False, closed=False, ended=False, writable=False)


class ChildProcess:
    """A running child of a fork server, from its start to its end. Use `close` in every case.

    Attributes:
        spent: what the child has spent on the answers that were awaited last.
        log_bytes: how much of what it prints is kept.
    """

    def __init__(self, server: ForkServer, limits: dict[str, int]) -> None:
        """Has a child forked, which waits for requests. Raises as `ForkServer.begin_fork` does.

        It is there after `begin`.
        """
        self.log_bytes = 0
        self.log = bytearray()
        self.printed_bytes = 0
        self.ending: Ending | None = None
        self.spent = Spent(0.0, 0.0)
        self._has_begun = False
        self._watched: Reading | None = None
        self._server = server
        self._number = 0  # of the request that was answered last
        self._unsent = memoryview(b"")
        self._came = bytearray()  # what was read of answers that are not taken yet
        request_out, self._request = _pipe()
        self._answer, answer_in = _pipe()
        self._log, log_in = _pipe()
        try:
            self._owed = server.begin_fork(limits, (request_out, answer_in, log_in))
        except BaseException:
            self._close_pipes()
            raise
        finally:
            for descriptor in (request_out, answer_in, log_in):
                os.close(descriptor)
        for descriptor in (self._request, self._answer, self._log):
            os.set_blocking(descriptor, False)
        self._open = {self._answer, self._log}
        self._poller = select.poll()

    def begin(self) -> None:
        """Waits until the child is there. Raises ForkServerLostError, after which it is gone."""
        try:
            self._pid, self._process = self._server.forked(self._owed)
        except BaseException:
            self.forget()
            raise
        self._clock = Clock(self._process)
        self._has_begun = True
        for descriptor in (self._answer, self._log, self._process):
            self._poller.register(descriptor, select.POLLIN)

    @property
    def has_ended(self) -> bool:
        """Whether its process has ended by now."""
        return self._poll(0.0).ended

    def send(self, payload: bytes) -> None:
        """Begins to send a list of requests, the rest of which goes out while answers are awaited.

        Raises ChildEndedError, and WireError when something was said that nobody had asked for.
        After any error of this and of `receive` the child must be closed.
        """
        self.spent = Spent(0.0, 0.0)
        if self._has_spoken():
            raise wire.WireError("bytes came before they were asked for")
        unsent = memoryview(wire.frame(wire.REQUEST, self._number + 1, payload))
        self._unsent = self._write(unsent)

    def receive(self, seconds: float, max_bytes: int, most: int) -> list[bytes]:
        """Waits for answers to the next requests, ``most`` of them at most.

        Together they may have ``max_bytes``. The ``seconds`` are those that the child is charged
        with (see `clock`). Raises TimedOutError, ChildEndedError (`close` then tells how),
        FaultError, and WireError when what came is not a frame with such answers.
        """
        kind, payload = self._next_frame(seconds, max_bytes)
        answers = answers_in(kind, payload, most)
        self._number += len(answers)
        return answers

    def place(self) -> Any:
        """Where the program says that it is, of which the time has run out; None if it does not.

        It is whatever the child has sent, a decoded value of any form.
        """
        try:
            if self._has_spoken():  # an answer is under way
                return None
            # which `inside/whereabouts.py` waits for
            signal.pidfd_send_signal(self._process, signal.SIGUSR1)
            self._watched = None
            kind, payload = self._awaited_frame(_PLACE_SECONDS, time.monotonic(), _PLACE_BYTES)
            return wire.decode(payload) if kind == wire.PLACE else None
        except (ChildEndedError, TimedOutError, wire.WireError, OSError):
            return None

    def close(self) -> Ending:
        """Kills the child if it lives. May be called again. Raises ForkServerLostError."""
        if self.ending is not None:
            return self.ending
        try:
            ended = self._server.end(self._pid)
            self._drain_all()
        finally:
            self._release()
        code = os.waitstatus_to_exitcode(ended.status)
        name = None
        if code < 0:
            try:
                name = signal.Signals(-code).name
            except ValueError:
                name = f"signal {-code}"
        self.ending = Ending(None if code < 0 else code, name, ended.cpu_seconds, ended.was_alive)
        return self.ending

    def leave(self) -> None:
        """Has the child killed, whatever it does; what it has printed by now is kept.

        How it ended is not waited for. Raises ForkServerLostError.
        """
        if self.ending is not None:
            return
        try:
            self._server.begin_end(self._pid)
            self._drain_all()
        finally:
            self._release()

    def forget(self) -> None:
        """Lets go of a child whose fork server has ended, whether it has begun or not."""
        self._release()

    def _release(self) -> None:
        self._close_pipes()
        if self._has_begun:
            self._clock.close()
            os.close(self._process)
        elif self._owed.answer is not None:
            for descriptor in self._owed.answer[1]:
                os.close(descriptor)
        self.ending = Ending(None, "SIGKILL", 0.0, was_alive=True)  # until it is known better

    def _has_spoken(self) -> bool:
        """Whether there is something to read before anything was asked."""
        if self._came or self._answer not in self._open:
            return bool(self._came)
        try:
            return bool(os.read(self._answer, 1))
        except BlockingIOError:
            return False

    def _drain_all(self) -> None:
        for _ in range(_DRAIN_CHUNKS):
            if self._log not in self._open or not self._drain():
                return

    def _close_pipes(self) -> None:
        for descriptor in (self._request, self._answer, self._log):
            os.close(descriptor)

    def _next_frame(self, seconds: float, max_bytes: int) -> tuple[int, bytes]:
        """Its kind and its payload; what came after it is kept for the next."""
        began = time.monotonic()
        self._watched = None
        try:
            return self._awaited_frame(seconds, began, max_bytes)
        finally:
            self.spent = self._spent_since(began)

    def _spent_since(self, began: float) -> Spent:
        """What the child has spent, by the clock alone as long as it answers at once."""
        if self._watched is None:
            return Spent(min(time.monotonic() - began, UNWATCHED_SECONDS), 0.0)
        charged, cpu = spent(self._watched, self._clock.read())
        return Spent(UNWATCHED_SECONDS + charged, UNWATCHED_SECONDS + cpu)

    def _awaited_frame(self, seconds: float, began: float, max_bytes: int) -> tuple[int, bytes]:
        """The next frame, if it comes before the child is charged with ``seconds``.

        What is there by then is read all the same, since the grader may have been late.
        """
        deadline, latest = began + min(seconds, UNWATCHED_SECONDS), began + PATIENCE * seconds
        if self._unsent:
            self._unsent = self._write(self._unsent)
        while True:
            if (frame := frame_in(self._came, self._number + 1, max_bytes)) is not None:
                return frame
            left = deadline - time.monotonic()
            if left <= 0:
                if self._watched is None:
                    self._watched = self._clock.read()
                now = time.monotonic()
                left = min(seconds - self._spent_since(began).charged, latest - now)
                deadline = now + left
            ready = self._poll(max(0.0, left), want_write=bool(self._unsent))
            if left <= 0 and (ready == NOTHING or time.monotonic() >= latest):
                raise TimedOutError
            if ready.writable:
                self._unsent = self._write(self._unsent)
            if ready.readable or ready.closed:
                if not self._receive(self._came):
                    raise ChildEndedError
            elif ready.ended:
                raise ChildEndedError

    def _poll(self, seconds: float, *, want_write: bool = False) -> Ready:
        """Waits until something happens, and takes what was printed."""
        if want_write:
            self._poller.register(self._request, select.POLLOUT)
        events = dict(self._poller.poll(seconds * 1000))
        if want_write:
            self._poller.unregister(self._request)
        if self._log in events:
            self._drain()
        answer = events.get(self._answer, 0)
        readable = bool(answer & select.POLLIN)
        closed = bool(answer) and not readable
        return Ready(readable, closed, self._process in events, self._request in events)

    def _write(self, unsent: memoryview) -> memoryview:
        try:
            return unsent[os.write(self._request, unsent[:_CHUNK]) :]
        except BlockingIOError:
            return unsent
        except BrokenPipeError:
            raise ChildEndedError from None

    def _receive(self, target: bytearray) -> bool:
        """Whether the answer pipe is still open at the other end."""
        try:
            data = os.read(self._answer, _CHUNK)
        except BlockingIOError:
            return True
        target += data
        if data:
            return True
        self._forget(self._answer)
        # closed: usually because the process ends, which then shows in its status
        poll = select.poll()
        poll.register(self._process, select.POLLIN)
        poll.poll(200)
        return False

    def _forget(self, descriptor: int) -> None:
        self._open.discard(descriptor)
        self._poller.unregister(descriptor)

    def _drain(self) -> bool:
        """Takes what was printed, so that the child never waits for it; whether there was any."""
        try:
            data = os.read(self._log, _CHUNK)
        except BlockingIOError:
            return False
        if not data:
            self._forget(self._log)
            return False
        self.printed_bytes += len(data)
        self.log += data[: max(0, self.log_bytes - len(self.log))]
        return True


def _pipe() -> tuple[int, int]:
    """A pipe (read end, write end); no program that the grader starts inherits it."""
    return os.pipe2(os.O_CLOEXEC)
