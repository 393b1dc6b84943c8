"""``grader batch`` with an assignment: whose each file is, what it earns, and what is told."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from unicodedata import normalize

import pytest
from click.testing import Result

from grader.course import finishing
from grader.course.overrides import Override, add_override
from grader.course.record import PRIVATE
from grader.files.whole import UnwritableError
from grader.render.notebook import notebook
from grader.render.script import blank, model, script
from grader.sheet.sheet import draw_sheet
from grader.store import giving_out
from grader.store.place import NAME as STORE
from tests.grader.cli.commands import grader
from tests.grader.course.courses import (
    BY_HAND,
    DEADLINE,
    HEAD,
    Course,
    drawn_course,
    files_below,
    marked_here,
    of_others,
    results_in,
    rows_in,
    secrets_of,
    told_in,
)

LATE = '[late]\ncosts = "10%"\ngrace = "15min"\nuntil = "3d"\n'
TOML = HEAD + DEADLINE + LATE + BY_HAND
FULL = "19"
NAMES = [f"s{number:02}" for number in range(28)]
ROSTER = "student,name,language,group\n" + "".join(
    f"{each},Name{each} Surname{each},{'hr' if int(each[1:]) % 2 else ''},g{int(each[1:]) % 3}\n"
    for each in NAMES
)
PRACTICE = draw_sheet("1", ["equivariance:easy", "conv1d-hand:easy"], "en")


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Has everything be marked in this process."""
    monkeypatch.setattr("grader.cli.marking.mark_all", marked_here)


