"""A lost line of a section is noticed and said, and what is still known to be whose is marked."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from grader.answers.outcome import Outcome
from grader.grading.grade import grade
from grader.grading.lost import lost_answers
from grader.intake.submission import read_submission
from grader.marking.result import SheetResult
from grader.render.notebook import notebook
from grader.render.script import blank, model, script
from grader.render.statement import points
from grader.report.wording import incidents_of, message_of
from grader.sandbox.outside.outcome import Facts
from grader.sandbox.outside.program import Cell
from grader.sheet.sheet import Sheet, draw_sheet
from problems.sentences import LANGUAGES, Language

FAMILIES = ("conv1d-code:easy", "cnn-table@lecture", "conv1d-code:hard", "conv1d-code:standard")
SHEET = draw_sheet("7", FAMILIES, "en")
FULL = [points(problem) for problem in SHEET.problems]
FIRST, TABLE, THIRD, LAST = FULL


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "submission.py"


def graded(path: Path, source: str) -> SheetResult:
    path.write_text(source, encoding="utf-8")
    return grade(read_submission(path))


def without(keys: str, *, lines: int = 1, sheet: Sheet = SHEET) -> str:
    """The model solution without the first lines of some sections."""
    return re.sub(rf"# %% problem [{keys}](.*\n){{{lines}}}", "", script(sheet, model))


def scores(result: SheetResult) -> list[float]:
    return [problem.score for problem in result.problems]


@pytest.mark.parametrize("keys", ["1", "2", "3", "4", "34", "13", "234", "1234"])
def test_a_section_that_has_lost_its_first_line_is_known_by_the_second(
    path: Path, keys: str
) -> None:
    source = without(keys)
    result = graded(path, source)
    assert scores(result) == FULL
    said = incidents_of(result)
    assert len(said) == len(keys)
    for key, sentence in zip(keys, said, strict=True):
        assert f"“# %% problem {key}” is missing" in sentence
        number = int(re.findall(r"line (\d+)", sentence)[0])
        assert source.splitlines()[number - 1].startswith(f"# Problem {key}. Replace each ...")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_second_line_is_known_in_every_language(path: Path, language: Language) -> None:
    sheet = draw_sheet("7", FAMILIES, language)
    assert scores(graded(path, without("13", sheet=sheet))) == FULL


@pytest.mark.parametrize(
    ("keys", "left"), [("1", [0, TABLE, THIRD, LAST]), ("4", [FIRST, TABLE, 0, 0])]
)
def test_where_both_lines_are_lost_a_function_that_may_be_anothers_is_not_marked(
    path: Path, keys: str, left: list[int]
) -> None:
    result = graded(path, without(keys, lines=2))
    assert scores(result) == left
    for problem, score in zip(result.problems, left, strict=True):
        if not score:
            assert {field.outcome for field in problem.fields} == {Outcome.UNREADABLE}
            assert problem.max_score == FIRST
            said = message_of(problem.fields[0], problem.family, "en")
            assert f"“# %% problem {keys}” is missing" in said
            assert "more than one problem asks for conv1d" in said
    (said,) = incidents_of(result)
    assert f"“# %% problem {keys}” is missing" in said


def test_a_name_that_only_one_problem_asks_for_is_found_anywhere(path: Path) -> None:
    result = graded(path, without("2", lines=2))
    assert scores(result) == FULL
    (said,) = incidents_of(result)
    assert "“# %% problem 2” is missing" in said


def test_a_section_that_was_deleted_whole_is_not_marked_with_the_function_of_another(
    path: Path,
) -> None:
    source = re.sub(r"(?s)# %% problem 3.*?(?=# %% problem 4)", "", script(SHEET, model))
    result = graded(path, source)
    assert scores(result) == [FIRST, TABLE, 0, LAST]
    assert {field.outcome for field in result.problems[2].fields} == {Outcome.UNANSWERED}


def test_blanks_that_two_problems_have_are_told_apart_or_not_marked(path: Path) -> None:
    sheet = draw_sheet("7", ["cnn-table@lecture", "cnn-table:easy"], "en")
    assert scores(graded(path, without("2", sheet=sheet))) == [TABLE, len_of(sheet, 1)]
    result = graded(path, without("2", lines=2, sheet=sheet))
    both = set(names_of(sheet, 0)) & set(names_of(sheet, 1))
    for problem in result.problems:
        doubted = {f.name for f in problem.fields if f.outcome is Outcome.UNREADABLE}
        assert doubted == both
        assert problem.score == sum(f.max_score for f in problem.fields if f.name not in both)


def names_of(sheet: Sheet, index: int) -> Sequence[str]:
    return [asked.name for asked in sheet.problems[index].variant.working.asked]


def len_of(sheet: Sheet, index: int) -> int:
    return sum(asked.marks for asked in sheet.problems[index].variant.working.asked)


def test_a_sheet_that_is_whole_has_nothing_said_of_its_sections(path: Path) -> None:
    for work in (model, blank):
        assert graded(path, script(SHEET, work)).incidents == ()


def test_a_cell_of_a_notebook_that_has_lost_its_metadata_and_its_first_line_is_known(
    path: Path,
) -> None:
    document = json.loads(notebook(SHEET, "a.ipynb", model))
    lost = document["cells"][-1]
    del lost["metadata"]
    lost["source"] = "".join(lost["source"]).split("\n", 1)[1]
    result = graded(path.with_suffix(".ipynb"), json.dumps(document))
    assert scores(result) == FULL
    (said,) = incidents_of(result)
    assert "“# %% problem 4” is missing; what begins at cell 10, line 1" in said


# -- whose an answer is ----------------------------------------------------------------------------

ASKED = {"1": ("f",), "2": ("a", "b"), "3": ("f", "b")}


@pytest.mark.parametrize(
    ("program", "doubted", "unanswered"),
    [
        ([("1", "f"), ("2", "ab"), ("3", "fb")], [], []),
        ([("1", "f"), ("2", "ab")], [], [("3", "b"), ("3", "f")]),
        ([("1", "ff"), ("2", "ab")], [("1", "f"), ("3", "f")], [("3", "b")]),
        ([("1", "f"), ("2", "abb")], [("2", "b"), ("3", "b")], [("3", "f")]),
        ([("1", "f"), ("2", "abf")], [("3", "f")], [("3", "b")]),
        ([(None, "bf"), ("2", "ab")], [("1", "f"), ("3", "b"), ("3", "f")], []),
        ([("1", "ff"), ("2", "aab"), ("3", "fb")], [], []),
        ([("1", "f"), ("3", "fb"), (None, "a")], [], [("2", "b")]),
    ],
)
def test_an_answer_is_in_doubt_where_there_are_more_than_sections_to_hold_them(
    program: list[tuple[str | None, str]],
    doubted: list[tuple[str, str]],
    unanswered: list[tuple[str, str]],
) -> None:
    cells = [Cell("", None, 1, problem) for problem, _ in program]
    lost = lost_answers(ASKED, cells, Facts(assigned=tuple(tuple(names) for _, names in program)))
    found = {
        outcome: sorted(key for key, why in lost.items() if why.outcome is outcome)
        for outcome in (Outcome.UNREADABLE, Outcome.UNANSWERED)
    }
    assert found == {Outcome.UNREADABLE: doubted, Outcome.UNANSWERED: unanswered}
