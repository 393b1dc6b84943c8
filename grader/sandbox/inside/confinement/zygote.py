"""The fork server: imports once, then forks a confined child for each program.

It is told limits and is handed three pipes, never a source text or an input, and it holds nothing
that a child could look for. It serves one grader, one request at a time (see ``protocol.py``), over
a socket, and ends when that closes.
"""

from __future__ import annotations

import _socket
import array
import gc
import json
import os
import signal
import sys

from ...wire.protocol import ENDED, FORK, MAX_MESSAGE, NOT_CONFINED
from .. import streams
from . import trial
from .confinement import Enclosure
from .memory import LargePages

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

IN, OUT = 3, 4

_FEW = 3  # children, up to which it does not pay to put memory into large pages
_PAGES_AT_A_TIME = 4  # some ten milliseconds, while the grader marks what it has


def start(descriptor: int, serve: Callable[[int, int], None], rehearse: Callable[[], None]) -> None:
    """Takes the level's namespaces, imports, tries the level out in a child, and serves.

    ``serve`` is what a child does, and ``rehearse`` does it once on our own programs, while there
    is still a /proc in which PyTorch looks at the processor. The plan comes on stdin (see
    ``forkserver.py``): the level, what to import, and what to show.
    """
    os.umask(0o022)  # what is laid out for programs is to be read by them
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)  # ignored, it would leave nothing to wait for
    socket = _socket.socket(fileno=descriptor)
    plan: dict[str, Any] = json.loads(sys.stdin.buffer.read())
    prepare_streams()
    try:
        enclosure = Enclosure(plan["level"], plan)
        sys.path += plan["path"]
        for name in plan["modules"]:
            __import__(name)
        if "torch" in plan["modules"]:
            sys.modules["torch"].set_num_threads(1)  # with more, a child would hang
        rehearse()
        os.environ.clear()
        if tempfile := sys.modules.get("tempfile"):
            tempfile.tempdir = None  # type: ignore[attr-defined]  # a child finds its own
        gc.collect()
        gc.freeze()  # what is here stays, and is not copied page by page into every child
        large_pages = LargePages()
        enclosure.close_in()
        if found := trial.run(enclosure):
            raise OSError(f"in a trial, {found}")
    except ImportError as error:
        socket.send(json.dumps({"missing": str(error)}).encode())
        return
    except (OSError, RuntimeError) as error:
        socket.send(json.dumps({"failed": str(error)}).encode())
        return
    socket.send(json.dumps({"ready": plan["level"]}).encode())
    _Server(socket, enclosure, serve, large_pages).run()


class _Server:
    def __init__(
        self,
        socket: _socket.socket,
        enclosure: Enclosure,
        serve: Callable[[int, int], None],
        large_pages: LargePages,
    ) -> None:
        self.socket = socket
        self.enclosure = enclosure
        self.serve = serve
        self.large_pages = large_pages
        self.ended = 0

    def run(self) -> None:
        """Serves until the grader closes the socket or has gone."""
        room = _socket.CMSG_SPACE(3 * array.array("i").itemsize)
        while True:
            message, ancillary, _, _ = self.socket.recvmsg(MAX_MESSAGE, room)
            if not message:
                return
            descriptors = array.array("i")
            for _, _, data in ancillary:
                descriptors.frombytes(data)
            if message[:1] == FORK:
                self.fork(json.loads(message[1:]), descriptors.tolist())
            else:
                self.end(int(message[1:]))

    def fork(self, limits: Mapping[str, int], pipes: list[int]) -> None:
        """Starts a child, and says which."""
        pid = self.enclosure.fork()
        if pid == 0:
            self.socket.detach()
            _be_child(self.enclosure, limits, pipes, self.serve)
        for descriptor in pipes:
            os.close(descriptor)
        handle = os.pidfd_open(pid)
        rights = (_socket.SOL_SOCKET, _socket.SCM_RIGHTS, array.array("i", [handle]))
        self.socket.sendmsg([str(pid).encode()], [rights])
        os.close(handle)

    def end(self, pid: int) -> None:
        """Makes sure that a child is gone, and says how it ended."""
        flags = os.WEXITED | os.WNOHANG | os.WNOWAIT
        was_alive = os.waitid(os.P_PID, pid, flags) is None
        for kill in (os.killpg, os.kill):  # not reaped yet, so that both are still this child's
            try:
                kill(pid, signal.SIGKILL)
            except (ProcessLookupError, PermissionError):
                continue
        _, status, usage = os.wait4(pid, 0)
        self.socket.send(ENDED.pack(status, usage.ru_utime + usage.ru_stime, was_alive))
        self.ended += 1
        if self.ended > _FEW:
            self.large_pages.fill(_PAGES_AT_A_TIME)


def _be_child(
    enclosure: Enclosure,
    limits: Mapping[str, int],
    pipes: list[int],
    serve: Callable[[int, int], None],
) -> None:
    """Puts the pipes in their places, gives up all rights, and serves; never returns."""
    try:
        arrange(pipes)
        enclosure.confine(limits)
    except BaseException as error:
        os.write(2, f"{type(error).__name__}: {error}".encode())
        os._exit(NOT_CONFINED)
    try:
        serve(IN, OUT)
    finally:
        os._exit(1)


def arrange(pipes: list[int]) -> None:
    """A session of its own; 0 reads nothing, 1 and 2 are the log, 3 and 4 the pipes, no others."""
    os.setsid()
    source, sink, log = (os.dup2(pipe, 20 + place) for place, pipe in enumerate(pipes))
    nothing = os.open("/dev/null", os.O_RDONLY)
    for place, descriptor in enumerate((nothing, log, log, source, sink)):
        os.dup2(descriptor, place)
    os.closerange(OUT + 1, os.sysconf("SC_OPEN_MAX"))


def prepare_streams() -> None:
    """Makes the standard streams that the children will have, and sets them for good.

    A stream asks what it stands on when it is made, so that meanwhile the descriptors are of the
    kind that a child has: nothing to read, and pipes to write into.
    """
    own = [os.dup(descriptor) for descriptor in range(3)]
    nothing = os.open("/dev/null", os.O_RDONLY)
    readable, writable = os.pipe()
    try:
        for descriptor, stand_in in enumerate((nothing, writable, writable)):
            os.dup2(stand_in, descriptor)
        streams.put_in_place()
    finally:
        for descriptor, kept in enumerate(own):
            os.dup2(kept, descriptor)
        for descriptor in (*own, nothing, readable, writable):
            os.close(descriptor)
