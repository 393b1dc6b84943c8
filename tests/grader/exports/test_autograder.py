"""The archive of an autograder: the same bytes each time, and a key only where it is asked for."""

from __future__ import annotations

import io
import re
import stat
import subprocess
import zipfile
from importlib.metadata import version
from pathlib import Path

import pytest

from grader.exports.autograder import (
    AutograderError,
    autograder_of_assignment,
    autograder_of_sheet,
)
from grader.render.script import blank, script
from grader.sheet.sheet import draw_sheet
from tests.grader.course.courses import (
    BY_HAND,
    DEADLINE,
    HEAD,
    KEY,
    Course,
    course_in,
    drawn_course,
)

NETWORK = "[[layer]]\nconv = 8\n"


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "practice.py"
    path.write_text(script(draw_sheet("7", ["equivariance:easy"], "en"), blank), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    return drawn_course(tmp_path_factory.mktemp("autograder") / "hw3")


def opened(made: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(made))


def of(course: Course, *, with_key: bool = False) -> bytes:
    roster = course.folder / "roster.csv"
    return autograder_of_assignment(course.assignment, roster, with_key=with_key)


def test_for_a_practice_sheet_there_is_no_key(sheet: Path) -> None:
    with opened(autograder_of_sheet(sheet, ["hints", "1=score"])) as archive:
        assert archive.namelist() == [
            *("run_autograder", "setup.sh", "constraints.txt", "sheet.py"),
        ]
        assert archive.read("sheet.py") == sheet.read_bytes()
        run = archive.read("run_autograder").decode()
        modes = {one.filename: stat.S_IMODE(one.external_attr >> 16) for one in archive.infolist()}
    assert run.endswith(
        " autograde . --sheet source/sheet.py --feedback-level hints --feedback-level 1=score\n"
    )
    assert modes == {
        **{"run_autograder": 0o755, "setup.sh": 0o755},
        **{"constraints.txt": 0o644, "sheet.py": 0o644},
    }


def test_the_same_files_give_the_same_bytes(sheet: Path, course: Course) -> None:
    assert autograder_of_sheet(sheet) == autograder_of_sheet(sheet)
    assert of(course, with_key=True) == of(course, with_key=True)


def test_the_version_that_made_it_is_installed_with_what_it_rests_on(sheet: Path) -> None:
    with opened(autograder_of_sheet(sheet)) as archive:
        setup = archive.read("setup.sh").decode()
        pins = dict(line.split("==") for line in archive.read("constraints.txt").decode().split())
    assert f'-c "$here/source/constraints.txt" conv-grader=={version("conv-grader")}\n' in setup
    assert not re.search(r"@[A-Z]+@", setup)
    assert pins["numpy"] == version("numpy")
    assert pins["mpmath"] == version("mpmath")  # which SymPy needs, and not we
    assert "torch" not in pins
    assert "pytest" not in pins
    assert not re.search(r"https?:|[\w-]+\.(io|org|com)\b", setup)


def test_pytorch_is_installed_where_it_is_asked_for(sheet: Path) -> None:
    with opened(autograder_of_sheet(sheet, torch=True)) as archive:
        assert (
            f"'conv-grader[torch]=={version('conv-grader')}'" in archive.read("setup.sh").decode()
        )
        assert f"torch=={version('torch')}" in archive.read("constraints.txt").decode().split()


def test_a_wheel_is_taken_along(sheet: Path, tmp_path: Path) -> None:
    wheel = tmp_path / "conv_grader-0.1.0-py3-none-any.whl"
    wheel.write_bytes(b"wheel")
    with opened(autograder_of_sheet(sheet, wheel=wheel)) as archive:
        assert archive.read(f"wheels/{wheel.name}") == b"wheel"
        assert f'"$here/source/wheels/"{wheel.name}\n' in archive.read("setup.sh").decode()


@pytest.mark.parametrize("name", ["setup.sh", "run_autograder"])
def test_the_scripts_are_read_by_a_shell(sheet: Path, tmp_path: Path, name: str) -> None:
    with opened(autograder_of_sheet(sheet)) as archive:
        archive.extract(name, tmp_path)
    run = subprocess.run(
        ["bash", "-n", tmp_path / name], capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stderr) == (0, "")


def test_an_assignment_is_refused_without_a_word_for_its_key(course: Course) -> None:
    with pytest.raises(AutograderError, match=r"has its key in it.*say --with-key, or mark"):
        of(course)


def test_with_its_key_an_assignment_has_all_that_marks_it(course: Course) -> None:
    with opened(of(course, with_key=True)) as archive:
        names = archive.namelist()
        assert archive.read("assignment/course.key").decode() == KEY
    assert names == [
        *("run_autograder", "setup.sh", "constraints.txt", "assignment/assignment.toml"),
        *("assignment/course.key", "assignment/private/variants.jsonl", "assignment/roster.csv"),
    ]


def test_the_key_of_a_whole_course_is_not_given_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    course = drawn_course(tmp_path / "hw3")
    monkeypatch.setenv("GRADER_KEY", KEY.strip())
    with pytest.raises(AutograderError, match=r"a key of this assignment alone was expected"):
        of(course, with_key=True)
    monkeypatch.delenv("GRADER_KEY")
    (course.folder / "course.key").rename(tmp_path / "course.key")
    with pytest.raises(AutograderError, match=r"a key of this assignment alone was expected"):
        of(course, with_key=True)


def test_an_assignment_without_sheets_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AutograderError, match=r"no sheet was drawn yet.*'grader generate'"):
        of(course_in(tmp_path / "hw3"), with_key=True)


def test_what_an_assignment_names_is_taken_along_if_it_lies_below_it(tmp_path: Path) -> None:
    network = '[[problem]]\nfamily = "cnn-table"\nnetwork = "nets/own.toml"\n'
    course = drawn_course(tmp_path / "hw3", HEAD + DEADLINE + BY_HAND)
    text = course.folder / "assignment.toml"
    assignment = course.assignment
    (course.folder / "nets").mkdir()
    (course.folder / "nets" / "own.toml").write_text(NETWORK)
    text.write_text(text.read_text() + network)
    made = autograder_of_assignment(assignment, course.folder / "roster.csv", with_key=True)
    with opened(made) as archive:
        assert archive.read("assignment/nets/own.toml").decode() == NETWORK
    text.write_text(text.read_text().replace("nets/own.toml", "../own.toml"))
    with pytest.raises(AutograderError, match=r"\.\./own.toml: a file below the folder"):
        autograder_of_assignment(assignment, course.folder / "roster.csv", with_key=True)
