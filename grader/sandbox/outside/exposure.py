"""What of the machine a program is shown: the interpreter, the libraries, and the packages.

The grader's own packages and their metadata are not among them, nor what leads to a checkout.
"""

from __future__ import annotations

import os
import shutil
import sys
import sysconfig
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from grader.sandbox.outside.view import is_own, make_view, site_directories
from grader.sandbox.wire.level import CONTAINER, NONE

_LIBRARIES = ("/lib", "/lib32", "/lib64", "/usr/lib", "/usr/lib32", "/usr/lib64")
_LINKER_CACHE = "/etc/ld.so.cache"


class Exposure:
    """The paths for one zygote. Where there are no namespaces, it keeps directories for it."""

    def __init__(self, level: str) -> None:
        self._made: list[Path] = []
        self._scratch: Path | None = None
        packages = site_directories(sys.path)
        prefix = Path(sys.base_prefix)
        libraries = [Path(sysconfig.get_path(name)) for name in ("stdlib", "platstdlib")]
        libraries += [prefix / "lib", prefix / "lib64", *map(Path, _LIBRARIES)]
        read = _existing([*libraries, *packages, Path(_LINKER_CACHE)])
        hidden = list(_hidden([*packages, *_existing(p / "site-packages" for p in libraries[:1])]))
        listed: list[Path] = []
        path = packages
        directory = "/"
        if level == CONTAINER:
            read, listed = without(read, hidden)
            hidden = []
        elif level == NONE:
            path = [make_view(packages, self._make("packages-"))]
            self._scratch = self._make("scratch-")
            directory = str(self._scratch)
        self.plan: dict[str, Any] = {
            "read": list(map(str, read)),
            "listed": list(map(str, listed)),
            "hidden": list(map(str, hidden)),
            "path": list(map(str, path)),
            "directory": directory,
        }

    def tidy(self) -> None:
        """Empties the directory that one child after the other works in, where it is shared."""
        if self._scratch is None:
            return
        with os.scandir(self._scratch) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    shutil.rmtree(entry.path, ignore_errors=True)
                else:
                    Path(entry.path).unlink(missing_ok=True)

    def close(self) -> None:
        """Removes what was made."""
        while self._made:
            shutil.rmtree(self._made.pop(), ignore_errors=True)

    def _make(self, prefix: str) -> Path:
        self._made.append(Path(tempfile.mkdtemp(prefix=prefix)))
        return self._made[-1]


def _existing(paths: Sequence[Path] | Iterator[Path]) -> list[Path]:
    return [path for path in dict.fromkeys(paths) if path.exists()]


def _hidden(directories: Sequence[Path]) -> Iterator[Path]:
    """The entries of site directories that a program is not shown."""
    for directory in dict.fromkeys(directory.resolve() for directory in directories):
        for entry in sorted(directory.iterdir()):
            if is_own(entry.name):
                yield entry


def without(paths: Sequence[Path], hidden: Sequence[Path]) -> tuple[list[Path], list[Path]]:
    """The same files without the hidden ones: paths to read, and directories only to list."""
    read: list[Path] = []
    listed: list[Path] = []
    todo = [path.resolve() for path in paths]
    secret = set(hidden)
    around = {parent for path in hidden for parent in path.parents}
    while todo:
        path = todo.pop()
        if path in around:
            listed.append(path)
            todo += path.iterdir()
        elif path not in secret:
            read.append(path)
    return read, listed
