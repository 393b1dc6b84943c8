"""A remark names what stands on the sheet as the sheet does."""

from __future__ import annotations

from grader.marking.by_hand import mark_by_hand
from grader.marking.named import as_on_sheet
from grader.report.wording import message_of
from problems.drawing import draw_variant
from problems.sentences import LANGUAGES

GRADIENTS = draw_variant("conv1d-backprop", "standard", "5").working
TABLE = draw_variant("cnn-table", "standard", "74").working


def test_what_is_given_has_its_symbol_and_all_else_its_name() -> None:
    assert as_on_sheet(GRADIENTS, "dq1") == r"$\frac{\partial L}{\partial q_1}$"
    assert as_on_sheet(GRADIENTS, "w1") == "$w_1$"
    assert as_on_sheet(GRADIENTS, "dx1") == "dx1"
    assert as_on_sheet(TABLE, "input_shape") == "input_shape"
    assert as_on_sheet(TABLE, "conv1") == "conv1"


def test_a_sign_that_was_misread_is_told_by_what_the_sheet_calls_it() -> None:
    given = GRADIENTS.given_values["dq1"].copy()
    given[0] = -given[0]
    values = GRADIENTS.solve({"dq1": given})
    fields = mark_by_hand(GRADIENTS, {one.name: values[one.name] for one in GRADIENTS.asked})
    for language in LANGUAGES:
        told = [message_of(field, "conv1d-backprop", language) for field in fields]
        assert sum("∂L/∂q₁" in message for message in told) > 1
        assert not any("dq1" in message for message in told)
