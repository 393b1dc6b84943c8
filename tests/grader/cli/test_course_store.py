"""What a batch of an assignment takes from its store, keeps in it, and says of both."""

from __future__ import annotations

import json
import resource
import shutil
import sqlite3
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from click.testing import Result

from grader.answers.outcome import Outcome
from grader.course import finishing
from grader.course.overrides import Override, add_override
from grader.grading.batch import Conditions
from grader.grading.grade import grade
from grader.grading.journal import Journal, usual_journal
from grader.marking.result import SheetResult
from grader.report.marked import Marked
from grader.sandbox.outside.limits import WALL_CLOCK
from grader.sheet.set_sheet import SetSheet
from grader.store import opening
from grader.store.store import Store
from grader.store.verifying import verified
from grader.store.work import StoredWork
from tests.grader.cli.commands import grader
from tests.grader.course.courses import Course, files_below, marked_here
from tests.grader.store.stores import (
    ROSTER,
    TOML,
    asked,
    forced,
    opened,
    path_of,
)

SKIPPED = (
    "2 files were marked before (same content, assignment and version) and are not marked again; "
    "--anew marks all"
)
PLAYED = (
    "files were marked by what their programs had answered before, so that these were not run again"
)


@pytest.fixture
def course(handed_in: Course) -> Course:
    """A class of which nothing was marked yet."""
    return handed_in


def batch(
    course: Course, *more: str | Path, folder: Path | None = None
) -> tuple[Result, dict[str, bytes]]:
    """A batch, and all bytes that it writes."""
    finishing._assignment.cache_clear()
    out = course.folder.parent / "out"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()
    reports = ("--csv", out / "a.csv", "--json", out / "a.json", "--feedback", out / "feedback")
    given = ("--jobs=1",) if "--jobs" not in more else ()
    result = grader("batch", course.folder, folder or course.work, *given, *reports, *more)
    return result, files_below(out)


def refused(result: Result, *said: str) -> None:
    assert result.exit_code == 2, result.output
    assert len(result.stderr.strip().splitlines()) <= 2
    for each in said:
        assert each in result.stderr


def all_is_well(course: Course, store: Path | None = None) -> None:
    with Store(str(store or path_of(course)), make=False) as opened_store:
        assert verified(opened_store).faults == ()


# -- what is there already -------------------------------------------------------------------------


def test_what_was_marked_is_skipped_and_said_and_reports_are_the_same_bytes(
    marked: Course, run: list[str]
) -> None:
    first = batch(marked)
    assert SKIPPED in first[0].stderr
    assert run == []
    (marked.folder / "private" / "store.sqlite").unlink()
    anew = batch(marked)
    assert "marked before" not in anew[0].stderr
    assert len(run) > 0
    assert anew[1] == first[1]
    assert set(anew[1]) >= {"a.csv", "a.json", "feedback/ana/feedback.html"}


def test_with_anew_all_is_run_and_the_results_before_stay(marked: Course, run: list[str]) -> None:
    before = asked(marked, "SELECT * FROM run")
    result, _ = batch(marked, "--anew")
    assert "marked before" not in result.stderr
    assert PLAYED not in result.stderr
    assert len(run) > 0
    after = asked(marked, "SELECT * FROM run ORDER BY id")
    assert after[:2] == before
    assert len(after) == 4
    assert SKIPPED in batch(marked)[0].stderr


@pytest.mark.parametrize("what", ["override", "lateness", "points"])
def test_where_only_marking_has_changed_it_is_marked_by_the_answers_that_are_kept(
    marked: Course, run: list[str], what: str
) -> None:
    more: list[str | Path] = []
    if what == "override":
        add_override(marked.folder, Override("bo", 1, 1, "2", "", Fraction(15, 2), "a fair try"))
    elif what == "lateness":
        table = marked.folder / "times.csv"
        table.write_text("student,time\nana,2026-12-16 12:00\n", encoding="utf-8")
        more = ["--times", table]
    else:
        marked.write(TOML.replace("points = 10", "points = 20"))
    result, files = batch(marked, *more)
    count = {"override": 1, "lateness": 1, "points": 2}[what]
    assert f"{count} {PLAYED}" in result.stderr
    assert run == []
    shutil.rmtree(marked.folder / "private" / "store.sqlite", ignore_errors=True)
    path_of(marked).unlink()
    assert batch(marked, *more)[1] == files  # as if all was run


