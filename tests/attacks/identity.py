"""Runs Python as an ordinary user: ``identity.py UID FOLDER,... ARGUMENT...``.

What the user has to read, the interpreter above all, may lie under a folder that only root may
enter. It is then shown in a mount namespace of this process's own.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable
from pathlib import Path

from grader.sandbox import kernel

_BIND, _RECURSIVE, _PRIVATE = 4096, 16384, 1 << 18


def closed_folder(path: Path) -> Path | None:
    """The topmost folder on the way to a path that others may not enter."""
    for folder in [*reversed(path.parents), path]:
        if not folder.stat().st_mode & stat.S_IXOTH:
            return folder
    return None


def open_up(paths: Iterable[Path]) -> None:
    """Makes paths reachable for every user, in this process alone. Raises OSError."""
    closed: dict[Path, list[Path]] = {}
    for path in dict.fromkeys(path.resolve() for path in paths):
        if (folder := closed_folder(path)) is not None:
            closed.setdefault(folder, []).append(path)
    if not closed:
        return
    kernel.call("unshare", kernel.CLONE_NEWNS)
    kernel.mount("none", "/", "none", _RECURSIVE | _PRIVATE)
    for folder, inside in closed.items():
        kept = [(path, os.open(path, os.O_PATH)) for path in inside]
        kernel.mount("tmpfs", str(folder), "tmpfs", 0, "mode=0755")
        for path, descriptor in kept:
            path.mkdir(parents=True, exist_ok=True)
            source = f"/proc/self/fd/{descriptor}"
            kernel.mount(source, str(path), "none", _BIND | _RECURSIVE)


def main(uid: int, paths: list[str], arguments: list[str]) -> None:
    """Becomes the user, and Python with these arguments."""
    open_up(map(Path, paths))
    os.setgroups([])
    os.setresgid(uid, uid, uid)
    os.setresuid(uid, uid, uid)
    os.execv(sys.executable, [sys.executable, *arguments])


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2].split(","), sys.argv[3:])
