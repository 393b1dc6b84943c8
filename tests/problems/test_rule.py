"""Rules and slips: each takes out of what is in sight the inputs that it names."""

from __future__ import annotations

from typing import Any

import pytest

from problems.rule import NotApplicableError, Rule, Slip
from reference.errors import ShapeError
from reference.geometry import PLAIN, Geometry, PoolWindow

IN_SIGHT = {"size": 17, "kernel": 4, "stride": 3, "padding": 2}


def out_size(size: int, kernel: int, stride: int = 1) -> int:
    return (size - kernel) // stride + 1


def test_a_rule_takes_the_inputs_that_it_names_and_leaves_the_rest() -> None:
    assert Rule("size", out_size)(IN_SIGHT) == 5


def test_an_input_with_a_default_may_be_missing() -> None:
    rule = Rule("size", out_size)
    assert rule({"size": 17, "kernel": 4}) == 14
    assert rule.missing(frozenset({"size", "kernel"})) == frozenset()
    assert rule.missing(frozenset({"size", "stride"})) == {"kernel"}


def test_a_function_of_any_inputs_gets_all_that_are_in_sight() -> None:
    rule = Rule("all", lambda **inputs: sorted(inputs))
    assert rule(IN_SIGHT) == ["kernel", "padding", "size", "stride"]
    assert rule.missing(frozenset()) == frozenset()


def test_a_function_with_rest_arguments_gets_them_too() -> None:
    def function(kernel: int, **rest: Any) -> tuple[int, list[str]]:
        return kernel, sorted(rest)

    assert Rule("rest", function)(IN_SIGHT) == (4, ["padding", "size", "stride"])
    assert Rule("rest", function).missing(frozenset({"size"})) == {"kernel"}


def test_inputs_that_only_a_mistake_leads_to_may_have_a_value_all_the_same() -> None:
    def shared(cells: int, groups: int) -> int:
        if groups == 0:
            raise ValueError("no groups")
        if cells % groups:
            raise ShapeError("they do not divide")
        return cells // groups

    rule = Rule("shared", shared, lenient=lambda cells, groups: round(cells / groups))
    assert rule({"cells": 12, "groups": 4}) == 3
    assert rule({"cells": 13, "groups": 4}) == 3
    with pytest.raises(ShapeError, match="they do not divide"):
        Rule("shared", shared)({"cells": 13, "groups": 4})
    with pytest.raises(ValueError, match="no groups"):
        rule({"cells": 13, "groups": 0})


