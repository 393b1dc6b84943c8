"""Models in PyTorch: parameters are seen and filled, tensors go down and come back."""

from __future__ import annotations

import numpy as np
import pytest

from grader.sandbox.outside.execution import execute
from grader.sandbox.outside.outcome import Execution, Missing, OverLimit, Raised, Returned
from grader.sandbox.outside.program import Cell, Probe, Wanted
from grader.sandbox.outside.sandbox import Sandbox
from grader.sandbox.wire.frames import Opaque, Tensor
from problems.probe import (
    Call,
    Gradients,
    GroupOptions,
    LoadParameters,
    ParameterShapes,
    Put,
    Read,
    SetParameters,
    TrainedNames,
    Use,
)
from reference.model import filling

MODEL = """
import torch
from torch import nn

class Model(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.conv = nn.Conv2d(2, width, kernel_size=(1, 3), bias=False)
        self.head = nn.Linear(3 * width, 2)

    def fwd(self, x):
        return self.head(torch.relu(self.conv(x)).flatten(1))

class Pair(nn.Module):
    def __init__(self):
        super().__init__()
        self.first = nn.Parameter(torch.ones(4))
        self.second = nn.Parameter(torch.ones(4))

def odd(kind):
    if kind == "half":
        return torch.zeros(3, dtype=torch.bfloat16)
    if kind == "sparse":
        return torch.eye(3).to_sparse()
    if kind == "meta":
        return torch.zeros(3, device="meta")
    return torch.zeros(10, 2, 3).permute(2, 0, 1).requires_grad_()

noise = torch.rand(2)
"""


STYLES = """
import tempfile
import torch
from torch import nn

class Compiled(nn.Module):
    def __init__(self):
        super().__init__()
        self.inner = torch.compile(nn.Linear(2, 3))

    @torch.compile
    def forward(self, x):
        return self.inner(x)

@torch.jit.script
def doubled(x):
    return 2 * x

class Own(torch.Tensor):
    @classmethod
    def __torch_function__(cls, function, types, args=(), kwargs=None):
        raise AssertionError("the encoder used a function of the tensor's own")

class Dispatching(torch.Tensor):
    @classmethod
    def __torch_dispatch__(cls, function, types, args=(), kwargs=None):
        raise AssertionError("the encoder used a dispatch of the tensor's own")

size = tuple(Compiled()(torch.ones(1, 2)).shape)
scripted = tuple(torch.jit.script(nn.Sequential(nn.Linear(2, 3)))(torch.ones(1, 2)).shape)
two = doubled(torch.ones(2))
parameter = nn.Parameter(torch.ones(2))
own = torch.ones(2).as_subclass(Own)
dispatching = torch.ones(2).as_subclass(Dispatching)
optimizer = torch.optim.SGD([parameter], lr=1.0)
with tempfile.TemporaryFile() as file:
    file.write(b"seen")
    file.seek(0)
    text = file.read().decode()
"""


def test_programs_that_compile_script_and_write_run_as_they_are_written() -> None:
    names = ("size", "scripted", "two", "parameter", "own", "dispatching", "text")
    with Sandbox(thorough=True) as sandbox:  # a warm server, which has imported the compiler
        cells = [Cell(STYLES, None, 1, "p")]
        found = execute(cells, [Wanted("p", names)], torch=True, sandbox=sandbox)
    assert found.incidents == ()
    size, scripted, *tensors, dispatching, text = found.values.values()
    assert (size, scripted, text) == (Returned((1, 3)), Returned((1, 3)), Returned("seen"))
    assert dispatching == Returned(Opaque("Dispatching"))
    for one, value in zip(tensors, (2, 1, 1), strict=True):
        assert isinstance(one, Returned)
        assert isinstance(one.value, Tensor)
        np.testing.assert_array_equal(one.value.array, [value, value])


