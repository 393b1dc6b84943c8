"""Courses of a few students, as tests hand out and mark them."""

from __future__ import annotations

import csv
import io
import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from click.testing import Result

from grader.course.assignment import Assignment, read_assignment
from grader.course.issue import code_of, sheet_of
from grader.course.key import Key, read_key
from grader.course.record import PRIVATE, Record, Sitting, read, sitting_of
from grader.course.roster import Student, comparable, read_roster
from grader.grading.batch import Conditions, mark_one
from grader.render.script import model, script
from grader.report.marked import Marked
from grader.sandbox.outside.sandbox import Sandbox
from grader.sheet.set_sheet import SetSheet
from grader.sheet.sheet import Sheet
from grader.store.place import NAME as STORE
from tests.grader.cli.commands import grader

KEY = "grader-key-1 MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=\n"
HEAD = """id = "hw3"
revision = 1
languages = ["en", "hr"]
[title]
en = "Homework 3"
hr = "Domaća zadaća 3"
"""
DEADLINE = """[handing-in]
deadline = 2026-12-15T23:59:00
zone = "Europe/Zagreb"
attempts = 2
"""
BY_HAND = """[[problem]]
family = "equivariance"
level = "easy"
[[problem]]
family = "conv1d-hand"
level = "easy"
points = 10
"""
ROSTER = """student,name,language,group
100,Ana Anić,hr,A
101,Bo Bee,,A
102,Cy Dee,en,B
"""


@dataclass(frozen=True)
class Course:
    """A folder with an assignment, its roster and its key."""

    folder: Path

    @property
    def assignment(self) -> Assignment:
        return read_assignment(self.folder)

    @property
    def key(self) -> Key:
        return read_key(self.folder, {})

    @property
    def record(self) -> Record:
        return read(self.folder, self.assignment.id)

    @property
    def sheets(self) -> Path:
        return self.folder / "sheets"

    @property
    def work(self) -> Path:
        """The folder of what was handed in."""
        return self.folder / "work"

    @property
    def variants(self) -> Path:
        """The file of the record."""
        return self.folder / "private" / "variants.jsonl"

    def write(self, text: str) -> None:
        (self.folder / "assignment.toml").write_text(text, encoding="utf-8")

    def enrol(self, text: str) -> None:
        (self.folder / "roster.csv").write_text(text, encoding="utf-8")

    def student(self, student_id: str) -> Student:
        roster = read_roster(self.folder / "roster.csv")
        return next(each for each in roster if each.id == student_id)

    def sitting(self, student_id: str, attempt: int = 1) -> Sitting:
        return sitting_of(self.assignment, self.student(student_id), attempt)

    def sheet(self, student_id: str, attempt: int = 1) -> Sheet:
        """The sheet of a student, with all that it takes to solve it."""
        sitting, record = self.sitting(student_id, attempt), self.record
        return sheet_of(
            *(self.assignment, self.key, self.student(student_id), sitting),
            *(record.problems(sitting), record.redrawn(sitting)),
        )

    def code(self, student_id: str, attempt: int = 1) -> str:
        issued = self.sheet(student_id, attempt).issued
        assert issued is not None
        return issued.code

    def generate(self, *arguments: str | Path, out: Path | None = None) -> Result:
        return grader("generate", self.folder, "--out", out or self.sheets, "--jobs=1", *arguments)

    def solved(self, student_id: str, attempt: int = 1) -> str:
        """The file of a student with right answers."""
        return script(self.sheet(student_id, attempt), model)

    def hand_in(self, name: str, text: str | bytes) -> Path:
        path = self.work / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def batch(self, *arguments: str | Path) -> Result:
        return grader("batch", self.folder, self.work, "--jobs=1", *arguments)

    def rows(self, *arguments: str | Path) -> dict[str, dict[str, str]]:
        """The rows of the class by the ids of students, as a batch with these options has them."""
        out = self.folder / "marks.csv"
        result = self.batch("--csv", out, *arguments)
        assert result.exit_code in (0, 1), result.output
        return rows_in(out.read_text(encoding="utf-8"))


