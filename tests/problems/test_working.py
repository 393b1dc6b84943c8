"""Workings: a small graph of quantities, evaluated with values fixed and steps swapped."""

from __future__ import annotations

from copy import deepcopy
from fractions import Fraction
from itertools import product
from typing import Any

import numpy as np
import pytest

from problems.derivation import Derivation, is_same
from problems.drawing import draw_variant
from problems.forms import Integer, Rational
from problems.names import ReservedNameError
from problems.quantity import Step, symbol_of
from problems.rule import Rule, Slip
from problems.table import Cell
from problems.working import Working


def divide(dividend: Any, divisor: Any) -> Any:
    return Fraction(dividend) / divisor


SIZE = Rule(
    "size",
    lambda size, kernel: size - kernel + 1,
    slips=(
        Slip("plus-one-forgotten", lambda size, kernel: size - kernel),
        Slip("kernel-forgotten", lambda size: size),
    ),
)
RATIO = Rule(
    "ratio",
    divide,
    slips=(
        Slip("ratio-turned", lambda dividend, divisor: divide(divisor, dividend)),
        Slip("plus-one-forgotten", lambda dividend, divisor: divide(dividend, divisor - 1)),
    ),
)
TOTAL = Rule("total", lambda parts, start=0: sum(parts, start=start))


FAULTS = (TypeError, AttributeError, IndexError, KeyError, NameError, RuntimeError, AssertionError)
"""What no value of a student's brings about, and only a mistake in a rule or slip of ours does."""


def two_layers() -> Working:
    """12 -> 8 -> 6; the ratio of the last size to the first; the sum of all sizes."""
    w = Working()
    size = w.given("size", 12, "n")
    kernel1, kernel2 = w.given("kernel1", 5), w.given("kernel2", 3)
    first = w.derive("first", SIZE, "n₁", size=size, kernel=kernel1)
    second = w.derive("second", SIZE, size=first, kernel=kernel2)
    ratio = w.derive("ratio", RATIO, dividend=second, divisor=size)
    w.derive("total", TOTAL, parts=[size, (first), second], start=100)
    w.ask(ratio, Rational(), marks=3)
    w.ask(first, Integer(), per_cell=True)
    return w


def step(w: Working, name: str) -> Step:
    found = w[name]
    assert isinstance(found, Step)
    return found


def test_the_values_are_worked_out_in_order() -> None:
    assert list(two_layers().solve().items()) == [
        ("size", 12),
        ("kernel1", 5),
        ("kernel2", 3),
        ("first", 8),
        ("second", 6),
        ("ratio", Fraction(1, 2)),
        ("total", 126),
    ]


def test_given_values_steps_and_symbols_are_told_apart() -> None:
    w = two_layers()
    assert w.given_values == {"size": 12, "kernel1": 5, "kernel2": 3}
    assert [one.name for one in w.steps] == ["first", "second", "ratio", "total"]
    assert [one.symbol for one in w] == [
        "n",
        r"\mathtt{kernel1}",
        r"\mathtt{kernel2}",
        "n₁",
        r"\mathtt{second}",
        r"\mathtt{ratio}",
        r"\mathtt{total}",
    ]


def test_a_quantity_without_a_symbol_is_written_as_in_programs_unless_it_is_one_letter() -> None:
    assert symbol_of("q") == "q"
    assert symbol_of("conv1_rf") == r"\mathtt{conv1\_rf}"


def test_a_blank_is_told_under_its_own_name_unless_its_meaning_is_said() -> None:
    w = two_layers()
    assert [(asked.meaning, asked.of) for asked in w.asked] == [("first", ""), ("ratio", "")]
    (second,) = (step for step in w.steps if step.name == "second")
    w.ask(second, Integer(), meaning="size", of="conv2")
    assert ("size", "conv2") in [(asked.meaning, asked.of) for asked in w.asked]


def test_a_step_that_is_not_asked_can_be_told_apart_from_others_of_its_rule() -> None:
    w = two_layers()
    second, first = (next(s for s in w.steps if s.name == name) for name in ("second", "first"))
    w.tell(second, "size", of="conv2")
    assert {name: (told.meaning, told.of) for name, told in w.told.items()} == {
        "second": ("size", "conv2")
    }
    with pytest.raises(ValueError, match="first is asked for"):
        w.tell(first, "size")


