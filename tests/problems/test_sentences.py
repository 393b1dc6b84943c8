"""What is said of rules and slips: found in TOML, in every language or not at all."""

from __future__ import annotations

import tomllib
from fractions import Fraction
from pathlib import Path

import jinja2
import pytest

from problems import sentences
from problems.catalogue import family, family_keys, folder
from problems.drawing import draw_variant
from problems.family import LEVELS, InCode
from problems.sentences import (
    LANGUAGES,
    MissingTextError,
    check_name,
    rule_formula,
    rule_text,
    slip_text,
)
from problems.variant import example_variant

ANYWHERE = folder("cnn-table")

OWN = """
[own-rule]
title.en = "a rule of this family"
explain.en = "It doubles."
formula = "2 · {{ x | number }}"

[relu]
title.en = "another ReLU"

[slips]
own-slip.en = "the doubling is left out"
bias-forgotten.en = "this family says it in its own words"
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The folder of a family that brings sentences of its own."""
    (tmp_path / "rules.toml").write_text(OWN, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rule_and_a_slip_have_their_sentences(language: sentences.Language) -> None:
    title = rule_text(ANYWHERE, "conv-shape", "title", language)
    explain = rule_text(ANYWHERE, "conv-shape", "explain", language)
    assert title
    assert "⌊" in explain
    assert slip_text(ANYWHERE, "bias-forgotten", language)


def test_the_languages_say_it_each_in_their_own_words() -> None:
    assert len({rule_text(ANYWHERE, "conv-shape", "title", one) for one in LANGUAGES}) == 4


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


def test_the_sentences_of_a_family_come_before_those_of_the_field(own: Path) -> None:
    assert slip_text(own, "own-slip", "en") == "the doubling is left out"
    assert slip_text(own, "bias-forgotten", "en") == "this family says it in its own words"
    assert rule_text(own, "relu", "title", "en") == "another ReLU"
    assert rule_text(own, "conv-shape", "title", "en") == rule_text(
        ANYWHERE, "conv-shape", "title", "en"
    )


def test_the_sentences_of_one_family_are_not_those_of_another(own: Path) -> None:
    assert rule_text(own, "relu", "title", "en") == "another ReLU"
    assert rule_text(ANYWHERE, "relu", "title", "en") != "another ReLU"
    assert slip_text(ANYWHERE, "bias-forgotten", "en") != slip_text(own, "bias-forgotten", "en")
    with pytest.raises(MissingTextError):
        slip_text(ANYWHERE, "own-slip", "en")


def test_a_formula_is_filled_in_and_is_empty_where_there_is_none(own: Path) -> None:
    assert rule_formula(own, "own-rule", {"x": Fraction(-1, 2)}) == "2 · −1/2"
    geometry = {"kernel": 5, "stride": 2, "padding": 1, "dilation": 3}
    inputs = {"in_shape": (3, 29, 31), "channels": 8, **geometry}
    assert "⌊(29 + 2·1 − 3·(5 − 1) − 1) / 2⌋ + 1" in rule_formula(ANYWHERE, "conv-shape", inputs)
    assert rule_formula(own, "relu", {}) == ""
    assert rule_formula(own, "no-rule", {}) == ""


def test_a_formula_that_names_what_is_not_there_is_an_error(own: Path) -> None:
    with pytest.raises(jinja2.UndefinedError, match="'x' is undefined"):
        rule_formula(own, "own-rule", {"y": 3})


def test_no_sentence_is_said_in_two_files() -> None:
    said: dict[str, str] = {}
    for path in sorted(Path(sentences.__file__).parent.glob("rules/*.toml")):
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        slips = tables.pop("slips", {})
        for key in [*tables, *(f"slips.{slip}" for slip in slips)]:
            assert key not in said, f"{key} is in {said[key]} and in {path.name}"
            said[key] = path.name


@pytest.mark.parametrize("key", [k for k in family_keys() if isinstance(family(k).task, InCode)])
def test_every_check_and_rule_of_style_has_a_name_of_its_own_in_every_language(key: str) -> None:
    task = family(key).task
    assert isinstance(task, InCode)
    variants = [draw_variant(key, level, str(seed)) for level in LEVELS for seed in range(6)]
    variants += [example_variant(key, name) for name in family(key).examples]
    asked = {check.name for variant in variants for check in variant.checks}
    asked |= {style.name for style in task.style}
    for language in LANGUAGES:
        names = {check_name(key, name, language) for name in asked}
        assert len(names) == len(asked)
    stored = tomllib.loads((folder(key) / "checks.toml").read_text(encoding="utf-8"))
    assert set(stored) == asked


def test_a_check_without_a_name_is_an_error_that_names_it() -> None:
    with pytest.raises(MissingTextError, match="the check 'no-check' has no name in 'pl'"):
        check_name("conv1d-code", "no-check", "pl")


def test_a_blank_is_called_what_it_is_called_on_the_sheet() -> None:
    assert {check_name("cnn-table", "conv1_rf", language) for language in LANGUAGES} == {"conv1_rf"}
