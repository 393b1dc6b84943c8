"""``grader generate`` with an assignment: whole sheets, the same for all time, and nothing more."""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from grader.course.record import opened
from grader.course.roster import folder_name, read_roster
from tests.grader.cli.commands import grader, in_a_process
from tests.grader.course.courses import (
    BY_HAND,
    DEADLINE,
    HEAD,
    ROSTER,
    Course,
    course_in,
    drawn_course,
    files_below,
    secrets_of,
    told_in,
)

MANY = "student,name\n" + "".join(f"s{n:03},Name{n} Surname{n}\n" for n in range(70))
ONE = HEAD + DEADLINE + '[[problem]]\nfamily = "conv1d-hand"\nlevel = "easy"\n'


@pytest.fixture
def course(tmp_path: Path) -> Course:
    return course_in(tmp_path / "course")


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Course:
    return drawn_course(tmp_path_factory.mktemp("drawn"))


@pytest.fixture
def handed_out(drawn: Course, tmp_path: Path) -> Course:
    """A course of which all have their sheets, to be changed by a test."""
    return Course(shutil.copytree(drawn.folder, tmp_path / "course"))


def test_each_student_gets_a_folder_and_the_lecturer_a_table_beside_the_record(
    course: Course,
) -> None:
    result = course.generate("--format", "py,md")

    assert result.exit_code == 0
    assert sorted(files_below(course.sheets)) == [
        f"{student}/hw3.{ending}" for student in ("100", "101", "102") for ending in ("md", "py")
    ]
    table = (course.folder / "private" / "sheets.csv").read_text(encoding="utf-8").splitlines()
    assert table[1] == (
        f"100,Ana Anić,1,1,{course.code('100')},equivariance:easy conv1d-hand:easy,"
    )
    assert "the sheets of 3 students" in result.stdout


def test_the_key_and_the_seeds_are_in_nothing_that_is_printed(course: Course) -> None:
    told = course.generate().output + course.generate("--attempt", "9").output
    assert told_in([told], secrets_of(course)) == []


def test_the_same_bytes_come_of_other_processes_numbers_of_jobs_and_hash_seeds(
    tmp_path: Path,
) -> None:
    found = []
    for name, jobs, hash_seed in (("a", "1", "1"), ("b", "2", "2")):
        course = course_in(tmp_path / name, ONE, MANY)
        run = in_a_process(
            *("generate", course.folder, "--out", course.sheets, "--jobs", jobs),
            *("--format", "py"),
            folder=tmp_path,
            PYTHONHASHSEED=hash_seed,
        )
        assert run.returncode == 0, run.stderr
        found.append(files_below(course.sheets) | files_below(course.folder / "private"))
    assert found[0] == found[1]
    assert len(found[0]) == 70 + 3


def test_who_joins_later_gets_a_sheet_and_nobody_elses_changes(handed_out: Course) -> None:
    before = files_below(handed_out.sheets)
    handed_out.enrol(
        "student,name\n103,Di Eff\n" + ROSTER.replace("student,name,language,group\n", "")
    )
    handed_out.enrol(ROSTER.replace("101,", "103,Di Eff,,B\n101,"))

    result = handed_out.generate()

    after = files_below(handed_out.sheets)
    assert result.exit_code == 0
    assert "(3 drawn before)" in result.stdout
    assert {name: after[name] for name in before} == before
    assert "103/hw3.py" in after


def test_who_has_left_keeps_the_files_and_takes_nothing_along(handed_out: Course) -> None:
    before = files_below(handed_out.sheets)
    handed_out.enrol("student,name\n101,Bo Bee\n")
    assert handed_out.generate("--format", "py").exit_code == 0
    assert files_below(handed_out.sheets) == before


def test_a_second_attempt_has_other_exercises_and_a_name_of_its_own(handed_out: Course) -> None:
    assert handed_out.generate("--attempt", "2", "--student", "100").exit_code == 0
    assert (handed_out.sheets / "100" / "hw3-2.py").is_file()
    assert not (handed_out.sheets / "101" / "hw3-2.py").exists()
    first, second = (handed_out.record.problems(handed_out.sitting("100", n)) for n in (1, 2))
    assert {one.variant_digest for one in first}.isdisjoint(two.variant_digest for two in second)