def test_what_is_asked_stands_in_the_order_of_the_working_not_of_the_asking() -> None:
    first, ratio = two_layers().asked
    assert (first.name, first.marks, first.per_cell, first.form) == ("first", 1, True, Integer())
    assert (ratio.name, ratio.marks, ratio.per_cell, ratio.form) == ("ratio", 3, False, Rational())


def test_the_sources_of_a_step_are_found_in_lists_and_tuples_too() -> None:
    w = two_layers()
    assert [one.name for one in step(w, "total").sources] == ["size", "first", "second"]
    w.derive("nested", TOTAL, parts=(w["first"], [w["second"], 4], 5))
    assert [one.name for one in step(w, "nested").sources] == ["first", "second"]


def test_the_inputs_of_a_step_are_values_in_the_shape_in_which_they_were_written() -> None:
    w = two_layers()
    assert w.inputs(step(w, "second")) == {"size": 8, "kernel": 3}
    assert w.inputs(step(w, "total")) == {"parts": [12, 8, 6], "start": 100}
    w.derive("nested", Rule("all", lambda **inputs: 0), parts=(w["first"], [w["second"], 4]))
    assert w.inputs(step(w, "nested")) == {"parts": (8, [6, 4])}


def test_a_fixed_value_stands_in_for_its_step_and_what_follows_is_worked_out_from_it() -> None:
    w = two_layers()
    assert w.evaluate(w["ratio"], {"first": 5}) == Fraction(3, 12)
    assert w.evaluate(w["first"], {"first": 5}) == 5
    assert w.inputs(step(w, "second"), {"first": 5}) == {"size": 5, "kernel": 3}
    assert w.solve({"second": 3})["total"] == 123
    assert w.solve({"second": 3})["first"] == 8


def test_a_given_value_can_be_fixed_too() -> None:
    w = two_layers()
    assert w.evaluate(w["ratio"], {"size": 20}) == Fraction(14, 20)


def test_a_step_can_be_swapped_and_the_others_keep_their_rules() -> None:
    w = two_layers()
    values = w.solve(swap=lambda one: (lambda inputs: 7) if one.name == "first" else None)
    assert (values["first"], values["second"]) == (7, 5)


def test_known_values_are_kept_for_the_next_question_and_the_rule_is_not_asked_again() -> None:
    calls: list[int] = []

    def counted(x: int) -> int:
        calls.append(x)
        return x + 1

    w = Working()
    x = w.given("x", 1)
    a = w.derive("a", Rule("counted", counted), x=x)
    b = w.derive("b", TOTAL, parts=(a, a, a))
    known = Derivation(w)
    assert (known.value(b), known.value(a)) == (6, 2)
    assert calls == [1]


def test_what_fixed_values_made_impossible_raises_what_the_rule_raises() -> None:
    w = two_layers()
    with pytest.raises(ZeroDivisionError):
        w.evaluate(w["ratio"], {"size": 0})


def test_a_slip_is_made_wherever_it_can_be_made_and_carried_on() -> None:
    w = two_layers()
    values = w.with_slip("plus-one-forgotten")
    assert (values["first"], values["second"]) == (7, 4)
    assert values["ratio"] == Fraction(4, 11)
    assert values["size"] == 12
    assert w.with_slip("ratio-turned")["ratio"] == 2


def test_a_slip_that_nobody_can_make_here_changes_nothing() -> None:
    w = two_layers()
    assert w.with_slip("no-such-slip") == w.solve()


def test_a_slip_that_makes_a_later_step_impossible_leaves_that_step_out() -> None:
    vanish = Rule("vanish", lambda x: x - 1, slips=(Slip("zero", lambda x: 0),))
    w = Working()
    x = w.given("x", 3)
    nothing = w.derive("nothing", vanish, x=x)
    ratio = w.derive("ratio", RATIO, dividend=x, divisor=nothing)
    w.derive("after", TOTAL, parts=(ratio, x))
    w.derive("beside", TOTAL, parts=(x, x))
    assert w.with_slip("zero") == {"x": 3, "nothing": 0, "beside": 6}


