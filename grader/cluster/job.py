"""What goes to a worker of a cluster, and what is done there."""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path, PurePosixPath
from typing import Any

from grader.course.assignment import Assignment
from grader.course.finishing import Finisher
from grader.course.handed import Handed
from grader.course.overrides import Override
from grader.grading.batch import Conditions, mark_one
from grader.grading.edition import edition
from grader.grading.garbage import begin_to_work
from grader.report.marked import Marked
from grader.sandbox.outside.sandbox import NoSandboxError, Sandbox
from grader.sheet.set_sheet import SetSheet
from problems.catalogue import add_families
from problems.languages import add_language

Files = Mapping[str, bytes]
"""The files of a folder, by their paths in it."""


@dataclass(frozen=True)
class Setup:
    """What is the same for all submissions of a batch.

    ``edition`` and ``version`` are those of the grader that has set it: another one would give
    other marks. ``level`` is that of confinement, and ``families`` and ``languages`` are the
    lecturer's own, as files.
    """

    edition: str
    version: str
    level: str
    assignment: Assignment
    overrides: Sequence[Override]
    makes_pages: bool
    families: Sequence[Files] = ()
    languages: Sequence[Files] = ()


@dataclass(frozen=True)
class Job:
    """One submission: its file, and whose it is."""

    path: Path
    name: str
    data: bytes
    sheet: SetSheet
    handed: Handed
    tape: bytes = b""


@dataclass(frozen=True)
class Refused:
    """Why a worker marks nothing."""

    why: str


class Marker:
    """What a worker keeps from one submission to the next: its warm sandbox.

    It is made anew for each batch, and a worker that cannot mark says why with every job.
    """

    def __init__(self, setup: Setup) -> None:
        self._setup = setup
        self._folder = tempfile.TemporaryDirectory(prefix="grader-")
        self._sandbox: Sandbox | None = None
        self.refused = self._made_ready()

    def _made_ready(self) -> Refused | None:
        setup = self._setup
        for each in setup.families:
            add_families(self._laid_out(each))
        for each in setup.languages:
            add_language(self._laid_out(each))
        edition.cache_clear()
        if edition() != setup.edition:
            return Refused(_mismatch(setup))
        try:
            sandbox = Sandbox(setup.level, thorough=True)
            _ = sandbox.level
            sandbox.start_early()
        except NoSandboxError as error:
            return Refused(f"programs are confined at level {setup.level} elsewhere; here: {error}")
        self._sandbox = sandbox
        begin_to_work()
        return None

    def _laid_out(self, files: Files) -> Path:
        folder = Path(tempfile.mkdtemp(dir=self._folder.name))
        for name, data in files.items():
            path = folder.joinpath(*PurePosixPath(name).parts)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return folder

    def mark(self, job: Job) -> Marked | Refused:
        """Mark a submission."""
        if self.refused is not None:
            return self.refused
        setup = self._setup
        with tempfile.TemporaryDirectory(dir=self._folder.name) as folder:
            path = Path(folder) / Path(job.name).name
            path.write_bytes(job.data)
            finisher = Finisher(
                setup.assignment, {path: job.handed}, setup.overrides, setup.makes_pages
            )
            conditions = Conditions(
                setup.level, setup.assignment.limits, (), finisher, keeps_tapes=True
            )
            marked = mark_one(path, self._sandbox, conditions, job.sheet, job.tape)
        return replace(marked.plain, path=job.path)

    def close(self) -> None:
        """End what runs for it."""
        if self._sandbox is not None:
            self._sandbox.close()
        self._folder.cleanup()


def _mismatch(setup: Setup) -> str:
    own = version("conv-grader")
    same = own == setup.version
    which = "other files or libraries" if same else f"version {own}"
    return (
        f"the batch is marked by grader {setup.version}, and this worker has {which}, which might "
        "give other marks; install the same one there, with the same constraints"
    )


def best_level() -> str:
    """The best level of confinement that a worker has; empty where it has none."""
    try:
        with Sandbox() as sandbox:
            return sandbox.level
    except NoSandboxError:
        return ""


def setup_of(
    assignment: Assignment, overrides: Sequence[Override], level: str, *, makes_pages: bool
) -> Setup:
    """What workers are told before they mark for an assignment."""
    from problems.catalogue import own_directories
    from problems.languages import added

    return Setup(
        edition(),
        version("conv-grader"),
        level,
        assignment,
        tuple(overrides),
        makes_pages,
        tuple(map(_files_in, own_directories())),
        tuple(_files_in(one.folder) for one in added()),
    )


def _files_in(folder: Path) -> Files:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


def digest_of_setup(setup: Setup) -> str:
    """A name for a batch's setup on the workers, another one for each batch."""
    told: Any = (setup.edition, setup.assignment.digest, os.urandom(8).hex())
    return hashlib.sha256(repr(told).encode()).hexdigest()[:16]
