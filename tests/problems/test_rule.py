"""Rules and slips: each takes out of what is in sight the inputs that it names."""

from __future__ import annotations

from typing import Any

import pytest

from problems.rule import NotApplicableError, Rule, Slip

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
