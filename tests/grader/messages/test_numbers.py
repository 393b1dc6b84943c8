"""Numbers, plurals and dates are those of CLDR, whether Babel is loaded for them or not."""

from __future__ import annotations

import re
from datetime import datetime
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest
from babel.core import Locale

from grader.messages.numbers import moment_in_words, number_in_words, plural_form
from grader.messages.say import say
from problems.languages import LANGUAGES, locale_of


@pytest.mark.parametrize("language", LANGUAGES)
def test_plurals_of_whole_numbers_are_babels(language: str) -> None:
    rule = Locale.parse(locale_of(language)).plural_form
    assert [plural_form(n, language) for n in range(1200)] == [rule(n) for n in range(1200)]


@pytest.mark.parametrize(
    ("language", "points", "expected"),
    [
        ("en", 1, "1 point"),
        ("en", 2, "2 points"),
        ("en", Fraction(3, 2), "1.5 points"),
        ("hr", 1, "1 bod"),
        ("hr", 3, "3 boda"),
        ("hr", 11, "11 bodova"),
        ("hr", 21, "21 bod"),
        ("pl", 1, "1 punkt"),
        ("pl", 22, "22 punkty"),
        ("pl", 12, "12 punktów"),
        ("pl", Fraction(5, 2), "2,5 punktu"),
        ("ru", 1, "1 балл"),
        ("ru", 4, "4 балла"),
        ("ru", 19, "19 баллов"),
        ("ru", Fraction(1, 3), "0,33 балла"),
    ],
)
def test_points_are_counted_as_one_counts_in_each_language(
    language: str, points: Fraction | int, expected: str
) -> None:
    told = say(language, "sheet.points", points=number_in_words(points, language), count=points)
    assert told.replace("\u00a0", " ") == expected


def test_a_number_has_two_places_at_most_and_no_zeros_at_its_end() -> None:
    assert number_in_words(Fraction(25, 2), "hr") == "12,5"
    assert number_in_words(Fraction(2, 3), "en") == "0.67"
    assert number_in_words(Fraction(99999, 1000), "en") == "100"
    assert number_in_words(Fraction(4, 2), "ru") == "2"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "5 December 2026, 23:59 (Europe/Zagreb)"),
        ("hr", "5. prosinca 2026., 23:59 (Europe/Zagreb)"),
        ("pl", "5 grudnia 2026, 23:59 (Europe/Zagreb)"),
        ("ru", "5 декабря 2026 г., 23:59 (Europe/Zagreb)"),
    ],
)
def test_a_moment_is_told_by_the_clocks_of_its_zone(language: str, expected: str) -> None:
    moment = datetime(2026, 12, 5, 23, 59, tzinfo=ZoneInfo("Europe/Zagreb"))
    assert re.sub("[\u00a0\u202f]", " ", moment_in_words(moment, language)) == expected