def test_a_file_that_somebody_has_filled_in_is_left_as_it_is(handed_out: Course) -> None:
    path = handed_out.sheets / "100" / "hw3.py"
    path.write_text("my answers", encoding="utf-8")

    result = handed_out.generate()

    assert result.exit_code == 1
    assert f"left as they are, since somebody may have filled them in: {path}" in result.stderr
    assert path.read_text(encoding="utf-8") == "my answers"
    assert handed_out.generate("--force").exit_code == 0
    assert "Ana Anić" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("odd", ["a b", "Čvor/1", "con", ".hidden", "a.b.", "50%", "x" * 60])
def test_an_odd_id_has_a_folder_that_every_system_takes(tmp_path: Path, odd: str) -> None:
    course = course_in(tmp_path / "course", ONE, f'student,name\n"{odd}",Ana Anić\n')
    assert course.generate("--format", "py").exit_code == 0
    (student,) = read_roster(course.folder / "roster.csv")
    assert (course.sheets / folder_name(student) / "hw3.py").is_file()


# -- what is refused -------------------------------------------------------------------------------


def refused(result: object, *said: str) -> None:
    """Exit status 2, in one or two lines that have these words."""
    assert result.exit_code == 2  # type: ignore[attr-defined]
    lines = result.stderr.strip().splitlines()  # type: ignore[attr-defined]
    assert len(lines) <= 2
    for each in said:
        assert each in result.stderr  # type: ignore[attr-defined]


@pytest.mark.parametrize("out", ["", "..", "private", "private/deeper", "sheets/.."])
def test_a_folder_that_is_handed_out_has_no_key_and_no_record_in_it(
    course: Course, out: str
) -> None:
    result = course.generate(out=course.folder / out)
    refused(result, "a folder of its own was expected for what is handed out")
    assert not (course.folder / "private").exists()


def test_a_folder_with_the_file_that_a_variable_names_as_the_key_is_not_handed_out(
    course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "keys").mkdir()
    (course.folder / "course.key").rename(tmp_path / "keys" / "of-the-course")
    monkeypatch.setenv("GRADER_KEY_FILE", str(tmp_path / "keys" / "of-the-course"))
    refused(course.generate(out=tmp_path / "keys"), "with its key and record in it")
    assert course.generate(out=tmp_path / "apart").exit_code == 0


def test_a_link_to_the_folder_of_the_assignment_is_that_folder(
    course: Course, tmp_path: Path
) -> None:
    (tmp_path / "link").symlink_to(course.folder)
    refused(course.generate(out=tmp_path / "link"), "a folder of its own was expected")


def test_other_problems_are_refused_and_it_is_said_what_to_do(handed_out: Course) -> None:
    handed_out.write(HEAD + BY_HAND.replace("conv1d-hand", "conv1d-compare"))
    before = files_below(handed_out.folder)
    refused(handed_out.generate(), "write revision = 2, by which all of these get new exercises")
    assert files_below(handed_out.folder) == before


def test_a_new_revision_says_whom_it_affects_before_it_does(handed_out: Course) -> None:
    handed_out.write(HEAD.replace("revision = 1", "revision = 2") + BY_HAND)
    old = handed_out.variants.read_bytes()
    result = handed_out.generate("--force")
    assert result.exit_code == 0
    assert (
        "revision 2: whoever is written now gets new exercises; 3 students have sheets of "
        "revision 1 or before, by which nothing more is marked"
    ) in result.stderr
    assert handed_out.variants.read_bytes().startswith(old)


def test_a_command_that_draws_at_the_same_time_is_waited_for(course: Course) -> None:
    with opened(course.folder, "hw3"):
        refused(course.generate(), "in use: another command draws for this assignment")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--student", "10l"), "there is no student '10l' in the roster; is '102' meant?"),
        (("--attempt", "3"), "attempt 3 was asked for, but 100, 101, 102 may have 2"),
        (("--seed", "4"), "--seed is for practice sheets"),
        (("--roster", "nowhere.csv"), "nowhere.csv: the table cannot be read"),
    ],
)
def test_what_cannot_be_done_is_said_before_anything_is_drawn(
    course: Course, arguments: tuple[str, ...], said: str
) -> None:
    refused(course.generate(*arguments), said)
    assert not course.variants.exists()


def test_options_for_courses_need_one(tmp_path: Path) -> None:
    refused(
        grader("generate", "--out", tmp_path / "out", "--attempt", "2"),
        "--attempt goes with an assignment: name its folder",
    )


