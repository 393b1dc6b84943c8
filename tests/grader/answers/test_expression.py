from __future__ import annotations

import pickle
import string
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import Phase, assume, example, find, given, settings
from hypothesis import strategies as st

from grader.answers import arithmetic, expression, tokens
from grader.answers.arithmetic import Number, Refusal, combine
from grader.answers.expression import (
    Irrational,
    UnreadableError,
    Value,
    Word,
    read,
    render,
)
from grader.messages.say import said_in, say
from tests.grader.answers.readings import EXACT, PI, REAL, UNREADABLE, E, outcome, wrong_readings
from tests.grader.answers.test_formula import UNREADABLE_FORMULAS
from tests.grader.work import work_of


def rational(text: str) -> Fraction:
    found = read(text)
    assert isinstance(found, Fraction)
    return found


def irrational(text: str) -> Irrational:
    found = read(text)
    assert isinstance(found, Irrational)
    return found


@pytest.mark.parametrize(("text", "true"), EXACT.items())
def test_what_is_rational_is_read_exactly(text: str, true: Any) -> None:
    assert read(text) == true


@pytest.mark.parametrize("text", ["12", "0.5", "2^3", "sqrt(4)", "exp(0)", "0*pi"])
def test_a_rational_is_always_a_fraction(text: str) -> None:
    assert type(read(text)) is Fraction


@pytest.mark.parametrize(("text", "number"), REAL.items())
def test_what_is_irrational_is_read_by_value(text: str, number: float) -> None:
    assert irrational(text).value() == pytest.approx(number, rel=1e-15)


@pytest.mark.parametrize(("text", "expected"), UNREADABLE.items())
def test_a_text_outside_of_the_grammar_is_refused_with_its_place(
    text: str, expected: tuple[str, str]
) -> None:
    key, sentence = expected
    with pytest.raises(UnreadableError, match=sentence) as caught:
        read(text)
    assert caught.value.message_key == key
    assert str(caught.value) == say("en", f"text.{key}", **caught.value.details)


def test_every_message_is_the_message_of_some_text() -> None:
    keys = {key for key, _ in (*UNREADABLE.values(), *UNREADABLE_FORMULAS.values())}
    assert keys == set(said_in("text"))


def test_a_cross_multiplies_where_a_number_is_asked() -> None:
    assert read("16×24", cross="product") == 384
    assert read("16×24") == (16, 24)
    assert read("16x24", cross="product") == (16, 24)


@pytest.mark.parametrize(
    "text",
    [
        "1" + "0" * 40,
        "1e40",
        "1e-64",
        "2^64",
        "0." + "3" * 100,
        "(" * 50 + "1" + ")" * 50,
        "-" * 50 + "1",
        "1" + " " * 1999,
        "e" + "+e" * 99,
        "1" + "-1" * 999,
        "1^64",
        "exp(92)",
    ],
)
def test_a_value_at_a_limit_is_still_read(text: str) -> None:
    assert isinstance(read(text), Fraction | Irrational)


def test_a_rational_that_would_be_too_long_is_read_by_value() -> None:
    assert irrational("0.1^64 * 0.1^64").value() == pytest.approx(1e-128)
    assert irrational("1.000001^50").value() == pytest.approx(1.000001**50)


def test_two_irrational_numbers_are_equal_if_they_are_written_alike() -> None:
    assert read("e / (1+E)") == read("e/(1 + e)")
    assert read("e/e") != read("pi/pi")
    assert {read("2*π"), read("2·pi")} == {Irrational("*", (Fraction(2), PI))}


