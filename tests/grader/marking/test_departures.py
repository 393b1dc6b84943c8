"""Where answers depart from the solution, and which rest on that."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from grader.answers.answer import NoValue
from grader.answers.outcome import Outcome
from grader.marking.by_hand import mark_by_hand
from grader.marking.departures import Departure, Way, departures, following
from grader.messages.remark import Remark
from problems.drawing import draw_variant
from problems.variant import Variant


@pytest.fixture(scope="module")
def table() -> Variant:
    return draw_variant("cnn-table", "standard", "3")


def found(variant: Variant, answers: Mapping[str, Any]) -> Mapping[str, Departure]:
    working = variant.working
    given = {
        asked.name: answers.get(asked.name, variant.truth[asked.name]) for asked in working.asked
    }
    return departures(working, mark_by_hand(working, given))


def test_right_answers_depart_nowhere(table: Variant) -> None:
    assert {one.way for one in found(table, {}).values()} == {Way.RIGHT}


def test_a_mistake_that_is_carried_on_departs_once(table: Variant) -> None:
    for slip in table.core:
        carried = found(table, table.core[slip])
        departed = [name for name, one in carried.items() if one.way is Way.DEPARTS_FIRST]
        assert len(departed) == 1
        for name, one in carried.items():
            if one.way is Way.FOLLOWS:
                assert one.of
                assert table.working.comes_of(name, departed)
        changed = [n for n, v in table.core[slip].items() if n in carried and v != table.truth[n]]
        assert changed[0] == departed[0]


def test_what_does_not_rest_on_a_wrong_answer_is_right(table: Variant) -> None:
    channels, *sides = table.truth["conv1_shape"]
    wrong = (channels, *(side - 1 for side in sides))
    carried = found(table, {"conv1_shape": wrong})
    assert carried["conv1_shape"].way is Way.DEPARTS_FIRST
    assert carried["conv1_shape"].roots == ("conv1_shape",)
    assert carried["conv1_params"].way is Way.RIGHT


def test_a_second_wrong_answer_departs_too(table: Variant) -> None:
    carried = found(table, {"conv1_params": 12_345, "conv2_params": 54_321})
    assert carried["conv1_params"].way is Way.DEPARTS_FIRST
    assert carried["conv2_params"].way is Way.DEPARTS
    assert following(carried, "conv1_params") == ()


def test_what_follows_goes_through_a_blank(table: Variant) -> None:
    carried = table.core["padding-counted-once"]
    blank = NoValue(Outcome.UNANSWERED, Remark("blank"))
    answers = {name: carried[name] for name in ("conv2_shape", "flatten_shape", "fc1_params")}
    stand = found(table, answers | {"pool2_shape": blank})
    assert stand["pool2_shape"] == Departure(Way.WITHOUT_VALUE)
    assert stand["flatten_shape"] == Departure(Way.FOLLOWS, ("conv2_shape",), ("conv2_shape",))
    assert stand["fc1_params"] == Departure(Way.FOLLOWS, ("flatten_shape",), ("conv2_shape",))
    assert following(stand, "conv2_shape") == ("flatten_shape", "fc1_params")


def test_the_same_mistake_elsewhere_is_a_repetition(table: Variant) -> None:
    stand = found(table, table.core["bias-forgotten"])
    assert stand["conv1_params"].way is Way.DEPARTS_FIRST
    assert {one.way for one in stand.values()} == {Way.RIGHT, Way.DEPARTS_FIRST, Way.REPEATS}
    assert following(stand, "conv1_params") == ()
