"""How many operations a rule takes a person: products, sums, comparisons, exponentials.

What is multiplied by 0 is passed over, as everybody does by hand.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from reference.geometry import Geometry


def nonzero(x: Any) -> int:
    """The cells that are not 0."""
    return int(np.count_nonzero(np.asarray(x, dtype=object) != 0))


def none() -> int:
    """None: a value is only copied."""
    return 0


def one() -> int:
    """A single operation."""
    return 1


def of_convolution(x: Any, w: Any) -> int:
    """A product for each entry of the kernel at each place where it fits, without padding."""
    places = [n - k + 1 for n, k in zip(np.shape(x), np.shape(w), strict=True)]
    return nonzero(w) * int(np.prod(places))


def of_kernel_gradient(dq: Any, kernel_size: int) -> int:
    """A product for each cell of the kernel and each gradient that arrives."""
    return nonzero(dq) * int(kernel_size ** np.ndim(dq))


def of_input_gradient(dq: Any, w: Any) -> int:
    """A product for each entry of the kernel and each gradient that arrives."""
    return nonzero(dq) * nonzero(w)


def of_affine(weights: Any) -> int:
    """A product for each weight."""
    return nonzero(weights)


def of_outer_product(x: Any, dq: Any) -> int:
    """A product for each pair of numbers."""
    return nonzero(x) * nonzero(dq)


def of_relu(x: Any) -> int:
    """A comparison for each cell."""
    return int(np.size(x))


def of_relu_gradient(dq: Any) -> int:
    """A look at the cell for each gradient that arrives."""
    return nonzero(dq)


def of_softmax(s: Any) -> int:
    """An exponential and a quotient for each logit, and their sum."""
    return 3 * len(s)


def of_descent(gradient: Any) -> int:
    """A product and a difference for each gradient."""
    return 2 * nonzero(gradient)


def of_total(parts: Any) -> int:
    """A sum for each number of all but the first."""
    return sum(map(nonzero, parts[1:]))


def of_convolved_shape(in_shape: Any, geometry: Geometry) -> int:
    """Along each axis the kernel taken off and 1 added, and what the geometry has beside that."""
    more = bool(geometry.padding) + (geometry.stride != 1) + 2 * (geometry.dilation != 1)
    return (2 + more) * len(in_shape[1:])


def of_pooled_shape(in_shape: Any) -> int:
    """Along each axis the kernel taken off, the stride divided by, and 1 added."""
    return 3 * len(in_shape[1:])


def of_flattening(in_shape: Any) -> int:
    """The products of all sizes."""
    return len(in_shape) - 1


def of_convolution_weights(groups: int = 1, bias: bool = True) -> int:
    """Kernel by kernel by input channels, divided by groups, biases, and by output channels."""
    return 3 + (groups > 1) + bias


def of_affine_weights(in_shape: Any, bias: bool = True) -> int:
    """The inputs, biases, and by the outputs."""
    return len(in_shape) + bias


def of_convolution_macs(out_shape: Any, groups: int = 1) -> int:
    """The weights of one output, and by each size of the output."""
    return 2 + (groups > 1) + len(out_shape)


def of_field(dilation: int = 1) -> int:
    """One less than the kernel, dilated, by the jump, and added."""
    return 3 + (dilation > 1)


def of_fully_connected_field() -> int:
    """One less than the map, by the jump, added, and compared with the image."""
    return 4


def of_macs_from_weights(out_shape: Any) -> int:
    """The weights by the places of a map."""
    return len(out_shape) - 1
