"""What a throwaway child tries before a level is used: each must fail, and computing must work.

A level is judged by what it does, never by what a setting of the kernel says: some hosts allow
``unshare`` and fail later, others pass over a filter.
"""

from __future__ import annotations

import _socket
import os
import signal

from ...wire.level import NONE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from .confinement import Enclosure

LIMITS = {"memory": 1 << 28, "cpu": 10, "file": 1 << 20, "open_files": 64}

_SECONDS = 20
_MOST_TEXT = 1000


def run(enclosure: Enclosure) -> str:
    """What a confined child could do that it must not, or could not that it must; empty if well."""
    readable, writable = os.pipe()
    pid = enclosure.fork()
    if pid == 0:
        os.close(readable)
        _be_child(enclosure, writable)
    os.close(writable)
    found = b""
    while part := os.read(readable, _MOST_TEXT):
        found += part
    os.close(readable)
    _, status = os.waitpid(pid, 0)
    code = os.waitstatus_to_exitcode(status)
    if code != 0 and not found:
        return f"a confined process ended with {code}"
    return found.decode("utf-8", "replace")


def _be_child(enclosure: Enclosure, sink: int) -> None:
    """Confines itself, tries, and writes what is wrong; never returns."""
    try:
        signal.alarm(_SECONDS)
        os.setsid()
        nothing = os.open("/dev/null", os.O_RDWR)
        os.dup2(sink, 4)
        for descriptor in (0, 1, 2, 3):
            os.dup2(nothing, descriptor)
        os.closerange(5, os.sysconf("SC_OPEN_MAX"))
        enclosure.confine(LIMITS)
        if enclosure.level != NONE:
            os.write(4, _wrong(enclosure).encode())
    except BaseException as error:
        os.write(4, f"{type(error).__name__}: {error}"[:_MOST_TEXT].encode())
    finally:
        os._exit(0)


def _wrong(enclosure: Enclosure) -> str:
    must_fail: dict[str, Callable[[], object]] = {
        "a file of the machine could be read": lambda: os.open("/etc/passwd", os.O_RDONLY),
        "a folder of the machine could be listed": lambda: os.listdir("/proc"),
        "a file could be written outside the scratch directory": lambda: os.open(
            "/tmp/trial" if enclosure.has_root else f"{enclosure.directory}/trial",
            os.O_WRONLY | os.O_CREAT,
        ),
        "a socket could be opened": lambda: _socket.socket(_socket.AF_INET, _socket.SOCK_STREAM),
        "a process could be forked": lambda: os.fork() or os._exit(0),
        "another program could be run": lambda: os.execv("/bin/true", ["true"]),
        "another process could be signalled": lambda: os.kill(os.getppid(), 0),
    }
    for what, attempt in must_fail.items():
        try:
            attempt()
        except OSError:
            continue
        return what
    import colorsys  # noqa: F401  (a module of the standard library that nothing has imported)

    if enclosure.has_root:
        with open("trial", "w", encoding="ascii") as file:
            file.write("trial")
    return ""
