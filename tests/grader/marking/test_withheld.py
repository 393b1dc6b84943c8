"""What a program says with inputs that are not shown is cut to its kind."""

from __future__ import annotations

from typing import Any

import pytest

from grader.answers.outcome import Outcome
from grader.marking.result import FieldResult
from grader.marking.withheld import (
    ANY_ERROR,
    cut_to_kind,
    cut_unshown,
    kind_of_error,
    tells_of_program,
)
from grader.messages.remark import Remark
from grader.sandbox.outside.conversation import CLOSED, MIXED

WHAT = {"what": "f(x)"}


def field(*remarks: Remark, **more: Any) -> FieldResult:
    return FieldResult("plain", Outcome.CRASHED, 0.0, 2.0, remarks=remarks, **more)


def keys(one: FieldResult) -> list[str]:
    return [remark.key for remark in one.remarks]


@pytest.mark.parametrize("name", ["ValueError", "KeyboardInterrupt", "AxisError", "LinAlgError"])
def test_errors_of_python_and_of_libraries_keep_their_names(name: str) -> None:
    assert kind_of_error(name) == name


@pytest.mark.parametrize("name", ["[3, 1, 4]", "Kept314", "print", "__name__", "None", ""])
def test_an_error_that_the_program_has_named_is_an_exception(name: str) -> None:
    assert kind_of_error(name) == ANY_ERROR


def test_the_text_of_an_error_is_not_told() -> None:
    details = {**WHAT, "type": "IndexError", "message": "[3, 1, 4]", "place": "line 3"}
    cut = cut_to_kind(field(Remark("raised", details)))
    assert keys(cut) == ["raised-kind-at"]
    assert cut.remarks[0].details == {**WHAT, "type": "IndexError", "place": "line 3"}


def test_a_cause_that_rests_on_that_text_becomes_that_of_the_kind() -> None:
    error = Remark("raised-somewhere", {**WHAT, "type": "IndexError", "message": "314"})
    cause = Remark("index-beyond-input", {"index": 314, "size": 3})
    assert keys(cut_to_kind(field(error, cause))) == ["raised-kind", "error-of-index"]
    assert keys(cut_to_kind(field(error, Remark("slice-empty")))) == ["raised-kind", "slice-empty"]


@pytest.mark.parametrize(
    ("key", "details", "left"),
    [
        ("check-value", {"found": "314", "expected": "1"}, "check-wrong"),
        ("check-shape", {"found": "(3, 1, 4)", "expected": "(2,)"}, "check-another-shape"),
        ("check-array-for-number", {"found": "(3, 1, 4)"}, "check-another-shape"),
        ("check-number-for-array", {"expected": "(2,)"}, "check-another-shape"),
        ("check-type", {"type": "Kept314"}, "check-other"),
        ("check-shapes-surplus", {"surplus": "[(3, 1, 4)]"}, "check-other-shapes"),
        ("ended", {"detail": "SystemExit: 314", "place": "line 3"}, "ended-kind"),
        ("not-reached-ended", {"detail": "314", "place": "line 3"}, "not-reached-kind"),
    ],
)
def test_nothing_is_told_that_the_program_may_have_put_numbers_into(
    key: str, details: dict[str, str], left: str
) -> None:
    cut = cut_to_kind(field(Remark(key, {**WHAT, **details}), found="314", inputs="x = 314"))
    assert keys(cut) == [left]
    assert "314" not in repr(cut)
    assert not tells_of_program(cut)


@pytest.mark.parametrize("detail", [MIXED, CLOSED, "SIGKILL", "SIGSEGV or SIGABRT"])
def test_how_a_program_ended_is_told_in_words_that_are_not_its_own(detail: str) -> None:
    one = Remark("ended", {**WHAT, "detail": detail, "place": "line 3"})
    assert cut_to_kind(field(one)).remarks == (one,)
    elsewhere = Remark("ended-somewhere", {**WHAT, "detail": detail, "place": None})
    (told,) = cut_to_kind(field(elsewhere)).remarks
    assert (told.key, told.details["detail"]) == ("ended-somewhere", detail)


def test_the_marks_and_the_mistakes_stay() -> None:
    one = field(Remark("check-slip", {"slips": ("kernel-flipped",)}), slips=("kernel-flipped",))
    assert cut_to_kind(one) == one
    assert not tells_of_program(one)


def test_that_it_is_not_told_is_said_of_an_error() -> None:
    details = {**WHAT, "type": "KeyError", "message": "314"}
    cut = cut_unshown(field(Remark("raised-somewhere", details)))
    assert keys(cut) == ["raised-kind", "unshown"]
