"""Nothing that a student gets has the key, a seed, an answer or what is somebody else's."""

from __future__ import annotations

import json
import re
import sqlite3
import zlib
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from grader.course import issue
from grader.course.feedback_pages import pages_of
from grader.course.issue import files_to_hand_out
from grader.course.record import PRIVATE
from grader.formats.table import FOR_STUDENTS, Written
from grader.grading.grade import grade_file
from grader.render.notebook import notebook
from grader.render.page import page
from grader.render.script import blank, model, script
from grader.render.sheet_as_markdown import sheet_markdown
from grader.render.statement import sheet_document
from grader.report.feedback import Feedback, Level, as_told
from grader.sheet.sheet import Sheet
from grader.store.place import NAME as STORE
from problems.catalogue import family_keys
from problems.family import ByHand
from tests.grader.course.courses import (
    HEAD,
    Course,
    course_in,
    drawn_course,
    files_below,
    marked_here,
    of_others,
    secrets_of,
    told_in,
)
from tests.grader.render.typst.reading import metadata, pages
from tests.turns import levels_in_this_run

MOST = 24
"""Levels of families that are written in one run; there are three times as many."""
_LINES_OF_A_HEADER = 8
_SHORT = 2  # digits of a number that stands everywhere
_LONG = 24  # characters of an answer that stands nowhere by chance


@pytest.mark.parametrize(("key", "level"), levels_in_this_run(family_keys(), MOST))
def test_no_file_of_a_sheet_tells_a_secret_or_an_answer(
    tmp_path: Path, key: str, level: str
) -> None:
    problem = f'[[problem]]\nfamily = "{key}"\nlevel = "{level}"\n'
    course = course_in(
        tmp_path / "course", HEAD + problem, "student,name\n100,Ana Anić\n7,Bo Bee\n"
    )
    course.generate("--format", ",".join(FOR_STUDENTS))

    for student in ("100", "7"):
        texts = texts_of(course.sheets / student)
        assert len(texts) == len(FOR_STUDENTS)
        assert told_in(texts, secrets_of(course)) == []
        assert told_in(texts, of_others(course, student)) == []
        assert told_in(texts, answers_of(course.sheet(student))) == []
        assert list(told_beyond_the_practice_sheet(course.sheet(student))) == []


def texts_in(files: Mapping[str, Written]) -> list[str]:
    return [
        each if isinstance(each, str) else _text(Path(name).suffix, each)
        for name, each in files.items()
    ]


def texts_of(folder: Path) -> list[str]:
    return [_text(path.suffix, path.read_bytes()) for path in sorted(folder.iterdir())]


def _text(ending: str, content: bytes) -> str:
    """What is told to whoever opens a file."""
    if ending == ".pdf":
        return "\n".join([*pages(content), *metadata(content)])
    return content.decode("utf-8", errors="replace")


def answers_of(sheet: Sheet) -> dict[str, str]:
    """Lines of the solved file that the file to fill in has not, and what a variant is made of."""
    lines = {*script(sheet, model).splitlines()} - {*script(sheet, blank).splitlines()}
    told = {f"the answer {line}": line for line in lines if len(line.replace(" ", "")) > _LONG}
    for problem in sheet.problems:
        if isinstance(problem.variant.family.task, ByHand):
            given = json.dumps(problem.variant.parameters)
            told |= {"the parameters": given} if len(given) > _LONG else {}
    return told


def told_beyond_the_practice_sheet(sheet: Sheet) -> Iterator[str]:
    """Lines that the sheet of a course has and the same practice sheet has not, its header apart.

    A practice sheet is certified to tell no answer in its statement.
    """
    practice = replace(sheet, seed="1", issued=None)
    for own, other in (
        (script(sheet, blank), script(practice, blank)),
        (sheet_markdown(sheet, "hw3.py"), sheet_markdown(practice, "hw3.py")),
        (
            page(sheet_document(sheet, "hw3.py"), "Homework 3", "en"),
            page(sheet_document(practice, "hw3.py"), "Homework 3", "en"),
        ),
        (notebook(sheet, "hw3.ipynb"), notebook(practice, "hw3.ipynb")),
    ):
        more = [line for line in own.splitlines() if line not in {*other.splitlines()}]
        new = [line for line in more if len(line) > 3 and not _is_of_points(line)]
        if len(new) > _LINES_OF_A_HEADER:
            yield from new


def _is_of_points(line: str) -> bool:
    return "points" in line or "marks" in line


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    problems = '[[problem]]\nfamily = "find-the-mistake"\n[[problem]]\nfamily = "conv1d-code"\n'
    return drawn_course(tmp_path_factory.mktemp("leaks"), HEAD + problems)


