"""What an error in a student's code probably comes of, and what to do: beside Python's own words.

What is known beside the message are the inputs of the call, so that a number in it may be known to
be the length of the kernel, or of the result.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from math import prod
from typing import Any

import numpy as np

from grader.marking.failure import general_cause
from grader.marking.observed import Observed
from grader.messages.remark import Remark
from grader.sandbox.outside.outcome import Raised
from reference.errors import ShapeError
from reference.model import layer_shapes

Inputs = Mapping[str, Any]
Told = Callable[[re.Match[str], Inputs, Any], Remark | None]


def likely_cause(one: Observed) -> Remark | None:
    """What an error in a call that was to give a value probably comes of; None if no error came."""
    error = one.outcome
    if not isinstance(error, Raised) or error.hint is not None:
        return None
    inputs, true = one.observation.inputs, one.observation.true
    for pattern, told in _CAUSES:
        if (found := pattern.search(error.message)) is not None:
            remark = told(found, inputs, true)
            if remark is not None:
                return remark
    return general_cause(error.type)


def _says(key: str, *names: str) -> Told:
    """A remark that names what the groups of the pattern have found."""

    def told(found: re.Match[str], inputs: Inputs, true: Any) -> Remark:
        return Remark(key, dict(zip(names, found.groups(), strict=False)))

    return told


def _lengths(found: re.Match[str], inputs: Inputs, true: Any) -> Remark:
    """Two lengths that differ; one of them may be that of the kernel, or none at all."""
    one, other = (int(number) for number in found.groups())
    kernel = np.size(inputs["w"]) if "w" in inputs else None
    details = {"one": one, "other": other}
    if 0 in (one, other):
        return Remark("slice-empty")
    if kernel == other != one or kernel == one != other:
        window = one if kernel == other else other
        if window < kernel:
            return Remark("window-too-short", {"window": window, "kernel": kernel})
    return Remark("lengths-differ", details)


def _beyond(found: re.Match[str], inputs: Inputs, true: Any) -> Remark:
    """An index beyond the end of an array, which may be known by its length."""
    index, size = (int(number) for number in found.groups())
    details = {"index": index, "size": size}
    keys = (key for key, length in _known_lengths(inputs, true) if length == size)
    return Remark(next(keys, "index-beyond"), details)


def _known_lengths(inputs: Inputs, true: Any) -> Sequence[tuple[str, int | None]]:
    """The lengths of what a call works with, if that is vectors, by the remark on an index."""

    def length(name: str) -> int | None:
        value = inputs.get(name)
        return len(value) if isinstance(value, np.ndarray) and value.ndim == 1 else None

    if any(np.ndim(value) > 1 for value in inputs.values() if isinstance(value, np.ndarray)):
        return ()  # several axes may be as long
    x, padding = length("x"), inputs.get("padding", 0)
    outputs = len(true) if np.ndim(true) == 1 and "dq" not in inputs else None
    wide = x + 2 * padding if x is not None and isinstance(padding, int) and padding else None
    return (
        ("index-beyond-result", outputs),
        ("index-beyond-gradient", length("dq")),
        ("index-beyond-padded-input", wide),
        ("index-beyond-input", x),
        ("index-beyond-kernel", length("w")),
    )


def _into_linear(found: re.Match[str], inputs: Inputs, true: Any) -> Remark | None:
    """What came to a fully connected layer that takes another number of features."""
    rows, came, taken = (int(number) for number in found.group(1, 2, 3))
    details = {"came": came, "taken": taken, "rows": rows}
    maps = _flattened_maps(inputs)
    images = len(inputs["x"]) if "x" in inputs else None
    if maps is not None and images is not None:
        if (rows, came) == (images * prod(maps[:-1]), maps[-1]):
            return Remark("maps-not-flattened", details)
        if rows == 1 and images > 1 and came == images * prod(maps):
            return Remark("batch-flattened", details)
    return Remark("other-features", details)


def _flattened_maps(inputs: Inputs) -> tuple[int, ...] | None:
    """The shape of the maps of one image that the model flattens."""
    x, layers = inputs.get("x"), inputs.get("layers")
    if x is None or layers is None:
        return None
    shape = tuple(np.shape(x)[1:])
    try:
        for layer, _, after in layer_shapes(shape, layers):
            if layer["kind"] == "flatten":
                return shape
            shape = after
    except ShapeError:
        pass
    return None


_MODULE = (
    r"(ReLU|LeakyReLU|Sigmoid|Tanh|Softmax|LogSoftmax|Flatten|Dropout\w*|MaxPool2d|AvgPool2d"
    r"|Conv2d|Linear|BatchNorm2d|Sequential|CrossEntropyLoss|NLLLoss|MSELoss|BCELoss"
    r"|BCEWithLogitsLoss)"
)
_CAUSES: tuple[tuple[re.Pattern[str], Told], ...] = tuple(
    (re.compile(pattern), told)
    for pattern, told in (
        (r"broadcast together with shapes \((\d+),\) \((\d+),\)", _lengths),
        (r"shapes \((\d+),\) and \((\d+),\) not aligned", _lengths),
        (r"mismatch in its core dimension .*size (\d+) is different from (\d+)", _lengths),
        (
            r"could not broadcast input array from shape (\([\d, ]*\)) into shape (\([\d, ]*\))",
            _says("other-shape-assigned", "found", "room"),
        ),
        (r"index (-?\d+) is out of bounds for (?:axis|dimension) \d+ with size (\d+)", _beyond),
        (r"with shapes \[(\d+)\], \[(\d+)\]", _says("lengths-differ", "one", "other")),
        (r"must be tuple of ints,? ?(?:but got|not) float", _says("whole-number-needed")),
        (
            r"argument '(\w+)' .*must be (?:int|tuple of ints), not",
            _says("tensor-for-option", "name"),
        ),
        (r"before Module\.__init__\(\) call", _says("module-not-set-up")),
        (r"Dimension out of range", _says("axis-not-there")),
        (r"uninitialized parameter", _says("lazy-layer")),
        (r'missing the required "forward"', _says("module-without-forward")),
        (r"view size is not compatible", _says("view-not-possible")),
        (r"is not a Module subclass", _says("layers-not-made")),
        (r"must be Tensor, not numpy|got \(numpy\.ndarray", _says("another-type-of-numbers")),
        (r"Can't call numpy\(\)", _says("another-type-of-numbers")),
        (r"can't be cast to the desired output type Long", _says("another-type-of-numbers")),
        (r"expected a sequence of integers or a single", _says("whole-number-needed")),
        (r"object cannot be interpreted as an integer", _says("whole-number-needed")),
        (r"slice indices must be integers", _says("whole-number-needed")),
        (r"only integers, slices", _says("whole-number-needed")),
        (r"list indices must be integers or slices, not float", _says("whole-number-needed")),
        (r"negative dimensions are not allowed", _says("negative-length")),
        (r"setting an array element with a sequence", _says("several-numbers-in-one-place")),
        (r"Cannot cast ufunc .* to dtype\('u?int\d+'\)", _says("decimals-into-integers")),
        (r"(?:read-only|WRITEABLE)", _says("input-read-only")),
        (
            r"'(?:int|float|numpy\.float64|numpy\.int64)' object is not subscriptable",
            _says("number-not-array"),
        ),
        (r"object of type '(?:int|float|numpy\.\w+)' has no len\(\)", _says("number-not-array")),
        (r"len\(\) of unsized object", _says("number-not-array")),
        (
            r"'(?:int|float)' object has no attribute '(?:shape|size|sum|copy|reshape|dot|T)'",
            _says("number-not-array"),
        ),
        (r"'NoneType'|not NoneType", _says("nothing-there")),
        (
            r"not enough values to unpack \(expected (\d+), got (\d+)\)",
            _says("too-few-values", "expected", "found"),
        ),
        (r"positional arguments? but \d+ (?:was|were) given", _says("other-arguments")),
        (r"missing \d+ required positional argument", _says("other-arguments")),
        (r"unexpected keyword argument '(\w+)'", _says("other-option", "name")),
        (r"name '(\w+)' is not defined", _says("name-not-known", "name")),
        (r"cannot access local variable '(\w+)'", _says("local-not-set", "name")),
        (r"must be Tensor, not " + _MODULE + r"\b", _says("layer-not-called", "name")),
        (r"'" + _MODULE + r"' object (?:has no|is not)", _says("layer-not-called", "name")),
        (r"unsupported operand .*'" + _MODULE + r"'", _says("layer-not-called", "name")),
        (r"'(\w+)' object has no attribute '(\w+)'", _says("attribute-not-there", "owner", "name")),
        (r"[Bb]oolean value of Tensor with more than one value", _says("loss-not-called")),
        (r"target dtype to be Long", _says("classes-not-whole")),
        (r"tensors used as indices must be", _says("classes-not-whole")),
        (r"not implemented for 'Long'", _says("scores-and-classes-swapped")),
        (r"expected scalar type Long", _says("classes-not-whole")),
        (r"nll_loss.* not implemented for 'Float'", _says("classes-not-whole")),
        (
            r"0D or 1D target tensor expected|multi-target not supported",
            _says("classes-of-another-shape"),
        ),
        (r"[Ee]xpected floating point type for target", _says("classes-one-hot")),
        (r"spatial targets|Expected target size", _says("loss-of-images")),
        (r"Target -?\d+ is out of bounds", _says("too-few-scores")),
        (
            r"[Ee]xpected input batch_size \((\d+)\) to match target batch_size \((\d+)\)",
            _says("another-batch", "found", "expected"),
        ),
        (r"mat1 and mat2 shapes cannot be multiplied \((\d+)x(\d+) and (\d+)x\d+\)", _into_linear),
        (
            r"size mismatch, got input \((\d+)\), mat \(\d+x(\d+)\), vec \((\d+)\)",
            _says("batch-flattened"),
        ),
        (
            r"weight of size \[\d+, (\d+),.*\], expected input\[.*\] to have .* but got (\d+)",
            _says("other-channels", "taken", "came"),
        ),
        (
            r"Expected 3D \(unbatched\) or 4D|[Ee]xpected 4D input|non-empty 3D or 4D",
            _says("not-maps"),
        ),
        (
            r"shape '\[[^\]]*\]' is invalid for input of size (\d+)",
            _says("other-size-reshaped", "size"),
        ),
        (
            r"Kernel size can't be greater than|Output size is too small|padded input size per",
            _says("maps-too-small"),
        ),
        (
            r"The size of tensor a \((\d+)\) must match the size of tensor b \((\d+)\)",
            _says("lengths-differ", "one", "other"),
        ),
        (r"same dtype|Double|double.*float|float.*double", _says("another-type-of-numbers")),
        (r"does not require grad", _says("gradients-switched-off")),
        (r"grad can be implicitly created only for scalar outputs", _says("loss-no-scalar")),
        (r"in-place operation", _says("changed-in-place-torch")),
        (r"an invalid combination of arguments", _says("other-arguments")),
    )
)
"""What Python, NumPy and PyTorch say, and what is said beside it: the first that holds."""
