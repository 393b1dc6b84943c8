"""An option is named by its own word, in any case; yes and no in the languages of the sheets."""

from __future__ import annotations

import pytest

from grader.answers.option import option_named, words_of_phrases
from tests.families.planted import FAMILIES

YES_NO = ("yes", "no")


@pytest.mark.parametrize("word", ["yes", "Da", "TAK", "да", "True", "y"])
def test_yes_is_said_in_four_languages(word: str) -> None:
    assert option_named(word, YES_NO) == "yes"


@pytest.mark.parametrize("word", ["no", "Ne", "NIE", "нет", "False", "n"])
def test_no_is_said_in_four_languages(word: str) -> None:
    assert option_named(word, YES_NO) == "no"


@pytest.mark.parametrize(
    "word",
    ["max", "MAX", "'max'", "Max-pooling", " max pooling. ", "sazimanje maksimalnom vrijednoscu"],
)
def test_an_option_of_a_family_is_named_by_its_key_and_its_words(word: str) -> None:
    assert option_named(word, ("max", "mean"), FAMILIES / "every_blank") == "max"
    assert option_named("пулинг по среднему", ("max", "mean"), FAMILIES / "every_blank") == "mean"


def test_without_the_family_only_the_keys_are_known() -> None:
    assert option_named("max", ("max", "mean")) == "max"
    assert option_named("max-pooling", ("max", "mean")) is None


def test_the_words_of_phrases_are_known_for_hints() -> None:
    words = words_of_phrases(("max", "mean"), FAMILIES / "every_blank")
    assert {"pooling", "average", "sazimanje"} <= words
    assert "mean" not in words
    assert words_of_phrases(YES_NO) == frozenset()


def test_other_options_are_named_by_their_own_words_alone() -> None:
    assert option_named("Mirror", ("zero", "mirror")) == "mirror"
    assert option_named("true", ("True", "False")) == "True"
    assert option_named("yes", ("zero", "mirror")) is None
    assert option_named("maybe", YES_NO) is None
