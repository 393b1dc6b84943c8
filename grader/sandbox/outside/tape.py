"""What the processes of a program answered, kept so that it can be marked again without them.

A tape has, process by process, what each was asked (a digest of it) and all that came back: its
answers, what it spent and printed, how it ended. Played, it answers the same questions in the same
way. Where the grader would ask anything else today, it says so, and the program has to be run.
"""

from __future__ import annotations

import marshal
import zlib
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from typing import Any

import msgspec

from grader.sandbox.outside.clock import Spent
from grader.sandbox.outside.limits import Limits
from grader.sandbox.outside.nursery import (
    Child,
    ChildEndedError,
    Ending,
    FaultError,
    Nursery,
    TimedOutError,
)
from grader.sandbox.outside.outcome import SandboxFault
from grader.sandbox.wire import frames as wire
from grader.sandbox.wire.encoder import encode

FORMAT = 1
MOST_BYTES = 8 * 1024 * 1024
"""Of all answers to one submission; of one that gives more no tape is made."""
_MOST_WHOLE_BYTES = 64 * MOST_BYTES
_DIGEST = 12

_ERRORS: Mapping[str, type[Exception]] = {
    "time": TimedOutError,
    "end": ChildEndedError,
    "fault": FaultError,
    "wire": wire.WireError,
}


class OffTapeError(SandboxFault):
    """The tape does not have what is asked: the program has to be run."""


class _Event(msgspec.Struct, array_like=True):
    """Something that was asked of a child: the verb, what it was, and what came.

    ``answers`` are numbers of answers in the list of all; ``error`` is a key of `_ERRORS`.
    """

    verb: str
    asked: bytes = b""
    answers: tuple[int, ...] = ()
    error: str = ""
    said: str = ""
    spent: tuple[float, float] = (0.0, 0.0)
    log: bytes | None = None
    printed: int = 0
    ending: tuple[int | None, str | None, float, bool] | None = None


class _Child(msgspec.Struct, array_like=True):
    asked: bytes
    events: list[_Event]


class _Tape(msgspec.Struct, array_like=True):
    format: int
    level: str
    is_for_own_files: bool
    modules: list[tuple[str, ...]]
    children: list[_Child]
    answers: list[bytes]


class Recorder:
    """A nursery whose processes are recorded, for one submission."""

    def __init__(self, nursery: Nursery) -> None:
        self._nursery = nursery
        self._modules: list[tuple[str, ...]] = []
        self._children: list[_Child] = []
        self._answers: dict[bytes, int] = {}
        self._bytes = 0

    @property
    def level(self) -> str:
        """As `Nursery.level`."""
        return self._nursery.level

    @property
    def is_for_own_files(self) -> bool:
        """As `Nursery.is_for_own_files`."""
        return self._nursery.is_for_own_files

    def modules_for(self, sources: Iterable[str], *, torch: bool) -> tuple[str, ...]:
        """As `Nursery.modules_for`."""
        found = self._nursery.modules_for(sources, torch=torch)
        self._modules.append(found)
        return found

    def child(self, modules: tuple[str, ...], limits: Limits) -> Child:
        """As `Nursery.child`; what comes of it is recorded."""
        made = self._nursery.child(modules, limits)
        kept = _Child(_of_child(modules, limits), [])
        self._children.append(kept)
        return _Recorded(made, kept.events, self)

    def wait_for_ends(self) -> None:
        """As `Nursery.wait_for_ends`."""
        self._nursery.wait_for_ends()

    def kept(self, answer: bytes) -> int:
        """The number of an answer among all; those that come again are kept once."""
        number = self._answers.get(answer)
        if number is None:
            number = len(self._answers)
            self._bytes += len(answer)
            if self._bytes <= MOST_BYTES:
                self._answers[answer] = number
        return number

    @property
    def tape(self) -> bytes:
        """The tape; empty where there was more than is kept."""
        if self._bytes > MOST_BYTES:
            return b""
        tape = _Tape(
            *(FORMAT, self.level, self.is_for_own_files),
            *(self._modules, self._children, [*self._answers]),
        )
        return zlib.compress(msgspec.msgpack.encode(tape), 1)


class _Recorded:
    """A child whose answers are recorded."""

    def __init__(self, child: Child, events: list[_Event], recorder: Recorder) -> None:
        self._child = child
        self._events = events
        self._recorder = recorder

    @property
    def spent(self) -> Spent:
        return self._child.spent

    @property
    def log(self) -> bytearray:
        return self._child.log

    @property
    def printed_bytes(self) -> int:
        return self._child.printed_bytes

    def send(self, payload: bytes) -> None:
        event = _Event("send", _of_requests(payload))
        self._events.append(event)
        with _error_kept(event):
            self._child.send(payload)

    def receive(self, seconds: float, max_bytes: int, most: int) -> list[bytes]:
        event = _Event("receive")
        self._events.append(event)
        try:
            with _error_kept(event):
                answers = self._child.receive(seconds, max_bytes, most)
        finally:
            event.spent = (self._child.spent.charged, self._child.spent.cpu)
        event.answers = tuple(map(self._recorder.kept, answers))
        return answers

    def place(self) -> Any:
        found = self._child.place()
        self._events.append(_Event("place", answers=(self._recorder.kept(encode(found)),)))
        return found

    def close(self) -> Ending:
        event = _Event("close")
        self._events.append(event)
        ending = self._child.close()
        event.ending = (ending.code, ending.signal, ending.cpu_seconds, ending.was_alive)
        self._print_kept(event)
        return ending

    def leave(self) -> None:
        event = _Event("leave")
        self._events.append(event)
        self._child.leave()
        self._print_kept(event)

    def _print_kept(self, event: _Event) -> None:
        event.log, event.printed = bytes(self._child.log), self._child.printed_bytes


