"""What the store has of one student: to be given to them, or to be erased."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from grader.course.roster import comparable
from grader.files.packed import unpacked, unpacked_json
from grader.store import tables as t
from grader.store.mentions import Mentions, mentions_of
from grader.store.opening import StoreError
from grader.store.store import Store, now
from problems.frozen import frozen

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""A zip archive knows no time before; the same content gives the same bytes."""


def number_of(store: Store, assignment: str, student: str) -> int:
    """The number of a student in the store. Raises StoreError."""
    of = t.person.c
    with store.reading() as connection:
        number = connection.scalar(
            select(of.id).where(of.assignment == assignment, of.student == comparable(student))
        )
    if number is None:
        raise StoreError(
            f"{store.name}: there is nobody called {student!r} for {assignment!r}; ids are those "
            "of the roster, and who was erased has none"
        )
    return int(number)


def exported(store: Store, person: int) -> bytes:
    """All that there is of a student, as a zip archive: JSON, files and feedback.

    Raises StoreError.
    """
    data = io.BytesIO()
    with store.reading() as connection, zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:

        def write(name: str, content: str | bytes) -> None:
            archive.writestr(zipfile.ZipInfo(name, _EARLIEST), content, zipfile.ZIP_DEFLATED)

        write("student.json", _as_text(_about(connection, person)))
        for run in _runs(connection, person):
            of = connection.execute(
                select(t.run, t.submission.c.content, t.submission_name.c.name)
                .join(t.submission, t.submission.c.id == t.run.c.submission_id)
                .outerjoin(
                    t.submission_name, t.submission_name.c.submission_id == t.submission.c.id
                )
                .where(t.run.c.id == run)
            ).one()
            kept = connection.execute(select(t.evidence).where(t.evidence.c.run_id == run)).first()
            told = {key: value for key, value in of._mapping.items() if key not in ("data",)}
            if kept is not None:
                told["error"] = json.loads(kept.error)
                told["result"] = None if kept.data is None else unpacked_json(kept.data)
            write(f"results/{run}.json", _as_text(told))
            for page in connection.execute(select(t.page).where(t.page.c.run_id == run)):
                write(f"results/{run}.{page.suffix}", unpacked(page.data))
            content = connection.scalar(
                select(t.content.c.data).where(t.content.c.digest == of.content)
            )
            name = f"files/{of.submission_id}-{_last_part(of.name)}"
            if content is not None and name not in archive.namelist():
                write(name, unpacked(content))
    return data.getvalue()


def _last_part(name: str | None) -> str:
    whole = "file" if name is None else str(json.loads(name))
    return whole.rpartition("/")[2].encode("utf-8", "replace").decode()


def _as_text(value: object) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False, default=str) + "\n"


def _about(connection: Connection, person: int) -> dict[str, Any]:
    row = connection.execute(select(t.person).where(t.person.c.id == person)).one()
    of = t.person.c
    others = mentions_of(connection, (of.assignment == row.assignment) & (of.id != person))
    marks = connection.execute(
        select(t.mark, t.batch.c.began, t.batch.c.kind)
        .join(t.batch, t.batch.c.id == t.mark.c.batch_id)
        .where(t.mark.c.person_id == person)
        .order_by(t.mark.c.batch_id)
    )
    handed = connection.execute(
        select(t.handed).where(t.handed.c.person_id == person).order_by(t.handed.c.batch_id)
    )
    drawn = connection.execute(
        select(t.variant).where(t.variant.c.person_id == person).order_by(t.variant.c.id)
    )
    overrides = connection.execute(
        select(t.override, t.override_reason.c.reason)
        .outerjoin(t.override_reason, t.override_reason.c.override_id == t.override.c.id)
        .where(t.override.c.person_id == person)
        .order_by(t.override.c.line)
    )
    return {
        "student": dict(row._mapping),
        "marks": [dict(each._mapping) for each in marks],
        "handed_in": [_without_others(dict(each._mapping), others) for each in handed],
        "drawn": [dict(each._mapping) for each in drawn],
        "set_by_hand": [dict(each._mapping) for each in overrides],
    }


def _without_others(handed: dict[str, Any], others: Mentions) -> dict[str, Any]:
    """What is told of a file, in which nobody else is named."""
    match = handed["told"]["match"]
    about = others.taken_out_of(match.get("about", ""))
    return {**handed, "told": {**handed["told"], "match": {**match, "about": about}}}