def zipped(name: str, text: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr(name, text)
    return data.getvalue()


def without_header(text: str) -> str:
    """As a tool leaves it that takes comments of its own kind away."""
    return re.sub(r"# grader-[a-z]+:[^\n\"\\]*", "#", text)


@dataclass(frozen=True)
class Batch:
    """A batch that was run, and what came of it."""

    course: Course
    result: Result
    rows: dict[str, dict[str, str]]
    json: dict[str, object]
    feedback: Path

    def told(self, student: str) -> str:
        return (self.feedback / student / "feedback.txt").read_text(encoding="utf-8")


def run(course: Course, *more: str | Path) -> Batch:
    finishing._assignment.cache_clear()  # each process of a batch reads it once
    out = course.folder.parent
    feedback = out / "feedback"
    result = course.batch(
        *("--csv", out / "a.csv", "--json", out / "a.json", "--feedback", feedback), *more
    )
    assert result.exit_code in (0, 1), result.output
    return Batch(
        course,
        result,
        rows_in((out / "a.csv").read_text(encoding="utf-8-sig")),
        json.loads((out / "a.json").read_text(encoding="utf-8")),
        feedback,
    )


def fill(course: Course) -> None:
    """What a class hands in, each in another way."""

    def sheet(student: str, attempt: int = 1) -> str:
        return course.solved(student, attempt)

    def book(student: str) -> str:
        return notebook(course.sheet(student), "hw3.ipynb", solution=True)

    hand_in = course.hand_in
    hand_in("s00/hw3.py", sheet("s00"))
    hand_in("s01/hw3.py", sheet("s00"))
    hand_in("s02/hw3.ipynb", book("s00"))
    hand_in("s03/hw3.zip", zipped("a/hw3.py", sheet("s00")))
    hand_in("s04/hw3.py", script(PRACTICE, model))
    hand_in("s05/hw3.ipynb", notebook(PRACTICE, "hw3.ipynb", solution=True))
    hand_in("s06/hw3.zip", zipped("hw3.py", script(PRACTICE, model)))
    hand_in("s07/hw3.py", without_header(sheet("s07")))
    hand_in("s08/hw3.ipynb", without_header(book("s08")))
    hand_in("s09/hw3.zip", zipped("hw3.py", without_header(sheet("s09"))))
    hand_in("s10/hw3.py", re.sub("(grader-sheet: .*) .*", r"\1 ABCD-EFGH", sheet("s10")))
    hand_in(
        "s11/hw3.py", sheet("s11").replace(course.code("s11"), "ABCD-EFGH").replace("hw3", "hw2")
    )
    hand_in("s12/hw3.py", f"{sheet('s12')}\n{sheet('s00')}")
    hand_in("s13/hw3.py", sheet("s13").replace(course.code("s13"), course.code("s00")))
    hand_in("s14/hw3-2.py", sheet("s14", 2))
    hand_in("s14/hw3.py", script(course.sheet("s14"), blank))
    hand_in("s15/hw3.py", sheet("s15"))
    hand_in("s15/module.py", "def f():\n    return 1\n")
    moodle = normalize("NFD", "Names16 Surnames16_4242_assignsubmission_file_/hw3.py")
    hand_in(moodle, sheet("s16"))
    hand_in("surnames17names17_LATE_123456_7890_hw3-1.py", sheet("s17"))
    hand_in("submission_s18/hw3.py", sheet("s18"))
    hand_in("hw3-s19/hw3.py", sheet("s19"))
    hand_in("anything.py", sheet("s20"))
    hand_in("nobody.py", "x = 1\n")
    hand_in("s21/hw3.py", sheet("s21").replace("\n", "\r\n"))
    hand_in("s22/notes.pdf", "%PDF")
    hand_in("s23/hw3.py", script(course.sheet("s23"), blank))
    hand_in("s24/hw3.zip", b"PK no archive")
    hand_in("s25/hw3.py", sheet("s25").replace("revision 1", "revision 9"))
    hand_in("s26/hw3.py", sheet("s26"))


@pytest.fixture(scope="module")
def batch(tmp_path_factory: pytest.TempPathFactory) -> Batch:
    course = drawn_course(tmp_path_factory.mktemp("batch") / "course", TOML, ROSTER)
    course.generate("--attempt", "2")
    fill(course)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("grader.cli.marking.mark_all", marked_here)
        return run(course)


# -- whose it is, and what it earns ----------------------------------------------------------------


@pytest.mark.parametrize("student", ["s01", "s02", "s03", "s13"])
def test_a_sheet_handed_in_under_anothers_name_earns_nothing_and_both_are_told(
    batch: Batch, student: str
) -> None:
    row = batch.rows[student]
    assert (row["status"], row["score"]) == ("refused", "0")
    assert f"handed in by {student}, but the sheet is that of s00" in row["notes"]
    assert batch.course.code(student, 2) in batch.told(student)
    assert batch.course.code("s00") not in batch.told(student)
    assert batch.rows["s00"]["score"] == FULL


@pytest.mark.parametrize("student", ["s04", "s05", "s06"])
def test_a_practice_sheet_in_place_of_the_graded_one_earns_nothing(
    batch: Batch, student: str
) -> None:
    assert (batch.rows[student]["status"], batch.rows[student]["score"]) == ("refused", "0")
    assert "a practice sheet" in batch.rows[student]["notes"]
    said = "za vježbu" if student == "s05" else "This is a practice sheet"
    assert said in " ".join(batch.told(student).split())


@pytest.mark.parametrize("student", ["s07", "s08", "s09"])
def test_a_header_that_a_tool_damaged_costs_nothing_and_is_said(batch: Batch, student: str) -> None:
    row = batch.rows[student]
    assert (row["status"], row["score"], row["attempt"]) == ("marked", FULL, "1")
    assert "header, but its code stands elsewhere in it" in row["notes"]


def test_a_mistyped_code_costs_nothing_and_is_said(batch: Batch) -> None:
    assert batch.rows["s10"]["score"] == FULL
    assert "the unknown code ABCD-EFGH" in batch.rows["s10"]["notes"]


@pytest.mark.parametrize(
    ("student", "note", "said"),
    [
        ("s11", "a sheet of the assignment hw2", "Ovo je list druge zadaće (hw2)"),
        ("s12", "headers of several sheets", "This file has the first lines of several sheets"),
    ],
)
def test_what_cannot_be_the_sheet_earns_nothing_and_the_student_is_told_why(
    batch: Batch, student: str, note: str, said: str
) -> None:
    assert (batch.rows[student]["status"], batch.rows[student]["score"]) == ("refused", "0")
    assert note in batch.rows[student]["notes"]
    assert said in " ".join(batch.told(student).split())


def test_a_header_that_asks_for_another_variant_changes_nothing(batch: Batch) -> None:
    assert batch.rows["s25"]["score"] == FULL
    assert "its header says hw3, revision 9" in batch.rows["s25"]["notes"]


def test_the_last_attempt_counts_and_it_is_said_of_how_many_files(batch: Batch) -> None:
    assert (batch.rows["s14"]["attempt"], batch.rows["s14"]["score"]) == ("2", FULL)
    assert (
        "2 files, of which s14/hw3-2.py counts (attempt 2, the last)" in batch.rows["s14"]["notes"]
    )


def test_a_module_beside_the_sheet_takes_nothing_from_it(batch: Batch) -> None:
    assert batch.rows["s15"]["score"] == FULL
    assert "s15/hw3.py counts (it names its sheet)" in batch.rows["s15"]["notes"]


@pytest.mark.parametrize("student", ["s16", "s17", "s18", "s19", "s20", "s21", "s26"])
def test_paths_of_platforms_and_plain_ones_are_matched(batch: Batch, student: str) -> None:
    assert (batch.rows[student]["status"], batch.rows[student]["score"]) == ("marked", FULL)


def test_what_is_missing_unmatched_or_no_submission_is_listed(batch: Batch) -> None:
    told = batch.result.stderr
    assert "whose it is cannot be told: nobody.py: its path names no student" in told
    assert "no file came from: s22, s27" in told
    assert "left out, since no .py, .ipynb, zip or tar file: s22/notes.pdf" in told
    assert batch.json["unmatched"] == ["nobody.py: its path names no student, and it has no header"]
    assert batch.rows["s22"]["status"] == "missing"
    assert batch.result.exit_code == 1


def test_late_by_the_name_of_the_file_is_said_and_costs_nothing_by_itself(batch: Batch) -> None:
    assert "marked as late by Canvas" in batch.rows["s17"]["notes"]
    assert batch.rows["s17"]["late"] == "0"


def test_an_unusable_file_is_told_to_its_student(batch: Batch) -> None:
    assert batch.rows["s24"]["status"] == "unusable"
    assert "hw3.zip" in batch.told("s24")


def test_a_blank_sheet_is_marked_and_has_no_points(batch: Batch) -> None:
    assert (batch.rows["s23"]["status"], batch.rows["s23"]["score"]) == ("marked", "0")


# -- the reports -----------------------------------------------------------------------------------


def test_the_table_has_the_columns_of_the_roster_and_one_for_each_problem(batch: Batch) -> None:
    row = batch.rows["s00"]
    assert list(row) == [
        *("student", "name", "group", "problem 1", "problem 2", "late", "score", "max_score"),
        *("status", "attempt", "handed_in", "file", "notes"),
    ]
    assert (row["name"], row["group"]) == ("Names00 Surnames00", "g0")
    assert (row["problem 1"], row["problem 2"], row["max_score"]) == ("9", "10", FULL)
    assert list(batch.rows) == NAMES


def test_each_student_has_a_page_and_a_text_in_the_own_language(batch: Batch) -> None:
    assert "Homework 3" in batch.told("s00")
    assert "Domaća zadaća 3" in batch.told("s07")
    assert "pročitano" in batch.told("s07")
    page = (batch.feedback / "s07" / "feedback.html").read_text(encoding="utf-8")
    assert '<html lang="hr"' in page
    assert not (batch.feedback / "s22").exists()


def test_every_blank_is_told_of_right_ones_too(batch: Batch) -> None:
    told = batch.told("s00")
    for problem in batch.course.sheet("s00").problems:
        for asked in problem.variant.working.asked:
            assert re.search(rf"^ *{asked.name}  correct", told, re.MULTILINE)
    assert "read: " in told


def test_no_feedback_has_a_secret_or_what_is_somebody_elses(batch: Batch) -> None:
    secrets = secrets_of(batch.course)
    for student in sorted(path.name for path in batch.feedback.iterdir()):
        texts = [data.decode() for data in files_below(batch.feedback / student).values()]
        assert told_in(texts, secrets) == []
        assert told_in(texts, of_others(batch.course, student)) == []


def test_what_is_printed_and_reported_has_no_secret(batch: Batch) -> None:
    told = [batch.result.output, json.dumps(batch.json), json.dumps(batch.rows)]
    assert told_in(told, secrets_of(batch.course)) == []


def test_the_check_sees_a_name_that_a_refusal_would_tell(batch: Batch) -> None:
    """A mutant of the sentence that names whose sheet it was."""
    told = f"{batch.told('s01')}\nthat of Names00 Surnames00"
    assert told_in([told], of_others(batch.course, "s01")) == ["the name of s00"]


# -- one course for what changes it ----------------------------------------------------------------

FEW = "student,name,language\nana,Ana Anić,hr\nbo,Bo Bee,\ncy,Cy Dee,\n"


@pytest.fixture(scope="module")
def _few(tmp_path_factory: pytest.TempPathFactory) -> Course:
    course = drawn_course(tmp_path_factory.mktemp("few") / "course", TOML, FEW)
    for student in ("ana", "bo"):
        course.hand_in(f"{student}/hw3.py", course.solved(student))
    return course


@pytest.fixture
def course(_few: Course, tmp_path: Path) -> Course:
    return Course(shutil.copytree(_few.folder, tmp_path / "course"))


def times(course: Course, text: str) -> Path:
    path = course.folder / "times.csv"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("moment", "late", "score"),
    [
        ("2026-12-15 23:59", "0", "19"),
        ("2026-12-16 00:14", "0", "19"),
        ("2026-12-16 00:15", "-1.9", "17.1"),
        ("2026-12-15T22:58:00Z", "0", "19"),
        ("2026-12-17 23:59", "-3.8", "15.2"),
        ("2026-12-18 23:59", "-5.7", "13.3"),
        ("2026-12-19 00:00", "-19", "0"),
    ],
)
def test_the_time_of_a_table_decides_what_is_late(
    course: Course, moment: str, late: str, score: str
) -> None:
    table = times(course, f"student,time\nana,{moment}\n")
    row = course.rows("--times", table)["ana"]
    assert (row["late"], row["score"]) == (late, score)


