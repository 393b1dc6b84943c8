"""A file that is no submission is refused in words for its owner, before anything in it is run."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from grader.answers.outcome import Outcome
from grader.grading.grade import grade
from grader.intake.submission import read_submission
from grader.marking.result import SheetResult
from grader.render.notebook import notebook
from grader.render.script import script
from grader.sheet.sheet import SheetError
from tests.grader.submissions.files import BYTES, HEADERS, NOTEBOOKS, SHEET, WHOLE, File
from tests.grader.submissions.handed_in import CONV1D, FUNCTION, SHORT, full_marks

FULL = full_marks(FUNCTION)


def refused(path: Path, says: str) -> str:
    with pytest.raises(SheetError, match=says) as caught:
        read_submission(path)
    return str(caught.value)


@pytest.mark.parametrize("file", HEADERS + BYTES, ids=lambda file: file.name)
def test_a_python_file_that_is_no_submission_is_refused(tmp_path: Path, file: File) -> None:
    path = tmp_path / file.file
    path.write_bytes(file.data)
    said = refused(path, file.says)
    assert said.startswith(f"{file.file}: ")
    assert len(said.splitlines()) == 1
    assert len(said) < 400


@pytest.mark.parametrize("file", NOTEBOOKS, ids=lambda file: file.name)
def test_a_notebook_that_is_no_submission_is_refused(tmp_path: Path, file: File) -> None:
    path = tmp_path / "submission.ipynb"
    path.write_bytes(file.data)
    assert refused(path, file.says).startswith("submission.ipynb: ")


def test_a_folder_in_place_of_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "work.py").mkdir()
    refused(tmp_path / "work.py", "this is a folder; 'grader batch' marks folders")


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    refused(tmp_path / "work.py", "there is no such file")


def marks_of(path: Path) -> SheetResult:
    return grade(read_submission(path), limits=SHORT)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda data: data.replace(b"\n", b"\r\n"), id="lines end as on Windows"),
        pytest.param(lambda data: data.replace(b"\n", b"\r"), id="lines end as on an old Mac"),
        pytest.param(lambda data: b"\xef\xbb\xbf" + data, id="a byte order mark"),
        pytest.param(lambda data: data.rstrip(), id="no end of line at the end"),
        pytest.param(lambda data: b"#!/usr/bin/env python\n\n" + data, id="lines before"),
        pytest.param(lambda data: data.replace(b"# grader-", b"#grader-"), id="no space"),
        pytest.param(lambda data: data.replace(b"# %% p", b"#%% P"), id="another editor's cells"),
        pytest.param(lambda data: data.replace(b"}\n", b"} \t\n"), id="spaces at the end"),
        pytest.param(lambda data: data.replace(b"# %% problem 2", b""), id="no section"),
        pytest.param(lambda data: data + b"\n# \xc4\x8d\xc5\xbe\xd0\xb6\n", id="other scripts"),
        pytest.param(lambda data: data + b"\n'''open", id="a text left open at the end"),
        pytest.param(lambda data: data + b"\nx = 1 \0 2\n", id="a NUL in another line"),
        pytest.param(lambda data: data + b"\nx = 1\n\ty = 2\n", id="a tab in another line"),
    ],
)
def test_how_a_file_was_saved_does_not_change_a_mark(
    tmp_path: Path, change: Callable[[bytes], bytes]
) -> None:
    path = tmp_path / "submission.py"
    path.write_bytes(change(WHOLE.encode()))
    assert [problem.score for problem in marks_of(path).problems] == [0, FULL]


Cells = list[dict[str, Any]]


def handed_in(tmp_path: Path, change: Callable[[Cells], object], source: str = CONV1D) -> Path:
    """The notebook of the sheet with problem 2 (cell 6) filled in, after one more change."""
    document = json.loads(notebook(SHEET, "submission.ipynb"))
    document["cells"][5]["source"] = source
    change(document["cells"])
    path = tmp_path / "submission.ipynb"
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def without_metadata(cells: Cells) -> None:
    for cell in cells:
        del cell["metadata"]
    cells[5]["source"] = "# %% problem 2\n" + cells[5]["source"]


def texts_for_lists(cells: Cells) -> None:
    for cell in cells:
        cell["source"] = "".join(cell["source"])


def magics(cells: Cells) -> None:
    cells[1]["source"] += "\n%matplotlib inline\n!pip install numpy\n  %time 1\nnp?\n?np.sum\n"
    cells[5]["source"] += "\n%timeit conv1d([1, 2], [1])\n! ls -l | wc\n"
    cells.append({"cell_type": "code", "source": "%%bash\nrm -rf build\n", "metadata": {}})


def outputs(cells: Cells) -> None:
    cells[5]["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "8/8"}]
    cells[5]["execution_count"] = 12


def odd_cells(cells: Cells) -> None:
    cells.append({"cell_type": "raw", "source": "x = ("})
    cells.append({"cell_type": "code"})
    cells.append({"cell_type": ["code"], "source": "x"})
    cells.append({"cell_type": "code", "source": None, "metadata": None})


def helper_in_a_cell_of_its_own(cells: Cells) -> None:
    cells[5]["source"] = CONV1D.replace("kernel[::-1]", "turned(kernel)")
    cells.insert(5, {"cell_type": "code", "source": "def turned(k):\n    return k[::-1]"})


@pytest.mark.parametrize(
    "change",
    [
        list,
        without_metadata,
        texts_for_lists,
        magics,
        outputs,
        odd_cells,
        helper_in_a_cell_of_its_own,
        pytest.param(
            lambda cells: cells[3].update(source="conv1_rf = '\ud800'"), id="half_a_character"
        ),
        pytest.param(lambda cells: cells[3].update(source="conv1_rf = ("), id="a_broken_cell"),
    ],
)
def test_how_a_notebook_was_saved_does_not_change_a_mark(
    tmp_path: Path, change: Callable[[Cells], object]
) -> None:
    result = marks_of(handed_in(tmp_path, change))
    assert [problem.score for problem in result.problems] == [0, FULL]


def split_function_and_corrections(cells: Cells) -> None:
    head, tail = CONV1D.split("    out =", maxsplit=1)
    cells[5]["source"] = "def turned(k):\n    return k[::-1]"
    cells.insert(6, {"cell_type": "code", "source": head + "    return turned(vector)"})
    cells.insert(7, {"cell_type": "code", "source": f"%%time\n{head}    out ={tail}"})
    cells.insert(4, {"cell_type": "code", "source": "conv1_rf = 6\n%time conv1_params = 416"})
    cells.insert(5, {"cell_type": "code", "source": "conv1_rf = 5", "metadata": {}})
    cells.insert(6, {**cells[3]})  # a copy, still blank


def test_answers_in_cells_that_were_added_are_all_used(tmp_path: Path) -> None:
    table, function = marks_of(handed_in(tmp_path, split_function_and_corrections)).problems
    answered = {f.name: f.score for f in table.fields if f.outcome is not Outcome.UNANSWERED}
    assert answered == {"conv1_rf": 1, "conv1_params": 1}
    assert function.score == FULL


def test_answers_at_the_end_of_a_file_are_used(tmp_path: Path) -> None:
    path = tmp_path / "submission.py"
    path.write_text(script(SHEET) + "\n# %% mine\nconv1_rf = 5\n", encoding="utf-8")
    table, _ = marks_of(path).problems
    assert [field.name for field in table.fields if field.score] == ["conv1_rf"]


def test_what_goes_wrong_in_a_notebook_is_told_by_cell_and_line(tmp_path: Path) -> None:
    path = handed_in(
        tmp_path,
        lambda cells: cells[3].update(source="%matplotlib inline\n\nconv1_rf = 1 // 0\nx = )"),
        CONV1D.replace("    out =", "    nowhere\n    out ="),
    )
    table, function = marks_of(path).problems
    places = {
        str(remark.details["place"])
        for field in (*table.fields, *function.fields)
        for remark in field.remarks
        if "place" in remark.details
    }
    assert places == {"cell 4, line 3", "cell 6, line 3"}
    said = [str(incident.details["place"]) for incident in marks_of(path).incidents]
    assert said == ["cell 4, line 3", "cell 4, line 4"]
