"""One record per file, with its result as a whole."""

from __future__ import annotations

import json

from grader.report.as_json import as_data
from grader.report.batch_as_json import batch_as_json
from tests.grader.report.results import BATCH, FOLDER, FULL, RESULT


def test_every_file_has_a_record() -> None:
    records = json.loads(batch_as_json(BATCH, FOLDER))["submissions"]
    assert records == [
        {"file": "=cmd|calc.py", "status": "marked", "error": None, "result": as_data(FULL)},
        {
            "file": "a, b.py",
            "status": "unusable",
            "error": 'a, b.py: "no" sheet',
            "result": None,
        },
        {"file": "č/ž.ipynb", "status": "grader-fault", "error": "a fault", "result": None},
        {"file": "half.py", "status": "grader-fault", "error": None, "result": as_data(RESULT)},
    ]


def test_letters_stay_letters_and_the_text_ends_with_its_line() -> None:
    text = batch_as_json(BATCH, FOLDER)
    assert "č/ž.ipynb" in text
    assert text.endswith("}\n")


def test_a_batch_of_nothing_is_a_list_of_nothing() -> None:
    assert json.loads(batch_as_json((), FOLDER)) == {"submissions": []}
