"""One record per file, with its result as a whole."""

from __future__ import annotations

import json
from collections.abc import Iterator

from grader.report.as_json import as_data
from grader.report.batch_as_json import batch_as_json
from grader.report.marked import Marked
from tests.grader.report.results import BATCH, FOLDER, FULL, RESULT
from tests.grader.schemas import assert_valid


def test_every_file_has_a_record() -> None:
    records = json.loads("".join(batch_as_json(BATCH, FOLDER)))["submissions"]
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
    text = "".join(batch_as_json(BATCH, FOLDER))
    assert "č/ž.ipynb" in text
    assert text.endswith("}\n")


def test_a_batch_of_nothing_is_a_list_of_nothing() -> None:
    told = {"format": "grader-batch", "version": 1, "submissions": []}
    assert json.loads("".join(batch_as_json((), FOLDER))) == told


def test_a_batch_fits_its_schema() -> None:
    assert_valid(json.loads("".join(batch_as_json(BATCH, FOLDER))), "batch")


def test_the_text_comes_a_record_at_a_time() -> None:
    taken: list[Marked] = []

    def marked() -> Iterator[Marked]:
        for each in BATCH:
            taken.append(each)
            yield each

    parts = batch_as_json(marked(), FOLDER)
    while not taken:
        next(parts)
    assert len(taken) == 1
