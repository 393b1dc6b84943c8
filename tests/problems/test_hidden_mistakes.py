"""A mistake that hides all the rest of a program is mended, named, and costs one check."""

from __future__ import annotations

from typing import Any

import pytest

from grader.grading.grade import grade
from grader.grading.second_run import NAMED_OTHERWISE, STANDS_INSIDE
from grader.intake.submission import Submission
from grader.marking.result import ProblemResult
from grader.report.wording import message_of
from grader.sandbox.outside.mendable import MENDABLE
from grader.sandbox.outside.program import Cell
from grader.sheet.sheet import Problem, Sheet
from problems.catalogue import family, folder
from problems.drawing import draw_variant
from problems.sentences import LANGUAGES, slip_text
from problems.variant import Variant
from tests.problems.torch_model_code.marked import SMALL
from tests.warm import warm_sandbox

FUNCTION = draw_variant("conv1d-code", "easy", "1")
LAYER = Variant(
    family("conv1d-layer-code"),
    "hard",
    "1",
    {"kernel": 5, "stride": 3, "padding": 2, "bias": True},
)
MODEL = Variant(family("torch-model-code"), "easy", "1", SMALL)
IMPORTS = "import numpy as np\nimport torch\nfrom torch import nn\n"


def marked(variant: Variant, program: str) -> ProblemResult:
    sheet = Sheet("1", "en", (Problem("1", variant),))
    imports = IMPORTS if variant is MODEL else "import numpy as np\n"
    cells = (Cell(imports), Cell(program, None, 1, "1"))
    (result,) = grade(Submission(sheet, cells), sandbox=warm_sandbox()).problems
    return result


def lost(result: ProblemResult) -> dict[str, tuple[str, ...]]:
    """The slips of the checks that are lost."""
    return {field.name: field.slips for field in result.fields if field.score < field.max_score}


HEAD = "def conv1d(vector, kernel):\n"
WINDOWS = "[vector[i : i + len(kernel)] @ kernel for i in range(len(vector) - len(kernel) + 1)]"
OF_ONE_CELL = WINDOWS.replace("[vector", "[float(vector").replace("@ kernel", "@ kernel[:, None])")
IN_FUNCTIONS = {
    "return-forgotten": f"{HEAD}    out = np.array({WINDOWS})\n    print(out)\n",
    "return-in-loop": (
        f"{HEAD}    out = np.zeros(len(vector) - len(kernel) + 1)\n    for i in range(len(out)):\n"
        "        out[i] = vector[i : i + len(kernel)] @ kernel\n        return out\n"
    ),
    "generator-returned": f"{HEAD}    yield from {WINDOWS}\n",
    "arguments-swapped": f"def conv1d(kernel, vector):\n    return np.array({WINDOWS})\n",
    "results-returned-together": f"{HEAD}    return np.array({WINDOWS}), len(kernel)\n",
    "named-otherwise": f"def conv_1d(vector, kernel):\n    return np.array({WINDOWS})\n",
    "comma-behind-the-result": f"{HEAD}    return np.array({WINDOWS}),\n",
    "stands-inside": (
        "class Solution:\n    def conv1d(self, vector, kernel):\n"
        f"        return np.array({WINDOWS})\n"
    ),
    "one-element-for-a-number": (
        f"def convolved(vector, kernel):\n    return {OF_ONE_CELL}\n"
        f"{HEAD}    return np.array(convolved(vector, kernel))\n"
    ),
    "loop-runs-over-the-end": (
        f"{HEAD}    out = np.zeros(len(vector) - len(kernel) + 2)\n    for i in range(len(out)):\n"
        "        out[i] = np.sum(vector[i : i + len(kernel)] * kernel)\n    return out\n"
    ),
    "window-of-another-size": (
        f"{HEAD}    span = len(kernel)\n    out = np.zeros(len(vector) - span + 1)\n"
        "    for i in range(len(out)):\n"
        "        part = np.append(vector, 0)[i : i + span + 1]\n"
        "        out[i] = part @ kernel\n    return out\n"
    ),
    "names-of-an-old-numpy": f"{HEAD}    return np.array({WINDOWS}, dtype=np.float)\n",
}


