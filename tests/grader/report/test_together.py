"""One error is told once for all that it cost, and different ones are told apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from grader.answers.outcome import Outcome
from grader.marking.result import FieldResult, ProblemResult, SheetResult
from grader.messages.remark import HINT, Remark
from grader.report.as_json import as_data
from grader.report.together import incidents_beside, told_together
from grader.report.wording import incident_in_words

LOST = Remark(
    "lost-name",
    {"name": "base", "place": "line 16", "type": "ZeroDivisionError", "message": "no"},
)


def crashed(name: str, line: int, hint: Remark | None = None, message: str = "no") -> FieldResult:
    """A blank, or with no hint a check, at which an error was raised."""
    details = {"what": name, "type": "ValueError", "message": message, "place": f"line {line}"}
    remarks = (Remark("raised", details), *((hint,) if hint else ()))
    inputs = None if hint else f"x = {line}"
    return FieldResult(name, Outcome.CRASHED, 0, 1, remarks=remarks, inputs=inputs)


def wrong(name: str) -> FieldResult:
    return FieldResult(name, Outcome.WRONG, 0, 1, found="3", remarks=(Remark("wrong"),))


def raised(line: int, hint: Remark | None = None) -> Remark:
    details = {"place": f"line {line}", "message": "no", "type": "ValueError", HINT: hint}
    return Remark("raised", details)


def names(*fields: FieldResult) -> list[list[str]]:
    groups = told_together(fields, "cnn-table", "en")
    return [[field.name for field in group] for group in groups]


def test_blanks_that_lack_one_value_are_told_together_wherever_they_stand() -> None:
    other = replace(LOST, details={**LOST.details, "name": "rest"})
    fields = [crashed("a", 1, LOST), wrong("b"), crashed("c", 2, LOST), crashed("d", 3, other)]
    assert names(*fields) == [["a", "c"], ["b"], ["d"]]


def test_checks_that_meet_one_error_are_told_together_and_others_apart() -> None:
    fields = [
        *(crashed("a", 4, message="size 3"), wrong("b"), crashed("c", 4, message="size 5")),
        *(crashed("d", 7), replace(crashed("e", 4), outcome=Outcome.OVER_LIMIT)),
    ]
    assert names(*fields) == [["a", "c"], ["b"], ["d"], ["e"]]


def test_blanks_of_one_broken_statement_are_told_together_and_messages_are_compared() -> None:
    fields = [
        replace(crashed("a", 4), inputs=None),
        replace(crashed("b", 4), inputs=None),
        replace(crashed("c", 4, message="yes"), inputs=None),
    ]
    assert names(*fields) == [["a", "b"], ["c"]]


def test_what_is_no_error_is_told_together_with_its_neighbours_alone() -> None:
    assert names(wrong("a"), wrong("b"), crashed("c", 1), wrong("d")) == [["a", "b"], ["c"], ["d"]]


def sheet(*incidents: Remark) -> SheetResult:
    fields = (crashed("a", 1, LOST), wrong("b"))
    return SheetResult("s", "en", (ProblemResult("1", "cnn-table", "easy", fields),), incidents)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "line 5, line 7: ValueError: no. base has no value"),
        ("hr", "redak 5, redak 7: ValueError: no. base nema vrijednost"),
    ],
)
def test_an_incident_that_a_field_tells_is_left_out_and_others_of_one_cause_are_one(
    language: str, said: str
) -> None:
    stray = Remark("read-later", {"name": "a", "place": "line 9", "other": "line 2"})
    over = {"place": "line 8", "message": "", "type": "time", HINT: None}
    slow = Remark("over-limit", {**over, "limit": "time", "value": "10 s"})
    result = sheet(raised(1, LOST), raised(5, LOST), raised(6), raised(7, LOST), stray, slow)
    found = incidents_beside(result)
    assert [one.key for one in found] == ["raised", "raised", "read-later", "over-limit"]
    assert incident_in_words(found[0], language).startswith(said)
    assert found[1:] == [raised(6), stray, slow]
    data = as_data(result)
    assert len(data["incidents"]) == 6
    assert [field["name"] for field in data["problems"][0]["fields"]] == ["a", "b"]
