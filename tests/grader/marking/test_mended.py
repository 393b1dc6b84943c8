"""With a mistake mended, what it hides is earned, and the mistake costs once all the same."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from grader.answers.outcome import Outcome
from grader.marking.mended import (
    ONE_PLACE,
    Mended,
    costs_much,
    failing_at_once,
    failing_otherwise,
    is_hidden,
    is_mended,
    told_where,
    with_mended,
)
from grader.marking.result import FieldResult
from grader.messages.remark import Remark
from problems.probe import Check, Probe

NAMES = ("a", "b", "c", "d")
MARKS = (3, 1, 2, 1)
MAPS = "maps-of-another-size"
OVER = "loop-runs-over-the-end"
CHECKS = [Check(name, Probe(), marks) for name, marks in zip(NAMES, MARKS, strict=True)]


def fields(
    right: str, lost: Outcome = Outcome.WRONG, slips: tuple[str, ...] = ()
) -> list[FieldResult]:
    """Checks, of which those that are named are right."""
    return [
        FieldResult(name, Outcome.CORRECT, marks, marks)
        if name in right
        else FieldResult(name, lost, 0.0, marks, slips=slips)
        for name, marks in zip(NAMES, MARKS, strict=True)
    ]


def scores(found: list[FieldResult]) -> list[float]:
    return [field.score for field in found]


def test_a_mistake_costs_the_first_check_that_it_alone_has_spoilt() -> None:
    found = with_mended(fields("b"), fields("abcd"), ("mistake",))
    assert scores(found) == [0, 1, 2, 1]
    assert [field.slips for field in found] == [("mistake",), (), ("mistake",), ("mistake",)]
    assert [one.key for one in found[0].remarks] == ["mended"]
    assert [one.key for one in found[2].remarks] == ["slip-again"]


def test_each_of_two_mistakes_costs_a_check() -> None:
    found = with_mended(fields(""), fields("abcd"), ("first", "second"))
    assert scores(found) == [0, 0, 2, 1]
    assert [field.slips for field in found[:3]] == [("first",), ("second",), ("first",)]


def test_a_check_that_is_lost_in_both_runs_stays_lost_and_tells_what_shows_now() -> None:
    second = fields("bcd", Outcome.SLIP, ("kernel-flipped",))
    found = with_mended(fields(""), second, ("mistake",))
    assert scores(found) == [0, 0, 2, 1]
    assert [field.slips for field in found[:2]] == [("kernel-flipped",), ("mistake",)]


def test_a_mistake_that_has_cost_marks_under_another_name_costs_no_more() -> None:
    first = fields("", Outcome.SLIP, ("affine-not-registered",))
    second = fields("bcd", Outcome.SLIP, ("affine-not-registered",))
    found = with_mended(first, second, ("layers-made-on-each-call",))
    assert scores(found) == [0, 1, 2, 1]


def test_what_is_earned_is_told_by_the_name_under_which_the_mistake_has_cost_marks() -> None:
    first = [*fields("", Outcome.SLIP, ("integer-result",))[:1], *fields("")[1:]]
    found = with_mended(first, [first[0], *fields("abcd")[1:]], ("integers-for-decimals",))
    assert scores(found) == [0, 1, 2, 1]
    assert {field.slips for field in found} == {("integer-result",)}


def test_a_check_that_names_its_slip_in_the_first_run_keeps_the_name() -> None:
    first = [*fields("")[:1], *fields("", Outcome.SLIP, ("return-in-loop",))[1:]]
    found = with_mended([first[1], *first[2:]], fields("abcd")[1:], ("return-in-loop",))
    assert found[0].slips == ("return-in-loop",)
    assert found[0].remarks == ()


def test_an_error_that_told_the_mistake_by_another_name_keeps_it() -> None:
    first = fields("", Outcome.CRASHED, ("outputs-counted-without-stride",))
    found = with_mended(first, fields("abcd"), (OVER,))
    assert scores(found) == [0, 1, 2, 1]
    assert {field.slips for field in found} == {("outputs-counted-without-stride",)}


def test_a_loop_ended_early_is_mended_only_where_right_values_come_of_it() -> None:
    first, left_out = fields(""), fields("abc", Outcome.SLIP, ("tap-left-out",))
    assert is_mended(first, fields("b"), (OVER,))
    assert not is_mended(first, first, (OVER,))
    assert not is_mended(fields("b"), fields("b"), (OVER,))
    assert not is_mended(first, left_out, (OVER,))
    assert is_mended(first, left_out, ("return-forgotten",))


def test_maps_that_are_cut_to_fit_cost_the_check_whose_values_they_spoil() -> None:
    first, second = fields("a", Outcome.CRASHED), fields("acd")
    found = with_mended(first, second, (MAPS,))
    assert scores(found) == [3, 0, 2, 1]
    assert [field.slips for field in found] == [(), (MAPS,), (MAPS,), (MAPS,)]
    assert is_mended(first, second, (MAPS,))
    assert not is_mended(first, fields("ac"), (MAPS,))


@pytest.mark.parametrize("mistakes", [("one",), ("one", "two")])
def test_no_marks_are_full_or_fewer_than_before_whatever_comes(mistakes: tuple[str, ...]) -> None:
    subsets = ["".join(n for n, is_in in zip(NAMES, each, strict=True) if is_in)
               for each in product((0, 1), repeat=4)]  # fmt: skip
    for first, second, named in product(subsets, subsets, ((), ("one",), ("other",))):
        before = fields(first, Outcome.SLIP if named else Outcome.WRONG, named)
        found = with_mended(before, fields(second), mistakes)
        assert sum(scores(found)) >= sum(scores(before))
        assert (sum(scores(found)) == sum(MARKS)) == (first == "abcd")


@pytest.mark.parametrize(
    ("right", "lost", "hidden"),
    [
        ("", Outcome.WRONG, True),
        ("ab", Outcome.CRASHED, True),
        ("abc", Outcome.WRONG, False),  # one check may be lost to any mistake
        ("", Outcome.UNANSWERED, False),
        ("", Outcome.OVER_LIMIT, False),
        ("", Outcome.GRADER_FAULT, False),
    ],
)
def test_a_program_is_run_again_where_two_checks_are_lost_for_no_blank_and_no_limit(
    right: str, lost: Outcome, hidden: bool
) -> None:
    assert is_hidden(CHECKS, fields(right, lost)) is hidden


def crashed(*slips: str) -> FieldResult:
    remarks = (Remark("fail-several-slips", {"slips": slips}), Remark("raised"))
    return FieldResult("a", Outcome.CRASHED, 0.0, 3.0, slips=slips, remarks=remarks)


@pytest.mark.parametrize(
    ("slips", "told", "key"),
    [
        ((OVER, "window-one-cell-short"), ("window-one-cell-short",), "fail-slip"),
        (
            ("window-ends-without-dilation", OVER, "window-one-cell-short"),
            ("window-ends-without-dilation", "window-one-cell-short"),
            "fail-several-slips",
        ),
        ((OVER, "windows-begin-later"), (OVER, "windows-begin-later"), "fail-several-slips"),
    ],
)
def test_of_a_loop_that_fails_in_its_first_turn_no_window_has_run_over_the_end(
    slips: tuple[str, ...], told: tuple[str, ...], key: str
) -> None:
    first, right = failing_at_once([crashed(*slips), fields("b")[1]])
    assert (first.slips, first.remarks[0]) == (told, Remark(key, {"slips": told}))
    assert first.remarks[1].key == "raised"
    assert right.outcome is Outcome.CORRECT


def test_windows_run_over_no_end_where_nothing_is_right_once_the_loop_is_ended_in_time() -> None:
    first = [crashed(OVER, "window-one-cell-short", "windows-begin-later"), *fields("b")[1:]]
    (found, *_) = failing_otherwise(first, first, fields("b"))
    assert (found.slips, found.remarks[0].key) == (("windows-begin-later",), "fail-slip")
    assert failing_otherwise(first, first, fields("ab")) == first
    assert failing_otherwise([crashed(OVER)], [crashed(OVER)], fields("")[:1]) == [crashed(OVER)]


def test_a_mistake_that_is_mended_is_not_told_of_its_error_once_more() -> None:
    first = [crashed("outputs-counted-without-stride"), *fields("")[1:]]
    found = with_mended(first, fields("abcd"), (OVER,))
    assert found[0].slips == ("outputs-counted-without-stride",)
    assert [remark.key for remark in found[0].remarks] == ["mended", "raised"]


@pytest.mark.parametrize(
    ("right", "lost", "much"),
    [
        ("", Outcome.WRONG, True),
        ("bd", Outcome.CRASHED, True),  # five of seven
        ("bc", Outcome.WRONG, True),  # four of seven
        ("ab", Outcome.WRONG, True),  # three, where the heaviest check that is lost has two
        ("bcd", Outcome.WRONG, False),  # the heaviest check alone
        ("abd", Outcome.WRONG, False),
        ("", Outcome.UNANSWERED, False),
        ("", Outcome.OVER_LIMIT, False),
    ],
)
def test_a_wrong_place_is_looked_for_where_one_mistake_may_have_cost_too_much(
    right: str, lost: Outcome, much: bool
) -> None:
    assert costs_much(fields(right, lost)) is much


def test_a_place_that_changes_the_input_costs_once_and_gets_that_name() -> None:
    a, b, c, d = fields("bc")
    first = [a, b, c, replace(d, slips=("changed-in-place",), outcome=Outcome.SLIP)]
    found = with_mended(first, fields("abcd"), (ONE_PLACE,))
    assert scores(found) == [0, 1, 2, 1]
    assert [found[0].slips, found[3].slips] == [("changed-in-place",)] * 2
    (told,) = found[0].remarks
    assert (told.key, told.details["slips"]) == ("mended", ("changed-in-place",))


def test_a_name_that_an_overwritten_attribute_gives_itself_is_not_told() -> None:
    a, *others = fields("")
    seen = Remark("check-slip", {"slips": ("layers-not-registered",)})
    named = replace(
        a, slips=("layers-not-registered",), outcome=Outcome.SLIP, remarks=(seen, Remark("missing"))
    )
    found = with_mended([named, *others], fields("abcd"), ("attribute-overwritten",))
    assert scores(found) == [0, 1, 2, 1]
    assert [one.key for one in found[0].remarks] == ["mended", "missing"]


def test_the_check_that_a_wrong_place_costs_tells_which_it_is() -> None:
    right = fields("abcd")
    run = Mended((ONE_PLACE,), (), {}, place="line 7", kind="counted")
    found = told_where(with_mended(fields(""), right, (ONE_PLACE,)), right, run)
    assert [one.key for one in found[0].remarks] == ["mended", "one-place", "place-counted"]
    assert found[0].remarks[1].details == {"place": "line 7"}
    assert all("one-place" not in {r.key for r in one.remarks} for one in found[1:])


@pytest.mark.parametrize(
    ("before", "costs"),
    [
        ((), 3),
        (("wrong-size-after-flattening",), 5),
        (("padding-in-every-convolution",), 5),  # as the same size is called in the first run
    ],
)
def test_a_size_that_fits_a_layer_too_many_is_no_mistake_of_its_own(
    before: tuple[str, ...], costs: int
) -> None:
    flattened = fields("", Outcome.SLIP, ("wrong-size-after-flattening",))[0]
    first = [fields("", Outcome.SLIP if before else Outcome.WRONG, before)[0], *fields("bd")[1:]]
    found = with_mended(first, [flattened, *fields("bcd")[1:]], (ONE_PLACE,))
    assert sum(MARKS) - sum(scores(found)) == costs
    assert found[0].slips == (("wrong-size-after-flattening",) if before else (ONE_PLACE,))
