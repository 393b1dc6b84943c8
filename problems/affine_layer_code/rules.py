"""Rules of an affine layer, ReLU and a softmax loss on a batch, and the mistakes made in them.

A batch has one datum a row: x is (N, I), dq (N, O), logits s are (N, C) with classes y (N,).
Weights w are (O, I), or (I, O) unless the outputs come first. ``first_x`` is the first input that a
layer ever got, ``other_x`` that of another layer, and ``earlier`` the pairs ``(x, dq)`` of the
backward passes before this one. Of a loss there are ``first_s`` and ``first_y``, ``other_s`` and
``other_y``, and how many ``earlier_passes`` backwards there were since the latest forward one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import Function, NotApplicableError, Rule, Slip, WouldFailError
from problems.rules.whole_numbers import is_whole, kept_as
from reference import affine, relu, softmax

Array = NDArray[Any]
Passes = Sequence[tuple[Array, Array]]

# -- what the passes give --------------------------------------------------------------------------


def affine_layer(x: Any, w: Any, outputs_first: bool, bias: Any = None) -> Array:
    """(N, I) -> (N, O): each row times the weights, and the bias (O,). Raises ShapeError.

    Source: Goodfellow, Bengio, Courville, Deep Learning (2016), section 6.5.6.
    """
    return affine.affine(x, _turned(w, outputs_first), bias)


def affine_layer_input_gradient(dq: Any, w: Any, outputs_first: bool) -> Array:
    """(N, O) -> (N, I): each row back through the weights. Raises ShapeError. Source: as above."""
    return affine.affine_input_gradient(dq, _turned(w, outputs_first))


def affine_layer_weights_gradient(x: Any, dq: Any, outputs_first: bool, mean: bool) -> Array:
    """(N, I) and (N, O) -> the shape of the weights: summed over the rows, or their mean.

    Raises ShapeError. Source: as above.
    """
    total = _turned(affine.affine_weights_gradient(x, dq), outputs_first)
    return np.asarray(total / len(np.asarray(x)) if mean else total)


def affine_layer_bias_gradient(dq: Any, mean: bool) -> Array:
    """(N, O) -> (O,): the sum of the rows, or their mean. Raises ShapeError. Source: as above."""
    total = affine.affine_bias_gradient(dq)
    return np.asarray(total / len(np.asarray(dq)) if mean else total)


def _turned(w: Any, outputs_first: bool) -> Array:
    """Weights (O, I) as a layer has them, or those of a layer as (O, I)."""
    return np.asarray(w) if outputs_first else np.asarray(w).T


def softmax_loss(s: Any, y: Any, mean: bool) -> float:
    """The negative log-likelihood of the classes, its mean over the rows or their sum.

    Raises ShapeError. Source: Goodfellow, Bengio, Courville, Deep Learning (2016), 6.2.2.3.
    """
    loss = softmax.cross_entropy(s, y)
    return loss if mean else loss * len(np.asarray(s))


def softmax_loss_gradient(s: Any, y: Any, mean: bool) -> Array:
    """Gradient (N, C) of `softmax_loss` by the logits. Raises ShapeError. Source: as above."""
    found = softmax.logits_gradient(softmax.softmax(s), y).astype(np.float64)
    return np.asarray(found / len(found) if mean else found)


# -- mistakes in several of them -------------------------------------------------------------------


def _call(function: Function, inputs: dict[str, Any], **changed: Any) -> Any:
    """The function of those inputs in sight that it names, some of them changed."""
    return Slip("", function)({**inputs, **changed})


def _then(function: Function, change: Callable[[Array], Any]) -> Function:
    """What the function gives, changed."""
    return lambda **inputs: change(np.asarray(_call(function, inputs), dtype=np.float64))


def _require(fits: bool, what: str) -> None:
    if not fits:
        raise NotApplicableError(f"{what} is needed")


def _cut(function: Function, *names: str) -> Function:
    """Some inputs cut to whole numbers (without names the value), if x has whole numbers."""

    def wrong(x: Any, **inputs: Any) -> Array:
        seen = {**inputs, "x": x}
        if not is_whole(x):
            return np.asarray(_call(function, seen))
        cut = {name: np.trunc(seen[name]) for name in names if seen.get(name) is not None}
        found = np.asarray(_call(function, seen, **cut), dtype=np.float64)
        return found if names else np.trunc(found)

    return wrong


def _sigmoid(q: Array) -> Array:
    return np.asarray((1 + np.tanh(q / 2)) / 2)


_ACTIVATIONS: tuple[tuple[Function, Function], ...] = (
    (lambda q: np.maximum(q, 0), lambda q: q > 0),
    (np.tanh, lambda q: 1 - np.tanh(q) ** 2),
    (_sigmoid, lambda q: _sigmoid(q) * (1 - _sigmoid(q))),
)
"""Activations and their derivatives."""


def _back_through(gradient: Function, derivative: Function) -> Function:
    """The gradient of a layer with an activation after its sum."""

    def wrong(dq: Any, **inputs: Any) -> Any:
        q = np.asarray(_call(affine_layer, inputs), dtype=np.float64)
        return _call(gradient, inputs, dq=dq * derivative(q))

    return wrong


def _slip(key: str, *ways: Function, **kind: Any) -> Slip:
    """A slip that is made in each of these ways."""
    return Slip(key, ways[0], other_ways=ways[1:], **kind)


def _of_sums(function: Function) -> tuple[Slip, ...]:
    """Sum for mean and mean for sum, of a function that takes ``mean``."""

    def other(asked: bool) -> Function:
        def wrong(mean: bool, **inputs: Any) -> Any:
            _require(mean is asked, "the other of sum and mean")
            return _call(function, inputs, mean=not mean)

        return wrong

    return Slip("sum-for-mean", other(True)), Slip("mean-for-sum", other(False))


# -- the affine layer ------------------------------------------------------------------------------


def _with_bias(change: Callable[[Array, Array, Any], Any]) -> Function:
    """What is made of the products, the bias and the input. Raises NotApplicableError."""

    def wrong(x: Any, w: Any, outputs_first: bool, bias: Any) -> Array:
        _require(bias is not None, "a bias")
        return np.asarray(change(affine_layer(x, w, outputs_first), np.asarray(bias), x))

    return wrong


_IN_COLUMNS = "rows-and-columns-swapped"
_MISMATCH = ("mismatch", "not aligned", "broadcast", "inconsistent", "label")
"""Words of what NumPy says of matrices that do not fit each other."""


def _transposed(w: Any) -> Array:
    """The weights the other way round, which fit only if they are square. Raises WouldFailError."""
    raise WouldFailError(*np.shape(w), words=_MISMATCH)


AFFINE_FORWARD = Rule(
    "affine-layer-forward",
    affine_layer,
    slips=(
        Slip("weights-transposed", _transposed, may_fail=True),
        Slip("bias-left-out", _with_bias(lambda q, b, x: q), leaves_out=frozenset({"bias"})),
        Slip("bias-subtracted", _with_bias(lambda q, b, x: q - b)),
        Slip("bias-in-every-product", _with_bias(lambda q, b, x: q + b * np.shape(x)[1])),
        Slip("bias-multiplied", _with_bias(lambda q, b, x: q * b), last_resort=True),
        _slip("integer-dtype-kept", _cut(affine_layer), _cut(affine_layer, "w", "bias")),
        _slip(
            "activation-in-the-layer",
            *(_then(affine_layer, function) for function, _ in _ACTIVATIONS),
        ),
        Slip(_IN_COLUMNS, _then(affine_layer, np.transpose)),
        _slip(
            "one-datum-alone",
            _then(affine_layer, lambda q: q[0]),
            _then(affine_layer, lambda q: q[-1]),
        ),
    ),
)


def _as_forward(w: Any, outputs_first: bool) -> Array:
    """``dq @ w.T``, which fits square weights alone. Raises WouldFailError."""
    raise WouldFailError(*np.shape(_turned(w, outputs_first)), words=_MISMATCH)


def _careless(gradient: Function) -> tuple[Slip, ...]:
    """The mistakes that are made in all gradients of the layer alike."""
    return (
        Slip(
            "weights-not-transposed",
            _as_forward,
            may_fail=True,
            last_resort=gradient is not affine_layer_input_gradient,
            mistake="weights-transposed",
        ),
        Slip("gradient-negated", _then(gradient, np.negative)),
        Slip(
            "incoming-gradient-ignored",
            lambda dq, **inputs: _call(gradient, inputs, dq=np.ones(np.shape(dq))),
            leaves_out=frozenset(() if gradient is affine_layer_bias_gradient else {"dq"}),
        ),
        _slip(
            "activation-in-the-layer",
            *(_back_through(gradient, derivative) for _, derivative in _ACTIVATIONS),
        ),
    )


def _over_batch(asked: bool) -> Function:
    """The gradient by the input divided by the number of data."""

    def wrong(dq: Any, w: Any, outputs_first: bool, mean: bool) -> Array:
        _require(mean is asked, "the other of sum and mean")
        return np.asarray(affine_layer_input_gradient(dq, w, outputs_first) / len(dq))

    return wrong


AFFINE_INPUT_GRADIENT = Rule(
    "affine-layer-input-gradient",
    affine_layer_input_gradient,
    slips=(
        Slip("mean-for-own-loss", _over_batch(True)),
        Slip("divided-by-batch-again", _over_batch(False)),
        _slip(
            "data-summed",
            _then(affine_layer_input_gradient, lambda dp: dp.sum(axis=0)),
            _then(affine_layer_input_gradient, lambda dp: dp.mean(axis=0)),
        ),
        Slip(_IN_COLUMNS, _then(affine_layer_input_gradient, np.transpose)),
        Slip(
            "weights-and-input-swapped",
            lambda **inputs: _call(affine_layer_weights_gradient, inputs),
        ),
        Slip(
            "gradient-times-input",
            lambda x, **inputs: _call(affine_layer_input_gradient, inputs) * np.asarray(x),
        ),
        _slip(
            "integer-dtype-kept",
            _cut(affine_layer_input_gradient),
            _cut(affine_layer_input_gradient, "w"),
            _cut(affine_layer_input_gradient, "dq"),
        ),
        *_careless(affine_layer_input_gradient),
    ),
)


def _of_kept(x: Any, dq: Any, outputs_first: bool, mean: bool) -> Array:
    """The gradient with another input. Raises WouldFailError for one of other length."""
    if len(x) != len(dq):
        raise WouldFailError(len(x), len(dq), words=_MISMATCH)
    return affine_layer_weights_gradient(x, dq, outputs_first, mean)


def _of_datum(place: int, divided: bool) -> Function:
    """What the first or the last datum gives: each one overwrites that of the one before."""

    def wrong(x: Any, dq: Any, outputs_first: bool) -> Array:
        found = _turned(np.outer(dq[place], x[place]), outputs_first)
        return np.asarray(found / len(x) if divided else found)

    return wrong


def _all_with_all(total: Callable[..., Array], divided: bool) -> Function:
    """Both factors summed or averaged before the product, so that each datum meets all others."""

    def wrong(x: Any, dq: Any, outputs_first: bool) -> Array:
        found = _turned(np.outer(total(dq, axis=0), total(x, axis=0)), outputs_first)
        return np.asarray(found / len(x) if divided else found)

    return wrong


def _divided_by_outputs(gradient: Function) -> Slip:
    def wrong(dq: Any, mean: bool, **inputs: Any) -> Array:
        _require(mean, "a mean")
        return np.asarray(_call(gradient, inputs, dq=dq, mean=False) / np.shape(dq)[1])

    return Slip("divided-by-outputs", wrong)


def _accumulated(gradient: Function) -> Slip:
    def wrong(x: Any, dq: Any, earlier: Passes, **inputs: Any) -> Array:
        each = [_call(gradient, inputs, x=p, dq=g) for p, g in (*earlier, (x, dq))]
        return np.asarray(np.sum(each, axis=0))

    return Slip("gradient-accumulated", wrong)


AFFINE_WEIGHTS_GRADIENT = Rule(
    "affine-layer-weights-gradient",
    affine_layer_weights_gradient,
    slips=(
        *_of_sums(affine_layer_weights_gradient),
        Slip(
            "weights-gradient-transposed",
            _then(affine_layer_weights_gradient, np.transpose),
            mistake="weights-transposed",
        ),
        _slip(
            "one-datum-alone",
            *(_of_datum(place, divided) for divided in (False, True) for place in (0, -1)),
        ),
        _divided_by_outputs(affine_layer_weights_gradient),
        Slip(
            "data-mixed-up",
            lambda x, **inputs: _call(affine_layer_weights_gradient, inputs, x=x[::-1]),
        ),
        _slip(
            "factor-averaged-alone",
            _all_with_all(np.sum, True),
            _all_with_all(np.mean, False),
            _all_with_all(np.sum, False),
        ),
        Slip(
            "weights-and-input-swapped",
            lambda **inputs: _call(affine_layer_input_gradient, inputs),
        ),
        _accumulated(affine_layer_weights_gradient),
        Slip(
            "first-input-kept",
            lambda first_x, **inputs: _call(_of_kept, inputs, x=first_x),
            may_fail=True,
        ),
        Slip(
            "state-shared-by-layers",
            lambda other_x, **inputs: _call(_of_kept, inputs, x=other_x),
        ),
        *_careless(affine_layer_weights_gradient),
    ),
)


def _bias_of_kept(first_x: Any, dq: Any, mean: bool) -> Array:
    """Right, unless the pass fails with the weights. Raises WouldFailError."""
    if len(first_x) != len(dq):
        raise WouldFailError(len(first_x), len(dq), words=_MISMATCH)
    return affine_layer_bias_gradient(dq, mean)


AFFINE_BIAS_GRADIENT = Rule(
    "affine-layer-bias-gradient",
    affine_layer_bias_gradient,
    slips=(
        *_of_sums(affine_layer_bias_gradient),
        _slip(
            "summed-over-outputs",
            lambda dq: np.sum(dq, axis=1),
            lambda dq: np.mean(dq, axis=1),
            lambda dq: np.sum(dq, axis=1) / len(dq),
        ),
        Slip("bias-gradient-of-each-datum", lambda dq: np.array(dq, copy=True)),
        _slip("bias-gradient-of-all-outputs", lambda dq: np.sum(dq), lambda dq: np.mean(dq)),
        _slip(
            "one-datum-alone",
            lambda dq: dq[0],
            lambda dq: dq[-1],
            lambda dq: dq[-1] / len(dq),
        ),
        Slip("axis-of-one-kept", _then(affine_layer_bias_gradient, lambda db: db[None])),
        Slip(
            "bias-gradient-times-bias",
            lambda bias, **inputs: _call(affine_layer_bias_gradient, inputs) * np.asarray(bias),
        ),
        _divided_by_outputs(affine_layer_bias_gradient),
        _accumulated(affine_layer_bias_gradient),
        Slip("first-input-kept", _bias_of_kept, may_fail=True, last_resort=True),
        *_careless(affine_layer_bias_gradient),
    ),
)

# -- ReLU ------------------------------------------------------------------------------------------

_SLOPES = (0.01, 0.1, 0.2, 0.3)


def _sloped(slope: float) -> tuple[Function, Function]:
    """A leaky ReLU and its gradient."""
    return (
        lambda x: np.where(np.asarray(x) > 0, x, slope * np.asarray(x)),
        lambda x, dq: np.where(np.asarray(x) > 0, dq, slope * np.asarray(dq)),
    )


_LEAKY = tuple(map(_sloped, _SLOPES))


def _masked(of: str) -> Function:
    """What passes where another input is positive. Raises WouldFailError for another shape."""

    def wrong(dq: Any, **inputs: Any) -> Array:
        _require(of in inputs, of)
        kept = np.asarray(inputs[of])
        if np.shape(kept) != np.shape(dq):
            raise WouldFailError(len(kept), len(dq))
        return np.asarray(relu.relu_gradient(kept, dq))

    return wrong


RELU_FORWARD = Rule(
    "relu-layer-forward",
    relu.relu,
    slips=(
        Slip("relu-forgotten", lambda x: np.array(x, copy=True)),
        Slip("absolute-value-for-relu", lambda x: np.abs(x)),
        Slip("relu-is-its-derivative", lambda x: np.where(np.asarray(x) > 0, 1.0, 0.0)),
        Slip("relu-keeps-negatives", lambda x: np.minimum(x, 0)),
        _slip("relu-leaky", *(forward for forward, _ in _LEAKY)),
    ),
)
RELU_GRADIENT = Rule(
    "relu-layer-gradient",
    relu.relu_gradient,
    slips=(
        Slip(
            "relu-mask-by-gradient",
            lambda dq: np.maximum(dq, 0),
            leaves_out=frozenset({"x"}),
        ),
        Slip("relu-passes-at-zero", lambda x, dq: np.where(np.asarray(x) >= 0, dq, 0.0)),
        Slip("relu-mask-inverted", lambda x, dq: relu.relu_gradient(-np.asarray(x), dq)),
        Slip(
            "relu-keeps-negatives",
            lambda x, dq: relu.relu_gradient(-np.asarray(x), dq),
            last_resort=True,
        ),
        Slip(
            "relu-left-out-of-gradient",
            lambda dq: np.array(dq, copy=True),
            leaves_out=frozenset({"x"}),
        ),
        Slip(
            "relu-forgotten",
            lambda dq: np.array(dq, copy=True),
            leaves_out=frozenset({"x"}),
            last_resort=True,
        ),
        Slip("relu-gradient-times-value", lambda x, dq: relu.relu(x) * np.asarray(dq)),
        Slip("absolute-value-for-relu", lambda x, dq: np.sign(x) * np.asarray(dq)),
        _slip("relu-leaky", *(gradient for _, gradient in _LEAKY)),
        Slip("first-input-kept", _masked("first_x"), may_fail=True),
        Slip("state-shared-by-layers", _masked("other_x")),
        Slip("gradient-negated", lambda x, dq: -np.asarray(relu.relu_gradient(x, dq))),
        Slip(
            "incoming-gradient-ignored",
            lambda x: np.where(np.asarray(x) > 0, 1.0, 0.0),
            leaves_out=frozenset({"dq"}),
        ),
        Slip(
            "integer-dtype-kept",
            lambda x, dq: relu.relu_gradient(x, kept_as(x, dq)),
        ),
    ),
)

# -- softmax with negative log-likelihood ----------------------------------------------------------


def _quietly(function: Function) -> Function:
    """The function of logits as float64, which may overflow; it takes ``mean`` or leaves it."""

    def wrong(s: Any, **inputs: Any) -> Any:
        with np.errstate(all="ignore"):
            return _call(function, inputs, s=np.asarray(s, dtype=np.float64))

    return wrong


def _scaled(each: Array, mean: bool) -> float:
    return float(np.mean(each) if mean else np.sum(each))


def _naive(s: Array, axis: int | None = 1) -> Array:
    """Softmax as its formula is written, which overflows."""
    powers = np.exp(s)
    return np.asarray(powers / powers.sum(axis=axis, keepdims=axis is not None))


def _naive_log_sum(s: Array) -> Array:
    return np.asarray(np.log(np.exp(s).sum(axis=1, keepdims=True)))


def _stable(s: Array, axis: int | None = 1) -> Array:
    return _naive(s - s.max(axis=axis, keepdims=axis is not None), axis)


def _log_softmax(s: Array, axis: int | None = 1) -> Array:
    above = s - s.max(axis=axis, keepdims=axis is not None)
    return np.asarray(above - np.log(np.exp(above).sum(axis=axis, keepdims=axis is not None)))


def _own(values: Array, y: Any) -> Array:
    return np.asarray(values[np.arange(len(values)), y])


def _loss(each: Callable[[Array, Any], Any]) -> Function:
    """The losses of all rows, summed or averaged as the sheet asks."""
    return _quietly(lambda s, y, mean: _scaled(each(s, y), mean))


def _hot(s: Array, y: Any) -> Array:
    return np.asarray(np.eye(s.shape[1])[np.asarray(y)])


def _back(each: Callable[[Array, Any], Any]) -> Function:
    """The gradients of all rows, divided by their number where the loss is a mean."""
    return _quietly(lambda s, y, mean: np.asarray(each(s, y) / (len(s) if mean else 1)))


def _with_floor(floor: float) -> Function:
    return _loss(lambda s, y: -np.log(_own(_stable(s), y) + floor))


def _clipped(floor: float) -> Function:
    return _loss(lambda s, y: -np.log(np.maximum(_own(_stable(s), y), floor)))


_FLOORS = (1e-15, 1e-12, 1e-10, 1e-9, 1e-8, 1e-7, 1e-300)


def _whole_loss(s: Any, y: Any, mean: bool) -> float:
    value = softmax_loss(s, y, mean)
    return float(kept_as(s, value))


LOSS = Rule(
    "softmax-loss",
    softmax_loss,
    slips=(
        *_of_sums(softmax_loss),
        Slip("log-sign-forgotten", _loss(lambda s, y: _own(_log_softmax(s), y))),
        Slip("softmax-over-batch", _loss(lambda s, y: -_own(_log_softmax(s, axis=0), y))),
        Slip("softmax-over-everything", _loss(lambda s, y: -_own(_log_softmax(s, axis=None), y))),
        _slip(
            "averaged-over-classes",
            _loss(lambda s, y: -_own(_log_softmax(s), y) / s.shape[1]),
            _quietly(lambda s, y: -np.mean(_hot(s, y) * _log_softmax(s))),
        ),
        _slip(
            "loss-of-each-datum",
            _quietly(lambda s, y: -_own(_log_softmax(s), y)),
            _quietly(lambda s, y: -_own(_log_softmax(s), y) / len(s)),
        ),
        _slip(
            "loss-of-all-classes",
            _loss(lambda s, y: -_log_softmax(s).sum(axis=1)),
            _quietly(lambda s: -np.mean(_log_softmax(s))),
        ),
        _slip(
            "all-rows-with-all-classes",
            _quietly(lambda s, y: -np.mean(_log_softmax(s)[:, y])),
            _quietly(lambda s, y: -np.sum(_log_softmax(s)[:, y])),
            _quietly(lambda s, y: -np.sum(_log_softmax(s)[:, y]) / len(s)),
        ),
        Slip(
            "loss-of-largest-probability",
            _loss(lambda s, y: -_log_softmax(s).max(axis=1)),
            leaves_out=frozenset({"y"}),
        ),
        Slip("log-of-base-two", _loss(lambda s, y: -_own(_log_softmax(s), y) / np.log(2))),
        Slip("log-of-base-ten", _loss(lambda s, y: -_own(_log_softmax(s), y) / np.log(10))),
        _slip(
            "loss-without-logarithm",
            _loss(lambda s, y: -_own(_stable(s), y)),
            _loss(lambda s, y: _own(_stable(s), y)),
        ),
        Slip("probability-for-loss", _loss(lambda s, y: 1 - _own(_stable(s), y))),
        Slip("logit-for-loss", _loss(lambda s, y: -_own(s, y))),
        _slip(
            "one-datum-alone",
            _quietly(lambda s, y: -_own(_log_softmax(s), y)[0]),
            _quietly(lambda s, y: -_own(_log_softmax(s), y)[-1]),
        ),
        _slip(
            "mean-inside-logarithm",
            _loss(lambda s, y: -np.log(np.mean(_own(_stable(s), y)))),
        ),
        Slip("softmax-applied-twice", _loss(lambda s, y: -_own(_log_softmax(_stable(s)), y))),
        _slip(
            "softmax-overflows",
            _loss(lambda s, y: -np.log(_own(_naive(s), y))),
        ),
        _slip(
            "probability-rounds-to-zero",
            _loss(lambda s, y: -np.log(_own(_stable(s), y))),
            *map(_with_floor, _FLOORS),
            *map(_clipped, _FLOORS),
        ),
        Slip("integer-dtype-kept", _whole_loss),
    ),
)


def _of_other(s: str, y: str) -> Function:
    """The gradient of the loss of other logits and classes."""

    def wrong(mean: bool, **inputs: Any) -> Array:
        _require(s in inputs, s)
        return softmax_loss_gradient(inputs[s], inputs[y], mean)

    return wrong


def _at_own(values: Array, y: Any, part: float = 1.0) -> Array:
    """The values less something in the own column of each row."""
    found = np.array(values)
    found[np.arange(len(found)), y] -= part
    return found


def _at_all(values: Array, y: Any) -> Array:
    found = np.array(values)
    found[:, y] -= 1
    return found


def _changed_by_gradient(*, divided: bool) -> Function:
    """The one-hot vectors off what earlier passes have left, which may have divided it as well."""

    def wrong(s: Any, y: Any, mean: bool, earlier_passes: int) -> Array:
        _require(earlier_passes > 0, "an earlier backward pass")
        found = _stable(np.asarray(s, dtype=np.float64))
        number = len(found) if mean else 1
        if not divided:
            return np.asarray(_at_own(found, y, earlier_passes + 1) / number)
        for _ in range(earlier_passes + 1):
            found = _at_own(found, y) / number
        return np.asarray(found)

    return wrong


def _one_term_divided(*, output: bool) -> Function:
    """The gradient of a mean in which the probabilities or the one-hot rows alone are divided."""

    def wrong(s: Any, y: Any, mean: bool) -> Array:
        _require(mean, "a mean of losses")
        logits = np.asarray(s, dtype=np.float64)
        found, own = _stable(logits), _hot(logits, y)
        return found / len(found) - own if output else found - own / len(found)

    return _quietly(wrong)


LOSS_GRADIENT = Rule(
    "softmax-loss-gradient",
    softmax_loss_gradient,
    slips=(
        *_of_sums(softmax_loss_gradient),
        Slip(
            "one-hot-forgotten",
            _back(lambda s, y: _stable(s)),
            leaves_out=frozenset({"y"}),
        ),
        _slip("one-term-divided", _one_term_divided(output=True), _one_term_divided(output=False)),
        Slip("logits-gradient-sign-turned", _back(lambda s, y: _hot(s, y) - _stable(s))),
        Slip("log-sign-forgotten", _back(lambda s, y: _hot(s, y) - _stable(s)), last_resort=True),
        Slip("softmax-over-batch", _back(lambda s, y: _stable(s, axis=0) - _hot(s, y))),
        Slip("softmax-over-everything", _back(lambda s, y: _stable(s, axis=None) - _hot(s, y))),
        _slip(
            "averaged-over-classes",
            _back(lambda s, y: (_stable(s) - _hot(s, y)) / s.shape[1]),
            _quietly(lambda s, y: (_stable(s) - _hot(s, y)) / s.shape[1]),
        ),
        _slip(
            "all-rows-with-all-classes",
            _back(lambda s, y: _at_all(_stable(s), y)),
            _quietly(lambda s, y: _at_all(_stable(s), y)),
        ),
        Slip(
            "loss-of-largest-probability",
            _back(lambda s, y: _stable(s) - _hot(s, s.argmax(axis=1))),
            leaves_out=frozenset({"y"}),
        ),
        Slip("logits-for-probabilities", _back(lambda s, y: s - _hot(s, y))),
        _slip(
            "class-number-subtracted",
            _back(lambda s, y: _stable(s) - np.reshape(y, (-1, 1))),
        ),
        _slip(
            "softmax-skipped-in-gradient",
            _back(lambda s, y: -_hot(s, y) / _stable(s)),
        ),
        _slip(
            "softmax-overflows",
            _back(lambda s, y: _naive(s) - _hot(s, y)),
            _back(lambda s, y: np.exp(s - _naive_log_sum(s)) - _hot(s, y)),
        ),
        _slip(
            "probabilities-changed-by-gradient",
            _changed_by_gradient(divided=False),
            _changed_by_gradient(divided=True),
        ),
        Slip("first-input-kept", _of_other("first_s", "first_y")),
        Slip("state-shared-by-layers", _of_other("other_s", "other_y")),
    ),
)