def test_a_slip_may_take_an_input_that_its_rule_does_not_name() -> None:
    slip = Slip("padding-for-stride", lambda size, kernel, padding: (size - kernel) // padding + 1)
    assert slip(IN_SIGHT) == 7


def test_a_slip_that_lacks_an_input_cannot_be_made() -> None:
    slip = Slip("padding-for-stride", lambda size, padding, stride=1: padding)
    assert slip.missing({"size", "stride"}) == {"padding"}
    assert slip.missing({"size", "padding"}) == frozenset()
    with pytest.raises(
        NotApplicableError, match=r"slip 'padding-for-stride' needs \['padding'\] as well"
    ):
        slip({"size": 17})


def test_two_slips_of_one_key_in_one_rule_are_refused() -> None:
    slips = (Slip("same", lambda: 1), Slip("other", lambda: 2), Slip("same", lambda: 3))
    with pytest.raises(ValueError, match=r"rule 'r' has two slips of one key: \['same', 'other'"):
        Rule("r", lambda: 0, slips)


def test_a_rule_with_one_right_value_accepts_no_other() -> None:
    rule = Rule("size", out_size)
    assert not rule.is_right(5, IN_SIGHT)
    assert rule.right_values(IN_SIGHT) == (5,)


def test_a_rule_with_several_right_values_accepts_each_and_lists_some_to_try() -> None:
    rule = Rule(
        "root",
        lambda square: int(square**0.5),
        accepts=lambda value, square: value * value == square,
        alternatives=lambda square: [int(square**0.5), -int(square**0.5)],
    )
    inputs = {"square": 9, "kernel": 4}
    assert rule(inputs) == 3
    assert rule.is_right(-3, inputs)
    assert rule.is_right(-3, inputs) is True
    assert not rule.is_right(4, inputs)
    assert rule.right_values(inputs) == (3, -3)


def test_a_rule_is_worked_in_symbols_where_it_has_them_and_as_it_is_elsewhere() -> None:
    both = Rule("third", lambda size: size / 3, symbolic=lambda size: f"{size}/3")
    assert both(IN_SIGHT) == pytest.approx(17 / 3)
    assert both.in_symbols(IN_SIGHT) == "17/3"
    assert Rule("size", out_size).in_symbols(IN_SIGHT) == 5


def geometry_in_sight(size: int, geometry: Geometry = PLAIN) -> Geometry:
    return geometry


def test_a_geometry_is_made_of_its_fields_as_far_as_they_are_in_sight() -> None:
    rule = Rule("moves", geometry_in_sight)
    assert rule(IN_SIGHT) == Geometry(stride=3, padding=2)
    assert rule({**IN_SIGHT, "mode": "edge"}) == Geometry(stride=3, padding=2, mode="edge")
    assert rule({"size": 17, "kernel": 4}) is PLAIN


def test_a_geometry_in_sight_is_taken_as_it_is() -> None:
    other = Geometry(dilation=7)
    assert Rule("moves", geometry_in_sight)({**IN_SIGHT, "geometry": other}) is other


def test_a_window_is_made_where_its_kernel_is_in_sight() -> None:
    rule = Rule("windows", lambda window: window)
    assert rule(IN_SIGHT) == PoolWindow(kernel=4, stride=3, padding=2)
    assert rule.missing({"kernel"}) == frozenset()
    assert rule.missing({"stride", "padding"}) == {"window"}


def test_a_slip_that_needs_a_geometry_needs_one_of_its_fields() -> None:
    slip = Slip("stride-forgotten", lambda geometry: geometry.but(stride=1))
    assert slip(IN_SIGHT) == Geometry(padding=2)
    assert slip.missing({"size", "kernel"}) == {"geometry"}
    with pytest.raises(NotApplicableError, match=r"needs \['geometry'\] as well"):
        slip({"size": 17, "kernel": 4})


ROUNDED, DOUBLED, HALVED = (Slip(key, lambda size: size) for key in ("up", "twice", "half"))
SIZE = Rule("size", out_size, (ROUNDED, DOUBLED), accepts=lambda value, size: value == size)


def keys_of(rule: Rule) -> list[str]:
    return [slip.key for slip in rule.slips]


def test_a_rule_with_slips_left_out_and_added_keeps_all_else() -> None:
    other = SIZE.but("other-size", without=("up",), also=(HALVED,))
    assert (other.key, keys_of(other)) == ("other-size", ["twice", "half"])
    assert (other.function, other.accepts) == (SIZE.function, SIZE.accepts)
    assert other(IN_SIGHT) == SIZE(IN_SIGHT)
    assert keys_of(SIZE) == ["up", "twice"]


def test_slips_are_added_before_or_after_those_that_stay() -> None:
    assert keys_of(SIZE.but(first=(HALVED,))) == ["half", "up", "twice"]
    assert keys_of(SIZE.but(also=(HALVED,))) == ["up", "twice", "half"]
    assert SIZE.but().key == "size"


def test_a_slip_is_replaced_by_leaving_it_out_as_well() -> None:
    own = Slip("up", lambda size: -size)
    assert SIZE.but(without=("up",), also=(own,)).slips == (DOUBLED, own)
    with pytest.raises(ValueError, match="rule 'size' has two slips of one key"):
        SIZE.but(also=(own,))


def test_leaving_out_what_is_not_there_is_an_error_that_names_it() -> None:
    words = "rule 'size' has no slips down, left to leave out; it has up, twice"
    with pytest.raises(ValueError, match=words):
        SIZE.but(without=("left", "up", "down"))
    with pytest.raises(ValueError, match="no slips up to leave out; it has none"):
        Rule("plain", out_size).but(without=("up",))


def test_a_rule_can_be_worked_out_by_another_function() -> None:
    other = SIZE.but(function=lambda size, padding: size + padding)
    assert other(IN_SIGHT) == 19
    assert other.missing({"size"}) == {"padding"}
    assert keys_of(other) == keys_of(SIZE)


def test_a_slip_comes_of_its_own_mistake_unless_it_says_so() -> None:
    assert Slip("stride-forgotten", lambda x: x).mistake == "stride-forgotten"
    assert Slip("jump-forgotten", lambda x: x, mistake="stride-forgotten").mistake == (
        "stride-forgotten"
    )
