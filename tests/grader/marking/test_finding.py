"""What follows from right answers is told apart from the truth once an answer is not right."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest

from grader.answers.answer import NoValue
from grader.answers.outcome import Outcome
from grader.marking.by_hand import mark_by_hand
from grader.marking.finding import Findings, Kind
from grader.messages.remark import Remark
from problems.drawing import draw_variant
from problems.family import LEVELS
from problems.variant import Variant, example_variant

BLANK = NoValue(Outcome.UNANSWERED, Remark("blank"))
FAMILIES = ("cnn-table", "conv2d-backprop", "separable-conv", "pooling-hand")


def handed_in(variant: Variant, chosen: random.Random) -> Mapping[str, Any]:
    """Right answers, some of them left out, rounded, or those of a slip from some blank on."""
    working, truth = variant.working, variant.truth
    slipped = truth | working.with_slip(chosen.choice(working.slip_keys), truth)
    begins = chosen.randrange(len(working.asked) + 1)
    found: dict[str, Any] = {}
    for place, asked in enumerate(working.asked):
        value = (slipped if place >= begins else truth)[asked.name]
        is_numbers = isinstance(value, np.ndarray) and value.dtype.kind == "f"
        match chosen.randrange(12):
            case 0:
                value = BLANK
            case 1 if is_numbers:
                value = np.round(value, 3)
        found[asked.name] = value
    return found


@pytest.mark.parametrize("key", FAMILIES)
def test_an_answer_is_found_to_be_the_same_as_if_all_were_told_apart_from_the_first(
    key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = random.Random(key)
    variants = [draw_variant(key, level, seed) for level in LEVELS for seed in "ab"]
    answers = [(one, handed_in(one, chosen)) for one in variants for _ in range(3)]
    if key == "conv2d-backprop":  # which has ties, so that an answer settles a choice
        lecture = example_variant(key, "lecture")
        answers += [(lecture, handed_in(lecture, chosen)) for _ in range(12)]
    together = [mark_by_hand(one.working, given) for one, given in answers]
    monkeypatch.setattr(Findings, "_is_right_so_far", lambda *given: False)
    assert [mark_by_hand(one.working, given) for one, given in answers] == together


def test_nothing_is_told_apart_as_long_as_every_answer_is_right_to_the_last_digit() -> None:
    variant = draw_variant("conv2d-backprop", "standard", "a")
    findings = Findings(variant.working)
    first, second, *_ = variant.working.asked
    right = findings.note(first, variant.truth[first.name])
    assert not isinstance(right, NoValue)
    assert right.kind is Kind.RIGHT
    assert findings.own is findings.right is findings.true
    wrong = findings.note(second, variant.truth[second.name] + 7)
    assert not isinstance(wrong, NoValue)
    assert wrong.kind is Kind.WRONG
    assert len({*map(id, (findings.own, findings.exact, findings.right, findings.true))}) == 4
    assert second.name in findings.own.fixed
    assert second.name not in findings.right.fixed
