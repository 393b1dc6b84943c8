"""A Python file or a notebook is read as the cells of one program, each with its problem."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from grader.grading.grade import grade
from grader.intake.magics import without_magics
from grader.intake.submission import read_submission
from grader.render.notebook import notebook
from grader.render.script import model, script
from grader.report.wording import incidents_of
from grader.sandbox.outside.program import Cell
from grader.sheet.header import header_lines
from grader.sheet.sheet import SheetError, draw_sheet

SHEET = draw_sheet("7", ["cnn-table@lecture", "conv1d-code@lecture"], "en")


def cells_of(path: Path, text: str) -> tuple[Cell, ...]:
    path.write_text(text, encoding="utf-8")
    return read_submission(path).cells


def test_the_sections_of_a_file_are_its_cells_and_lines_are_counted_in_the_file(
    tmp_path: Path,
) -> None:
    text = script(SHEET)
    header, first, second = cells_of(tmp_path / "a.py", text)
    assert [cell.problem for cell in (header, first, second)] == [None, "1", "2"]
    assert header.first_line == 1
    lines = text.splitlines()
    for cell in (first, second):
        assert cell.place is None
        assert lines[cell.first_line - 1].startswith(f"# %% problem {cell.problem}")
    assert "".join(cell.source for cell in (header, first, second)) == text


def test_cells_of_an_editor_within_a_problem_belong_to_it(tmp_path: Path) -> None:
    text = script(SHEET).replace("conv1_rf", "# %%\nextra = 1\n# %% more\nconv1_rf")
    assert [cell.problem for cell in cells_of(tmp_path / "a.py", text)] == [None, "1", "2"]


def test_a_marker_is_read_in_any_spelling(tmp_path: Path) -> None:
    text = script(SHEET).replace("# %% problem 2:", "#%%  Problem  2 :")
    assert [cell.problem for cell in cells_of(tmp_path / "a.py", text)] == [None, "1", "2"]


def test_the_code_cells_of_a_notebook_are_named_by_their_number_among_all_cells(
    tmp_path: Path,
) -> None:
    cells = cells_of(tmp_path / "a.ipynb", notebook(SHEET, "a.ipynb"))
    assert [(cell.place, cell.problem) for cell in cells] == [
        ("cell 2", None),
        ("cell 4", "1"),
        ("cell 6", "2"),
    ]


@pytest.mark.parametrize(
    "line", ["# %% problem 1b", "# %% problem 12:", "# %% problem", "# %% problem 1 again"]
)
def test_a_cell_of_the_students_own_begins_no_section(tmp_path: Path, line: str) -> None:
    text = script(SHEET).replace("# %% problem 2", f"{line}\nextra = 1\n# %% problem 2")
    assert [cell.problem for cell in cells_of(tmp_path / "a.py", text)] == [None, "1", "2"]
    document = json.loads(notebook(SHEET, "a.ipynb"))
    document["cells"].append(added(f"{line}\nextra = 1"))
    cells = cells_of(tmp_path / "a.ipynb", json.dumps(document))
    assert [cell.problem for cell in cells] == [None, "1", "2", "2"]


def test_a_marker_without_a_title_begins_a_section(tmp_path: Path) -> None:
    text = "\n".join([*header_lines(SHEET), "# %% problem 1", "x = 1", "# %% problem 2"])
    assert [cell.problem for cell in cells_of(tmp_path / "a.py", text)] == [None, "1", "2"]


def added(source: str) -> dict[str, object]:
    """A cell that a student added."""
    return {"cell_type": "code", "metadata": {}, "source": source}


def test_a_cell_that_was_added_belongs_to_the_problem_above_it(tmp_path: Path) -> None:
    document = json.loads(notebook(SHEET, "a.ipynb"))
    document["cells"].insert(4, added("conv1_rf = 5"))
    document["cells"].insert(2, added("import numpy as np"))
    document["cells"] += [added("x = 1"), added("# %% problem 1\nx = 2"), added("x = 3")]
    cells = cells_of(tmp_path / "a.ipynb", json.dumps(document))
    assert [cell.problem for cell in cells] == [None, None, "1", "1", "2", "2", "1", "1"]


def test_a_cell_that_has_lost_its_metadata_is_known_by_its_first_line(tmp_path: Path) -> None:
    document = json.loads(notebook(SHEET, "a.ipynb"))
    for cell in document["cells"]:
        cell["metadata"] = {}
    cells = cells_of(tmp_path / "a.ipynb", json.dumps(document))
    assert [cell.problem for cell in cells] == [None, "1", "2"]


def test_the_first_line_goes_before_metadata_which_nobody_sees(tmp_path: Path) -> None:
    document = json.loads(notebook(SHEET, "a.ipynb"))
    document["cells"][5]["metadata"] = {"grader": {"problem": "1"}}
    cells = cells_of(tmp_path / "a.ipynb", json.dumps(document))
    assert [cell.problem for cell in cells] == [None, "1", "2"]


def test_metadata_tells_whose_a_cell_is_that_has_lost_its_first_lines(tmp_path: Path) -> None:
    document = json.loads(notebook(SHEET, "a.ipynb"))
    document["cells"][5]["source"] = "x = 1"
    document["cells"][3]["source"] = "y = 1"
    document["cells"].insert(4, document["cells"].pop(5))
    document["cells"].insert(3, document["cells"].pop(4))
    cells = cells_of(tmp_path / "a.ipynb", json.dumps(document))
    assert [(cell.source, cell.problem) for cell in cells[1:]] == [("x = 1", "2"), ("y = 1", "1")]


@pytest.mark.parametrize("metadata", [None, [], {"grader": None}, {"grader": {"problem": 2}}])
def test_metadata_of_another_kind_is_passed_over(tmp_path: Path, metadata: object) -> None:
    document = json.loads(notebook(SHEET, "a.ipynb"))
    document["cells"][5]["metadata"] = metadata
    assert cells_of(tmp_path / "a.ipynb", json.dumps(document))[2].problem == "2"


@pytest.mark.parametrize(
    ("source", "left"),
    [
        ("%matplotlib inline\nx = 1", "\nx = 1"),
        ("if x:\n  %time f()\ny = 2", "if x:\n  f()\ny = 2"),
        ("%time x = f('%time y')\n%time", "x = f('%time y')\n"),
        ("%timeit -n 10 -r3 -q f(x)\n%timeit?", "f(x)\n"),
        ("%timeit -n\n%time !ls\n%timer f()", "-n\n\n"),
        ("x = !ls\ny = %sx ls\na, b[0] = %system ls\nz = 2", "\n\n\nz = 2"),
        ("%%timeit -n 3\nx = 1", "\nx = 1"),
        ("!pip install numpy\nx = 1", "\nx = 1"),
        ("  ! ls\nx = 1", "\nx = 1"),
        ("np.sum?\nx = 1", "\nx = 1"),
        ("np.sum??", ""),
        ("?np.sum\nx = 1", "\nx = 1"),
        ("%%time\nx = 1\ny = 2", "\nx = 1\ny = 2"),
        ("%%capture out\nx = 1", "\nx = 1"),
        ("%%writefile a.py\nx = 1", "\nx = 1"),
        ("x = %time f()\ny = %timeit f()", "x = f()\n"),
        ("if x:\n  !ls\nelse:\n\n  %cd ..\n  y = 1", "if x:\n  pass\nelse:\n\n  pass\n  y = 1"),
        ("  x = 1\n  if x:\n    y = 2", "x = 1\nif x:\n  y = 2"),
        ("x = (7\n% 4)", "x = (7\n% 4)"),
        ("x = 7 % 4\ny = x != 3", "x = 7 % 4\ny = x != 3"),
        ("x = 'why?'", "x = 'why?'"),
        ("# is it right?", "# is it right?"),
        ("", ""),
    ],
)
def test_what_only_a_notebook_knows_is_left_out_and_lines_keep_their_numbers(
    source: str, left: str
) -> None:
    assert without_magics(source) == left


def test_a_sheet_is_refused_with_the_name_of_its_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.py"
    path.write_text("x = 1", encoding="utf-8")
    with pytest.raises(SheetError, match=r"^mine\.py: this is no sheet"):
        read_submission(path)


def test_a_program_of_exactly_the_size_that_is_allowed_is_read(tmp_path: Path) -> None:
    text = script(SHEET)
    text += "#" * (256 * 1024 - len(text.encode()))
    assert cells_of(tmp_path / "a.py", text)
    with pytest.raises(SheetError, match="256 KB"):
        cells_of(tmp_path / "a.py", text + "#")


def test_outputs_of_a_notebook_do_not_count_towards_its_size(tmp_path: Path) -> None:
    document = json.loads(notebook(SHEET, "a.ipynb"))
    document["cells"][5]["outputs"] = [{"output_type": "stream", "text": "x" * 10**6}]
    assert cells_of(tmp_path / "a.ipynb", json.dumps(document))


def test_all_code_cells_together_may_have_the_size_that_is_allowed(tmp_path: Path) -> None:
    document = json.loads(notebook(SHEET, "a.ipynb"))
    document["cells"] += [added("#" * 100_000), added("#" * 100_000)]
    assert cells_of(tmp_path / "a.ipynb", json.dumps(document))
    document["cells"].append(added("#" * 100_000))
    with pytest.raises(SheetError, match=r"may have 256 KB, but it has 29\d KB"):
        cells_of(tmp_path / "a.ipynb", json.dumps(document))


def test_nothing_of_a_notebook_but_its_code_is_kept(tmp_path: Path) -> None:
    document = json.loads(notebook(SHEET, "a.ipynb"))
    plain = cells_of(tmp_path / "a.ipynb", json.dumps(document))
    picture = {"output_type": "display_data", "data": {"image/png": "iVBOR" * 2_000_000}}
    document["cells"][5]["outputs"] = [picture]
    document["cells"][2]["attachments"] = {"a.png": {"image/png": "iVBOR" * 1_000}}
    assert cells_of(tmp_path / "a.ipynb", json.dumps(document)) == plain


@pytest.mark.parametrize("suffix", [".py", ".ipynb"])
def test_a_program_that_breaks_a_parser_is_read_as_text(tmp_path: Path, suffix: str) -> None:
    for source in (
        "(" * 100_000,
        "-" * 100_000 + "1",
        "x." * 50_000 + "x",
        "9" * 5_000,
        "\0",
        "\f(",
    ):
        text = "\n".join([*header_lines(SHEET), "# %% problem 1", source, "# %% problem 2"])
        if suffix == ".ipynb":
            text = json.dumps({"cells": [added(text)]})
        assert any(source in cell.source for cell in cells_of(tmp_path / f"a{suffix}", text))


PARSED_BY_US = """
import sys
from pathlib import Path