@pytest.mark.parametrize("student", ["100", "101", "102"])
def test_what_would_be_right_in_place_of_a_mistake_stands_in_no_file(
    course: Course, student: str
) -> None:
    sheet = course.sheet(student)
    variant = sheet.problems[0].variant
    right = {str(variant.exact[name]) for name in ("right", "result") if name in variant.exact}
    telling = {number for number in right if len(number) > _SHORT}
    for text in texts_in(files_to_hand_out(sheet, "hw3", FOR_STUDENTS)):
        assert json.dumps(variant.parameters, separators=(",", ":")) not in text.replace(" ", "")
        assert telling.isdisjoint(re.findall(r"[0-9]+", text))


# -- feedback --------------------------------------------------------------------------------------


@pytest.mark.parametrize("level", list(Level))
def test_feedback_tells_no_secret_at_any_level(
    course: Course, tmp_path: Path, level: Level
) -> None:
    made = feedback_on(course, tmp_path, level)

    assert told_in(made, secrets_of(course)) == []
    assert told_in(made, of_others(course, "101")) == []


@pytest.mark.parametrize("level", [Level.HINTS, Level.SCORE])
def test_feedback_below_the_full_level_tells_no_right_answer(
    course: Course, tmp_path: Path, level: Level
) -> None:
    made = feedback_on(course, tmp_path, level)

    assert told_in(made, answers_of(course.sheet("101"))) == []


def feedback_on(course: Course, folder: Path, level: Level) -> list[str]:
    """The pages on a sheet of which everything is wrong."""
    sheet = course.sheet("101")
    path = folder / "hw3.py"
    path.write_text(script(sheet, blank).replace("= ...", "= 7"), encoding="utf-8")
    set_sheet = issue.set_sheet(
        *(course.assignment, course.key, course.student("101"), course.sitting("101")),
        course.record.problems(course.sitting("101")),
    )
    feedback = Feedback(level)
    result = as_told(grade_file(path, set_sheet=set_sheet), feedback)
    return [*pages_of(result, sheet, feedback).values()]


# -- the store -------------------------------------------------------------------------------------


def test_the_store_is_with_what_no_student_gets_and_what_is_written_beside_it_tells_no_secret(
    course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("grader.cli.marking.mark_all", marked_here)
    course.hand_in("100/hw3.py", course.solved("100"))
    result = course.batch(
        *("--feedback", tmp_path / "feedback", "--csv", tmp_path / "a.csv"),
        *("--json", tmp_path / "a.json"),
    )
    assert result.exit_code == 0, result.output
    stores = [
        path
        for path in course.folder.rglob("*")
        if path.is_file() and path.read_bytes()[:6] == b"SQLite"
    ]
    assert stores == [course.folder / PRIVATE / STORE]
    texts = [data.decode() for data in files_below(tmp_path).values()]
    assert told_in([*texts, result.output], secrets_of(course)) == []
    for name in ("evidence", "page"):
        rows = kept_in(stores[0], f"SELECT data FROM {name} WHERE data IS NOT NULL")
        assert rows
        assert told_in(rows, secrets_of(course)) == []


def kept_in(store: Path, query: str) -> list[str]:
    with closing(sqlite3.connect(store)) as connection:
        return [zlib.decompress(data).decode() for (data,) in connection.execute(query)]


# -- the check fails where something is told -------------------------------------------------------


@contextmanager
def planted(monkeypatch: pytest.MonkeyPatch, text: str) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.setattr("grader.render.script.script", lambda *a: f"{script(*a)}\n# {text}\n")
        yield


@pytest.mark.parametrize(
    "secret", ["the key", "the seed of problem 2 of 100", "the key in hexadecimal"]
)
def test_a_planted_secret_is_found_in_a_sheet(
    course: Course, monkeypatch: pytest.MonkeyPatch, secret: str
) -> None:
    with planted(monkeypatch, secrets_of(course)[secret]):
        texts = texts_in(files_to_hand_out(course.sheet("101"), "hw3", FOR_STUDENTS))
    assert secret in told_in(texts, secrets_of(course))


def test_a_planted_answer_or_somebody_elses_code_is_found_in_a_sheet(
    course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = course.sheet("101")
    solved = script(sheet, model)
    with planted(monkeypatch, f"{course.code('100')}\n{solved}"):
        texts = texts_in(files_to_hand_out(sheet, "hw3", FOR_STUDENTS))
    assert told_in(texts, of_others(course, "101")) == ["the code of 100"]
    assert told_in(texts, answers_of(sheet)) != []


def test_a_form_that_has_the_answers_is_handed_out_to_nobody(course: Course) -> None:
    with pytest.raises(ValueError, match="handed out to nobody"):
        files_to_hand_out(course.sheet("101"), "hw3", ("py", "moodle"))
