"""A fault of ours is told with the line of ours that it passed last."""

from __future__ import annotations

import re

import pytest

from grader.messages.fault import described, place_in_ours
from grader.sandbox.wire.frames import size_text
from problems.catalogue import UnknownFamilyError, family


def caught(key: str) -> BaseException:
    with pytest.raises(UnknownFamilyError, match="there is no family") as error:
        family(key)
    return error.value


def test_the_place_is_a_file_of_the_project_a_line_and_a_function() -> None:
    assert re.fullmatch(r"problems/catalogue\.py:\d+, in family", place_in_ours(caught("none")))


def test_what_is_raised_below_our_code_is_told_with_our_line() -> None:
    with pytest.raises(TypeError, match="not supported") as error:
        size_text("many")  # type: ignore[arg-type]
    assert re.fullmatch(
        r"grader/sandbox/wire/frames\.py:\d+, in size_text", place_in_ours(error.value)
    )


def test_an_error_that_never_passed_our_code_is_said_to_come_from_elsewhere() -> None:
    assert place_in_ours(ValueError("new")) == "outside of the grader"
    assert described(ValueError("new")) == "ValueError: new (outside of the grader)"
