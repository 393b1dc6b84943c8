"""Marking of a folder, as commands share it: a journal, progress, a stop in between."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import click

from grader.cli import refuse
from grader.cli.progress import Shown
from grader.cli.stopping import Stopped
from grader.files.whole import readable
from grader.grading.batch import Conditions, content_of
from grader.grading.crew import Crew
from grader.grading.edition import edition
from grader.grading.folder import Found, look_through
from grader.grading.journal import Journal, JournalError, key_of, usual_journal
from grader.grading.set_aside import SetAside
from grader.grading.tries import mark_all
from grader.report.marked import Marked
from grader.sandbox.outside.forkserver import ForkServerLostError
from grader.sandbox.outside.sandbox import NoSandboxError, Sandbox, require_linux
from grader.sandbox.wire.level import NONE
from grader.sheet.set_sheet import SetSheet


@dataclass
class Work:
    """What is to be done in a folder, and what is done of it.

    Args:
        folder: where the submissions are.
        paths: what may be a submission.
        sheets: which sheet each was set, where that is said.
        conditions: how programs are run.
        journal: where results are kept as they come, if anywhere.
        done: what is marked, or cannot be.
        rests_on: what else the result of each file rests on.
        is_whole: whether all is there that comes of a file beside its result.
    """

    folder: Path
    paths: Sequence[Path]
    sheets: Mapping[Path, SetSheet]
    conditions: Conditions
    journal: Journal | None
    done: SetAside
    rests_on: Mapping[Path, str] = field(default_factory=dict)
    is_whole: Callable[[Path], bool] = lambda _: True

    @property
    def tapes(self) -> Mapping[Path, bytes]:
        """None are kept."""
        return {}

    @property
    def statuses(self) -> Counter[str]:
        """How many files there are of each status by now."""
        return self.done.statuses

    def take_up(self) -> list[Path]:
        """Take what the journal has of an earlier run; the files that are left to be marked."""
        if self.journal is None or self.journal.is_empty:
            return [*self.paths]
        left: list[Path] = []
        for path in self.paths:
            try:
                content = content_of(path)
            except OSError:
                content = ""  # it is said of it when it is marked
            key = self._key(path, content)
            kept = self.journal.kept(path, name_below(path, self.folder), key) if content else None
            if kept is None or not self.is_whole(path):
                left.append(path)
            else:
                self.done.add(kept)
        return left

    def add(self, marked: Marked) -> None:
        """Take a result, and keep it. Says so once, where it can be kept no more."""
        self.done.add(marked)
        if self.journal is None or not marked.content or marked.status == "grader-fault":
            return
        key = self._key(marked.path, marked.content)
        try:
            self.journal.add(marked, name_below(marked.path, self.folder), key)
        except JournalError as error:
            click.echo(f"{error}; what is marked from now on is not kept", err=True)
            self.journal.close()
            self.journal = None

    def _key(self, path: Path, content: str) -> str:
        """What the result of a file rests on."""
        sheet = self.sheets.get(path)
        how = [str(self.conditions.level), repr(self.conditions.limits)]
        how += [repr(self.conditions.style_costs)] if self.conditions.style_costs else []
        how += [self.rests_on[path]] if path in self.rests_on else []
        return key_of(content, edition(), *how, sheet.digest if sheet else "")


def look_through_folder(folder: Path, name: str = "") -> Found:
    """What there is to mark below a folder; a folder without anything is refused.

    ``name`` is that of the archive that was laid out there, if one was.
    """
    name = name or readable(str(folder))
    if not folder.is_dir():
        raise refuse(f"{name}: a folder of submissions was expected, but there is none")
    try:
        found = look_through(folder)
    except OSError as error:
        raise refuse(f"{name}: the folder cannot be read ({error.strerror})") from None
    if not found.submissions and not found.closed:
        raise refuse(f"{name}: there is no .py or .ipynb file in it, and no archive of one")
    return found


def name_below(path: Path, folder: Path) -> str:
    """What a file is called below the folder, with every byte of its name."""
    return path.relative_to(folder).as_posix()


def level_of(*, trusting: bool) -> str:
    """The best level of confinement that can be had; none for programs that are trusted.

    A machine that has none is refused, and a system that is not Linux.
    """
    try:
        return _level(trusting=trusting)
    except ForkServerLostError:  # something else has ended it, which it may do but once
        pass
    try:
        return _level(trusting=trusting)
    except ForkServerLostError as error:
        raise refuse(
            f"the process that confines programs was ended twice from outside ({error}); "
            "'grader doctor' looks at this machine"
        ) from None


def _level(*, trusting: bool) -> str:
    with Sandbox() as sandbox:
        try:
            require_linux()
            return NONE if trusting else sandbox.level
        except NoSandboxError as error:
            raise refuse(str(error)) from None


def journal_of(told: Path | None, folder: Path, *, resume: bool) -> Journal | None:
    """The journal; none, with a word on it, where nobody asked for one and none can be kept."""
    try:
        journal = Journal(told or usual_journal(folder), resume=resume)
    except JournalError as error:
        if told is not None or resume or error.is_in_use:
            raise refuse(str(error)) from None
        click.echo(f"{error}; if this batch is stopped, it has to begin anew", err=True)
        return None
    if resume and journal.is_empty:
        click.echo(
            f"there is nothing to go on with in {readable(str(journal.path))}: the batch begins "
            "anew",
            err=True,
        )
    return journal


class Task(Protocol):
    """What is to be marked: the work of a batch, wherever its results go."""

    @property
    def paths(self) -> Sequence[Path]:
        """The files that are to be marked."""

    @property
    def sheets(self) -> Mapping[Path, SetSheet]:
        """Which sheet each was set, where that is said."""

    @property
    def tapes(self) -> Mapping[Path, bytes]:
        """What programs have answered before, where that is known."""

    @property
    def conditions(self) -> Conditions:
        """How programs are run."""

    @property
    def statuses(self) -> Counter[str]:
        """How many files there are of each status by now."""

    def take_up(self) -> list[Path]:
        """Take what is there of earlier runs; the files that are left."""

    def add(self, marked: Marked) -> None:
        """Take a result."""


Marking = Callable[[Sequence[Path]], Generator[Marked, None, None]]
"""Marks files, each as it gets ready."""


def mark(work: Task, jobs: int, elsewhere: Marking | None = None, crew: Crew | None = None) -> None:
    """Mark what is left to be marked, with progress shown.

    So many at a time are marked here, by a ``crew`` if there is one already, or all ``elsewhere``.
    """
    left = work.take_up()
    with Shown(len(work.paths), work.statuses) as shown:
        if elsewhere is not None:
            results = elsewhere(left)
        else:
            processes = max(1, min(jobs, len(left)))
            results = mark_all(left, processes, work.conditions, work.sheets, work.tapes, crew)
        with closing(results):
            for each in results:
                work.add(each)
                shown.advance()


def stopped_in_words(stop: Stopped, work: Work | None) -> str:
    """What is done and kept of a batch that was stopped."""
    if work is None:
        return f"stopped ({stop}): nothing is marked yet"
    said = f"stopped ({stop}): {len(work.done)} of {len(work.paths)} files are marked"
    if work.journal is None:
        return f"{said}, and nothing of it is kept"
    kept = readable(str(work.journal.path))
    return f"{said}, and kept in {kept}; go on with the same command and --resume"
