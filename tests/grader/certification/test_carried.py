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


@pytest.mark.parametrize(
    ("key", "level", "seed"),
    [
        ("relu-backprop", "hard", "532"),  # of dq, the one cell that is not 0 is -1
        ("conv2d-backprop", "easy", "506"),  # two maps of one cell, below 0 both, and the same
    ],
)
def test_what_follows_from_zeros_is_no_carried_work(key: str, level: Level, seed: str) -> None:
    assert list(faults_on(draw_variant(key, level, seed))) == []


@pytest.mark.parametrize(
    ("level", "seed"),
    [
        *(("easy", seed) for seed in ("158", "434", "459", "516", "686", "722", "768")),
        *(("standard", seed) for seed in ("242", "735", "770")),
    ],
)
def test_a_word_that_follows_from_a_vector_of_few_numbers_costs_nothing(
    level: Level, seed: str
) -> None:
    assert list(faults_on(draw_variant("equivariance", level, seed))) == []


def test_a_word_that_is_lost_beside_the_vector_that_it_follows_from_is_found(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(Work, "_bears_a_word", lambda self, mistake: False)
    found = [text for _, text in faults_on(draw_variant("equivariance", "standard", "242"))]
    assert "s_moved = [0, 2, 2], carried on, costs marks in 2 blanks: s_moved, s_same" in found


@pytest.mark.parametrize(
    ("level", "seed"),
    [
        ("easy", "103"),  # the same right number is asked for in two blanks, and shows work
        ("easy", "181"),
        ("easy", "347"),  # 17 follows from a slip where it is right in another blank
        ("standard", "350"),  # so many layers are a number that only a large step changes
        ("standard", "701"),  # and here one of 48 px
    ],
)
def test_a_mistake_costs_once_where_numbers_happen_to_be_the_same(level: Level, seed: str) -> None:
    assert list(faults_on(draw_variant("receptive-field", level, seed))) == []


def test_a_guard_that_lets_nothing_pass_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Work, "is_honest", lambda self, mistake: False)
    found = list(faults_on(draw_variant("cnn-table", "easy", "1")))
    assert any("fc1_rf" in message for _, message in found)