@pytest.mark.parametrize("slip", IN_FUNCTIONS)
def test_a_mistake_that_hides_a_right_function_costs_its_first_check(slip: str) -> None:
    assert lost(marked(FUNCTION, IN_FUNCTIONS[slip])) == {"integers": (slip,)}


def test_what_was_mended_is_told_where_it_costs_marks_and_not_charged_again() -> None:
    result = marked(FUNCTION, IN_FUNCTIONS["return-forgotten"])
    told = message_of(result.fields[0], "conv1d-code", "en")
    assert "the result is worked out but not returned" in told
    assert "returns nothing: is there a `return`?" in told
    assert "It was charged there" in message_of(result.fields[1], "conv1d-code", "en")


def test_another_mistake_in_a_mended_function_costs_by_itself() -> None:
    flipped = IN_FUNCTIONS["return-forgotten"].replace("@ kernel", "@ kernel[::-1]")
    assert lost(marked(FUNCTION, flipped)) == {
        "integers": ("kernel-flipped",),
        "decimals": ("return-forgotten",),
    }


def test_a_loop_over_the_end_with_another_mistake_costs_two_checks() -> None:
    flipped = IN_FUNCTIONS["loop-runs-over-the-end"].replace("* kernel", "* kernel[::-1]")
    assert lost(marked(FUNCTION, flipped)) == {
        "integers": ("kernel-flipped",),
        "decimals": ("loop-runs-over-the-end",),
    }


EMPTY = {
    "the input is printed": f"{HEAD}    print(vector)\n",
    "zeros are returned too early": (
        f"{HEAD}    out = np.zeros(len(vector) - len(kernel) + 1)\n    for i in out:\n"
        "        return out\n"
    ),
    "the input under swapped names": "def conv1d(kernel, vector):\n    return vector\n",
    "the input and a comma": f"{HEAD}    return vector,\n",
    "the input in a class": f"class Solution:\n    {HEAD}        return vector\n",
    "a number of the input": f"{HEAD}    return np.full(len(vector), float(vector[:1]))\n",
    "the inputs together": f"{HEAD}    return vector, kernel\n",
    "the input under another name": "def conv_1d(vector, kernel):\n    return vector\n",
    "zeros, in a loop over the end": (
        f"{HEAD}    out = np.zeros(len(vector) - len(kernel) + 1)\n    for i in range(99):\n"
        "        out[i] = 0\n    return out\n"
    ),
    "the input, in a loop over the end": f"{HEAD}    return [vector[i] for i in range(99)]\n",
    "the input step by step": f"{HEAD}    yield from vector\n",
}


@pytest.mark.parametrize("name", EMPTY)
def test_a_mended_function_that_works_nothing_out_earns_nothing(name: str) -> None:
    assert marked(FUNCTION, EMPTY[name]).score == 0


LAYER_OF = """
class LayerConv1d:
    def __init__(self, w, b):
        self.w, self.b = w, b
    def fwd_pass(self, p):
        self.x = {padded}
        starts = range(0, len(self.x) - 4, {stride})
        q = np.array([self.x[i : i + 5] @ self.w + self.b for i in starts])
        {forward}
    def bwd_pass(self, dq):
        dx, dw = np.zeros(len(self.x)), np.zeros(5)
        for i, d in enumerate(dq):
            dw += d * self.x[{stride} * i : {stride} * i + 5]
            dx[{stride} * i : {stride} * i + 5] += d * self.w
        {backward}
"""
USUAL = {
    "padded": "np.pad(p, 2)",
    "stride": "3",
    "forward": "return q",
    "backward": "self.dw, self.db = dw, dq.sum(); return dx[2:-2]",
}
IN_LAYERS: dict[str, tuple[str, str, dict[str, str]]] = {
    "padding left out": (
        "padding-forgotten",
        "forward",
        {"padded": "p", "backward": "self.dw, self.db = dw, dq.sum(); return dx"},
    ),
    "another padding": (
        "padding-of-another-width",
        "forward",
        {
            "padded": "np.pad(p, 3)",
            "backward": "self.dw, self.db = dw, dq.sum(); return dx[3:-3]",
        },
    ),
    "half of the padding": (
        "padding-halved",
        "forward",
        {
            "padded": "np.pad(p, 1)",
            "backward": "self.dw, self.db = dw, dq.sum(); return dx[1:-1]",
        },
    ),
    "another stride": ("another-stride", "forward", {"stride": "2"}),
    "stride left out": ("stride-forgotten", "forward", {"stride": "1"}),
    "all gradients returned": (
        "results-returned-together",
        "input-gradient",
        {"backward": "return dx[2:-2], dw, dq.sum()"},
    ),
    "gradients clipped": (
        "gradients-clipped",
        "input-gradient",
        {"backward": "self.dw, self.db = dw, dq.sum(); return np.clip(dx[2:-2], -50, 50)"},
    ),
    "left-over cells without gradient": (
        "left-over-cells-without-gradient",
        "input-gradient",
        {"backward": "self.dw, self.db = dw, dq.sum(); return dx[2 : 3 * (len(dq) - 1) + 5 - 2]"},
    ),
}