def test_without_a_key_it_is_said_where_one_is_looked_for(course: Course) -> None:
    (course.folder / "course.key").unlink()
    refused(course.generate(), "there is no course key", "grader key new")


# -- stops and full disks --------------------------------------------------------------------------


def limited(size: int) -> Callable[[], None]:
    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return limit


def command(course: Course, *more: str) -> list[str]:
    own = ["generate", str(course.folder), "--out", str(course.sheets), *more]
    return [sys.executable, "-m", "grader", *own]


@pytest.mark.parametrize("place", ["the head", "the record", "a sheet"])
def test_where_a_disk_is_full_files_are_whole_or_not_there_and_the_same_command_goes_on(
    tmp_path: Path, drawn: Course, place: str
) -> None:
    longest = max(len(data) for data in files_below(drawn.sheets).values())
    size = {"the head": 20, "the record": 900, "a sheet": longest - 1}[place]
    course = course_in(tmp_path / "course")
    run = subprocess.run(
        command(course, "--jobs", "1"),
        preexec_fn=limited(size),
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 2
    assert "cannot be written (File too large)" in run.stderr
    assert len(run.stderr.strip().splitlines()) == 1
    assert_whole(course, files_below(drawn.sheets))

    assert course.generate().exit_code == 0
    assert files_below(course.sheets) == files_below(drawn.sheets)
    assert course.variants.read_bytes() == drawn.variants.read_bytes()


def assert_whole(course: Course, all_files: dict[str, bytes]) -> None:
    """No file is a part of one, and whoever has a file is in the record."""
    for name, data in files_below(course.sheets).items():
        if Path(name).name.startswith(".grader-"):  # what `kill -9` leaves; it is no sheet
            continue
        assert all_files[name] == data
        assert course.sitting(name.partition("/")[0]) in course.record


@pytest.fixture(scope="module")
def of_many(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """What there is to be in the end, of a course whose command is stopped."""
    course = course_in(tmp_path_factory.mktemp("many"), ONE, MANY)
    assert course.generate("--format", "py").exit_code == 0
    return course


@pytest.mark.parametrize(
    ("how", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGKILL, -9)]
)
def test_a_command_that_is_stopped_leaves_whole_files_and_goes_on(
    tmp_path: Path, of_many: Course, how: signal.Signals, status: int
) -> None:
    course = course_in(tmp_path / "course", ONE, MANY)
    with subprocess.Popen(
        command(course, "--jobs", "1", "--format", "py"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        until = time.monotonic() + 60
        while not (course.sheets / "s003" / "hw3.py").exists() and time.monotonic() < until:
            time.sleep(0.002)
        os.kill(process.pid, how)
        _, told = process.communicate(timeout=60)

    assert "Traceback" not in told
    if process.returncode != 0:  # it may have been through already
        assert process.returncode == status
        assert "the same command goes on" in told or how is signal.SIGKILL
    assert_whole(course, files_below(of_many.sheets))

    assert course.generate("--format", "py").exit_code == 0
    left = files_below(course.sheets)
    assert {name: left[name] for name in files_below(of_many.sheets)} == files_below(of_many.sheets)
    assert course.variants.read_bytes() == of_many.variants.read_bytes()


def test_a_record_that_is_cut_anywhere_is_completed_by_the_same_command(
    handed_out: Course,
) -> None:
    whole, before = handed_out.variants.read_bytes(), files_below(handed_out.sheets)
    for size in range(0, len(whole), 331):
        handed_out.variants.write_bytes(whole[:size])
        assert handed_out.generate().exit_code == 0
        assert handed_out.variants.read_bytes() == whole
    assert files_below(handed_out.sheets) == before


def test_a_deleted_record_is_drawn_again_as_it_was_where_nothing_was_drawn_anew(
    handed_out: Course,
) -> None:
    before = files_below(handed_out.folder)
    shutil.rmtree(handed_out.folder / "private")
    assert handed_out.generate().exit_code == 0
    assert files_below(handed_out.folder) == before


def test_the_record_says_of_each_sheet_what_it_is_of(handed_out: Course) -> None:
    head, *lines = map(json.loads, handed_out.variants.read_text(encoding="utf-8").splitlines())
    assert head == {"grader-variants": 1, "assignment": "hw3"}
    assert [(each["student"], each["problem"]) for each in lines] == [
        (student, problem) for student in ("100", "101", "102") for problem in ("1", "2")
    ]
