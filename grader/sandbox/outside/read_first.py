"""A child that reads a program as far as that goes, and runs it once something has to be run."""

from __future__ import annotations

import marshal
from collections.abc import Callable
from functools import cache
from importlib.machinery import SourceFileLoader
from types import ModuleType
from typing import Any

from grader.sandbox.outside.clock import Spent
from grader.sandbox.outside.forkserver import DRIVER, START_SECONDS
from grader.sandbox.outside.nursery import Child, Ending

_ANY_BYTES = 2**40
_NOTHING = Spent(0.0, 0.0)


class ReadFirst:
    """Answers from the source of a program alone, and starts a process where that is not enough.

    The process is then asked once more what has been answered by then, and goes on. What is read is
    answered by the same functions as in a process, which are loaded as there: so it says the same.
    """

    def __init__(self, start: Callable[[], Child]) -> None:
        """``start`` gives a process that waits for requests."""
        self._start = start
        self._child: Child | None = None
        self._program: Any = _side_of_the_child().Unrun()
        self._payload = b""
        self._requests: list[tuple[str, tuple[Any, ...]]] = []
        self._answered = 0  # of these requests
        self._before: list[tuple[bytes, int]] = []  # earlier lists, and how many were answered
        self._known = 0  # answers that the process gives once more

    @property
    def spent(self) -> Spent:
        """As `Child.spent`; nothing for what is read."""
        return _NOTHING if self._child is None else self._child.spent

    @property
    def log(self) -> bytearray:
        """As `Child.log`."""
        return bytearray() if self._child is None else self._child.log

    @property
    def printed_bytes(self) -> int:
        """As `Child.printed_bytes`."""
        return 0 if self._child is None else self._child.printed_bytes

    def send(self, payload: bytes) -> None:
        """As `Child.send`."""
        if self._child is not None:
            self._child.send(payload)
            return
        if self._payload:
            self._before.append((self._payload, self._answered))
        self._payload, self._requests = payload, list(marshal.loads(payload))  # noqa: S302  (ours)
        self._answered = 0

    def receive(self, seconds: float, max_bytes: int, most: int) -> list[bytes]:
        """As `Child.receive`; raises MissingModuleError and SandboxFault where no process starts.

        What it takes to start one, and to have it know what is known, is on nobody's account.
        """
        if self._child is None:
            answer = self._program.answered(*self._requests[self._answered])
            if answer is not None and len(answer) <= max_bytes:
                self._answered += 1
                return [answer]
            self._child = self._start()
            self._tell(self._child)
        while True:
            extra = _ANY_BYTES if self._known else 0
            answers = self._child.receive(seconds, max_bytes + extra, most + self._known)
            new = answers[self._known :]
            self._known = max(0, self._known - len(answers))
            if new:
                return new

    def _tell(self, child: Child) -> None:
        """Asks a process what has been answered without it, and what is asked at present."""
        for payload, count in self._before:
            child.send(payload)
            left = count
            while left:
                left -= len(child.receive(START_SECONDS, _ANY_BYTES, left))
        child.send(self._payload)
        self._known = self._answered

    def place(self) -> Any:
        """As `Child.place`."""
        return None if self._child is None else self._child.place()

    def close(self) -> Ending:
        """As `Child.close`."""
        if self._child is None:
            return Ending(None, "SIGKILL", 0.0, was_alive=True)
        return self._child.close()

    def leave(self) -> None:
        """As `Child.leave`."""
        if self._child is not None:
            self._child.leave()


@cache
def _side_of_the_child() -> ModuleType:
    """What answers without running anything, loaded by path as in a child."""
    driver = ModuleType("driver")
    driver.__file__ = str(DRIVER)
    SourceFileLoader(driver.__name__, str(DRIVER)).exec_module(driver)
    loaded: ModuleType = driver.load(str(DRIVER.parents[1]), driver.UNRUN)
    return loaded
