"""What is said of a wrong value is true of it, and tells no size that is part of the question."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from grader.answers.outcome import Outcome
from grader.marking import difference as module
from grader.marking.by_hand import mark_by_hand
from grader.marking.difference import difference
from grader.marking.result import FieldResult
from grader.messages.remark import Remark
from problems.forms import (
    Choice,
    Expression,
    Form,
    Rational,
    Reasoned,
    ReasonedChoice,
    Shape,
    exact,
)
from problems.formula import variable
from problems.rule import Rule, Slip
from problems.working import Asked, Working

N, K = variable("n"), variable("k")
FORMULA = Expression(("n", "k"))
WHY = ReasonedChoice(("yes", "no"), ("odd", "padded", "cut"))
TENSOR = exact([[[1, 2], [3, 4], [5, 6]], [[7, 8], [9, 10], [11, 12]]])


def asked_for(form: Form, true: Any, *slips: Slip, **how: Any) -> tuple[Working, Asked]:
    w = Working()
    w.ask(w.derive("a", Rule("rule", lambda: true, slips)), form, **how)
    return w, w.asked[0]


def marked(form: Form, true: Any, found: Any, *slips: Slip, **how: Any) -> FieldResult:
    w, _ = asked_for(form, true, *slips, **how)
    (field,) = mark_by_hand(w, {"a": found})
    return field


# -- tensors of any order ------------------------------------------------------------------------


def test_the_wrong_cells_of_a_tensor_are_named_by_all_their_indices() -> None:
    wrong = TENSOR.copy()
    wrong[0, 1, 1], wrong[1, 2, 0] = 40, 50
    field = marked(Rational(), TENSOR, wrong, marks=12, per_cell=True)
    assert field.remarks == (Remark("wrong-indices", {"cells": ((1, 2, 2), (2, 3, 1))}),)
    assert field.score == 10


def test_a_tensor_of_another_shape_is_told_with_both() -> None:
    field = marked(Rational(), TENSOR, TENSOR[:, :, :1])
    details = {"found": (2, 3, 1), "expected": (2, 3, 2)}
    assert field.remarks == (Remark("wrong-shape", details),)


# -- choices with a reason -----------------------------------------------------------------------


def test_both_parts_right_earn_the_marks() -> None:
    field = marked(WHY, Reasoned("yes", "odd"), Reasoned("yes", "odd"), marks=2)
    assert (field.outcome, field.score) == (Outcome.CORRECT, 2)


def test_a_right_answer_for_a_wrong_reason_is_told_so_and_names_no_mistake() -> None:
    slip = Slip("cut-off", lambda: Reasoned("no", "cut"))
    field = marked(WHY, Reasoned("yes", "odd"), Reasoned("yes", "cut"), slip, marks=2)
    assert (field.outcome, field.score, field.slips) == (Outcome.WRONG, 0, ())
    assert field.remarks == (Remark("reason-wrong"),)


def test_a_mistake_that_leads_to_the_reason_found_is_named_beside_it() -> None:
    slip = Slip("padding-seen", lambda: Reasoned("yes", "padded"))
    field = marked(WHY, Reasoned("yes", "odd"), Reasoned("yes", "padded"), slip)
    assert (field.outcome, field.slips) == (Outcome.SLIP, ("padding-seen",))
    assert [remark.key for remark in field.remarks] == ["reason-wrong", "slip"]


@pytest.mark.parametrize("reason", ["odd", "cut"])
def test_a_wrong_answer_is_wrong_whatever_its_reason_and_nothing_is_told_of_that(
    reason: str,
) -> None:
    field = marked(WHY, Reasoned("yes", "odd"), Reasoned("no", reason))
    assert (field.outcome, field.remarks) == (Outcome.WRONG, (Remark("wrong"),))


# -- expressions ---------------------------------------------------------------------------------


def test_an_expression_is_right_however_it_is_put() -> None:
    assert marked(FORMULA, N * (K + 1), N + N * K).outcome is Outcome.CORRECT
    assert marked(FORMULA, N * (K + 1), N * K).remarks == (Remark("wrong"),)


def test_a_number_in_place_of_an_expression_is_told_apart() -> None:
    details = {"variables": "n, k"}
    assert marked(FORMULA, N * K, N * 0 + 6).remarks == (Remark("expression-constant", details),)
    assert marked(FORMULA, 6, N * 0 + 7).remarks == (Remark("wrong"),)
    assert marked(FORMULA, 6, N * 0 + 6).outcome is Outcome.CORRECT


def test_a_slip_in_an_expression_is_found_by_its_value() -> None:
    slip = Slip("plus-one-forgotten", lambda: N - K)
    field = marked(FORMULA, N - K + 1, -(K - N), slip)
    assert (field.outcome, field.slips) == (Outcome.SLIP, ("plus-one-forgotten",))


def chain() -> Working:
    """A size that is asked as a formula, and a cost that follows from it."""
    w = Working()
    size = w.derive("size", Rule("size", lambda n, k: n - k + 1), n=N, k=K)
    cost = w.derive(
        "cost",
        Rule("cost", lambda out, k: out * k, (Slip("squared", lambda out, k: out * k**2),)),
        out=size,
        k=K,
    )
    w.ask(size, FORMULA)
    w.ask(cost, FORMULA)
    return w


def test_what_follows_from_a_wrong_expression_keeps_its_marks() -> None:
    size, cost = mark_by_hand(chain(), {"size": N - K, "cost": N * K - K * K})
    assert (size.outcome, cost.outcome) == (Outcome.WRONG, Outcome.FOLLOW_THROUGH)
    assert cost.score == 1


def test_a_slip_is_made_from_the_students_own_expression() -> None:
    _, cost = mark_by_hand(chain(), {"size": N - K, "cost": (N - K) * K * K})
    assert (cost.outcome, cost.slips) == (Outcome.SLIP, ("squared",))


@pytest.mark.parametrize("nothing", [N - N, N * 0, (N - K) * 0 + K - K])
def test_a_formula_that_is_zero_everywhere_earns_nothing_for_what_follows(nothing: Any) -> None:
    _, cost = mark_by_hand(chain(), {"size": nothing, "cost": N * 0})
    assert cost.outcome is Outcome.WRONG
    assert cost.remarks == (Remark("follow-through-trivial"),)


def test_a_formula_that_no_longer_depends_on_an_input_is_no_present() -> None:
    w = Working()
    jump = w.derive("jump", Rule("jump", lambda n, s: n * s - n), n=N, s=K)
    rule = Rule("field", lambda jump, kernel: 1 + (kernel - 1) * jump)
    field = w.derive("field", rule, jump=jump, kernel=variable("m"))
    w.ask(jump, FORMULA)
    w.ask(field, Expression(("n", "k", "m")))
    first, second = mark_by_hand(w, {"jump": N - N, "field": N * 0 + 1})
    assert (first.score, second.score) == (0, 0)
    assert second.remarks == (Remark("follow-through-trivial"),)


def test_a_formula_as_an_exponent_is_a_wrong_answer_and_no_fault_of_ours() -> None:
    w = Working()
    order = w.derive("order", Rule("order", lambda: N * 0 + 2))
    power = w.derive("power", Rule("power", lambda order: K**order), order=order)
    w.ask(order, FORMULA)
    w.ask(power, FORMULA)
    first, second = mark_by_hand(w, {"order": N, "power": K * N})
    assert (first.outcome, second.outcome) == (Outcome.WRONG, Outcome.WRONG)


# -- a size that is part of the question ---------------------------------------------------------

MAP = exact([[1, 2, 3], [4, 5, 6]])


@pytest.mark.parametrize(
    "found", [exact([1, 2, 3]), exact([[1, 2], [3, 4]]), TENSOR, 7, exact([[1], [2], [3]])]
)
def test_a_wrong_size_is_called_wrong_and_the_right_one_is_not_told(found: Any) -> None:
    field = marked(Rational(), MAP, found, size_told=False, per_cell=True)
    assert (field.outcome, field.score) == (Outcome.WRONG, 0)
    assert field.remarks == (Remark("wrong-size"),)


def test_once_the_size_is_right_the_wrong_cells_are_named() -> None:
    field = marked(Rational(), MAP, exact([[1, 2, 3], [4, 5, 7]]), size_told=False)
    assert field.remarks == (Remark("wrong-cells", {"cells": ((2, 3),)}),)


def test_a_column_is_no_vector_where_the_number_of_axes_is_asked() -> None:
    vector, column = exact([1, 2, 3]), exact([[1], [2], [3]])
    assert marked(Rational(), vector, column, size_told=False).remarks == (Remark("wrong-size"),)
    assert marked(Rational(), vector, column).outcome is Outcome.CORRECT


def test_of_a_shape_the_number_of_axes_is_not_told() -> None:
    form = Shape("C, H, W")
    wrong = marked(form, (2, 3, 5), (2, 3), size_told=False)
    assert wrong.remarks == (Remark("wrong-number-of-axes"),)
    assert marked(form, (2, 3, 5), (2, 3, 4), size_told=False).remarks == (Remark("wrong"),)
    told = marked(form, (2, 3, 5), (2, 3))
    assert told.remarks == (Remark("wrong-axes", {"found": 2, "expected": 3}),)


def test_a_planted_difference_that_tells_the_size_is_caught(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def telling(asked: Asked, found: Any, true: Any) -> tuple[float, Remark]:
        return 0.0, Remark("wrong-shape", {"found": np.shape(found), "expected": np.shape(true)})

    monkeypatch.setattr(module, "_wrong_tensor", telling)
    with pytest.raises(AssertionError):
        test_a_wrong_size_is_called_wrong_and_the_right_one_is_not_told(exact([1, 2, 3]))


def test_other_forms_have_one_thing_to_say() -> None:
    _, asked = asked_for(Choice(("yes", "no")), "yes")
    assert difference(asked, "no", "yes") == (0.0, Remark("wrong"))
