"""The workers of a cluster, as a pool: each file marked once, whatever happens to them."""

from __future__ import annotations

import logging
import warnings
from collections import Counter
from collections.abc import Generator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any

from distributed import Client, Future, KilledWorker, WorkerPlugin, as_completed, get_worker

from grader.cluster.job import Job, Marker, Refused, Setup, best_level, digest_of_setup
from grader.course.handed import Handed
from grader.grading.tries import settled
from grader.report.marked import Marked
from grader.sheet.set_sheet import SetSheet

_WAIT_SECONDS = 10
_AHEAD = 2
"""Jobs for each thread of a worker beside the one that it is at work on."""


class ClusterError(RuntimeError):
    """A cluster that cannot be used: why, and what to do."""


class _MarkerPlugin(WorkerPlugin):
    """Has each worker, also one that joins later, be ready for a batch."""

    def __init__(self, name: str, setup: Setup) -> None:
        self.name = name
        self._setup = setup

    def setup(self, worker: Any) -> None:
        """The sandbox itself is started in the thread that marks, with the first job."""
        self._marker: Marker | None = None

    def mark(self, job: Job) -> Marked | Refused:
        if self._marker is None:
            self._marker = Marker(self._setup)
        return self._marker.mark(job)

    def teardown(self, worker: Any) -> None:
        """End what runs for it."""
        if self._marker is not None:
            self._marker.close()


def _mark_there(name: str, job: Job) -> tuple[str, Marked | Refused]:
    """Mark a submission in a worker; which one has done it."""
    worker = get_worker()
    plugin = worker.plugins[name]
    assert isinstance(plugin, _MarkerPlugin)
    return worker.address, plugin.mark(job)


