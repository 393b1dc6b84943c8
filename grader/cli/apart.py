"""Outputs that would be written over each other, or over what is read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from grader.cli import refuse
from grader.files.whole import is_same_file, readable


def require_apart(written: Sequence[Path], read: Sequence[Path]) -> None:
    """Refuses to write two things to one file, or over one that is read."""
    for number, path in enumerate(written):
        name = readable(str(path))
        for other in written[:number]:
            if is_same_file(path, other):
                raise refuse(
                    f"{name}: each output needs a file of its own, but this one is "
                    f"{readable(str(other))} again"
                )
        if path.exists() and any(is_same_file(path, other) for other in read):
            raise refuse(f"{name}: this is a submission or a sheet, and would be overwritten")
