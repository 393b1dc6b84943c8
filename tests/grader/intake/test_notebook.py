"""The cells of a notebook are read whatever has become of them, and what is not read is said."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.grading.grade import grade
from grader.grading.grade import grade_file as grade_path
from grader.intake.program import Program
from grader.intake.submission import Submission, read_submission
from grader.marking.result import SheetResult
from grader.render.notebook import notebook
from grader.render.script import model
from grader.render.statement import points
from grader.report.wording import incidents_of
from grader.sheet.sheet import SheetError, draw_sheet
from problems.sentences import LANGUAGES, Language
from tests.warm import warm_sandbox

Cell = dict[str, Any]

FAMILIES = ("cnn-table:standard", "cnn-table:easy", "conv1d-code:easy", "conv1d-code:hard")
SHEET = draw_sheet("1", FAMILIES, "en")
FORMAT_1 = Path(__file__).parents[1] / "sheets_of_format_1"
FULL = [points(problem) for problem in SHEET.problems]


def solved(language: Language = "en") -> list[Cell]:
    """The cells of a solved notebook, each source as one text."""
    sheet = SHEET if language == "en" else draw_sheet("1", FAMILIES, language)
    document = json.loads(notebook(sheet, "a.ipynb", model))
    return [{**cell, "source": "".join(cell["source"])} for cell in document["cells"]]


def code(source: str, **metadata: Any) -> Cell:
    return {"cell_type": "code", "metadata": metadata, "outputs": [], "source": source}


def written(path: Path, cells: Sequence[Cell]) -> Path:
    path.write_text(json.dumps({"cells": cells, "nbformat": 4}), encoding="utf-8")
    return path


def graded(path: Path, cells: Sequence[Cell]) -> SheetResult:
    return grade(read_submission(written(path, cells)), sandbox=warm_sandbox())


def scores(result: SheetResult) -> list[float]:
    return [problem.score for problem in result.problems]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "work.ipynb"


def test_answer_cells_that_were_merged_are_cut_again(path: Path) -> None:
    cells = solved()
    header, *answers = [cell for cell in cells if cell["cell_type"] == "code"]
    merged = {**answers[0], "source": "\n\n".join(cell["source"] for cell in answers)}
    result = graded(path, [header, merged])
    assert scores(result) == FULL
    assert result.incidents == ()


def test_a_place_in_a_merged_cell_is_told_by_its_cell_and_line(path: Path) -> None:
    cells = solved()
    first, second = cells[3]["source"], cells[5]["source"] + "\n1 / 0"
    cells[3]["source"] = f"{first}\n{second}"
    del cells[5]
    (said,) = incidents_of(graded(path, cells))
    line = (first + second).count("\n") + 2
    assert said.startswith(f"cell 4, line {line}: ZeroDivisionError: division by zero. ")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["markdown", "raw"])
def test_an_answer_cell_that_is_no_code_cell_any_more_is_read_and_named(
    path: Path, kind: str, language: Language
) -> None:
    cells = solved(language)
    cells[5] = {"cell_type": kind, "metadata": {}, "source": cells[5]["source"]}
    result = graded(path, cells)
    assert scores(result) == FULL
    (remark,) = result.incidents
    assert (remark.key, remark.details) == ("not-code", {"place": "cell 6"})
    (said,) = incidents_of(result)
    word = {"en": "cell", "hr": "ćelija", "pl": "komórka", "ru": "ячейка"}[language]
    assert said.startswith(f"{word} 6: ")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["markdown", "raw"])
def test_so_is_one_that_has_lost_its_first_line_and_its_metadata(
    path: Path, kind: str, language: Language
) -> None:
    cells = solved(language)
    for place in (3, 5):
        _, _, source = cells[place]["source"].partition("\n")
        cells[place] = {"cell_type": kind, "metadata": {}, "source": source}
    submission = read_submission(written(path, cells))
    assert [cell.problem for cell in submission.cells] == [None, "1", "2", "3", "4"]
    told = [(one.key, one.details.get("place")) for one in submission.remarks]
    assert told[:2] == [("not-code", "cell 4"), ("not-code", "cell 6")]


def test_a_text_that_only_repeats_the_second_line_is_no_answer(path: Path) -> None:
    cells = solved()
    second = cells[3]["source"].split("\n")[1]
    cells.insert(3, {"cell_type": "markdown", "metadata": {}, "source": f"{second}\n\n# Done."})
    result = graded(path, cells)
    assert scores(result) == FULL
    assert result.incidents == ()


def test_a_header_cell_that_is_no_code_cell_any_more_is_read_with_its_imports(path: Path) -> None:
    cells = solved()
    cells[1] = {"cell_type": "markdown", "metadata": {}, "source": cells[1]["source"]}
    result = graded(path, cells)
    assert scores(result) == FULL
    assert [remark.key for remark in result.incidents] == ["not-code"]


def test_an_answer_may_stand_in_a_new_cell_below_its_statement(path: Path) -> None:
    cells = solved()
    for place in (3, 5):
        own = cells[place]["source"].split("\n", 2)[2]
        cells[place] = code(own)
    result = graded(path, cells)
    assert scores(result) == FULL
    assert [remark.key for remark in result.incidents] == ["section-restored"] * 2
    assert "“# %% problem 2” is missing; what begins at cell 6, line 1" in incidents_of(result)[1]


@pytest.mark.parametrize("name", ["easy-en-right", "hard-hr-wrong", "standard-en-slip"])
@pytest.mark.parametrize("titled", [False, True])
def test_cells_of_the_first_sheets_are_known_without_their_first_lines(
    path: Path, name: str, *, titled: bool
) -> None:
    source = (FORMAT_1 / f"{name}.py").read_text(encoding="utf-8")
    head, *sections = source.split("# %% ")
    cells = [code(head)]
    for section in sections:
        title, _, rest = section.partition("\n")
        cells.append(code(rest, **({"title": title} if titled else {})))
    result = graded(path, cells)
    original = grade_path(FORMAT_1 / f"{name}.py", sandbox=warm_sandbox())
    assert scores(result) == scores(original)
    said = {remark.key for remark in result.incidents} - {r.key for r in original.incidents}
    assert said == (set() if titled else {"section-restored"})


def test_a_notebook_of_more_cells_than_anybody_writes_is_refused(path: Path) -> None:
    text: Cell = {"cell_type": "markdown", "metadata": {}, "source": "x"}
    cells = solved()
    more = [text] * (10_000 - len(cells))
    assert read_submission(written(path, [*cells, *more])).cells
    with pytest.raises(SheetError, match="at most 10000 cells are read, not 10001"):
        read_submission(written(path, [*cells, *more, text]))


def test_texts_are_looked_through_up_to_a_size_and_cost_no_answer(path: Path) -> None:
    flood: Cell = {"cell_type": "markdown", "metadata": {}, "source": "# more\n" * 50_000}
    cells = read_submission(written(path, [flood, flood, *solved()])).cells
    assert [cell.problem for cell in cells] == [None, "1", "2", "3", "4"]


# -- magics ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("magic", ["%%writefile submission.py", "%%script false", "%%file a.py"])
def test_an_answer_below_a_magic_that_keeps_it_from_running_is_read_and_told(
    path: Path, magic: str
) -> None:
    cells = solved()
    cells[7]["source"] = f"{magic}\n{cells[7]['source']}"
    result = graded(path, cells)
    assert scores(result) == FULL
    (remark,) = result.incidents
    word = magic.split(maxsplit=1)[0]
    assert (remark.key, remark.details) == ("magic-read", {"place": "cell 8", "magic": word})


def test_a_whole_sheet_below_writefile_is_read(path: Path) -> None:
    source = "\n\n".join(cell["source"] for cell in solved() if cell["cell_type"] == "code")
    result = graded(path, [code(f"%%writefile submission.py\n{source}")])
    assert scores(result) == FULL
    assert [remark.key for remark in result.incidents] == ["magic-read"]


@pytest.mark.parametrize("magic", ["%%bash", "%%writefile", "%%html", "%%!", "%%js", "%%cython"])
def test_another_cell_that_is_no_python_is_left_out_and_told(path: Path, magic: str) -> None:
    cells = [*solved(), code(f"\n{magic} x\nconv1_rf = 0\ndef conv1d(a, b): ...")]
    result = graded(path, cells)
    assert scores(result) == FULL
    (remark,) = result.incidents
    assert (remark.key, remark.details) == ("magic-left-out", {"place": "cell 11", "magic": magic})


@pytest.mark.parametrize("magic", ["%%time", "%%timeit -n 1", "%%capture out", "%%memit", "%%prun"])
def test_below_any_other_magic_python_is_read(path: Path, magic: str) -> None:
    cells = solved()
    cells[7]["source"] = f"{magic}\n{cells[7]['source']}"
    result = graded(path, cells)
    assert scores(result) == FULL
    assert result.incidents == ()


# -- any cutting and joining -----------------------------------------------------------------------


def by_problem(submission: Submission) -> dict[str | None, list[str]]:
    """The lines of code for each problem, without their indent: a cell may begin in a function."""
    found: dict[str | None, list[str]] = {}
    for cell in submission.cells:
        lines = [line.strip() for line in cell.source.split("\n")]
        lines = [line for line in lines if line and line[0] != "#"]
        found.setdefault(cell.problem, []).extend(lines)
    return {problem: lines for problem, lines in found.items() if lines}


@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_however_cells_are_cut_and_joined_each_line_stays_with_its_problem(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    path = tmp_path_factory.mktemp("cut") / "work.ipynb"
    cells = solved()
    whole = by_problem(read_submission(written(path, cells)))
    with_texts = data.draw(st.booleans())
    keeping = data.draw(st.booleans())
    lines: list[tuple[Cell, str]] = [
        (cell, line)
        for cell in cells
        if cell["cell_type"] == "code"
        for line in cell["source"].split("\n")
    ]
    cut = data.draw(st.sets(st.integers(1, len(lines) - 1), max_size=12))
    made: list[Cell] = []
    for start, end in zip([0, *sorted(cut)], [*sorted(cut), len(lines)], strict=True):
        # as JupyterLab does: each part keeps what was recorded of the cell that it begins in
        metadata = lines[start][0]["metadata"] if keeping else {}
        made.append(code("\n".join(line for _, line in lines[start:end]), **metadata))
        if with_texts:
            made.append({"cell_type": "markdown", "metadata": {}, "source": "My notes"})
    assert by_problem(read_submission(written(path, made))) == whole


@pytest.mark.parametrize("name", ["work.py", "work.txt", "work.ipynb.txt"])
def test_a_notebook_under_another_name_is_read(tmp_path: Path, name: str) -> None:
    result = graded(tmp_path / name, solved())
    assert scores(result) == FULL


def test_what_a_program_is_is_seen_in_its_text() -> None:
    assert Program("a.txt", b' {"cells": []}').is_notebook
    assert not Program("a.txt", b"{}").is_notebook
    assert not Program("a.ipynb", b"# grader-sheet: {}").is_notebook
    assert Program("a.ipynb", b"x = 1").is_notebook


@pytest.mark.parametrize(
    ("language", "place"),
    [
        ("en", "line 2 of the text in line 5"),
        ("hr", "redak 2 teksta u retku 5"),
        ("pl", "wiersz 2 tekstu w wierszu 5"),
        ("ru", "строка 2 текста в строке 5"),
    ],
)
def test_a_line_of_a_cell_that_is_a_text_in_a_script_is_told(
    tmp_path: Path, language: Language, place: str
) -> None:
    head = solved(language)[1]["source"]
    lines = head.count("\n") + 1
    call = "get_ipython().run_cell_magic('time', '', 'x = 1\\n1 / 0')"
    source = f"{head}\n{call}\n"
    path = tmp_path / "work.py"
    path.write_text(source, encoding="utf-8")
    said = incidents_of(grade_path(path, sandbox=warm_sandbox()))
    assert any(each.startswith(place.replace("5", str(lines + 1))) for each in said)
