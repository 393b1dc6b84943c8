"""A program with one mistake loses one check to it, be there a name for it or not."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from grader.grading.grade import grade
from grader.intake.submission import Submission
from grader.marking.mended import ONE_PLACE
from grader.marking.result import ProblemResult
from grader.report.wording import message_of
from grader.sandbox.outside.program import Cell
from grader.sheet.sheet import Problem, Sheet
from problems.catalogue import family, folder
from problems.drawing import draw_variant
from problems.texts import render_program
from problems.variant import Variant
from tests.problems.torch_model_code.marked import SMALL
from tests.warm import warm_sandbox

PADDED = {"flip": True, "stride": 2, "padding": 3, "dilation": 2, "mode": "edge"}
FUNCTION = Variant(family("conv1d-code"), "hard", "1", PADDED)
MODEL = Variant(family("torch-model-code"), "easy", "1", SMALL)


def marked(variant: Variant, program: str) -> ProblemResult:
    sheet = Sheet("1", "en", (Problem("1", variant),))
    imports = "import torch\nfrom torch import nn\n" if variant is MODEL else "import numpy as np\n"
    cells = (Cell(imports), Cell(program, None, 1, "1"))
    (result,) = grade(Submission(sheet, cells), sandbox=warm_sandbox()).problems
    return result


def lost(result: ProblemResult) -> dict[str, float]:
    """What each check has lost."""
    gaps = {field.name: field.max_score - field.score for field in result.fields}
    return {name: gap for name, gap in gaps.items() if gap}


CONVOLUTION = """
def conv1d(vector, kernel):
    kernel = kernel[::-1]
    vector = np.pad(vector, 3, mode="edge")
    span = 2 * (len(kernel) - 1) + 1
    out = np.zeros((len(vector) - span) // 2 + 1)
    for i in range(len(out)):
        start = 2 * i
        out[i] = vector[start : start + span : 2] @ kernel
    return out
"""
IN_FUNCTIONS = {
    "a name is misspelt where it is returned": {"return out": "return ouT"},
    "a name is misspelt where it is given": {"span = 2": "spann = 2"},
    "the result is never begun": {
        "    out = np.zeros((len(vector) - span) // 2 + 1)\n": "",
        "for i in range(len(out))": "for i in range((len(vector) - span) // 2 + 1)",
        "out[i] = vector[start : start + span : 2] @ kernel": (
            "out.append(vector[start : start + span : 2] @ kernel)"
        ),
        "return out": "return np.array(out)",
    },
    "a function of NumPy is misspelt": {"np.pad(": "np.padd("},
    "arrays have no length": {"(len(kernel) - 1)": "(kernel.length - 1)"},
    "a function takes an object": {"(vector, kernel)": "(self, vector, kernel)"},
    "windows begin before the first cell": {"start = 2 * i\n": "start = 2 * i - 2\n"},
    "windows in the middle": {
        "[start : start + span": "[start - span // 2 : start + span // 2 + 1"
    },
    "the vector flipped as well": {"[::-1]\n": "[::-1]\n    vector = vector[::-1]\n"},
    "the arguments exchanged": {"kernel = kernel[::-1]": "vector, kernel = kernel[::-1], vector"},
    "the kernel padded": {"vector = np.pad(vector": "kernel = np.pad(kernel"},
    "turns from one to one too many": {"range(len(out))": "range(1, len(out) + 1)"},
    "the number of the turn added": {"@ kernel\n": "@ kernel + i\n"},
    "another operator": {"start = 2 * i\n": "start = 2 ** i\n"},
    "a loop over a number": {"range(len(out))": "len(out)"},
    "a result for the entry that it is": {"out[i] = ": "out = "},
    "the first window each time": {"[start : start + span : 2]": "[:span:2]"},
}


def changed(program: str, changes: Mapping[str, str]) -> str:
    for written, instead in changes.items():
        assert program.count(written) == 1
        program = program.replace(written, instead)
    return program


@pytest.mark.parametrize("name", IN_FUNCTIONS)
def test_one_mistake_in_a_function_costs_its_first_check(name: str) -> None:
    result = marked(FUNCTION, changed(CONVOLUTION, IN_FUNCTIONS[name]))
    assert lost(result) == {"integers": 3}


@pytest.mark.parametrize("instead", ["np.sort(kernel)", "np.sort(np.array(kernel))"])
def test_a_function_for_another_is_charged_once_and_called_nothing_else(instead: str) -> None:
    flipped = changed(CONVOLUTION, {"kernel[::-1]": instead.replace("np.sort", "np.flip")})
    assert not lost(marked(FUNCTION, flipped))
    result = marked(FUNCTION, changed(CONVOLUTION, {"kernel[::-1]": instead}))
    assert lost(result) == {"integers": 3}
    assert {key for field in result.fields for key in field.slips} == {ONE_PLACE}


LAYER = """
class LayerConv1d:
    def __init__(self, w, b):
        self.w, self.b = w, b
    def fwd_pass(self, p):
        self.n = len(p)
        self.p = np.zeros(len(p) + 4)
        for i in range(len(p)):
            self.p[i + 2] = p[i]
        q = np.zeros((len(self.p) - 5) // 3 + 1)
        for i in range(len(q)):
            total = self.b
            for j in range(5):
                total += self.w[j] * self.p[3 * i + j]
            q[i] = total
        return q
    def bwd_pass(self, dq):
        dp = np.zeros(len(self.p))
        self.dw = np.zeros(5)
        for i in range(len(dq)):
            for j in range(5):
                dp[3 * i + j] += self.w[j] * dq[i]
                self.dw[j] += self.p[3 * i + j] * dq[i]
        self.db = np.sum(dq)
        return dp[2 : self.n + 2]
"""
STRIDED = {"kernel": 5, "stride": 3, "padding": 2, "bias": True}
PASSES = Variant(family("conv1d-layer-code"), "hard", "1", STRIDED)
OUTPUTS = "        for i in range(len(q)):\n"
TOTAL = "            total = self.b\n"
ENTERED = "            q[i] = total\n"
KEPT = "        self.w, self.b = w, b\n"
IN_LAYERS: dict[str, tuple[dict[str, str], str]] = {
    "a constructor by another name": ({"__init__": "_init_"}, "forward"),
    "a sum by another name": ({"q[i] = total": "q[i] = totel"}, "forward"),
    "a gradient by another name": ({"return dp": "return d_p"}, "input-gradient"),
    "the copy at the beginning": ({"self.p[i + 2]": "self.p[i]"}, "forward"),
    "a sum that begins outside of the loop": (
        {TOTAL: "", OUTPUTS: "        total = self.b\n" + OUTPUTS},
        "forward",
    ),
    "the parameters kept under the names of one another": (
        {KEPT: "        self.w = b\n        self.b = w\n"},
        "forward",
    ),
    "a result that is entered below the loop": ({ENTERED: ENTERED[4:]}, "forward"),
    "a gradient that begins anew with each output": (
        {
            "        self.dw = np.zeros(5)\n        for i in range(len(dq)):\n": (
                "        for i in range(len(dq)):\n            self.dw = np.zeros(5)\n"
            )
        },
        "kernel-gradient",
    ),
}


def test_the_layer_is_right_before_it_is_changed() -> None:
    assert not lost(marked(PASSES, LAYER))


@pytest.mark.parametrize("name", IN_LAYERS)
def test_one_mistake_in_a_layer_costs_its_first_check(name: str) -> None:
    changes, check = IN_LAYERS[name]
    result = marked(PASSES, changed(LAYER, changes))
    assert lost(result) == {check: 3}
    told = {remark.key for field in result.fields for remark in field.remarks}
    assert "fail-slip" not in told


IMAGES = draw_variant("conv2d-layer-code", "hard", "1")
SIDES = "height, width = dq.shape[1:]"
OF_SIDES: dict[str, tuple[dict[str, str], str]] = {
    "taken for one another on the way back": (
        {SIDES: "width, height = dq.shape[1:]"},
        "input-gradient",
    ),
    "taken for one another on the way there": (
        {
            "height = (p.shape[-2]": "channels, columns, rows = p.shape\n        height = (rows",
            "width = (p.shape[-1]": "width = (columns",
        },
        "forward",
    ),
}


@pytest.mark.parametrize("name", OF_SIDES)
def test_two_names_of_one_line_in_each_others_places_cost_one_check(name: str) -> None:
    changes, check = OF_SIDES[name]
    right = render_program(
        folder("conv2d-layer-code"), "solution.py.j2", docstring="", **IMAGES.parameters
    )
    result = marked(IMAGES, changed(right, changes))
    assert lost(result) == {check: 3}
    (told,) = (one for one in result.fields if one.score < one.max_score)
    assert {"one-place", "place-order"} <= {remark.key for remark in told.remarks}


def test_the_place_of_the_mistake_is_told() -> None:
    changes = IN_FUNCTIONS["windows begin before the first cell"]
    result = marked(FUNCTION, changed(CONVOLUTION, changes))
    assert result.fields[0].slips == (ONE_PLACE,)
    assert "Look at this place again: line 8." in message_of(result.fields[0], "conv1d-code", "en")


def test_two_mistakes_in_a_function_cost_more_than_one() -> None:
    changes = {"start = 2 * i\n": "start = 2 * i - 2\n", "@ kernel\n": "@ kernel + i\n"}
    assert sum(lost(marked(FUNCTION, changed(CONVOLUTION, changes))).values()) > 3


HEAD = "def conv1d(vector, kernel):\n"
WITHOUT_WORK = {
    "noise": f"{HEAD}    return np.random.randn((len(vector) - 2 * len(kernel) + 7) // 2 + 1)\n",
    "a constant": f"{HEAD}    return np.array([1.0, 2.0, 3.0])\n",
    "the inputs": f"{HEAD}    out = vector\n    out = kernel\n    return out\n",
    "names alone": f"{HEAD}    v = vector[::-1]\n    k = kernel[::-1]\n    return v[0] + k\n",
}


@pytest.mark.parametrize("name", WITHOUT_WORK)
def test_no_change_makes_work_of_a_program_without_any(name: str) -> None:
    assert marked(FUNCTION, WITHOUT_WORK[name]).score == 0


NET = """
class ConvModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(2, 4, 3)
        self.fc1, self.fc2 = nn.Linear(60, 7), nn.Linear(7, 5)
    def fwd(self, x):
        h = nn.functional.max_pool2d(torch.relu(self.conv1(x)), 2)
        h = torch.relu(self.fc1(h.flatten(1)))
        return self.fc2(h)
    def loss(self, x, y):
        return nn.functional.cross_entropy(self.fwd(x), y)
"""
AFTER_THE_FIRST = "        self.fc1, self.fc2 ="
IN_MODELS: dict[str, tuple[dict[str, str], dict[str, float]]] = {
    "functions that are not imported": ({"nn.functional.max": "F.max"}, {"fwd": 3}),
    "a pooling by another name": ({"max_pool2d": "maxpool2d"}, {"fwd": 3}),
    "classes in place of scores": (
        {"return self.fc2(h)": "return self.fc2(h).argmax(1)"},
        {"fwd": 3},
    ),
    "rounded scores": ({"return self.fc2(h)": "return torch.round(self.fc2(h))"}, {"fwd": 3}),
    "the first image alone": ({"return self.fc2(h)": "return self.fc2(h)[0]"}, {"fwd": 3}),
    "a pooling left out before vectors of a given length": (
        {
            "nn.functional.max_pool2d(torch.relu(self.conv1(x)), 2)": "torch.relu(self.conv1(x))",
            "h.flatten(1)": "h.view(-1, 60)",
        },
        {"fwd": 3},
    ),
    "a convolution twice with the size fitted to it": (
        {
            AFTER_THE_FIRST: f"        self.conv2 = nn.Conv2d(4, 4, 3)\n{AFTER_THE_FIRST}",
            "self.conv1(x)": "self.conv2(self.conv1(x))",
            "nn.Linear(60, 7)": "nn.Linear(32, 7)",
        },
        {"parameters": 2},
    ),
    "the images in place of the maps": ({"h.flatten(1)": "x.flatten(1)"}, {"fwd": 3}),
    "the images in place of the vectors": (
        {"return self.fc2(h)": "return self.fc2(x)"},
        {"fwd": 3},
    ),
    "the images where a layer was meant": (
        {"torch.relu(self.conv1(x))": "torch.relu(x)"},
        {"fwd": 3},
    ),
    "the layers called for one another": (
        {
            "self.fc1(h.flatten(1))": "self.fc2(h.flatten(1))",
            "return self.fc2(h)": "return self.fc1(h)",
        },
        {"fwd": 3},
    ),
    "the last layer left out": ({"return self.fc2(h)": "return h"}, {"fwd": 3}),
    "a layer too many with a size of its own": (
        {
            AFTER_THE_FIRST: f"        self.fc3 = nn.Linear(3, 3)\n{AFTER_THE_FIRST}",
            "return self.fc2(h)": "return self.fc3(self.fc2(h))",
        },
        {"parameters": 2},
    ),
    "scores less themselves": (
        {"return self.fc2(h)": "h = self.fc2(h)\n        return h - h"},
        {"fwd": 3},
    ),
    "vectors that are given to nothing": (
        {"h = torch.relu(self.fc1(h.flatten(1)))": "torch.relu(self.fc1(h.flatten(1)))"},
        {"fwd": 3},
    ),
}


@pytest.mark.parametrize("name", IN_MODELS)
def test_one_mistake_in_a_model_costs_one_check(name: str) -> None:
    changes, costs = IN_MODELS[name]
    assert lost(marked(MODEL, changed(NET, changes))) == costs


def test_a_wrong_size_is_charged_beside_a_wrong_place_whatever_it_is_called_at_first() -> None:
    changes = {"nn.Linear(60, 7)": "nn.Linear(140, 7)", "return self.fc2(h)": "return h - h"}
    changes["h.flatten(1)))"] = "h.flatten(1)))\n        h = self.fc2(h)"
    result = marked(MODEL, changed(NET, changes))
    assert lost(result) == {"parameters": 2, "fwd": 3}
    assert result.fields[0].slips == ("wrong-size-after-flattening",)


@pytest.mark.parametrize("scores", ["torch.zeros(len(x), 5)", "torch.randn(len(x), 5)"])
def test_a_model_whose_scores_are_no_work_earns_its_parameters_alone(scores: str) -> None:
    program = changed(NET, {"return self.fc2(h)": f"return {scores}"})
    assert marked(MODEL, program).score == 2