class _error_kept:  # noqa: N801  (it is used as a function is)
    """Keeps which error of a child's came, if one does."""

    def __init__(self, event: _Event) -> None:
        self._event = event

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: object) -> None:
        if kind is not None:
            found = (key for key, one in _ERRORS.items() if issubclass(kind, one))
            self._event.error, self._event.said = next(found, "other"), str(error)


class Player:
    """A nursery in which nothing runs: it answers from a tape.

    ``is_off`` says that something was asked that is not on the tape; what was made of its answers
    is then worth nothing.
    """

    def __init__(self, tape: bytes) -> None:
        """Raises OffTapeError where this is no tape of today's form."""
        try:
            unpacked = zlib.decompressobj().decompress(tape, _MOST_WHOLE_BYTES)
            self._tape = msgspec.msgpack.decode(unpacked, type=_Tape)
        except (zlib.error, msgspec.MsgspecError) as error:
            raise OffTapeError(f"this is no tape of a program: {error}") from None
        if self._tape.format != FORMAT:
            raise OffTapeError(f"a tape of format {FORMAT} was expected")
        self._children = iter(self._tape.children)
        self._modules = iter(self._tape.modules)
        self.is_off = False

    @property
    def level(self) -> str:
        """The level of confinement at which the program was run."""
        return self._tape.level

    @property
    def is_for_own_files(self) -> bool:
        """As `Nursery.is_for_own_files`, when it was run."""
        return self._tape.is_for_own_files

    def modules_for(self, sources: Iterable[str], *, torch: bool) -> tuple[str, ...]:
        """What was imported on the grader's time."""
        found = next(self._modules, None)
        return self.off("modules") if found is None else found

    def child(self, modules: tuple[str, ...], limits: Limits) -> Child:
        """The next process on the tape. Raises OffTapeError."""
        child = next(self._children, None)
        if child is None or child.asked != _of_child(modules, limits):
            self.off("a process")
        assert child is not None
        return _Played(iter(child.events), self._tape.answers, self)

    def wait_for_ends(self) -> None:
        """Nothing runs."""

    def off(self, what: str) -> Any:
        """Raises OffTapeError."""
        self.is_off = True
        raise OffTapeError(f"{what} of which the tape knows nothing")


class _Played:
    """A child on a tape."""

    def __init__(self, events: Iterable[_Event], answers: list[bytes], player: Player) -> None:
        self._events = iter(events)
        self._answers = answers
        self._player = player
        self._ending: Ending | None = None
        self.spent = Spent(0.0, 0.0)
        self.log = bytearray()
        self.printed_bytes = 0

    def send(self, payload: bytes) -> None:
        event = self._next("send")
        if event.asked != _of_requests(payload):
            self._player.off("a request")
        self.spent = Spent(0.0, 0.0)
        self._raise(event)

    def receive(self, seconds: float, max_bytes: int, most: int) -> list[bytes]:
        event = self._next("receive")
        self.spent = Spent(*event.spent)
        self._raise(event)
        return [self._answers[number] for number in event.answers]

    def place(self) -> Any:
        return wire.decode(self._answers[self._next("place").answers[0]])

    def close(self) -> Ending:
        event = self._next("close")
        self._take_print(event)
        if event.ending is None:
            self._player.off("an end")
        assert event.ending is not None
        return Ending(*event.ending)

    def leave(self) -> None:
        self._take_print(self._next("leave"))

    def _next(self, verb: str) -> _Event:
        event = next(self._events, None)
        if event is None or event.verb != verb:
            self._player.off(f"{verb!r}")
        assert event is not None
        return event

    def _take_print(self, event: _Event) -> None:
        self.log, self.printed_bytes = bytearray(event.log or b""), event.printed

    def _raise(self, event: _Event) -> None:
        if event.error:
            if event.error not in _ERRORS:
                self._player.off("a fault")
            raise _ERRORS[event.error](event.said)


def _of_child(modules: tuple[str, ...], limits: Limits) -> bytes:
    return _digest(repr((modules, limits)).encode())


def _of_requests(payload: bytes) -> bytes:
    """A digest of a list of requests: of their values, not of how they lie in memory."""
    return _digest(marshal.dumps(marshal.loads(payload), 0))  # noqa: S302  (of our own making)


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=_DIGEST).digest()