@pytest.mark.parametrize(
    ("text", "rendered"),
    [
        ("e/(1+e)", "e/(1 + e)"),
        ("-(e+1)^2", "-(e + 1)^2"),
        ("(-e)**-2", "(-e)^-2"),
        ("2^(e^pi)", "2^e^pi"),
        ("(2^e)^pi", "(2^e)^pi"),
        ("e^(1/2)", "e^(1/2)"),
        ("1/2·e - -pi", "1/2*e - -pi"),
        ("e-(1-pi)", "e - (1 - pi)"),
        ("e/(pi*2)", "e/(pi*2)"),
        ("√(2)*(-pi)", "sqrt(2)*(-pi)"),
        ("-log(e/3)", "-ln(e/3)"),
        ("[ [1/2,3e-1] , (yes,)]", "((1/2, 3/10), (yes,))"),
        ("()", "()"),
    ],
)
def test_a_value_is_rendered_as_a_person_would_write_it(text: str, rendered: str) -> None:
    assert render(read(text)) == rendered
    assert read(rendered) == read(text)


def test_an_irrational_number_gives_its_own_text() -> None:
    assert irrational("E÷(1+E)").text == "e/(1 + e)"


def test_an_operator_with_the_wrong_number_of_operands_has_no_value_and_no_text() -> None:
    odd = Irrational("exp", (E, PI, Fraction(2)))
    with pytest.raises(ValueError, match="'exp' does not take 3 operands"):
        odd.value()
    with pytest.raises(ValueError, match="'exp' does not take 3 operands"):
        _ = odd.text


def test_an_error_and_a_value_survive_the_way_between_processes() -> None:
    with pytest.raises(UnreadableError) as caught:
        read("1+*")
    copy = pickle.loads(pickle.dumps(caught.value))  # noqa: S301  # our own bytes
    assert (copy.message_key, copy.details, str(copy)) == (
        caught.value.message_key,
        caught.value.details,
        str(caught.value),
    )
    assert pickle.loads(pickle.dumps(irrational("e/(1+e)"))) == read("e/(1+e)")  # noqa: S301


@st.composite
def numbers(draw: st.DrawFn, depth: int = 3) -> Number:
    """A number as ``read`` makes it; where an operator is refused, its first operand."""
    name: Any = draw(st.sampled_from(OPERATORS)) if depth else "leaf"
    if name == "leaf":
        return draw(st.fractions(-30, 30, max_denominator=20) | st.sampled_from((E, PI)))
    count = 1 if name in {"exp", "ln", "sqrt", "negative"} else 2
    operands = [draw(numbers(depth - 1)) for _ in range(count)]
    made = combine("-" if name == "negative" else name, operands)
    return made if not isinstance(made, Refusal) and is_short(made) else operands[0]


OPERATORS = ("leaf", "leaf", "exp", "ln", "sqrt", "negative", "+", "-", "*", "/", "^")


def is_short(number: Number) -> bool:
    """Whether the rationals in it are of a size that may be typed."""
    if isinstance(number, Fraction):
        return max(abs(number.numerator), number.denominator) <= arithmetic.LARGEST
    return all(is_short(operand) for operand in number.operands)


def values() -> st.SearchStrategy[Value]:
    letters = st.text(string.ascii_letters + "čšžćđłąęйнаеты", min_size=1, max_size=9)
    known = {"e", "pi", "exp", "ln", "log", "sqrt"}
    word = letters.filter(lambda text: text.lower() not in known).map(Word)
    hyphened = st.builds(lambda a, b: Word(f"{a.text}-{b}"), word, letters)
    leaf: st.SearchStrategy[Value] = numbers() | word | hyphened
    return st.recursive(leaf, lambda inner: st.lists(inner, max_size=4).map(tuple), max_leaves=9)


@given(values())
def test_what_is_rendered_is_read_back_as_the_same_value(value: Value) -> None:
    text = render(value)
    assume(len(text) <= expression.MOST_CHARACTERS)
    assert read(text) == value