@pytest.fixture(scope="module")
def execution() -> Execution:
    rng = np.random.default_rng(5)
    kernel, weight = rng.integers(-3, 4, (3, 2, 1, 3)), rng.integers(-3, 4, (2, 9))
    x = rng.integers(-3, 4, (4, 2, 1, 5)).astype(np.float32)
    model = Probe(
        "p",
        "model",
        (
            Put("width", 3),
            Put("x", x, tensor=True),
            Call("model", "Model", ("width",)),
            ParameterShapes("model"),
            LoadParameters("model", (weight.astype("f4"), np.ones(7, "f4"), kernel.astype("f4"))),
            Call("y", "model.fwd", ("x",)),
            Read("y"),
            Read("model.conv.weight"),
            Read("model.head.bias"),
        ),
    )
    pair = Probe(
        "p",
        "pair",
        (
            Call("pair", "Pair"),
            LoadParameters("pair", (np.full(4, 2.0), np.full(4, 3.0), np.full(4, 5.0))),
            Read("pair.first"),
            Read("pair.second"),
        ),
    )
    kinds = ("half", "sparse", "meta", "view")
    odd = [
        Probe("p", kind, (Put("kind", kind), Call("t", "odd", ("kind",)), Read("t")))
        for kind in kinds
    ]
    shapes = Probe("p", "shapes", (Put("x", x, tensor=True), Read("x.shape"), Read("x.dtype")))
    return execute([Cell(MODEL, None, 1, "p")], [], [model, pair, *odd, shapes], torch=True)


def test_a_models_parameters_are_listed_filled_by_shape_and_used(execution: Execution) -> None:
    shapes, output, kernel, bias = execution.observations["p", "model"]
    assert shapes == Returned([(3, 2, 1, 3), (2, 9), (2,)])
    for one in (output, kernel, bias):
        assert isinstance(one, Returned)
        assert isinstance(one.value, Tensor)
        assert one.value.array.dtype == np.float32
    assert isinstance(output, Returned)
    assert isinstance(kernel, Returned)
    assert isinstance(bias, Returned)
    rng = np.random.default_rng(5)
    expected_kernel, weight = rng.integers(-3, 4, (3, 2, 1, 3)), rng.integers(-3, 4, (2, 9))
    x = rng.integers(-3, 4, (4, 2, 1, 5))
    np.testing.assert_array_equal(kernel.value.array, expected_kernel)
    filled = filling((2,)).astype(np.float32)  # no array has its shape
    np.testing.assert_array_equal(bias.value.array, filled)
    windows = np.lib.stride_tricks.sliding_window_view(x[:, :, 0], 3, axis=2)
    maps = np.maximum(np.einsum("ncik,ock->noi", windows, expected_kernel[:, :, 0]), 0)
    scores = maps.reshape(4, 9) @ weight.T + filled
    np.testing.assert_allclose(output.value.array, scores, rtol=1e-6)


def test_parameters_of_one_shape_take_the_arrays_in_turn(execution: Execution) -> None:
    for found, expected in zip(execution.observations["p", "pair"], (2, 3), strict=True):
        assert isinstance(found, Returned)
        np.testing.assert_array_equal(found.value.array, [expected] * 4)


def test_tensors_without_plain_numbers_are_opaque(execution: Execution) -> None:
    for kind in ("half", "sparse", "meta"):
        (found,) = execution.observations["p", kind]
        assert isinstance(found, Returned)
        assert isinstance(found.value, Opaque)
        assert found.value.type_name == "torch.Tensor"


def test_a_tensor_with_a_gradient_and_strides_comes_back_as_numbers(execution: Execution) -> None:
    (found,) = execution.observations["p", "view"]
    assert isinstance(found, Returned)
    assert found.value.array.shape == (3, 10, 2)


def test_a_shape_of_torchs_own_type_is_a_tuple(execution: Execution) -> None:
    shape, dtype = execution.observations["p", "shapes"]
    assert shape == Returned((4, 2, 1, 5))
    assert dtype == Returned(Opaque("torch.dtype"))


