"""A hint says what to type instead, guesses at no value, and is silent where it knows none."""

from __future__ import annotations

import pytest

from grader.answers.hint import hint_on_error, hint_on_value, is_ambiguous, is_grouped
from grader.messages.remark import HINT, Remark
from grader.sandbox.wire.frames import Opaque
from problems.forms import (
    Choice,
    Decimal,
    Expression,
    Form,
    Integer,
    Rational,
    ReasonedChoice,
    Shape,
)
from tests.families.planted import FAMILIES

YES_NO = Choice(("yes", "no"))


def error(kind: str, message: str, place: str = "line 7") -> Remark:
    key = "raised" if place else "raised-somewhere"
    return Remark(key, {"what": "x", "type": kind, "message": message, "place": place})


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("7 px", "7"),
        ("7px", "7"),
        ("-12 px.", "-12"),
        ("7 output pixels", "7"),
        ("49 px²", "49"),
        ("49 px^2", "49"),
        ("1/3 px", "1/3"),
        ("0,5 px", "0.5"),
        ("7 пикселей", "7"),
        (["7 px", 3], "7"),
        ([[1, 2], [3, "7 px"]], "7"),
    ],
)
def test_a_unit_is_to_be_left_out(value: object, number: str) -> None:
    assert hint_on_value(Integer(), value) == Remark("without-unit", {"number": number})


@pytest.mark.parametrize("text", ["14½", "14 ½", "3⅓"])
def test_a_fraction_of_one_sign_is_no_unit(text: str) -> None:
    assert hint_on_value(Integer(), text) is None


@pytest.mark.parametrize(("text", "sides"), [("9x9", ("9", "9")), ("9 × 7", ("9", "7"))])
def test_of_two_sides_one_is_to_be_typed(text: str, sides: tuple[str, str]) -> None:
    told = Remark("sides-for-number", {"side": sides[0], "other": sides[1]})
    assert hint_on_value(Integer(), text) == told
    assert hint_on_value(Shape("H, W, C"), text) is None


@pytest.mark.parametrize("text", ["81 macs", "5 mults", "7 ops"])
def test_what_is_counted_is_a_unit(text: str) -> None:
    hint = hint_on_value(Integer(), text)
    assert hint is not None
    assert hint.key == "without-unit"


@pytest.mark.parametrize("form", [Decimal(tolerance=0.005), Rational()])
def test_a_point_is_one_before_decimals_where_these_are_asked(form: Form) -> None:
    assert hint_on_value(form, "1.408 nats") == Remark("without-unit", {"number": "1.408"})


@pytest.mark.parametrize(
    "text",
    [
        *("85.8M", "17.11 M", "1.2k", "3 mln.", "5 миллионов", "18,8 mio"),
        *("451.44 KMac", "2.22 MMac", "451.44 k MACs", "1.38 GMACs", "2.2K params", "1.2 GFLOPs"),
        *("2,2 tys. parametrów", "38.4 thousand parameters", "≈2.22 M", "5 млн. умножений"),
    ],
)
def test_a_number_in_thousands_or_millions_is_asked_for_with_all_its_digits(text: str) -> None:
    assert hint_on_value(Integer(), text) == Remark("exact-number", {"found": text})


@pytest.mark.parametrize(
    "value",
    [
        "18 840",
        "18\u00a0840",
        "18\u202f840",
        "18 840 MAC",
        "18,840",
        "18.840",
        "1.234.567",
        "1,234,567.5",
        "-1'250",
        "18_840",
        (18, 840),
        (1, 0, 250),
        18.84,
        -1.125,
    ],
)
def test_thousands_are_to_be_written_without_anything_between_them(value: object) -> None:
    assert hint_on_value(Integer(), value) == Remark("digits-together")


@pytest.mark.parametrize(
    "value",
    [
        7.5,
        0.125,
        8 / 3,
        1234.25,
        "px",
        "7 e",
        "2 pi",
        "3 x",
        "24.47 %",
        "1//2",
        "16 24 24",
        "18 84",
        "018 840",
        "7 px" + " wide" * 20,
        (3, 5),
        (18, 840.0),
        (18, True),
        (1840, 250),
        None,
    ],
)
def test_where_nothing_is_known_of_what_was_meant_nothing_is_said(value: object) -> None:
    assert hint_on_value(Integer(), value) is None


