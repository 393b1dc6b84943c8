"""Marking of a whole folder, in parallel; one bad file never stops the rest."""

from __future__ import annotations

import atexit
import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar

from grader.answers.outcome import Outcome
from grader.files.whole import readable
from grader.grading.grade import grade_file
from grader.grading.limits import LimitChanges
from grader.intake.handed_in import may_be_handed_in
from grader.marking.result import SheetResult
from grader.messages.fault import described
from grader.report.marked import Marked
from grader.sandbox import kernel
from grader.sandbox.outside.forkserver import MissingModuleError
from grader.sandbox.outside.sandbox import Sandbox
from grader.sheet.sheet import SheetError


def submissions_in(folder: Path) -> list[Path]:
    """What may be a submission by its name, below a folder, sorted; hidden ones are left out.

    A link or a pipe is among them, so that it is said of it that it cannot be marked.
    """
    return [path for path in _files_in(folder) if may_be_handed_in(path)]


def others_in(folder: Path, submissions: Sequence[Path]) -> list[Path]:
    """The other files below a folder: some student may have handed in one of them."""
    taken = set(submissions)
    return [path for path in _files_in(folder) if path not in taken]


def _files_in(folder: Path) -> list[Path]:
    return sorted(
        path
        for path in folder.rglob("*")
        if (path.is_symlink() or not path.is_dir())
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )


@dataclass(frozen=True)
class Conditions:
    """How programs are run: the level of confinement (None: the best), and what is allowed."""

    level: str | None = None
    limits: LimitChanges = field(default_factory=LimitChanges)


_USUAL = Conditions()
_SAFE_PATH = "PYTHONSAFEPATH"
_MOST_AT_WORK = 3  # files per process that may be on their way to it when it dies


def mark_all(paths: Sequence[Path], jobs: int, conditions: Conditions = _USUAL) -> Iterator[Marked]:
    """Mark files in ``jobs`` processes, each as it gets ready.

    A process of ours that dies takes the pool with it, and the files that were being marked. These
    are marked once more, each in a process of its own, so that only the file that kills the marker
    goes without; a new pool goes on with the rest.
    """
    left = dict.fromkeys(paths)
    while left:
        for marked in _in_pool([*left], jobs, conditions):
            del left[marked.path]
            yield marked
        for path in [*left][: _MOST_AT_WORK * jobs]:  # they are begun in their order
            del left[path]
            yield next(
                _in_pool([path], 1, conditions),
                Marked(path, error="the process that marks it died, twice", is_our_fault=True),
            )


def _in_pool(paths: Sequence[Path], jobs: int, conditions: Conditions) -> Iterator[Marked]:
    """The files that could be marked before a process of the pool died, if one does."""
    context = multiprocessing.get_context("spawn")  # no state of ours is copied
    with _files_here_shadow_nothing():  # while a process of its own counts what the pool shares
        pool = ProcessPoolExecutor(
            max_workers=jobs, mp_context=context, initializer=_Worker.begin, initargs=(conditions,)
        )
    futures: list[Future[Marked]] = []
    with pool:
        with _files_here_shadow_nothing(), suppress(BrokenProcessPool):
            for path in paths:  # while processes are started, which is at `submit`
                futures.append(pool.submit(_Worker.mark, path))
        for future in as_completed(futures):
            try:
                yield future.result()
            except BrokenProcessPool:
                continue


@contextmanager
def _files_here_shadow_nothing() -> Iterator[None]:
    """Keeps the current folder, which may be full of students' files, off the path of the pool."""
    before = os.environ.get(_SAFE_PATH)
    os.environ[_SAFE_PATH] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ[_SAFE_PATH]
        else:
            os.environ[_SAFE_PATH] = before


class _Worker:
    """What a process of the pool keeps from one file to the next: its warm sandbox."""

    sandbox: ClassVar[Sandbox]
    limits: ClassVar[LimitChanges]

    @classmethod
    def begin(cls, conditions: Conditions) -> None:
        _end_with_the_grader()
        cls.sandbox = Sandbox(conditions.level, thorough=True)
        cls.limits = conditions.limits
        atexit.register(cls.sandbox.close)
        gc.freeze()  # what is imported stays, and need not be gone through with each collection

    @classmethod
    def mark(cls, path: Path) -> Marked:
        return mark_one(path, cls.sandbox, cls.limits)


def _end_with_the_grader() -> None:
    """Has this process killed when the grader is: nobody would tell it that there is no more."""
    grader = multiprocessing.parent_process()
    if sys.platform == "linux" and grader is not None:
        kernel.prctl(kernel.PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != grader.pid:  # it has gone already
            os._exit(1)


def mark_one(
    path: Path, sandbox: Sandbox | None = None, limits: LimitChanges = _USUAL.limits
) -> Marked:
    """Mark one file; whatever goes wrong is said of this file alone."""
    if path.is_symlink():  # it may lead to the work of another, or anywhere on this machine
        return Marked(path, error=readable(f"{path.name}: a link, which is not followed"))
    if os.path.lexists(path) and not path.is_file():
        return Marked(path, error=readable(f"{path.name}: not a regular file"))
    try:
        result = grade_file(path, limits=limits, sandbox=sandbox)
        marked = Marked(path, result, readable(_faults_in(result)))
        _ = marked.data  # a fault of ours in a report is one of this file as well
        return marked
    except (SheetError, MissingModuleError) as error:
        return Marked(path, error=readable(str(error)))
    except Exception as error:  # a fault of ours in one file must not stop the rest
        text = f"a fault of the grader: {described(error)}"
        return Marked(path, error=readable(text), is_our_fault=True)


def _faults_in(result: SheetResult) -> str:
    """What to look for where problems could not be marked; the student is told none of it."""
    faults = (
        (problem.key, remark.details)
        for problem in result.problems
        for each in problem.fields
        if each.outcome is Outcome.GRADER_FAULT
        for remark in each.remarks
    )
    said = (
        f"a fault of the grader in problem {key}: {of['type']}: {of['message']} ({of['place']})"
        for key, of in faults
    )
    return "; ".join(dict.fromkeys(said))