def test_a_torch_program_runs_clean(execution: Execution) -> None:
    assert execution.incidents == ()
    assert execution.printed.text == ""
    assert not any(
        isinstance(one, OverLimit) for seen in execution.observations.values() for one in seen
    )


def test_inputs_have_the_type_that_the_program_has_set_for_its_own() -> None:
    source = "import torch\ntorch.set_default_dtype(torch.float64)\ndef f(x, y): return [x, y]\n"
    probe = Probe(
        "p",
        "one",
        (
            Put("x", np.array([1.5, -2.0], dtype=np.float32), tensor=True),
            Put("y", np.array([1, 2]), tensor=True),
            Call("out", "f", ("x", "y")),
            Read("out"),
        ),
    )
    execution = execute([Cell(source, None, 1, "p")], [], [probe], torch=True)
    (outcome,) = execution.observations["p", "one"]
    assert isinstance(outcome, Returned)
    assert [one.array.dtype for one in outcome.value] == [np.float64, np.int64]


LOSSES = """
import torch
from torch import nn

class Line(nn.Module):
    def __init__(self, kind):
        super().__init__()
        self.kind = kind
        self.w = nn.Parameter(torch.zeros(3))
        self.b = nn.Parameter(torch.zeros(1, 1))
        if kind == "frozen":
            self.b.requires_grad = False
        if kind == "listed":
            self.parts = [nn.Linear(2, 2)]

    def reach(self):
        return self.parts[0].weight.sum()

    def loss(self, x):
        value = (x * self.w).sum() + self.b.sum()
        if self.kind == "flag":
            return value.detach().requires_grad_()
        if self.kind == "number":
            return value.item()
        if self.kind == "together":
            return value, x
        return x * self.w + self.b if self.kind == "several" else value
"""


def test_gradients_come_in_the_order_of_the_arrays_and_are_zero_where_none_flows() -> None:
    kinds = ("plain", "several", "frozen", "flag", "number", "together")
    probes = [
        Probe(
            "p",
            kind,
            (
                Put("kind", kind),
                Put("x", np.array([1.0, 2.0, 4.0]), tensor=True),
                Call("line", "Line", ("kind",)),
                LoadParameters("line", (np.ones((1, 1)), np.ones(3))),
                Call("value", "line.loss", ("x",)),
                Gradients("value", "line"),
            ),
        )
        for kind in kinds
    ]
    execution = execute([Cell(LOSSES, None, 1, "p")], [], probes, torch=True)
    wanted = {
        "plain": [1, 1, 2, 4],
        "several": [3, 1, 2, 4],  # the gradient of their sum
        "frozen": [0, 1, 2, 4],
        "flag": [0, 0, 0, 0],
        "number": [0, 0, 0, 0],
    }
    together = "'tuple' object has no attribute 'backward'"
    (found,) = execution.observations["p", "together"]
    assert isinstance(found, Raised)
    assert (found.type, found.message) == ("AttributeError", together)
    for kind, gradients in wanted.items():
        (found,) = execution.observations["p", kind]
        assert isinstance(found, Returned)
        np.testing.assert_array_equal(found.value.array, gradients)


def test_a_parameter_in_a_plain_list_gets_its_array_and_its_gradient_too() -> None:
    probe = Probe(
        "p",
        "listed",
        (
            Put("kind", "listed"),
            Call("line", "Line", ("kind",)),
            ParameterShapes("line"),
            LoadParameters("line", (np.full((2, 2), 5.0), np.ones((1, 1)), np.ones(3))),
            Call("value", "line.reach"),
            Gradients("value", "line"),
        ),
    )
    execution = execute([Cell(LOSSES, None, 1, "p")], [], [probe], torch=True)
    shapes, found = execution.observations["p", "listed"]
    assert shapes == Returned([(3,), (1, 1)])
    assert isinstance(found, Returned)
    np.testing.assert_array_equal(found.value.array, [1, 1, 1, 1, 0, 0, 0, 0])


KERNELS = """
import torch

def are_prepared():
    return getattr(torch._C, "_get_mk" "ldnn_enabled")()

before = are_prepared()
"""


