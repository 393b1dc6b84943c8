"""Marking of a whole folder, in parallel; one bad file never stops the rest."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path

from grader.files import readable
from grader.grade import grade_file
from grader.marking.result import SheetResult
from grader.sheet import SheetError

SUFFIXES = (".py", ".ipynb")


@dataclass(frozen=True)
class Marked:
    """One file of a folder: its result, or the sentence that says why there is none.

    ``is_our_fault`` tells a fault of the grader from a file that cannot be used.
    """

    path: Path
    result: SheetResult | None = None
    error: str = ""
    is_our_fault: bool = False

    def name_in(self, folder: Path) -> str:
        """What the file is called in reports on a folder, in characters that UTF-8 has."""
        return readable(self.path.relative_to(folder).as_posix())


def submissions_in(folder: Path) -> list[Path]:
    """What is called a Python file or a notebook below a folder, sorted; hidden ones are left out.

    A dangling link or a pipe is among them, so that it is said of it that it cannot be marked.
    """
    return sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in SUFFIXES
        and not path.is_dir()
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )


def mark_all(paths: Sequence[Path], jobs: int) -> Iterator[Marked]:
    """Mark files in ``jobs`` processes, each as it gets ready.

    A process of ours that dies takes the files that it was at with it; these are marked once more,
    each in a process of its own, so that only the file that kills the marker goes without.
    """
    left = set(paths)
    for marked in _in_pool(paths, jobs):
        left.discard(marked.path)
        yield marked
    for path in sorted(left):
        yield next(
            _in_pool([path], jobs=1),
            Marked(path, error="the process that marks it died, twice", is_our_fault=True),
        )


def _in_pool(paths: Sequence[Path], jobs: int) -> Iterator[Marked]:
    """The files that could be marked before a process of the pool died, if one does."""
    context = multiprocessing.get_context("spawn")  # no state of ours is copied
    with ProcessPoolExecutor(max_workers=jobs, mp_context=context) as pool:
        futures: list[Future[Marked]] = [pool.submit(mark_one, path) for path in paths]
        for future in as_completed(futures):
            try:
                yield future.result()
            except BrokenProcessPool:
                continue


def mark_one(path: Path) -> Marked:
    """Mark one file; whatever goes wrong is said of this file alone."""
    if os.path.lexists(path) and not path.is_file():
        return Marked(path, error=readable(f"{path.name}: not a regular file"))
    try:
        return Marked(path, grade_file(path))
    except SheetError as error:
        return Marked(path, error=readable(str(error)))
    except Exception as error:  # a fault of ours in one file must not stop the rest
        text = f"a fault of the grader: {type(error).__name__}: {error}"
        return Marked(path, error=readable(text), is_our_fault=True)