@pytest.mark.parametrize("name", IN_LAYERS)
def test_a_mistake_throughout_a_layer_costs_the_first_check_that_shows_it(name: str) -> None:
    slip, check, changes = IN_LAYERS[name]
    program = LAYER_OF.format(**{**USUAL, **changes})
    assert lost(marked(LAYER, program)) == {check: (slip,)}


@pytest.mark.parametrize(
    ("meant", "written", "slip", "check"),
    [
        ("self.w, self.b = w, b", "w = w; self.b = b", "self-forgotten", "forward"),
        ("bwd_pass(self, dq)", "bwd_pass(dq)", "self-not-taken", "input-gradient"),
        ("np.zeros(len(self.x))", "np.zeros(len(self.X))", "attribute-misspelt", "input-gradient"),
    ],
)
def test_a_name_that_is_not_what_was_meant_costs_the_first_check_that_needs_it(
    meant: str, written: str, slip: str, check: str
) -> None:
    program = LAYER_OF.format(**USUAL)
    assert meant in program
    assert lost(marked(LAYER, program.replace(meant, written))) == {check: (slip,)}


def test_a_constructor_with_its_arguments_swapped_costs_one_check() -> None:
    program = LAYER_OF.format(**USUAL).replace("(self, w, b)", "(self, b, w)")
    assert lost(marked(LAYER, program)) == {"forward": ("arguments-swapped",)}


@pytest.mark.parametrize(
    ("meant", "written", "slip", "check"),
    [
        ("(self, w, b)", "(self, w, b, step)", "argument-not-asked-for", "forward"),
        ("(self, dq)", "(self, dq, rate)", "argument-not-asked-for", "input-gradient"),
    ],
)
def test_a_parameter_that_the_sheet_does_not_ask_for_costs_the_first_check_that_needs_it(
    meant: str, written: str, slip: str, check: str
) -> None:
    program = LAYER_OF.format(**USUAL)
    assert meant in program
    assert lost(marked(LAYER, program.replace(meant, written))) == {check: (slip,)}


def test_a_constructor_without_the_bias_costs_what_a_bias_costs_that_is_not_added() -> None:
    program = LAYER_OF.format(**USUAL).replace("(self, w, b)", "(self, w)")
    program = program.replace("self.w, self.b = w, b", "self.w, self.b = w, 0")
    assert lost(marked(LAYER, program)) == {"forward": ("bias-left-out",)}


def test_decimals_that_are_added_into_integers_cost_one_check_in_both_passes_together() -> None:
    integers = "np.zeros(len(self.x), dtype=int), np.zeros(5, dtype=int)"
    program = LAYER_OF.format(**USUAL)
    backward = program.replace("np.zeros(len(self.x)), np.zeros(5)", integers)
    assert backward != program
    assert lost(marked(LAYER, backward)) == {"input-gradient": ("integers-for-decimals",)}
    both = backward.replace("for i in starts])", "for i in starts]).astype(int)")
    assert lost(marked(LAYER, both)) == {"forward": ("integer-result",)}