def test_where_a_slip_cannot_be_made_the_rule_is_followed() -> None:
    def only_of_even(x: int) -> int:
        if x % 2:
            raise ValueError
        return 0

    rule = Rule("half", lambda x: x + 1, slips=(Slip("zero-if-even", only_of_even),))
    w = Working()
    first = w.derive("first", rule, x=w.given("x", 3))
    w.derive("second", rule, x=first)
    assert w.with_slip("zero-if-even") == {"x": 3, "first": 4, "second": 0}


def test_where_a_slip_lacks_an_input_the_rule_is_followed() -> None:
    rule = Rule("next", lambda x: x + 1, slips=(Slip("step-for-one", lambda x, step: x + step),))
    w = Working()
    first = w.derive("first", rule, x=w.given("x", 3), step=w.given("step", 5))
    w.derive("second", rule, x=first)
    assert w.with_slip("step-for-one") == {"x": 3, "step": 5, "first": 8, "second": 9}


@pytest.mark.parametrize("error", FAULTS)
def test_a_slip_that_fails_for_another_reason_is_our_fault_and_is_loud(
    error: type[Exception],
) -> None:
    def broken(x: int) -> int:
        raise error(f"the slip does not know {x}")

    rule = Rule("loud", lambda x: x, slips=(Slip("broken", broken),))
    w = Working()
    w.derive("y", rule, x=w.given("x", 3))
    with pytest.raises(error, match="does not know 3"):
        w.with_slip("broken")


def test_the_slips_of_a_working_are_listed_once_in_the_order_of_its_steps() -> None:
    assert two_layers().slip_keys == ("plus-one-forgotten", "kernel-forgotten", "ratio-turned")


def test_a_step_knows_its_slips_by_key() -> None:
    one = step(two_layers(), "ratio")
    found = one.slip("plus-one-forgotten")
    assert found is RATIO.slips[1]
    assert one.slip("kernel-forgotten") is None


def test_symbols_are_used_where_a_rule_has_them() -> None:
    third = Rule("third", lambda x: x / 3, symbolic=lambda x: Fraction(x, 3))
    w = Working()
    a = w.derive("a", third, x=w.given("x", 2))
    w.derive("b", TOTAL, parts=(a, a))
    assert w.solve()["b"] == pytest.approx(4 / 3)
    assert w.solve_in_symbols()["b"] == Fraction(4, 3)


def test_two_quantities_of_one_name_are_refused() -> None:
    w = two_layers()
    with pytest.raises(ValueError, match="two quantities of the name 'first'"):
        w.given("first", 1)


def test_a_rule_that_lacks_an_input_is_refused_when_the_step_is_written() -> None:
    w = two_layers()
    with pytest.raises(ValueError, match=r"third: the rule 'size' needs \['kernel'\] as well"):
        w.derive("third", SIZE, size=w["second"])


def test_a_quantity_of_another_working_is_refused() -> None:
    w, other = two_layers(), two_layers()
    with pytest.raises(ValueError, match="third: 'second' is not a quantity of this working"):
        w.derive("third", SIZE, size=other["second"], kernel=2)
    with pytest.raises(ValueError, match="'first' is not a quantity of this working"):
        w.derive("third", TOTAL, parts=[w["second"], (1, other["first"])])


# -- what follows from fixed values ----------------------------------------------------------------


def test_what_follows_from_a_quantity_is_found_through_other_steps() -> None:
    w = two_layers()
    assert w.following(["second"]) == {"second", "ratio", "total"}
    assert w.following(["kernel1"]) == {"kernel1", "first", "second", "ratio", "total"}
    assert w.following([]) == frozenset()


def test_a_derivation_starts_from_its_fixed_values() -> None:
    w = two_layers()
    derived = Derivation(w, {"first": 5})
    assert derived.value(step(w, "ratio")) == Fraction(3, 12)
    assert derived.inputs(step(w, "second")) == {"size": 5, "kernel": 3}
    assert dict(derived.fixed) == {"first": 5}


