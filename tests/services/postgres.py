"""A server of PostgreSQL for tests: in a temporary folder, without waiting for any disk."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

USER = "grader"
_SECONDS = 60
_QUICK = (
    *("-c", "fsync=off", "-c", "full_page_writes=off"),
    *("-c", "unix_socket_directories=", "-c", "listen_addresses=127.0.0.1"),
)


def _program(name: str) -> str:
    """The program of a server. Fails where none is installed, and says what to install."""
    of_debian = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    found = shutil.which(name) or (str(of_debian[-1]) if of_debian else None)
    assert found is not None, (
        "these tests start PostgreSQL, and there is none: install it (on Debian: apt install "
        f"postgresql), so that {name} is found on the PATH or below /usr/lib/postgresql"
    )
    return found


def _as_somebody() -> tuple[list[str], tuple[int, int] | None]:
    """How a program is run that refuses to be root, and whose files it has to have."""
    if os.geteuid() != 0:
        return [], None
    names = {each.pw_name: each for each in pwd.getpwall()}
    who = names.get("postgres") or names["nobody"]
    ids = [f"--reuid={who.pw_uid}", f"--regid={who.pw_gid}", "--clear-groups"]
    return ["setpriv", *ids], (who.pw_uid, who.pw_gid)


class Server:
    """A server, which may be stopped and started again."""

    def __init__(self, folder: Path) -> None:
        self._prefix, owner = _as_somebody()
        self._data = folder / "data"
        self._log = folder / "log"
        self._data.mkdir()
        if owner is not None:
            for path in (folder, self._data):
                os.chown(path, *owner)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        self._run(
            *(_program("initdb"), "-D", self._data, "-U", USER, "-A", "trust"),
            *("-E", "UTF8", "--locale=C", "--no-sync"),
        )
        self._process: subprocess.Popen[bytes] | None = None
        self.start()

    def _run(self, *command: str | Path) -> None:
        done = subprocess.run(
            [*self._prefix, *command], cwd="/", capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr

    def start(self) -> None:
        """Start it, and wait until it answers."""
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [
                    *self._prefix,
                    _program("postgres"),
                    "-D",
                    self._data,
                    "-p",
                    str(self.port),
                    *_QUICK,
                ],
                cwd="/",
                stdout=log,
                stderr=log,
            )
        until = time.monotonic() + _SECONDS
        while True:
            try:
                with psycopg.connect(self.url("postgres"), connect_timeout=5):
                    return
            except psycopg.OperationalError:
                assert time.monotonic() < until, self._log.read_text()
                assert self._process.poll() is None, self._log.read_text()
                time.sleep(0.02)

    def stop(self, how: signal.Signals = signal.SIGQUIT) -> None:
        """Stop it, at once and without a word to anybody."""
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait(_SECONDS)
            self._process = None

    def url(self, database: str) -> str:
        return f"postgresql://{USER}@127.0.0.1:{self.port}/{database}"

    def ask(self, database: str, query: str) -> list[tuple[object, ...]]:
        with psycopg.connect(self.url(database), autocommit=True) as connection:
            cursor = connection.execute(query)
            return cursor.fetchall() if cursor.description else []

    def make(self, database: str) -> str:
        """A database; its address."""
        self.ask("postgres", f"CREATE DATABASE {database}")
        return self.url(database)

    def end_connections(self, database: str) -> int:
        """End all connections to a database; how many there were."""
        ended = self.ask(
            "postgres",
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            f"WHERE datname = '{database}' AND backend_type = 'client backend'",
        )
        return len(ended)


@contextmanager
def server() -> Iterator[Server]:
    """A server, for as long as it is needed."""
    with tempfile.TemporaryDirectory(prefix="grader-postgres-") as folder:
        Path(folder).chmod(0o700)
        running = Server(Path(folder))
        try:
            yield running
        finally:
            running.stop()
