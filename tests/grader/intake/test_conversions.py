"""Solved sheets that went through the tools of students keep the marks that they have.

``conversions.tar.xz`` is written by ``tools/convert_sheets.py``: real output of real tools.
"""

from __future__ import annotations

import tarfile
from functools import cache
from pathlib import Path

import pytest

from grader.grading.grade import grade_file
from grader.marking.result import SheetResult
from problems.catalogue import family_keys
from tests.warm import warm_sandbox

ARCHIVE = Path(__file__).with_name("conversions.tar.xz")
LANGUAGES = ("en", "hr", "pl", "ru")
SHEETS = (*LANGUAGES, *(f"{language}-more" for language in LANGUAGES))

LOSE_FIRST_LINES = {"vscode-of-script.ipynb", "marimo-of-script.py", "vscode-back.ipynb"}
"""Whose cells begin below the first line of a section, and keep nothing else of it."""


@cache
def conversions() -> dict[str, bytes]:
    with tarfile.open(ARCHIVE, "r:xz") as archive:
        return {
            member.name: file.read()
            for member in archive
            if (file := archive.extractfile(member)) is not None
        }


def names() -> list[str]:
    with tarfile.open(ARCHIVE, "r:xz") as archive:
        return archive.getnames()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("conversions")
    for name, content in conversions().items():
        (where / name).parent.mkdir(exist_ok=True)
        (where / name).write_bytes(content)
    return where


@cache
def graded(path: Path) -> SheetResult:
    return grade_file(path, sandbox=warm_sandbox())


def marks(result: SheetResult) -> list[tuple[str, list[tuple[str, float, float]]]]:
    return [
        (problem.key, [(f.name, f.score, f.max_score) for f in problem.fields])
        for problem in result.problems
    ]


def test_every_language_and_family_is_there_solved_and_with_mistakes(folder: Path) -> None:
    assert {name.partition("/")[0] for name in names()} == set(SHEETS)
    families: set[str] = set()
    mistaken: set[str] = set()
    for sheet in SHEETS:
        result = graded(folder / sheet / "solved.py")
        assert result.language == sheet.partition("-")[0]
        families |= {problem.family for problem in result.problems}
        first, *others = result.problems
        assert first.score == first.max_score
        if any(problem.score < problem.max_score for problem in others):
            mistaken.add(sheet)
    assert families == set(family_keys())
    assert {*SHEETS} - mistaken == {"en"}  # whose problems have answers of one name


@pytest.mark.parametrize("name", names())
def test_a_conversion_has_the_marks_of_the_sheet(folder: Path, name: str) -> None:
    result = graded(folder / name)
    original = graded(folder / Path(name).parent / "solved.py")
    said = {remark.key for remark in result.incidents} - {r.key for r in original.incidents}
    assert (marks(result), said) == (
        marks(original),
        {"section-restored"} if Path(name).name in LOSE_FIRST_LINES else set(),
    )