def test_what_followed_from_an_old_value_is_worked_out_anew_from_a_fixed_one() -> None:
    w = two_layers()
    derived = Derivation(w)
    assert [derived.value(one) for one in w.steps] == [8, 6, Fraction(1, 2), 126]
    derived.fix({"first": 5})
    assert [derived.value(one) for one in w.steps] == [5, 3, Fraction(3, 12), 120]
    derived.fix({"first": 7, "ratio": 2})
    assert [derived.value(one) for one in w.steps] == [7, 5, 2, 124]


def test_a_derivation_asks_each_rule_once() -> None:
    calls: list[int] = []

    def counted(n: int) -> int:
        calls.append(n)
        return n + 1

    w = Working()
    rule = Rule("counted", counted)
    first = w.derive("first", rule, n=w.given("n", 3))
    second = w.derive("second", rule, n=first)
    derived = Derivation(w)
    assert (derived.value(second), derived.value(first), derived.inputs(second)) == (5, 4, {"n": 4})
    assert calls == [3, 4]
    derived.fix({"second": 9})
    assert (derived.value(second), derived.value(first)) == (9, 4)
    assert calls == [3, 4]


def test_what_follows_is_kept_where_a_value_is_fixed_that_was_there_and_of_its_kind() -> None:
    calls: list[Any] = []

    def counted(n: Any) -> Any:
        calls.append(n)
        return n * 2

    w = Working()
    rule = Rule("counted", counted)
    first = w.derive("first", rule, n=w.given("n", 3))
    second = w.derive("second", rule, n=first)
    derived = Derivation(w)
    assert derived.value(second) == 12
    derived.fix({"first": 6})
    assert (derived.value(second), calls) == (12, [3, 6])
    derived.fix({"first": 6.0})
    assert (derived.value(second), calls) == (12.0, [3, 6, 6.0])
    assert type(derived.value(second)) is float


def test_values_are_the_same_if_they_are_of_one_kind_and_equal() -> None:
    whole, half = np.array([1, 2], dtype=object), np.array([0.5, 2.0])
    others = [1, 1.0, True, Fraction(1, 2), 0.0, -0.0, (1, 2), (1, 2.0), (1, 2, 3), "1", None]
    arrays = [whole, half, half.astype(object), whole.reshape(1, 2), np.array([1, 2])]
    for one, other in product([*others, *arrays], repeat=2):
        assert is_same(one, other) is (one is other), (one, other)
        assert is_same(one, deepcopy(one)) is True
    assert not is_same(np.array([1, 2], dtype=object), np.array([1, 2.0], dtype=object))
    assert not is_same(np.array([0.0]), np.array([-0.0]))


def test_slips_are_made_in_the_steps_that_are_named_and_leave_the_derivation_as_it_was() -> None:
    w = two_layers()
    derived = Derivation(w)
    first, second = step(w, "first"), step(w, "second")
    slips = {one.name: one.slip("plus-one-forgotten") for one in (first, second)}
    assert derived.value(second) == 6
    made = {name: slip for name, slip in slips.items() if slip}
    assert derived.value_with(made, second) == 4
    assert derived.value_with({"second": made["second"]}, second) == 5
    assert derived.value(second) == 6


def test_the_fixed_values_of_a_derivation_are_changed_by_fixing_only() -> None:
    derived = Derivation(two_layers(), {"first": 5})
    with pytest.raises(TypeError, match="does not support item assignment"):
        derived.fixed["first"] = 8  # type: ignore[index]


@pytest.mark.parametrize("key", ["plus-one-forgotten", "kernel-forgotten", "ratio-turned", "none"])
def test_the_truth_saves_work_and_changes_nothing_of_a_slip(key: str) -> None:
    w = two_layers()
    assert w.with_slip(key, w.solve()) == w.with_slip(key)


# -- what is asked ---------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["max", "lambda", "np", "_hidden"])
def test_a_name_that_cannot_be_typed_is_no_name_of_a_blank(name: str) -> None:
    w = Working()
    kept = w.derive(name, TOTAL, parts=(1, 2))  # which may stand unasked
    with pytest.raises(ReservedNameError, match=rf"a blank cannot be called '{name}'.*w\.derive"):
        w.ask(kept, Integer())
    assert w.asked == ()


def unasked() -> Working:
    """Four numbers of which none is asked for yet."""
    w = Working()
    for name in ("first", "second", "third", "fourth"):
        w.derive(name, TOTAL, parts=(1, 2))
    return w


