"""What was drawn for whom is written down once, and whole sheets alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from grader.course.record import Drawn, Record, RecordError, Sitting, opened, read
from grader.sheet.recorded import Recorded, problem_of, recorded
from problems.drawing import draw_variant
from tests.grader.course.courses import Course, drawn_course

ANA, BO = Sitting(1, "ana", 1), Sitting(1, "bo", 1)


def problem(key: str, seed: str) -> Recorded:
    return recorded(key, draw_variant("equivariance", "easy", seed), {})


def drawn(sitting: Sitting, *seeds: str) -> list[Drawn]:
    return [Drawn(sitting, problem(str(n), seed)) for n, seed in enumerate(seeds, start=1)]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "private" / "variants.jsonl"


def kept(path: Path, *sheets: list[Drawn]) -> bytes:
    record = Record(path, "hw3")
    for sheet in sheets:
        record.keep(sheet)
    return path.read_bytes()


def test_what_is_kept_is_read_again_with_its_parameters_and_seed(path: Path) -> None:
    kept(path, drawn(ANA, "11", "12"), drawn(BO, "13", "14"))

    again = Record(path, "hw3")

    assert again.sittings == (ANA, BO)
    assert again.of(BO) == tuple(drawn(BO, "13", "14"))
    variant = problem_of(again.problems(ANA)[1]).variant
    assert repr(variant.truth) == repr(draw_variant("equivariance", "easy", "12").truth)


def test_the_record_is_for_its_owner_alone(path: Path) -> None:
    kept(path, drawn(ANA, "11"))
    assert path.stat().st_mode & 0o077 == 0


def test_whoever_joins_adds_lines_and_changes_none(path: Path) -> None:
    before = kept(path, drawn(ANA, "11", "12"))
    after = kept(path, drawn(BO, "13", "14"))
    assert after.startswith(before)
    assert len(after) > len(before)


def test_a_problem_drawn_anew_takes_the_place_of_the_old_one_which_is_kept(path: Path) -> None:
    before = kept(path, drawn(ANA, "11", "12"))
    new = Drawn(ANA, problem("1", "15"), draw=1, reason="a figure is broken")

    after = kept(path, [new])

    assert after.startswith(before)
    record = Record(path, "hw3")
    assert record.of(ANA) == (new, drawn(ANA, "11", "12")[1])
    assert record.redrawn(ANA) == 1
    assert record.is_taken(problem("1", "11"))


@pytest.mark.parametrize("lost", [1, 40, 500, 900])
def test_a_sheet_that_was_being_written_when_the_machine_stopped_is_left_out_whole(
    path: Path, lost: int
) -> None:
    before = kept(path, drawn(ANA, "11", "12"))
    whole = kept(path, drawn(BO, "13", "14"))
    path.write_bytes(whole[: max(len(before), len(whole) - lost)])

    record = Record(path, "hw3")

    assert record.sittings == (ANA,)
    record.keep(drawn(BO, "13", "14"))
    assert path.read_bytes() == whole


@pytest.mark.parametrize("size", [0, 1, 20])
def test_a_record_of_which_not_even_the_head_was_written_is_begun_anew(
    path: Path, size: int
) -> None:
    whole = kept(path, drawn(ANA, "11"))
    path.write_bytes(whole[:size])
    assert kept(path, drawn(ANA, "11")) == whole


def test_zeros_at_the_end_as_a_disk_leaves_them_are_left_out(path: Path) -> None:
    whole = kept(path, drawn(ANA, "11"))
    path.write_bytes(whole + bytes(300))
    assert Record(path, "hw3").sittings == (ANA,)


@pytest.mark.parametrize("line", ["{}", "[]", "nonsense", '{"problem": 1, "student": 2}'])
def test_a_damaged_line_is_refused_with_its_number(path: Path, line: str) -> None:
    whole = kept(path, drawn(ANA, "11"))
    path.write_bytes(whole + line.encode() + b"\n")
    with pytest.raises(RecordError, match="line 3: a record of the grader was expected; restore"):
        Record(path, "hw3")


def test_a_sheet_of_which_a_line_in_the_middle_is_missing_is_refused(path: Path) -> None:
    head, *lines = kept(path, drawn(ANA, "11", "12"), drawn(BO, "13", "14")).splitlines(True)
    path.write_bytes(head + lines[0] + b"".join(lines[2:]))
    with pytest.raises(RecordError, match="line 3: a record of the grader was expected"):
        Record(path, "hw3")


def test_the_record_of_another_assignment_is_refused(path: Path) -> None:
    kept(path, drawn(ANA, "11"))
    with pytest.raises(RecordError, match="that of 'hw3'; each assignment has a folder of its own"):
        Record(path, "hw4")


def test_a_record_that_cannot_be_read_is_said_in_a_line(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(RecordError, match=r"cannot be read \(Is a directory\)"):
        Record(path, "hw3")


def test_what_a_full_disk_has_cut_off_is_taken_back(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = kept(path, drawn(ANA, "11"))
    record = Record(path, "hw3")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(RecordError, match=r"No space left on device.*nothing was handed out"):
            record.keep(drawn(BO, "13", "14"))

    assert path.read_bytes() == before
    record.keep(drawn(BO, "13", "14"))
    assert Record(path, "hw3").sittings == (ANA, BO)


def test_two_commands_do_not_draw_for_one_assignment_at_once(tmp_path: Path) -> None:
    with (
        opened(tmp_path, "hw3"),
        pytest.raises(RecordError, match="in use: another command draws for this assignment"),
        opened(tmp_path, "hw3"),
    ):
        pass


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    return drawn_course(tmp_path_factory.mktemp("record"))


def test_regrading_goes_by_the_parameters_and_not_by_the_seed(
    course: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = repr(course.sheet("101").problems[1].variant.truth)

    def otherwise(*_: object) -> object:  # as a later version might draw
        raise AssertionError("nothing is drawn of what was drawn before")

    monkeypatch.setattr("grader.course.set_problem.draw_variant", otherwise)
    problems = read(course.folder, "hw3").problems(course.sitting("101"))
    assert repr(problem_of(problems[1]).variant.truth) == before
