"""Every figure of every family can be drawn, for statements and worked solutions alike."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pytest

from grader.document.markdown import read_line
from grader.render.figures.svg import image
from grader.render.text import one_line
from problems.catalogue import family, family_keys, folder
from problems.drawing import draw_variant
from problems.family import LEVELS, ByHand
from problems.sentences import LANGUAGES, Language
from problems.texts import has_block, render_block
from problems.variant import Variant, example_variant
from tests.grader.render.figures.test_svg import SVG, assert_lies_within_its_image

SEEDS = 20
BY_HAND = [key for key in family_keys() if isinstance(family(key).task, ByHand)]
WITHOUT = {"conv1d-compare", "find-the-mistake", "layer-costs"}
"""Families that show nothing which a table or a call does not."""

HANDED_OUT_BEFORE = {"cnn-table", "conv2d-backprop", "pooling-hand", "separable-conv"}
"""Families whose statements stay as they are."""


def variants(key: str) -> Iterator[Variant]:
    yield from (example_variant(key, name) for name in family(key).examples)
    yield from (draw_variant(key, level, str(seed)) for level in LEVELS for seed in range(SEEDS))


def shown(variant: Variant, block: str, language: Language) -> list[tuple[str, str]]:
    """The figures of a block as images, with what they show in words."""
    where = folder(variant.family.key)
    if not has_block(where, block):
        return []
    names = {**variant.parameters, **({"truth": variant.exact} if block == "solution" else {})}
    source = render_block(where, block, language, **names)
    told = [one_line(read_line(each.alt, source.values)) for each in source.figures]
    drawn = zip(source.figures, told, strict=True)
    return [(image(each.drawing, words), words) for each, words in drawn]


@pytest.mark.parametrize("key", BY_HAND)
def test_every_figure_is_an_image_that_says_what_it_shows(key: str) -> None:
    count = 0
    for place, variant in enumerate(variants(key)):
        language = LANGUAGES[place % len(LANGUAGES)]
        for block in ("statement", "solution"):
            for image_, words in shown(variant, block, language):
                made = ET.fromstring(image_)
                assert_lies_within_its_image(made)
                assert made.findtext(f"{SVG}title") == words != ""
                count += 1
    assert (count > 0) == (key not in WITHOUT)


@pytest.mark.parametrize("key", BY_HAND)
def test_figures_differ_between_languages_in_their_words_alone(key: str) -> None:
    variant = draw_variant(key, "hard", "0")
    for block in ("statement", "solution"):
        first, *others = ([*shown(variant, block, language)] for language in LANGUAGES)
        for other in others:
            for (image_, words), (translated, translation) in zip(first, other, strict=True):
                assert words != translation
                assert without_title(image_) == without_title(translated)


def without_title(image_: str) -> str:
    return image_[: image_.index("<title>")] + image_[image_.index("</title>") :]


@pytest.mark.parametrize("key", sorted(HANDED_OUT_BEFORE))
def test_a_statement_that_was_handed_out_has_no_figure_since(key: str) -> None:
    for level in LEVELS:
        variant = draw_variant(key, level, "0")
        assert shown(variant, "statement", "en") == []
        assert shown(variant, "solution", "en")
