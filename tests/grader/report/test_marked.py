"""One file of a folder, marked just now or kept from an earlier run."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.marking.result import SheetResult
from grader.report.as_csv import as_csv
from grader.report.as_json import as_data
from grader.report.batch_as_json import batch_as_json
from grader.report.marked import Marked
from tests.grader.report.results import FULL, RESULT

PATH = Path("a.py")


def test_a_status_is_one_of_three() -> None:
    assert Marked(PATH, FULL).status == "marked"
    assert Marked(PATH, error="no").status == "unusable"
    assert Marked(PATH, error="no", is_our_fault=True).status == "grader-fault"
    assert Marked(PATH, RESULT).status == "grader-fault"


@pytest.mark.parametrize("result", [FULL, RESULT])
def test_a_result_that_was_kept_is_told_as_it_was_when_it_was_marked(result: SheetResult) -> None:
    fresh, kept = Marked(PATH, result), Marked(PATH, kept=as_data(result))
    assert kept.status == fresh.status
    assert list(as_csv([kept], Path())) == list(as_csv([fresh], Path()))
    assert list(batch_as_json([kept], Path())) == list(batch_as_json([fresh], Path()))