@pytest.mark.parametrize("more", ["", "def other(x):\n    return x.to_mkldnn()\n"])
def test_kernels_are_prepared_for_what_a_program_does_itself_or_asks_for(more: str) -> None:
    steps = (Call("result", "are_prepared"), Read("result"))
    execution = execute(
        [Cell(KERNELS + more, problem="1")],
        [Wanted("1", ("before",))],
        [Probe("1", "kernels", steps)],
        torch=True,
    )
    assert execution.values["1", "before"] == Returned(value=True)
    assert execution.observations["1", "kernels"] == (Returned(value=bool(more)),)
    assert execution.printed.text == ""


TRAINED = """
import torch
from torch import nn

class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Linear(2, 3)
        self.head = nn.Linear(3, 2, bias=False)

def freeze(model):
    model.body.weight.requires_grad = False
    model.head = nn.Linear(3, 4)

def groups(model):
    return torch.optim.SGD([{"params": model.head.parameters(), "lr": 0.5}], lr=0.1)

def off():
    torch.set_grad_enabled(False)

def is_on():
    return torch.is_grad_enabled()
"""


@pytest.fixture(scope="module")
def trained() -> Execution:
    arrays = tuple(np.full(shape, 2.0) for shape in ((3, 2), (3,), (2, 3)))
    model = Probe(
        "p",
        "model",
        (
            *(Call("model", "Net"), Call("nothing", "freeze", ("model",))),
            *(SetParameters("model", arrays), TrainedNames("model")),
            *(Read("model.head.weight"), Read("model.head.bias")),
            Call("optimizer", "groups", ("model",)),
            GroupOptions("optimizer", "lr", ("model.body.bias", "model.head.bias")),
        ),
    )
    library = Probe(
        "p",
        "library",
        (
            *(Use("SGD", "torch.optim.SGD"), Use("Number", "numbers.Number"), Put("rate", 0.25)),
            *(Use("isinstance", "builtins.isinstance"), Call("model", "Net")),
            Call("parameters", "model.parameters"),
            Call("optimizer", "SGD", ("parameters",), {"lr": "rate"}),
            GroupOptions("optimizer", "lr", ("model.body.weight",)),
            *(Call("is_number", "isinstance", ("rate", "Number")), Read("is_number")),
        ),
    )
    missing = Probe("p", "missing", (SetParameters("nowhere", arrays), TrainedNames("nowhere")))
    off = Probe("p", "off", (Call("nothing", "off"), Call("on", "is_on"), Read("on")))
    on = Probe("p", "on", (Call("on", "is_on"), Read("on")))
    probes = [model, library, missing, off, on]
    return execute([Cell(TRAINED, None, 1, "p")], [], probes, torch=True)


def test_a_model_is_set_whatever_shapes_it_has_and_tells_what_of_it_is_trained(
    trained: Execution,
) -> None:
    names, weight, bias, rates = trained.observations["p", "model"]
    assert names == Returned(["body.bias", "head.weight", "head.bias"])
    assert isinstance(weight, Returned)
    assert isinstance(bias, Returned)
    np.testing.assert_array_equal(weight.value.array, np.full((2, 3), 2.0))
    np.testing.assert_array_equal(bias.value.array, np.zeros(4))
    assert rates == Returned([0.0, 0.5])


def test_a_library_is_used_without_the_program(trained: Execution) -> None:
    assert trained.observations["p", "library"] == (Returned([0.25]), Returned(True))


def test_a_model_that_is_not_there_is_told_as_missing(trained: Execution) -> None:
    (found,) = trained.observations["p", "missing"]
    assert isinstance(found, Missing)
    assert found.name == "nowhere"


def test_gradients_that_a_call_has_switched_off_are_on_again_in_the_next_check(
    trained: Execution,
) -> None:
    assert trained.observations["p", "off"] == (Returned(False),)
    assert trained.observations["p", "on"] == (Returned(True),)
