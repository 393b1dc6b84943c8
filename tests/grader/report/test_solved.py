"""A sheet solved, with answers beside it, in every language."""

from __future__ import annotations

from typing import Any

import pytest

from grader.marking.by_hand import mark_by_hand
from grader.marking.result import ProblemResult, SheetResult
from grader.messages.say import messages, say
from grader.render.page import page
from grader.render.text import text
from grader.report.solved import solved_sheet
from grader.sheet.sheet import Sheet, draw_sheet
from problems.catalogue import family_keys
from problems.family import ByHand
from problems.sentences import LANGUAGES, Language


def sheet_of(key: str, language: Language = "en", level: str = "easy") -> Sheet:
    return draw_sheet("3", [f"{key}:{level}"], language)


def marked(sheet: Sheet, slip: str | None = None) -> SheetResult:
    (problem,) = sheet.problems
    variant = problem.variant
    values: Any = variant.truth if slip is None else variant.carried[slip]
    answers = {asked.name: values[asked.name] for asked in variant.working.asked}
    fields = mark_by_hand(variant.working, answers)
    own = ProblemResult(problem.key, variant.family.key, variant.level, fields)
    return SheetResult(sheet.name, sheet.language, (own,))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_mistake_is_told_in_every_language(language: Language) -> None:
    sheet = sheet_of("cnn-table", language, "standard")
    told = text(solved_sheet(sheet, marked(sheet, "padding-counted-once"), of="x"), 80)
    assert say(language, "appeal.departs-first") in told
    assert say(language, "appeal.follows", names="conv2_shape") in told
    first = say(language, "appeal.first", name="conv2_shape")
    assert first in " ".join(told.split())


def test_right_answers_are_all_said_to_be_right() -> None:
    sheet = sheet_of("conv2d-backprop")
    told = text(solved_sheet(sheet, marked(sheet), of="x"), 80)
    assert "All of these answers are right." in told
    assert "✗" not in told
    assert told.count("✓ right") == len(sheet.problems[0].variant.working.asked)


def test_the_same_mistake_again_is_told_apart_from_what_rests_on_it() -> None:
    sheet = sheet_of("cnn-table")
    told = " ".join(text(solved_sheet(sheet, marked(sheet, "bias-forgotten"), of="x"), 80).split())
    assert "The same mistake is made again in: `conv2_params`, `fc1_params`." in told
    assert "On it rest" not in told


def test_every_family_by_hand_has_its_answers_beside_each_step() -> None:
    for key in family_keys():
        sheet = sheet_of(key)
        if not isinstance(sheet.problems[0].variant.family.task, ByHand):
            continue
        document = solved_sheet(sheet, marked(sheet), of="x")
        number = len(sheet.problems[0].variant.working.asked)
        assert text(document, 80).count("✓ right") == number, key
        assert page(document, "x", "en").count("✓ right") == number, key


def test_the_words_of_appeals_name_the_same_in_every_language() -> None:
    for key, by_language in messages("appeal").items():
        braces = {language: sorted(_names(said)) for language, said in by_language.items()}
        assert set(braces) == set(LANGUAGES), key
        assert len({tuple(each) for each in braces.values()}) == 1, key


def _names(said: str) -> list[str]:
    return [part.partition("}")[0] for part in said.split("{")[1:]]
