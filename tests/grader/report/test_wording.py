"""What a result says: one line per field, from the remarks and what they name."""

from __future__ import annotations

from typing import Any

import pytest

from grader.answers.outcome import Outcome
from grader.answers.unreadable import UnreadableError
from grader.marking.result import FieldResult, SheetResult
from grader.messages.remark import Remark
from grader.report.wording import incidents_of, message_of, sentence
from problems.sentences import LANGUAGES, MissingTextError
from tests.families.planted import planted


def said(key: str, **details: Any) -> str:
    return sentence(Remark(key, details), "cnn-table", "en")


def test_the_remarks_of_a_field_are_one_line() -> None:
    remarks = (
        Remark("check-slip", {"slips": ("kernel-flipped",)}),
        Remark("check-shape", {"what": "f(x)", "found": "(2,)", "expected": "(3,)"}),
    )
    field = FieldResult("a", Outcome.SLIP, 0, 1, slips=("kernel-flipped",), remarks=remarks)
    message = message_of(field, "conv1d-code", "en")
    assert message.startswith("These are the results you get if the kernel is flipped")
    assert message.endswith("f(x) has shape (2,), but (3,) was expected.")
    assert "\n" not in message


def test_a_slip_is_named_in_every_language() -> None:
    remark = Remark("slip", {"slips": ("bias-forgotten",)})
    assert len({sentence(remark, "cnn-table", language) for language in LANGUAGES}) == 4


def test_a_slip_without_a_text_is_an_error_and_never_a_hole() -> None:
    with pytest.raises(MissingTextError, match="'no-such-slip' has no text in 'en'"):
        said("slip", slips=("no-such-slip",))


def test_a_remark_without_a_sentence_is_an_error() -> None:
    with pytest.raises(KeyError):
        said("no-such-remark")


def test_wrong_cells_are_listed_and_many_are_cut() -> None:
    assert "Wrong in (1, 2), (3, 4) " in said("wrong-cells", cells=((1, 2), (3, 4)))
    assert "Wrong in 2, 5 " in said("wrong-cells", cells=((2,), (5,)))
    many = tuple((1, n) for n in range(1, 10))
    assert "(1, 6), …" in said("wrong-cells", cells=many)


def test_a_misread_number_has_the_minus_of_the_sheet_and_its_vector_the_symbol() -> None:
    told = said("misread-first", right=-3, taken=30, name="$w_1$")
    assert "−3 (w₁)" in told
    assert "read as 30" in told


def test_several_places_are_named_and_of_many_the_first_three() -> None:
    details = {"what": "f(x)", "limit": "time", "value": "60 s"}
    three = ("line 3", "cell 2, line 5", "line 9")
    told = said("not-reached", place=three, **details)
    assert "line 3, cell 2, line 5, line 9 had already used up the limit of time (60 s)" in told
    told = said("not-reached", place=(*three, "line 11", "line 12"), **details)
    assert "line 3, cell 2, line 5, line 9 and 2 more had already used up" in told


def test_several_numbers_that_one_may_have_been_read_as_are_told_together() -> None:
    told = said("misread-first", right=14, taken=(-11, 12), name="n")
    assert "14 (n) is read as −11 or 12" in told
    told = said("misread-first", right=14, taken=(1, 2, 3, 4), name="n")
    assert "14 (n) is read as 1, 2, 3, …" in told


def test_the_cells_of_a_tensor_are_named_by_all_their_indices() -> None:
    assert said("wrong-indices", cells=((1, 2, 2), (2, 1, 1))) == (
        "Wrong entries, with indices counted from 1: (1, 2, 2), (2, 1, 1)."
    )


def test_options_are_listed_in_the_words_of_the_sheet() -> None:
    with planted():
        told = [
            sentence(Remark("not-an-option", {"options": ("max", "mean")}), "every-blank", language)
            for language in LANGUAGES
        ]
    assert told == [
        "One of max-pooling, average pooling was expected.",
        "Očekivao se jedan od odgovora: sažimanje maksimalnom vrijednošću, sažimanje srednjom "
        "vrijednošću.",
        "Oczekiwano jednej z odpowiedzi: max pooling, average pooling (średnia).",
        "Ожидался один из ответов: max-пулинг, пулинг по среднему.",
    ]
    assert said("option-missing", options=("yes", "no")) == (
        "The answer itself is missing (yes, no)."
    )