def test_an_imaginary_number_has_no_unit() -> None:
    assert hint_on_value(Integer(), "1j") is None


def test_a_choice_has_no_units_and_no_thousands() -> None:
    assert hint_on_value(YES_NO, "7 px") is hint_on_value(YES_NO, "18 840") is None


@pytest.mark.parametrize(
    ("form", "text", "ambiguous"),
    [
        (Integer(), "18,840", True),
        (Integer(), " -1,250 ", True),
        (Integer(), "18.840", True),
        (Rational(), "-1,250", False),
        (Decimal(tolerance=0.005), "1,386", False),
        (Rational(), "18.375", False),
        (Decimal(tolerance=0.005), "1.386", False),
        (Integer(), "0,125", False),
        (Rational(), "7,25", False),
        (Rational(), "1840,250", False),
    ],
)
def test_three_digits_after_a_sign_may_be_thousands(form: Form, text: str, ambiguous: bool) -> None:
    assert is_ambiguous(form, text) is ambiguous


def test_a_list_was_not_meant_as_one_number() -> None:
    assert is_grouped((18, 840))
    assert not is_grouped([18, 840])
    assert not is_grouped((18,))


@pytest.mark.parametrize("place", ["line 7", ""])
@pytest.mark.parametrize("word", ["yes", "No", "да", "tak", "ne"])
def test_a_word_without_quotes_is_to_be_quoted(word: str, place: str) -> None:
    raised = error("NameError", f"name '{word}' is not defined", place)
    assert hint_on_error(YES_NO, raised, one_number=True) == Remark(
        "word-in-quotes", {"word": word}
    )


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        ("NameError", "name 'rank' is not defined"),
        ("NameError", "yes"),
        ("TypeError", "name 'yes' is not defined"),
        ("SyntaxError", "invalid syntax"),
    ],
)
def test_another_error_in_a_choice_names_no_word(kind: str, message: str) -> None:
    hint = hint_on_error(YES_NO, error(kind, message), one_number=True)
    assert hint is not None
    assert hint.key in ("answer-in-quotes", "error-in-answer")


WHY = ReasonedChoice(("yes", "no"), ("odd", "padded"))
POOLING = Choice(("max", "mean"))
FORMULA = Expression(("n", "k"))
TEXTS = FAMILIES / "every_blank"


def hint_on(form: Form, kind: str, message: str) -> str | None:
    found = hint_on_error(form, error(kind, message), one_number=True, folder=TEXTS)
    return None if found is None else found.key


@pytest.mark.parametrize(
    ("form", "kind", "message", "key"),
    [
        (POOLING, "NameError", "name 'mean' is not defined", "word-in-quotes"),
        (POOLING, "NameError", "name 'pooling' is not defined", "answer-in-quotes"),
        (POOLING, "SyntaxError", "invalid syntax", "answer-in-quotes"),
        (POOLING, "NameError", "name 'median' is not defined", "answer-in-quotes"),
        (POOLING, "ZeroDivisionError", "division by zero", "division-by-zero"),
        (WHY, "NameError", "name 'yes' is not defined", "answer-in-quotes"),
        (WHY, "NameError", "name 'b' is not defined", "answer-in-quotes"),
        (WHY, "SyntaxError", "unmatched ')'", "answer-in-quotes"),
        (WHY, "NameError", "name 'z' is not defined", "answer-in-quotes"),
        (FORMULA, "NameError", "name 'n' is not defined", "expression-in-quotes"),
        (FORMULA, "SyntaxError", "invalid decimal literal", "expression-in-quotes"),
        (FORMULA, "NameError", "name 'q' is not defined", "expression-in-quotes"),
        (FORMULA, "TypeError", "unsupported operand", "error-in-answer"),
    ],
)
def test_what_was_typed_without_quotes_is_to_be_quoted(
    form: Form, kind: str, message: str, key: str | None
) -> None:
    assert hint_on(form, kind, message) == key


