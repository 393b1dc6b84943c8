"""Rules of a fully connected layer on the way back: gradients, Jacobians, and what they cost.

A layer takes inputs p (I,) to outputs q (O,) by weights (O, I). In a batch of N, the inputs stand
in rows (N, I); the gradients of its data stand in columns (O, N), or in rows (N, O).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import NotApplicableError, Rule, Slip
from problems.rules import operations
from problems.rules.affine import AFFINE_INPUT_GRADIENT, AFFINE_WEIGHTS_GRADIENT
from reference.errors import ShapeError
from reference.numbers import matrix_product, same_numbers

Array = NDArray[Any]
_Shape = tuple[int, ...]

_OF_A_CLASSIFIER = (
    *("probabilities-for-gradient", "only-true-class-goes-back", "only-true-row-of-gradient"),
    *("parameters-updated-first", "gradient-for-weights", "gradient-not-weighted"),
    *("integer-result", "weights-not-transposed"),
)
"""The slips that need classes, a step of descent, fractions or square weights."""


def _without_classes(rule: Rule) -> list[str]:
    return [slip.key for slip in rule.slips if slip.key in _OF_A_CLASSIFIER]


def _column(dq: Any) -> Array:
    return np.asarray(dq, dtype=object)[:, None]


INPUT_GRADIENT = AFFINE_INPUT_GRADIENT.but(
    "datum-input-gradient",
    without=_without_classes(AFFINE_INPUT_GRADIENT),
    also=(
        Slip(
            "arriving-gradient-left-out",
            lambda weights: np.sum(np.asarray(weights, dtype=object), axis=0),
        ),
        Slip(
            "inputs-among-the-factors",
            lambda dq, weights, x: (np.asarray(dq) @ np.asarray(weights)) * np.asarray(x),
        ),
    ),
)

WEIGHTS_GRADIENT = AFFINE_WEIGHTS_GRADIENT.but(
    "datum-weights-gradient",
    without=_without_classes(AFFINE_WEIGHTS_GRADIENT),
    also=(
        Slip("weights-for-inputs", lambda dq, weights: _column(dq) * np.asarray(weights)),
        Slip(
            "inputs-among-the-factors",
            lambda dq, weights, x: _column(dq) * np.asarray(weights) * np.asarray(x),
        ),
        Slip(
            "factors-added",
            lambda dq, x: _column(dq) + np.asarray(x),
        ),
    ),
)

# -- a batch, whose gradients stand in columns -----------------------------------------------------


def mean_weights_gradient(inputs: Any, gradients: Any) -> Array:
    """(N, I) and (O, N) -> (O, I): the mean over the batch, ``gradients inputs / N``.

    Column i is the gradient of the loss of datum i. Raises ShapeError.
    Source: Goodfellow, Bengio, Courville, Deep Learning (2016), section 6.5.6 and eq. 8.3.
    """
    p, g = _pair(inputs, gradients, columns=True)
    return _over(matrix_product(g, p), len(p))


def mean_bias_gradient(gradients: Any) -> Array:
    """(O, N) -> (O,): the mean of the columns. Raises ShapeError. Source: as above."""
    (g,) = same_numbers(gradients)
    _require_matrix("the gradients", g)
    return _over(g.sum(axis=1), g.shape[1])


def own_input_gradients(weights: Any, gradients: Any) -> Array:
    """(O, I) and (O, N) -> (N, I): in row i the gradient of the loss of datum i by its input.

    Raises ShapeError. Source: as above.
    """
    w, g = same_numbers(weights, gradients)
    _require_matrix("the weights", w)
    _require_matrix("the gradients", g)
    _require_equal("rows of the weights", len(w), "rows of the gradients", len(g))
    return matrix_product(g.T, w)


def _over(x: Array, number: int) -> Array:
    if x.dtype.kind != "O":
        return np.asarray(x / number)
    cells = [_whole(Fraction(cell, number)) for cell in x.ravel().tolist()]
    result = np.empty(x.shape, dtype=object)
    result.ravel()[:] = cells
    return result


def _whole(number: Fraction) -> int | Fraction:
    return number.numerator if number.denominator == 1 else number


def _pair(inputs: Any, gradients: Any, *, columns: bool) -> tuple[Array, Array]:
    p, g = same_numbers(inputs, gradients)
    _require_matrix("the inputs", p)
    _require_matrix("the gradients", g)
    what = "columns of the gradients" if columns else "rows of the gradients"
    _require_equal("rows of the inputs", len(p), what, g.shape[1 if columns else 0])
    return p, g


def _require_matrix(name: str, x: Array) -> None:
    if x.ndim != 2 or not x.size:
        raise ShapeError(f"{name} must be a matrix that is not empty, but the shape is {x.shape}")


def _require_equal(left: str, count: int, right: str, other: int) -> None:
    if count != other:
        raise ShapeError(f"as many {left} as {right} are needed, but there are {count} and {other}")


def _one_datum(place: int) -> Callable[[Any, Any], Array]:
    def wrong(inputs: Any, gradients: Any) -> Array:
        return np.outer(np.asarray(gradients)[:, place], np.asarray(inputs)[place])

    return wrong


def _over_another(number: Callable[[Array], int]) -> Callable[[Any, Any], Array]:
    """The sum of the data, divided by something else than how many they are."""

    def wrong(inputs: Any, gradients: Any) -> Array:
        right, divisor = len(np.asarray(inputs)), number(np.asarray(gradients))
        if right == divisor:
            raise NotApplicableError("there are as many outputs as data")
        return _over(matrix_product(*same_numbers(gradients, inputs)), divisor)

    return wrong


def _products_in_columns(inputs: Any, gradients: Any) -> int:
    return int(operations.nonzero(gradients) * np.shape(inputs)[1] + np.shape(gradients)[0])


MEAN_WEIGHTS_GRADIENT = Rule(
    "mean-weights-gradient",
    mean_weights_gradient,
    slips=(
        Slip("sum-for-mean", lambda inputs, gradients: np.asarray(gradients) @ np.asarray(inputs)),
        Slip(
            "weights-gradient-transposed",
            lambda inputs, gradients: mean_weights_gradient(inputs, gradients).T,
            mistake="weights-transposed",
        ),
        Slip("one-datum-alone", _one_datum(0), other_ways=(_one_datum(-1),)),
        Slip("divided-by-outputs", _over_another(len)),
        Slip("data-mixed-up", lambda inputs, gradients: _data_mixed_up(inputs, gradients)),
        Slip(
            "factor-averaged-alone",
            lambda inputs, gradients: np.outer(
                mean_bias_gradient(gradients), np.asarray(inputs).sum(axis=0)
            ),
            other_ways=(  # both averaged
                lambda inputs, gradients: np.outer(
                    mean_bias_gradient(gradients), mean_bias_gradient(np.transpose(inputs))
                ),
            ),
        ),
    ),
    operations=_products_in_columns,
)


def _data_mixed_up(inputs: Any, gradients: Any) -> Array:
    """Each datum meets the gradient of another."""
    return mean_weights_gradient(np.asarray(inputs)[::-1], gradients)


MEAN_BIAS_GRADIENT = Rule(
    "mean-bias-gradient",
    mean_bias_gradient,
    slips=(
        Slip("sum-for-mean", lambda gradients: np.asarray(gradients).sum(axis=1)),
        Slip(
            "summed-over-outputs",
            lambda gradients: mean_bias_gradient(np.asarray(gradients).T),
            other_ways=(lambda gradients: np.asarray(gradients).sum(axis=0),),
        ),
        Slip(
            "one-datum-alone",
            lambda gradients: np.asarray(gradients)[:, 0],
            other_ways=(lambda gradients: np.asarray(gradients)[:, -1],),
        ),
        Slip(
            "divided-by-outputs",
            lambda gradients: _over(np.asarray(gradients).sum(axis=1), _outputs(gradients)),
        ),
    ),
    operations=lambda gradients: np.size(gradients),
)


def _outputs(gradients: Any) -> int:
    outputs, data = np.shape(gradients)
    if outputs == data:
        raise NotApplicableError("there are as many outputs as data")
    return int(outputs)


OWN_INPUT_GRADIENTS = Rule(
    "own-input-gradients",
    own_input_gradients,
    slips=(
        Slip(
            "weights-not-transposed",
            lambda weights, gradients: (np.asarray(weights) @ np.asarray(gradients)).T,
            mistake="weights-transposed",
        ),
        Slip(
            "rows-and-columns-swapped",
            lambda weights, gradients: own_input_gradients(weights, gradients).T,
        ),
        Slip(
            "mean-for-own-loss",
            lambda weights, gradients: _over(
                own_input_gradients(weights, gradients), np.shape(gradients)[1]
            ),
        ),
        Slip(
            "data-summed",
            lambda weights, gradients: own_input_gradients(weights, gradients).sum(axis=0),
        ),
    ),
    operations=lambda weights, gradients: operations.nonzero(gradients) * np.shape(weights)[1],
)

# -- a batch, whose gradients stand in rows and are those of the mean loss -------------------------


def batch_weights_gradient(inputs: Any, gradients: Any) -> Array:
    """(N, I) and (N, O) -> (O, I): ``gradients^T inputs``, where the 1 / N is in the gradients.

    Raises ShapeError. Source: as above.
    """
    p, g = _pair(inputs, gradients, columns=False)
    return matrix_product(g.T, p)


def batch_bias_gradient(gradients: Any) -> Array:
    """(N, O) -> (O,): the sum of the rows. Raises ShapeError. Source: as above."""
    (g,) = same_numbers(gradients)
    _require_matrix("the gradients", g)
    return np.asarray(g.sum(axis=0))


def batch_input_gradients(weights: Any, gradients: Any) -> Array:
    """(O, I) and (N, O) -> (N, I): ``gradients weights``. Raises ShapeError. Source: as above."""
    w, g = same_numbers(weights, gradients)
    _require_matrix("the weights", w)
    _require_matrix("the gradients", g)
    _require_equal("rows of the weights", len(w), "columns of the gradients", g.shape[1])
    return matrix_product(g, w)


def _again(rule: Callable[..., Array]) -> Callable[..., Array]:
    """Divided by the size of the batch once more, which the gradients are already."""
    return lambda inputs, gradients: _over(rule(inputs, gradients), len(gradients))


BATCH_WEIGHTS_GRADIENT = Rule(
    "batch-weights-gradient",
    batch_weights_gradient,
    slips=(
        Slip("divided-by-batch-again", _again(batch_weights_gradient)),
        Slip(
            "weights-gradient-transposed",
            lambda inputs, gradients: batch_weights_gradient(inputs, gradients).T,
            mistake="weights-transposed",
        ),
        Slip(
            "one-datum-alone",
            lambda inputs, gradients: _one_datum(0)(inputs, np.asarray(gradients).T),
            other_ways=(lambda inputs, gradients: _one_datum(-1)(inputs, np.asarray(gradients).T),),
        ),
        Slip(
            "reshaped-for-transposed",
            lambda inputs, gradients: (
                np.asarray(gradients).reshape(np.shape(gradients)[::-1]) @ np.asarray(inputs)
            ),
        ),
        Slip(
            "data-mixed-up",
            lambda inputs, gradients: batch_weights_gradient(np.asarray(inputs)[::-1], gradients),
        ),
    ),
    operations=lambda inputs, gradients: operations.nonzero(gradients) * np.shape(inputs)[1],
)

BATCH_BIAS_GRADIENT = Rule(
    "batch-bias-gradient",
    batch_bias_gradient,
    slips=(
        Slip(
            "divided-by-batch-again",
            lambda gradients: _over(batch_bias_gradient(gradients), len(gradients)),
        ),
        Slip("summed-over-outputs", lambda gradients: np.asarray(gradients).sum(axis=1)),
        Slip(
            "one-datum-alone",
            lambda gradients: np.asarray(gradients)[0],
            other_ways=(lambda gradients: np.asarray(gradients)[-1],),
        ),
    ),
    operations=lambda gradients: np.size(gradients),
)

BATCH_INPUT_GRADIENTS = Rule(
    "batch-input-gradients",
    batch_input_gradients,
    slips=(
        Slip(
            "divided-by-batch-again",
            lambda weights, gradients: _over(
                batch_input_gradients(weights, gradients), len(gradients)
            ),
        ),
        Slip(
            "rows-and-columns-swapped",
            lambda weights, gradients: batch_input_gradients(weights, gradients).T,
        ),
        Slip(
            "multiplied-by-batch",
            lambda weights, gradients: (
                batch_input_gradients(weights, gradients) * len(np.asarray(gradients))
            ),
        ),
    ),
    operations=lambda weights, gradients: operations.nonzero(gradients) * np.shape(weights)[1],
)

# -- Jacobians of a fully connected layer ----------------------------------------------------------


def input_jacobian_shape(inputs: int, outputs: int) -> _Shape:
    """Rows and columns of the Jacobian of q by p. Source: Goodfellow et al. 2016, section 4.3."""
    return (outputs, inputs)


def weights_jacobian_shape(inputs: int, outputs: int) -> _Shape:
    """Rows and columns of the Jacobian of q by all weights in one vector. Source: as above."""
    return (outputs, outputs * inputs)


INPUT_JACOBIAN = Rule(
    "input-jacobian-shape",
    input_jacobian_shape,
    slips=(
        Slip("jacobian-transposed", lambda inputs, outputs: (inputs, outputs)),
        Slip("gradient-for-jacobian", lambda inputs: (1, inputs)),
        Slip("jacobian-elementwise", lambda outputs: (outputs, outputs)),
    ),
    operations=operations.none,
)

WEIGHTS_JACOBIAN = Rule(
    "weights-jacobian-shape",
    weights_jacobian_shape,
    slips=(
        Slip("jacobian-transposed", lambda inputs, outputs: (outputs * inputs, outputs)),
        Slip("gradient-for-jacobian", lambda inputs, outputs: (1, outputs * inputs)),
        Slip("weights-not-flattened", lambda inputs, outputs: (outputs, inputs)),
        Slip("inputs-for-outputs", lambda inputs, outputs: (inputs, outputs * inputs)),
        Slip("bias-among-weights", lambda inputs, outputs: (outputs, outputs * (inputs + 1))),
    ),
    operations=operations.one,
)

# -- what the gradient with respect to the weights costs -------------------------------------------


def products_with_jacobian(inputs: int, outputs: int, batch: int = 1) -> int:
    """Of a row (1, O) with a Jacobian (O, O I), for each datum. Source: as above."""
    return batch * outputs * outputs * inputs


def products_of_outer_product(inputs: int, outputs: int, batch: int = 1) -> int:
    """Of the gradient (O,) with the input (I,), for each datum. Source: as above."""
    return batch * outputs * inputs


def times_fewer(full: int, direct: int) -> int | Fraction:
    """How many times fewer the second number is. Raises ShapeError if it is 0."""
    if direct == 0:
        raise ShapeError("a number other than 0 is needed to divide by, but 0 came")
    return _whole(Fraction(full, direct))


def _of_one_datum(count: Callable[[int, int], int]) -> Callable[..., int]:
    def wrong(inputs: int, outputs: int, batch: int) -> int:
        if batch == 1:
            raise NotApplicableError("a batch of several data is needed")
        return count(inputs, outputs)

    return wrong


WITH_JACOBIAN = Rule(
    "products-with-jacobian",
    products_with_jacobian,
    slips=(
        Slip("outputs-counted-once", products_of_outer_product),
        Slip(
            "inputs-for-outputs",
            lambda inputs, outputs, batch=1: batch * outputs * inputs * inputs,
        ),
        Slip(
            "additions-counted-too",
            lambda inputs, outputs, batch=1: 2 * batch * outputs * outputs * inputs,
            other_ways=(
                lambda inputs, outputs, batch=1: batch * (2 * outputs - 1) * outputs * inputs,
            ),
        ),
        Slip("batch-not-counted", _of_one_datum(products_with_jacobian)),
        Slip(
            "bias-among-weights",
            lambda inputs, outputs, batch=1: products_with_jacobian(inputs + 1, outputs, batch),
        ),
    ),
    operations=lambda batch=1: 2 + (batch > 1),
)

OF_OUTER_PRODUCT = Rule(
    "products-of-outer-product",
    products_of_outer_product,
    slips=(
        Slip(
            "sizes-added",
            lambda inputs, outputs, batch=1: batch * (outputs + inputs),
        ),
        Slip(
            "additions-counted-too",
            lambda inputs, outputs, batch=1: 2 * batch * outputs * inputs,
        ),
        Slip("batch-not-counted", _of_one_datum(products_of_outer_product)),
    ),
    operations=lambda batch=1: 1 + (batch > 1),
)

TIMES_FEWER = Rule(
    "products-saved",
    times_fewer,
    slips=(
        Slip("ratio-upside-down", lambda full, direct: times_fewer(direct, full)),
        Slip("difference-for-ratio", lambda full, direct: full - direct),
    ),
    operations=operations.one,
)

# -- Jacobians of a convolution --------------------------------------------------------------------


def conv_input_jacobian_shape(in_shape: Sequence[int], out_shape: Sequence[int]) -> _Shape:
    """The axes of the output, then those of the input. Source: as above."""
    return (*out_shape, *in_shape)


def conv_weights_jacobian_shape(
    in_shape: Sequence[int], out_shape: Sequence[int], kernel: int
) -> _Shape:
    """The axes of the output, then those of the weights (O, C, k, k). Source: as above."""
    return (*out_shape, out_shape[0], in_shape[0], kernel, kernel)


def jacobian_cells(in_shape: Sequence[int], out_shape: Sequence[int]) -> int:
    """The cells of the Jacobian of a convolution by its input. Source: as above."""
    return prod(out_shape) * prod(in_shape)


def jacobian_nonzero(in_shape: Sequence[int], out_shape: Sequence[int], kernel: int) -> int:
    """Those of them that need not be 0: an output looks at C k k inputs. Source: as above."""
    return prod(out_shape) * in_shape[0] * kernel * kernel


CONV_INPUT_JACOBIAN = Rule(
    "conv-input-jacobian-shape",
    conv_input_jacobian_shape,
    slips=(
        Slip("jacobian-transposed", lambda in_shape, out_shape: (*in_shape, *out_shape)),
        Slip(
            "channels-left-out-of-jacobian",
            lambda in_shape, out_shape: (*out_shape[1:], *in_shape[1:]),
        ),
        Slip(
            "jacobian-flattened",
            lambda in_shape, out_shape: (prod(out_shape), prod(in_shape)),
        ),
    ),
    operations=operations.none,
)

CONV_WEIGHTS_JACOBIAN = Rule(
    "conv-weights-jacobian-shape",
    conv_weights_jacobian_shape,
    slips=(
        Slip(
            "jacobian-transposed",
            lambda in_shape, out_shape, kernel: (
                *(out_shape[0], in_shape[0], kernel, kernel),
                *out_shape,
            ),
        ),
        Slip(
            "channels-left-out-of-jacobian",
            lambda out_shape, kernel: (*out_shape[1:], kernel, kernel),
        ),
        Slip(
            "weights-of-one-map",
            lambda in_shape, out_shape, kernel: (*out_shape, in_shape[0], kernel, kernel),
        ),
        Slip("input-jacobian-instead", conv_input_jacobian_shape),
    ),
    operations=operations.none,
)

JACOBIAN_CELLS = Rule(
    "jacobian-cells",
    jacobian_cells,
    slips=(
        Slip("sizes-added", lambda in_shape, out_shape: prod(out_shape) + prod(in_shape)),
        Slip(
            "channels-left-out-of-jacobian",
            lambda in_shape, out_shape: prod(out_shape[1:]) * prod(in_shape[1:]),
        ),
        Slip(
            "input-channels-forgotten",
            lambda in_shape, out_shape: prod(out_shape) * prod(in_shape[1:]),
        ),
    ),
    operations=lambda: 5,
)

JACOBIAN_NONZERO = Rule(
    "jacobian-nonzero",
    jacobian_nonzero,
    slips=(
        Slip(
            "input-channels-forgotten",
            lambda out_shape, kernel: prod(out_shape) * kernel * kernel,
        ),
        Slip(
            "kernel-not-squared",
            lambda in_shape, out_shape, kernel: prod(out_shape) * in_shape[0] * kernel,
        ),
        Slip(
            "parameters-for-macs",
            lambda in_shape, out_shape, kernel: out_shape[0] * in_shape[0] * kernel * kernel,
        ),
        Slip(
            "output-channels-forgotten",
            lambda in_shape, out_shape, kernel: prod(out_shape[1:]) * in_shape[0] * kernel * kernel,
        ),
        Slip(
            "input-size-for-output-size",
            lambda in_shape, out_shape, kernel: out_shape[0] * prod(in_shape) * kernel * kernel,
        ),
    ),
    operations=lambda: 5,
)
