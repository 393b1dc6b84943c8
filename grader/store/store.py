"""A store at work: transactions that are tried again where a database was lost for a while."""

from __future__ import annotations

import hashlib
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

from filelock import FileLock, Timeout
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from grader.store.opening import LostStoreError, StoreError, opened, shown, told_as

T = TypeVar("T")

PATIENCE_SECONDS = 60.0
"""For which a database that was lost is waited for."""
_FIRST_WAIT, _LONGEST_WAIT = 0.1, 5.0


class InUseError(StoreError):
    """Another command writes for the same assignment."""


class Store:
    """Where results are kept. It is a context manager; `close` lets it go.

    ``seen_last`` is the result that was read last, by its number.
    """

    def __init__(self, said: str, *, make: bool = True) -> None:
        """Opens the store at a file or address; with ``make`` one is made. Raises StoreError."""
        self.name = shown(said)
        self.patience = PATIENCE_SECONDS
        self.seen_last: tuple[int, Mapping[str, Any]] | None = None
        self._engine = opened(said, make=make)
        self._locks = ExitStack()
        self._held: str | None = None
        self._writer: Connection | None = None

    @property
    def is_file(self) -> bool:
        """Whether it is a file of SQLite."""
        return self._engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection to read by; a database that is lost is waited for. Raises StoreError."""
        connection = self._patiently(self._engine.connect)
        with told_as(self.name), connection:
            yield connection

    def do(self, work: Callable[[Connection], T]) -> T:
        """Do something in one transaction, which is done whole or not at all.

        Where the database is lost meanwhile it is tried again for a while, so that ``work`` has to
        see by itself what an earlier try has done after all. Raises StoreError.
        """

        def once() -> T:
            if self._writer is None:
                with self._engine.begin() as connection:
                    return work(connection)
            with self._writer.begin():
                return work(self._writer)

        return self._patiently(once)

    def _patiently(self, work: Callable[[], T]) -> T:
        deadline, wait = time.monotonic() + self.patience, _FIRST_WAIT
        was_lost = False
        while True:
            try:
                with told_as(self.name):
                    self._hold()
                    return work()
            except (LostStoreError, InUseError) as error:
                if isinstance(error, InUseError) and not was_lost:
                    raise
                was_lost = True  # so that the lock may still be ours, of a connection that is gone
                self._let_go()
                if time.monotonic() + wait > deadline:
                    raise
            time.sleep(wait)
            wait = min(2 * wait, _LONGEST_WAIT)

    def lock(self, assignment: str) -> None:
        """Keep other commands from writing for an assignment meanwhile. Raises StoreError."""
        if self.is_file:
            path = Path(str(self._engine.url.database) + ".lock")
            try:
                self._locks.enter_context(FileLock(path, timeout=0))
            except Timeout:
                raise self._in_use() from None
            except OSError as error:
                raise StoreError(
                    f"{self.name}: the store cannot be written ({error.strerror})"
                ) from None
            return
        self._let_go()
        self._held = assignment
        with told_as(self.name):
            self._hold()

    def _hold(self) -> None:
        """Write by a connection that has a lock of the database, for as long as it lives."""
        if self._held is None or self._writer is not None:
            return
        digest = hashlib.sha256(self._held.encode()).digest()
        number = int.from_bytes(digest[:8], "big", signed=True)
        connection = self._engine.connect()
        try:
            taken = connection.scalar(text("SELECT pg_try_advisory_lock(:n)"), {"n": number})
            connection.commit()
            if not taken:
                raise self._in_use()
        except BaseException:
            connection.close()
            raise
        self._writer = connection

    def _let_go(self) -> None:
        connection, self._writer = self._writer, None
        if connection is None:
            return
        try:
            connection.rollback()
            connection.execute(text("SELECT pg_advisory_unlock_all()"))
            connection.commit()
        except DBAPIError:
            connection.invalidate()  # it was lost, and the lock with it
        connection.close()

    def _in_use(self) -> InUseError:
        return InUseError(
            f"{self.name} is in use: another command marks this assignment; wait until it has ended"
        )

    def compact(self) -> None:
        """Have a file keep nothing of what was erased in it. Raises StoreError."""
        with told_as(self.name), self._engine.connect() as connection:
            raw = connection.connection.driver_connection
            assert isinstance(raw, sqlite3.Connection)
            connection.rollback()
            raw.execute("VACUUM")
            is_busy, *_ = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if is_busy:
            raise StoreError(
                f"{self.name}: it is erased, but another program reads the store, and until it has "
                "let go of it the bytes are still on the disk"
            )

    def close(self) -> None:
        """Let it go."""
        self._let_go()
        self._locks.close()
        self._engine.dispose()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def now() -> str:
    """The time of this machine, as the store has it."""
    return datetime.now(UTC).isoformat(timespec="seconds")
