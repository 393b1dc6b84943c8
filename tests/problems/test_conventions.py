"""Conventions on which an answer depends are printed on the sheet, in every language."""

from __future__ import annotations

import re
from typing import Any

import pytest

from problems.catalogue import family, family_keys, folder
from problems.drawing import draw_variant
from problems.family import LEVELS, ByHand, Level
from problems.forms import Integer
from problems.sentences import LANGUAGES, Language, option_text
from problems.texts import render_block
from problems.variant import Variant

BY_HAND = [key for key in family_keys() if isinstance(family(key).task, ByHand)]

PADDING = {"en": "padding", "hr": "nadopun", "pl": "wypełnieni", "ru": "дополнени"}
MULTIPLIED = {
    "en": "multiplied|multiplications|products",
    "hr": "množ",
    "pl": "mnoż",
    "ru": "умнож",
}
STRIDE = {"en": "stride 1", "hr": "korak 1", "pl": r"krok \(stride\) 1", "ru": r"шаг \(stride\) 1"}
POOLING = {"en": "[Pp]ooling", "hr": "sažimanj", "pl": "pooling", "ru": "пулинг"}
ANY_SIZE = {"en": "any size", "hr": "bilo koje", "pl": "dowolnego", "ru": "любого"}


def printed(variant: Variant, language: Language) -> str:
    """The statement, with its values as numbers."""
    parameters: Any = variant.parameters
    source = render_block(folder(variant.family.key), "statement", language, **parameters)
    return re.sub(
        r"\\value\{(\d+)\}",
        lambda found: str(getattr(source.values[int(found[1])], "number", "…")),
        source.text,
    )


def speaks_of_both(text: str, *words: str) -> bool:
    """Whether one line of a text has all of the words."""
    return any(all(re.search(word, line) for word in words) for line in text.splitlines())


def counted() -> list[Variant]:
    """A variant of each family and level that asks for multiply-accumulate operations."""
    drawn = [draw_variant(key, level, "5") for key in BY_HAND for level in LEVELS]
    return [
        variant
        for variant in drawn
        if any(asked.form == Integer("MAC") for asked in variant.working.asked)
    ]


def test_a_sheet_that_asks_for_operations_says_whether_those_with_padding_count() -> None:
    variants = counted()
    families = {variant.family.key for variant in variants}
    assert families >= {"architectures", "cnn-table", "separable-conv", "upsampling"}
    for variant in variants:
        for language in LANGUAGES:
            text = printed(variant, language)
            assert speaks_of_both(text, PADDING[language], MULTIPLIED[language]), (variant, text)
    text = printed(draw_variant("cnn-table", "hard", "5"), "en")
    silent = text.replace("cells of padding are multiplied too, ", "")
    assert silent != text
    assert not speaks_of_both(silent, PADDING["en"], MULTIPLIED["en"])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("level", LEVELS)
def test_a_table_prints_the_padding_of_every_window(level: Level, language: Language) -> None:
    variant = draw_variant("cnn-table", level, "5")
    rows = re.findall(r"^\| `(?:conv|pool).*", printed(variant, language), re.MULTILINE)
    windows = [each for each in variant.parameters["layers"] if "kernel" in each]
    assert len(rows) == len(windows) >= 3
    for row, layer in zip(rows, windows, strict=True):
        assert re.search(rf"{PADDING[language]}.*? {layer.get('padding', 0)}\b", row)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_halves_the_maps_between_two_printed_lines_is_printed(language: Language) -> None:
    variant = draw_variant("find-the-mistake", "standard", "5")
    first, second = (line["in_shape"] for line in variant.parameters["lines"][:2])
    assert first[1:] == [2 * side for side in second[1:]]
    assert re.search(POOLING[language], printed(variant, language).split("\n- ")[0])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("level", ["easy", "standard"])
def test_a_matrix_is_asked_for_with_the_padding_and_stride_of_its_product(
    level: Level, language: Language
) -> None:
    text = printed(draw_variant("toeplitz", level, "5"), language)
    asked = next(line for line in text.splitlines() if line.startswith("**"))
    assert re.search(rf"\(.*{PADDING[language]}.*{STRIDE[language]}\)", asked)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reason_of_a_grid_is_not_true_of_windows_that_happen_to_fit(
    language: Language,
) -> None:
    assert ANY_SIZE[language] in option_text(folder("pooling-hand"), "fixed-grid", language)
