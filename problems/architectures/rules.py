"""Rules about networks by name: stacked kernels, sums, concatenation, a table, a new head."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

from problems.layer_costs import rules as of_layers
from problems.pooling_hand import rules as of_pooling
from problems.rule import NotApplicableError, Rule, Slip
from problems.rules import costs as of_costs
from problems.rules import map_shapes, separable
from problems.rules import sizes as of_sizes
from problems.transposed_conv import rules as of_transposed
from reference import costs
from reference.errors import ShapeError
from reference.numbers import counted

_Shape = Sequence[int]

# -- layers ----------------------------------------------------------------------------------------

_DILATED = (
    *("dilation-forgotten", "dilation-times-kernel", "dilation-as-gaps", "kernel-times-gaps"),
    *("dilated-extent-one-short", "dilation-added-to-kernel", "dilation-moves-window"),
)

_SQUARE = ("height-and-width-swapped", "height-for-both")

CONV_SHAPE = of_sizes.CONV_SHAPE.but(without=(*_DILATED, *_SQUARE, "padding-keeps-size"))
POOL_SHAPE = of_sizes.POOL_SHAPE.but(without=_SQUARE)
CONV_PARAMETERS = of_costs.CONV_PARAMETERS.but(
    without=("dilation-fills-kernel", "kernel-depth-of-image", "bias-divided-by-groups")
)
PLAIN_PARAMETERS = of_layers.PLAIN_PARAMETERS
DEPTHWISE_PARAMETERS = separable.DEPTHWISE_WEIGHTS.but(without=("output-channels-in-depthwise",))
NORM_LEARNED = of_layers.NORM_LEARNED
AFFINE_PARAMETERS = of_costs.AFFINE_PARAMETERS.but(
    without=("only-channels-kept", "flattened-vector-again")
)
CONV_MACS = of_costs.CONV_MACS.but(without=("dilation-fills-kernel",))
TWO_SIDED_SHAPE = map_shapes.TWO_SIDED_SHAPE
CROPPED_SHAPE = map_shapes.CROPPED_SHAPE
CONCATENATED_MAPS = map_shapes.CONCATENATED_MAPS
SHORTCUT_SHAPE = map_shapes.SHORTCUT_SHAPE.but(without=("zero-channels-alone",))
"""As many channels of zeros as there were channels."""
UP_SHAPE = of_transposed.SHAPE.but(
    without=(
        *("size-times-stride", "padding-widens-output", "padding-counted-once"),
        *("padding-forgotten",),
    )
)
"""Behind a transposed convolution 2 x 2 with stride 2: each side is doubled."""

# -- of a lecturer's own network alone -------------------------------------------------------------

ANY_CONV_SHAPE, ANY_POOL_SHAPE = of_sizes.CONV_SHAPE, of_sizes.POOL_SHAPE
SAME_SHAPE, SAME_POOL_SHAPE = of_layers.SAME_SHAPE, map_shapes.SAME_POOL_SHAPE
POOL_SHAPE_UP = of_pooling.POOL_SHAPE_UP
GRID_SHAPE = map_shapes.GRID_SHAPE
TRANSPOSED_SHAPE = of_transposed.SHAPE
TRANSPOSED_SHAPE_WITH_OUTPUT_PADDING = of_transposed.SHAPE_WITH_OUTPUT_PADDING
GROUPED_WEIGHTS = separable.CONV_WEIGHTS
FLATTEN_SHAPE = of_sizes.FLATTEN_SHAPE.but(without=("last-layer-skipped",))
AFFINE_SHAPE, ANY_SHORTCUT_SHAPE = of_sizes.AFFINE_SHAPE, map_shapes.SHORTCUT_SHAPE
AFFINE_MACS = of_costs.AFFINE_MACS
AFFINE_WEIGHTS = AFFINE_PARAMETERS.but(
    "affine-weights",
    without=(
        *("bias-forgotten", "one-bias-in-all", "bias-per-input"),
        *("brackets-left-out-of-parameters", "size-not-rounded"),
    ),
    also=(
        Slip(
            "bias-counted",
            lambda in_shape, features: costs.affine_parameters(in_shape, features),
        ),
        Slip("inputs-and-outputs-added", lambda in_shape, features: prod(in_shape) + features),
    ),
)


def norm_of_maps(in_shape: _Shape) -> int:
    """What a batch normalisation of maps (C, H, W) learns: a scale and a shift for each, 2C.

    Raises ShapeError for a number below 1. Source: S. Ioffe, C. Szegedy, arXiv:1502.03167, 3.2.
    """
    return 2 * counted("the channels", in_shape[0])


NORM_OF_MAPS = Rule(
    "norm-of-maps",
    norm_of_maps,
    slips=(
        Slip("norm-of-every-value", lambda in_shape: 2 * prod(in_shape)),
        Slip("norm-one-per-channel", lambda in_shape: in_shape[0]),
        Slip("norm-statistics-learned", lambda in_shape: 4 * in_shape[0]),
        Slip("norm-one-for-all", lambda: 2),
    ),
    operations=lambda: 1,
)


def scaled_parameters(in_shape: _Shape) -> int:
    """Parameters of a subsampling layer of LeNet-5: a coefficient and a bias for each map.

    Raises ShapeError for a size below 1. Source: Y. LeCun et al., Gradient-based learning applied
    to document recognition, 1998, section II.B (S2: 12).
    """
    return 2 * counted("the maps", in_shape[0])


SCALED_PARAMETERS = Rule(
    "scaled-parameters",
    scaled_parameters,
    slips=(
        Slip("subsampling-learns-nothing", lambda: 0),
        Slip("bias-forgotten", lambda in_shape: in_shape[0]),
        Slip(
            "coefficient-per-cell",
            lambda in_shape, kernel: (kernel * kernel + 1) * in_shape[0],
        ),
        Slip("one-pair-for-all-maps", lambda: 2),
    ),
    operations=lambda: 1,
)

# -- stacked kernels -------------------------------------------------------------------------------


def stacked_parameters(channels: int, kernel: int, layers: int) -> int:
    """Weights of so many convolutions one after the other, C to C channels, without biases.

    Raises ShapeError for a number below 1. Source: K. Simonyan, A. Zisserman, Very deep
    convolutional networks, arXiv:1409.1556, section 2.3.
    """
    side, depth = counted("the kernel", kernel), counted("the channels", channels)
    return counted("the layers", layers) * side * side * depth * depth


_OF_STACKS = (
    Slip("kernel-not-squared", lambda channels, kernel, layers: layers * kernel * channels**2),
    Slip("channels-not-squared", lambda channels, kernel, layers: layers * kernel**2 * channels),
    Slip(
        "bias-counted",
        lambda channels, kernel, layers: layers * (kernel**2 * channels**2 + channels),
    ),
)


def _alone(layers: int) -> int:
    if layers == 1:
        raise NotApplicableError("several layers are needed")
    return layers


STACKED = Rule(
    "stacked-parameters",
    stacked_parameters,
    slips=(
        *_OF_STACKS,
        Slip(
            "one-of-the-stack",
            lambda channels, kernel, layers: (
                stacked_parameters(channels, kernel, _alone(layers)) // layers
            ),
        ),
        Slip(
            "stack-as-one-kernel",
            lambda channels, kernel, layers: stacked_parameters(
                channels, _alone(layers) * (kernel - 1) + 1, 1
            ),
        ),
    ),
    operations=lambda: 3,
)
SINGLE = Rule("single-parameters", stacked_parameters, slips=_OF_STACKS, operations=lambda: 3)
"""The one large kernel that sees as much."""

# -- residual sums, concatenation, a table ---------------------------------------------------------


def residual_additions(in_shape: _Shape) -> int:
    """Additions in the sum of a residual block: one for each value of the two maps (C, H, W).

    Raises ShapeError for a size below 1. Source: K. He, X. Zhang, S. Ren, J. Sun, Deep residual
    learning, arXiv:1512.03385, equation 1.
    """
    return prod(counted("every size", n) for n in in_shape)


RESIDUAL_ADDITIONS = Rule(
    "residual-additions",
    residual_additions,
    slips=(
        Slip("values-of-both-maps", lambda in_shape: 2 * prod(in_shape)),
        Slip("one-map-added", lambda in_shape: prod(in_shape[1:])),
        Slip("channels-added-only", lambda in_shape: in_shape[0]),
        Slip("sum-has-parameters", lambda in_shape: in_shape[0] ** 2),
    ),
    operations=lambda: 2,
)


def concatenated_shape(in_shape: _Shape, growth: int, layers: int) -> tuple[int, ...]:
    """(C, H, W) -> (C + layers growth, H, W): each layer's maps are put behind those before it.

    Raises ShapeError for a number below 1. Source: G. Huang, Z. Liu, L. van der Maaten,
    K. Weinberger, Densely connected convolutional networks, arXiv:1608.06993, section 3.
    """
    channels = counted("the channels", in_shape[0])
    more = counted("the layers", layers) * counted("the growth", growth)
    return (channels + more, *in_shape[1:])


CONCATENATED_SHAPE = Rule(
    "concatenated-shape",
    concatenated_shape,
    slips=(
        Slip(
            "input-not-concatenated",
            lambda in_shape, growth, layers: (layers * growth, *in_shape[1:]),
        ),
        Slip("last-maps-only", lambda in_shape, growth: (growth, *in_shape[1:])),
        Slip(
            "only-last-concatenated",
            lambda in_shape, growth: (in_shape[0] + growth, *in_shape[1:]),
        ),
        Slip(
            "one-layer-too-few",
            lambda in_shape, growth, layers: concatenated_shape(in_shape, growth, layers - 1),
        ),
        Slip(
            "places-added-up",
            lambda in_shape, layers: (
                in_shape[0],
                *((layers + 1) * n for n in in_shape[1:]),
            ),
        ),
    ),
    operations=lambda: 2,
)


def dense_weights(in_shape: _Shape, growth: int, layers: int, kernel: int) -> int:
    """Weights, without biases, of the last of so many layers that see all maps before them.

    It goes from `C + (layers - 1) growth` channels to `growth`. Raises ShapeError below 1.
    Source: Huang et al., arXiv:1608.06993, section 3, growth rate.
    """
    seen = counted("the channels", in_shape[0]) + (counted("the layers", layers) - 1) * growth
    return seen * counted("the growth", growth) * counted("the kernel", kernel) * kernel


DENSE_WEIGHTS = Rule(
    "dense-weights",
    dense_weights,
    slips=(
        Slip(
            "own-maps-seen",
            lambda in_shape, growth, layers, kernel: dense_weights(
                in_shape, growth, layers + 1, kernel
            ),
        ),
        Slip(
            "only-input-seen",
            lambda in_shape, growth, kernel: dense_weights(in_shape, growth, 1, kernel),
        ),
        Slip("only-last-maps-seen", lambda growth, kernel: growth * growth * kernel * kernel),
        Slip(
            "kernel-not-squared",
            lambda in_shape, growth, layers, kernel: (
                dense_weights(in_shape, growth, layers, kernel) // kernel
            ),
        ),
        Slip(
            "bias-counted",
            lambda in_shape, growth, layers, kernel: (
                dense_weights(in_shape, growth, layers, kernel) + growth
            ),
        ),
    ),
    operations=lambda: 5,
)


def table_parameters(inputs: Sequence[int], kernel: int) -> int:
    """Parameters of a convolution whose maps see only the input maps that a table names.

    `inputs` says how many maps each output map sees; each has a kernel k x k for each of these, and
    a bias. Raises ShapeError for a number below 1.
    Source: Y. LeCun et al., Gradient-based learning applied to document recognition, 1998, table I.
    """
    if len(inputs) == 0:
        raise ShapeError("a map is needed, but the table has none")
    kernels = sum(counted("the maps", n) for n in inputs)
    return int(kernels) * counted("the kernel", kernel) * kernel + len(inputs)


TABLE_PARAMETERS = Rule(
    "table-parameters",
    table_parameters,
    slips=(
        Slip(
            "table-ignored",
            lambda inputs, in_shape, kernel: len(inputs) * (in_shape[0] * kernel**2 + 1),
        ),
        Slip("bias-forgotten", lambda inputs, kernel: int(sum(inputs)) * kernel**2),
        Slip("one-bias-in-all", lambda inputs, kernel: int(sum(inputs)) * kernel**2 + 1),
        Slip("bias-per-kernel-slice", lambda inputs, kernel: int(sum(inputs)) * (kernel**2 + 1)),
        Slip("input-channels-forgotten", lambda inputs, kernel: len(inputs) * (kernel**2 + 1)),
        Slip("kernel-not-squared", lambda inputs, kernel: int(sum(inputs)) * kernel + len(inputs)),
    ),
    operations=lambda: 8,
)

# -- a block, and a new head -----------------------------------------------------------------------


def total_parameters(weights: Sequence[int], norms: Sequence[int]) -> int:
    """Parameters of a block: the weights of its convolutions and what its normalisations learn.

    Raises ShapeError for a number below 1.
    """
    return sum(counted("the parameters", n) for n in (*weights, *norms))


TOTAL_PARAMETERS = Rule(
    "total-parameters",
    total_parameters,
    slips=(
        Slip("norms-left-out", lambda weights: sum(weights)),
        Slip("norm-statistics-learned", lambda weights, norms: sum(weights) + 2 * sum(norms)),
        Slip(
            "last-convolution-left-out",
            lambda weights, norms: sum(weights[:-1]) + sum(norms[:-1]),
        ),
        Slip(
            "first-convolution-left-out", lambda weights, norms: sum(weights[1:]) + sum(norms[1:])
        ),
    ),
    operations=lambda weights, norms: len(weights) + len(norms) - 1,
)


NETWORK_PARAMETERS = TOTAL_PARAMETERS.but(
    "network-parameters",
    without=("last-convolution-left-out", "first-convolution-left-out"),
    also=(
        Slip("last-layer-left-out", lambda weights, norms: sum(weights[:-1]) + sum(norms)),
        Slip("first-layer-left-out", lambda weights, norms: sum(weights[1:]) + sum(norms)),
    ),
)


def head_parameters(features: int, classes: int) -> int:
    """What is trained where all but a new fully connected head is frozen: its weights and biases.

    Raises ShapeError for a number below 1.
    """
    return (counted("the features", features) + 1) * counted("the classes", classes)


HEAD_PARAMETERS = Rule(
    "head-parameters",
    head_parameters,
    slips=(
        Slip("bias-forgotten", lambda features, classes: features * classes),
        Slip("one-bias-in-all", lambda features, classes: features * classes + 1),
        Slip(
            "frozen-counted",
            lambda features, classes, frozen: head_parameters(features, classes) + frozen,
        ),
        Slip("old-head-counted", lambda features: head_parameters(features, 1000)),
        Slip(
            "both-heads-counted",
            lambda features, classes: head_parameters(features, classes + 1000),
        ),
        Slip("head-behind-old-head", lambda classes: head_parameters(1000, classes)),
    ),
    operations=lambda: 2,
)
