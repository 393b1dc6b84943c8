"""The process of one program where nothing can be confined: for the student's own file.

The requests come on the standard input and the answers go to the standard output, so that it needs
nothing but what every system has. What the program prints goes where the errors go. Loaded by path
in the child.
"""

from __future__ import annotations

import faulthandler
import json
import os
import sys
from contextlib import suppress

from . import resources, streams

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any


class Hidden:
    """Has the grader's own packages not be found, as where programs are confined."""

    def __init__(self, names: frozenset[str]) -> None:
        self.names = names

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        """Raises ModuleNotFoundError for one of the names."""
        if name.partition(".")[0] in self.names:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


def start(serve: Callable[[int, int], None]) -> None:
    """Imports what the plan says, tells the grader how that went, and serves.

    The plan is the first line that comes (see ``plain_process.py``): what to import and where to
    find it, what not to, the limits, and after how many seconds this process ends in any case.
    """
    source, sink = os.dup(0), os.dup(1)  # which nothing that the program starts inherits
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    os.close(nothing)
    plan: dict[str, Any] = json.loads(_line(source))
    streams.put_in_place()
    sys.path += plan["path"]
    hidden: Any = Hidden(frozenset(plan["hidden"]))
    sys.meta_path.insert(0, hidden)
    try:
        for name in plan["modules"]:
            __import__(name)
    except ImportError as error:
        _tell(sink, {"missing": str(error)})
        return
    if "torch" in plan["modules"]:
        sys.modules["torch"].set_num_threads(1)  # as where programs are confined
    _limit(plan["limits"])
    # should the grader be killed, there is nobody else to end a program that does not
    faulthandler.dump_traceback_later(plan["seconds"], exit=True, file=2)
    _tell(sink, {"ready": True})
    serve(source, sink)


def _limit(limits: Mapping[str, int]) -> None:
    """Sets what the system can limit: all of it on Linux, all but memory on macOS, else nothing."""
    if not resources.has_limits:
        return
    found = [("CPU", limits["cpu"]), ("FSIZE", limits["file"]), ("CORE", 0)]
    with suppress(OSError):
        own = resources.own_sizes()
        found += [(name, own[f"Vm{size}"] + limits["memory"]) for name, size in _MEMORY]
    for each in found:
        with suppress(OSError, ValueError):  # a wish, where nothing is promised
            resources.set_limits([each])


_MEMORY = (("AS", "Size"), ("DATA", "Data"))


def _line(source: int) -> bytes:
    line = b""
    while not line.endswith(b"\n"):
        part = os.read(source, 1 << 16)
        if not part:
            os._exit(1)
        line += part
    return line


def _tell(sink: int, told: Mapping[str, object]) -> None:
    line = json.dumps(told).encode() + b"\n"
    while line:
        line = line[os.write(sink, line) :]
