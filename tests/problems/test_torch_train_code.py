"""Training in PyTorch: levels are what they say, and every check fails on some mistake."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import pytest
import torch
from torch import nn

from grader.answers.outcome import Outcome
from grader.grading.grade import grade
from grader.intake.submission import Submission
from grader.marking.result import ProblemResult
from grader.render.statement import code
from grader.report.wording import message_of
from grader.sandbox.outside.program import Cell
from grader.sheet.sheet import Problem, Sheet, draw_sheet
from problems.catalogue import family, folder
from problems.drawing import draw_variant
from problems.family import LEVELS, Level
from problems.kit import slip_programs
from problems.sentences import LANGUAGES
from problems.torch_train_code.family import NAMES
from problems.torch_train_code.network import depths, paths
from problems.variant import Variant, example_variant
from tests.turns import in_this_run
from tests.warm import warm_sandbox

KEY = "torch-train-code"
SEEDS = tuple(map(str, range(8)))
IMPORTS = Cell("import numpy as np\nimport torch\nfrom torch import nn\n")

EVERY = [(level, seed) for level in LEVELS for seed in SEEDS]


@cache
def variant_of(level: Level, seed: str) -> Variant:
    return draw_variant(KEY, level, seed)


def marked(variant: Variant, program: str, language: str = "en") -> ProblemResult:
    sheet = Sheet(variant.seed, language, (Problem("1", variant),))
    cells = (IMPORTS, Cell(program, None, 1, "1"))
    (result,) = grade(Submission(sheet, cells), sandbox=warm_sandbox()).problems
    return result


def program_of(variant: Variant, template: str = "solution.py.j2") -> str:
    return code(Problem("1", variant), "en", template)


def lost(result: ProblemResult) -> dict[str, tuple[str, ...]]:
    return {field.name: field.slips for field in result.fields if field.score < field.max_score}


def net_of(variant: Variant) -> nn.Module:
    """The class on the sheet, made by PyTorch."""
    names: dict[str, Any] = {"torch": torch, "nn": nn}
    exec(program_of(variant), names)  # noqa: S102  (it is our own)
    made: nn.Module = names["Net"]()
    return made


# -- levels ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("level", "seed"), EVERY)
def test_the_class_on_the_sheet_has_the_parameters_that_checks_set(level: Level, seed: str) -> None:
    variant = variant_of(level, seed)
    p = variant.parameters
    net = net_of(variant)
    assert [name for name, _ in net.named_parameters()] == paths(p)
    assert net(torch.zeros(2, *p["input"])).shape == (2, p["layers"][-1]["features"])


@pytest.mark.parametrize("seed", SEEDS)
def test_each_level_asks_for_one_function_more(seed: str) -> None:
    asked = [Problem("1", variant_of(level, seed)).names for level in LEVELS]
    assert list(map(len, asked)) == [1, 2, 3]
    kinds = [[kind for name in names for kind in NAMES if name in NAMES[kind]] for names in asked]
    assert kinds == [["step"], ["head", "step"], ["groups", "step", "accuracy"]]


@pytest.mark.parametrize("level", LEVELS)
def test_names_orders_and_reductions_differ_by_student(level: Level) -> None:
    drawn = [variant_of(level, seed).parameters for seed in SEEDS]
    assert len({tuple(p["names"].values()) for p in drawn}) > 1
    assert len({tuple(p["order"]) for p in drawn}) > 1
    assert {p["reduction"] for p in drawn} == {"mean", "sum"}


@pytest.mark.parametrize("seed", SEEDS)
def test_the_last_layer_has_the_largest_rate_and_no_layer_a_larger_one_than_the_next(
    seed: str,
) -> None:
    found = depths(variant_of("hard", seed).parameters)
    assert found[-2:] == [0, 0]
    assert found == sorted(found, reverse=True)
    assert max(found) == (2 if variant_of("hard", seed).parameters["each"] else 1)


def test_the_lectures_model_has_a_backbone_and_a_classifier() -> None:
    variant = example_variant(KEY, "lecture")
    assert [name for name, _ in net_of(variant).named_children()] == ["backbone", "classifier"]
    assert not lost(marked(variant, program_of(variant)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_class_stands_in_the_statement_and_in_the_file(language: str) -> None:
    sheet = draw_sheet("3", [f"{KEY}:hard"], language)
    (problem,) = sheet.problems
    frame = code(problem, language, "starter.py.j2")
    assert frame.count("...") == len(problem.names)
    assert "class Net(nn.Module):" in frame


# -- what is worked out ----------------------------------------------------------------------------


@pytest.mark.parametrize(("level", "seed"), EVERY)
def test_steps_of_pytorch_lead_where_the_rules_say(level: Level, seed: str) -> None:
    """Beside both engines: the class of the sheet, and an optimizer for each of its parameters."""
    variant = variant_of(level, seed)
    for check in variant.stated_checks:
        for one in check.probe.observations:
            if one.rule.key != "trained-parameter":
                continue
            given, own = one.inputs["training"], list(map(torch.tensor, one.inputs["arrays"]))
            net = net_of(variant).eval()
            for parameter, array in zip(net.parameters(), own, strict=True):
                parameter.data = array
            pairs = list(zip(net.parameters(), given["rates"], strict=True))
            for parameter, rate in pairs:
                parameter.requires_grad_(bool(rate))
            optimizer = torch.optim.SGD(
                [{"params": [parameter], "lr": rate} for parameter, rate in pairs if rate],
                momentum=given.get("momentum", 0),
                weight_decay=given.get("decay", 0),
            )
            for batch in one.inputs["batches"]:
                optimizer.zero_grad()
                scores, y = net(torch.tensor(batch["x"])), torch.tensor(batch["y"])
                nn.CrossEntropyLoss(reduction=given["reduction"])(scores, y).backward()
                if "clip" in given:
                    nn.utils.clip_grad_norm_(net.parameters(), given["clip"])
                optimizer.step()
            found = list(net.parameters())[one.inputs["place"]].detach().numpy()
            np.testing.assert_allclose(found, one.true, rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize(("level", "seed"), EVERY)
def test_a_step_changes_what_is_trained_by_more_than_a_check_overlooks(
    level: Level, seed: str
) -> None:
    for check in variant_of(level, seed).checks:
        for one in check.probe.observations:
            if one.rule.key == "trained-parameter":
                place = one.inputs["place"]
                change = np.max(np.abs(one.true - one.inputs["arrays"][place]))
                is_trained = bool(one.inputs["training"]["rates"][place])
                assert (change > 5e-4) == is_trained


@pytest.mark.parametrize("seed", SEEDS)
def test_some_gradients_are_cut(seed: str) -> None:
    for check in variant_of("hard", seed).checks:
        forgotten = [
            one.rule.slips_by_key["clip-forgotten"](one.inputs) - one.true
            for one in check.probe.observations
            if one.rule.key == "trained-parameter"
        ]
        assert not forgotten or max(np.max(np.abs(each)) for each in forgotten) > 1e-3


# -- programs --------------------------------------------------------------------------------------

PROGRAMS = {
    f"{level}: {key}": (level, key)
    for level in LEVELS
    for key in slip_programs(family(KEY), folder(KEY))
}


@pytest.mark.parametrize("level", LEVELS)
def test_the_model_solution_is_right_and_a_blank_sheet_is_not_answered(level: Level) -> None:
    variant = variant_of(level, "0")
    assert not lost(marked(variant, program_of(variant)))
    blank = marked(variant, program_of(variant, "starter.py.j2"))
    assert blank.score == 0
    assert {field.outcome for field in blank.fields} == {Outcome.UNANSWERED}


@pytest.mark.parametrize("seed", SEEDS)
def test_a_share_over_the_batch_shows_that_images_were_looked_at(seed: str) -> None:
    shares = [
        one
        for check in variant_of("hard", seed).checks
        for one in check.probe.observations
        if one.rule.key == "accuracy"
        and len(one.inputs["y"]) == one.inputs["layers"][-1]["features"]
    ]
    assert shares
    for one in shares:
        slip = one.rule.slips_by_key["argmax-over-batch"]
        x, y = one.inputs["x"], one.inputs["y"]
        assert slip({**one.inputs, "x": 0 * x}) == np.mean(y == 0) != slip(one.inputs)


@pytest.mark.parametrize("name", in_this_run(PROGRAMS, 12))
def test_a_mistake_costs_one_check_at_most(name: str) -> None:
    level, key = PROGRAMS[name]
    variant = variant_of(level, "1")
    result = marked(variant, program_of(variant, slip_programs(family(KEY), folder(KEY))[key]))
    assert len(lost(result)) <= 1, lost(result)


STEP = "optimizer.step()"
BACKWARD = "loss.backward()"
ZERO = "optimizer.zero_grad()"
LINES = (ZERO, "loss = nn.functional.cross_entropy(model(x), y)", BACKWARD, STEP)


def steps(*lines: str, returned: str = "loss.item()") -> str:
    """The frame of a sheet at ``easy`` with the mean, and a step of these lines."""
    variant = of_the_mean()
    frame = program_of(variant, "starter.py.j2")
    return frame.replace(
        "    ...", "\n".join(f"    {line}" for line in (*lines, f"return {returned}"))
    )


@cache
def of_the_mean() -> Variant:
    drawn = (draw_variant(KEY, "easy", f"mean {number}") for number in range(50))
    return next(one for one in drawn if one.parameters["reduction"] == "mean")


@pytest.mark.parametrize(
    ("slip", "lines"),
    [
        ("backward-forgotten", (ZERO, LINES[1], STEP)),
        ("backward-forgotten", (LINES[1], BACKWARD, ZERO, STEP)),
        ("step-forgotten", (ZERO, LINES[1], BACKWARD)),
        ("step-forgotten", (ZERO, LINES[1], STEP, BACKWARD)),
        ("step-before-backward", (LINES[1], STEP, ZERO, BACKWARD)),
    ],
)
def test_a_step_of_which_one_line_is_missing_or_misplaced_costs_the_first_step(
    slip: str, lines: tuple[str, ...]
) -> None:
    assert lost(marked(of_the_mean(), steps(*lines))) == {"one-step": (slip,)}


def test_who_works_out_the_loss_alone_has_not_trained() -> None:
    result = marked(of_the_mean(), steps(LINES[1]))
    assert {"one-step", "several-steps", "momentum"} <= set(lost(result))
    assert result.score <= result.max_score / 2


def test_a_constant_loss_earns_nothing() -> None:
    assert marked(of_the_mean(), steps("pass", returned="1.6")).score == 0


def test_no_check_is_passed_by_the_program_for_another_students_sheet() -> None:
    own, other = variant_of("easy", "0"), variant_of("easy", "3")
    assert own.parameters["names"] != other.parameters["names"] or (
        own.parameters["order"] != other.parameters["order"]
    )
    result = marked(own, program_of(other))
    assert result.score < result.max_score


NEW = "nn.Linear(old.in_features, classes, bias=has_bias)"
HEADS: dict[str, tuple[str, set[str]]] = {
    "behind the old one": (
        "nn.Sequential(old, nn.Linear(old.out_features, classes, bias=has_bias))",
        {"new-head"},
    ),
    "behind the old one and a ReLU": (
        "nn.Sequential(old, nn.ReLU(), nn.Linear(old.out_features, classes, bias=has_bias))",
        {"new-head"},
    ),
    "behind another one": (
        "nn.Sequential(nn.Linear(old.in_features, 7), nn.ReLU(), nn.Linear(7, classes))",
        {"new-head", "trained"},
    ),
}


@pytest.mark.parametrize("name", HEADS)
def test_what_is_frozen_is_judged_by_itself_where_the_head_is_a_sequence(name: str) -> None:
    head, checks = HEADS[name]
    variant = variant_of("standard", "0")
    program = program_of(variant)
    assert NEW in program
    program = program.replace(NEW, head)
    assert set(lost(marked(variant, program))) == checks
    trained = program.replace("requires_grad = False", "requires_grad = True")
    assert set(lost(marked(variant, trained))) >= {"new-head", "trained"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_missing_backward_is_told_as_it_is_in_pytorch(language: str) -> None:
    result = marked(of_the_mean(), steps(ZERO, LINES[1], STEP), language)
    (field,) = [one for one in result.fields if one.score < one.max_score]
    assert "`None`" in message_of(field, KEY, language)


def test_two_sheets_in_one_file_keep_their_models_apart() -> None:
    sheet = draw_sheet("4", [f"{KEY}:easy", f"{KEY}:standard"], "en")
    cells = [IMPORTS]
    cells += [
        Cell(code(each, "en", "solution.py.j2"), None, 1, each.key) for each in sheet.problems
    ]
    result = grade(Submission(sheet, tuple(cells)), sandbox=warm_sandbox())
    assert [lost(problem) for problem in result.problems] == [{}, {}]