def test_the_date_of_a_file_is_never_looked_at(course: Course) -> None:
    before = course.rows()
    for path in course.work.rglob("*.py"):
        os.utime(path, (4e9, 4e9))
    after = course.rows()
    assert after == before
    assert after["ana"]["late"] == "0"
    assert "nobody knows when it was handed in" in after["ana"]["notes"]


def test_a_time_by_the_pattern_of_a_file_decides_which_of_two_is_the_last(course: Course) -> None:
    course.hand_in("ana/again.py", script(course.sheet("ana"), blank))
    told = "file,time\nana/hw3.py,2026-12-14 10:00\nana/again.py,2026-12-14 11:00\n"
    last = course.rows("--times", times(course, told))["ana"]
    assert (last["file"], last["score"]) == ("ana/again.py", "0")
    first = course.rows("--times", times(course, told.replace("10:00", "12:00")))["ana"]
    assert (first["file"], first["score"]) == ("ana/hw3.py", FULL)
    unknown = course.rows()["ana"]
    assert (unknown["file"], unknown["score"]) == ("ana/hw3.py", FULL)
    assert "the best, since nobody knows which was handed in last" in unknown["notes"]


@pytest.mark.parametrize(
    ("counts", "attempt", "score"), [("first", "1", "0"), ("last", "2", "0"), ("best", "3", "19")]
)
def test_which_attempt_counts_is_set(course: Course, counts: str, attempt: str, score: str) -> None:
    head = DEADLINE.replace("attempts = 2", f'attempts = 3\ncounts = "{counts}"')
    course.write(HEAD + head + BY_HAND)
    for number in (2, 3):
        course.generate("--student", "ana", "--attempt", str(number))
    course.hand_in("ana/hw3.py", script(course.sheet("ana"), blank))
    course.hand_in("ana/hw3-2.py", script(course.sheet("ana", 2), blank))
    if counts != "last":
        course.hand_in("ana/hw3-3.py", course.solved("ana", 3))
    row = course.rows()["ana"]
    assert (row["attempt"], row["score"]) == (attempt, score)


