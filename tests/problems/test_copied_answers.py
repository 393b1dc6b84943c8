"""Answers that were copied from somebody else's sheet earn little beyond what is right in them.

They fit each other, since they were right where they come from; but they do not fit the numbers of
the sheet on which they are handed in.
"""

from __future__ import annotations

from statistics import mean

import pytest

from grader.answers.answer import NoValue
from grader.answers.outcome import Outcome
from grader.marking.by_hand import mark_by_hand
from grader.messages.remark import Remark
from problems.catalogue import family, family_keys
from problems.drawing import draw_variant
from problems.family import ByHand, Level
from problems.variant import Variant, published_elsewhere
from tests.turns import levels_in_this_run

PAIRS = 20
MOST = 0.15
"""The part of the marks that is earned by what is not right, in the mean."""

BY_HAND = [key for key in family_keys() if isinstance(family(key).task, ByHand)]
BLANK = NoValue(Outcome.UNANSWERED, Remark("blank"))


def earned_by_copying(own: Variant, other: Variant) -> float:
    """What the other variant's right answers earn on one's own without being right, in parts of 1.

    Right cells of a matrix count as right.
    """
    answers = {asked.name: other.truth.get(asked.name, BLANK) for asked in own.working.asked}
    fields = mark_by_hand(own.working, answers, published=published_elsewhere(own))
    right = (Outcome.CORRECT, Outcome.WRONG)
    more = sum(field.score for field in fields if field.outcome not in right)
    return more / sum(field.max_score for field in fields)


@pytest.mark.parametrize(("key", "level"), levels_in_this_run(BY_HAND, most=6))
def test_the_answers_to_another_sheet_earn_little(key: str, level: Level) -> None:
    more = [
        earned_by_copying(
            draw_variant(key, level, f"own {pair}"), draw_variant(key, level, f"other {pair}")
        )
        for pair in range(PAIRS)
    ]
    assert mean(more) <= MOST, f"{100 * mean(more):.0f} % of the marks: {sorted(more)[-5:]}"
