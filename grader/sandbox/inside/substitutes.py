"""What stands in for parts of the standard library that cannot work in a confined process.

A debugger has nobody to talk to, so it returns at once; an event loop wakes itself through a pipe
in place of a pair of sockets; `inspect` finds classes in cells that are no files. Loaded
by path in the child.
"""

from __future__ import annotations

import os
import sys

from .sources import change_inspect

try:
    import fcntl
except ImportError:  # Windows, where nothing is confined and a loop has its sockets
    fcntl = None  # type: ignore[assignment]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_MODULES = ("bdb", "pdb", "asyncio.selector_events", "inspect")


class PipeEnd:
    """An end of a pipe with what an event loop asks of a socket."""

    def __init__(self, descriptor: int) -> None:
        self.descriptor = descriptor
        flags = fcntl.fcntl(descriptor, fcntl.F_GETFL)
        fcntl.fcntl(descriptor, fcntl.F_SETFL, flags | os.O_NONBLOCK)

    def fileno(self) -> int:
        """The descriptor, -1 after `close`."""
        return self.descriptor

    def recv(self, size: int) -> bytes:
        """Raises BlockingIOError, which a loop expects, where there is nothing to read."""
        return os.read(self.descriptor, size)

    def send(self, data: bytes) -> int:
        """Raises BlockingIOError where the pipe is full."""
        return os.write(self.descriptor, data)

    def close(self) -> None:
        """Closes the descriptor, once."""
        descriptor, self.descriptor = self.descriptor, -1
        if descriptor >= 0:
            os.close(descriptor)


def install() -> None:
    """Puts them in the place of what the modules have that are loaded by now; once suffices."""
    sys.breakpointhook = _pass_by
    for name in _MODULES:
        module = sys.modules.get(name)
        if module is not None:
            _CHANGES[name](module)


def drive(coroutine: Any, loops: list[Any]) -> Any:
    """What comes of a coroutine. ``loops`` has the one loop of the program, once there is one."""
    import asyncio

    install()
    if not loops:
        loops.append(asyncio.new_event_loop())
    asyncio.set_event_loop(loops[0])
    return loops[0].run_until_complete(coroutine)


def _pass_by(*arguments: object, **options: object) -> None:
    """In place of a debugger's prompt."""


def _change_debugger(module: Any) -> None:
    for holder in (module, getattr(module, "Bdb", None), getattr(module, "Pdb", None)):
        if holder is not None and "set_trace" in vars(holder):
            holder.set_trace = _pass_by


def _change_loops(module: Any) -> None:
    if fcntl is None:
        return
    import selectors

    vars(selectors)["DefaultSelector"] = selectors.PollSelector
    module.BaseSelectorEventLoop._make_self_pipe = _make_self_pipe


def _make_self_pipe(loop: Any) -> None:
    """As the method of the same name has it, with a pipe."""
    source, sink = os.pipe()
    loop._ssock, loop._csock = PipeEnd(source), PipeEnd(sink)
    loop._internal_fds += 1
    loop._add_reader(source, loop._read_from_self)


_CHANGES = {
    "bdb": _change_debugger,
    "pdb": _change_debugger,
    "asyncio.selector_events": _change_loops,
    "inspect": change_inspect,
}