def test_an_attempt_too_many_earns_nothing_and_is_said(course: Course) -> None:
    course.generate("--student", "ana", "--attempt", "2")
    course.hand_in("ana/hw3-2.py", course.solved("ana", 2))
    (course.work / "ana" / "hw3.py").unlink()
    course.write(HEAD + DEADLINE.replace("attempts = 2", "attempts = 1") + BY_HAND)
    done = run(course)
    assert done.rows["ana"]["status"] == "refused"
    assert "attempt 2 of 1 that there may be" in done.rows["ana"]["notes"]
    assert "Ovo je 2. pokušaj, a dopušteno ih je najviše 1" in " ".join(done.told("ana").split())


def test_the_sheet_as_it_was_before_it_was_drawn_anew_earns_nothing(course: Course) -> None:
    redrawn = grader("redraw", "bo", "1", "--reason", "why", "--assignment", course.folder)
    assert redrawn.exit_code == 0
    done = run(course)
    assert done.rows["bo"]["status"] == "refused"
    assert "before a problem of it was drawn anew" in done.rows["bo"]["notes"]
    assert course.code("bo") in done.told("bo")
    course.hand_in("bo/hw3.py", course.solved("bo"))
    assert course.rows()["bo"]["score"] == FULL


def test_a_sheet_of_an_old_revision_earns_nothing_and_is_said(course: Course) -> None:
    course.write(TOML.replace("revision = 1", "revision = 2"))
    course.generate("--force")
    done = run(course)
    assert done.rows["bo"]["status"] == "refused"
    assert "a sheet of revision 1" in done.rows["bo"]["notes"]
    assert "revision 2 instead of 1" in " ".join(done.told("bo").split())


