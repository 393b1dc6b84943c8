"""The notebook of a sheet is valid, is the same each time, and runs from top to bottom."""

from __future__ import annotations

import json
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from grader.render.notebook import _as_json, notebook
from grader.sheet.sheet import DEFAULT_PROBLEMS, as_language, draw_sheet
from problems.sentences import LANGUAGES

SHEET = draw_sheet("7", DEFAULT_PROBLEMS, "en")


def document(*, solution: bool = False, language: str = "en") -> dict[str, Any]:
    sheet = draw_sheet("7", DEFAULT_PROBLEMS, as_language(language))
    found: dict[str, Any] = json.loads(notebook(sheet, "submission.ipynb", solution=solution))
    return found


@pytest.mark.parametrize("solution", [False, True])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_notebook_is_valid_by_its_format(language: str, *, solution: bool) -> None:
    found = document(solution=solution, language=language)
    assert (found["nbformat"], found["nbformat_minor"]) == (4, 5)
    nbformat.validate(found)


def test_a_notebook_is_written_as_nbformat_writes_it() -> None:
    text = notebook(draw_sheet("7", DEFAULT_PROBLEMS, "hr"), "submission.ipynb", solution=True)
    assert text == f"{nbformat.writes(nbformat.reads(text, as_version=4))}\n"


def test_each_problem_is_a_statement_and_a_cell_to_fill_in() -> None:
    cells = document()["cells"]
    assert [cell["cell_type"] for cell in cells] == ["markdown", "code"] * 4
    answers = [cell["metadata"]["grader"] for cell in cells if cell["cell_type"] == "code"]
    assert answers == [
        {"role": "header"},
        *({"role": "answer", "problem": key} for key in "123"),
    ]


def test_every_cell_has_an_id_of_its_own_that_stays() -> None:
    ids = [cell["id"] for cell in document()["cells"]]
    assert len(set(ids)) == len(ids)
    assert ids == [cell["id"] for cell in document(solution=True)["cells"]]


def test_the_notebook_is_the_same_each_time() -> None:
    assert notebook(SHEET, "a.ipynb") == notebook(SHEET, "a.ipynb")


def test_the_language_is_told_with_the_suffix_that_converters_write() -> None:
    told = document()["metadata"]["language_info"]
    assert (told["name"], told["file_extension"]) == ("python", ".py")
    assert (told["mimetype"], told["nbconvert_exporter"]) == ("text/x-python", "python")


def test_no_cell_was_run() -> None:
    code = [cell for cell in document()["cells"] if cell["cell_type"] == "code"]
    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in code)


def test_the_blank_notebook_holds_no_solution() -> None:
    text = notebook(SHEET, "a.ipynb")
    assert "Worked solution" not in text
    assert "Worked solution" in notebook(SHEET, "a.ipynb", solution=True)


@pytest.mark.parametrize("solution", [False, True])
def test_the_notebook_runs_from_top_to_bottom(*, solution: bool) -> None:
    made = nbformat.reads(notebook(SHEET, "a.ipynb", solution=solution), as_version=4)
    NotebookClient(made, timeout=120, kernel_name="python3").execute()
    outputs = [cell.outputs for cell in made.cells if cell.cell_type == "code"]
    assert outputs == [[]] * 4


def test_the_program_of_a_solution_stands_in_its_cell_and_not_in_the_statement_too() -> None:
    *_, statement, answer = document(solution=True)["cells"]
    assert "for i in range" in "".join(answer["source"])
    assert "for i in range" not in "".join(statement["source"])


def test_a_notebook_is_the_json_that_the_library_of_python_writes() -> None:
    for request in ("cnn-table", "conv1d-code"):
        written = notebook(draw_sheet("json", (request,), "hr"), "submission.ipynb")
        again = json.dumps(json.loads(written), ensure_ascii=False, indent=1, sort_keys=True)
        assert written == again + "\n"
    made = {"b": [], "a": {}, "c": [1, None, True, 'a "quoted" č', {"d": [[0]]}]}
    assert _as_json(made) == json.dumps(made, ensure_ascii=False, indent=1, sort_keys=True)
