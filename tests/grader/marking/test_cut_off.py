"""Of all that may cut a loss off from its parameters, the call that is in the program is told."""

from __future__ import annotations

import pytest

from grader.answers.outcome import Outcome
from grader.marking.cut_off import with_cause
from grader.marking.result import FieldResult
from grader.messages.remark import Remark
from grader.sandbox.outside.outcome import Facts, FunctionFact

MISSING = Remark("check-gradients-missing", {"what": "loss", "shapes": "[(3,)]"})
FIELD = FieldResult(
    "gradient", Outcome.SLIP, 0, 1, slips=("loss-without-gradient",), remarks=(MISSING,)
)


def calling(*calls: str, kind: str = "method", problem: str = "1") -> Facts:
    name = "Model.loss" if kind == "method" else "evaluate"
    return Facts((FunctionFact(name, kind, "line 1", 0, problem, False, 0, calls),))


@pytest.mark.parametrize(
    ("calls", "told"),
    [
        (("torch.relu", "torch.no_grad"), "no_grad()"),
        (("loss.item", "torch.inference_mode"), "inference_mode()"),  # ``item`` prints it, perhaps
        (("h.detach", "loss.item"), "detach()"),
        ((".item",), "item()"),
    ],
)
def test_the_call_is_told_in_place_of_all_that_may_be(calls: tuple[str, ...], told: str) -> None:
    (remark,) = with_cause(FIELD, calling(*calls), "1").remarks
    assert remark == Remark("check-cut-off", {"what": "loss", "call": told})


@pytest.mark.parametrize(
    "facts",
    [
        calling("torch.relu"),
        calling("torch.no_grad", kind="function"),  # an evaluation beside the model
        calling("torch.no_grad", problem="2"),
    ],
)
def test_where_no_method_calls_any_of_them_it_is_asked(facts: Facts) -> None:
    assert with_cause(FIELD, facts, "1") == FIELD


def test_another_mistake_is_told_as_it_is() -> None:
    other = FieldResult("gradient", Outcome.WRONG, 0, 1, remarks=(MISSING,))
    assert with_cause(other, calling("torch.no_grad"), "1") == other
