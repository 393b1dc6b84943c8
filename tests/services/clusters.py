"""A cluster of Dask on this machine: a scheduler and workers, each a process of its own."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

DASK = Path(sys.executable).with_name("dask")
_SECONDS = 60


class LocalCluster:
    """A scheduler, and the workers that were started so far."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self._port = free.getsockname()[1]
        self.address = f"tcp://127.0.0.1:{self._port}"
        self._folder = folder
        self.workers: list[subprocess.Popen[bytes]] = []
        self.scheduler = self._started(
            "scheduler", "--host", "127.0.0.1", "--port", str(self._port), "--no-dashboard"
        )
        self._wait_for_port()

    def join(self, environment: Mapping[str, str] | None = None, threads: int = 1) -> int:
        """Start a worker without a nanny, and wait until it has joined; its process."""
        before = self._count()
        worker = self._started(
            *("worker", self.address, "--nworkers", "1", "--nthreads", str(threads)),
            *("--no-nanny", "--no-dashboard", "--memory-limit", "0"),
            *("--local-directory", str(self._folder)),
            environment=environment,
        )
        self.workers.append(worker)
        until = time.monotonic() + _SECONDS
        while self._count() <= before:
            assert time.monotonic() < until, "a worker did not join"
            time.sleep(0.1)
        return worker.pid

    def kill(self, number: int) -> None:
        """End a worker as a machine ends that loses its power."""
        worker = self.workers.pop(number)
        worker.send_signal(signal.SIGKILL)
        worker.wait()

    def close(self) -> None:
        for each in (*self.workers, self.scheduler):
            with suppress(ProcessLookupError):
                os.killpg(each.pid, signal.SIGKILL)
            each.wait()

    def _count(self) -> int:
        from distributed import Client

        with Client(self.address, timeout=_SECONDS, set_as_default=False) as client:
            return len(client.nthreads())

    def _started(
        self, *arguments: str, environment: Mapping[str, str] | None = None
    ) -> subprocess.Popen[bytes]:
        with (self._folder / f"{arguments[0]}-{time.monotonic_ns()}.log").open("wb") as log:
            return subprocess.Popen(
                [DASK, *arguments],
                stdout=log,
                stderr=log,
                env={**os.environ, **(environment or {})},
                start_new_session=True,
            )

    def _wait_for_port(self) -> None:
        until = time.monotonic() + _SECONDS
        while True:
            with suppress(OSError), socket.create_connection(("127.0.0.1", self._port), 1):
                return
            assert time.monotonic() < until, "the scheduler did not start"
            time.sleep(0.1)


@contextmanager
def local_cluster(folder: Path, workers: int = 2) -> Iterator[LocalCluster]:
    cluster = LocalCluster(folder)
    try:
        for _ in range(workers):
            cluster.join()
        yield cluster
    finally:
        cluster.close()
