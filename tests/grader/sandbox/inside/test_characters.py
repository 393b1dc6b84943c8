"""Characters that a keyboard does not have are read as what they stand for, texts as they are."""

from __future__ import annotations

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.sandbox.inside.characters import in_pythons
from grader.sandbox.inside.reading import read_cell

STRANGE = "−–×⋅·÷⁄≤≥≠…（）［］，＝＋\u00a0\u2003\u3000\u200b\ufeff\u00ad²³⁻¹₀₁½“”‘’«»３٣∞π"


def told(source: str) -> str:
    return in_pythons(source, 1)[0]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("a = −1", "a = -1"),
        ("a = 3 – 1", "a = 3 - 1"),
        ("a = 2 × 3", "a = 2 * 3"),
        ("a = 2·3 ⋅ b · (c)·d", "a = 2*3 * b * (c)*d"),
        ("a = 6 ÷ 3", "a = 6 / 3"),
        ("a = x² + (y)³ + z⁻¹² + r[0]²", "a = x**2 + (y)**3 + z**-12 + r[0]**2"),
        ("w₁ = q₁₀", "w1 = q10"),
        ("a = ½", "a = (1/2)"),
        ("a = …", "a = ..."),
        ("if a ≤ b ≠ c ≥ d: pass", "if a <= b != c >= d: pass"),
        ("f（a，b）＝［３］", "f(a,b)=[3]"),
        ("a = “1/2”", 'a = "1/2"'),
        ("a = «yes»", 'a = "yes"'),
        ("a = „da“", 'a = "da"'),
        ("a = ‘b’", "a = 'b'"),
        ('a = “b"', 'a = "b"'),
        ("a = [“yes, a”, “no, b”]", 'a = ["yes, a", "no, b"]'),
        ("\u00a0\u00a0a\u2003=\u30001", "  a = 1"),
        ("a\u200b = \ufeff1\u00ad0", "a = 10"),
    ],
)
def test_a_character_is_read_as_what_it_stands_for(typed: str, read: str) -> None:
    assert told(typed) == read


@pytest.mark.parametrize(
    "source",
    [
        'a = "−1 × ½ “so” \u00a0\u200b"',
        "a = '''−1\n×'''",
        'a = r"\\\\" + "…"',
        "# −1 × 2\na = 1",
        "a = 'it\\'s −1'",
        "col·lecció = 1",
        "größe = π + x",
        "a = ²",
        "a = “open",
        "a = 3½",
    ],
)
def test_texts_comments_names_and_what_may_mean_two_things_stay(source: str) -> None:
    assert in_pythons(source, 1) == (source, [])


def test_what_was_replaced_is_told_once_with_its_line_and_character() -> None:
    _, replaced = in_pythons("a = 1\n  b = −2 − 3\n# −\nc = '\u00a0'\u00a0+ 1\n", 40)
    assert replaced == [(41, 7, "−", "-"), (43, 8, "\u00a0", " ")]


def test_a_source_that_is_valid_is_left_alone() -> None:
    statements, _, replaced = read_cell("a = 'x²'\nñ = 2\n", 1, "<submission 0>", 0)
    assert replaced == []
    assert [one.error for one in statements] == [None, None]


def test_what_is_around_a_line_that_stays_broken_is_read_all_the_same() -> None:
    statements, _, _ = read_cell("a = −1\nb = ∞ +\nc = 2²\n", 1, "<submission 0>", 0)
    assert [one.error is None for one in statements] == [True, False, True]


@given(st.text(st.sampled_from(f"{STRANGE}a1+= (')\"#\n"), max_size=40))
def test_no_line_is_won_or_lost(source: str) -> None:
    read, replaced = in_pythons(source, 1)
    assert read.count("\n") == source.count("\n")
    lines = source.split("\n")
    for line, position, found, _ in replaced:
        assert lines[line - 1].startswith(found, position - 1)
    assert (read == source) == (not replaced)


@given(st.text(st.sampled_from("a1+-*= ()[]'\"#\n\\,:"), max_size=40))
def test_a_source_of_ascii_stays(source: str) -> None:
    assert in_pythons(source, 1) == (source, [])


@given(
    st.lists(st.sampled_from(["-", "*", "/", "+"]), min_size=1, max_size=6),
    st.lists(st.integers(1, 99), min_size=7, max_size=7),
    st.text(st.sampled_from(STRANGE), max_size=8),
)
def test_a_sum_in_the_signs_of_a_sheet_has_the_same_tree(
    signs: list[str], numbers: list[int], text: str
) -> None:
    words = [str(numbers[0])]
    for sign, number in zip(signs, numbers[1:], strict=False):
        words += [sign, str(number)]
    plain = f"a = {' '.join(words)}\nb = {text!r}"
    printed = f"a =\u00a0{' '.join(words).translate(str.maketrans('-*/', '−×÷'))}\nb = {text!r}"
    assert ast.dump(ast.parse(told(printed))) == ast.dump(ast.parse(plain))
