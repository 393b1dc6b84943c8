"""Sheets solved from what is printed on them alone agree with the answers that families work out.

`independent/FAMILY.toml` has one variant of each level: its seed, the language in which the sheet
was read, how the answers were got in a sentence, and the answers as they are typed into the sheet.
Whoever changes a draw solves the new sheet, with neither its solution nor the family's code.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from grader.answers.answer import read_answer
from grader.answers.outcome import Outcome
from grader.marking.by_hand import mark_by_hand
from problems.catalogue import family, family_keys, folder
from problems.drawing import draw_variant
from problems.family import LEVELS, ByHand, Level
from problems.forms import shape_of
from problems.sentences import LANGUAGES
from problems.variant import Variant

SOLVED = {path.stem: path for path in Path(__file__).with_name("independent").glob("*.toml")}
SENTENCE = re.compile(r"[A-Z].+\.", re.DOTALL)


def solutions(key: str) -> dict[str, Any]:
    return tomllib.loads(SOLVED[key].read_text(encoding="utf-8"))


def not_right(variant: Variant, answers: Mapping[str, str]) -> dict[str, str]:
    """What the answers that do not earn full marks as they stand were read as, by blank."""
    texts = folder(variant.family.key)
    read = {
        asked.name: read_answer(
            asked.form,
            answers[asked.name],
            shape=shape_of(variant.truth[asked.name]) if asked.size_told else None,
            folder=texts,
        )
        for asked in variant.working.asked
    }
    return {
        field.name: f"{field.outcome.value}: {field.found}"
        for field in mark_by_hand(variant.working, read, folder=texts)
        if field.outcome is not Outcome.CORRECT or field.score != field.max_score
    }


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("key", sorted(SOLVED))
def test_a_sheet_solved_from_its_text_alone_earns_full_marks(key: str, level: Level) -> None:
    solved = solutions(key)[level]
    variant = draw_variant(key, level, str(solved["seed"]))
    assert {asked.name for asked in variant.working.asked} == set(solved["answers"])
    assert not_right(variant, solved["answers"]) == {}


@pytest.mark.parametrize("key", sorted(SOLVED))
def test_a_solution_tells_in_which_language_the_sheet_was_read_and_how_it_was_solved(
    key: str,
) -> None:
    solved = solutions(key)
    assert set(solved) == set(LEVELS)
    for one in solved.values():
        assert set(one) == {"seed", "language", "how", "answers"}
        assert one["language"] in LANGUAGES
        assert SENTENCE.fullmatch(one["how"])


def test_every_family_by_hand_was_solved_from_its_text_alone() -> None:
    assert set(SOLVED) == {key for key in family_keys() if isinstance(family(key).task, ByHand)}


def test_an_answer_that_differs_is_found_and_so_is_one_that_only_follows_from_it() -> None:
    solved = solutions("find-the-mistake")["easy"]
    variant = draw_variant("find-the-mistake", "easy", str(solved["seed"]))
    planted = {**solved["answers"], "right": "(4, 11, 16)", "result": "(16, 9, 14)"}
    assert not_right(variant, planted) == {
        "right": "wrong: (4, 11, 16)",
        "result": "follow-through: (16, 9, 14)",
    }
