"""The students of an assignment in the store."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from grader.course.roster import Student, comparable
from grader.store import tables as t
from grader.store.store import Store


def numbers_of(store: Store, assignment: str, students: Sequence[Student]) -> dict[str, int]:
    """The numbers of all students of an assignment, by their ids as these are compared.

    Who is not there yet is added, and what the roster says of the others is taken over. Raises
    StoreError.
    """
    return store.do(lambda connection: _numbers(connection, assignment, students))


def _numbers(
    connection: Connection, assignment: str, students: Sequence[Student]
) -> dict[str, int]:
    of = t.person.c
    every = select(of.id, of.student, of.roster_id, of.name, of.others).where(
        of.assignment == assignment, of.student.is_not(None)
    )
    known = {row.student: row for row in connection.execute(every)}
    new = []
    for each in students:
        row, said = known.get(comparable(each.id)), _row(each)
        if row is None:
            pseudonym = secrets.token_hex(8)
            new.append({**said, "assignment": assignment, "pseudonym": pseudonym})
        elif _has_changed(row, said):
            connection.execute(update(t.person).where(of.id == row.id).values(said))
    if new:
        connection.execute(insert(t.person), new)
    numbers = select(of.id, of.student).where(of.assignment == assignment, of.student.is_not(None))
    return {row.student: row.id for row in connection.execute(numbers)}


def _row(student: Student) -> dict[str, object]:
    return {
        "student": comparable(student.id),
        "roster_id": student.id,
        "name": student.name,
        "others": dict(student.others),
    }


def _has_changed(row: Row[*tuple[Any, ...]], said: Mapping[str, object]) -> bool:
    now = (row.roster_id, row.name, row.others)
    return now != (said["roster_id"], said["name"], said["others"])
