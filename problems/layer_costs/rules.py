"""What a layer costs: connections, parameters, operations, memory; and sizes with "same" padding.

Shapes are (C, N) or (C, H, W). A connection leads from an input value to an output value; the bias
of an output value is none.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import prod

from problems.rule import NotApplicableError, Rule, Slip
from problems.rules import costs as rules_of_costs
from problems.rules import sizes as rules_of_sizes
from reference import costs
from reference.numbers import counted
from reference.sizes import conv_output_size

_Shape = Sequence[int]


def _values(shape: _Shape) -> int:
    return prod(counted("every size", n) for n in shape)


def _cells(in_shape: _Shape, kernel: int) -> int:
    """The cells of a kernel on one channel."""
    return int(kernel ** (len(in_shape) - 1))


# -- connections -----------------------------------------------------------------------------------


def dense_connections(in_shape: _Shape, out_shape: _Shape) -> int:
    """Connections of a fully connected layer: every output value sees every input value.

    Raises ShapeError for a size below 1. Source: I. Goodfellow, Y. Bengio, A. Courville, Deep
    Learning (2016), section 9.2.
    """
    return _values(in_shape) * _values(out_shape)


def local_connections(in_shape: _Shape, out_shape: _Shape, kernel: int) -> int:
    """Connections of a layer whose outputs see a window of all channels: `C k k` for each of them.

    They are as many whether or not places share their weights. Cells of padding count as inputs.
    Raises ShapeError for a size below 1. Source: Deep Learning (2016), sections 9.2 and 9.5.
    """
    window = counted("the channels", in_shape[0]) * _cells(in_shape, counted("the kernel", kernel))
    return window * _values(out_shape)


def _more_than_one(number: int, what: str) -> int:
    if number == 1:
        raise NotApplicableError(f"several {what} are needed")
    return number


DENSE_CONNECTIONS = Rule(
    "dense-connections",
    dense_connections,
    slips=(
        Slip(
            "inputs-and-outputs-added",
            lambda in_shape, out_shape: prod(in_shape) + prod(out_shape),
        ),
        Slip("output-places-forgotten", lambda in_shape, out_shape: prod(in_shape) * out_shape[0]),
        Slip("input-places-forgotten", lambda in_shape, out_shape: in_shape[0] * prod(out_shape)),
        Slip(
            "bias-counted-as-connection",
            lambda in_shape, out_shape: (prod(in_shape) + 1) * prod(out_shape),
        ),
        Slip(
            "window-for-all-inputs",
            lambda in_shape, out_shape, kernel: local_connections(in_shape, out_shape, kernel),
        ),
    ),
    operations=lambda in_shape, out_shape: 2 * len(out_shape) - 1,
)

_OF_WINDOWS = (
    Slip(
        "input-channels-forgotten",
        lambda in_shape, out_shape, kernel: (
            local_connections(in_shape, out_shape, kernel)
            // _more_than_one(in_shape[0], "channels")
        ),
    ),
    Slip(
        "kernel-not-squared",
        lambda in_shape, out_shape, kernel: (
            _more_than_one(len(in_shape) - 1, "axes") and in_shape[0] * kernel * prod(out_shape)
        ),
    ),
    Slip(
        "bias-counted-as-connection",
        lambda in_shape, out_shape, kernel: (
            (in_shape[0] * _cells(in_shape, kernel) + 1) * prod(out_shape)
        ),
    ),
    Slip(
        "input-size-for-output-size",
        lambda in_shape, out_shape, kernel: local_connections(
            in_shape, (out_shape[0], *in_shape[1:]), kernel
        ),
    ),
    Slip(
        "parameters-for-macs",
        lambda in_shape, out_shape, kernel: local_connections(
            in_shape, (out_shape[0], *(1 for _ in out_shape[1:])), kernel
        ),
    ),
    Slip(
        "output-channels-forgotten",
        lambda in_shape, out_shape, kernel: (
            local_connections(in_shape, out_shape, kernel)
            // _more_than_one(out_shape[0], "channels")
        ),
        last_resort=True,
    ),
    Slip(
        "all-inputs-for-window",
        lambda in_shape, out_shape: dense_connections(in_shape, out_shape),
    ),
)


def _operations_of_window(in_shape: _Shape) -> int:
    return 2 * len(in_shape) - 1


LOCAL_CONNECTIONS = Rule(
    "local-connections", local_connections, slips=_OF_WINDOWS, operations=_operations_of_window
)
CONV_CONNECTIONS = LOCAL_CONNECTIONS.but("conv-connections")


def times_fewer(more: int, fewer: int) -> Fraction:
    """How many times as many there are of one as of the other. Raises ShapeError below 1."""
    return Fraction(counted("the number", more), counted("the number", fewer))


TIMES_FEWER = Rule(
    "times-fewer",
    times_fewer,
    slips=(
        Slip("ratio-upside-down", lambda more, fewer: Fraction(fewer, more)),
        Slip("difference-for-ratio", lambda more, fewer: more - fewer),
        Slip(
            "parameters-for-connections",
            lambda more, fewer, out_shape: Fraction(
                more + prod(out_shape), fewer + prod(out_shape)
            ),
        ),
    ),
    operations=lambda: 2,
)

# -- parameters ------------------------------------------------------------------------------------


def with_biases(connections: int, out_shape: _Shape) -> int:
    """Parameters where no two connections share a weight: one each, and a bias per output value.

    Raises ShapeError for a size below 1. Source: Deep Learning (2016), section 9.5, unshared
    convolution.
    """
    return counted("the connections", connections) + _values(out_shape)


_OF_BIASES = (
    Slip("bias-forgotten", lambda connections: connections),
    Slip("one-bias-in-all", lambda connections: connections + 1),
    Slip("bias-per-input", lambda connections, in_shape: connections + prod(in_shape)),
    Slip(
        "bias-per-output-channel",
        lambda connections, out_shape: connections + _more_than_one(out_shape[0], "channels"),
    ),
)

DENSE_PARAMETERS = Rule(
    "dense-parameters", with_biases, slips=_OF_BIASES, operations=lambda out_shape: len(out_shape)
)
LOCAL_PARAMETERS = DENSE_PARAMETERS.but(
    "local-parameters",
    also=(
        Slip(
            "weights-shared-by-places",
            lambda in_shape, out_shape, kernel: costs.conv_parameters(
                in_shape, out_shape[0], kernel
            ),
        ),
    ),
)

VECTOR_PARAMETERS = Rule(
    "vector-parameters",
    costs.conv_parameters,
    slips=(
        Slip(
            "bias-forgotten",
            lambda in_shape, channels, kernel: costs.conv_parameters(
                in_shape, channels, kernel, bias=False
            ),
        ),
        Slip(
            "weights-of-every-place",
            lambda in_shape, out_shape, kernel: (
                (in_shape[0] * _cells(in_shape, kernel) + 1) * prod(out_shape)
            ),
        ),
        Slip(
            "bias-per-output-cell",
            lambda in_shape, out_shape, channels, kernel: (
                costs.conv_parameters(in_shape, channels, kernel, bias=False) + prod(out_shape)
            ),
        ),
        Slip("input-size-for-kernel", lambda in_shape, channels: (prod(in_shape) + 1) * channels),
    ),
    operations=lambda: 1,
)
"""Of the convolution of a vector of one channel with one kernel."""

MAP_PARAMETERS = rules_of_costs.CONV_PARAMETERS.but(
    without=(
        *("groups-ignored", "groups-applied-twice", "groups-multiplied", "bias-divided-by-groups"),
        *("dilation-fills-kernel", "kernel-depth-of-image", "shape-read-channels-last"),
        *("batch-norm-added", "kernel-doubled"),
    ),
    also=(
        Slip(
            "maps-for-kernel",
            lambda in_shape, channels: (in_shape[0] * channels**2 + 1) * channels,
        ),
    ),
)
"""Of a convolution with bias. It has neither groups nor a dilation."""


def pair_parameters(parameters: int, out_shape: _Shape) -> int:
    """Parameters of a network that puts two images through one convolution, and compares them.

    Both share the convolution and its parameters; a fully connected layer with bias makes one
    number of both outputs. Raises ShapeError for a size below 1. Source: J. Bromley, I. Guyon,
    Y. LeCun, E. Säckinger, R. Shah, Signature verification using a "siamese" time delay neural
    network (1993), section 4.
    """
    return counted("the parameters", parameters) + 2 * _values(out_shape) + 1


PAIR_PARAMETERS = Rule(
    "pair-parameters",
    pair_parameters,
    slips=(
        Slip(
            "shared-layer-counted-twice",
            lambda parameters, out_shape: pair_parameters(2 * parameters, out_shape),
        ),
        Slip(
            "one-image-of-the-pair",
            lambda parameters, out_shape: parameters + prod(out_shape) + 1,
        ),
        Slip("bias-forgotten", lambda parameters, out_shape: parameters + 2 * prod(out_shape)),
        Slip(
            "bias-per-input",
            lambda parameters, out_shape: parameters + 4 * prod(out_shape),
        ),
        Slip("shared-layer-left-out", lambda out_shape: 2 * prod(out_shape) + 1),
    ),
    operations=lambda out_shape: len(out_shape) + 3,
)


def plain_parameters(in_shape: _Shape, channels: int, kernel: int) -> int:
    """Parameters of a convolution without bias, as one has that a normalisation follows.

    Raises ShapeError for a number below 1.
    """
    return costs.conv_parameters(in_shape, channels, kernel, bias=False)


PLAIN_PARAMETERS = Rule(
    "plain-parameters",
    plain_parameters,
    slips=(
        Slip(
            "bias-counted",
            lambda in_shape, channels, kernel: costs.conv_parameters(in_shape, channels, kernel),
        ),
        Slip(
            "input-channels-forgotten",
            lambda in_shape, channels, kernel: (
                _cells(in_shape, kernel) * channels * (_more_than_one(in_shape[0], "channels") > 0)
            ),
        ),
        Slip(
            "kernel-not-squared",
            lambda in_shape, channels, kernel: (
                in_shape[0] * channels * _more_than_one(kernel, "cells")
            ),
        ),
        Slip(
            "kernel-depth-of-output",
            lambda channels, kernel: channels * channels * kernel * kernel,
        ),
        Slip("kernel-cubed", lambda channels, kernel: kernel**3 * channels, last_resort=True),
    ),
    operations=lambda: 3,
)


def norm_learned(channels: int) -> int:
    """What a batch normalisation learns: a scale and a shift for each channel.

    Raises ShapeError for a number below 1. Source: S. Ioffe, C. Szegedy, Batch normalization,
    arXiv:1502.03167, algorithm 2.
    """
    return 2 * counted("the channels", channels)


def norm_stored(channels: int) -> int:
    """What is stored of a batch normalisation: learned numbers, a running mean and a variance.

    Raises ShapeError for a number below 1. Source: as for `norm_learned`.
    """
    return 4 * counted("the channels", channels)


_OF_NORM = (
    Slip("norm-of-every-value", lambda out_shape: 2 * prod(out_shape)),
    Slip("norm-one-per-channel", lambda channels: channels),
)

NORM_LEARNED = Rule(
    "norm-learned",
    norm_learned,
    slips=(
        *_OF_NORM,
        Slip("norm-statistics-learned", norm_stored),
        Slip("norm-one-for-all", lambda: 2),
    ),
    operations=lambda: 1,
)
NORM_STORED = Rule(
    "norm-stored",
    norm_stored,
    slips=(*_OF_NORM, Slip("norm-statistics-forgotten", norm_learned)),
    operations=lambda: 1,
)

# -- operations and memory -------------------------------------------------------------------------


def arithmetic_operations(connections: int) -> int:
    """Multiplications and additions of a layer with bias: one of each per connection (FLOPs).

    The sum of an output value starts at its bias. Raises ShapeError below 1. Source: P. Molchanov
    et al., Pruning convolutional neural networks, arXiv:1611.06440, appendix A.1.
    """
    return 2 * counted("the connections", connections)


ARITHMETIC_OPERATIONS = Rule(
    "arithmetic-operations",
    arithmetic_operations,
    slips=(
        Slip("macs-for-operations", lambda connections: connections),
        Slip(
            "bias-counted-again",
            lambda connections, out_shape: 2 * connections + prod(out_shape),
        ),
        Slip(
            "additions-one-fewer",
            lambda connections, out_shape: 2 * connections - prod(out_shape),
        ),
        Slip("operations-of-parameters", lambda parameters: 2 * parameters),
    ),
    operations=lambda: 1,
)


def activation_bytes(out_shape: _Shape, images: int = 1, width: int = 4) -> int:
    """Bytes that the outputs of a layer take for so many images, at so many bytes a number.

    Raises ShapeError for a number below 1.
    """
    return _values(out_shape) * counted("the images", images) * counted("the width", width)


ACTIVATION_BYTES = Rule(
    "activation-bytes",
    activation_bytes,
    slips=(
        Slip(
            "numbers-for-bytes",
            lambda out_shape, images=1: activation_bytes(out_shape, images, 1),
        ),
        Slip(
            "bits-for-bytes",
            lambda out_shape, images=1, width=4: activation_bytes(out_shape, images, 8 * width),
        ),
        Slip(
            "one-image-of-the-batch",
            lambda out_shape, images, width=4: (
                activation_bytes(out_shape, 1, width) * (_more_than_one(images, "images") > 0)
            ),
        ),
        Slip(
            "memory-of-one-channel",
            lambda out_shape, images=1, width=4: activation_bytes(
                (_more_than_one(out_shape[0], "channels") // out_shape[0], *out_shape[1:]),
                images,
                width,
            ),
        ),
        Slip(
            "memory-of-input",
            lambda in_shape, images=1, width=4: activation_bytes(in_shape, images, width),
        ),
    ),
    operations=lambda out_shape: len(out_shape) + 1,
)


def in_units(count: int, unit: int) -> float:
    """A count in a larger unit, such as bytes in MB (10^6) or MiB (2^20). Raises ShapeError."""
    return counted("the count", count, 0) / counted("the unit", unit)


_MEGA, _MEBI = 10**6, 2**20


def _other_unit(unit: int, meant: int, other: int, count: int) -> float:
    if unit != meant:
        raise NotApplicableError("the mistake is about another unit")
    return count / other


IN_UNITS = Rule(
    "in-units",
    in_units,
    slips=(
        Slip(
            "binary-for-decimal",
            lambda count, unit: _other_unit(unit, _MEGA, _MEBI, count),
            mistake="decimal-for-binary",
        ),
        Slip("decimal-for-binary", lambda count, unit: _other_unit(unit, _MEBI, _MEGA, count)),
        Slip("thousands-for-millions", lambda count, unit: count * 1000 / unit),
        Slip("units-mixed", lambda count: count / 1024 / 1000),
    ),
    operations=lambda: 1,
)

# -- sizes -----------------------------------------------------------------------------------------


def valid_size(size: int, kernel: int) -> int:
    """Cells along an axis where a kernel stays within the input: `size - kernel + 1`.

    Raises ShapeError. Source: V. Dumoulin, F. Visin, arXiv:1603.07285, relation 1.
    """
    return conv_output_size(size, kernel)


VALID_SIZE = Rule(
    "valid-size",
    valid_size,
    slips=(
        Slip("plus-one-forgotten", lambda size, kernel: size - kernel),
        Slip("same-for-valid", lambda size: size),
        Slip("kernel-added-in-size", lambda size, kernel: size + kernel - 1),
        Slip(
            "divided-by-kernel",
            lambda size, kernel: size // kernel,
            other_ways=(lambda size, kernel: -(-size // kernel),),
        ),
        Slip("half-kernel-subtracted", lambda size, kernel: size - kernel // 2),
    ),
    operations=lambda: 2,
)

_NOT_OF_PLAIN = (
    *("rounded-up", "padding-counted-once", "padding-forgotten", "stride-before-kernel"),
    *("dilation-forgotten", "dilation-times-kernel", "stride-forgotten", "kernel-reduced-twice"),
    *("divided-by-stride-plus-one", "plus-one-inside", "size-rounded-to-nearest"),
    *("size-divided-by-stride", "same-with-stride", "padding-counted-twice"),
    *("padding-added-to-output", "brackets-left-out-of-size", rules_of_sizes.NOT_ROUNDED),
    *("last-layer-skipped", "height-and-width-swapped"),
    *("dilation-as-gaps", "kernel-times-gaps", "dilated-extent-one-short", "padding-keeps-size"),
    *("dilation-added-to-kernel", "dilation-moves-window"),
)

VALID_SHAPE = rules_of_sizes.CONV_SHAPE.but(
    without=tuple(key for key in _NOT_OF_PLAIN if key in rules_of_sizes.CONV_SHAPE.slips_by_key),
)
"""The shape after a convolution with stride 1, without padding."""


def same_shape(in_shape: _Shape, channels: int, stride: int) -> tuple[int, ...]:
    """(C, H, W) -> (channels, H', W') with padding "SAME" in TensorFlow: H' = H / stride, up.

    Raises ShapeError for a number below 1.
    Source: documentation of `tf.nn`, notes on padding.
    """
    stride = counted("the stride", stride)
    sides = (-(-counted("every size", n) // stride) for n in in_shape[1:])
    return (counted("the channels", channels), *sides)


def _strided(stride: int) -> int:
    return _more_than_one(stride, "cells of stride")


SAME_SHAPE = Rule(
    "same-shape",
    same_shape,
    slips=(
        Slip(
            "stride-forgotten",
            lambda in_shape, channels, stride: (
                channels,
                *(n * _strided(stride) // stride for n in in_shape[1:]),
            ),
        ),
        Slip(
            "sides-rounded-down",
            lambda in_shape, channels, stride: (channels, *(n // stride for n in in_shape[1:])),
        ),
        Slip(
            "valid-for-same",
            lambda in_shape, channels, kernel, stride: (
                channels,
                *((n - kernel) // stride + 1 for n in in_shape[1:]),
            ),
        ),
        Slip(
            "channels-of-input",
            lambda in_shape, stride: same_shape(in_shape, in_shape[0], stride),
        ),
        Slip(
            "channels-last",
            lambda in_shape, channels, stride: (
                *same_shape(in_shape, channels, stride)[1:],
                channels,
            ),
            notation=True,
        ),
    ),
    operations=lambda in_shape: len(in_shape) - 1,
)


def same_before(size: int, kernel: int, stride: int) -> int:
    """Zeros in front of an axis with padding "SAME" in TensorFlow: half of all, rounded down.

    In all there are `(size / stride, up, - 1) stride + kernel - size`, or none. Raises ShapeError.
    Source: documentation of `tf.nn`, notes on padding.
    """
    return _same_padding(size, kernel, stride) // 2


def same_after(size: int, kernel: int, stride: int) -> int:
    """Zeros behind an axis with padding "SAME" in TensorFlow: the rest; see `same_before`."""
    padding = _same_padding(size, kernel, stride)
    return padding - padding // 2


def _same_padding(size: int, kernel: int, stride: int) -> int:
    size, kernel = counted("the size", size), counted("the kernel", kernel)
    stride = counted("the stride", stride)
    return max((-(-size // stride) - 1) * stride + kernel - size, 0)


def _unequal(size: int, kernel: int, stride: int) -> None:
    if _same_padding(size, kernel, stride) % 2 == 0:
        raise NotApplicableError("a padding is needed that differs on the two sides")


def _other_side(of: Callable[[int, int, int], int]) -> Callable[..., int]:
    def wrong(size: int, kernel: int, stride: int) -> int:
        _unequal(size, kernel, stride)
        return of(size, kernel, stride)

    return wrong


def _of_side(other: Callable[[int, int, int], int]) -> tuple[Slip, ...]:
    return (
        Slip("larger-half-in-front", _other_side(other)),
        Slip("padding-as-for-stride-one", lambda kernel: kernel // 2),
        Slip("padding-not-halved", _same_padding),
    )


SAME_BEFORE = Rule("same-before", same_before, slips=_of_side(same_after), operations=lambda: 5)
SAME_AFTER = Rule("same-after", same_after, slips=_of_side(same_before), operations=lambda: 5)
