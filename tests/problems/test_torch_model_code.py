"""A convolutional model in PyTorch: the published example, right programs, and mistaken ones."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping
from math import prod
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from grader.grade import grade_file
from grader.marking.result import FieldResult, Outcome
from grader.render.script import SECTION, mistaken, model, preamble, section
from grader.render.statement import statement
from grader.report.wording import message_of
from grader.sheet import Problem, Sheet
from problems.catalogue import family, folder
from problems.family import LEVELS, Level
from problems.probe import Check
from problems.rules.model import Layer, layer_shapes, logits, loss, parameter_shapes
from problems.sentences import LANGUAGES, rule_text, slip_text
from problems.stream import Stream
from problems.torch_model_code.family import FLATTEN, RELU, Parameters, affine, conv, pool
from problems.torch_model_code.weights import uniform, weights
from problems.variant import Variant, draw_variant, example_variant
from reference.errors import ShapeError
from tests.warm import warm_sandbox

KEY = "torch-model-code"
SEEDS = range(4)

SMALL: Parameters = {
    "input": [2, 8, 12],
    "layers": [conv(4, 3), RELU, pool("max-pool", 2, 2), FLATTEN, affine(7), RELU, affine(5)],
}

SLIPS = sorted(path.name.removesuffix(".py.j2") for path in (folder(KEY) / "slips").iterdir())

CANNOT_BE_MADE: Mapping[Level, set[str]] = {
    "easy": {
        "max-for-mean",
        "padding-forgotten",
        "stride-forgotten",
        "relu-forgotten-after-affine",
        "relu-forgotten-after-convolutions",
        "relu-forgotten-after-first-convolution",
        "relu-forgotten-after-second-convolution",
        "second-convolution-without-bias",
        "first-affine-without-bias",
    },
    "standard": {"max-for-mean", "padding-forgotten", "stride-forgotten"},
    "hard": set(),
}
UP_TO_THE_KERNELS = "padding-in-every-convolution"
"""Where all kernels are of size 3, or each convolution has its padding, it cannot be made."""

Fields = Mapping[str, FieldResult]


def marked(variants: list[Variant], programs: list[str], path: Path) -> list[Fields]:
    """The fields of each program, by the names of the checks; each runs as a sheet of its own."""
    found: list[Fields] = []
    for variant, program in zip(variants, programs, strict=True):
        header = preamble(Sheet("1", "en", (Problem("1", variant),)))
        text = f"{header}\n\n{SECTION.format(key='1')}\n{program}\n"
        path.write_text(text, encoding="utf-8")
        result = grade_file(path, sandbox=warm_sandbox())
        assert result.incidents == ()
        found.append({field.name: field for field in result.problems[0].fields})
    return found


def lost(fields: Fields) -> set[str]:
    return {name for name, field in fields.items() if field.outcome is not Outcome.CORRECT}


def without_full_marks(fields: Fields) -> set[str]:
    return {name for name, field in fields.items() if field.score < field.max_score}


def said(field: FieldResult) -> str:
    return message_of(field, KEY, "en")


# -- the model -------------------------------------------------------------------------------------


def test_the_parameters_of_the_lectures_model_are_as_many_as_it_says() -> None:
    lecture = example_variant(KEY, "lecture").parameters
    sizes = [prod(shape) for shape in parameter_shapes(lecture["input"], lecture["layers"])]
    per_layer = [weights + bias for weights, bias in zip(sizes[::2], sizes[1::2], strict=True)]
    assert per_layer == [416, 12832, 262656, 5130]


def torch_layers(p: Parameters, arrays: list[Any]) -> Callable[[Any], Any]:
    """The model in PyTorch, in float64, from the functions of `torch.nn.functional`."""
    import torch
    from torch.nn import functional

    def run(x: Any) -> Any:
        h = torch.as_tensor(x, dtype=torch.float64)
        rest = iter([torch.as_tensor(array, dtype=torch.float64) for array in arrays])
        steps: Mapping[str, Callable[[Layer], Any]] = {
            "conv": lambda layer: functional.conv2d(
                h, next(rest), next(rest), layer["stride"], layer["padding"]
            ),
            "affine": lambda _: functional.linear(h, next(rest), next(rest)),
            "max-pool": lambda layer: functional.max_pool2d(h, layer["kernel"], layer["stride"]),
            "mean-pool": lambda layer: functional.avg_pool2d(h, layer["kernel"], layer["stride"]),
            "relu": lambda _: torch.relu(h),
            "flatten": lambda _: h.flatten(1),
        }
        for layer in p["layers"]:
            h = steps[layer["kind"]](layer)
        return h

    return run


@pytest.mark.parametrize("level", LEVELS)
def test_scores_and_loss_are_those_of_pytorch(level: Level) -> None:
    import torch
    from torch.nn import functional

    for seed in range(10):
        p = draw_variant(KEY, level, str(seed)).parameters
        stream = Stream(str(seed), "test")
        arrays = weights(stream, parameter_shapes(p["input"], p["layers"]))
        x = uniform(stream, (3, *p["input"]), limit=2)
        y = np.array([0, 2, 1])
        expected = torch_layers(Parameters(input=p["input"], layers=p["layers"]), arrays)(x)
        found = logits(x, p["layers"], arrays[::-1])  # known by their shapes, not by their order
        np.testing.assert_allclose(found, expected.numpy(), atol=1e-12)
        true = functional.cross_entropy(expected, torch.as_tensor(y)).item()
        assert loss(x, y, p["layers"], arrays) == pytest.approx(true, abs=1e-12)


def test_a_parameter_without_an_array_of_its_shape_is_zero() -> None:
    arrays = weights(Stream("1", "test"), parameter_shapes(SMALL["input"], SMALL["layers"]))
    x = uniform(Stream("2", "test"), (3, 2, 8, 12), limit=2)
    scores = logits(x, SMALL["layers"], arrays[-1:])  # the last bias alone
    np.testing.assert_array_equal(scores, np.tile(arrays[-1], (3, 1)))


def test_a_layer_that_does_not_fit_is_an_error_of_shapes() -> None:
    with pytest.raises(ShapeError, match="spans 9 px but the padded input has only 8 px"):
        parameter_shapes((2, 8, 12), [conv(4, 9), FLATTEN, affine(5)])
    x = uniform(Stream("2", "test"), (3, 2, 8, 12), limit=2)
    with pytest.raises(ShapeError, match="spans 9 px but the padded input has only 8 px"):
        logits(x, [conv(4, 9), FLATTEN, affine(5)], [])


def test_a_vector_per_image_is_not_pooled_as_one_map() -> None:
    x = uniform(Stream("2", "test"), (3, 2, 8, 12), limit=2)
    for kind in ("max-pool", "mean-pool"):
        with pytest.raises(ShapeError, match=r"\(N, C, H, W\) is needed, but \(3, 192\) came"):
            logits(x, [FLATTEN, pool(kind, 2, 2)], [])


def test_each_layer_has_its_parameters_and_the_shape_of_its_output() -> None:
    layers = [conv(4, 3, padding=1), pool("max-pool", 2, 2), FLATTEN, affine(5)]
    steps = list(layer_shapes((2, 8, 12), layers))
    assert [layer for layer, _, _ in steps] == layers
    assert [own for _, own, _ in steps] == [((4, 2, 3, 3), (4,)), (), (), ((5, 96), (5,))]
    assert [out for _, _, out in steps] == [(4, 8, 12), (4, 4, 6), (96,), (5,)]


@pytest.mark.parametrize("level", LEVELS)
def test_every_parameter_of_a_drawn_model_is_known_by_its_shape(level: Level) -> None:
    for seed in range(100):
        p = draw_variant(KEY, level, str(seed)).parameters
        shapes = parameter_shapes(p["input"], p["layers"])
        assert len(set(shapes)) == len(shapes)
        assert sum(prod(shape) for shape in shapes) < 30_000  # a pass takes no time


def test_drawn_weights_never_change() -> None:
    found = uniform(Stream("1", "test"), (2, 3), limit=2)
    assert found.dtype == np.float32
    assert [float(value).hex() for value in found.flat] == [
        *("-0x1.fd7ba00000000p-2", "0x1.1abf340000000p+0", "-0x1.7a14800000000p+0"),
        *("0x1.99f1800000000p-5", "0x1.c730640000000p+0", "0x1.65ba580000000p+0"),
    ]


def test_drawn_weights_fill_their_range_evenly() -> None:
    found = uniform(Stream("2", "test"), (300, 400), limit=0.25)
    assert np.abs(found).max() <= 0.25
    assert abs(found.mean()) < 0.001
    counts, _ = np.histogram(found, bins=10, range=(-0.25, 0.25))
    assert np.abs(counts - 12_000).max() < 500
    assert len(np.unique(found)) > 110_000


def test_every_image_has_scores_of_both_signs() -> None:
    for seed in range(20):
        for check in draw_variant(KEY, "easy", str(seed)).checks[1:3]:
            for truth in truths(check):
                assert (truth < 0).any(axis=1).all()
                assert (truth > 0).any(axis=1).all()


def truths(check: Check) -> list[Any]:
    return [seen.rule(seen.inputs) for seen in check.probe.observations]


# -- programs with a mistake -----------------------------------------------------------------------


@pytest.fixture(scope="module", params=LEVELS)
def mistakes(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Level, dict[str, list[Fields | None]]]:
    """For each slip the fields of its program on some seeds; None where it is the right program."""
    level: Level = request.param
    made: list[tuple[str, Variant, str]] = []
    found: dict[str, list[Fields | None]] = {slip: [] for slip in SLIPS}
    for seed in SEEDS:
        problem = Problem("1", draw_variant(KEY, level, str(seed)))
        right = section(problem, "en", model(problem))
        for slip in SLIPS:
            program = section(problem, "en", mistaken(problem, slip))
            if program == right:
                found[slip].append(None)
            else:
                made.append((slip, problem.variant, program.partition("\n")[2]))
    path = tmp_path_factory.mktemp(level) / "submission.py"
    results = marked([variant for _, variant, _ in made], [text for *_, text in made], path)
    for (slip, *_), fields in zip(made, results, strict=True):
        found[slip].append(fields)
    return level, found


def test_each_mistake_loses_marks_and_is_named_alone(
    mistakes: tuple[Level, dict[str, list[Fields | None]]],
) -> None:
    level, found = mistakes
    for slip, results in found.items():
        for fields in results:
            if fields is not None:
                named = {field.slips for field in fields.values()} - {()}
                assert (slip,) in named, f"{level}, {slip}: {named}"
                assert all(len(slips) == 1 for slips in named), f"{level}, {slip}: {named}"


def test_a_layer_left_out_costs_the_first_check_that_it_fails(
    mistakes: tuple[Level, dict[str, list[Fields | None]]],
) -> None:
    _, found = mistakes
    for fields in found["relu-forgotten"]:
        assert fields is not None
        assert without_full_marks(fields) == {"fwd"}
        assert lost(fields) == {"fwd", "other-batch-sizes", "loss"}  # in all three it is named


def test_layers_of_the_wrong_size_leave_no_scores_that_would_show_the_rest(
    mistakes: tuple[Level, dict[str, list[Fields | None]]],
) -> None:
    _, found = mistakes
    for fields in found["pooling-forgotten"]:
        assert fields is not None
        assert without_full_marks(fields) == {"parameters", "fwd", "other-batch-sizes", "loss"}


def test_the_mistakes_that_a_level_does_not_allow_are_known(
    mistakes: tuple[Level, dict[str, list[Fields | None]]],
) -> None:
    level, found = mistakes
    missing = {slip for slip, results in found.items() if None in results}
    assert missing - {UP_TO_THE_KERNELS} == CANNOT_BE_MADE[level]


def test_a_bias_left_out_of_one_layer_costs_the_parameters_and_is_named_in_all_that_it_changes(
    mistakes: tuple[Level, dict[str, list[Fields | None]]],
) -> None:
    _, found = mistakes
    for slip in SLIPS:
        if slip.endswith("-without-bias") and slip != "layers-without-bias":
            for fields in found[slip]:
                if fields is not None:
                    assert without_full_marks(fields) == {"parameters"}
                    assert lost(fields) == {"parameters", "fwd", "other-batch-sizes", "loss"}


@pytest.mark.parametrize(("first", "second"), [(2, 0), (0, 2), (0, 0)])
def test_padding_for_all_convolutions_where_not_all_have_it_is_named(
    first: int, second: int, tmp_path: Path
) -> None:
    layers = [conv(4, 5, padding=first), RELU, conv(6, 3, padding=second), FLATTEN, affine(5)]
    parameters: Parameters = {"input": [2, 9, 12], "layers": layers}
    problem = Problem("1", Variant(family(KEY), "standard", "1", parameters))
    work = mistaken(problem, UP_TO_THE_KERNELS)
    program = section(problem, "en", work).partition("\n")[2]
    padding = first or second or 1
    assert program.count(f"padding={padding})") == 2
    (fields,) = marked([problem.variant], [program], tmp_path / "submission.py")
    assert {field.slips for field in fields.values()} - {()} == {(UP_TO_THE_KERNELS,)}
    assert without_full_marks(fields) == {"parameters", "fwd", "other-batch-sizes", "loss"}


def test_padding_that_leaves_every_size_as_it_is_has_the_name_that_it_has_elsewhere(
    tmp_path: Path,
) -> None:
    plain, padded = (
        [conv(4, 3, padding=padding), RELU, conv(6, 3, padding=padding), FLATTEN, affine(5)]
        for padding in (0, 1)
    )
    variant, other = (
        Variant(family(KEY), "standard", "1", {"input": [2, 9, 12], "layers": layers})
        for layers in (plain, padded)
    )
    wrong = Problem("1", other)
    program = section(wrong, "en", model(wrong)).partition("\n")[2]
    (fields,) = marked([variant], [program], tmp_path / "submission.py")
    assert {field.slips for field in fields.values()} - {()} == {("same-for-valid",)}


# -- right programs, and what else comes in --------------------------------------------------------

HEAD = """
class ConvModel(nn.Module):
    def __init__(self):
        super().__init__()
