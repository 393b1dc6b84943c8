"""An option is named by its own word, in any case; yes and no in the languages of the sheets."""

from __future__ import annotations

import pytest

from grader.answers.option import option_named

YES_NO = ("yes", "no")


@pytest.mark.parametrize("word", ["yes", "Da", "TAK", "да", "True", "y"])
def test_yes_is_said_in_four_languages(word: str) -> None:
    assert option_named(word, YES_NO) == "yes"


@pytest.mark.parametrize("word", ["no", "Ne", "NIE", "нет", "False", "n"])
def test_no_is_said_in_four_languages(word: str) -> None:
    assert option_named(word, YES_NO) == "no"


def test_other_options_are_named_by_their_own_words_alone() -> None:
    assert option_named("Mirror", ("zero", "mirror")) == "mirror"
    assert option_named("true", ("True", "False")) == "True"
    assert option_named("yes", ("zero", "mirror")) is None
    assert option_named("maybe", YES_NO) is None
