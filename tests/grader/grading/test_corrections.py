"""Of two answers it is said which was read and why, in notebooks too."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from grader.grading.grade import grade_file
from grader.messages.remark import Remark
from grader.render.notebook import notebook
from grader.render.script import model, script
from grader.render.statement import points
from grader.report.as_json import as_data
from grader.report.wording import incident_in_words
from grader.sheet.sheet import draw_sheet
from problems.sentences import LANGUAGES

SHEET = draw_sheet("1", ["conv1d-code", "conv2d-backprop", "cnn-table:easy", "cnn-table"], "en")
FULL = sum(points(problem) for problem in SHEET.problems)

MISTAKES = {
    "\nimport numpy as np": "\nimport numpy as np\nds = [1, 2, 3]",
    "np.pad(vector, 3)": "_padded(vector)",
    "return out": "return out + 1\ndef _padded(v):\n    return np.pad(v, 2)",
    "\nq1 = [[-2,": "\nq1 = [[9,",
    "\nh = [11, 10]": "\nh = [11]",
    "\nconv2_rf = 20": "\nconv2_rf = 5",
}

BELOW = (
    "q1[0][0] = -2\nprint(q1)",
    "h.append(10)\nh.count(10)",
    "with open('/dev/null'):\n    L = 9",
    "for i in range(2):\n    q2[i][0] = 99",
    "p = [1, 2, 3]\nx = [2 * one for one in p]",
    "r1 = 'see above'",
    "def _padded(v):\n    return np.pad(v, 3)",
    "given = conv1d\nconv1d = lambda vector, kernel: given(vector, kernel) - 1",
    "conv2_rf = 20",
    "rows = r2\nrows[0] = 4",
)
"""The cells at the end of the notebook, from cell 11 on."""

TOLD = {
    ("q1", "read-changed", "cell 11, line 1", "cell 6, line 12"),
    ("h", "read-changed", "cell 12, line 1", "cell 6, line 16"),
    ("L", "not-read-in-step", "cell 13, line 1", "cell 6, line 19"),
    ("q2", "not-read-in-step", "cell 14, line 1", "cell 6, line 14"),
    ("p", "not-read-in-use", "cell 15, line 1", "cell 6, line 18"),
    ("r1", "not-read-unfit", "cell 16, line 1", "cell 6, line 13"),
    ("_padded", "read-later-helper", "cell 17, line 1", "cell 4, line 13"),
    ("conv1d", "read-later", "cell 18, line 2", "cell 4, line 4"),
    ("ds", "not-read-earlier", "cell 2, line 11", "cell 6, line 20"),
    ("r2", "not-read-unseen", "", "cell 6, line 15"),
    ("conv2_rf", "read-last", "cell 19, line 1", "cell 10, line 12"),
    ("conv2_rf", "not-read-shared", "cell 19, line 1", "cell 8, line 12"),
}


def corrected_notebook() -> dict[str, Any]:
    """The model solution with mistakes, and with cells at the end that correct them."""
    book: dict[str, Any] = json.loads(notebook(SHEET, "submission.ipynb", model))
    for wrong, right in MISTAKES.items():
        cells = [cell for cell in book["cells"] if cell["cell_type"] == "code"]
        cell = next(cell for cell in cells if wrong in "".join(cell["source"]))
        cell["source"] = "".join(cell["source"]).replace(wrong, right, 1)
    added: dict[str, Any] = {
        "cell_type": "code",
        "metadata": {},
        "outputs": [],
        "execution_count": None,
    }
    book["cells"] += [{**added, "id": f"below-{n}", "source": s} for n, s in enumerate(BELOW)]
    return book


def test_corrections_at_the_end_of_a_notebook_count_or_it_is_said_why_not(tmp_path: Path) -> None:
    path = tmp_path / "submission.ipynb"
    path.write_text(json.dumps(corrected_notebook()), encoding="utf-8")
    result = grade_file(path)
    told = {
        (one.details["name"], one.key, one.details["place"], one.details["other"])
        for one in result.incidents
    }
    assert told == TOLD
    assert result.score == FULL
    for language in LANGUAGES:
        lines = [incident_in_words(one, language) for one in result.incidents]
        assert len(set(lines)) == len(TOLD)
        assert all(one.details["name"] in lines[n] for n, one in enumerate(result.incidents))
    assert len(as_data(result)["incidents"]) == len(TOLD)


TRIAL = """
v = np.arange(6.)
L = len(v)
h = conv1d(v, np.ones(2))
"""


def test_where_one_name_is_worked_with_no_other_is_a_correction(tmp_path: Path) -> None:
    sheet = draw_sheet("33", ["conv2d-backprop", "conv1d-code:hard"], "en")
    path = tmp_path / "submission.py"
    path.write_text(script(sheet, model) + TRIAL, encoding="utf-8")
    result = grade_file(path)
    assert result.score == result.max_score
    told = {(one.details["name"], one.key) for one in result.incidents}
    assert told == {("h", "not-read-unfit"), ("L", "not-read-in-use")}


TWICE = """
def conv1d(vector, kernel):
    return np.zeros(3)
"""


def test_of_two_definitions_in_one_section_the_later_one_is_read_and_that_is_told(
    tmp_path: Path,
) -> None:
    sheet = draw_sheet("33", ["conv1d-code:hard"], "en")
    right = script(sheet, model)
    path = tmp_path / "submission.py"
    path.write_text(right + TWICE, encoding="utf-8")
    result = grade_file(path)
    assert result.score == 0
    (told,) = result.incidents
    own = 1 + right.splitlines().index("def conv1d(vector, kernel):")
    later = 1 + len(right.splitlines()) + TWICE.splitlines().index("def conv1d(vector, kernel):")
    assert told == Remark(
        "read-last-definition",
        {"name": "conv1d", "place": f"line {later}", "other": f"line {own}"},
    )
    lines = {incident_in_words(told, language) for language in LANGUAGES}
    assert len(lines) == len(LANGUAGES)
    assert all(line.count("conv1d") == 1 for line in lines)
    assert all(f"{own}" in line.partition(f"{later}")[2] for line in lines)
