"""An option with a reason is read however it is written, if one thing alone is meant."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.answers import reasoned as reader
from grader.answers.answer import NoValue, read_answer
from grader.answers.outcome import Outcome
from grader.answers.reasoned import reason_named
from problems.forms import Reasoned, ReasonedChoice
from tests.families.planted import FAMILIES

WHY = ReasonedChoice(("yes", "no"), ("odd", "padded", "strided", "cut"))
POOLING = ReasonedChoice(("max", "mean"), ("odd", "padded"))
LETTERED = ReasonedChoice(("variant-a", "variant-b"), ("odd", "padded"))
TEXTS = FAMILIES / "every_blank"


def read(value: Any, form: ReasonedChoice = WHY, folder: Path | None = TEXTS) -> Any:
    return read_answer(form, value, folder=folder)


@pytest.mark.parametrize(
    "value",
    [
        "yes, b",
        "yes b",
        "yes b)",
        "b) yes",
        "b, yes",
        "B. Yes!",
        "“Yes”, (b)",
        "YES,B",
        "yes; b",
        "yes: b",
        "da, b",
        "tak b",
        "да, b",
        "да, б",
        "true, b",
        "y, b",
        "yes, padded",
        ("yes", "b"),
        ["da", "B"],
        ["B)", "da"],
        (True, "b"),
        ("b", np.bool_(True)),
        np.array(["yes", "b"]),
        "['yes', 'b']",
        Reasoned("yes", "padded"),
    ],
)
def test_an_answer_and_its_reason_are_read_in_any_order_and_language(value: Any) -> None:
    assert read(value) == Reasoned("yes", "padded")


def test_options_of_several_words_are_read_beside_a_letter() -> None:
    for value in ("average pooling, a", "a) Average-pooling", "sažimanje srednjom vrijednošću a"):
        assert read(value, POOLING) == Reasoned("mean", "odd")


def test_an_option_may_end_in_what_looks_like_a_letter() -> None:
    assert read("variant a, b", LETTERED, None) == Reasoned("variant-a", "padded")
    assert read("b variant-b", LETTERED, None) == Reasoned("variant-b", "padded")


@pytest.mark.parametrize(
    ("letter", "reason"),
    [("а", "odd"), ("б", "padded"), ("с", "strided"), ("C", "strided"), ("d", "cut")],
)
def test_a_letter_of_a_cyrillic_keyboard_is_read_where_it_can_mean_one_thing(
    letter: str, reason: str
) -> None:
    assert reason_named(letter, WHY) == reason


@pytest.mark.parametrize("letter", ["в", "e", "", "ab", "1", "*"])
def test_what_is_no_letter_of_a_reason_names_none(letter: str) -> None:
    assert reason_named(letter, WHY) is None


@pytest.mark.parametrize("value", ["yes", "Da.", True, ("yes",), ["yes", ""], "yes, ", "true"])
def test_an_answer_without_its_reason_is_incomplete(value: Any) -> None:
    found = read(value)
    assert isinstance(found, NoValue)
    assert (found.outcome, found.remark.key) == (Outcome.INCOMPLETE, "reason-missing")
    assert found.remark.details["letters"] == "a, b, c, d"


@pytest.mark.parametrize("value", ["b", "(B)", ("b",), ["", "b"], "padded"])
def test_a_reason_without_an_answer_is_incomplete(value: Any) -> None:
    found = read(value)
    assert isinstance(found, NoValue)
    assert (found.outcome, found.remark.key) == (Outcome.INCOMPLETE, "option-missing")
    assert found.remark.details["options"] == ("yes", "no")


@pytest.mark.parametrize("value", [("yes", ...), (..., "b")])
def test_half_an_answer_that_is_still_blank_is_incomplete(value: Any) -> None:
    found = read(value)
    assert isinstance(found, NoValue)
    assert (found.outcome, found.remark.key) == (Outcome.INCOMPLETE, "partly-blank")


@pytest.mark.parametrize(
    "value",
    [
        "maybe, b",
        "yes, e",
        "yes, в",
        "yes, no",
        "a, b",
        "yes, a, b",
        ("yes", "a", "b"),
        ("yes", 2),
        ("yes", None),
        ("yes", ("a", "b")),
        2,
        None,
        1j,
        "yes " * 100,
        "!",
    ],
)
def test_what_names_no_answer_with_one_reason_is_unreadable(value: Any) -> None:
    found = read(value)
    assert isinstance(found, NoValue)
    assert (found.outcome, found.remark.key) == (Outcome.UNREADABLE, "not-reasoned")
    assert found.remark.details == {"options": ("yes", "no"), "letters": "a, b, c, d"}


def test_what_may_mean_two_things_is_not_read() -> None:
    form = ReasonedChoice(("a", "b"), ("odd", "padded"))
    found = read("a, b", form, None)  # the option a for reason b, or the option b for reason a
    assert isinstance(found, NoValue)
    assert found.remark.key == "not-reasoned"
    assert read("a, a", form, None) == Reasoned("a", "odd")


@given(
    st.sampled_from(WHY.options),
    st.sampled_from(WHY.reasons),
    st.sampled_from(["{option}, {letter}", "{letter}) {option}", "{option} {letter}."]),
)
def test_every_pair_is_read_back(option: str, reason: str, pattern: str) -> None:
    text = pattern.format(option=option, letter=WHY.letter(reason))
    assert read(text) == Reasoned(option, reason)


def test_a_planted_reader_that_takes_the_first_meaning_is_caught(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reader, "_splits", lambda parts: iter([(parts[0], parts[-1])]))
    with pytest.raises(AssertionError):
        test_options_of_several_words_are_read_beside_a_letter()
    with pytest.raises(AssertionError):
        test_what_names_no_answer_with_one_reason_is_unreadable("yes, a, b")
