"""Processes that stand ready before it is known what they are to mark."""

from __future__ import annotations

import multiprocessing
import subprocess
import sys
from pathlib import Path

import pytest

from grader.grading.batch import Conditions
from grader.grading.crew import Crew, begun_early
from grader.grading.tries import mark_all
from grader.render.script import model, script
from grader.sandbox.wire.level import NONE
from grader.sheet.sheet import draw_sheet


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    text = script(draw_sheet("7", ["conv1d-code:easy"], "en"), model)
    for name in ("a.py", "b.py", ".hidden.py"):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_a_crew_marks_under_the_conditions_that_it_is_told_later(folder: Path) -> None:
    files = [folder / "a.py", folder / "b.py"]
    with begun_early(folder, 1) as crew:
        assert crew is not None
        conditions = Conditions(level=NONE)  # for which no fork server stands ready
        marked = [*mark_all(files, 1, conditions, crew=crew)]
    assert sorted(each.path.name for each in marked) == ["a.py", "b.py"]
    assert {each.result and each.result.confinement for each in marked} == {NONE}
    assert {each.result and each.result.score == each.result.max_score for each in marked} == {True}


def test_processes_that_nobody_needed_are_ended(folder: Path) -> None:
    before = {*multiprocessing.active_children()}
    with pytest.raises(ZeroDivisionError), begun_early(folder, 1) as crew:
        assert crew is not None
        started = {*multiprocessing.active_children()} - before
        raise ZeroDivisionError
    assert len(started) == 1
    for process in started:
        process.join(30)
        assert process.exitcode is not None


@pytest.mark.parametrize(("jobs", "expected"), [(1, 1), (2, 2), (64, 2), (0, None)])
def test_no_more_processes_are_started_than_there_are_files(
    folder: Path, jobs: int, expected: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[int] = []

    def begin(crew: Crew, jobs: int) -> None:
        started.append(jobs)

    monkeypatch.setattr(Crew, "__init__", begin)
    monkeypatch.setattr(Crew, "end", lambda _: None)
    with begun_early(folder, jobs):
        pass
    assert started == ([] if expected is None else [expected])


def test_a_folder_that_is_empty_or_missing_starts_nothing(tmp_path: Path) -> None:
    for each in (tmp_path, tmp_path / "none"):
        with begun_early(each, 4) as crew:
            assert crew is None


def test_the_command_begins_without_loading_what_marks() -> None:
    program = (
        "import sys, grader.cli.batch\n"
        "late = ('numpy', 'jinja2', 'rich', 'grader.grading.grade')\n"
        "print([module for module in late if module in sys.modules])"
    )
    found = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    )
    assert found.stdout.strip() == "[]"
