"""Marking of many files, in parallel, each tried again where a process or a limit was to blame."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from itertools import islice
from pathlib import Path
from queue import SimpleQueue
from typing import Protocol

from grader.grading.batch import Conditions, Worker
from grader.grading.crew import Crew
from grader.grading.pool import files_here_shadow_nothing, no_stop
from grader.report.marked import Marked
from grader.sheet.set_sheet import SetSheet

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
                            Worker.mark, path, sheets.get(path), tapes.get(path, b"")
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
