"""A formula is read in the variables of its blank, by a small grammar, and no code is evaluated."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.answers import formula as reader
from grader.answers.formula import MOST_CHARACTERS, read_formula
from grader.answers.unreadable import UnreadableError
from grader.messages.say import say
from problems.forms.points import are_equal, points
from problems.formula import Formula, variable
from problems.sentences import LANGUAGES
from tests.problems.test_formula import RECIPES, formula_of

NAMES = ("m", "n", "k", "s", "c_in")
m, n, k, s, c_in = map(variable, NAMES)

READ: dict[str, Formula] = {
    "m*n - k + 1": m * n - k + 1,
    " m * n-k+1 ": m * n - k + 1,
    "m·n − k": m * n - k,
    "m×n⋅k": m * n * k,
    "n÷k": n / k,
    "(n - k)//s + 1": (n - k) // s + 1,
    "⌊(n - k)/s⌋ + 1": (n - k) // s + 1,
    "floor((n-k)/s) + 1": (n - k) // s + 1,
    "Floor (n/s)": n // s,
    "floor(n*k)": n * k,
    "⌈(n - k)/s⌉": -((k - n) // s),
    "ceil(n/s)": -(-n // s),
    "ceiling(n/s)": -(-n // s),
    "m²": m**2,
    "m² + n³": m**2 + n**3,
    "m⁻²": m**-2,
    "m¹⁰": m**10,
    "m^2": m**2,
    "m**2": m**2,
    "m^-1": 1 / m,
    "-m^2": -(m**2),
    "(-m)^2": m**2,
    "m^2^3": m**8,
    "2*m^(1+1)": 2 * m**2,
    "--m": m,
    "+m": m,
    "m - n - k": m - (n + k),
    "m/n/k": m / (n * k),
    "m/n*k": m * k / n,
    "m//n//k": m // (n * k),
    "m*n//k": (m * n) // k,
    "0.5*m": m / 2,
    ".5*m": m / 2,
    "3": m * 0 + 3,
    "c_in*m": c_in * m,
    "с_in*m": c_in * m,
    "к + 1": k + 1,
}
"""Texts, and formulas that mean the same; the last two are typed on a Cyrillic keyboard."""

UNREADABLE_FORMULAS: dict[str, tuple[str, str]] = {
    "": ("empty", "the text is empty"),
    "  ": ("empty", "the text is empty"),
    "q + 1": ("unknown-variable", r"no variable q \(character 1\); there are m, n, k, s, c_in"),
    "m + N": ("unknown-variable", r"no variable N \(character 5\)"),
    "e": ("unknown-variable", "no variable e"),
    "mn": ("variables-side-by-side", r"no variable mn .* a product is written with \*: m\*n$"),
    "2*kns": ("variables-side-by-side", r"\(character 3\), only m, n, .*: k\*n\*s$"),
    "2m": ("operator-needed", r"an operator was needed, but got 'm' at character 2; a product"),
    "m n": ("operator-needed", "got 'n' at character 3"),
    "m(n+1)": ("operator-needed", r"got '\(' at character 2"),
    "(m+1)(n+1)": ("operator-needed", r"got '\(' at character 6"),
    "(m 2)": ("operator-needed", "got '2' at character 4"),
    "m²³^2": ("operator-needed", r"got '\^' at character 4"),
    "2⌊n/k⌋": ("operator-needed", "got '⌊' at character 2"),
    "1e3": ("operator-needed", "got 'e3' at character 2"),
    "m,n": ("unknown-character", "got ',' at character 2"),
    "m=n": ("unknown-character", "got '=' at character 2"),
    "m%n": ("unknown-character", "got '%' at character 2"),
    "½*m": ("unknown-character", "got '½' at character 1"),
    "m½": ("unknown-character", "got '½' at character 1"),
    "__import__('os')": ("unknown-character", "got '_' at character 1"),
    "m +": ("value-needed-at-end", r"after '\+' at character 3"),
    "m + * n": ("value-needed", r"got '\*' at character 5"),
    "²": ("value-needed", "got '²' at character 1"),
    "()": ("value-needed", r"got '\)' at character 2"),
    "(m": ("not-closed", r"'\(' at character 1"),
    "⌊n/k": ("not-closed", "'⌊' at character 1"),
    "m)": ("not-opened", r"'\)' at character 2"),
    "⌊n/k⌉": ("wrong-bracket", "'⌋' was needed to close the bracket, but got '⌉'"),
    "(n⌋": ("wrong-bracket", r"'\)' was needed"),
    "floor n": ("brackets-needed", r"'floor' at character 1 needs its argument"),
    "sqrt(m)": ("unknown-function-of-formula", "floor.. and ceil.. are known, but got 'sqrt'"),
    "m^n": ("exponent-not-whole", r"'\^' at character 2 needs a whole number as its exponent"),
    "2^(n-n)": ("exponent-not-whole", r"'\^' at character 2"),
    "m^0.5": ("exponent-not-whole", r"'\^' at character 2"),
    "m^(1/2)": ("exponent-not-whole", r"'\^' at character 2"),
    "m**9**9": ("exponent-too-large", r"from -64 to 64 are read, but '\*\*' at character 2"),
    "m^65": ("exponent-too-large", r"'\^' at character 2"),
    "m⁻⁶⁵": ("exponent-too-large", "'⁻⁶⁵' at character 2"),
    "9**9**9**9": ("exponent-too-large", r"'\*\*' at character 5"),
    "(m^64)^2": ("too-large", r"numbers up to 10\^300 in size are read, but '\^' at character 7"),
    "(m^-64)^2": ("too-large", r"'\^' at character 8"),
    "*".join(["m^60"] * 3): ("too-large", r"'\*' at character 5"),
    "1" + "0" * 41: ("too-large", "'10+…' at character 1"),
    "0." + "3" * 101: ("too-fine", "at character 1 has more"),
    "m/0": ("division-by-zero", "'/' at character 2"),
    "m//(1-1)": ("division-by-zero", "'//' at character 2"),
    "0^-1*m": ("division-by-zero", r"'\^' at character 2"),
    "m" + " " * MOST_CHARACTERS: ("too-long", "at most 300 characters are read, but got 301"),
    "(" * 51 + "m" + ")" * 51: ("too-deep", "at most 50 levels .* at character 51"),
    "-" * 51 + "m": ("too-deep", "at character 51"),
}


@pytest.mark.parametrize("text", READ)
def test_a_formula_is_read_however_it_is_written(text: str) -> None:
    assert are_equal(read_formula(text, NAMES), READ[text], points(NAMES))


@pytest.mark.parametrize("text", UNREADABLE_FORMULAS)
def test_what_is_no_formula_is_refused_with_the_place(text: str) -> None:
    key, message = UNREADABLE_FORMULAS[text]
    with pytest.raises(UnreadableError, match=message) as caught:
        read_formula(text, NAMES)
    assert caught.value.message_key == key


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_variables_that_there_are_are_named_in_every_language(language: Any) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_formula("2*q", ("m", "n", "k"))
    told = say(language, f"text.{caught.value.message_key}", **caught.value.details)
    assert " q " in told
    assert "m, n, k" in told


@pytest.mark.parametrize("text", ["m**9**9", "9**9**9**9*m", "(m^64)^64", "(((m^9)^9)^9)^9"])
def test_what_would_be_huge_is_refused_at_once(text: str) -> None:
    start = time.process_time()
    with pytest.raises(UnreadableError):
        read_formula(text, NAMES)
    assert time.process_time() - start < 0.1


def test_the_longest_formulas_are_compared_quickly() -> None:
    quotients = "+".join(f"1/(m+{i})" for i in range(33))
    for text in (quotients, "+".join(["m"] * 150), "*".join(["(m+n)"] * 40), "m-" * 149 + "m"):
        found = read_formula(text, NAMES)
        start = time.process_time()
        assert are_equal(found, found + 0 * m, points(NAMES))
        assert time.process_time() - start < 0.5


def test_values_stay_as_small_as_the_reader_counts_on() -> None:
    for text in ("m^64*n^40", "m*n*k*s^3 - n^9", "1/(m+1)^9 + 1/(n+1)^9", "(m+n)^30//k^9"):
        for at in points(NAMES):
            value = read_formula(text, NAMES).value(at)
            assert max(value.numerator.bit_length(), value.denominator.bit_length()) <= 1_000


@given(RECIPES)
def test_the_text_of_a_formula_is_read_back_as_that_formula(recipe: Any) -> None:
    made = formula_of(recipe)
    if made is None or len(str(made)) > MOST_CHARACTERS:
        return
    try:
        found = read_formula(str(made), ("n", "k", "s"))
    except UnreadableError as error:  # nothing but a limit forbids it
        assert error.message_key in ("too-large", "division-by-zero"), str(made)
        return
    at = points(("n", "k", "s"))
    if are_equal(made, made, at):
        assert are_equal(found, made, at), str(made)


@given(st.text(st.sampled_from("mnk01.²⌊⌋⌈⌉()+-*/^·×−_ floorceil,=\n½'\"[]"), max_size=60))
def test_no_text_does_more_than_be_read_or_refused(text: str) -> None:
    try:
        read_formula(text, NAMES)
    except UnreadableError as error:
        assert str(error)


# -- each table is seen to fail ------------------------------------------------------------------


def wrongly_read() -> list[str]:
    """The texts of the tables that are not read as the tables say."""
    at = points(NAMES)
    wrong = []
    for text, true in READ.items():
        found = outcome(text)
        if not isinstance(found, Formula) or not are_equal(found, true, at):
            wrong.append(text)
    return wrong + [text for text, (key, _) in UNREADABLE_FORMULAS.items() if outcome(text) != key]


def outcome(text: str) -> Formula | str:
    try:
        return read_formula(text, NAMES)
    except UnreadableError as error:
        return error.message_key
    except ValueError as error:  # which only a mutant raises
        return str(error)


MUTANTS: dict[str, Any] = {
    "a floor is a ceiling": lambda patch: patch.setitem(reader._ROUNDING, "⌊", "ceil"),
    "a ceiling is a floor": lambda patch: patch.setitem(reader._FUNCTIONS, "ceil", "floor"),
    "// divides exactly": lambda patch: patch.setitem(reader._SIGNS, "//", "/"),
    "/ rounds down": lambda patch: patch.setitem(reader._SIGNS, "/", "//"),
    "raised digits are plain": lambda patch: patch.setattr(
        reader, "_FROM_RAISED", str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
    ),
    "sizes are not looked at": lambda patch: patch.setattr(reader, "_size", lambda *_: (1, 1)),
    "levels are not counted": lambda patch: patch.setattr(
        reader._Reader, "_deeper", lambda self, token: None
    ),
    "any exponent does": lambda patch: patch.setattr(
        reader, "_check_exponent", lambda token, exponent: None
    ),
    "Cyrillic letters are others": lambda patch: patch.setattr(reader, "_LIKE_LATIN", {}),
}


@pytest.mark.parametrize("mutant", MUTANTS)
def test_a_planted_mistake_in_the_reader_is_caught_by_the_tables(
    mutant: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert wrongly_read() == []
    MUTANTS[mutant](monkeypatch)
    assert wrongly_read()
