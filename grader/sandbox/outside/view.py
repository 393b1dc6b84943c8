"""The installed packages as a student's program sees them: all but the grader's own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

OWN_PACKAGES = frozenset({"grader", "problems", "reference"})
OWN_DISTRIBUTION = "conv_grader"
SITE_DIRECTORIES = frozenset({"site-packages", "dist-packages"})


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
    return not (is_own(name) or name == "__pycache__" or name.endswith(".pth"))


def is_own(name: str) -> bool:
    """Whether a top-level entry of a site directory belongs to the grader."""
    lowered = name.lower().replace("-", "_")
    return name.partition(".")[0] in OWN_PACKAGES or lowered.startswith(
        (OWN_DISTRIBUTION, "__editable__", f"_{OWN_DISTRIBUTION}")
    )


def _entries(directories: list[Path]) -> Iterator[tuple[str, str]]:
    for directory in directories:
        with os.scandir(directory.resolve()) as entries:
            for entry in sorted(entries, key=lambda one: one.name):
                if is_visible(entry.name):
                    yield entry.name, entry.path