def test_an_activation_in_a_layer_costs_its_forward_pass_alone() -> None:
    program = LAYER_OF.format(**{**USUAL, "forward": "self.q = q; return np.maximum(q, 0)"})
    back = "        dq = dq * (self.q > 0)\n        dx, dw ="
    found = lost(marked(LAYER, program.replace("        dx, dw =", back)))
    assert found == {"forward": ("activation-in-the-layer",)}  # the shortest output is negative


def test_windows_of_four_cells_for_five_are_one_mistake_in_both_passes_and_their_gradients() -> (
    None
):
    program = LAYER_OF.format(**USUAL).replace("+ 5]", "+ 4]").replace("(5)", "(4)")
    assert lost(marked(LAYER, program)) == {"forward": ("window-one-cell-short",)}


def test_the_layer_without_a_mistake_is_right() -> None:
    assert lost(marked(LAYER, LAYER_OF.format(**USUAL))) == {}


def test_a_forward_pass_that_is_printed_costs_no_backward_pass() -> None:
    program = LAYER_OF.format(**{**USUAL, "forward": "print(q)"})
    assert lost(marked(LAYER, program)) == {"forward": ("return-forgotten",)}


NET = """
class ConvModel({base}):
    def __init__(self):
        {start}
        self.conv1 = nn.Conv2d(2, 4, 3)
        self.fc1, self.fc2 = nn.Linear(60, 7), nn.Linear(7, 5)
        {end}
    def fwd(self, x):
        h = nn.functional.max_pool2d(torch.relu(self.conv1(x)), 2)
        h = {flat}
        {more}
        {last}
    def loss(self, {arguments}):
        return nn.functional.cross_entropy(self.fwd(x), y)
"""
USUAL_NET = {
    "base": "nn.Module",
    "start": "super().__init__()",
    "end": "",
    "flat": "h.flatten(1)",
    "more": "h = torch.relu(self.fc1(h))",
    "last": "return self.fc2(h)",
    "arguments": "x, y",
}
RELU = USUAL_NET["more"]
IN_MODELS: dict[str, tuple[str, str, dict[str, str]]] = {
    "no super().__init__()": ("module-not-set-up", "parameters", {"start": "pass"}),
    "a late super().__init__()": (
        "module-not-set-up",
        "parameters",
        {"start": "pass", "end": "super().__init__()"},
    ),
    "no base class": ("module-not-set-up", "parameters", {"base": "object"}),
    "a dropout of maps": ("dropout-added", "fwd", {"flat": "nn.Dropout2d(0.3)(h).flatten(1)"}),
    "a function for dropout": (
        "dropout-added",
        "fwd",
        {"more": f"{RELU}; h = torch.dropout(h, 0.2, True)"},
    ),
    "a layer that normalises": (
        "normalisation-added",
        "parameters",
        {"end": "self.norm = nn.LayerNorm(7)", "more": f"{RELU}; h = self.norm(h)"},
    ),
    "maps that are not flattened": ("flattening-forgotten", "fwd", {"flat": "h"}),
    "maps of another size": ("maps-of-another-size", "fwd", {"flat": "h[:, :, :, 1:].flatten(1)"}),
    "one vector of all images": ("flattened-with-the-batch", "fwd", {"flat": "h.view(1, -1)"}),
    "flattened from the first axis": ("flattened-with-the-batch", "fwd", {"flat": "h.flatten()"}),
    "a batch of sixty-four": (
        "batch-size-hard-coded",
        "fwd",
        {"flat": "torch.reshape(h, (64, -1))"},
    ),
    "a layer made on each call": (
        "layers-made-on-each-call",
        "fwd",
        {"more": f"self.fc1 = nn.Linear(60, 7); {RELU}"},
    ),
    "a layer made on each call and kept nowhere": (
        "layers-not-registered",
        "parameters",
        {"end": "del self.fc1", "more": "h = torch.relu(nn.Linear(60, 7)(h))"},
    ),
    "scores that are printed": ("return-forgotten", "fwd", {"last": "print(self.fc2(h))"}),
    "classes before images": ("arguments-swapped", "loss", {"arguments": "y, x"}),
}