"""
LAYERS = """
        self.conv = nn.Conv2d(2, 4, 3)
        self.first, self.last = nn.Linear(60, 7), nn.Linear(7, 5)
"""
FWD = """
    def fwd(self, x):
        h = nn.functional.max_pool2d(torch.relu(self.conv(x)), 2)
        return self.last(torch.relu(self.first(h.flatten(1))))
"""
SOFTMAX = "return torch.softmax(self.last(torch.relu(self.first(h.flatten(1)))), dim=1)"
LOSS = """
    def loss(self, x, y):
        return nn.functional.cross_entropy(self.fwd(x), y)
"""
SEQUENTIAL = """
        self.body = nn.Sequential(
            nn.Conv2d(2, 4, 3), nn.ReLU(inplace=True), nn.MaxPool2d(2), nn.Flatten(),
            nn.Linear(60, 7), nn.ReLU(), nn.Linear(7, 5),
        )

    def forward(self, x):
        return self.body(x)

    def fwd(self, x):
        return self(x)
"""
OWN_PARAMETERS = """
        self.parts = nn.ParameterList(
            [torch.zeros(4), torch.zeros(7, 60), torch.zeros(5), torch.zeros(4, 2, 3, 3),
             torch.zeros(5, 7), torch.zeros(7)]
        )

    def fwd(self, x):
        b, v, d, w, u, c = self.parts
        h = nn.functional.conv2d(x, w, b).clamp(min=0)
        h = h[:, :, :6, :10].reshape(-1, 4, 3, 2, 5, 2).amax(dim=(3, 5))
        h = torch.maximum(h.reshape(len(x), 60) @ v.T + c, torch.tensor(0.0))
        return h @ u.T + d
