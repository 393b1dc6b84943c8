"""A store is opened: a file of SQLite, or a database of PostgreSQL by its address."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError

from grader.files.whole import readable

HEAD = "0001"
"""The last step of the migrations."""

_NONE_YET = "there is no store yet; 'grader batch' with an assignment makes it"
_VERSIONS = "alembic_version"
_RIGHTS = 0o600
_SECONDS = 10
_OURS = {"run", "outcome", "batch"}


class StoreError(RuntimeError):
    """A store that cannot be used: which, why, and what to do."""


class LostStoreError(StoreError):
    """The store was there and is so no more; what was kept until then stays."""


def url_of(said: str) -> URL:
    """The address of a store, as it is typed: a file, or ``postgresql://…``. Raises StoreError."""
    if "://" not in said:
        return URL.create("sqlite", database=str(Path(said)))
    try:
        url = make_url(said)
        if url.drivername in ("postgresql", "postgres"):
            url = url.set(drivername="postgresql+psycopg")
        kind = url.get_backend_name()
    except (ArgumentError, ValueError):
        raise StoreError(f"{shown(said)}: {_EXPECTED}") from None
    if kind not in ("sqlite", "postgresql") or (kind == "sqlite" and not url.database):
        raise StoreError(f"{shown(said)}: {_EXPECTED}")
    return url


_EXPECTED = (
    "the address of a store was expected: a file, or postgresql://USER@HOST/DATABASE "
    "(a password goes into a file ~/.pgpass or into PGPASSWORD)"
)


def shown(said: str) -> str:
    """An address without its password, and without what may be one."""
    return readable(re.sub(r"(://[^:/@]*):.*@", r"\1:***@", said))


def opened(said: str, *, make: bool = True) -> Engine:
    """The engine of a store, whose tables are there and of today. Raises StoreError.

    Without ``make`` nothing is written where there is none.
    """
    url = url_of(said)
    name = shown(said)
    is_file = url.get_backend_name() == "sqlite"
    if is_file:
        _prepare(Path(url.database or ""), name, make=make)
    try:
        engine = create_engine(url, **_options(is_file=is_file))
    except (NoSuchModuleError, ModuleNotFoundError):
        raise StoreError(
            f"{name}: the library for PostgreSQL is missing; install the grader with it: "
            "pip install 'conv-grader[postgres]'"
        ) from None
    try:
        if is_file:
            event.listen(engine, "connect", _set_up)
            event.listen(engine, "begin", _begin)
        with told_as(name), engine.begin() as connection:
            _migrate(connection, name, make=make)
        if is_file:
            with told_as(name):
                _write_ahead(engine)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _options(*, is_file: bool) -> dict[str, Any]:
    if is_file:
        return {"connect_args": {"timeout": _SECONDS}}
    return {"connect_args": {"connect_timeout": _SECONDS}, "pool_pre_ping": True}


def _prepare(path: Path, name: str, *, make: bool) -> None:
    """A file for the owner alone, if there is none."""
    try:
        if path.is_dir():
            raise StoreError(f"{name}: a file was expected, but this is a folder")
        if path.exists():
            return
        if not make:
            raise StoreError(f"{name}: {_NONE_YET}")
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), _RIGHTS))
    except OSError as error:
        raise StoreError(f"{name}: the store cannot be written ({error.strerror})") from None


def _set_up(connection: sqlite3.Connection, _: object) -> None:
    """What was kept outlives a crash of ours.

    Transactions begin where we say so, and not where the driver of Python thinks fit.
    """
    connection.isolation_level = None
    for pragma in ("synchronous = NORMAL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}")


def _write_ahead(engine: Engine) -> None:
    """Has a file be such that many may read while one writes.

    It is written into the file itself, so that this is done once it is known to be ours.
    """
    with closing(engine.raw_connection()) as connection:
        connection.cursor().execute("PRAGMA journal_mode = WAL")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _migrate(connection: Connection, name: str, *, make: bool) -> None:
    """Take the steps that are missing. Raises StoreError."""
    tables = set(inspect(connection).get_table_names())
    at = None
    if _VERSIONS in tables:
        at = connection.execute(text(f"SELECT version_num FROM {_VERSIONS}")).scalar()
    if at == HEAD:
        return
    if at is None and tables & _OURS:
        raise StoreError(f"{name}: this database is used by something else; give the store its own")
    if at is not None and at > HEAD:
        raise StoreError(
            f"{name}: a newer version of the grader has written here (step {at}, this one knows "
            f"{HEAD}); use that version"
        )
    if at is None and not make:
        raise StoreError(f"{name}: {_NONE_YET}")
    from alembic import command  # costs only those who need it
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


@contextmanager
def told_as(name: str) -> Iterator[None]:
    """Has what a database refuses be told: in a sentence, with what to do. Raises StoreError."""
    try:
        yield
    except DBAPIError as error:
        raise in_words(error, name) from error
    except sqlite3.Error as error:  # while a connection is set up
        raise _in_words(str(error), name, is_lost=False) from error


def in_words(error: DBAPIError, name: str) -> StoreError:
    """What a database says, as a sentence."""
    said = str(error.orig).strip() or type(error.orig).__name__
    is_lost = error.connection_invalidated or (
        isinstance(error, OperationalError) and not isinstance(error.orig, sqlite3.Error)
    )
    return _in_words(said, name, is_lost=is_lost)


_SENTENCES = (
    ("readonly database", "the store may only be read; it is written by every marking"),
    ("unable to open", "the store cannot be opened; see who may read and write it"),
    ("disk is full", "the disk is full; make room, and give the same command again"),
    (
        "disk I/O error",
        "the disk cannot be read or written; see whether it is full or failing, and try again",
    ),
    ("is not a database", "a store of the grader was expected, and this file is something else"),
    ("malformed", "the file of the store is damaged; restore it from a copy"),
    ("database is locked", "another program has the store to itself; wait until it has ended"),
)


def _in_words(said: str, name: str, *, is_lost: bool) -> StoreError:
    for sign, sentence in _SENTENCES:
        if sign in said:
            return StoreError(f"{name}: {sentence}")
    line = readable(" ".join(said.split()))[:300]
    if is_lost:
        return LostStoreError(f"{name}: the database cannot be reached ({line})")
    return StoreError(f"{name}: the database refuses this ({line})")
