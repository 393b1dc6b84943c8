"""What a batch marks is kept, result by result, as it comes."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from importlib.metadata import version
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, insert, select, update

from grader.course.assignment import Assignment
from grader.course.counting import Standing
from grader.course.handed import Handed
from grader.files.packed import packed
from grader.grading.edition import edition
from grader.report.marked import Marked
from grader.store import tables as t
from grader.store.rows import digest_of, in_parts
from grader.store.seal import SEALED_OF_FILE, SEALED_OF_MARK, seal_of_start, seal_with
from grader.store.store import Store, now


class Wanted(NamedTuple):
    """A result that is looked for: of which content under which name, and what it rests on."""

    name: str
    content: str
    key: str


class Known(NamedTuple):
    """A result that is there: its number, whether it holds, and whether it has pages."""

    number: int
    turn: int
    holds: bool
    has_pages: bool
    status: str
    draw: str


class Filed(NamedTuple):
    """A file of a batch: whose it is, its result, if it has one, and why it has none.

    ``redrawn`` is how often problems of its sheet were drawn anew by now.
    """

    handed: Handed
    run: int | None
    error: str
    redrawn: int | None


class Result(NamedTuple):
    """A result as it is kept.

    ``data`` is the content of the file, and ``student`` whose it is, as ids are compared; ``tape``
    what its program answered, by the key of what that rests on. ``was_played`` says that nothing
    was run for it.
    """

    marked: Marked
    wanted: Wanted
    data: bytes
    student: str | None
    tape_key: str = ""
    tape: bytes = b""
    was_played: bool = False


class Keeper:
    """Keeps what one batch, or regrade, marks for an assignment."""

    def __init__(
        self,
        store: Store,
        assignment: Assignment,
        persons: Mapping[str, int],
        kind: str = "batch",
        options: Mapping[str, object] | None = None,
    ) -> None:
        """Has the batch begin. ``persons`` are the numbers of students in the store."""
        self._store = store
        self._assignment = assignment.id
        self._persons = persons
        self._uid = secrets.token_hex(16)
        row = {
            "uid": self._uid,
            "assignment": assignment.id,
            "revision": assignment.revision,
            "kind": kind,
            "began": now(),
            "version": version("conv-grader"),
            "edition": edition(),
            "digest": assignment.digest,
            "options": dict(options or {}),
        }
        self.number = store.do(lambda connection: self._begun(connection, row))

    def _begun(self, connection: Connection, row: Mapping[str, Any]) -> int:
        known = connection.scalar(select(t.batch.c.id).where(t.batch.c.uid == self._uid))
        return _new(connection, t.batch, row) if known is None else int(known)

    def known(self, wanted: Iterable[Wanted]) -> Iterator[tuple[Wanted, Known | None]]:
        """What is there already of the results that are looked for, in the same order."""
        for some in in_parts(wanted):
            with self._store.reading() as connection:
                found = _known(connection, self._assignment, some)
            yield from ((one, found.get(one)) for one in some)

    def has_tapes(self) -> bool:
        """Whether it is known of any program what it answered."""
        with self._store.reading() as connection:
            return connection.scalar(select(t.tape.c.key).limit(1)) is not None

    def tape(self, key: str) -> bytes:
        """What a program answered that rests on this; empty where nobody knows."""
        with self._store.reading() as connection:
            found = connection.scalar(select(t.tape.c.data).where(t.tape.c.key == key))
        return b"" if found is None else bytes(found)

    def add(self, result: Result) -> int:
        """Keep a result; its number. Raises StoreError."""
        if not result.marked.evidence:
            result = result._replace(marked=result.marked.plain)
        return self._store.do(lambda connection: self._add(connection, result))

    def _add(self, connection: Connection, result: Result) -> int:
        person = self._persons.get(result.student or "")
        submission = _submission(connection, self._assignment, person, result)
        key = result.wanted.key
        last = connection.execute(
            select(t.run.c.uid, t.run.c.turn, t.run.c.id)
            .where(t.run.c.submission_id == submission, t.run.c.key == key)
            .order_by(t.run.c.turn.desc())
            .limit(1)
        ).first()
        uid = digest_of(self._uid, str(submission), key)
        if last is not None and last.uid == uid:  # by a try of which nobody heard the end
            return int(last.id)
        row = _row(result, submission, self.number, uid, turn=0 if last is None else last.turn + 1)
        run = _new(connection, t.run, row)
        data = result.marked.data
        if data is not None and (outcomes := outcomes_of(run, data)):
            connection.execute(insert(t.outcome), outcomes)
        told = {
            "run_id": run,
            "error": json.dumps(result.marked.error),
            "data": result.marked.evidence or None,
        }
        connection.execute(insert(t.evidence), told)
        if result.tape and not _has_tape(connection, result.tape_key):
            row = {"key": result.tape_key, "submission_id": submission, "data": result.tape}
            connection.execute(insert(t.tape), row)
        if result.marked.pages:
            pages = [
                {"run_id": run, "suffix": suffix, "data": page}
                for suffix, page in result.marked.pages.items()
            ]
            connection.execute(insert(t.page), pages)
        return run

    def end(self, files: Iterable[Filed], standings: Iterable[Standing]) -> None:
        """Write down what the batch made of each file, and what each student gets.

        Raises StoreError.
        """
        filed, stood = (
            [*files],
            [*standings],
        )  # a database that is lost meanwhile asks for them again
        self._store.do(lambda connection: self._end(connection, filed, stood))

    def _end(
        self, connection: Connection, files: Iterable[Filed], standings: Iterable[Standing]
    ) -> None:
        ended = select(t.batch_end.c.batch_id).where(t.batch_end.c.batch_id == self.number)
        if connection.scalar(ended) is not None:
            return
        seal, count = seal_of_start(self._uid), 0
        for some in in_parts(files):
            rows = [self._filed(count + at, one) for at, one in enumerate(some)]
            connection.execute(insert(t.handed), rows)
            seal = seal_with(seal, SEALED_OF_FILE, rows)
            count += len(rows)
        place = 0
        for each in in_parts(standings):
            rows = [self._marked(place + at, one) for at, one in enumerate(each)]
            connection.execute(insert(t.mark), rows)
            seal = seal_with(seal, SEALED_OF_MARK, rows)
            place += len(rows)
        row = {"batch_id": self.number, "ended": now(), "files": count, "seal": seal}
        connection.execute(insert(t.batch_end), row)

    def _filed(self, place: int, filed: Filed) -> dict[str, Any]:
        student = filed.handed.student
        return {
            "batch_id": self.number,
            "place": place,
            "person_id": None if student is None else self._persons.get(student),
            "run_id": filed.run,
            "redrawn": filed.redrawn,
            "told": msgspec.to_builtins(_without_policy(filed.handed), enc_hook=str),
            "error": json.dumps(filed.error),
        }

    def _marked(self, place: int, standing: Standing) -> dict[str, Any]:
        from grader.course.roster import comparable

        counted = standing.counted
        data = None if counted is None else counted.data
        is_fault = standing.status == "grader-fault"
        nothing = None if is_fault else 0.0
        return {
            "batch_id": self.number,
            "place": place,
            "person_id": self._persons[comparable(standing.student.id)],
            "status": standing.status,
            "run_id": None if counted is None else counted.number,
            "attempt": None if counted is None else counted.attempt,
            "score": nothing if data is None else float(data["score"]),
            "max_score": None if data is None else float(data["max_score"]),
        }


def _without_policy(handed: Handed) -> Handed:
    """What is told of a file, without what the assignment says that lateness costs."""
    if handed.lateness is None:
        return handed
    return replace(handed, lateness=replace(handed.lateness, late=None))


def _new(connection: Connection, table: Any, row: Mapping[str, Any]) -> int:
    """Add a row; its number."""
    return int(connection.execute(insert(table).returning(table.c.id), row).scalar_one())


def _known(
    connection: Connection, assignment: str, wanted: Sequence[Wanted]
) -> dict[Wanted, Known]:
    by_place = {(digest_of(one.name), one.content, one.key): one for one in wanted}
    pages = select(t.page.c.run_id).where(t.page.c.run_id == t.run.c.id).exists()
    evidence = select(t.evidence.c.run_id).where(t.evidence.c.run_id == t.run.c.id).exists()
    rows = connection.execute(
        select(
            *(t.submission.c.place, t.submission.c.content, t.run.c.key, t.run.c.id, t.run.c.turn),
            *(t.run.c.status, t.run.c.met_wall_clock, t.run.c.draw, pages.label("has_pages")),
            evidence.label("is_there"),
        )
        .join(t.submission, t.submission.c.id == t.run.c.submission_id)
        .where(
            t.submission.c.assignment == assignment,
            t.run.c.key.in_([one.key for one in wanted]),
        )
    )
    found: dict[Wanted, Known] = {}
    for row in rows:
        one = by_place.get((row.place, row.content, row.key))
        if one is not None and (one not in found or found[one].turn < row.turn):
            is_sound = row.status != "grader-fault" and not row.met_wall_clock
            holds = is_sound and row.is_there  # and was not erased
            found[one] = Known(row.id, row.turn, holds, row.has_pages, row.status, row.draw or "")
    return found


def _submission(connection: Connection, assignment: str, person: int | None, result: Result) -> int:
    name, content, _ = result.wanted
    place = digest_of(name)
    of = t.submission.c
    number = connection.scalar(
        select(of.id).where(of.assignment == assignment, of.place == place, of.content == content)
    )
    if number is None:
        number = _new(
            *(connection, t.submission),
            {"assignment": assignment, "place": place, "content": content},
        )
    own = t.submission_name.c
    told = connection.execute(select(own.person_id).where(own.submission_id == number)).first()
    if told is None:
        row = {"submission_id": number, "name": json.dumps(name), "person_id": person}
        connection.execute(insert(t.submission_name), row)
    elif told.person_id != person:  # the roster tells more by now
        changed = update(t.submission_name).where(own.submission_id == number)
        connection.execute(changed.values(person_id=person))
    digest = t.content.c.digest
    if connection.scalar(select(digest).where(digest == content)) is None:
        connection.execute(insert(t.content), {"digest": content, "data": packed(result.data)})
    return int(number)


def _has_tape(connection: Connection, key: str) -> bool:
    return connection.scalar(select(t.tape.c.key).where(t.tape.c.key == key)) is not None


def _row(result: Result, submission: int, batch: int, uid: str, *, turn: int) -> dict[str, Any]:
    marked = result.marked
    data: Mapping[str, Any] = marked.data or {}
    problems = data.get("problems", ())
    return {
        "uid": uid,
        "submission_id": submission,
        "batch_id": batch,
        "key": result.wanted.key,
        "turn": turn,
        "status": marked.status,
        "was_played": result.was_played,
        "at": now(),
        "seconds": round(marked.seconds, 4),
        "sheet": data.get("sheet"),
        "draw": data.get("draw"),
        "score": data.get("score"),
        "max_score": data.get("max_score"),
        "deducted": data.get("deducted"),
        "met_wall_clock": bool(data.get("met_wall_clock", False)),
        "limits_met": data.get("limits_met", []),
        "confinement": data.get("confinement", ""),
        "versions": data.get("versions", {}),
        "problems": [[one["key"], one["score"], one["max_score"]] for one in problems],
        "evidence": evidence_digest(json.dumps(marked.error), marked.evidence or None),
    }


def evidence_digest(error: str, data: bytes | None) -> str:
    """A digest of all that is told of a result, as it is kept."""
    return digest_of(error, b"" if data is None else data)


def outcomes_of(run: int, data: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The fields of a result, as they are kept beside it."""
    return [
        {
            "run_id": run,
            "problem": problem["key"],
            "field": field["name"],
            "family": problem["family"],
            "level": problem["level"],
            "outcome": field["outcome"],
            "score": field["score"],
            "max_score": field["max_score"],
            "slips": " ".join(field["slips"]),
        }
        for problem in data["problems"]
        for field in problem["fields"]
    ]