def test_a_result_of_another_version_or_limit_is_not_taken(
    marked: Course, run: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    marked.write(
        f"{TOML.replace('[late]', '[marking]')}".replace('costs = "10%"', 'limits = ["time=4s"]')
    )
    result, _ = batch(marked)
    assert "marked before" not in result.stderr
    assert PLAYED not in result.stderr  # another limit may have other answers
    assert len(run) > 0
    run.clear()
    monkeypatch.setattr("grader.store.work.edition", lambda: "another")
    result, _ = batch(marked)
    assert f"2 {PLAYED}" in result.stderr
    assert run == []


Spoil = Callable[[SheetResult], SheetResult]


def faulty(result: SheetResult) -> SheetResult:
    first, *rest = result.problems
    field, *others = first.fields
    fault = replace(field, outcome=Outcome.GRADER_FAULT, score=0.0, max_score=0.0)
    return replace(result, problems=(replace(first, fields=(fault, *others)), *rest))


def hurried(result: SheetResult) -> SheetResult:
    return replace(result, limits_met=(next(iter(WALL_CLOCK)),))


@pytest.mark.parametrize(("spoil", "status"), [(faulty, 3), (hurried, 0)])
def test_a_fault_of_ours_and_a_limit_of_wall_clock_are_done_again(
    course: Course, monkeypatch: pytest.MonkeyPatch, run: list[str], spoil: Spoil, status: int
) -> None:
    def spoilt(*args: object, **more: object) -> SheetResult:
        return spoil(grade(*args, **more))  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr("grader.grading.batch.grade", spoilt)
        assert batch(course)[0].exit_code == status
        assert batch(course)[0].exit_code == status
    assert asked(course, "SELECT submission_id, turn FROM run ORDER BY id") == [
        *((1, 0), (2, 0), (1, 1), (2, 1))
    ]
    assert asked(course, "SELECT count(*) FROM tape") == [(0,)]  # nor are such answers kept
    run.clear()
    result, _ = batch(course)
    assert result.exit_code == 0
    assert len(run) > 0
    assert SKIPPED in batch(course)[0].stderr
    all_is_well(course)


def test_feedback_that_was_not_made_yet_is_made_without_running_anything(
    course: Course, run: list[str]
) -> None:
    course.batch()
    run.clear()
    result, files = batch(course)
    assert f"2 {PLAYED}" in result.stderr
    assert "feedback/ana/feedback.html" in files
    assert run == []


def test_the_same_bytes_come_of_any_number_of_processes(
    course: Course, marked: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    by_name = {}
    for jobs in ("1", "3"):
        path_of(course).unlink(missing_ok=True)
        by_name[jobs] = batch(course, "--jobs", jobs)[1]
    assert by_name["1"] == by_name["3"] == batch(marked)[1]


# -- what a platform gives to download -------------------------------------------------------------

Lay = Callable[[Course, Path], None]


def moodle(course: Course, folder: Path) -> None:
    for name, student in (("Ana Anić", "ana"), ("Bo Bee", "bo")):
        place = folder / f"{name}_4242_assignsubmission_file_" / "hw3.py"
        place.parent.mkdir(parents=True)
        shutil.copy(course.work / student / "hw3.py", place)


def moodle_without_folders(course: Course, folder: Path) -> None:
    for name, student in (("Ana Anić", "ana"), ("Bo Bee", "bo")):
        shutil.copy(
            course.work / student / "hw3.py", folder / f"{name}_4242_assignsubmission_file_hw3.py"
        )


def canvas(course: Course, folder: Path) -> None:
    shutil.copy(course.work / "ana" / "hw3.py", folder / "anicana_123456_7890_hw3-1.py")
    shutil.copy(course.work / "bo" / "hw3.py", folder / "beebo_LATE_123457_7891_hw3.py")


def github_classroom(course: Course, folder: Path) -> None:
    """As ``gh classroom clone student-repos`` lays them down."""
    for student in ("ana", "bo"):
        place = folder / "hw3-submissions" / f"hw3-{student}"
        (place / ".git" / "hooks").mkdir(parents=True)
        (place / ".git" / "hooks" / "sample.py").write_text("x = 1\n", encoding="utf-8")
        (place / ".git" / "HEAD").write_text("ref: refs/heads/main\n", encoding="utf-8")
        (place / "README.md").write_text("# Homework\n", encoding="utf-8")
        shutil.copy(course.work / student / "hw3.py", place / "hw3.py")


def archives_of_students(course: Course, folder: Path) -> None:
    for student in ("ana", "bo"):
        (folder / student).mkdir()
        with zipfile.ZipFile(folder / student / "hw3.zip", "w") as archive:
            archive.write(course.work / student / "hw3.py", "homework/hw3.py")


def zipped(folder: Path) -> Path:
    path = folder.with_name(f"{folder.name}.zip")
    with zipfile.ZipFile(path, "w") as archive:
        for each in sorted(folder.rglob("*")):
            archive.write(each, each.relative_to(folder))
    return path


def tarred(folder: Path) -> Path:
    path = folder.with_name(f"{folder.name}.tar.gz")
    with tarfile.open(path, "w:gz") as archive:
        archive.add(folder, ".")
    return path


MARKS = {"ana": ("marked", "19"), "bo": ("marked", "0"), "cy": ("missing", "0")}


@pytest.mark.parametrize(
    "lay", [moodle, moodle_without_folders, canvas, github_classroom, archives_of_students]
)
def test_a_download_gives_the_same_marks_as_folder_and_as_archive(
    course: Course, tmp_path: Path, lay: Lay
) -> None:
    folder = tmp_path / "download"
    folder.mkdir()
    lay(course, folder)
    written = []
    for each in (folder, zipped(folder), tarred(folder)):
        path_of(course).unlink(missing_ok=True)
        result, files = batch(course, folder=each)
        assert result.exit_code == 0, result.output
        written.append(files)
        students = json.loads(files["a.json"])["students"]
        assert {
            one["student"]: (one["status"], f"{one['result']['score'] if one['result'] else 0:g}")
            for one in students
        } == MARKS
    assert written[0] == written[1] == written[2]


def test_an_archive_after_its_folder_is_the_same_work_and_skipped(
    marked: Course, run: list[str]
) -> None:
    result, _ = batch(marked, folder=zipped(marked.work))
    assert SKIPPED in result.stderr
    assert run == []


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_what_is_left_out_of_an_archive_is_told_with_the_reason(
    course: Course, tmp_path: Path
) -> None:
    path = tmp_path / "class.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(course.work / "ana" / "hw3.py", "ana/hw3.py")
        archive.writestr("ana/hw3.py", "x = 1\n")
        archive.writestr("../bo/hw3.py", "x = 1\n")
        archive.writestr("cy/.git/config", "")
        archive.writestr("cy/.git/HEAD", "")
        for number in range(12):
            archive.writestr(f"/e\x1b[31m{number}.py", "")
    result, _ = batch(course, folder=path)
    told = result.stderr.splitlines()
    assert "left out of the archive, since a name that was there before: ana/hw3.py" in told
    assert "left out of the archive, since hidden: cy/.git" in told
    (elsewhere,) = [line for line in told if "a name that leads out of the archive" in line]
    assert elsewhere.startswith("left out of the archive, since a name that leads out of the")
    assert "../bo/hw3.py" in elsewhere
    assert elsewhere.endswith("and 5 more")
    assert "\x1b" not in result.stderr
    assert "no file came from: bo, cy" in result.stderr


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("class.zip", b"PK\x03\x04 torn", "an archive was expected, but it is damaged"),
        ("class.tar.gz", b"\x1f\x8b torn", "an archive was expected, but it is damaged"),
        ("class.zip", None, "there is no .py or .ipynb file in it, and no archive of one"),
        ("nowhere.zip", b"", "a folder of submissions was expected, but there is none"),
    ],
)
def test_an_archive_that_is_none_is_refused_by_its_name_and_nothing_is_lost(
    marked: Course, tmp_path: Path, name: str, data: bytes | None, said: str
) -> None:
    path = tmp_path / name
    if data is None:
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("notes.txt", "")
    elif data:
        path.write_bytes(data)
    before = path_of(marked).read_bytes()
    result, files = batch(marked, folder=path)
    refused(result, str(path), said)
    assert files == {}
    assert path_of(marked).read_bytes() == before