def test_spreadsheets_of_other_countries_get_semicolons_and_commas(course: Course) -> None:
    out = course.folder / "marks.csv"
    table = times(course, "student,time\nana,2026-12-16 00:15\n")
    assert course.batch("--csv", out, "--spreadsheet", "--times", table).exit_code == 0
    data = out.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    head, ana, *_ = csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";")
    row = dict(zip(head, ana, strict=True))
    assert (row["name"], row["late"], row["score"]) == ("Ana Anić", "-1,9", "17,1")


def test_a_name_that_a_spreadsheet_would_work_out_is_a_text(tmp_path: Path) -> None:
    roster = 'student,name\nana,"=HYPERLINK(1)"\n'
    course = drawn_course(tmp_path / "course", TOML, roster)
    course.hand_in("ana/hw3.py", course.solved("ana"))
    assert course.rows()["ana"]["name"] == "'=HYPERLINK(1)"


# -- an appeal -------------------------------------------------------------------------------------


def test_a_mark_that_a_person_has_set_is_kept_and_told(course: Course) -> None:
    course.hand_in("bo/hw3.py", script(course.sheet("bo"), blank))
    assert course.rows()["bo"]["score"] == "0"
    add_override(course.folder, Override("bo", 1, 1, "2", "", Fraction(15, 2), "a fair try"))
    done = run(course)
    assert (done.rows["bo"]["problem 2"], done.rows["bo"]["score"]) == ("7.5", "7.5")
    assert "a fair try" in done.told("bo")
    assert done.rows["ana"]["score"] == FULL


# -- going on --------------------------------------------------------------------------------------