def sums() -> st.SearchStrategy[tuple[str, Fraction]]:
    """Texts of rational sums with brackets everywhere, and their values worked out apart."""
    leaf = st.integers(0, 40).map(lambda n: (str(n), Fraction(n)))
    signs: dict[str, Callable[[Fraction, Fraction], Fraction]] = {
        "+": lambda x, y: x + y,
        "-": lambda x, y: x - y,
        "−": lambda x, y: x - y,
        "*": lambda x, y: x * y,
        "·": lambda x, y: x * y,
    }

    def joined(
        inner: st.SearchStrategy[tuple[str, Fraction]],
    ) -> st.SearchStrategy[tuple[str, Fraction]]:
        return st.builds(
            lambda x, sign, y: (f"({x[0]}{sign}{y[0]})", signs[sign](x[1], y[1])),
            inner,
            st.sampled_from(sorted(signs)),
            inner,
        )

    return st.recursive(leaf, joined, max_leaves=12)


@given(sums())
def test_arithmetic_on_rationals_is_exact(case: tuple[str, Fraction]) -> None:
    text, value = case
    assert rational(text) == value


@given(st.decimals(-1000, 1000, allow_nan=False, places=7))
def test_a_decimal_is_read_as_the_rational_that_it_is(decimal: Any) -> None:
    assert rational(str(decimal)) == Fraction(decimal)


@given(st.floats(-1e12, 1e12).filter(lambda x: x == 0 or abs(x) > 1e-50))
def test_a_float_that_python_prints_is_read_back_as_the_same_float(number: float) -> None:
    assert float(rational(repr(number))) == number


GRAMMAR = st.text(
    "0123456789..,,()[]+-*/^×÷−·√ eExхπpilnsqrtg\n", max_size=expression.MOST_CHARACTERS
)
PIECES = st.lists(
    st.sampled_from(
        ["9", "0.5", "**", "^", "-", "(", ")", "[", "]", ",", "e", "exp(", "√", "/", "16x2", "yes"]
    ),
    max_size=400,
).map("".join)


@given(st.text(max_size=200) | GRAMMAR | PIECES)
@settings(max_examples=500)
@example(" " * 1000 + "1" * 999)
@example("1" * 1000 + " " * 999 + "x")
@example("1x" * 999)
@example("1×" * 999 + "1")
@example("[" * 2000)
@example("e^" * 999)
@example("ln(" * 600)
@example("9**" * 666)
@example("9**64*" * 333 + "1")
@example("(1/3)^64/" * 220 + "7")
@example("exp(-exp(exp(4)))" * 1)
@example("1/exp(-92)^-64")
@example("a-" * 999 + "a")
@example("e/" * 99 + "pi")
def test_garbage_is_read_or_refused_with_no_more_work_than_its_length_allows(text: str) -> None:
    def tried() -> None:
        try:
            found = read(text)
        except UnreadableError as error:
            assert str(error)
        else:
            render(found)
            hash(found)

    assert work_of(tried).calls <= 200 * (len(text) + 10)


def test_no_number_on_the_way_is_ever_large(monkeypatch: pytest.MonkeyPatch) -> None:
    largest = 0
    exact = arithmetic._exact

    def watched(operator: Any, operands: Any) -> Any:
        nonlocal largest
        value = exact(operator, operands)
        if isinstance(value, Fraction):
            largest = max(largest, abs(value.numerator), value.denominator)
        return value

    monkeypatch.setattr(arithmetic, "_exact", watched)
    for text in (
        "9**9**9**9",
        "9^64^64",
        "(10^40)^64",
        "10^40*10^40",
        "(7/10^40)^-64",
        "0.1^64/7^64",
    ):
        outcome(text)
    assert largest.bit_length() <= 1_000


