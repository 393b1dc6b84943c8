"""The grader's side of a fork server: its start at a level of confinement, its children, its end.

A zygote is started with exec, so that nothing of the grader's memory is in it. It is told what to
import and what of the machine to show, and then forks a child per program.
"""

from __future__ import annotations

import array
import json
import os
import select
import signal
import socket
import subprocess
import sys
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, NoReturn

from grader.sandbox.outside.exposure import Exposure
from grader.sandbox.wire.level import NO_LANDLOCK, ROOT, USER
from grader.sandbox.wire.protocol import ENDED, FORK, KILL, MAX_MESSAGE

ENVIRONMENT = {
    "PYTHONHASHSEED": "0",
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MALLOC_ARENA_MAX": "1",
    "LANG": "C.UTF-8",
}
DRIVER = Path(__file__).parents[1] / "inside" / "driver.py"
START_SECONDS = 120.0
ANSWER_SECONDS = 30.0

APART = (ROOT, USER, NO_LANDLOCK)
"""The levels at which each child has namespaces of its own."""

_MOST_SAID = 2000


class ForkServerLostError(Exception):
    """The zygote has gone, and its children with it: by no doing of the program's."""


class NotConfinedError(Exception):
    """The level cannot be had here; the message says why."""


class MissingModuleError(Exception):
    """A module that the programs need cannot be imported; the message is Python's."""


class Ended(NamedTuple):
    """How a child ended: wait status, CPU seconds, and whether it was alive until it was killed."""

    status: int
    cpu_seconds: float
    was_alive: bool


class Owed:
    """An answer of a zygote's that has not come yet: a message, and the descriptors with it."""

    def __init__(self) -> None:
        self.answer: tuple[bytes, list[int]] | None = None


class ForkServer:
    """A zygote of ours, from its start with exec to its end. Use `close` in every case."""

    def __init__(self, level: str, modules: tuple[str, ...], *, own_uid: bool = True) -> None:
        """Starts the zygote and returns at once; it imports while the caller goes on."""
        self.level = level
        self.modules = modules
        self._ready = False
        self._owed: deque[Owed] = deque()  # in the order in which it answers
        self._ending: Owed | None = None  # of the child whose end was begun last
        self._exposure = Exposure(level)
        self._said = _file_in_memory()
        plan = {"level": level, "modules": modules, "own_uid": own_uid, **self._exposure.plan}
        self._socket, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs, _file_in_memory() as told:
            told.write(json.dumps(plan).encode())
            told.seek(0)
            self._process = subprocess.Popen(
                [sys.executable, "-s", "-S", "-P", "-B", str(DRIVER), str(theirs.fileno())],
                cwd="/",
                env=ENVIRONMENT,
                stdin=told,
                stdout=self._said,
                stderr=self._said,
                pass_fds=(theirs.fileno(),),
                start_new_session=True,
            )

    @property
    def pid(self) -> int:
        """The process that was started; where the level has namespaces, the zygote is its child."""
        return self._process.pid

    @property
    def has_ended(self) -> bool:
        """Whether the process that was started is gone."""
        return self._process.poll() is not None

    def wait_until_ready(self) -> None:
        """Waits for the imports.

        Raises NotConfinedError, MissingModuleError and ForkServerLostError.
        """
        if self._ready:
            return
        answer = json.loads(self._receive(START_SECONDS)[0])
        if "missing" in answer:
            raise MissingModuleError(answer["missing"])
        if "failed" in answer:
            raise NotConfinedError(answer["failed"])
        self._ready = True

    @property
    def keeps_apart(self) -> bool:
        """Whether children do not meet: neither each other's processes nor one directory."""
        return self.level in APART

    def begin_fork(self, limits: dict[str, int], pipes: tuple[int, int, int]) -> Owed:
        """Has a child started with these ends of pipes (in, out, log): see `forked`.

        Raises as `wait_until_ready` does.
        """
        self.wait_until_ready()
        rights = (socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", pipes))
        return self._ask(FORK + json.dumps(limits).encode(), [rights])

    def forked(self, owed: Owed) -> tuple[int, int]:
        """The pid of a child whose start was begun, and a descriptor of it.

        The pid is the one that the zygote knows. Raises ForkServerLostError.
        """
        message, descriptors = self._await(owed)
        return int(message), descriptors[0]

    def end(self, pid: int) -> Ended:
        """Makes sure that a child is gone. Raises ForkServerLostError."""
        ended = Ended(*ENDED.unpack(self._await(self._ask(KILL + str(pid).encode()))[0]))
        self._exposure.tidy()
        return ended

    def begin_end(self, pid: int) -> None:
        """Has a child ended, before anything else that is asked for. Raises ForkServerLostError.

        That it has is not waited for (see `wait_for_ends`), unless it leaves files behind.
        """
        if self.keeps_apart:
            self._ending = self._ask(KILL + str(pid).encode())
        else:
            self.end(pid)

    def wait_for_ends(self) -> None:
        """Waits until the children are gone whose end was begun. Raises ForkServerLostError."""
        if self._ending is not None:
            self._await(self._ending)
            self._ending = None

    def close(self) -> None:
        """Ends the zygote and all its children. May be called again."""
        if self._process.poll() is None:
            # its children are of namespaces below its own, or die with it
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.kill()
            self._process.wait()
        self._socket.close()
        self._said.close()
        self._exposure.close()

    def _ask(self, message: bytes, rights: Sequence[Any] = ()) -> Owed:
        try:
            self._socket.sendmsg([message], rights)
        except OSError:
            self._lose()
        self._owed.append(Owed())
        return self._owed[-1]

    def _await(self, owed: Owed) -> tuple[bytes, list[int]]:
        while owed.answer is None:
            if not self._owed:
                self._lose()
            answer = self._receive(ANSWER_SECONDS)
            self._owed.popleft().answer = answer
        return owed.answer

    def _receive(self, seconds: float) -> tuple[bytes, list[int]]:
        """The zygote's next message, and the descriptors that came with it."""
        poll = select.poll()
        poll.register(self._socket, select.POLLIN)
        if not poll.poll(seconds * 1000):
            self._lose()
        room = socket.CMSG_SPACE(array.array("i").itemsize)
        try:
            message, ancillary, _, _ = self._socket.recvmsg(MAX_MESSAGE, room)
        except OSError:
            message = b""
        if not message:
            self._lose()
        descriptors = array.array("i")
        for _, _, data in ancillary:
            descriptors.frombytes(data)
        return message, descriptors.tolist()

    def _lose(self) -> NoReturn:
        """Ends what is left of the zygote, and says what it said."""
        text = ""
        if not self._said.closed:
            self._said.seek(0)
            text = self._said.read(_MOST_SAID).decode("utf-8", "replace")
        self.close()
        raise ForkServerLostError(text.strip() or f"status {self._process.returncode}") from None


def _file_in_memory() -> BinaryIO:
    """A file of no directory, since there may be none to write to."""
    return open(os.memfd_create("grader"), "w+b")  # noqa: PTH123  (it has no path)