class Cluster:
    """The workers at the scheduler of an address. It is a context manager."""

    def __init__(self, address: str) -> None:
        """Reaches the scheduler. Raises ClusterError."""
        logging.getLogger("distributed").setLevel(logging.CRITICAL)  # it is told in our words
        self._address = address
        self._name = ""
        self._refused: dict[str, str] = {}
        try:
            self._client = Client(address, timeout=_WAIT_SECONDS, set_as_default=False)
        except (OSError, ValueError, TimeoutError) as error:
            raise ClusterError(
                f"{address}: no scheduler of Dask answers there ({error or 'timed out'}); one is "
                "started by 'dask scheduler', and workers by 'dask worker ADDRESS --nthreads 1'"
            ) from None
        try:
            self._require_workers()
        except BaseException:
            self.close()
            raise

    def best_level(self) -> str:
        """The level of confinement that most workers have. Raises ClusterError where none has any.

        A worker that cannot have it will mark nothing.
        """
        found = self._client.run(best_level, on_error="return")
        levels = Counter(each for each in found.values() if isinstance(each, str) and each)
        if not levels:
            raise ClusterError(
                f"{self._address}: no worker can keep programs apart from its machine, or has the "
                "grader; 'grader doctor' there says why"
            )
        return max(levels, key=lambda each: (levels[each], each))

    def begin(self, setup: Setup) -> None:
        """Have all workers, and those that join later, be ready for a batch."""
        self._name = f"grader-{digest_of_setup(setup)}"
        self._client.register_plugin(_MarkerPlugin(self._name, setup))

    def _require_workers(self) -> None:
        with suppress(TimeoutError):
            self._client.wait_for_workers(1, timeout=_WAIT_SECONDS)
        threads = self._client.nthreads()
        if not threads:
            raise ClusterError(
                f"{self._address}: no worker has joined; start some: dask worker {self._address} "
                "--nthreads 1"
            )
        if many := [worker for worker, count in threads.items() if count > 1]:
            raise ClusterError(
                f"{self._address}: the worker {many[0]} has {threads[many[0]]} threads, of which "
                "only one can mark; start each with --nthreads 1, and one for each core with "
                "--nworkers"
            )

    def mark_all(
        self,
        paths: Sequence[Path],
        sheets: Mapping[Path, SetSheet],
        tapes: Mapping[Path, bytes],
        handed: Mapping[Path, Handed],
    ) -> Generator[Marked, None, None]:
        """Mark files, each as it gets ready, as `grader.grading.tries.mark_all` does.

        Raises ClusterError where the cluster is lost, or no worker can mark.
        """

        def tries(some: Sequence[Path], *, alone: bool) -> Generator[Marked, None, None]:
            return self._tries(some, sheets, {} if alone else tapes, handed, alone=alone)

        yield from settled(paths, tries)

    def _tries(
        self,
        paths: Sequence[Path],
        sheets: Mapping[Path, SetSheet],
        tapes: Mapping[Path, bytes],
        handed: Mapping[Path, Handed],
        *,
        alone: bool,
    ) -> Generator[Marked, None, None]:
        left = list(reversed(paths))
        died: set[Path] = set()
        at_work: dict[Future[Any], Job] = {}
        done = as_completed(loop=self._client.loop, with_results=False, raise_errors=False)
        try:
            while True:
                while left and len(at_work) < (1 if alone else self._most()):
                    path = left.pop()
                    try:
                        data = path.read_bytes()
                    except OSError as error:
                        why = f"{path.name}: the file cannot be read ({error.strerror})"
                        yield Marked(path, error=why)
                        continue
                    name, tape = path.name, tapes.get(path, b"")
                    job = Job(path, name, data, sheets[path], handed[path], tape)
                    future = self._submitted(job)
                    at_work[future] = job
                    done.add(future)
                if not at_work:
                    return
                future = done.next()
                job = at_work.pop(future)
                came = self._came(future, job)
                if isinstance(came, Marked):
                    yield came
                elif came is None and job.path in died:
                    yield Marked(
                        job.path, error="the worker that marks it died, twice", is_our_fault=True
                    )
                else:
                    if came is None:
                        died.add(job.path)
                    left.append(job.path)
        finally:
            with suppress(Exception):
                self._client.cancel([*at_work], force=True)

    def _most(self) -> int:
        return max(1, (1 + _AHEAD) * len(self._able()))

    def _able(self) -> list[str]:
        """The workers that can mark. Raises ClusterError where there is none."""
        try:
            workers = [*self._client.nthreads()]
        except (OSError, TimeoutError) as error:
            raise self._lost(error) from None
        able = [worker for worker in workers if worker not in self._refused]
        if workers and not able:
            raise ClusterError(
                f"{self._address}: no worker can mark; {next(iter(self._refused.values()))}"
            )
        return able

    def _submitted(self, job: Job) -> Future[Any]:
        only = self._able() if self._refused else None
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # on what it thinks is large
            return self._client.submit(
                _mark_there, self._name, job, pure=False, workers=only, retries=0
            )

    def _came(self, future: Future[Any], job: Job) -> Marked | Refused | None:
        """What came of a job; None where the worker died at it, more than once."""
        try:
            worker, came = future.result()
        except KilledWorker:
            return None
        except Exception as error:
            if self._client.status != "running" or future.status in ("lost", "cancelled"):
                raise self._lost(error) from None
            said = f"a fault of the grader: {type(error).__name__}: {error}"
            return Marked(job.path, error=said, is_our_fault=True)
        if isinstance(came, Refused):
            self._refused.setdefault(worker, came.why)
        found: Marked | Refused = came
        return found

    def _lost(self, error: Exception) -> ClusterError:
        return ClusterError(
            f"{self._address}: the scheduler is gone ({type(error).__name__}); what was marked is "
            "kept, and the same command goes on once it is there again"
        )

    @property
    def refused(self) -> Mapping[str, str]:
        """Workers that mark nothing, and why."""
        return self._refused

    def close(self) -> None:
        """Leave the workers as they were."""
        with suppress(Exception):
            self._client.unregister_worker_plugin(self._name)
        with suppress(Exception):
            self._client.close(timeout=_WAIT_SECONDS)

    def __enter__(self) -> Cluster:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
