"""The pipes between the child and the grader: requests come, and answers go.

Loaded by path in the child. What is needed later is bound at import, as in `session`.
"""

from __future__ import annotations

import os
from marshal import loads
from os import _exit, fstat, getpid, read, write

from ..wire import frames

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

CHANNEL_LOST = 81  # as in nursery.py
_get_blocking = getattr(os, "get_blocking", None)  # on Windows since Python 3.12


class Channel:
    """The pipes to and from the grader: a list of requests comes, and an answer to each goes.

    An answer is kept back until all have been given, or it is a lasting request's and another such
    comes next: it is then known outside at which of them a program hangs.
    """

    def __init__(self, source: int, sink: int) -> None:
        self.source = source
        self.sink = sink
        self.number = 0
        self.kept_back: list[bytes] = []
        self.kept_bytes = 0
        self.pipes = self._pipes()
        self.pid = getpid()

    def receive(self) -> Any:
        """The next requests; ends the process when there are none."""
        header = self._take(frames.HEADER.size)
        _, length = frames.read_header(header, self.number + 1, 2**40)
        return loads(self._take(length))  # noqa: S302  (the grader's, which the child trusts)

    def answer(self, answer: bytes) -> None:
        """The answer to the next request, which `flush` sends."""
        self.kept_back.append(answer)
        self.kept_bytes += len(answer)

    def flush(self) -> None:
        """Sends the answers that were kept back.

        A process that has closed, replaced or changed a pipe ends, while its doing so can be
        placed. A copy that the program made of itself ends too, since only one may answer.
        """
        if not self.kept_back:
            return
        if self._pipes() != self.pipes or getpid() != self.pid:
            _exit(CHANNEL_LOST)
        answers, self.kept_back, self.kept_bytes = self.kept_back, [], 0
        self._send(frames.ANSWER, frames.joined(answers))
        self.number += len(answers)

    def fault(self, report: bytes) -> None:
        """Says that the driver has failed at the next request."""
        self.flush()
        self._send(frames.FAULT, report)

    def tell_place(self, place: bytes) -> None:
        """Says where the program is, of which the time has run out: the grader has asked."""
        self._send(frames.PLACE, place)

    def _send(self, kind: int, payload: bytes) -> None:
        data = memoryview(frames.frame(kind, self.number + 1, payload))
        while data:
            try:
                data = data[write(self.sink, data) :]
            except OSError:
                _exit(CHANNEL_LOST)

    def _pipes(self) -> list[tuple[int, int, bool] | None]:
        found: list[tuple[int, int, bool] | None] = []
        for descriptor in (self.source, self.sink):
            try:
                status = fstat(descriptor)
                waits = _get_blocking is None or _get_blocking(descriptor)
            except OSError:
                found.append(None)
            else:
                found.append((status.st_dev, status.st_ino, waits))
        return found

    def _take(self, count: int) -> bytearray:
        data = bytearray()
        while len(data) < count:
            try:
                part = read(self.source, min(count - len(data), 1 << 20))
            except OSError:
                _exit(CHANNEL_LOST)
            if not part:
                _exit(CHANNEL_LOST)
            data += part
        return data
