"""Mistakes over many variants: each shows somewhere, and no two are the same everywhere."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from grader.answers.outcome import Outcome
from grader.certification import slips
from grader.certification.fault import Kind
from grader.certification.submissions import lost
from problems.catalogue import family
from problems.drawing import draw_variant
from tests.grader.certification.specimens import with_slips

TABLE = family("cnn-table")
ONE_CORE = replace(TABLE, core={"easy": ("a",)})


def test_a_slip_that_shows_once_is_not_dead() -> None:
    never = [with_slips({"a": "x", "b": ""})] * slips.ENOUGH
    (fault,) = slips.faults_over(TABLE, never)
    assert (fault.kind, fault.message.split(" on ")[0]) == (
        Kind.DEAD_SLIP,
        "the slip b changes nothing that is asked,",
    )
    assert list(slips.faults_over(TABLE, [*never, with_slips({"a": "x", "b": "y"})])) == []


def test_two_slips_that_differ_once_are_not_equal() -> None:
    alike = [with_slips({"a": "x", "b": "x"})] * slips.ENOUGH
    (fault,) = slips.faults_over(TABLE, alike)
    assert (fault.kind, fault.message[:31]) == (Kind.EQUAL_SLIPS, "the slips a and b never differ,")
    for other in ({"a": "x", "b": "y"}, {"a": "x", "b": ""}, {"a": "x"}):
        assert list(slips.faults_over(TABLE, [*alike, with_slips(other)])) == []


def test_too_few_specimens_say_nothing_of_rare_mistakes() -> None:
    few = [with_slips({"a": "x", "b": "x", "c": ""})] * (slips.ENOUGH - 1)
    assert list(slips.faults_over(TABLE, few)) == []
    example = replace(few[0], example="lecture")
    assert list(slips.faults_over(TABLE, [*few, example])) == []


def test_a_core_slip_has_to_be_told_on_some_variant_of_its_level() -> None:
    never = [with_slips({"a": "x"}, {"a": False})] * slips.ENOUGH
    (fault,) = slips.never_told(ONE_CORE, never)
    assert (fault.kind, fault.level) == (Kind.CORE, "easy")
    assert list(slips.never_told(ONE_CORE, [*never, with_slips({"a": "x"}, {"a": True})])) == []
    elsewhere = replace(with_slips({"a": "x"}, {"a": True}), level="hard")
    assert len(list(slips.never_told(ONE_CORE, [*never, elsewhere]))) == 1


def test_a_level_by_hand_without_core_slips_is_a_fault() -> None:
    found = list(slips.unknown_core_slips(ONE_CORE, [with_slips({"a": "x"})]))
    assert [(f.kind, f.level) for f in found] == [(Kind.CORE, "standard"), (Kind.CORE, "hard")]
    assert list(slips.unknown_core_slips(TABLE, [])) == []


def test_a_core_slip_of_no_rule_is_a_fault_of_a_level_that_was_drawn() -> None:
    core = replace(TABLE, core=dict.fromkeys(("easy", "standard", "hard"), ("b",)))
    drawn = with_slips({"a": "x"})
    (fault,) = slips.unknown_core_slips(core, [drawn])
    assert (fault.kind, fault.level) == (Kind.CORE, "easy")
    assert fault.message == "the core slip b is in no rule of the level"
    example = replace(drawn, level="standard", example="lecture")
    assert len(list(slips.unknown_core_slips(core, [drawn, example]))) == 1


def test_what_is_seen_of_a_slip_is_its_values_and_whether_they_tell_it() -> None:
    variant = draw_variant("cnn-table", "easy", "3")
    seen = slips.seen_by_hand(variant)
    assert set(seen) == set(variant.working.slip_keys)
    assert variant.aim is not None
    assert seen[variant.aim].told
    assert seen[variant.aim].print
    assert not seen["padding-widens-field"].print  # there is no padding
    only = slips.seen_by_hand(variant, told=[variant.aim])
    others = [key for key in only if key != variant.aim]
    assert {only[key].told for key in others} == {None}
    assert {key: only[key].print for key in others} == {key: seen[key].print for key in others}


def test_fingerprints_tell_values_apart_and_not_their_types() -> None:
    prints = [
        slips.fingerprint(value)
        for value in (1, 2, (1, 2), np.array([1, 2]), np.array([[1, 2]]), {"a": 1}, "1 2", 0.5)
    ]
    assert len(set(prints)) == len(prints)
    assert slips.fingerprint(np.array([1.0, 2.0])) == slips.fingerprint(
        np.array([1.0, 2.0 + 1e-13])
    )
    floats = [np.array(cells) for cells in ([1.0, 2.0], [2.0, 1.0], [1.0, 2.0001], [1.0, -2.0])]
    assert len({slips.fingerprint(each) for each in floats}) == len(floats)


def test_a_mistake_within_the_tolerance_where_it_is_made_may_cost_nothing() -> None:
    # its gradients have a norm of nearly 1, and what follows from them differs by more
    variant = draw_variant("conv2d-backprop", "easy", "409")
    fields = slips.marked_with_slip(variant, "gradient-normalised")
    assert lost(fields) == 0
    assert slips.judged_by_hand(variant, "gradient-normalised", fields) == ""
    wrong = [replace(one, outcome=Outcome.SLIP) for one in fields]
    told = "the slip gradient-normalised costs nothing"
    assert slips.judged_by_hand(variant, "gradient-normalised", wrong) == told