def test_a_size_may_be_left_open_of_what_has_one() -> None:
    w = unasked()
    w.ask(step(w, "first"), Rational(), size_told=False)
    assert not w.asked[0].size_told
    with pytest.raises(ValueError, match=r"second: the size can be left open .* but Integer has"):
        w.ask(step(w, "second"), Integer(), size_told=False)


def test_a_step_is_asked_for_once() -> None:
    w = unasked()
    w.ask(step(w, "first"), Integer())
    with pytest.raises(ValueError, match="first is asked for already"):
        w.ask(step(w, "first"), Integer(), cell=("conv1", "size"))
    assert w.tables == ()


def test_blanks_stand_in_tables_with_holes_and_keep_their_flat_names() -> None:
    w = unasked()
    w.lay_out(columns=("ratio", "size"))
    w.ask(step(w, "first"), Integer(), cell=("conv1", "size"))
    w.ask(step(w, "second"), Integer(), cell=("conv2", "size"))
    w.ask(step(w, "third"), Rational(), cell=("conv2", "ratio"))
    w.ask(step(w, "fourth"), Integer(), cell=("all", "sum"), table="totals")
    layers, totals = w.tables
    assert (layers.rows, layers.columns) == (("conv1", "conv2"), ("ratio", "size"))
    assert layers.at("conv1", "ratio") is None
    assert layers.at("conv2", "ratio") == "third"
    assert (totals.key, totals.at("all", "sum")) == ("totals", "fourth")
    assert [asked.name for asked in w.asked] == ["first", "second", "third", "fourth"]
    assert w.asked[1].cell == Cell("conv2", "size")


def test_a_cell_that_is_taken_or_not_there_is_refused_and_nothing_is_asked() -> None:
    w = unasked()
    w.lay_out(rows=("conv1", "conv2"))
    w.ask(step(w, "first"), Integer(), cell=("conv1", "size"))
    with pytest.raises(ValueError, match="second: a cell of its own was needed"):
        w.ask(step(w, "second"), Integer(), cell=("conv1", "size"))
    with pytest.raises(ValueError, match="the rows of the table are conv1, conv2, but 'conv3'"):
        w.ask(step(w, "second"), Integer(), cell=("conv3", "size"))
    assert [asked.name for asked in w.asked] == ["first"]


def test_a_table_is_laid_out_once_and_before_it_has_blanks() -> None:
    w = unasked()
    w.ask(step(w, "first"), Integer(), cell=("conv1", "size"))
    with pytest.raises(ValueError, match="the table '' is laid out already, or has blanks"):
        w.lay_out(columns=("size",))
    w.lay_out("other", columns=("size",))
    assert [table.key for table in w.tables] == [""]


def test_what_a_quantity_comes_of_is_what_it_follows_from() -> None:
    working = draw_variant("cnn-table", "standard", "3").working
    names = [quantity.name for quantity in working]
    for name in names:
        for other in names:
            assert working.comes_of(name, [other]) == (name in working.following([other]))
    assert not working.comes_of(names[0], names[1:])
    assert working.comes_of(names[-1], names)
    assert working.following(names[:2]) == working.following(names[:1]) | working.following(
        [names[1]]
    )


def test_right_values_are_worked_out_once_for_a_working_and_others_apart() -> None:
    calls: list[Any] = []

    def counted(n: Any) -> Any:
        calls.append(n)
        return n * 2

    w = Working()
    rule = Rule("counted", counted)
    first = w.derive("first", rule, n=w.given("n", 3))
    second = w.derive("second", rule, n=first)
    one, other = Derivation(w), Derivation(w)
    one.fix({"first": one.value(first)})
    assert one.value(second) == other.value(second) == 12
    assert calls == [3, 6]
    wrong = one.copy()
    wrong.fix({"first": 5})
    assert wrong.value(second) == 10
    assert one.value(second) == Derivation(w).value(second) == 12
    assert calls == [3, 6, 5]
    assert not wrong.stands_on_right(second)
    assert one.stands_on_right(second)
    assert Derivation(w, {"second": 7}).stands_on_right(first)
