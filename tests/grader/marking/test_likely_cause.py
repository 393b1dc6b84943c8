"""What an error in a student's code probably comes of: said beside Python's own message."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest

from grader.marking.likely_cause import likely_cause
from grader.marking.observed import Observed
from grader.messages.remark import Remark
from grader.messages.say import say
from grader.sandbox.outside.outcome import Hint, Raised, Returned
from problems.probe import Observation
from problems.rule import Rule
from problems.sentences import LANGUAGES, Language

VECTORS = {"x": np.arange(7.0), "w": np.arange(3.0), "padding": 2, "stride": 2}
MAPS = {
    "x": np.zeros((3, 1, 6, 6)),
    "layers": [
        {"kind": "conv", "channels": 4, "kernel": 3, "stride": 1, "padding": 0},
        {"kind": "relu"},
        {"kind": "flatten"},
        {"kind": "affine", "features": 5},
    ],
}


def cause(error: Raised, inputs: Mapping[str, Any], true: Any = None) -> Remark | None:
    observation = Observation("f(x)", Rule("rule", lambda: true), inputs)
    return likely_cause(Observed(observation, error, (), frozenset()))


PYTHON = {
    "operands could not be broadcast together with shapes (2,) (3,) ": "window-too-short",
    "shapes (3,) and (1,) not aligned: 3 (dim 0) != 1 (dim 0)": "window-too-short",
    "matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature "
    "(n?,k),(k,m?)->(n?,m?) (size 2 is different from 3)": "window-too-short",
    "operands could not be broadcast together with shapes (0,) (3,) ": "slice-empty",
    "shapes (0,) and (4,) not aligned: 0 (dim 0) != 4 (dim 0)": "slice-empty",
    "operands could not be broadcast together with shapes (5,) (4,) ": "lengths-differ",
    "operands could not be broadcast together with shapes (5,) (3,) ": "lengths-differ",
    "could not broadcast input array from shape (3,) into shape (2,)": "other-shape-assigned",
    "index 6 is out of bounds for axis 0 with size 5": "index-beyond-result",
    "index 12 is out of bounds for axis 0 with size 11": "index-beyond-padded-input",
    "index 7 is out of bounds for axis 0 with size 7": "index-beyond-input",
    "index 3 is out of bounds for axis 0 with size 3": "index-beyond-kernel",
    "index 9 is out of bounds for axis 0 with size 8": "index-beyond",
    "'float' object cannot be interpreted as an integer": "whole-number-needed",
    "expected a sequence of integers or a single integer, got '5.5'": "whole-number-needed",
    "slice indices must be integers or None or have an __index__ method": "whole-number-needed",
    "only integers, slices (`:`), ellipsis (`...`) are valid indices": "whole-number-needed",
    "negative dimensions are not allowed": "negative-length",
    "setting an array element with a sequence.": "several-numbers-in-one-place",
    "Cannot cast ufunc 'add' output from dtype('float64') to dtype('int64')": (
        "decimals-into-integers"
    ),
    "assignment destination is read-only": "input-read-only",
    "'float' object is not subscriptable": "number-not-array",
    "object of type 'float' has no len()": "number-not-array",
    "'NoneType' object is not subscriptable": "nothing-there",
    "unsupported operand type(s) for *: 'NoneType' and 'float'": "nothing-there",
    "not enough values to unpack (expected 2, got 1)": "too-few-values",
    "f() takes 1 positional argument but 2 were given": "other-arguments",
    "f() missing 1 required positional argument: 'b'": "other-arguments",
    "name 'pad' is not defined": "name-not-known",
    "cannot access local variable 's' where it is not associated with a value": "local-not-set",
    "'LayerConv1d' object has no attribute 'p'": "attribute-not-there",
}
TORCH = {
    "max_pool2d(): argument 'input' (position 1) must be Tensor, not ReLU": "layer-not-called",
    "'Softmax' object has no attribute 'sum'": "layer-not-called",
    "'LogSoftmax' object is not subscriptable": "layer-not-called",
    "Boolean value of Tensor with more than one value is ambiguous": "loss-not-called",
    "expected target dtype to be Long or Byte, but got Float": "classes-not-whole",
    "expected scalar type Long but found Float": "classes-not-whole",
    "0D or 1D target tensor expected, multi-target not supported": "classes-of-another-shape",
    "\"log_softmax_lastdim_kernel_impl\" not implemented for 'Long'": "scores-and-classes-swapped",
    "Target 5 is out of bounds.": "too-few-scores",
    "Expected input batch_size (1) to match target batch_size (3).": "another-batch",
    "only batches of spatial targets supported (3D tensors)": "loss-of-images",
    "mat1 and mat2 shapes cannot be multiplied (48x4 and 64x5)": "maps-not-flattened",
    "mat1 and mat2 shapes cannot be multiplied (1x192 and 64x5)": "batch-flattened",
    "mat1 and mat2 shapes cannot be multiplied (3x64 and 60x5)": "other-features",
    "Given groups=1, weight of size [2, 4, 3, 3], expected input[3, 2, 8, 8] to have 4 channels, "
    "but got 2 channels instead": "other-channels",
    "Expected 3D (unbatched) or 4D (batched) input to conv2d, but got input of size: [3, 128]": (
        "not-maps"
    ),
    "shape '[-1, 90]' is invalid for input of size 384": "other-size-reshaped",
    "Given input size: (1x1x1). Calculated output size: (1x0x0). Output size is too small": (
        "maps-too-small"
    ),
    "The size of tensor a (8) must match the size of tensor b (7)": "lengths-differ",
    "mat1 and mat2 must have the same dtype, but got Double and Float": "another-type-of-numbers",
    "grad can be implicitly created only for scalar outputs": "loss-no-scalar",
    "Conv2d.__init__() got an unexpected keyword argument 'strides'": "other-option",
    "max_pool2d(): argument 'kernel_size' (position 2) must be tuple of ints, not Tensor": (
        "tensor-for-option"
    ),
    "cannot assign module before Module.__init__() call": "module-not-set-up",
    "Dimension out of range (expected to be in range of [-2, 1], but got 2)": "axis-not-there",
    "Can't access the shape of an uninitialized parameter or buffer.": "lazy-layer",
    'Module [ConvModel] is missing the required "forward" function': "module-without-forward",
    "view size is not compatible with input tensor's size and stride": "view-not-possible",
    "torch.nn.modules.activation.ReLU is not a Module subclass": "layers-not-made",
    "one of the variables needed has been modified by an inplace operation: in-place operation": (
        "changed-in-place-torch"
    ),
}


def error_of(message: str) -> Raised:
    return Raised("RuntimeError", message, "line 7")


@pytest.mark.parametrize("message", PYTHON)
def test_an_error_of_numpy_is_told_with_what_is_known_of_the_call(message: str) -> None:
    remark = cause(error_of(message), VECTORS, np.zeros(5))
    assert remark is not None
    assert remark.key == PYTHON[message]


@pytest.mark.parametrize("message", TORCH)
def test_an_error_of_pytorch_is_told_with_what_is_known_of_the_model(message: str) -> None:
    remark = cause(error_of(message), MAPS, np.zeros((3, 5)))
    assert remark is not None
    assert remark.key == TORCH[message]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_cause_is_said_in_every_language_without_a_detail_that_is_missing(
    language: Language,
) -> None:
    for message in (*PYTHON, *TORCH):
        inputs = VECTORS if message in PYTHON else MAPS
        remark = cause(error_of(message), inputs, np.zeros(5))
        assert remark is not None
        assert "{" not in say(language, f"remark.{remark.key}", **remark.details)


@pytest.mark.parametrize(
    ("kind", "key"),
    [
        ("IndexError", "error-of-index"),
        ("IndentationError", "error-of-syntax"),
        ("MyOwnError", "error-of-another-kind"),
    ],
)
def test_an_error_that_says_nothing_known_is_told_by_its_kind(kind: str, key: str) -> None:
    assert cause(Raised(kind, "no", "line 7"), VECTORS) == Remark(key)


def test_nothing_is_added_where_it_is_said_already_what_to_do_or_no_error_came() -> None:
    known = Raised("TypeError", "length-1 arrays can be converted", hint=Hint("one-element"))
    assert cause(known, VECTORS) is None
    observation = Observation("f(x)", Rule("rule", lambda: 1), VECTORS)
    assert likely_cause(Observed(observation, Returned(1), (), frozenset())) is None


def test_a_gradient_tells_its_own_length_and_no_result() -> None:
    inputs = {**VECTORS, "dq": np.zeros(4)}
    remark = cause(error_of("index 4 is out of bounds for axis 0 with size 4"), inputs, np.zeros(4))
    assert remark == Remark("index-beyond-gradient", {"index": 4, "size": 4})
