"""Whether all that the store has fits together: nothing is damaged, missing or written by hand."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, func, select, text

from grader.files.packed import unpacked, unpacked_json
from grader.store import tables as t
from grader.store.keeping import evidence_digest, outcomes_of
from grader.store.rows import in_parts
from grader.store.seal import SEALED_OF_FILE, SEALED_OF_MARK, seal_of_start, seal_with
from grader.store.store import Store
from problems.frozen import frozen

_AT_ONCE = 100


@frozen
class Verified:
    """What was looked at, and what is wrong with it, in sentences."""

    batches: int
    results: int
    contents: int
    faults: tuple[str, ...]


def verified(store: Store) -> Verified:
    """Look at everything in a store. Raises StoreError."""
    with store.reading() as connection:
        erased = _erased(connection)
        faults = [
            *_of_database(connection, is_file=store.is_file),
            *_of_contents(connection),
            *_of_submissions(connection, erased),
            *_of_results(connection, erased),
            *_of_pages(connection),
            *_of_batches(connection),
        ]
        batches, results, contents = (
            int(connection.scalar(select(func.count()).select_from(table)) or 0)
            for table in (t.batch_end, t.run, t.content)
        )
    return Verified(batches, results, contents, tuple(faults))


def _rows(connection: Connection, query: Select[*tuple[Any, ...]]) -> Iterator[Row[Any]]:
    """The rows of a query, of which few are in memory at a time."""
    yield from connection.execution_options(yield_per=_AT_ONCE).execute(query)


def _of_database(connection: Connection, *, is_file: bool) -> Iterator[str]:
    if not is_file:
        return
    for (said,) in connection.execute(text("PRAGMA integrity_check")):
        if said != "ok":
            yield f"the file of the database is damaged: {said}"
    for row in connection.execute(text("PRAGMA foreign_key_check")):
        yield f"a row of the table {row[0]} refers to one of {row[2]} that is not there"


def _erased(connection: Connection) -> set[int]:
    """What was handed in and erased since."""
    return {*connection.scalars(select(t.erased.c.submission_id))}


def _of_contents(connection: Connection) -> Iterator[str]:
    for row in _rows(connection, select(t.content)):
        try:
            digest = hashlib.sha256(unpacked(row.data)).hexdigest()
        except ValueError:
            digest = ""
        if digest != row.digest:
            yield f"what was handed in with the digest {row.digest[:16]}… is damaged"


def _of_submissions(connection: Connection, erased: set[int]) -> Iterator[str]:
    """What was handed in is there, with its name."""
    of, name = t.submission.c, t.submission_name.c.submission_id
    missing = (
        select(of.id)
        .outerjoin(t.content, t.content.c.digest == of.content)
        .outerjoin(t.submission_name, name == of.id)
        .where(t.content.c.digest.is_(None) | name.is_(None))
        .order_by(of.id)
    )
    for row in _rows(connection, missing):
        if row.id not in erased:
            yield f"what was handed in as number {row.id} is missing, and nobody has erased it"


def _of_results(connection: Connection, erased: set[int]) -> Iterator[str]:
    """Evidence is as it was written, and what the tables have is what it says."""
    every = (
        select(t.run, t.evidence.c.error, t.evidence.c.data)
        .outerjoin(t.evidence, t.evidence.c.run_id == t.run.c.id)
        .order_by(t.run.c.id)
    )
    of = t.outcome.c
    for rows in in_parts(_rows(connection, every)):
        outcomes: dict[int, list[Mapping[str, Any]]] = {row.id: [] for row in rows}
        for outcome in connection.execute(select(t.outcome).where(of.run_id.in_([*outcomes]))):
            outcomes[outcome.run_id].append({**outcome._mapping})
        for row in rows:
            if row.error is None:
                if row.submission_id not in erased:
                    yield f"the evidence of result {row.id} is missing, and nobody has erased it"
                continue
            if evidence_digest(row.error, row.data) != row.evidence:
                yield f"the evidence of result {row.id} is not what was written"
                continue
            data = None if row.data is None else unpacked_json(row.data)
            if not _fits(data or {}, row, outcomes[row.id]):
                yield f"the marks of result {row.id} are not those of its evidence"


_MARKS = ("score", "max_score", "deducted", "sheet", "draw")


def _fits(data: Mapping[str, Any], row: Row[Any], outcomes: Sequence[Mapping[str, Any]]) -> bool:
    told = outcomes_of(row.id, data) if data else []
    marks_are = all(data.get(name) == row._mapping[name] for name in _MARKS)
    return marks_are and sorted(told, key=_place) == sorted(outcomes, key=_place)


def _place(outcome: Mapping[str, Any]) -> tuple[str, str]:
    return outcome["problem"], outcome["field"]


def _of_pages(connection: Connection) -> Iterator[str]:
    for row in _rows(connection, select(t.page).order_by(t.page.c.run_id)):
        try:
            unpacked(row.data)
        except ValueError:
            yield f"the feedback of result {row.run_id} is damaged"


def _of_batches(connection: Connection) -> Iterator[str]:
    """What a batch has counted is what it sealed."""
    ended = select(t.batch.c.id, t.batch.c.uid, t.batch_end.c.files, t.batch_end.c.seal).join(
        t.batch_end, t.batch_end.c.batch_id == t.batch.c.id
    )
    for batch in connection.execute(ended.order_by(t.batch.c.id)).all():
        seal, counts = seal_of_start(batch.uid), []
        for table, columns in ((t.handed, SEALED_OF_FILE), (t.mark, SEALED_OF_MARK)):
            own = select(table).where(table.c.batch_id == batch.id).order_by(table.c.place)
            counts.append(0)
            for some in in_parts(_rows(connection, own)):
                seal = seal_with(seal, columns, [{**row._mapping} for row in some])
                counts[-1] += len(some)
        if (counts[0], seal) != (batch.files, batch.seal):
            yield f"the files or marks of batch {batch.id} are not those that it ended with"
