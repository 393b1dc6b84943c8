"""Marks that no work has earned are faults, and so is a family that gives away too many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

import pytest

from grader.answers.answer import NoValue
from grader.certification import submissions
from grader.certification.fault import Kind
from grader.certification.guesses import ENOUGH, MOST, Guessing, faults_over, means, ways
from grader.certification.specimen import Specimen
from grader.marking.guard import Work
from grader.sheet.bounds import could_be_drawn
from problems.catalogue import family, family_keys
from problems.drawing import draw_variant
from problems.family import Level
from problems.forms import exact
from problems.variant import Variant
from tests.grader.certification.specimens import PLAIN
from tests.turns import levels_in_this_run

BY_HAND = [key for key in family_keys() if family(key).kind == "hand"]


@pytest.mark.parametrize(("key", "level"), levels_in_this_run(BY_HAND, most=6))
def test_guesses_earn_what_happens_to_be_right_and_no_more(key: str, level: Level) -> None:
    assert list(Guessing(draw_variant(key, level, "41")).faults()) == []


def test_the_right_cells_of_a_guess_that_is_named_are_right() -> None:
    variant = draw_variant("conv2d-backprop", "easy", "24")  # a kernel in q1, as of a slip there
    found = Guessing(variant)
    assert list(found.faults()) == []
    assert found.earned["given value 3"] > 0


def test_so_are_the_right_entries_of_a_vector() -> None:
    variant = draw_variant("pooling-hand", "easy", "64")  # [0, 5] for [-1, 5]: clipped at zero
    assert list(Guessing(variant).faults()) == []


def test_every_blank_gets_something_in_every_way_but_choices() -> None:
    variant = draw_variant("pooling-hand", "standard", "1")
    for way, answers in ways(variant):
        blank = {name for name, answer in answers.items() if isinstance(answer, NoValue)}
        assert blank == {"more"}, way
        assert set(answers) == {asked.name for asked in variant.working.asked}, way
    names = [way for way, _ in ways(variant)]
    assert len(set(names)) == len(names)


def test_a_guard_that_lets_everything_pass_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Work, "is_shown_by", lambda self, finding: True)
    faults = list(Guessing(draw_variant("conv2d-backprop", "easy", "3")).faults())
    assert {kind for kind, _ in faults} == {Kind.GUESS}
    assert any(message.startswith("1 in every blank earns r1, r2") for _, message in faults)


def test_a_slip_made_again_in_guesses_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Work, "is_honest", lambda self, mistake: True)
    faults = list(Guessing(draw_variant("separable-conv", "hard", "3")).faults())
    assert any("separable_macs" in message for _, message in faults)


def test_nothing_is_guessed_in_code() -> None:
    guessing = Guessing(draw_variant("conv1d-code", "easy", "1"))
    assert guessing.earned == {}
    assert list(guessing.faults()) == []


def guessed(variants: Sequence[Variant]) -> list[Specimen]:
    return [with_guesses(each.level, each.seed, Guessing(each).earned) for each in variants]


def with_guesses(level: str, seed: str, earned: Mapping[str, float]) -> Specimen:
    return replace(PLAIN, level=level, seed=seed, guesses=earned)


def test_blanks_that_are_always_the_same_are_too_many_without_more_marks_for_the_others() -> None:
    chosen = family("cnn-table")
    drawn = [draw_variant("cnn-table", "standard", str(seed)) for seed in range(ENOUGH)]
    later = {"marks", "told"}
    without = [{k: v for k, v in one.parameters.items() if k not in later} for one in drawn]
    older = [
        Variant(chosen, one.level, one.seed, parameters)
        for one, parameters in zip(drawn, without, strict=True)
    ]
    assert list(faults_over(chosen, guessed(drawn))) == []
    found = list(faults_over(chosen, guessed(older)))
    assert {fault.kind for fault in found} == {Kind.GUESS}
    assert any(fault.message.startswith("0 in every blank earns 10.5 %") for fault in found)


def test_a_line_of_a_kernel_is_a_smaller_part_since_a_second_draw_and_older_sheets_stay() -> None:
    chosen = family("separable-conv")
    drawn = [draw_variant("separable-conv", "easy", str(seed)) for seed in range(30)]
    without = [{k: v for k, v in one.parameters.items() if k != "marks"} for one in drawn]
    older = [Variant(chosen, "easy", "0", parameters) for parameters in without]
    assert could_be_drawn(chosen, without[0])
    assert {asked.marks for asked in older[0].working.asked} == {1}
    before, now = (means(guessed(variants))["its input 1"] for variants in (older, drawn))
    assert now == pytest.approx(before * 6 / 10)  # a row has one mark of ten, and had one of six
    assert list(faults_over(chosen, guessed(drawn))) == []


def test_too_few_variants_are_not_judged() -> None:
    few = [with_guesses("easy", str(n), {"0": 1.0}) for n in range(ENOUGH - 1)]
    assert list(faults_over(family("cnn-table"), few)) == []
    assert next(iter(means(few).values())) > MOST


def test_the_same_answers_are_marked_once_and_others_by_themselves(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: list[Mapping[str, object]] = []

    def counted(working: object, answers: Mapping[str, object], **more: object) -> tuple[()]:
        seen.append(answers)
        return ()

    monkeypatch.setattr(submissions, "mark_by_hand", counted)
    variant = draw_variant("conv1d-hand", "easy", "1")
    name = variant.working.asked[0].name
    for value in (1, 1, 1.0, Fraction(1), exact([1]), exact([1, 0]), exact([1]), exact([[1]])):
        submissions.marked(variant, {name: value})
    assert [answers[name] for answers in seen[:3]] == [1, 1.0, Fraction(1)]
    assert len(seen) == 6
