"""A notebook that is run from top to bottom gives feedback below its cells, as a student has it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from problems.sentences import LANGUAGES, Language
from tests.grader.cli.commands import grader
from tests.grader.course.courses import HEAD, course_in

LOAD = "%load_ext grader"


def executed(path: Path, cells: Sequence[str]) -> list[dict[str, Any]]:
    """What ``%check`` shows below each of some cells that are added to a notebook."""
    notebook = nbformat.read(path, as_version=4)
    before = len(notebook.cells)
    notebook.cells += [nbformat.v4.new_code_cell(cell) for cell in (LOAD, *cells)]
    resources = {"metadata": {"path": str(path.parent)}}
    NotebookClient(notebook, timeout=120, resources=resources).execute()
    return [output["data"] for cell in notebook.cells[before:] for output in cell.outputs]


def generated(folder: Path, *arguments: str) -> Path:
    problems = ("--problem", "relu-backprop:easy", "--problem", "conv1d-code:easy")
    grader("generate", "--seed", "5", *problems, *arguments, "--solution", "--out", folder)
    return folder / "solution.ipynb"


def of_an_assignment(folder: Path) -> Path:
    """The notebook of one student."""
    problem = '[[problem]]\nfamily = "relu-backprop"\nlevel = "easy"\n'
    course = course_in(folder, HEAD + problem, "student,name\n100,Ana Anić\n")
    course.generate()
    return next(course.sheets.rglob("*.ipynb"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_solved_notebook_is_told_to_be_right_below_its_cells(
    tmp_path: Path, language: Language
) -> None:
    solved = generated(tmp_path, "--lang", language)
    all_of_it, first, function = executed(solved, ["%check", "%check 1", "%check conv1d"])
    for told in (all_of_it, first):
        assert "**1. " in told["text/markdown"]
        assert "(4/4)" in told["text/markdown"]
    assert "**2. " not in first["text/markdown"]
    assert "(10/10)" in function["text/markdown"]
    assert "10/10" in function["text/plain"]


def test_an_answer_is_looked_at_in_the_moment_in_which_it_was_run(tmp_path: Path) -> None:
    solved = generated(tmp_path)
    notebook = nbformat.read(solved, as_version=4)
    (answer,) = [c.source for c in notebook.cells if c.source.startswith("# %% problem 1")]
    wrong = answer.replace("dq = [", "dq = [7, ")
    assert wrong != answer
    shown = executed(solved, [f"{wrong}\n%check dq --hints", answer, "%check dq"])
    assert "(0/2)" in shown[0]["text/markdown"]
    assert "mask" not in shown[0]["text/markdown"]
    right_value = answer.split("dq = ")[1].split("  #")[0]
    assert right_value not in shown[0]["text/plain"]
    assert "(2/2)" in shown[1]["text/markdown"]


def test_what_is_asked_for_and_is_not_there_is_told_with_what_there_is(tmp_path: Path) -> None:
    shown = executed(generated(tmp_path), ["%check dqq", "%check --loud"])
    assert shown[0]["text/plain"].startswith("`dqq` is no problem of this sheet and no answer")
    assert "`conv1d`" in shown[0]["text/plain"]
    assert "`--hints`" in shown[1]["text/plain"]


def test_before_the_sheet_was_run_it_is_said_what_to_run(tmp_path: Path) -> None:
    path = tmp_path / "empty.ipynb"
    nbformat.write(nbformat.v4.new_notebook(), path)
    (shown,) = executed(path, ["%check"])
    assert "Run the first code cell of the sheet" in shown["text/plain"]


def test_the_sheet_of_an_assignment_tells_how_answers_are_read_and_nothing_more(
    tmp_path: Path,
) -> None:
    path = of_an_assignment(tmp_path / "course")
    document = json.loads(path.read_text(encoding="utf-8"))
    for cell in document["cells"]:
        cell["source"] = [line.replace("= ...", "= [1, 2]") for line in cell["source"]]
    path.write_text(json.dumps(document), encoding="utf-8")
    (shown,) = executed(path, ["%check dq"])
    assert "[1, 2]" in shown["text/plain"]
    assert "/9" not in shown["text/plain"]


def test_a_sheet_of_an_assignment_that_lies_elsewhere_is_asked_to_be_saved(tmp_path: Path) -> None:
    path = of_an_assignment(tmp_path / "course")
    lone = tmp_path / "lone" / "other.ipynb"
    lone.parent.mkdir()
    document = nbformat.read(path, as_version=4)
    document.metadata.pop("grader")
    nbformat.write(document, lone)
    (shown,) = executed(lone, ["%check"])
    assert "Save it" in shown["text/plain"]


def test_loading_it_twice_and_taking_it_away_leaves_no_process_behind(tmp_path: Path) -> None:
    count = (
        "import os, subprocess\n"
        "print(subprocess.run(['ps', '-o', 'pid=', '--ppid', str(os.getpid())],"
        " capture_output=True, text=True).stdout.count('\\n'))"
    )
    path = generated(tmp_path)
    notebook = nbformat.read(path, as_version=4)
    cells = [LOAD, "%check 1", "%reload_ext grader", "%check 1", "%unload_ext grader", count]
    notebook.cells += [nbformat.v4.new_code_cell(cell) for cell in cells]
    resources = {"metadata": {"path": str(path.parent)}}
    NotebookClient(notebook, timeout=120, resources=resources).execute()
    assert notebook.cells[-1].outputs[0]["text"].strip() == "1"  # ps itself
