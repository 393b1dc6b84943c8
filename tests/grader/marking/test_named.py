"""A remark names what stands on the sheet as the sheet does."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pytest

from grader.marking.by_hand import mark_by_hand
from grader.marking.named import as_on_sheet
from grader.messages.remark import Datum
from grader.render.sheet_as_markdown import sheet_markdown
from grader.report.wording import message_of
from grader.sheet.sheet import Problem, Sheet
from problems.catalogue import family, family_keys, folder
from problems.drawing import draw_variant
from problems.family import LEVELS, ByHand
from problems.quantity import Given
from problems.sentences import LANGUAGES, Language
from problems.texts import render_datum
from problems.variant import Variant

GRADIENTS = draw_variant("conv1d-backprop", "standard", "5").working
TABLE = draw_variant("cnn-table", "standard", "74").working


def test_what_is_given_has_its_symbol_and_all_else_its_name() -> None:
    assert as_on_sheet(GRADIENTS, "dq1") == r"$\frac{\partial L}{\partial q_1}$"
    assert as_on_sheet(GRADIENTS, "w1") == "$w_1$"
    assert as_on_sheet(GRADIENTS, "dx1") == "dx1"
    assert as_on_sheet(TABLE, "input_shape") == Datum("image")
    assert as_on_sheet(TABLE, "conv1") == "conv1"


def test_a_sign_that_was_misread_is_told_by_what_the_sheet_calls_it() -> None:
    given = GRADIENTS.given_values["dq1"].copy()
    given[0] = -given[0]
    values = GRADIENTS.solve({"dq1": given})
    fields = mark_by_hand(GRADIENTS, {one.name: values[one.name] for one in GRADIENTS.asked})
    for language in LANGUAGES:
        told = [message_of(field, "conv1d-backprop", language) for field in fields]
        assert sum("∂L/∂q₁" in message for message in told) > 1
        assert not any("dq1" in message for message in told)


BY_HAND = [key for key in family_keys() if isinstance(family(key).task, ByHand)]


def sheet_of(variant: Variant) -> str:
    return sheet_markdown(Sheet(variant.seed, "en", (Problem("1", variant),)), "answers.py")


def stands_on(sheet: str, given: Given) -> bool:
    """Whether a sheet has the symbol of a quantity in a formula, or its name as code."""
    formulas = " ".join(re.findall(r"\$+[^$]*\$+", sheet))
    symbol = rf"(?<![A-Za-z\\]){re.escape(given.symbol)}(?![A-Za-z])"
    return f"`{given.name}`" in sheet or re.search(symbol, formulas) is not None


@pytest.mark.parametrize("key", BY_HAND)
def test_all_that_is_given_has_a_symbol_on_the_sheet_or_words(key: str) -> None:
    for level in LEVELS:
        for seed in ("0", "1", "2"):
            variant = draw_variant(key, level, seed)
            sheet = sheet_of(variant)
            for given in variant.working:
                if isinstance(given, Given) and given.name in variant.working.given_values:
                    assert given.meaning or stands_on(sheet, given), (level, seed, given.name)


def said_to(request: str, seed: str, values: Mapping[str, Any]) -> dict[Language, str]:
    """What is said in each language of answers."""
    key, _, level = request.partition(":")
    working = draw_variant(key, level, seed).working  # type: ignore[arg-type]
    fields = mark_by_hand(working, {one.name: values[one.name] for one in working.asked})
    return {
        language: " ".join(message_of(field, key, language) for field in fields)
        for language in LANGUAGES
    }


def test_a_misread_side_in_the_text_of_a_sheet_is_told_in_its_words() -> None:
    working = draw_variant("architectures", "standard", "0").working
    channels, height, width = working.given_values["a_input"]
    other = (channels, height - 2, width)
    told = said_to(
        "architectures:standard", "0", working.solve({"a_input": other, "s_input": other})
    )
    words = ("input of `a`", "ulaz sloja `a`", "wejście warstwy `a`", "вход слоя `a`")
    for language, word in zip(LANGUAGES, words, strict=True):
        assert f"{height} ({word})" in told[language]
        assert "a_input" not in told[language]


def test_a_misread_number_of_a_layer_is_told_by_what_it_is_and_with_the_layer() -> None:
    def wider(step: Any) -> Any:
        if not step.name.startswith("conv1_") or "kernel" not in step.inputs:
            return None
        return lambda inputs: step.rule({**inputs, "kernel": inputs["kernel"] + 2})

    told = said_to("cnn-table:standard", "74", TABLE.solve(swap=wider))
    words = ("kernel size", "veličina jezgre", "rozmiar filtra", "размер ядра")
    for language, word in zip(LANGUAGES, words, strict=True):
        assert f"(conv1, {word})" in told[language]


def test_the_input_of_a_layer_is_told_with_the_layer() -> None:
    working = draw_variant("architectures", "easy", "0").working
    given = next(one for one in working if isinstance(one, Given) and one.of)
    assert as_on_sheet(working, given.name) == Datum("input", given.of)
    words = render_datum(folder("architectures"), "input", "hr", of=given.of)
    assert words.text == f"ulaz sloja `{given.of}`"