def rows_in(text: str) -> dict[str, dict[str, str]]:
    return {row["student"]: row for row in csv.DictReader(io.StringIO(text))}


def course_in(folder: Path, toml: str = HEAD + DEADLINE + BY_HAND, roster: str = ROSTER) -> Course:
    """A course in a folder, of which nothing was drawn yet; its key is always the same one."""
    folder.mkdir(parents=True, exist_ok=True)
    course = Course(folder)
    course.write(toml)
    course.enrol(roster)
    path = folder / "course.key"
    path.write_text(KEY, encoding="ascii")
    path.chmod(0o600)
    return course


def drawn_course(
    folder: Path, toml: str = HEAD + DEADLINE + BY_HAND, roster: str = ROSTER
) -> Course:
    """A course of which every student has a sheet."""
    course = course_in(folder, toml, roster)
    result = course.generate()
    assert result.exit_code == 0, result.output
    return course


def marked_here(
    paths: Sequence[Path],
    _: int,
    conditions: Conditions,
    sheets: Mapping[Path, SetSheet],
    tapes: Mapping[Path, bytes],
    *_crew: object,
) -> Iterator[Marked]:
    """In place of ``mark_all``: in this process, which has no pool to start."""
    with Sandbox(conditions.level, thorough=True) as sandbox:
        for path in paths:
            yield mark_one(path, sandbox, conditions, sheets.get(path), tapes.get(path, b""))


def results_in(folder: Path, *, that_hold: bool = False) -> int:
    """How many results there are in the store of the assignment in a folder.

    Or only those ``that_hold``: a busy machine may have a program meet a limit of wall clock.
    """
    holding = " WHERE status != 'grader-fault' AND NOT met_wall_clock" if that_hold else ""
    path = folder / PRIVATE / STORE
    if not path.exists():
        return 0
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=10)) as store:
        try:
            return int(store.execute(f"SELECT count(*) FROM run{holding}").fetchone()[0])
        except sqlite3.OperationalError:  # it is being made
            return 0


def files_below(folder: Path) -> dict[str, bytes]:
    """The contents of all files by their names."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


# -- what nobody but the lecturer may see ----------------------------------------------------------


def secrets_of(course: Course) -> dict[str, str]:
    """What stands in nothing that is handed out or printed, by what it is."""
    key = KEY.split()[1]
    found = {"the key": key, "the key in the file": key.rstrip("="), "a key's mark": "grader-key-"}
    raw = b"0123456789abcdef0123456789abcdef"
    found |= {"the bytes of the key": raw.decode(), "the key in hexadecimal": raw.hex()}
    record = course.record
    for sitting in record.sittings:
        for drawn in record.of(sitting):
            name = f"the seed of problem {drawn.problem.key} of {sitting.student}"
            found[name] = drawn.problem.seed
            found[f"{name}, in part"] = drawn.problem.seed[:16]
    return found


def told_in(texts: Iterable[str], secrets: Mapping[str, str]) -> list[str]:
    """Which secrets stand in any of the texts, whatever is written between their signs."""
    every = "\n".join(texts)
    joined = re.sub(r"[\s\\\"'#|,]+", "", every).casefold()
    return [name for name, secret in secrets.items() if _bare(secret) in joined]


def _bare(text: str) -> str:
    return re.sub(r"[\s\\\"'#|,]+", "", text).casefold()


def of_others(course: Course, student_id: str) -> dict[str, str]:
    """The names of all other students, and the codes of their sheets."""
    roster = read_roster(course.folder / "roster.csv")
    names = {f"the name of {each.id}": each.name for each in roster if each.id != student_id}
    assignment, key, record = course.assignment, course.key, course.record
    codes = {
        f"the code of {each.student}": code_of(assignment, key, each, record.redrawn(each))
        for each in record.sittings
        if each.student != comparable(student_id)
    }
    return names | codes
