"""Where the processes of programs come from, and what can be asked of one, whatever it is.

`sandbox.Sandbox` has them confined, `own_machine.OwnMachine` is for a student's own file where
nothing can be confined, and `own_file.OwnFile` takes the one or the other.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple, Protocol

from grader.sandbox.outside.clock import Spent
from grader.sandbox.outside.limits import Limits
from grader.sandbox.wire import frames as wire

CHANNEL_LOST = 81
"""The driver's exit code when a pipe was closed under it."""


class ChildEndedError(Exception):
    """The child's process ended before it answered."""


class TimedOutError(Exception):
    """The child did not answer in time."""


class FaultError(Exception):
    """The child's driver reports an error of its own; the message is the report."""


class Ending(NamedTuple):
    """How a process ended: exit code or name of the signal, and the CPU seconds that it used.

    ``was_alive`` says that it had not ended by itself, so that the signal was ours.
    """

    code: int | None
    signal: str | None
    cpu_seconds: float
    was_alive: bool


class Child(Protocol):
    """A process that runs a program, from its start to its end. Use `close` in every case."""

    @property
    def spent(self) -> Spent:
        """What the child has spent on the answers that were awaited last."""

    @property
    def log(self) -> bytearray:
        """What it has printed, up to a limit."""

    @property
    def printed_bytes(self) -> int:
        """How much it has printed in all."""

    def send(self, payload: bytes) -> None:
        """Begins to send a list of requests. Raises ChildEndedError and WireError.

        After any error of this and of `receive` the child must be closed.
        """

    def receive(self, seconds: float, max_bytes: int, most: int) -> list[bytes]:
        """Waits for answers to the next requests, ``most`` of them at most.

        Together they may have ``max_bytes``. The ``seconds`` are those that the child is charged
        with. Raises TimedOutError, ChildEndedError (`close` then tells how), FaultError, and
        WireError when what came is not a frame with such answers.
        """

    def place(self) -> Any:
        """Where the program says that it is, of which the time has run out; None if it does not."""

    def close(self) -> Ending:
        """Kills the child if it lives. May be called again."""

    def leave(self) -> None:
        """Has the child killed, whatever it does; what it has printed by now is kept."""


class Nursery(Protocol):
    """Where programs are run."""

    @property
    def level(self) -> str:
        """The level of confinement at which programs are run."""

    @property
    def is_for_own_files(self) -> bool:
        """Whether nothing is confined, though nobody has asked for that."""

    def modules_for(self, sources: Iterable[str], *, torch: bool) -> tuple[str, ...]:
        """What is imported on the grader's time, for a program with these cells."""

    def child(self, modules: tuple[str, ...], limits: Limits) -> Child:
        """A fresh process that has imported these, and waits for requests."""

    def wait_for_ends(self) -> None:
        """Waits until nothing runs any more of the programs whose processes were let go."""


def answers_in(kind: int, payload: bytes, most: int) -> list[bytes]:
    """The answers in a frame of a child's. Raises FaultError and WireError, as `Child.receive`."""
    if kind == wire.FAULT:
        raise FaultError(str(wire.decode(payload)))
    if kind != wire.ANSWER:
        raise wire.WireError(f"answers were expected, a frame of kind {kind} came")
    return wire.parted(payload, most)


def frame_in(came: bytearray, number: int, max_bytes: int) -> tuple[int, bytes] | None:
    """The kind and the payload of the frame that bytes begin with, which is taken out of them.

    None while it is not whole. Raises WireError, as `wire.read_header`.
    """
    if len(came) < wire.HEADER.size:
        return None
    kind, length = wire.read_header(came[: wire.HEADER.size], number, max_bytes)
    end = wire.HEADER.size + length
    if len(came) < end:
        return None
    payload = bytes(memoryview(came)[wire.HEADER.size : end])
    del came[:end]
    return kind, payload
