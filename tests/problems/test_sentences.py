"""What is said of rules, blanks and checks: found in TOML, in every language or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from problems import catalogue, sentences
from problems.catalogue import folder
from problems.sentences import (
    LANGUAGES,
    MissingTextError,
    axes_text,
    blank_text,
    check_name,
    option_text,
    rule_formula,
    rule_text,
    sentence,
    slip_text,
    table_text,
    told_twice,
    unit_text,
)

ANYWHERE = folder("cnn-table")

OWN = """
[own-rule]
title.en = "a rule of this family"
explain.en = "It doubles."
formula = '2 \\cdot {{ x }}'

[slips]
own-slip.en = "the doubling is left out"
"""

TEXTS = """
intro.en = "first words"

[layers]
conv.en = "a convolution"

[blanks]
map.en = "a map"

[tables]
size.en = "size of the output"

[units]
cells.en = "cells"
px.en = "dots"

[axes]
T.en = "time"
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The folder of a family that brings sentences of its own."""
    (tmp_path / "rules.toml").write_text(OWN, encoding="utf-8")
    (tmp_path / "texts.toml").write_text(TEXTS, encoding="utf-8")
    return tmp_path


@pytest.fixture
def with_lender(own: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a family beside another one, ``lender``, that brings a rule."""
    every = catalogue.Folders((*catalogue.folders().paths, own))
    monkeypatch.setattr(sentences, "folders", lambda: every)
    return own


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rule_and_a_slip_have_their_sentences(language: sentences.Language) -> None:
    assert rule_text(ANYWHERE, "conv-shape", "title", language)
    assert r"\lfloor" in rule_text(ANYWHERE, "conv-shape", "explain", language)
    assert slip_text(ANYWHERE, "bias-forgotten", language)


@pytest.mark.parametrize(("rule", "part"), [("no-rule", "title"), ("conv-shape", "no-part")])
def test_a_missing_text_of_a_rule_is_an_error_that_names_it(rule: str, part: str) -> None:
    with pytest.raises(MissingTextError, match=f"the rule '{rule}' has no '{part}' in 'hr'"):
        rule_text(ANYWHERE, rule, part, "hr")


def test_a_missing_text_of_a_slip_is_an_error_that_names_it() -> None:
    with pytest.raises(MissingTextError, match="the slip 'no-slip' has no text in 'ru'"):
        slip_text(ANYWHERE, "no-slip", "ru")


def test_a_language_that_lacks_a_sentence_is_not_served_with_another(own: Path) -> None:
    assert rule_text(own, "own-rule", "title", "en") == "a rule of this family"
    with pytest.raises(MissingTextError, match="the rule 'own-rule' has no 'title' in 'pl'"):
        rule_text(own, "own-rule", "title", "pl")
    with pytest.raises(MissingTextError, match="the slip 'own-slip' has no text in 'pl'"):
        slip_text(own, "own-slip", "pl")


def test_a_family_has_its_own_rules_beside_those_of_the_field(own: Path) -> None:
    assert slip_text(own, "own-slip", "en") == "the doubling is left out"
    assert rule_formula(own, "own-rule") == r"2 \cdot {{ x }}"
    shared = rule_text(own, "conv-shape", "title", "en")
    assert shared == rule_text(ANYWHERE, "conv-shape", "title", "en")
    assert rule_formula(own, "no-rule") == ""


def test_the_rules_of_one_family_serve_another_without_being_moved(with_lender: Path) -> None:
    assert rule_text(ANYWHERE, "own-rule", "title", "en") == "a rule of this family"
    assert slip_text(ANYWHERE, "own-slip", "en") == "the doubling is left out"


def test_no_key_is_told_in_two_places() -> None:
    assert told_twice() == ()


def test_a_key_that_is_told_in_two_places_is_listed(with_lender: Path) -> None:
    text = OWN + 'bias-forgotten.en = "in other words"\n[relu]\ntitle.en = "again"\n'
    (with_lender / "rules.toml").write_text(text, encoding="utf-8")
    sentences.forget_tables()
    twice = [(key, one.name, other) for key, one, other in told_twice()]
    assert twice == [
        ("relu", "activation.toml", with_lender / "rules.toml"),
        ("slips.bias-forgotten", "costs.toml", with_lender / "rules.toml"),
    ]


def test_a_sentence_of_a_family_is_found_by_its_dotted_key(own: Path) -> None:
    assert sentence(own, "intro", "en") == "first words"
    assert sentence(own, "layers.conv", "en") == "a convolution"
    assert blank_text(own, "map", "en") == "a map"


@pytest.mark.parametrize("key", ["outro", "layers", "layers.pool", "intro.en", "intro.en.more"])
def test_a_missing_sentence_is_an_error_that_names_it(own: Path, key: str) -> None:
    with pytest.raises(MissingTextError, match=f"texts.toml has no sentence '{key}' in 'en'"):
        sentence(own, key, "en")


def test_a_check_without_a_name_is_an_error_that_names_it() -> None:
    with pytest.raises(MissingTextError, match=r"no 'no-check' under \[checks\] in 'pl'"):
        check_name("conv1d-code", "no-check", "pl")


def test_a_blank_is_called_what_it_is_called_on_the_sheet() -> None:
    assert {check_name("cnn-table", "conv1_rf", language) for language in LANGUAGES} == {"conv1_rf"}


def test_units_and_axes_are_words_of_the_language(own: Path) -> None:
    assert unit_text(ANYWHERE, "px", "en") == "px"
    assert axes_text(ANYWHERE, "C, H, W", "hr") == "kanali, visina, širina"
    with pytest.raises(MissingTextError, match="the unit 'miles' has no text in 'en'"):
        unit_text(ANYWHERE, "miles", "en")
    with pytest.raises(MissingTextError, match="the axis 'Q' has no text in 'pl'"):
        axes_text(ANYWHERE, "C, Q", "pl")


def test_a_family_may_bring_units_of_its_own(own: Path) -> None:
    assert unit_text(own, "cells", "en") == "cells"
    assert unit_text(own, "px", "en") == "dots"
    assert unit_text(own, "MAC", "en") == "MACs"
    assert axes_text(own, "C, T", "en") == "channels, time"


def test_a_table_of_blanks_has_its_names_and_code_needs_none(own: Path) -> None:
    assert table_text(own, "size", "en") == "size of the output"
    assert table_text(own, "`conv1`", "pl") == "`conv1`"
    with pytest.raises(MissingTextError, match=r"no 'size' under \[tables\] in 'pl'"):
        table_text(own, "size", "pl")


def test_an_option_has_the_words_of_its_family_or_of_all() -> None:
    assert [option_text(None, "yes", language) for language in LANGUAGES] == [
        *("yes", "da", "tak", "да"),
    ]
    with pytest.raises(MissingTextError, match="the option 'max' has no text in 'en'"):
        option_text(None, "max", "en")