@pytest.mark.parametrize("name", ["builtin_function_or_method", "function", "type", "module"])
def test_a_name_that_python_has_is_to_be_quoted(name: str) -> None:
    assert hint_on_value(POOLING, Opaque(name)) == Remark("answer-in-quotes")
    assert hint_on_value(WHY, Opaque(name)) == Remark("answer-in-quotes")
    assert hint_on_value(FORMULA, Opaque(name)) == Remark("expression-in-quotes")
    assert hint_on_value(Integer(), Opaque(name)) is None


def on_source(source: str, form: Form, *, one_number: bool) -> Remark | None:
    """The hint on what this Python says of a line."""
    with pytest.raises(SyntaxError) as caught:
        compile(source, "submission.py", "exec")
    raised = error("SyntaxError", str(caught.value.msg))
    return hint_on_error(form, raised, one_number=one_number)


@pytest.mark.parametrize("typed", ["7 px", "7px", "18 840", "18,040", "18 040", "1.234.567"])
@pytest.mark.filterwarnings("ignore:invalid decimal literal")
def test_a_number_that_is_no_python_is_to_be_typed_alone(typed: str) -> None:
    hint = on_source(f"x = {typed}", Integer(), one_number=True)
    assert hint == Remark("number-alone")


def test_in_a_list_only_a_unit_is_known_for_one() -> None:
    assert on_source("x = (2, 3px)", Shape("H, W"), one_number=False) == Remark("number-alone")
    others = (
        ("x = 16 24 25", Shape("C, H, W"), "sizes-with-commas"),
        ("x = [1, 2", Rational(), "numbers-in-list"),
    )
    for source, form, key in others:
        assert on_source(source, form, one_number=False) == Remark(key)


def test_a_name_without_a_value_in_place_of_a_number_is_told() -> None:
    missing = error("NameError", "name 'nula' is not defined")
    told = hint_on_error(Integer(), missing, one_number=True)
    assert told == Remark("name-without-value", {"name": "nula"})
    known = Remark(missing.key, {**missing.details, HINT: Remark("lost-name")})
    assert hint_on_error(Integer(), known, one_number=True) is None


@pytest.mark.parametrize(
    ("kind", "message", "key"),
    [
        ("ZeroDivisionError", "division by zero", "division-by-zero"),
        ("TypeError", "list indices must be integers or slices, not tuple", "row-after-row"),
        ("TypeError", "unsupported operand type(s) for -: 'list' and 'int'", "list-in-python"),
        ("TypeError", "unsupported operand type(s) for -: 'str' and 'int'", "text-in-python"),
        ("TypeError", "unsupported operand type(s) for |: 'float' and 'float'", "bar-for-comma"),
        ("TypeError", "can't multiply sequence by non-int of type 'float'", "list-in-python"),
        ("TypeError", "'int' object is not callable", "sign-before-bracket"),
        (
            "IndexError",
            "too many indices for array: array is 1-dimensional, but 2 were indexed",
            "index-too-many",
        ),
        ("IndexError", "index 3 is out of bounds for axis 0 with size 3", "index-beyond"),
        ("IndexError", "list index out of range", "error-of-index"),
        ("ValueError", "math domain error", "error-in-answer"),
    ],
)
def test_pythons_words_on_what_was_worked_out_never_stand_alone(
    kind: str, message: str, key: str
) -> None:
    for form in (Integer(), Rational(), Shape("C, H, W")):
        hint = hint_on_error(form, error(kind, message), one_number=True)
        assert hint is not None
        assert hint.key == key


@pytest.mark.parametrize("form", [Integer(), Rational(), Shape("N"), YES_NO, WHY, FORMULA])
@pytest.mark.parametrize("message", ["invalid syntax", "unexpected indent", "no such words"])
def test_a_broken_line_is_never_told_in_pythons_words_alone(form: Form, message: str) -> None:
    for one_number in (True, False):
        raised = error("SyntaxError", message)
        assert hint_on_error(form, raised, one_number=one_number) is not None


def test_what_is_no_error_has_no_hint_of_one() -> None:
    assert hint_on_error(Integer(), Remark("blank"), one_number=True) is None
