"""Answers that were got from the sheets alone, by hand or with other programs, are right.

Each family by hand has a file in ``independent``. It has a variant of each level: its seed, the
language in which its sheet was read, how the answers were got, and the answers as they are typed.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from grader.answers.answer import read_answer
from grader.answers.outcome import Outcome
from grader.marking.by_hand import mark_by_hand
from grader.marking.result import FieldResult
from grader.sheet.sheet import as_level
from problems.catalogue import folder
from problems.drawing import draw_variant
from problems.forms import shape_of
from problems.variant import Variant

HERE = Path(__file__).parent / "independent"
SOLVED = {
    path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(HERE.glob("*"))
}


def marked(variant: Variant, typed: Mapping[str, str]) -> tuple[FieldResult, ...]:
    """What the answers earn, read as they are typed into the sheet."""
    asked = variant.working.asked
    assert typed.keys() == {each.name for each in asked}
    texts = folder(variant.family.key)
    answers = {
        each.name: read_answer(
            each.form,
            typed[each.name],
            shape=shape_of(variant.truth[each.name]) if each.size_told else None,
            folder=texts,
        )
        for each in asked
    }
    return mark_by_hand(variant.working, answers, typed, texts)


@pytest.mark.parametrize(
    ("key", "level"), [(key, level) for key, solved in SOLVED.items() for level in solved]
)
def test_what_was_got_from_the_sheet_alone_is_right(key: str, level: str) -> None:
    solved: Mapping[str, Any] = SOLVED[key][level]
    fields = marked(draw_variant(key, as_level(level), solved["seed"]), solved["answers"])
    others = {one.name: one.found for one in fields if one.outcome is not Outcome.CORRECT}
    assert others == {}
    assert [one.score for one in fields] == [one.max_score for one in fields]


def test_an_answer_that_only_follows_from_a_mistake_is_told_from_a_right_one() -> None:
    solved = SOLVED["relu-backprop"]["easy"]
    mistaken = solved["answers"] | {"r": "[1, 0, 6, 0, 0, 5]", "dq": "[4, 0, -4, 0, 0, 3]"}
    fields = marked(draw_variant("relu-backprop", "easy", solved["seed"]), mistaken)
    assert {one.name for one in fields if one.outcome is not Outcome.CORRECT} == {"r", "dq"}