def test_what_has_a_shape_is_named() -> None:
    assert said("wrong-shape", found=(), expected=(2, 3)) == (
        "Expected: 2 × 3 matrix; found: a single number."
    )
    assert said("wrong-shape", found=(4,), expected=(2, 3, 5)) == (
        "Expected: 2 × 3 × 5 tensor; found: vector of length 4."
    )


@pytest.mark.parametrize(
    ("type_name", "words"),
    [
        ("NoneType", "nothing (None)"),
        ("bool", "a truth value"),
        ("tuple", "a list"),
        ("sympy.Symbol", "a value of type sympy.Symbol"),
        ("'abc'", "'abc'"),
    ],
)
def test_a_type_is_told_in_plain_words(type_name: str, words: str) -> None:
    assert said("not-a-number", type=type_name) == f"Expected a number, but got {words}."
    assert f" but got {words}" in said("unsuitable-type", type=type_name)
    assert f" but got {words}" in said("not-a-shape", axes="C, H, W", type=type_name)
    assert f" but got {words}" in said("not-any-shape", type=type_name)
    assert f" but got {words}" in said("not-an-expression", variables="n, k", type=type_name)


def test_the_type_of_an_exception_keeps_its_name() -> None:
    assert "the error int: text" in said("raised-somewhere", what="f", type="int", message="text")


def test_why_a_text_cannot_be_read_is_told_in_the_language_of_the_sheet() -> None:
    problem = UnreadableError("exponent-too-large", limit=64, found="**", position=5)
    remark = Remark("unreadable-text", {"problem": problem})
    texts = {sentence(remark, "cnn-table", language) for language in LANGUAGES}
    assert len(texts) == 4
    assert all("64" in text and "5" in text for text in texts)


def test_a_limit_is_named_in_words() -> None:
    details = {"what": "f(x)", "limit": "time", "value": "2.5 s"}
    assert "limit of time (2.5 s)" in said("over-limit", **details)
    assert "(2.5 с)" in sentence(Remark("over-limit", details), "cnn-table", "ru")


def test_braces_of_a_student_are_no_place_to_fill_in() -> None:
    assert "{0} {x!r}" in said("raised", what="f", type="E", message="{0} {x!r}", place="line 1")


def test_control_characters_of_a_student_are_spelled_out() -> None:
    assert "\\x1b[2J\\n" in said("raised", what="f", type="E", message="\x1b[2J\n", place="line 1")


def test_incidents_are_told_one_by_one() -> None:
    incidents = (
        Remark("syntax", {"place": "line 3", "message": "invalid syntax"}),
        Remark("ended", {"place": "cell 5, line 3", "detail": "exit status 0"}),
        Remark("over-limit", {"place": "line 9", "limit": "time", "value": "10 s"}),
    )
    syntax, ended, limit = incidents_of(SheetResult("s", "en", (), incidents))
    assert syntax == "line 3: this is not valid Python: invalid syntax"
    assert ended == "cell 5, line 3: the program ended itself (exit status 0)"
    assert limit == "line 9: stopped at the limit of time (10 s)"


def test_where_several_mistakes_give_a_value_some_of_them_are_told() -> None:
    def told(*slips: str) -> str:
        return sentence(Remark("check-several-slips", {"slips": slips}), "conv1d-code", "en")

    two = told("last-output-missing", "kernel-flipped")
    assert two.count(";") == 1
    assert "flipped" in two
    many = told("last-output-missing", "kernel-flipped", "stride-forgotten", "padding-forgotten")
    assert many.endswith("; or another one.")
    assert [f"({n}) " in many for n in range(1, 5)] == [True, True, True, False]
    assert many.count(";") == 3
    same = told("return-in-loop", "return-in-loop-list")
    assert ";" not in same