# -- what changes between two batches --------------------------------------------------------------


def test_a_roster_that_changes_is_told_and_loses_nothing(marked: Course) -> None:
    before = asked(marked, "SELECT * FROM mark")
    marked.enrol(ROSTER.replace("bo,Bo Bee,bbee@uni.hr,A\n", "dora,Dora Dee,,B\n"))
    assert marked.generate("--student", "dora").exit_code == 0
    marked.hand_in("dora/hw3.py", marked.solved("dora"))
    result, files = batch(marked)
    assert (
        "in the roster no more: bo; what they got by earlier batches stays in the store"
        in result.stderr
    )
    marks = {one["student"]: one["status"] for one in json.loads(files["a.json"])["students"]}
    assert marks == {"ana": "marked", "dora": "marked", "cy": "missing"}
    assert asked(marked, "SELECT * FROM mark")[:3] == before
    marked.enrol(ROSTER.replace("Ana Anić", "Ana Anić Horvat"))
    assert batch(marked)[0].exit_code in (0, 1)
    assert asked(marked, "SELECT name FROM person WHERE student = 'ana'") == [("Ana Anić Horvat",)]
    all_is_well(marked)


def test_a_clock_that_was_put_back_is_told_and_mixes_nothing_up(marked: Course) -> None:
    forced(marked, "UPDATE batch SET began = '2999-01-01T00:00:00+00:00'")
    course, text = marked, marked.solved("ana")
    course.hand_in("ana/hw3.py", f"{text}\n# again\n")
    result, _ = batch(course)
    assert "the clock of this machine stands before the last batch (2999-01-01" in result.stderr
    shown = grader("replay", "ana", "--assignment", course.folder)
    assert shown.stdout.startswith("result 3: ")


