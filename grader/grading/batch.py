"""Marking of one file of a folder, where one bad file never stops the rest."""

from __future__ import annotations

import atexit
import hashlib
import os
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import ClassVar, Protocol

from grader.answers.outcome import Outcome
from grader.files.packed import packed
from grader.files.whole import UnwritableError, readable
from grader.grading.garbage import begin_to_work
from grader.grading.grade import grade
from grader.grading.limits import LimitChanges
from grader.grading.style_costs import StyleCost, with_style_costs
from grader.intake.handed_in import MOST_ARCHIVE_BYTES
from grader.intake.submission import Submission, read_submission
from grader.marking.result import SheetResult
from grader.messages.fault import described
from grader.messages.remark import Remark
from grader.report.marked import Marked
from grader.sandbox.outside.forkserver import MissingModuleError
from grader.sandbox.outside.outcome import SandboxFault
from grader.sandbox.outside.sandbox import Sandbox
from grader.sandbox.outside.tape import Player, Recorder
from grader.sheet.set_sheet import SetSheet
from grader.sheet.sheet import Sheet, SheetError
from problems.frozen import frozen


class Finish(Protocol):
    """What is done in the process that marks, before and after."""

    def sheet(self, sheet: SetSheet) -> SetSheet:
        """A sheet as it is marked by."""

    def __call__(self, path: Path, result: SheetResult, sheet: Sheet) -> Finished:
        """A result as it is told."""


@dataclass(frozen=True)
class Conditions:
    """How programs are run: the level of confinement (None: the best), and what is allowed.

    ``style_costs`` are what breaches of style cost, where that is not what the exercise says.
    ``finish`` makes of each result what is to be told of it, in the process that has marked it.
    With ``keeps_tapes`` what programs answer comes with their results, which are plain data then.
    """

    level: str | None = None
    limits: LimitChanges = field(default_factory=LimitChanges)
    style_costs: tuple[StyleCost, ...] = ()
    finish: Finish | None = None
    keeps_tapes: bool = False


@frozen
class Finished:
    """A result as it is told, and the pages with feedback that were made of it, by suffix."""

    result: SheetResult
    pages: Mapping[str, str] = field(default_factory=dict)


_USUAL = Conditions()


class Worker:
    """What a process of a crew keeps from one file to the next: its warm sandbox."""

    sandbox: ClassVar[Sandbox]
    conditions: ClassVar[Conditions]

    @classmethod
    def mark(cls, path: Path, set_sheet: SetSheet | None, tape: bytes) -> Marked:
        """The marks of a file, as they go to the process that has asked for them."""
        marked = mark_one(path, cls.sandbox, cls.conditions, set_sheet, tape)
        return marked.plain if cls.conditions.keeps_tapes else marked


def begin(conditions: Conditions, sandbox: Sandbox) -> None:
    """What a process of a crew does once it knows under which conditions programs are run."""
    if conditions.level is not None:
        sandbox.keep_to(conditions.level)
    Worker.sandbox, Worker.conditions = sandbox, conditions
    atexit.register(sandbox.close)
    begin_to_work()


def mark_one(
    path: Path,
    sandbox: Sandbox | None = None,
    conditions: Conditions = _USUAL,
    set_sheet: SetSheet | None = None,
    tape: bytes = b"",
) -> Marked:
    """Mark one file; whatever goes wrong is said of this file alone.

    With a ``tape`` its program is not run, unless more is asked than the tape has.
    """
    name = readable(path.name)
    try:
        if path.is_symlink():  # it may lead to the work of another, or anywhere on this machine
            return Marked(path, error=f"{name}: a link, which is not followed")
        if os.path.lexists(path) and not path.is_file():
            return Marked(path, error=f"{name}: not a regular file")
        content = content_of(path)
    except OSError as error:  # a path that is too long, say
        return Marked(path, error=f"{name}: the file cannot be read ({error.strerror})")
    began = time.monotonic()
    marked = _mark(path, content, sandbox, conditions, set_sheet, tape)
    if conditions.keeps_tapes:  # for a store
        marked = replace(marked, seconds=time.monotonic() - began)
    with suppress(OSError):
        if content == content_of(path):
            return marked
    return replace(marked, content="")  # it was changed, or went, meanwhile


def content_of(path: Path) -> str:
    """A digest of what is in a file; of one so large that it is refused, of its beginning.

    Empty where it may not be read, or is no file; a link is none. Raises OSError.
    """
    if path.is_symlink() or not path.is_file() or not os.access(path, os.R_OK):
        return ""
    with path.open("rb") as file:
        data = file.read(MOST_ARCHIVE_BYTES + 1)
    return hashlib.sha256(data).hexdigest()


def _mark(
    path: Path,
    content: str,
    sandbox: Sandbox | None,
    conditions: Conditions,
    set_sheet: SetSheet | None,
    tape: bytes,
) -> Marked:
    try:
        if conditions.finish is not None and set_sheet is not None:
            set_sheet = conditions.finish.sheet(set_sheet)
        submission = read_submission(path, set_sheet)
        if tape and (played := _played(submission, conditions, tape)) is not None:
            result, tape, was_played = played, b"", True
        else:
            result, tape = _run(submission, conditions, sandbox)
            was_played = False
        result = with_style_costs(result, conditions.style_costs)
        finished = Finished(result)
        if conditions.finish is not None:
            finished = conditions.finish(path, result, submission.sheet)
        marked = Marked(
            *(path, finished.result, readable(_faults_in(finished.result))),
            content=content,
            pages={suffix: packed(text.encode()) for suffix, text in finished.pages.items()},
            tape=tape,
            was_played=was_played,
        )
        _ = marked.data  # a fault of ours in a report is one of this file as well
        return marked
    except (SheetError, MissingModuleError) as error:
        return Marked(path, error=readable(str(error)), content=content)
    except UnwritableError:  # a full disk, say: no fault of one file
        raise
    except Exception as error:  # a fault of ours in one file must not stop the rest
        text = f"a fault of the grader: {described(error)}"
        return Marked(path, error=readable(text), is_our_fault=True, content=content)


def _run(
    submission: Submission, conditions: Conditions, sandbox: Sandbox | None
) -> tuple[SheetResult, bytes]:
    """The marks of a program that is run, and the tape of it, if one is wanted."""
    if not conditions.keeps_tapes or sandbox is None:
        return grade(submission, limits=conditions.limits, sandbox=sandbox), b""
    recorder = Recorder(sandbox)
    result = grade(submission, limits=conditions.limits, sandbox=recorder)
    may_be_kept = not result.has_grader_fault and not result.met_wall_clock
    return result, recorder.tape if may_be_kept else b""


def _played(submission: Submission, conditions: Conditions, tape: bytes) -> SheetResult | None:
    """The marks by what a program answered before; None where that does not tell them."""
    try:
        player = Player(tape)
        result = grade(submission, limits=conditions.limits, sandbox=player)
    except SandboxFault:
        return None
    return None if player.is_off or result.has_grader_fault else result


def _faults_in(result: SheetResult) -> str:
    """What to look for where problems could not be marked; the student is told none of it."""
    faults = (
        (problem.key, remark)
        for problem in result.problems
        for each in problem.fields
        if each.outcome is Outcome.GRADER_FAULT
        for remark in each.remarks
    )
    return "; ".join(dict.fromkeys(_fault_in_words(key, remark) for key, remark in faults))


def _fault_in_words(key: str, remark: Remark) -> str:
    of = remark.details
    if remark.key == "no-torch":
        return f"problem {key} was not marked: {of['message']}"
    return f"a fault of the grader in problem {key}: {of['type']}: {of['message']} ({of['place']})"
