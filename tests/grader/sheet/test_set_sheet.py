"""What was set counts, whatever the header of a file says."""

from __future__ import annotations

import hashlib
import pickle

import pytest

from grader.sheet.header import header_lines
from grader.sheet.set_sheet import SetSheet, as_set, sheet_as_set
from grader.sheet.sheet import draw_sheet
from tests.grader.work import work_of

REQUESTS = ("cnn-table:hard", "conv1d-code@lecture")
SHEET = draw_sheet("7", REQUESTS, "hr")
HEADER = "\n".join(header_lines(SHEET))


def header(seed: str, *requests: str) -> str:
    return "\n".join(header_lines(draw_sheet(seed, requests, "hr")))


BY_HEADER = as_set(SHEET)
BY_SEED = SetSheet("7", requests=REQUESTS)


@pytest.mark.parametrize("given", [BY_HEADER, BY_SEED], ids=["by header", "by seed"])
def test_a_file_of_the_sheet_that_was_set_has_nothing_to_be_told(given: SetSheet) -> None:
    sheet, told = sheet_as_set(pickle.loads(pickle.dumps(given)), f"{HEADER}\nx = 1")  # noqa: S301
    assert header_lines(sheet) == header_lines(SHEET)
    assert (told, sheet.language) == ([], "hr")


@pytest.mark.parametrize("given", [BY_HEADER, BY_SEED], ids=["by header", "by seed"])
@pytest.mark.parametrize(
    ("source", "key"),
    [
        ("x = 1", "no-header"),
        (HEADER.replace('"hard"', '"easy"', 1), "damaged-header"),  # the checksum does not fit
        (HEADER.partition("\n")[2], "damaged-header"),
        ("\n".join(header_lines(draw_sheet("8", REQUESTS, "hr"))), "other-header"),
        ("\n".join(header_lines(draw_sheet("7", REQUESTS[:1], "hr"))), "other-header"),
        (
            "\n".join(header_lines(draw_sheet("7", ["cnn-table", *REQUESTS[1:]], "hr"))),
            "other-header",
        ),
    ],
    ids=["none", "edited", "a line lost", "another seed", "a problem less", "another level"],
)
def test_a_header_that_says_something_else_is_told_and_does_not_count(
    given: SetSheet, source: str, key: str
) -> None:
    sheet, told = sheet_as_set(given, source)
    assert [(remark.key, remark.details) for remark in told] == [(key, {"sheet": "practice-7"})]
    assert header_lines(sheet)[1:-1] == header_lines(SHEET)[1:-1]


def test_without_a_language_a_sheet_has_that_of_the_file() -> None:
    polish = "\n".join(header_lines(draw_sheet("7", REQUESTS, "pl")))
    assert sheet_as_set(BY_SEED, polish)[0].language == "pl"
    assert sheet_as_set(BY_SEED, "x = 1")[0].language == "en"
    assert sheet_as_set(SetSheet("7", "ru", requests=REQUESTS), polish)[0].language == "ru"


def test_the_number_of_a_draw_makes_no_other_sheet() -> None:
    older = HEADER.replace('"draw": 1, ', "")
    assert older != HEADER
    lines = older.splitlines()[:-1]
    checksum = hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]
    source = "\n".join([*lines, f"# grader-checksum: {checksum}"])
    assert sheet_as_set(BY_HEADER, source)[1] == []


def test_nothing_is_worked_out_from_a_header_that_does_not_count() -> None:
    other = draw_sheet("1", ["torch-model-code:hard"] * 20, "en")
    sheet_as_set(BY_HEADER, HEADER)  # what is loaded once in a process
    own = work_of(lambda: sheet_as_set(BY_HEADER, HEADER)).calls
    both = work_of(lambda: sheet_as_set(BY_HEADER, "\n".join(header_lines(other)))).calls
    assert both < own + 3000


def test_a_digest_is_the_same_for_the_same_sheet_alone() -> None:
    sheets = [BY_HEADER, BY_SEED, SetSheet("8", requests=REQUESTS), SetSheet("7", "en")]
    assert len({sheet.digest for sheet in sheets}) == len(sheets)
    assert as_set(draw_sheet("7", REQUESTS, "hr")).digest == BY_HEADER.digest