MUTANTS: dict[str, Callable[[pytest.MonkeyPatch], None]] = {
    "the Unicode minus adds": lambda patch: patch.setitem(tokens._SIGNS, "−", "+"),
    "÷ multiplies": lambda patch: patch.setitem(tokens._SIGNS, "÷", "*"),
    "log is exp": lambda patch: patch.setitem(expression._OPERATORS, "log", "exp"),
    "x has no Cyrillic twin": lambda patch: patch.setattr(
        expression, "_token_pattern", lambda marks, make=expression._token_pattern: make("xX")
    ),
    "no cross is a shape": lambda patch: patch.setattr(
        expression, "_is_crossed", lambda text: False
    ),
    "every cross is a shape": lambda patch: patch.setattr(
        expression, "_is_crossed", lambda text: True
    ),
    "powers from the left": lambda patch: patch.setattr(
        expression._Reader, "_power", _power_from_the_left
    ),
    "signs bind before powers": lambda patch: patch.setattr(
        expression._Reader, "_signed", _sign_before_power
    ),
    "brackets are never one-tuples": lambda patch: patch.setattr(
        expression._Reader, "_bracket", _never_a_list_of_one
    ),
    "levels are not counted": lambda patch: patch.setattr(
        expression._Reader, "_deeper", lambda self, token: None
    ),
    "sizes are not limited": lambda patch: patch.setattr(arithmetic, "_is_small", lambda n: True),
    "exponents reach 65": lambda patch: patch.setattr(arithmetic, "MOST_EXPONENT", 65),
    "trees are a step deeper": lambda patch: patch.setattr(arithmetic, "MOST_OPERATIONS", 101),
}
BREAKING: dict[str, tuple[Callable[[pytest.MonkeyPatch], None], type[Exception], str]] = {
    "nothing is refused for what it is": (
        lambda patch: patch.setattr(arithmetic, "_refusal", lambda operator, numbers: None),
        ZeroDivisionError,
        r"Fraction\(1, 0\)",
    ),
    "nothing is exact": (
        lambda patch: patch.setattr(arithmetic, "_exact", lambda operator, numbers: None),
        ValueError,
        r"'\+' does not take 1 operands",
    ),
}
"""Mistakes with which the reader breaks on the tables, and how."""


def _power_from_the_left(self: Any) -> Any:
    left = self._atom()
    while operator := self._take("^"):
        left = expression._applied(operator, left, self._atom())
    return left


def _sign_before_power(self: Any) -> Any:
    sign = self._take("+", "-")
    if sign is None:
        return self._power()
    base = expression._applied(sign, self._atom())
    operator = self._take("^")
    return expression._applied(operator, base, self._signed()) if operator else base


def _never_a_list_of_one(self: Any, opening: Any) -> Any:
    items, _ = self._items(opening)
    self._next += 1
    return items[0] if len(items) == 1 else items


def test_the_tables_hold() -> None:
    assert wrong_readings() == []


@pytest.mark.parametrize("mutant", MUTANTS)
def test_a_planted_mistake_in_the_reader_is_caught_by_the_tables(
    mutant: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    MUTANTS[mutant](monkeypatch)
    assert wrong_readings()


@pytest.mark.parametrize("mutant", BREAKING)
def test_a_planted_mistake_that_breaks_the_reader_breaks_it_as_it_should(
    mutant: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant, error, match = BREAKING[mutant]
    plant(monkeypatch)
    with pytest.raises(error, match=match):
        wrong_readings()


def test_a_planted_mistake_in_the_text_of_a_number_is_caught_by_reading_it_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(
        arithmetic, "_bracketed", lambda number, at_least: arithmetic.text_of(number)
    )
    assert find(
        numbers(),
        lambda number: outcome(render(number)) != number,
        settings=settings(phases=[Phase.generate], database=None),
    )


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("np.exp(3)/(np.exp(3) + np.exp(4))", "exp(3)/(exp(3) + exp(4))"),
        ("math.log(math.e/2)", "ln(e/2)"),
        ("numpy.sqrt(2)*np.pi", "sqrt(2)*pi"),
        ("-torch.log(0.5)", "-ln(0.5)"),
    ],
)
def test_functions_may_have_their_modules_before_them(text: str, plain: str) -> None:
    found, expected = read(text), read(plain)
    assert isinstance(found, Irrational)
    assert isinstance(expected, Irrational)
    assert found.value() == expected.value()


@pytest.mark.parametrize("text", ["np.dot(2)", "os.exp(3)", "np. exp(3)", "math.", "np.exp.exp(3)"])
def test_no_other_module_and_no_other_function_is_read(text: str) -> None:
    with pytest.raises(UnreadableError):
        read(text)
