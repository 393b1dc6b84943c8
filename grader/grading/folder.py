"""What there is to mark in a folder: every file has its place in a report, or is named."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from grader.files.whole import readable
from grader.intake.handed_in import may_be_handed_in
from grader.report.marked import Marked


@dataclass(frozen=True)
class Found:
    """What lies below a folder, each sorted; what is hidden is left out.

    Args:
        submissions: what may be one by its name. A link or a pipe is among them, so that it is
            said of it that it cannot be marked.
        others: the other files: some student may have handed in one of them.
        closed: folders that cannot be looked into, and links to folders, with the reason.
    """

    submissions: tuple[Path, ...]
    others: tuple[Path, ...]
    closed: tuple[Marked, ...]


def look_through(folder: Path) -> Found:
    """What lies below a folder. Raises OSError where the folder itself cannot be looked into."""
    submissions: list[Path] = []
    others: list[Path] = []
    closed: list[Marked] = []
    entries = _entries(folder)
    while entries:
        entry = entries.pop()
        path = Path(entry.path)
        try:
            if entry.is_dir(follow_symlinks=False):
                entries += _entries(path)
            elif may_be_handed_in(path):
                submissions.append(path)
            elif entry.is_symlink() and entry.is_dir():
                closed.append(_closed(path, "a link to a folder, which is not followed"))
            elif entry.is_symlink() and not path.exists():
                closed.append(_closed(path, "a link that leads nowhere"))
            else:
                others.append(path)
        except OSError as error:
            reason = f"cannot be read ({error.strerror}), so nothing in it was marked"
            closed.append(_closed(path, reason))
    return Found(
        tuple(sorted(submissions)),
        tuple(sorted(others)),
        tuple(sorted(closed, key=lambda each: each.path)),
    )


def submissions_in(folder: Path) -> list[Path]:
    """What may be a submission by its name, below a folder, sorted; hidden ones are left out."""
    return [*look_through(folder).submissions]


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return [entry for entry in entries if not entry.name.startswith(".")]


def _closed(path: Path, reason: str) -> Marked:
    return Marked(path, error=f"{readable(path.name)}: {reason}")
