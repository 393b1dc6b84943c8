"""Where a program is when its time has run out: the loop in which it goes round, or the line.

The grader asks by a signal, before it ends the process. Then it is looked at a number of times in a
row. The loop that it never leaves meanwhile is the innermost of those in which it is each time: a
loop inside of it begins anew with each of its turns.

Loaded by path in the child. What is needed later is bound at import, as in `session`.
"""

from __future__ import annotations

import _ast
import signal
from os import getpid
from time import monotonic

from ..wire import encoder
from .places import below
from .sources import file_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import FrameType
    from typing import Any

    from .channel import Channel
    from .reading import Statement

    Place = tuple[int, int]

_handle = signal.signal
_set_timer: Any = getattr(signal, "setitimer", None)
ASKED, _ALARM, _TIMER = (getattr(signal, name, 0) for name in ("SIGUSR1", "SIGALRM", "ITIMER_REAL"))
"""Windows has none of these: nobody asks there, and no place is told."""

_LOOKS = 100
_SECONDS_BETWEEN = 0.0005
_MOST_SECONDS = 0.2
_LOOPS = (_ast.For, _ast.AsyncFor, _ast.While)


class Whereabouts:
    """Answers the grader where the program is; installed once, before anything of it runs."""

    def __init__(self, channel: Channel, cells: Mapping[int, list[Statement]]) -> None:
        """``cells`` are those that have been read when it is asked."""
        self._channel = channel
        self._cells = cells
        self._pid = getpid()
        self._found: list[list[Place]] = []
        self._until = 0.0
        self._loops: dict[int, list[tuple[int, int]]] = {}
        if _set_timer is not None:
            _handle(ASKED, self._begin)

    def _begin(self, number: int, frame: FrameType | None) -> None:
        """Looks for the first time, and has it looked again."""
        self._found = []
        self._until = monotonic() + _MOST_SECONDS
        _handle(_ALARM, self._look)
        _set_timer(_TIMER, _SECONDS_BETWEEN, _SECONDS_BETWEEN)
        self._look(number, frame)

    def _look(self, number: int, frame: FrameType | None) -> None:
        self._found.append(self._around(frame))
        if len(self._found) < _LOOKS and monotonic() < self._until:
            return
        _set_timer(_TIMER, 0.0)
        place = _innermost_of_all(self._found)
        if place is not None and getpid() == self._pid:
            self._channel.tell_place(encoder.encode(place))

    def _around(self, frame: FrameType | None) -> list[Place]:
        """The loops of the program around where it is, from the outermost, and the line itself."""
        found: list[Place] = []
        line: Place | None = None
        while frame is not None:
            cell = _cell_of(frame)
            if cell in self._cells:
                at, first = frame.f_lineno, frame.f_code.co_firstlineno
                line = line or (cell, at)
                around = [
                    (cell, begin)
                    for begin, end in self._loops_of(cell)
                    if first <= begin <= at <= end
                ]
                found = around + found
            frame = frame.f_back
        return found if found or line is None else [line]

    def _loops_of(self, cell: int) -> list[tuple[int, int]]:
        """The first and the last lines of all loops of a cell, each before those inside of it."""
        if cell not in self._loops:
            self._loops[cell] = [
                (one.lineno, one.end_lineno or one.lineno)
                for entry in self._cells[cell]
                if entry.node is not None
                for one in below(entry.node)
                if isinstance(one, _LOOPS)
            ]
        return self._loops[cell]


def _innermost_of_all(found: list[list[Place]]) -> Place | None:
    """The last of those that all have in common, from the first on."""
    common = [every[0] for every in zip(*found, strict=False) if len({*every}) == 1]
    return common[-1] if common else next((each[-1] for each in found if each), None)


def _cell_of(frame: FrameType) -> int:
    """The cell in which the code of a frame stands; -1 for what is not of the program."""
    name = frame.f_code.co_filename
    opening = file_of(0)[:-2]
    if not name.startswith(opening):
        return -1
    return int(name[len(opening) : -1])
