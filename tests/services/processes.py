"""The processes of a command that runs, as Linux tells them."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path


def below(pid: int) -> Iterator[int]:
    """The processes that a process has started, and those that these have."""
    for task in _listed(Path(f"/proc/{pid}/task")):
        try:
            children = (task / "children").read_text(encoding="ascii").split()
        except OSError:  # it ended meanwhile
            continue
        for child in map(int, children):
            yield child
            yield from below(child)


def _listed(folder: Path) -> list[Path]:
    try:
        return [*folder.iterdir()]
    except OSError:
        return []


def does(pid: int) -> str:
    """What a process is there for, by its command line."""
    try:
        line = Path(f"/proc/{pid}/cmdline").read_bytes().decode(errors="replace")
    except OSError:
        return "gone"
    if "resource_tracker" in line:
        return "tracker"
    return "worker" if "spawn_main" in line else "sandbox"


def kill(pid: int) -> None:
    """End a process at once, if it is still there."""
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