def test_a_file_that_is_larger_than_may_be_handed_in_is_kept_as_far_as_it_is_looked_at(
    course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("grader.grading.batch", "grader.store.work"):
        monkeypatch.setattr(f"{module}.MOST_ARCHIVE_BYTES", 4000)
    course.hand_in("cy/hw3.py", course.solved("cy") + "#" * 50_000)
    assert batch(course)[0].exit_code == 0
    assert len(asked(course, "SELECT * FROM content")) == 3
    all_is_well(course)


# -- a journal from before there was a store -------------------------------------------------------


def journal_of(course: Course, path: Path, score: int) -> None:
    """What an earlier version has left of ana's file: marks that no marking gives."""
    seen: list[tuple[str, str, Marked]] = []
    add = StoredWork.add

    def noting(work: StoredWork, marked: Marked) -> None:
        wanted = work._wanted(marked.path, marked.content)
        seen.append((wanted.name, wanted.key, marked))
        add(work, marked)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(StoredWork, "add", noting)
        course.batch("--store", course.folder.parent / "other.sqlite")
    journal = Journal(path, resume=True)
    for name, key, marked in seen:
        if name.startswith("ana"):
            data = json.loads(json.dumps(dict(marked.data or {})))
            data["score"] = score
            journal.add(Marked(marked.path, kept=data), name, key)
    journal.close()


@pytest.mark.parametrize("is_named", [True, False])
def test_a_journal_is_taken_in_as_far_as_it_still_holds(
    course: Course, tmp_path: Path, is_named: bool
) -> None:
    path = tmp_path / "journal" if is_named else usual_journal(course.work)
    journal_of(course, path, score=4)
    named: list[str | Path] = ["--journal", path] if is_named else []
    result = course.batch(*named)
    assert f"1 results were taken in from the journal {path}" in result.stderr
    assert asked(course, "SELECT score FROM mark ORDER BY place") == [(4.0,), (0.0,), (0.0,)]
    assert "taken in" not in course.batch("--anew").stderr
    path.unlink()


def test_a_journal_that_does_not_hold_or_is_none_is_not_taken_in(
    course: Course, tmp_path: Path
) -> None:
    path = tmp_path / "journal"
    journal_of(course, path, score=4)
    course.write(TOML.replace("points = 10", "points = 20"))
    finishing._assignment.cache_clear()
    assert "taken in" not in course.batch("--journal", path).stderr
    assert asked(course, "SELECT score FROM mark ORDER BY place")[0] == (29.0,)
    refused(course.batch("--journal", tmp_path / "none"), "there is no journal of an earlier batch")
    path.write_text("student,score\n", encoding="utf-8")
    refused(course.batch("--journal", path), "is no journal of a batch; choose another file")


# -- a store that fails ----------------------------------------------------------------------------


def hindered(monkeypatch: pytest.MonkeyPatch, pragma: str) -> None:
    set_up = opening._set_up

    def also(connection: sqlite3.Connection, record: object) -> None:
        set_up(connection, record)
        connection.execute(f"PRAGMA {pragma}")

    monkeypatch.setattr(opening, "_set_up", also)


def test_a_disk_that_gets_full_keeps_what_it_has_and_the_same_command_goes_on(
    course: Course, marked: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store(str(path_of(course))):
        pass
    ((pages,),) = asked(course, "PRAGMA page_count")
    room = 12  # for the first result, and not for the second one
    with monkeypatch.context() as patch:
        hindered(patch, f"max_page_count = {pages + room}")
        result, files = batch(course)
    refused(result, "the disk is full; make room, and give the same command again")
    assert files == {}
    ((kept,),) = asked(course, "SELECT count(*) FROM run")
    all_is_well(course)
    again, written = batch(course)
    assert kept == 1
    assert "1 files were marked before" in again.stderr
    assert written == batch(marked)[1]


def test_a_store_that_may_only_be_read_is_refused_before_anything_is_marked(
    marked: Course, monkeypatch: pytest.MonkeyPatch, run: list[str]
) -> None:
    before = path_of(marked).read_bytes()
    with monkeypatch.context() as patch:
        hindered(patch, "query_only = ON")
        result, files = batch(marked, "--anew")
    refused(result, "the store may only be read; it is written by every marking")
    assert (files, run) == ({}, [])
    assert path_of(marked).read_bytes() == before


def test_a_store_that_another_program_has_to_itself_is_refused(
    marked: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "_SECONDS", 0.05)
    with opened(marked) as other:
        other.execute("BEGIN IMMEDIATE")
        result, _ = batch(marked, "--anew")
        refused(result, "another program has the store to itself; wait until it has ended")


def test_while_another_command_marks_the_assignment_it_is_refused(marked: Course) -> None:
    with Store(str(path_of(marked))) as other:
        other.lock("hw3")
        refused(batch(marked)[0], "is in use: another command marks this assignment")


@pytest.mark.parametrize(
    ("store", "said"),
    [
        ("mysql://grader:s3cret@db/course", "the address of a store was expected"),
        ("postgresql://grader:s3cret@127.0.0.1:1/course", "the database cannot be reached"),
    ],
)
def test_an_address_that_leads_to_no_store_is_refused(
    course: Course, run: list[str], store: str, said: str
) -> None:
    result, files = batch(course, "--store", store)
    refused(result, said)
    assert "s3cret" not in result.output
    assert (files, run) == ({}, [])


def test_a_store_is_not_written_over_a_submission_or_among_feedback(course: Course) -> None:
    result, _ = batch(course, "--store", course.work / "ana" / "hw3.py")
    refused(result, "this is a submission or a sheet, and would be overwritten")


def test_a_limit_of_the_system_on_files_is_said_and_nothing_is_lost(
    course: Course, marked: Course
) -> None:
    """As of a disk that is full: by a process that may write no file larger than so much."""
    with Store(str(path_of(course))):
        pass
    most = path_of(course).stat().st_size + 4096

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    own = ("batch", course.folder, course.work, "--jobs=1")
    done = subprocess.run(
        [sys.executable, "-m", "grader", *map(str, own)],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=limited,
    )
    assert done.returncode == 2, done.stderr
    assert len(done.stderr.strip().splitlines()) <= 2
    assert "disk" in done.stderr
    all_is_well(course)
    assert batch(course)[1] == batch(marked)[1]


def gone_while_it_is_marked(
    paths: Sequence[Path],
    _: int,
    conditions: Conditions,
    sheets: Mapping[Path, SetSheet],
    tapes: Mapping[Path, bytes],
    crew: object = None,
) -> Iterator[Marked]:
    for marked in marked_here(paths, 1, conditions, sheets, tapes):
        if marked.path.parent.name == "ana":
            marked.path.unlink()
        yield marked


def test_a_file_that_goes_while_it_is_marked_counts_by_what_it_was_and_is_not_kept(
    course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("grader.cli.marking.mark_all", gone_while_it_is_marked)
    result, _ = batch(course)
    assert result.exit_code == 0
    assert asked(course, "SELECT name FROM submission_name") == [('"bo/hw3.py"',)]
    all_is_well(course)