"""
LOSS_BY_HAND = """
    def loss(self, x, y):
        s = self.fwd(x)
        return (torch.logsumexp(s, 1) - s[torch.arange(len(y)), y]).sum() / len(y)
"""
NLL = """
    def loss(self, x, y):
        return nn.NLLLoss()(torch.log_softmax(self.fwd(x), dim=-1), y)
"""

RIGHT = {
    "plain": HEAD + LAYERS + FWD + LOSS,
    "sequential-with-forward": HEAD + SEQUENTIAL + NLL,
    "own-parameters": HEAD + OWN_PARAMETERS + LOSS_BY_HAND,
    "print-and-seed": "torch.manual_seed(3)\nprint('hello')\n" + HEAD + LAYERS + FWD + LOSS,
    "class-by-another-name": (HEAD + LAYERS + FWD + LOSS).replace("ConvModel", "Мрежа")
    + "\nConvModel = Мрежа\n",
}

OTHER = {
    "blank-loss": HEAD + LAYERS + FWD + "\n    def loss(self, x, y):\n        ...\n",
    "blank-init": "class ConvModel(nn.Module):\n    def __init__(self):\n        ...\n"
    + FWD
    + LOSS,
    "no-super": "class ConvModel(nn.Module):\n    def __init__(self):\n" + LAYERS + FWD + LOSS,
    "no-module": "class ConvModel:\n    def __init__(self):\n" + LAYERS + FWD + LOSS,
    "other-name": (HEAD + LAYERS + FWD + LOSS).replace("ConvModel", "Convmodel"),
    "unused-layer": HEAD + LAYERS + "        self.more = nn.Linear(3, 2)\n" + FWD + LOSS,
    "wrong-kernel": HEAD + LAYERS.replace("4, 3)", "4, 5, padding=1)") + FWD + LOSS,
    "crashing-size": HEAD + LAYERS.replace("60", "61") + FWD + LOSS,
    "plain-list": HEAD
    + "        torch.manual_seed(1)\n"
    + LAYERS.replace("self.conv = nn.Conv2d(2, 4, 3)", "self.convs = [nn.Conv2d(2, 4, 3)]")
    + FWD.replace("self.conv(", "self.convs[0](")
    + LOSS,
    "batch-of-one": HEAD + LAYERS + FWD.replace("h.flatten(1)", "h.reshape(1, -1)") + LOSS,
    "batch-of-64": HEAD + LAYERS + FWD.replace("h.flatten(1)", "h.reshape(64, -1)") + LOSS,
    "no-grad": HEAD + LAYERS + "    @torch.no_grad()" + FWD + LOSS,
    "zeros": HEAD
    + LAYERS
    + "    def fwd(self, x):\n        return torch.zeros(len(x), 5)\n"
    + "    def loss(self, x, y):\n        return 0 * sum(p.sum() for p in self.parameters())\n",
    "loss-numpy": HEAD
    + LAYERS
    + FWD
    + LOSS.replace("self.fwd(x), y)", "self.fwd(x), y).detach().numpy()"),
    "loss-text": HEAD + LAYERS + FWD + LOSS.replace("self.fwd(x), y)", "self.fwd(x), y).__str__()"),
    "loss-per-image": HEAD + LAYERS + FWD + LOSS.replace(", y)\n", ", y, reduction='none')\n"),
    "two-mistakes": HEAD
    + LAYERS
    + FWD.replace("torch.relu(self.conv(x))", "self.conv(x)")
    + LOSS.replace(", y)\n", ", y, reduction='sum')\n"),
    "softmax-in-fwd": HEAD
    + LAYERS
    + FWD.replace("return self.last(torch.relu(self.first(h.flatten(1))))", SOFTMAX)
    + LOSS,
    "softmax-in-loss": HEAD
    + LAYERS
    + FWD
    + LOSS.replace("self.fwd(x)", "torch.softmax(self.fwd(x), dim=1)"),
}


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Fields]:
    texts = RIGHT | OTHER
    variants = [Variant(family(KEY), "standard", name, SMALL) for name in texts]
    path = tmp_path_factory.mktemp("programs") / "submission.py"
    return dict(zip(texts, marked(variants, list(texts.values()), path), strict=True))


@pytest.mark.parametrize("name", RIGHT)
def test_a_right_program_gets_full_marks_however_it_is_written(
    programs: dict[str, Fields], name: str
) -> None:
    assert lost(programs[name]) == set()


def test_a_table_of_the_scores_that_were_shown_earns_no_marks_for_scores(tmp_path: Path) -> None:
    variant = Variant(family(KEY), "standard", "table", SMALL)
    checks = {check.name: check for check in variant.checks}
    (true,) = [seen.true for seen in checks["fwd"].probe.observations if seen.shown]
    table = f"        if len(x) == 3:\n            return torch.tensor({true.tolist()})\n"
    fwd = FWD.replace("def fwd(self, x):\n", f"def fwd(self, x):\n{table}")
    fwd = fwd.replace("torch.relu(self.conv(x))", "self.conv(x)")
    (fields,) = marked([variant], [HEAD + LAYERS + fwd + LOSS], tmp_path / "submission.py")
    assert fields["fwd"].score == fields["other-batch-sizes"].score == 0
    assert fields["fwd"].expected is None


def test_what_is_left_blank_is_unanswered_and_the_rest_counts(programs: dict[str, Fields]) -> None:
    fields = programs["blank-loss"]
    assert lost(fields) == {"loss", "loss-gradient"}
    assert fields["loss"].outcome is Outcome.UNANSWERED
    without_layers = programs["blank-init"]
    assert {field.outcome for field in without_layers.values()} == {Outcome.UNANSWERED}


def test_a_class_that_is_no_module_or_does_not_begin_as_one_crashes(
    programs: dict[str, Fields],
) -> None:
    assert "before Module.__init__() call" in said(programs["no-super"]["parameters"])
    assert "has no attribute 'parameters'" in said(programs["no-module"]["parameters"])


def test_a_class_of_a_similar_name_is_pointed_out(programs: dict[str, Fields]) -> None:
    fields = programs["other-name"]
    assert {field.outcome for field in fields.values()} == {Outcome.UNREADABLE}
    assert "Convmodel" in said(fields["fwd"])


def test_a_parameter_too_many_costs_the_parameters_only(programs: dict[str, Fields]) -> None:
    fields = programs["unused-layer"]
    assert lost(fields) == {"parameters"}
    assert fields["parameters"].slips == ()
    assert "missing" not in said(fields["parameters"])
    assert "too many, of these shapes: [(2, 3), (2,)]" in said(fields["parameters"])


def test_scores_with_parameters_that_do_not_fit_say_so_and_name_no_mistake(
    programs: dict[str, Fields],
) -> None:
    for name in ("wrong-kernel", "crashing-size"):
        for check in ("fwd", "other-batch-sizes", "loss"):
            field = programs[name][check]
            assert field.slips == ()
            assert field.remarks[0].key == "parameters-do-not-fit"
    assert programs["crashing-size"]["fwd"].outcome is Outcome.CRASHED
    assert "shapes cannot be multiplied" in said(programs["crashing-size"]["fwd"])


def test_parameters_in_a_plain_list_are_named_and_what_was_drawn_for_them_earns_nothing(
    programs: dict[str, Fields],
) -> None:
    fields = programs["plain-list"]
    assert lost(fields) == set(fields) - {"loss-gradient"}
    assert fields["input-unchanged"].remarks[0].key == "idle"
    assert fields["parameters"].slips == ("convolutions-not-registered",)
    assert fields["fwd"].remarks[0].key == "parameters-do-not-fit"


def test_a_batch_size_in_the_program_is_named_where_another_one_works(
    programs: dict[str, Fields],
) -> None:
    fields = programs["batch-of-one"]
    assert lost(fields) == set(fields) - {"parameters"}
    for name in ("fwd", "other-batch-sizes"):
        assert fields[name].outcome is Outcome.CRASHED
        assert fields[name].slips == ("batch-size-hard-coded",)
        assert fields[name].remarks[0].key == "crash-slip"
    assert "shapes cannot be multiplied" in said(fields["fwd"])


def test_a_program_that_always_crashes_is_not_said_to_work_for_one_batch_size(
    programs: dict[str, Fields],
) -> None:
    fields = programs["batch-of-64"]
    assert {field.slips for field in fields.values()} == {()}
    assert "shape '[64, -1]' is invalid" in said(fields["fwd"])


def test_a_loss_without_gradient_has_the_right_value_all_the_same(
    programs: dict[str, Fields],
) -> None:
    assert lost(programs["no-grad"]) == {"loss-gradient"}
    assert programs["no-grad"]["loss-gradient"].slips == ("loss-without-gradient",)


def test_zeros_with_a_gradient_earn_nothing_but_the_parameters(
    programs: dict[str, Fields],
) -> None:
    fields = programs["zeros"]
    assert lost(fields) == set(fields) - {"parameters"}
    assert fields["loss-gradient"].remarks[0].key == "check-value"


def test_a_loss_that_is_no_tensor_is_told_without_the_steps_of_the_check(
    programs: dict[str, Fields],
) -> None:
    told = {name: said(programs[name]["loss-gradient"]) for name in ("loss-numpy", "loss-text")}
    assert told["loss-numpy"] == "model.loss(x, y).requires_grad: there is no such attribute."
    assert told["loss-text"].startswith("model.loss(x, y): text came")


def test_a_loss_per_image_has_the_wrong_shape(programs: dict[str, Fields]) -> None:
    field = programs["loss-per-image"]["loss"]
    assert field.outcome is Outcome.WRONG
    assert field.remarks[0].key == "check-shape"


@pytest.mark.parametrize(
    ("name", "costs"), [("softmax-in-fwd", {"fwd"}), ("softmax-in-loss", {"loss"})]
)
def test_softmax_on_the_logits_is_one_mistake_wherever_it_stands(
    programs: dict[str, Fields], name: str, costs: set[str]
) -> None:
    fields = programs[name]
    assert without_full_marks(fields) == costs
    assert fields["loss"].slips == ("probabilities-for-logits",)


def test_of_two_mistakes_the_one_that_is_seen_by_itself_is_named(
    programs: dict[str, Fields],
) -> None:
    fields = programs["two-mistakes"]
    assert fields["fwd"].slips == ("relu-forgotten-after-convolutions",)
    assert fields["loss"].slips == ()
    assert fields["loss"].outcome is Outcome.WRONG


# -- the sheet -------------------------------------------------------------------------------------


@pytest.mark.parametrize("level", LEVELS)
def test_a_statement_says_the_same_numbers_in_every_language(level: Level) -> None:
    for seed in range(10):
        problem = Problem("1", draw_variant(KEY, level, str(seed)))
        texts = [statement(problem, language) for language in LANGUAGES]
        numbers = [sorted(digits_of(text)) for text in texts]
        assert all(each == numbers[0] for each in numbers)
        assert len(set(texts)) == len(LANGUAGES)


def digits_of(text: str) -> list[str]:
    return "".join(c if c.isdigit() else " " for c in text).split()


@pytest.mark.parametrize("language", LANGUAGES)
def test_rules_and_slips_have_their_texts_in_every_language(language: Any) -> None:
    observed = [
        seen.rule
        for check in draw_variant(KEY, "hard", "1").checks
        for seen in check.probe.observations
    ]
    for rule in observed:
        assert rule_text(folder(KEY), rule.key, "title", language)
        assert rule_text(folder(KEY), rule.key, "explain", language)
        for slip in rule.slips:
            assert slip_text(folder(KEY), slip.key, language)
    assert set(SLIPS) == {slip.key for rule in observed for slip in rule.slips}


def test_a_statement_does_not_give_the_length_of_the_flattened_vector_away() -> None:
    problem = Problem("1", example_variant(KEY, "lecture"))
    assert digits_of(statement(problem, "en")).count("512") == 1  # the outputs of the layer


def test_marking_does_not_load_pytorch_in_the_graders_own_process(tmp_path: Path) -> None:
    problem = Problem("1", Variant(family(KEY), "standard", "1", SMALL))
    sheet = Sheet("1", "en", (problem,))
    path = tmp_path / "submission.py"
    path.write_text(f"{preamble(sheet)}\n{SECTION.format(key='1')}\n{RIGHT['plain']}\n")
    script = (
        "import sys; from pathlib import Path; from grader.grade import grade_file\n"
        f"result = grade_file(Path({str(path)!r}))\n"
        "assert result.score == result.max_score, result\n"
        "assert 'torch' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