@pytest.mark.parametrize("name", IN_MODELS)
def test_a_mistake_that_hides_a_right_model_costs_its_first_check(name: str) -> None:
    slip, check, changes = IN_MODELS[name]
    assert lost(marked(MODEL, NET.format(**{**USUAL_NET, **changes}))) == {check: (slip,)}


LOSS = "return nn.functional.cross_entropy(self.fwd(x), y)"


@pytest.mark.parametrize(
    ("returned", "slip"),
    [
        ("loss, s", "results-returned-together"),
        ("{'logits': s, 'loss': loss}", "results-returned-together"),
        ("loss,", "comma-behind-the-result"),
    ],
)
def test_a_loss_that_does_not_come_alone_costs_one_check(returned: str, slip: str) -> None:
    lines = ("s = self.fwd(x)", "loss = nn.functional.cross_entropy(s, y)", f"return {returned}")
    more = "\n        ".join(lines)
    program = NET.format(**USUAL_NET).replace(LOSS, more)
    assert lost(marked(MODEL, program)) == {"loss": (slip,)}


def test_a_loss_that_is_cut_off_and_does_not_come_alone_costs_both_and_no_untruth_is_told() -> None:
    program = NET.format(**USUAL_NET).replace(LOSS, LOSS + ".item(), 0")
    result = marked(MODEL, program)
    assert set(lost(result)) == {"loss", "loss-gradient"}
    told = {field.name: message_of(field, "torch-model-code", "en") for field in result.fields}
    assert "'tuple' object has no attribute 'backward'" in told["loss-gradient"]


def test_two_mistakes_that_hide_a_model_cost_two_checks() -> None:
    changes = {"start": "pass", "more": f"{RELU}; h = nn.functional.dropout(h)"}
    assert lost(marked(MODEL, NET.format(**{**USUAL_NET, **changes}))) == {
        "parameters": ("module-not-set-up",),
        "fwd": ("dropout-added",),
    }


def test_a_wrong_size_after_flattening_keeps_its_name_beside_a_mistake_that_hides_it() -> None:
    program = NET.format(**{**USUAL_NET, "start": "pass"}).replace("Linear(60", "Linear(50")
    assert lost(marked(MODEL, program)) == {
        "parameters": ("wrong-size-after-flattening",),
        "fwd": ("module-not-set-up",),
    }


@pytest.mark.parametrize(
    ("key", "instead"),
    [
        ("flat", "self.conv1(h).flatten(1)"),
        ("more", "h = torch.relu(self.fc1(self.fc1(h)))"),
    ],
)
def test_a_layer_that_is_called_once_more_is_told_as_that(key: str, instead: str) -> None:
    result = marked(MODEL, NET.format(**{**USUAL_NET, key: instead}))
    assert lost(result) == {"fwd": ("layer-called-again",)}


def test_a_layer_that_is_never_called_costs_the_scores_alone() -> None:
    result = marked(MODEL, NET.format(**{**USUAL_NET, "more": "h = torch.relu(h)"}))
    assert lost(result) == {"fwd": ("layer-never-called",)}


def test_a_model_that_leaves_its_convolution_out_earns_its_parameters_alone() -> None:
    convolved = "h = nn.functional.max_pool2d(torch.relu(self.conv1(x)), 2)"
    program = NET.format(**{**USUAL_NET, "flat": "x.flatten(1)"})
    assert convolved in program
    assert marked(MODEL, program.replace(convolved, "self.conv1(x)")).score == 2


def test_a_mended_model_that_works_nothing_out_earns_nothing() -> None:
    program = (
        "class ConvModel(nn.Module):\n    def __init__(self):\n        pass\n"
        "    def fwd(self, x):\n        return nn.functional.dropout(x.flatten()[:5])\n"
        "    def loss(self, x, y):\n        return x.sum()\n"
    )
    assert marked(MODEL, program).score == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_that_can_be_mended_is_told_in_every_language(language: Any) -> None:
    for variant in (FUNCTION, MODEL):
        for slip in (*MENDABLE, NAMED_OTHERWISE, STANDS_INSIDE):
            assert slip_text(folder(variant.family.key), slip, language)
