"""``grader store``: what is kept is verified, listed, exported and erased."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest
from click.testing import Result

from grader.course.record import PRIVATE
from grader.store.place import FROM_ENVIRONMENT
from tests.grader.cli.commands import grader
from tests.grader.course.courses import Course, files_below
from tests.grader.store.stores import asked, forced, path_of


@pytest.fixture
def course(marked: Course) -> Course:
    return marked


def store(course: Course, verb: str, *arguments: str | Path, status: int = 0) -> Result:
    result = grader("store", verb, *arguments, "--assignment", course.folder)
    assert result.exit_code == status, result.output
    assert len(result.stderr.strip().splitlines()) <= 2
    return result


def test_a_store_as_it_was_written_is_said_to_be_so(course: Course) -> None:
    said = store(course, "verify").stdout
    assert said == "1 batches, 2 results, 2 different files: all is as it was written\n"


def test_faults_are_told_with_what_to_do(course: Course) -> None:
    forced(course, "DELETE FROM evidence", "UPDATE mark SET score = 18")
    result = store(course, "verify", status=1)
    assert result.stdout.splitlines() == [
        "1 batches, 2 results, 2 different files: 3 faults",
        "  the evidence of result 1 is missing, and nobody has erased it",
        "  the evidence of result 2 is missing, and nobody has erased it",
        "  the files or marks of batch 1 are not those that it ended with",
    ]
    assert result.stderr == "restore the store from a copy that is without faults\n"


def test_batches_are_listed_with_what_came_of_them(course: Course) -> None:
    course.hand_in("ana/hw3.py", course.solved("ana") + "\n# again\n")
    course.batch("--feedback", course.folder.parent / "feedback")
    grader("regrade", course.folder, "--jobs=1")
    lines = store(course, "log").stdout.splitlines()
    assert [line.split()[0] for line in lines] == ["1", "2", "3"]
    assert lines[0].endswith("2 files, 2 results")
    assert lines[1].endswith("2 files, 1 results")
    assert "  trial  revision 1  " in lines[2]
    assert lines[2].endswith("not applied, 0 results")


def test_a_student_is_exported_to_a_file(course: Course, tmp_path: Path) -> None:
    out = tmp_path / "ana.zip"
    assert store(course, "export", "ana", "--out", out).stdout == f"{out}\n"
    with zipfile.ZipFile(out) as archive:
        names = set(archive.namelist())
    assert names == {
        *("student.json", "results/1.json", "results/1.html", "results/1.txt", "files/1-hw3.py")
    }


def test_without_yes_nothing_is_erased(course: Course) -> None:
    before = path_of(course).read_bytes()
    said = store(course, "erase", "ana", status=2).stderr
    assert "would be erased for good; 'grader store export' keeps a copy, and --yes does it" in said
    assert path_of(course).read_bytes() == before


def test_what_is_erased_is_said_and_where_more_is(course: Course) -> None:
    result = store(course, "erase", "ana", "--yes")
    ((pseudonym,),) = asked(course, "SELECT pseudonym FROM person WHERE student IS NULL")
    assert result.stdout == (
        f"1 results and 1 files of ana are erased; the marks are those of {pseudonym} now\n"
    )
    assert "Not in the store, and so still there: the roster" in result.stderr
    assert b"Ana" not in path_of(course).read_bytes()
    assert "there is nobody called 'ana'" in store(course, "erase", "ana", "--yes", status=2).stderr


@pytest.mark.parametrize(
    "verb", [("verify",), ("log",), ("export", "ana", "--out", "x.zip"), ("erase", "ana", "--yes")]
)
def test_where_there_is_no_store_none_is_made(
    course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, verb: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    path_of(course).unlink()
    before = files_below(tmp_path)
    said = store(course, *verb, status=2).stderr
    assert "there is no store yet; 'grader batch' with an assignment makes it" in said
    assert files_below(tmp_path) == before


def test_the_store_is_where_the_option_or_the_environment_says(
    course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = course.folder / "other.sqlite"
    course.batch("--store", other)
    assert other.exists()
    shutil.move(other, course.folder / "third.sqlite")
    monkeypatch.setenv(FROM_ENVIRONMENT, str(course.folder / "third.sqlite"))
    path_of(course).unlink()
    assert "all is as it was written" in store(course, "verify").stdout
    course.batch()
    assert not path_of(course).exists()


def test_what_is_exported_overwrites_no_folder(course: Course) -> None:
    store(course, "export", "ana", "--out", course.folder / "nowhere" / "x.zip", status=2)
    assert "no store" not in store(course, "verify").output


def test_the_store_lies_with_what_no_student_gets_for_its_owner_alone(course: Course) -> None:
    path = path_of(course)
    assert path.parent.name == PRIVATE
    assert path.stat().st_mode & 0o077 == 0