compiled = []
sys.addaudithook(
    lambda event, details: event == "compile" and compiled.append(repr(details[0]))
)
from grader.grading.grade import grade_file

scores = [grade_file(Path(path)).score for path in sys.argv[1:]]
assert min(scores) > 0, scores
assert not [source for source in compiled if "of_a_student" in source]
compile("of_a_student", "", "exec")
assert "of_a_student" in compiled[-1]
"""
"""What the interpreter of the grader compiles: nothing of a student's, until it is made to."""


def test_what_a_student_wrote_is_parsed_in_no_process_of_ours(tmp_path: Path) -> None:
    text = script(SHEET, model) + "\nof_a_student = 1\n"
    (tmp_path / "a.py").write_text(text, encoding="utf-8")
    cells = [added(text)]
    (tmp_path / "a.ipynb").write_text(json.dumps({"cells": cells}), encoding="utf-8")
    subprocess.run(
        [sys.executable, "-c", PARSED_BY_US, tmp_path / "a.py", tmp_path / "a.ipynb"], check=True
    )


def test_a_character_that_is_not_utf_8_costs_no_more_than_where_it_stands(tmp_path: Path) -> None:
    sheet = draw_sheet("7", ["cnn-table"], "en")
    path = tmp_path / "submission.py"
    text = script(sheet, model).encode() + "# Napomena: računao sam ručno\n".encode("cp1250")
    path.write_bytes(text)
    result = grade(read_submission(path))
    assert result.score == result.max_score
    (said,) = incidents_of(result)
    assert said.startswith(f"line {text.count(10)}: a character that is not UTF-8")


def test_a_notebook_of_very_many_cells_is_refused_and_empty_cells_do_not_count(
    tmp_path: Path,
) -> None:
    document = json.loads(notebook(draw_sheet("7", ["cnn-table"], "en"), "submission.ipynb"))
    cell: dict[str, object] = {"cell_type": "code", "metadata": {}, "outputs": []}
    path = tmp_path / "submission.ipynb"
    whole = document["cells"]
    document["cells"] = [*whole, *[{**cell, "source": ""}] * 5000]
    path.write_text(json.dumps(document), encoding="utf-8")
    assert len(read_submission(path).cells) < 20
    document["cells"] = [*whole, *[{**cell, "source": "1"}] * 1000]
    path.write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(SheetError, match=r"at most 1000 code cells are read, but it has 10\d\d"):
        read_submission(path)
