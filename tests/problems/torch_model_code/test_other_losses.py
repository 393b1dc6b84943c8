"""The gradients of a loss that is wrong by itself: right for that loss, they cost nothing more."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from grader.answers.outcome import Outcome
from grader.grading.grade import grade
from grader.intake.submission import Submission
from grader.marking.result import FieldResult
from grader.sandbox.outside.program import Cell
from grader.sheet.sheet import Problem, Sheet
from problems.catalogue import family, folder
from problems.probe import Observation
from problems.texts import render_program
from problems.variant import Variant
from reference.model import logits, parameter_gradients
from reference.softmax import cross_entropy
from tests.problems.torch_model_code.marked import KEY, SMALL
from tests.warm import warm_sandbox

VARIANT = Variant(family(KEY), "easy", "1", SMALL)
RIGHT = "return nn.functional.cross_entropy(self.fwd(x), y)"
LOSSES = {
    "label-smoothing": "return nn.functional.cross_entropy(self.fwd(x), y, label_smoothing=0.1)",
    "weights-of-classes": "return nn.functional.cross_entropy("
    "self.fwd(x), y, weight=torch.arange(1, 6).to(x.dtype))",
    "binary-logarithm": "return RIGHT / np.log(2)",
    "fixed-divisor": "return RIGHT * len(y) / 8",
    "weight-decay": "return RIGHT + 0.01 * sum((p ** 2).sum() for p in self.parameters())",
    "decay-of-weights-alone": "return RIGHT + 0.01 * sum("
    "(p ** 2).sum() for p in self.parameters() if p.ndim > 1)",
    "sizes-of-weights": "return RIGHT + 0.01 * sum(p.abs().sum() for p in self.parameters())",
    "classes-weighted": "return nn.functional.cross_entropy("
    "self.fwd(x), y, weight=1 / torch.bincount(y, minlength=5).clamp(min=1).to(x.dtype))",
    "next-class": "return nn.functional.cross_entropy(self.fwd(x), (y + 1) % 5)",
    "squared-error": "return nn.functional.mse_loss("
    "self.fwd(x).softmax(1), nn.functional.one_hot(y, 5).to(x.dtype))",
}
BROKEN = {
    "frozen": "self.conv1.weight.requires_grad_(False)\n        return 2 * RIGHT",
    "detached": "return 0 * self.fwd(x).sum() + 2 * RIGHT.detach()",
    "doubled-behind": "return RIGHT.detach() + 2 * (RIGHT - RIGHT.detach())",
}
"""Losses whose gradients are not theirs; the last has the right value."""


def marked(loss: str) -> dict[str, FieldResult]:
    where: Any = folder(KEY)
    program = render_program(where, "solution.py.j2", docstring="", **SMALL)
    assert RIGHT in program
    program = program.replace(RIGHT, loss.replace("RIGHT", RIGHT.removeprefix("return ")))
    sheet = Sheet("1", "en", (Problem("1", VARIANT),))
    imports = Cell("import numpy as np\nimport torch\nfrom torch import nn\n")
    (result,) = grade(
        Submission(sheet, (imports, Cell(program, None, 1, "1"))), sandbox=warm_sandbox()
    ).problems
    return {field.name: field for field in result.fields}


@pytest.mark.parametrize("name", LOSSES)
def test_a_wrong_loss_without_a_name_costs_its_own_check_alone(name: str) -> None:
    fields = marked(LOSSES[name])
    assert {name for name, f in fields.items() if f.score < f.max_score} == {"loss"}
    assert fields["loss-gradient"].outcome is Outcome.FOLLOW_THROUGH


@pytest.mark.parametrize("name", BROKEN)
def test_gradients_that_are_not_those_of_the_loss_cost_their_check(name: str) -> None:
    assert marked(BROKEN[name])["loss-gradient"].score == 0


def gradients() -> tuple[Observation, dict[str, Any], np.ndarray[Any, Any]]:
    """The reading of the gradients, its inputs with a loss of another value, and its gradients."""
    check = next(c for c in VARIANT.checks if c.name == "loss-gradient")
    one = check.probe.observations[0]
    x, y, layers, arrays = (one.inputs[name] for name in ("x", "y", "layers", "arrays"))
    scores = logits(x, layers, arrays)
    by_scores = np.random.default_rng(1).normal(size=scores.shape)
    own = {"own_scores": scores, "own_loss": np.asarray(cross_entropy(scores, y) + 1)}
    return one, {**one.inputs, **own}, parameter_gradients(x, layers, arrays, by_scores)


def test_the_gradients_of_any_loss_of_the_scores_are_carried_on_where_that_loss_is_wrong() -> None:
    one, inputs, found = gradients()
    parameters = np.concatenate([np.ravel(array) for array in inputs["arrays"]])
    assert one.rule.is_carried(found, inputs)
    assert one.rule.is_carried(found + 0.02 * parameters, inputs)
    assert one.rule.is_carried(found + 0.02 * np.sign(parameters), inputs)
    assert not one.rule.is_carried(found, {**inputs, "own_loss": inputs["own_loss"] - 1})


@pytest.mark.parametrize("place", range(6))
def test_gradients_of_which_one_array_is_wrong_are_those_of_no_loss(place: int) -> None:
    one, inputs, found = gradients()
    ends = np.cumsum([np.size(array) for array in inputs["arrays"]])
    part = slice(ends[place] - np.size(inputs["arrays"][place]), ends[place])
    for factor in (0, -1, 2):
        other = found.copy()
        other[part] *= factor
        assert not one.rule.is_carried(other, inputs)
    assert not one.rule.is_carried(0 * found, inputs)
