"""The third-party packages as a student's program sees them: all but the grader's own.

A *view* is a temporary directory of symbolic links to every top-level entry of the present site
directories, except our packages, their metadata, and the files that would lead back to a checkout.
It is made once per process and removed when the process that made it ends; a forked worker uses its
parent's.
"""

from __future__ import annotations

import atexit
import os
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

OWN_PACKAGES = frozenset({"grader", "problems", "reference"})
OWN_DISTRIBUTION = "conv_grader"
SITE_DIRECTORIES = frozenset({"site-packages", "dist-packages"})

_lock = threading.Lock()
_made: list[Path] = []


def package_view() -> Path:
    """The directory of this process's view, made on the first call."""
    with _lock:
        if _made and _made[-1].is_dir():
            return _made[-1]
        view = make_view(site_directories(sys.path), Path(tempfile.mkdtemp(prefix="packages-")))
        _made.append(view)
        atexit.register(_remove, view, os.getpid())
        return view


def site_directories(path: list[str]) -> list[Path]:
    """The entries of a module search path that hold installed packages, in order, each once."""
    found = [Path(entry) for entry in path if Path(entry).name in SITE_DIRECTORIES]
    return [entry for entry in dict.fromkeys(found) if entry.is_dir()]


def make_view(directories: list[Path], view: Path) -> Path:
    """Links the visible entries of ``directories`` into ``view``; the first of a name wins."""
    for name, target in _entries(directories):
        link = view / name
        if not link.is_symlink():
            link.symlink_to(target)
    return view


def is_visible(name: str) -> bool:
    """Whether a top-level entry of a site directory is shown to a student's program."""
    stem = name.partition(".")[0]
    if stem in OWN_PACKAGES or name == "__pycache__" or name.endswith(".pth"):
        return False
    lowered = name.lower().replace("-", "_")
    return not lowered.startswith((OWN_DISTRIBUTION, "__editable__", f"_{OWN_DISTRIBUTION}"))


def _entries(directories: list[Path]) -> Iterator[tuple[str, str]]:
    for directory in directories:
        with os.scandir(directory.resolve()) as entries:
            for entry in sorted(entries, key=lambda one: one.name):
                if is_visible(entry.name):
                    yield entry.name, entry.path


def _remove(view: Path, owner: int) -> None:
    if os.getpid() == owner:
        shutil.rmtree(view, ignore_errors=True)
