"""Processes that mark, and that may be started before it is known what they are to mark.

Light to import: a process starts its fork server, and only then loads what marks, so that the two
overlap; and so does all of it with what the grader itself does meanwhile.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from grader.grading.pool import (
    end_with_the_grader,
    files_here_shadow_nothing,
    leave_stops_to_the_grader,
    no_stop,
)
from grader.sandbox.outside.sandbox import Sandbox

if TYPE_CHECKING:
    from multiprocessing.queues import SimpleQueue

    from grader.grading.batch import Conditions


class Crew:
    """A pool of processes, each with a warm sandbox of its own. Use `end` in every case."""

    def __init__(self, jobs: int) -> None:
        """Starts the processes, and returns at once."""
        context = multiprocessing.get_context("spawn")  # no state of ours is copied
        before = {*multiprocessing.active_children()}
        # while a process of its own is started, which counts what the pool shares
        with files_here_shadow_nothing(), no_stop(), suppress(BrokenProcessPool):
            self._told: SimpleQueue[Conditions] = context.SimpleQueue()
            self.jobs = jobs
            self.pool = ProcessPoolExecutor(
                max_workers=jobs, mp_context=context, initializer=_begin, initargs=(self._told,)
            )
            for _ in range(jobs):  # a process is started at `submit`
                self.pool.submit(_nothing)
        self._before = before

    def tell(self, conditions: Conditions) -> None:
        """Says under which conditions programs are run; until then no process marks anything."""

        def tell() -> None:
            with suppress(OSError, ValueError):
                for _ in range(self.jobs):
                    self._told.put(conditions)

        # nobody may be there any more to read what does not fit into a pipe
        Thread(target=tell, daemon=True).start()

    def end(self) -> None:
        """Ends the processes at once, whatever they do."""
        self.pool.shutdown(wait=False, cancel_futures=True)
        for process in {*multiprocessing.active_children()} - self._before:
            process.kill()


def _begin(told: SimpleQueue[Conditions]) -> None:
    """What a process does before it marks: its imports overlap with those of its fork server."""
    end_with_the_grader()
    leave_stops_to_the_grader()
    sandbox = Sandbox(thorough=True)
    sandbox.start_early()
    from grader.grading.batch import begin

    begin(told.get(), sandbox)


def _nothing() -> None:
    """The first task of a process, for which it is started."""


@contextmanager
def begun_early(folder: Path, jobs: int) -> Iterator[Crew | None]:
    """Processes for what is in a folder, started while the grader loads what it needs.

    None where there is nothing that could be marked.
    """
    jobs = min(jobs, _number_of_files(folder, jobs))
    if not jobs or sys.platform != "linux":
        yield None
        return
    crew = Crew(jobs)
    try:
        yield crew
    finally:
        crew.end()


def _number_of_files(folder: Path, enough: int) -> int:
    """How many files there are in a folder, as far as that matters; hidden ones do not count."""
    found = 0
    folders = [folder]
    while folders and found < enough:
        with suppress(OSError), os.scandir(folders.pop()) as entries:  # why is said later
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    folders.append(Path(entry.path))
                else:
                    found += 1
    return min(found, enough)
