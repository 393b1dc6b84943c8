"""Options have words in every language; what may be typed for them is one of them and no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from problems.options import folded, options_in_words, spellings
from problems.sentences import LANGUAGES, MissingTextError, option_text
from tests.families.planted import FAMILIES

TEXTS = FAMILIES / "every_blank"


def test_an_option_has_its_words_in_every_language() -> None:
    assert [option_text(TEXTS, "max", language) for language in LANGUAGES] == [
        "max-pooling",
        "sažimanje maksimalnom vrijednošću",
        "max pooling",
        "max-пулинг",
    ]


@pytest.mark.parametrize("folder", [None, TEXTS])
def test_yes_and_no_have_words_in_every_family(folder: Path | None) -> None:
    told = [options_in_words(folder, ("yes", "no"), language) for language in LANGUAGES]
    assert told == ["yes, no", "da, ne", "tak, nie", "да, нет"]


def test_an_option_without_words_is_an_error_and_never_a_hole(tmp_path: Path) -> None:
    with pytest.raises(MissingTextError, match="the option 'median' has no text in 'hr'"):
        option_text(TEXTS, "median", "hr")
    (tmp_path / "texts.toml").write_text('[options]\nmax.en = "max"\n', encoding="utf-8")
    assert option_text(tmp_path, "max", "en") == "max"
    with pytest.raises(MissingTextError, match="the option 'max' has no text in 'pl'"):
        option_text(tmp_path, "max", "pl")


def test_an_option_may_be_typed_by_its_key_and_by_its_words_in_any_language() -> None:
    known = spellings(TEXTS, ("max", "mean"))
    assert known["max"] == known["max pooling"] == "max"
    assert known["sazimanje maksimalnom vrijednoscu"] == known["max пулинг"] == "max"
    assert known["mean"] == known["average pooling"] == known["пулинг по среднему"] == "mean"
    assert spellings(None, ("zero", "mirror")) == {"zero": "zero", "mirror": "mirror"}


def test_two_options_that_may_be_typed_alike_are_refused(tmp_path: Path) -> None:
    words = [f'a.{language} = "Same-size"\nb.{language} = "same size"' for language in LANGUAGES]
    (tmp_path / "texts.toml").write_text("[options]\n" + "\n".join(words), encoding="utf-8")
    with pytest.raises(ValueError, match="'same size' may be 'a' or 'b'"):
        spellings(tmp_path, ("a", "b"))


def test_an_option_of_signs_alone_is_refused(tmp_path: Path) -> None:
    words = "\n".join(f'less.{language} = "<"' for language in LANGUAGES)
    (tmp_path / "texts.toml").write_text("[options]\n" + words, encoding="utf-8")
    with pytest.raises(ValueError, match="the option 'less' needs words with letters or digits"):
        spellings(tmp_path, ("less", "yes"))


def test_an_option_that_has_a_formula_cannot_be_typed_and_is_refused(tmp_path: Path) -> None:
    words = "\n".join(f"fit.{language} = '$2p = k - 1$'" for language in LANGUAGES)
    (tmp_path / "texts.toml").write_text("[options]\n" + words, encoding="utf-8")
    with pytest.raises(ValueError, match=r"'fit' needs words that can be typed, but has a formula"):
        spellings(tmp_path, ("fit", "yes"))


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        ("“Max-pooling.”", "max pooling"),
        ("MAX_POOLING", "max pooling"),
        ("  max\u00a0 pooling !", "max pooling"),
        ("«Да»", "да"),
        ("sažimanje", "sazimanje"),
        ("Średnia", "srednia"),
        ("ŁĄKA", "laka"),
        ("đak", "dak"),
        ("ёлка", "елка"),
        ("[yes]", "yes"),
    ],
)
def test_what_does_not_tell_options_apart_is_left_out(typed: str, same: str) -> None:
    assert folded(typed) == folded(same)


def test_other_words_stay_apart() -> None:
    assert len({folded(word) for word in ("max", "mean", "max pooling", "3x3", "да", "нет")}) == 6
