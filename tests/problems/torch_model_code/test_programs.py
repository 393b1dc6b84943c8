"""Right models that look odd, and what else comes in."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from grader.answers.outcome import Outcome
from grader.render.script import SECTION, preamble
from grader.sheet.sheet import Problem, Sheet
from problems.catalogue import family
from problems.variant import Variant
from tests.problems.torch_model_code.marked import (
    KEY,
    SMALL,
    Fields,
    lost,
    marked,
    said,
    without_full_marks,
)

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
    "crashing-size-in-view": HEAD
    + LAYERS.replace("60", "30")
    + FWD.replace("h.flatten(1)", "h.view(-1, 30)")
    + LOSS,
    "more-channels": HEAD + LAYERS.replace("2, 4, 3", "2, 6, 3").replace("60", "90") + FWD + LOSS,
    "more-features": HEAD + LAYERS.replace("7", "9") + FWD + LOSS,
    "lazy": HEAD + LAYERS.replace("nn.Linear(60, 7)", "nn.LazyLinear(7)") + FWD + LOSS,
    "class-attribute": "class ConvModel(nn.Module):\n    conv = nn.Conv2d(2, 4, 3)\n"
    + HEAD.partition("(nn.Module):\n")[2]
    + LAYERS.replace("        self.conv = nn.Conv2d(2, 4, 3)\n", "")
    + FWD
    + LOSS,
    "flag-set": HEAD + LAYERS + FWD + LOSS.replace(", y)\n", ", y).detach().requires_grad_()\n"),
    "flag-of-a-number": HEAD
    + LAYERS
    + FWD
    + LOSS.replace("return nn", "return torch.tensor(nn").replace(
        ", y)\n", ", y).item(), requires_grad=True)\n"
    ),
    "frozen": HEAD + LAYERS + "        self.conv.weight.requires_grad = False\n" + FWD + LOSS,
    "detached": HEAD + LAYERS + FWD.replace("self.conv(x)", "self.conv(x).detach()") + LOSS,
    "sigmoid": HEAD + LAYERS + FWD.replace("torch.relu", "torch.sigmoid") + LOSS,
    "tanh-in-the-end": HEAD
    + LAYERS
    + FWD.replace("return self.last(", "return torch.tanh(self.last(").replace("(1))))", "(1)))))")
    + LOSS,
    "same-for-all": HEAD
    + LAYERS
    + FWD.replace("return ", "return 0 * h.sum() + torch.arange(5.0).repeat(len(x), 1) + 0 * ")
    + LOSS,
    "softmax-in-both": HEAD
    + LAYERS
    + FWD.replace("return self.last(torch.relu(self.first(h.flatten(1))))", SOFTMAX)
    + LOSS.replace("self.fwd(x)", "torch.softmax(self.fwd(x), dim=1)"),
    "log-softmax-in-fwd": HEAD
    + LAYERS
    + FWD.replace(
        "return self.last(torch.relu(self.first(h.flatten(1))))",
        SOFTMAX.replace("torch.softmax", "torch.log_softmax"),
    )
    + LOSS,
    "softmax-over-batch": HEAD
    + LAYERS
    + FWD
    + LOSS.replace("cross_entropy(self.fwd(x)", "nll_loss(torch.log_softmax(self.fwd(x), dim=0)"),
    "mean-over-classes": HEAD
    + LAYERS
    + FWD
    + LOSS.replace(
        "nn.functional.cross_entropy(self.fwd(x), y)",
        "-(nn.functional.one_hot(y, 5) * torch.log_softmax(self.fwd(x), 1)).mean()",
    ),
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
    assert {field.slips for field in fields.values()} - {()} == {("named-otherwise",)}
    (charged,) = without_full_marks(fields)
    assert "Convmodel" in said(fields[charged])


def test_a_parameter_too_many_costs_the_parameters_only(programs: dict[str, Fields]) -> None:
    fields = programs["unused-layer"]
    assert lost(fields) == {"parameters"}
    assert fields["parameters"].slips == ()
    assert "missing" not in said(fields["parameters"])
    assert "too many parameters, of these shapes: [(2, 3), (2,)]" in said(fields["parameters"])


def test_scores_with_parameters_that_do_not_fit_say_so_and_name_no_mistake(
    programs: dict[str, Fields],
) -> None:
    fields = programs["wrong-kernel"]
    assert without_full_marks(fields) == {"parameters", "fwd", "input-unchanged"}
    assert fields["fwd"].slips == ()
    assert fields["fwd"].remarks[0].key == "parameters-do-not-fit"
    for check in ("other-batch-sizes", "loss", "loss-gradient"):  # they follow from these scores
        assert fields[check].outcome is Outcome.FOLLOW_THROUGH


@pytest.mark.parametrize("name", ["crashing-size", "crashing-size-in-view"])
def test_a_wrong_size_after_flattening_costs_the_parameters_and_hides_nothing_else(
    programs: dict[str, Fields], name: str
) -> None:
    assert lost(programs[name]) == {"parameters"}
    assert programs[name]["parameters"].slips == ("wrong-size-after-flattening",)


@pytest.mark.parametrize("name", ["more-channels", "more-features", "lazy"])
def test_one_size_that_is_not_as_asked_costs_the_parameters(
    programs: dict[str, Fields], name: str
) -> None:
    assert without_full_marks(programs[name]) == {"parameters"}


@pytest.mark.parametrize("name", ["plain-list", "class-attribute"])
def test_parameters_that_are_not_registered_are_named_and_found_all_the_same(
    programs: dict[str, Fields], name: str
) -> None:
    fields = programs[name]
    assert lost(fields) == {"parameters"}
    assert fields["parameters"].slips == ("convolutions-not-registered",)


@pytest.mark.parametrize(
    ("name", "slip", "error"),
    [
        ("batch-of-one", "flattened-with-the-batch", "shapes cannot be multiplied"),
        ("batch-of-64", "batch-size-hard-coded", "shape '[64, -1]' is invalid"),
    ],
)
def test_a_batch_that_is_flattened_to_another_size_costs_once_and_is_named(
    programs: dict[str, Fields], name: str, slip: str, error: str
) -> None:
    fields = programs[name]
    assert {field.slips for field in fields.values()} - {()} == {(slip,)}
    assert len(without_full_marks(fields)) == 1
    assert error in said(fields["fwd"])


def test_a_loss_without_gradient_has_the_right_value_all_the_same(
    programs: dict[str, Fields],
) -> None:
    assert lost(programs["no-grad"]) == {"loss-gradient"}
    assert programs["no-grad"]["loss-gradient"].slips == ("loss-without-gradient",)


@pytest.mark.parametrize("name", ["flag-set", "flag-of-a-number"])
def test_a_loss_that_only_says_that_it_has_a_gradient_has_none(
    programs: dict[str, Fields], name: str
) -> None:
    assert lost(programs[name]) == {"loss-gradient"}
    assert programs[name]["loss-gradient"].slips == ("loss-without-gradient",)


@pytest.mark.parametrize("name", ["frozen", "detached"])
def test_a_convolution_that_no_gradient_reaches_is_told_by_its_shapes(
    programs: dict[str, Fields], name: str
) -> None:
    assert lost(programs[name]) == {"loss-gradient"}
    field = programs[name]["loss-gradient"]
    assert (field.found, field.expected) == (None, None)
    assert "no gradient reaches the parameters of these shapes: [(4, 2, 3, 3)" in said(field)


def test_zeros_with_a_gradient_earn_nothing_but_the_parameters(
    programs: dict[str, Fields],
) -> None:
    fields = programs["zeros"]
    assert lost(fields) == set(fields) - {"parameters"}
    assert fields["loss-gradient"].slips == ("loss-without-gradient",)


def test_a_loss_that_is_no_tensor_has_no_gradient(programs: dict[str, Fields]) -> None:
    assert programs["loss-numpy"]["loss-gradient"].slips == ("loss-without-gradient",)


def test_a_loss_that_is_a_text_is_one_place_that_is_wrong(programs: dict[str, Fields]) -> None:
    lost = [name for name, field in programs["loss-text"].items() if field.score < field.max_score]
    assert len(lost) == 1


def test_a_loss_per_image_has_the_wrong_shape(programs: dict[str, Fields]) -> None:
    field = programs["loss-per-image"]["loss"]
    assert field.slips == ("loss-not-averaged",)
    assert field.remarks[-1].key == "check-array-for-number"


MISTAKE_AND_COST = {
    "softmax-in-fwd": ("probabilities-for-logits", {"fwd"}),
    "softmax-in-loss": ("probabilities-for-logits", {"loss"}),
    "softmax-in-both": ("probabilities-for-logits", {"fwd"}),
    "log-softmax-in-fwd": ("log-probabilities-for-logits", {"fwd"}),
    "softmax-over-batch": ("softmax-over-batch", {"loss"}),
    "mean-over-classes": ("loss-averaged-over-classes", {"loss"}),
    "loss-per-image": ("loss-not-averaged", {"loss"}),
}
"""Mistakes in what the scores and the loss are, with the checks of which one costs the marks."""


@pytest.mark.parametrize("name", MISTAKE_AND_COST)
def test_a_mistake_in_scores_or_loss_costs_once_wherever_it_stands(
    programs: dict[str, Fields], name: str
) -> None:
    slip, costs = MISTAKE_AND_COST[name]
    fields = programs[name]
    assert without_full_marks(fields) == costs
    assert {field.slips for field in fields.values()} - {()} == {(slip,)}


@pytest.mark.parametrize("name", ["sigmoid", "tanh-in-the-end"])
def test_after_a_mistake_that_has_no_name_what_follows_from_its_scores_keeps_its_marks(
    programs: dict[str, Fields], name: str
) -> None:
    fields = programs[name]
    assert without_full_marks(fields) == {"fwd"}
    assert fields["loss"].outcome is Outcome.FOLLOW_THROUGH


def test_scores_that_are_the_same_for_every_image_carry_nothing_on(
    programs: dict[str, Fields],
) -> None:
    lost_by_it = without_full_marks(programs["same-for-all"])
    assert lost_by_it >= {"fwd", "other-batch-sizes", "loss", "loss-gradient"}


def test_of_two_mistakes_the_one_that_is_seen_by_itself_is_named(
    programs: dict[str, Fields],
) -> None:
    fields = programs["two-mistakes"]
    assert fields["fwd"].slips == ("relu-forgotten-after-convolutions",)
    assert fields["loss"].slips == ("loss-summed-over-batch",)
    assert without_full_marks(fields) == {"fwd", "loss"}


def test_marking_does_not_load_pytorch_in_the_graders_own_process(tmp_path: Path) -> None:
    problem = Problem("1", Variant(family(KEY), "standard", "1", SMALL))
    sheet = Sheet("1", "en", (problem,))
    path = tmp_path / "submission.py"
    path.write_text(f"{preamble(sheet)}\n{SECTION.format(key='1')}\n{RIGHT['plain']}\n")
    script = (
        "import sys; from pathlib import Path; from grader.grading.grade import grade_file\n"
        f"result = grade_file(Path({str(path)!r}))\n"
        "assert result.score == result.max_score, result\n"
        "assert 'torch' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
