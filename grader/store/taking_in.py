"""What was written down before there was a store, or is written down beside it, is taken in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, insert, select

from grader.course.overrides import Override
from grader.course.record import Drawn, Record
from grader.store import tables as t
from grader.store.rows import in_parts
from grader.store.store import Store


def take_in_variants(store: Store, record: Record, persons: Mapping[str, int]) -> int:
    """Take in what was drawn for the students and is not there yet; how much. Raises StoreError."""
    number_of = dict(persons)

    def missing(connection: Connection) -> Iterator[dict[str, Any]]:
        of = t.variant.c
        known = {
            tuple(row)
            for row in connection.execute(
                select(of.person_id, of.revision, of.attempt, of.problem, of.draw)
                .join(t.person, t.person.c.id == of.person_id)
                .where(t.person.c.assignment == record.assignment)
            )
        }
        sheets = {row[:3] for row in known}
        for sitting in record.sittings:
            person = number_of.get(sitting.student)
            own = (person, sitting.revision, sitting.attempt)
            if person is None or (own in sheets and not record.redrawn(sitting)):
                continue
            for drawn in record.of(sitting):
                if (*own, drawn.problem.key, drawn.draw) not in known:
                    yield _variant(drawn, person)

    return store.do(lambda connection: _added(connection, t.variant, missing(connection)))


def _variant(drawn: Drawn, person: int) -> dict[str, Any]:
    problem = drawn.problem
    return {
        "person_id": person,
        "revision": drawn.sitting.revision,
        "attempt": drawn.sitting.attempt,
        "problem": problem.key,
        "draw": drawn.draw,
        "family": problem.family,
        "level": problem.level,
        "version": problem.draw,
        "parameters": dict(problem.parameters),
    }


def _added(connection: Connection, table: Any, rows: Iterator[dict[str, Any]]) -> int:
    count = 0
    for some in in_parts(rows):
        connection.execute(insert(table), some)
        count += len(some)
    return count


def take_in_overrides(store: Store, every: Sequence[Override], persons: Mapping[str, int]) -> int:
    """Take in what was set by hand and is not there yet; how much. Raises StoreError."""
    return store.do(lambda connection: _overrides(connection, every, persons))


def _overrides(
    connection: Connection, every: Sequence[Override], persons: Mapping[str, int]
) -> int:
    of = t.override.c
    known = {tuple(row) for row in connection.execute(select(of.person_id, of.line))}
    count = 0
    for line, one in enumerate(every, start=1):
        person = persons.get(one.student)
        if person is None or (person, line) in known:
            continue
        row = {
            "person_id": person,
            "line": line,
            "revision": one.revision,
            "attempt": one.attempt,
            "problem": one.problem,
            "field": one.field,
            "points": None if one.points is None else str(one.points),
        }
        number = connection.execute(insert(t.override).returning(of.id), row).scalar_one()
        reason = {"override_id": number, "reason": one.reason}
        connection.execute(insert(t.override_reason), reason)
        count += 1
    return count
