"""Marking of a whole folder, in parallel; one bad file never stops the rest."""

from __future__ import annotations

import atexit
import hashlib
import os
import time
from collections.abc import Generator, Mapping, Sequence
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from queue import SimpleQueue
from typing import ClassVar, Protocol

from grader.answers.outcome import Outcome
from grader.files.packed import packed
from grader.files.whole import UnwritableError, readable
from grader.grading.crew import Crew
from grader.grading.garbage import begin_to_work
from grader.grading.grade import grade
from grader.grading.limits import LimitChanges
from grader.grading.pool import files_here_shadow_nothing, no_stop
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
_THEIR_OWN: Mapping[Path, SetSheet] = {}
_NONE: Mapping[Path, bytes] = {}
_MOST_AT_WORK = 3  # files per process that may be on their way to it when it dies


def mark_all(
    paths: Sequence[Path],
    jobs: int,
    conditions: Conditions = _USUAL,
    sheets: Mapping[Path, SetSheet] = _THEIR_OWN,
    tapes: Mapping[Path, bytes] = _NONE,
    crew: Crew | None = None,
) -> Generator[Marked, None, None]:
    """Mark files in ``jobs`` processes, each as it gets ready, by its sheet or its own header.

    Of a file that has a tape the program is not run, unless more is asked than the tape has. Sheets
    and tapes are looked up one by one, shortly before they are needed. A ``crew`` that stands ready
    takes the place of processes that would be started.

    What has met a limit of wall clock, which a busy machine alone may do, is marked once more after
    all others, alone, and that counts: a mark does not depend on what is marked beside it. Whoever
    stops early closes the iterator, which ends the processes at once.
    """

    def tries(some: Sequence[Path], *, alone: bool) -> Generator[Marked, None, None]:
        if alone:
            return _tries(some, 1, conditions, sheets, _NONE)
        return _tries(some, jobs, conditions, sheets, tapes, crew)

    yield from settled(paths, tries)


class Tries(Protocol):
    """Marks files, each once; ``alone`` one after the other, by what programs do now."""

    def __call__(self, some: Sequence[Path], *, alone: bool) -> Generator[Marked, None, None]:
        """The results, as they come."""


def settled(paths: Sequence[Path], tries: Tries) -> Generator[Marked, None, None]:
    """The results of files, those once more that have met a limit of wall clock.

    They are marked after all others, alone, and that counts.
    """
    hurried: dict[Path, Marked] = {}
    for marked in tries(paths, alone=False):
        if marked.met_wall_clock:
            hurried[marked.path] = marked
        else:
            yield marked
    for second in tries(sorted(hurried), alone=True):
        yield _better_founded(hurried[second.path], second)


def _better_founded(first: Marked, second: Marked) -> Marked:
    """The result without a hurry, unless a fault of ours has spoilt it."""
    return first if second.data is None or second.has_fault else second


def _tries(
    paths: Sequence[Path],
    jobs: int,
    conditions: Conditions,
    sheets: Mapping[Path, SetSheet],
    tapes: Mapping[Path, bytes],
    crew: Crew | None = None,
) -> Generator[Marked, None, None]:
    """Each file marked once, whatever happens to the processes.

    A process of ours that dies takes the pool with it, and the files that were being marked. These
    are marked once more, each in a process of its own, so that only the file that kills the marker
    goes without; a new pool goes on with the rest.
    """
    left = dict.fromkeys(paths)
    while left:
        for marked in _in_pool([*left], jobs, conditions, sheets, tapes, crew):
            del left[marked.path]
            yield marked
        crew = None  # if it was there, a process of it has died
        for path in [*left][: _MOST_AT_WORK * jobs]:  # they are begun in their order
            del left[path]
            yield next(
                _in_pool([path], 1, conditions, sheets, _NONE),
                Marked(path, error="the process that marks it died, twice", is_our_fault=True),
            )


def _in_pool(
    paths: Sequence[Path],
    jobs: int,
    conditions: Conditions,
    sheets: Mapping[Path, SetSheet],
    tapes: Mapping[Path, bytes],
    crew: Crew | None = None,
) -> Generator[Marked, None, None]:
    """The files that could be marked before a process of the pool died, if one does."""
    crew = crew or Crew(jobs)
    to_come = iter(paths)
    finished: SimpleQueue[Future[Marked]] = SimpleQueue()
    at_work = 0
    with crew.pool as pool:
        try:
            crew.tell(conditions)
            while True:
                with files_here_shadow_nothing(), no_stop(), suppress(BrokenProcessPool):
                    # processes are started at `submit`, and few wait: each keeps its result
                    for path in islice(to_come, _MOST_AT_WORK * jobs - at_work):
                        future = pool.submit(
                            _Worker.mark, path, sheets.get(path), tapes.get(path, b"")
                        )
                        at_work += 1
                        future.add_done_callback(finished.put)
                if not at_work:
                    return
                future = finished.get()
                at_work -= 1
                try:
                    marked = future.result()
                except BrokenProcessPool:
                    continue
                del future
                yield marked
        except BaseException:  # nobody waits for what is not ready yet
            crew.end()
            raise


class _Worker:
    """What a process of the pool keeps from one file to the next: its warm sandbox."""

    sandbox: ClassVar[Sandbox]
    conditions: ClassVar[Conditions]

    @classmethod
    def mark(cls, path: Path, set_sheet: SetSheet | None, tape: bytes) -> Marked:
        marked = mark_one(path, cls.sandbox, cls.conditions, set_sheet, tape)
        return marked.plain if cls.conditions.keeps_tapes else marked


def begin(conditions: Conditions, sandbox: Sandbox) -> None:
    """What a process of a crew does once it knows under which conditions programs are run."""
    if conditions.level is not None:
        sandbox.keep_to(conditions.level)
    _Worker.sandbox, _Worker.conditions = sandbox, conditions
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
