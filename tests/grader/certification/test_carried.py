"""A mistake that is carried on costs once, wherever it is made; that it does not is found.

That it holds of every family, the tests of certification look at.
"""

from __future__ import annotations

import pytest

from grader.certification.carried import faults_on
from grader.certification.fault import Kind
from grader.marking import by_hand
from grader.marking.guard import Work
from grader.marking.likeliest import Likeliest
from problems.drawing import draw_variant
from problems.family import Level
from problems.working import Working


def test_slips_of_one_mistake_that_are_charged_apart_are_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Apart(by_hand._Charging):
        def __init__(self, working: Working, work: Work, likeliest: Likeliest) -> None:
            super().__init__(working, work, likeliest)
            self.mistakes = {key: key for key in self.mistakes}

    monkeypatch.setattr(by_hand, "_Charging", Apart)
    found = list(faults_on(draw_variant("cnn-table", "hard", "2")))
    assert {kind for kind, _ in found} == {Kind.CARRIED}
    assert any(text.startswith("the mistake stride-forgotten, carried on") for _, text in found)


def test_zeros_are_no_carried_work() -> None:
    variant = draw_variant(
        "relu-backprop", "hard", "532"
    )  # of dq, the one cell that is not 0 is -1
    assert list(faults_on(variant)) == []


@pytest.mark.parametrize(
    ("level", "seed"),
    [
        ("easy", "158"),  # m = [3, 3] is one number throughout
        ("standard", "242"),  # s_moved = [0, 2, 2] tells too little for the word that follows
        ("standard", "735"),  # and so does [0, -1, 3]
    ],
)
def test_a_word_that_follows_from_a_vector_that_tells_little_is_none_either(
    level: Level, seed: str
) -> None:
    assert list(faults_on(draw_variant("equivariance", level, seed))) == []


@pytest.mark.parametrize(
    ("level", "seed"),
    [
        ("easy", "103"),  # the same right number is asked for in two blanks, and shows work
        ("easy", "181"),
        ("easy", "347"),  # 17 follows from a slip where it is right in another blank
        ("standard", "350"),  # so many layers are a number that only a large step changes
    ],
)
def test_a_mistake_costs_once_where_numbers_happen_to_be_the_same(level: Level, seed: str) -> None:
    assert list(faults_on(draw_variant("receptive-field", level, seed))) == []


def test_a_guard_that_lets_nothing_pass_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Work, "is_honest", lambda self, mistake: False)
    found = list(faults_on(draw_variant("cnn-table", "easy", "1")))
    assert any("fc1_rf" in message for _, message in found)