@pytest.fixture
def marked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The students whose files were marked, and not taken from the journal."""
    seen: list[str] = []

    def noting(paths: list[Path], *rest: object) -> Iterator[object]:
        seen.extend(path.parent.name for path in paths)
        return marked_here(paths, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr("grader.cli.marking.mark_all", noting)
    return seen


Change = Callable[[Course], None]


def again(course: Course, marked: list[str], *more: str | Path) -> tuple[list[str], Batch]:
    """Who is marked by a second batch that goes on with the first one."""
    marked.clear()
    done = run(course, "--resume", *more)
    return sorted(marked), done


def test_a_batch_that_goes_on_marks_nothing_again_and_reports_the_same(
    course: Course, marked: list[str]
) -> None:
    first = run(course)
    before = files_below(first.feedback)
    shutil.rmtree(first.feedback)

    who, second = again(course, marked)

    assert who == []
    assert (second.rows, second.json) == (first.rows, first.json)
    assert files_below(second.feedback) == before


def test_a_changed_file_alone_is_marked_again(course: Course, marked: list[str]) -> None:
    run(course)
    course.hand_in("bo/hw3.py", script(course.sheet("bo"), blank))
    who, done = again(course, marked)
    assert who == ["bo"]
    assert done.rows["bo"]["score"] == "0"


def test_an_override_alone_has_its_student_marked_again(course: Course, marked: list[str]) -> None:
    run(course)
    add_override(course.folder, Override("bo", 1, 1, "2", "", Fraction(1), "why"))
    who, done = again(course, marked)
    assert who == ["bo"]
    assert done.rows["bo"]["problem 2"] == "1"


def test_lateness_alone_has_its_student_marked_again(course: Course, marked: list[str]) -> None:
    table = times(course, "student,time\nana,2026-12-15 12:00\nbo,2026-12-15 12:00\n")
    run(course, "--times", table)
    times(course, "student,time\nana,2026-12-15 12:00\nbo,2026-12-17 12:00\n")
    who, done = again(course, marked, "--times", table)
    assert who == ["bo"]
    assert done.rows["bo"]["late"] == "-3.8"


def test_another_assignment_has_all_marked_again(course: Course, marked: list[str]) -> None:
    run(course)
    course.write(TOML.replace("points = 10", "points = 20"))
    who, done = again(course, marked)
    assert who == ["ana", "bo"]
    assert done.rows["ana"]["score"] == "29"


def test_feedback_that_is_gone_is_made_again(course: Course, marked: list[str]) -> None:
    first = run(course)
    before = files_below(first.feedback)
    shutil.rmtree(first.feedback)
    who, done = again(course, marked)
    assert who == []
    assert files_below(done.feedback) == before


def test_feedback_made_of_another_folder_or_before_a_change_is_not_given_out(
    course: Course, marked: list[str]
) -> None:
    course.hand_in("bo/hw3.py", script(course.sheet("bo"), blank))
    first = run(course)
    before = files_below(first.feedback)
    other = course.folder / "other"
    (other / "bo").mkdir(parents=True)
    (other / "bo" / "hw3.py").write_text(course.solved("bo"), encoding="utf-8")
    feedback = course.folder.parent / "of-the-other"
    grader("batch", course.folder, other, "--jobs=1", "--feedback", feedback)
    _, again_done = again(course, marked)
    assert files_below(again_done.feedback) == before

    add_override(course.folder, Override("bo", 1, 1, "2", "", Fraction(1), "a fair try"))
    course.rows()  # without feedback
    _, last = again(course, marked)
    assert "a fair try" in last.told("bo")


def test_a_disk_that_is_full_is_no_fault_of_the_grader_and_the_command_goes_on(
    course: Course, marked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, *_: object, **__: object) -> None:
        raise UnwritableError(f"{path}: cannot be written (No space left on device)")

    with monkeypatch.context() as patch:
        patch.setattr(giving_out, "write_whole", full)
        refused(
            course.batch("--feedback", course.folder.parent / "feedback"),
            "cannot be written (No space left on device); the results are kept, and the same",
        )
    _, done = again(course, marked)
    assert done.rows["ana"]["score"] == FULL


# -- what is refused -------------------------------------------------------------------------------


def refused(result: Result, *said: str) -> None:
    assert result.exit_code == 2
    assert len(result.stderr.strip().splitlines()) <= 2
    for each in said:
        assert each in result.stderr


def test_a_changed_assignment_is_no_fault_of_the_grader(course: Course) -> None:
    course.write(HEAD + BY_HAND.replace("conv1d-hand", "conv1d-compare"))
    refused(course.batch(), "write revision = 2, by which all of these get new exercises")


def test_what_nobody_has_drawn_yet_cannot_be_marked(course: Course) -> None:
    shutil.rmtree(course.folder / "private")
    refused(course.batch(), "no sheet of revision 1 was drawn yet", "'grader generate' draws them")


def test_a_damaged_record_is_refused_with_its_line(course: Course) -> None:
    text = course.variants.read_bytes()
    course.variants.write_bytes(text.replace(b'"family"', b'"famly"', 1))
    refused(course.batch(), "variants.jsonl, line 2: a record of the grader was expected")


@pytest.mark.parametrize("option", ["--json", "--csv", "--store"])
def test_what_is_for_the_lecturer_is_not_written_into_the_folder_of_feedback(
    course: Course, option: str
) -> None:
    feedback = course.folder / "feedback"
    feedback.mkdir()
    result = course.batch("--feedback", feedback, option, feedback / "of-all")
    refused(result, "this is for you alone, and would lie in", "write it elsewhere")
    assert files_below(feedback) == {}


@pytest.mark.parametrize("folder", ["", "private", ".."])
def test_feedback_is_not_given_out_beside_the_key(course: Course, folder: str) -> None:
    result = course.batch("--feedback", course.folder / folder)
    assert result.exit_code == 2
    assert "a folder" in result.stderr


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("student,when\nana,2026-12-15 12:00\n", "columns `time` and `file` or `student`"),
        ("student,time\nana,15.12.2026\n", "line 2: a time such as 2026-12-15 23:58 was expected"),
        ("student,time\nana,2026-12-15 1:00\nana,2026-12-15 12:00\n", "line 2: a time such as"),
        (
            "student,time\nana,2026-12-15 11:00\nANA,2026-12-15 12:00\n",
            "line 3: 'ANA' has a time already",
        ),
        ("student,file,time\nana,x.py,2026-12-15 12:00\n", "line 2: a file or a student"),
    ],
)
def test_a_table_of_times_that_cannot_be_used_is_refused(
    course: Course, text: str, said: str
) -> None:
    refused(course.batch("--times", times(course, text)), said)


def test_options_for_courses_need_an_assignment(course: Course) -> None:
    refused(grader("batch", course.work, "--spreadsheet"), "--spreadsheet goes with an assignment")
    refused(
        grader("batch", course.folder, course.work, "--limit", "time=1s"),
        "--limit is said by an assignment in its assignment.toml",
    )


# -- a stop in the middle --------------------------------------------------------------------------


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_a_batch_that_is_stopped_goes_on_and_comes_to_the_same(
    tmp_path: Path, batch: Batch, how: signal.Signals
) -> None:
    course = Course(shutil.copytree(batch.course.folder, tmp_path / "course"))
    (course.folder / PRIVATE / STORE).unlink()
    own = [
        *("batch", course.folder, course.work, "--jobs", "1"),
        *("--feedback", tmp_path / "feedback"),
    ]
    with subprocess.Popen(
        [sys.executable, "-m", "grader", *map(str, own)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        until = time.monotonic() + 60
        while time.monotonic() < until and process.poll() is None:
            if results_in(course.folder) > 3:
                break
            time.sleep(0.005)
        os.kill(process.pid, how)
        _, told = process.communicate(timeout=60)
    assert "Traceback" not in told
    assert process.returncode in (1, 130, -9)

    kept = results_in(course.folder, that_hold=True)
    assert kept > 2
    done = run(course)
    assert f"{kept} files were marked before" in done.result.stderr
    assert done.rows == batch.rows
    assert files_below(done.feedback) == files_below(batch.feedback)
