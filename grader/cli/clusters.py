"""Where a batch of an assignment is marked: here, or by the workers of a cluster."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from grader.cli import refuse
from grader.cli.marking import Task, level_of, mark
from grader.files.whole import readable

if TYPE_CHECKING:
    from grader.cluster.workers import Cluster
    from grader.course.case import Course
    from grader.course.handed import Handed
    from grader.grading.crew import Crew
    from grader.report.marked import Marked


class Place:
    """Where programs are run, and at which level of confinement."""

    def __init__(
        self, level: str, jobs: int, cluster: Cluster | None = None, crew: Crew | None = None
    ) -> None:
        self.level = level
        self._jobs = jobs
        self._crew = crew
        self._cluster = cluster

    def mark(
        self, work: Task, course: Course, handed: Mapping[Path, Handed], *, makes_pages: bool
    ) -> None:
        """Mark what is left of some work."""
        if self._cluster is None:
            mark(work, self._jobs, crew=self._crew)
            return
        from grader.cluster.job import setup_of

        overrides = course.overrides
        cluster = self._cluster
        cluster.begin(setup_of(course.assignment, overrides, self.level, makes_pages=makes_pages))

        def marking(left: Sequence[Path]) -> Generator[Marked, None, None]:
            return cluster.mark_all(left, work.sheets, work.tapes, handed)

        mark(work, self._jobs, marking)

    @property
    def told(self) -> list[str]:
        """What is odd about it: workers that mark nothing."""
        refused = {} if self._cluster is None else self._cluster.refused
        return [f"the worker {one} marks nothing: {readable(why)}" for one, why in refused.items()]


@contextmanager
def place_of(
    address: str | None, jobs: int, crew: Crew | None = None, *, trusting: bool = False
) -> Iterator[Place]:
    """Where to mark: at the workers of an address, if there is one, or here.

    Refuses what is not to be had.
    """
    if address is None:
        yield Place(level_of(trusting=trusting), jobs, crew=crew)
        return
    if trusting:
        raise refuse("--unsafe-i-trust-this-code goes without --cluster")
    try:
        from grader.cluster.workers import Cluster, ClusterError
    except ModuleNotFoundError:
        raise refuse(
            "--cluster: the library for clusters is missing; install the grader with it, here and "
            "on all workers: pip install 'conv-grader[cluster]'"
        ) from None
    try:
        with Cluster(address) as cluster:
            yield Place(cluster.best_level(), jobs, cluster)
    except ClusterError as error:
        raise refuse(str(error)) from None