def _runs(connection: Connection, person: int) -> list[int]:
    """The results of all that a student has handed in, by any batch, ended or not."""
    of, named = t.handed.c, t.submission_name.c
    counted = (
        select(t.run.c.submission_id)
        .join(t.handed, of.run_id == t.run.c.id)
        .where(of.person_id == person)
    )
    called = select(named.submission_id).where(named.person_id == person)
    own = t.run.c.submission_id
    rows = select(t.run.c.id).where(own.in_(counted) | own.in_(called)).order_by(t.run.c.id)
    return [*connection.scalars(rows)]


@frozen
class Erased:
    """What was erased of a student, and the name under which the marks stay."""

    pseudonym: str
    results: int
    files: int


def erase(store: Store, person: int) -> Erased:
    """Erase what is personal of a student: names, files, answers, feedback, reasons.

    Marks and outcomes stay, under a pseudonym. Raises StoreError.
    """
    erased = store.do(lambda connection: _erased(connection, person))
    if store.is_file:
        store.compact()
    return erased


def would_erase(store: Store, person: int) -> Erased:
    """What would go, of which nothing does. Raises StoreError."""
    with store.reading() as connection:
        found = _erased(connection, person)
        connection.rollback()
        return found


def _erased(connection: Connection, person: int) -> Erased:
    runs = _runs(connection, person)
    submissions = [
        *connection.scalars(select(t.run.c.submission_id).where(t.run.c.id.in_(runs)).distinct())
    ]
    for table in (t.evidence, t.page):
        connection.execute(delete(table).where(table.c.run_id.in_(runs)))
    for of_submission in (t.tape, t.submission_name):
        of = of_submission.c.submission_id
        connection.execute(delete(of_submission).where(of.in_(submissions)))
    files = _erase_contents(connection, submissions)
    own = select(t.override.c.id).where(t.override.c.person_id == person)
    connection.execute(delete(t.override_reason).where(t.override_reason.c.override_id.in_(own)))
    pseudonym = connection.scalar(select(t.person.c.pseudonym).where(t.person.c.id == person))
    _erase_what_is_told(connection, person)
    connection.execute(
        update(t.person)
        .where(t.person.c.id == person)
        .values(student=None, roster_id=None, name=None, others=None)
    )
    number = connection.execute(
        insert(t.erasure).returning(t.erasure.c.id), {"person_id": person, "at": now()}
    ).scalar_one()
    if submissions:
        gone = [{"erasure_id": number, "submission_id": each} for each in submissions]
        connection.execute(insert(t.erased), gone)
    return Erased(str(pseudonym), len(runs), files)


_NOTHING = {"name": "", "match": {"student": None}, "when": None, "lateness": None}


def _erase_what_is_told(connection: Connection, person: int) -> None:
    """Erase what batches tell of the files of a student, and where others' files name them."""
    of = t.handed.c
    assignment = select(t.person.c.assignment).where(t.person.c.id == person).scalar_subquery()
    of_assignment = of.batch_id.in_(select(t.batch.c.id).where(t.batch.c.assignment == assignment))
    mentions = mentions_of(connection, t.person.c.id == person)
    for row in connection.execute(select(t.handed).where(of_assignment)).all():
        here = (of.batch_id == row.batch_id) & (of.place == row.place)
        if row.person_id == person or (row.person_id is None and mentions.are_in(row.told["name"])):
            new = {"told": _NOTHING, "error": '""'}
        elif mentions.are_in(about := row.told["match"].get("about", "")):
            match = {**row.told["match"], "about": mentions.taken_out_of(about)}
            new = {"told": {**row.told, "match": match}}
        else:
            continue
        connection.execute(update(t.handed).where(here).values(new))


def _erase_contents(connection: Connection, submissions: list[int]) -> int:
    """Erase what was in files, but for what another student has handed in just so."""
    of = t.submission.c
    digests = [*connection.scalars(select(of.content).where(of.id.in_(submissions)).distinct())]
    others = {
        *connection.scalars(
            select(of.content).where(of.content.in_(digests), of.id.not_in(submissions))
        )
    }
    gone = [digest for digest in digests if digest not in others]
    connection.execute(delete(t.content).where(t.content.c.digest.in_(gone)))
    return len(gone)
