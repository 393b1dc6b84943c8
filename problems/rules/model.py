"""Models as sequences of layers: their parameters, scores and loss, and the mistakes made in them.

A mistaken model is a sequence of layers like any other; it is given its parameters as a student's
is: each the first unused array of its shape, or the numbers of `reference.model.filling` where no
array has it.

``own_shapes`` are the shapes of a student's parameters, where they are known and not as asked.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import Function, Rule, Slip
from problems.rules.losses import PENALTY_DIRECTIONS, other_losses
from problems.rules.mistaken_scores import logits_slips
from problems.rules.model_mistakes import (
    MORE_IN_SHAPES,
    MORE_IN_VALUES,
    MORE_WAYS,
    WITHOUT_ONE,
    channels_exchanged,
)
from problems.rules.model_sizes import (
    in_each_way,
    of_one_size,
    of_own_sizes,
    of_several_sizes,
    sizes_at_the_flattening,
)
from reference.errors import ShapeError
from reference.model import (
    Layer,
    Layers,
    Shape,
    layer_shapes,
    logits,
    loss,
    loss_gradients,
    parameter_gradients,
    parameter_shapes,
)
from reference.softmax import cross_entropy, logits_gradient, one_hot, softmax

Array = NDArray[Any]
Mistake = Callable[[Layers], Layers]


# -- mistakes in the sequence of layers ------------------------------------------------------------


def _changed(kinds: Sequence[str], change: Callable[[Layer], Mapping[str, Any]]) -> Mistake:
    """The mistake that changes something of all layers of these kinds."""
    return lambda layers: [
        {**layer, **change(layer)} if layer["kind"] in kinds else layer for layer in layers
    ]


def _without(*kinds: str) -> Mistake:
    return lambda layers: [layer for layer in layers if layer["kind"] not in kinds]


def _appended(kind: str) -> Mistake:
    return lambda layers: [*layers, {"kind": kind}]


def _without_some_relu(*, before_flatten: bool) -> Mistake:
    """ReLU left out on one side of flattening; not where that leaves none: then all are forgotten.

    A mistake that cannot be made leaves the layers as they are, and so explains no wrong value.
    """

    def mistake(layers: Layers) -> Layers:
        kinds = [layer["kind"] for layer in layers]
        flat = kinds.index("flatten")
        mistaken = [
            layer
            for at, layer in enumerate(layers)
            if layer["kind"] != "relu" or (at < flat) != before_flatten
        ]
        return mistaken if any(layer["kind"] == "relu" for layer in mistaken) else layers

    return mistake


def _without_relu_after_convolution(place: int) -> Mistake:
    """ReLU left out after one of several convolutions that have it."""

    def mistake(layers: Layers) -> Layers:
        kinds = [layer["kind"] for layer in layers]
        active = [at for at, pair in enumerate(pairwise(kinds)) if pair == ("conv", "relu")]
        if len(active) < 2:
            return layers
        return [layer for at, layer in enumerate(layers) if at != active[place] + 1]

    return mistake


def _without_one_bias(kind: str, place: int) -> Mistake:
    """No bias in one layer of a kind; a negative place counts from the last one."""

    def mistake(layers: Layers) -> Layers:
        of_kind = [at for at, layer in enumerate(layers) if layer["kind"] == kind]
        if not -len(of_kind) <= place < len(of_kind):
            return layers
        mistaken = list(layers)
        mistaken[of_kind[place]] = {**mistaken[of_kind[place]], "bias": False}
        return mistaken

    return mistake


_same_padding = _changed(("conv",), lambda layer: {"padding": layer["kernel"] // 2})


def _with_padding_everywhere(layers: Layers) -> Layers:
    """The padding that one convolution has in those without any too, or 1 where none has any.

    Not where each output has the size of its input then: that is a mistake with another name.
    """
    most = max(layer["padding"] for layer in layers if layer["kind"] == "conv") or 1
    mistaken = _changed(("conv",), lambda layer: {"padding": layer["padding"] or most})(layers)
    return layers if mistaken == _same_padding(layers) else mistaken


_POOLS = ("max-pool", "mean-pool")


def _whole_maps_pooled(kind: str, *, replacing: bool) -> Mistake:
    """One number for each map before flattening, in place of the last pooling or after all."""

    def mistake(layers: Layers) -> Layers:
        kinds = [layer["kind"] for layer in layers]
        flat = kinds.index("flatten")
        ends = flat - 1 if replacing and kinds[flat - 1] in _POOLS else flat
        if replacing and ends == flat:
            return layers
        whole = {"kind": kind, "kernel": 1, "stride": 1, "whole": True}
        return [*layers[:ends], whole, *layers[flat:]]

    return mistake


_MISTAKES_IN_VALUES: Mapping[str, Mistake] = {
    "relu-forgotten": _without("relu"),
    "relu-forgotten-after-convolutions": _without_some_relu(before_flatten=True),
    "relu-forgotten-after-first-convolution": _without_relu_after_convolution(0),
    "relu-forgotten-after-second-convolution": _without_relu_after_convolution(1),
    "relu-forgotten-after-affine": _without_some_relu(before_flatten=False),
    "relu-after-last-layer": _appended("relu"),
    "mean-for-max": _changed(("max-pool",), lambda _: {"kind": "mean-pool"}),
    "max-for-mean": _changed(("mean-pool",), lambda _: {"kind": "max-pool"}),
    "flattened-channels-last": _changed(("flatten",), lambda _: {"channels_last": True}),
    **MORE_IN_VALUES,
}

_MISTAKES_IN_SHAPES: Mapping[str, Mistake] = {
    "pooling-forgotten": _without(*_POOLS),
    "pooling-with-stride-one": _changed(_POOLS, lambda _: {"stride": 1}),
    "same-for-valid": _same_padding,
    "padding-forgotten": _changed(("conv",), lambda _: {"padding": 0}),
    "padding-in-every-convolution": _with_padding_everywhere,
    "stride-forgotten": _changed(("conv",), lambda _: {"stride": 1}),
    "layers-without-bias": _changed(("conv", "affine"), lambda _: {"bias": False}),
    "first-convolution-without-bias": _without_one_bias("conv", 0),
    "second-convolution-without-bias": _without_one_bias("conv", 1),
    "first-affine-without-bias": _without_one_bias("affine", -2),
    "last-affine-without-bias": _without_one_bias("affine", -1),
    "pooling-rounded-up": _changed(_POOLS, lambda _: {"ceil": True}),
    "whole-maps-pooled": _whole_maps_pooled("mean-pool", replacing=True),
    **MORE_IN_SHAPES,
}
"""Mistakes that change the parameters too (or, where rounding hides them, the values alone)."""

_OTHER_WAYS: Mapping[str, Sequence[Mistake]] = {
    "whole-maps-pooled": (
        _whole_maps_pooled("mean-pool", replacing=False),
        _whole_maps_pooled("max-pool", replacing=True),
        _whole_maps_pooled("max-pool", replacing=False),
    ),
    **MORE_WAYS,
}
"""Other layers to which one of these mistakes leads."""

_MISTAKES = {**_MISTAKES_IN_VALUES, **_MISTAKES_IN_SHAPES}


def _mistaken(mistake: Mistake, layers: Layers) -> Layers:
    """The mistaken layers. Raises ShapeError where the mistake cannot be made."""
    changed = mistake(layers)
    if list(changed) == list(layers):
        raise ShapeError("a layer is needed in which the mistake can be made, but there is none")
    return changed


def _slip(key: str, mistake: Mistake, of: Callable[[Mistake], Function]) -> Slip:
    """The slip of a mistake in the layers: ``of`` gives what is worked out of mistaken ones."""
    others = _OTHER_WAYS.get(key, ())
    return Slip(key, of(mistake), other_ways=tuple(map(of, others)))


def _shapes_slip(key: str, mistake: Mistake) -> Slip:
    return _slip(
        key,
        mistake,
        lambda made: lambda in_shape, layers: parameter_shapes(in_shape, made(layers)),
    )


def _logits_slip(key: str, mistake: Mistake) -> Slip:
    return _slip(
        key,
        mistake,
        lambda made: lambda x, layers, arrays: logits(x, _mistaken(made, layers), arrays),
    )


def _loss_slip(key: str, mistake: Mistake) -> Slip:
    return _slip(
        key,
        mistake,
        lambda made: lambda x, y, layers, arrays: loss(x, y, _mistaken(made, layers), arrays),
    )


def _gradients_slip(key: str, mistake: Mistake) -> Slip:
    return _slip(
        key,
        mistake,
        lambda made: (
            lambda x, y, layers, arrays: loss_gradients(x, y, _mistaken(made, layers), arrays)
        ),
    )


def _one_size_slip(of: Callable[..., Any]) -> Slip:
    """One thing about the layers is not as asked, in each way that leads to a student's shapes."""
    first, *others = in_each_way(of)
    return Slip("one-size-not-as-asked", first, other_ways=tuple(others), last_resort=True)


# -- rules -----------------------------------------------------------------------------------------


def _of_kind(kind: str) -> Callable[..., tuple[Shape, ...]]:
    return lambda in_shape, layers: tuple(
        shape
        for layer, own, _ in layer_shapes(in_shape, layers)
        if layer["kind"] == kind
        for shape in own
    )


PARAMETER_SHAPES = Rule(
    "parameter-shapes",
    parameter_shapes,
    slips=(
        *(_shapes_slip(key, mistake) for key, mistake in _MISTAKES_IN_SHAPES.items()),
        Slip(
            "one-size-not-as-asked",
            lambda in_shape, layers, own_shapes: parameter_shapes(
                in_shape, of_one_size(in_shape, layers, own_shapes)
            ),
            last_resort=True,
        ),
        Slip(
            "sizes-not-as-asked",
            lambda in_shape, layers, own_shapes: parameter_shapes(
                in_shape, of_several_sizes(in_shape, layers, own_shapes)
            ),
            last_resort=True,
        ),
        channels_exchanged(),
        Slip("wrong-size-after-flattening", sizes_at_the_flattening, last_resort=True),
        Slip("layers-not-registered", lambda: (), other_ways=WITHOUT_ONE),
        Slip("convolutions-not-registered", _of_kind("affine")),
        Slip("affine-not-registered", _of_kind("conv")),
    ),
)


def _is_telling(scores: Array, truth: Array) -> bool:
    """Whether a program's own scores are wrong, but of the right shape, and tell images apart."""
    return (
        scores.shape == truth.shape
        and not np.allclose(scores, truth, rtol=_CLOSE, atol=_CLOSE)
        and _tells_apart(scores)
    )


def _tells_apart(scores: Array) -> bool:
    """Whether no image has the scores of the first one, and not all scores of an image are equal.

    Scores for which that is not so, such as zeros, show nothing of what is made of them.
    """
    return (
        scores.ndim == 2
        and not any(np.allclose(scores[0], row, atol=_CLOSE) for row in scores[1:])
        and bool(np.any(np.ptp(scores, axis=-1) > _CLOSE))
    )


_CLOSE = 1e-4


def _is_made_of_layers(scores_by_layer: Sequence[Array]) -> bool:
    """Whether scores depend on the parameters of more than half of the layers.

    Of the ``scores_by_layer`` the first are those of a model that has no parameters as given, each
    of the others those of one that has those of one layer. Who adds one number to all scores
    changes nothing by it. Scores that do not depend on the layers show nothing of what follows.
    """
    without, *by_layer = scores_by_layer
    if any(np.shape(each) != np.shape(without) for each in by_layer):
        return True  # it is a model of some kind
    changes = [each - without for each in by_layer]
    size = float(np.max(np.abs(without), initial=1.0))
    matter = [float(np.ptp(change)) > _CLOSE * size for change in changes]
    return 2 * sum(matter) > len(matter)


def _scores_carried(
    value: Any,
    x: Array,
    layers: Layers,
    arrays: Sequence[Array],
    own_together: Array,
    first: int,
    scores_by_layer: Sequence[Array] = (),
) -> bool:
    """Whether images have the scores that the program gives them in a larger batch."""
    if scores_by_layer and not _is_made_of_layers(scores_by_layer):
        return False
    found = np.asarray(value, dtype=np.float64)
    truth = logits(x, layers, arrays)
    rows = own_together[first : first + len(x)]
    return (
        found.shape == truth.shape == rows.shape
        and _tells_apart(own_together)
        and np.allclose(found, rows, rtol=_CLOSE, atol=_CLOSE)
    )


LOGITS = Rule(
    "logits",
    logits,
    carried=_scores_carried,
    slips=(
        *(_logits_slip(key, mistake) for key, mistake in _MISTAKES.items()),
        Slip(
            "probabilities-for-logits",
            lambda x, layers, arrays: softmax(logits(x, layers, arrays)),
            other_ways=(lambda x, layers, arrays: softmax(logits(x, layers, arrays).T).T,),
        ),
        Slip(
            "log-probabilities-for-logits",
            lambda x, layers, arrays: np.log(softmax(logits(x, layers, arrays))),
        ),
        _one_size_slip(logits),
        Slip(
            "sizes-not-as-asked",
            of_own_sizes(logits, of_several_sizes),
            last_resort=True,
        ),
        Slip("batch-size-hard-coded", logits, crashes=True),
        *logits_slips(),
    ),
)


@dataclass(frozen=True)
class _Loss:
    """A loss that is made of the scores in a wrong way, and its gradient by the scores."""

    of: Callable[[Array, Array], Any]
    gradient: Callable[[Array, Array], Array]


def _hot(s: Array, y: Array) -> Array:
    """1 at the true class of each image, 0 elsewhere: (N, classes)."""
    return one_hot(s.shape[-1], y).astype(np.float64)


def _right_gradient(s: Array, y: Array) -> Array:
    return np.asarray(logits_gradient(softmax(s), y) / len(y))


def _through_softmax(s: Array, by_probabilities: Array) -> Array:
    p = softmax(s)
    return np.asarray(p * (by_probabilities - np.sum(p * by_probabilities, -1, keepdims=True)))


def _each(s: Array, y: Array) -> Array:
    """The loss of each image by itself."""
    return np.array([cross_entropy(row, label) for row, label in zip(s, y, strict=True)])


def _over_batch(s: Array, y: Array) -> float:
    """The loss with a softmax along the images of the batch."""
    return float(-np.mean(np.sum(_hot(s, y) * np.log(softmax(s.T).T), axis=-1)))


def _over_batch_gradient(s: Array, y: Array) -> Array:
    hot = _hot(s, y)
    return np.asarray((softmax(s.T).T * hot.sum(axis=0) - hot) / len(y))


def _times(factor: Callable[[Array], float]) -> _Loss:
    """The right loss, but for a factor."""
    return _Loss(
        lambda s, y: cross_entropy(s, y) * factor(s),
        lambda s, y: _right_gradient(s, y) * factor(s),
    )


_LOSSES: Mapping[str, _Loss] = {
    "loss-summed-over-batch": _times(len),
    "loss-not-averaged": _Loss(_each, lambda s, y: _right_gradient(s, y) * len(y)),
    "loss-averaged-over-classes": _times(lambda s: 1 / s.shape[-1]),
    "log-sign-forgotten": _times(lambda _: -1),
    "softmax-over-batch": _Loss(_over_batch, _over_batch_gradient),
    "log-softmax-forgotten": _Loss(
        lambda s, y: -np.mean(np.sum(_hot(s, y) * s, -1)),
        lambda s, y: -_hot(s, y) / len(y),
    ),
    "logarithm-forgotten": _Loss(
        lambda s, y: -np.mean(np.sum(_hot(s, y) * softmax(s), -1)),
        lambda s, y: _through_softmax(s, -_hot(s, y) / len(y)),
    ),
}

_SOFTMAX_FIRST = _Loss(
    lambda s, y: cross_entropy(softmax(s), y),
    lambda s, y: _through_softmax(s, _right_gradient(softmax(s), y)),
)
_SOFTMAX_TWICE = _Loss(
    lambda s, y: _SOFTMAX_FIRST.of(softmax(s), y),
    lambda s, y: _through_softmax(s, _SOFTMAX_FIRST.gradient(softmax(s), y)),
)
_SOFTMAX_OF_BATCH_FIRST = _Loss(
    lambda s, y: cross_entropy(softmax(s.T).T, y),
    lambda s, y: _through_softmax(s.T, _right_gradient(softmax(s.T).T, y).T).T,
)


def _value(made: _Loss) -> Callable[..., Any]:
    return lambda x, y, layers, arrays: made.of(logits(x, layers, arrays), y)


def _gradients(made: _Loss) -> Callable[..., Any]:
    return lambda x, y, layers, arrays: parameter_gradients(
        x, layers, arrays, made.gradient(logits(x, layers, arrays), y)
    )


def _value_of_own_scores(made: _Loss) -> Callable[..., Any]:
    def wrong(own_scores: Array, y: Array) -> Any:
        if not _tells_apart(own_scores):
            raise ShapeError("scores are needed that tell the images and the classes apart")
        with np.errstate(all="ignore"):  # a program may give scores of any size
            return made.of(own_scores, y)

    return wrong


def _slips_of_loss(*ways: Callable[[_Loss], Callable[..., Any]]) -> tuple[Slip, ...]:
    first, *others = ways
    of_softmax = (_SOFTMAX_FIRST, _SOFTMAX_TWICE, _SOFTMAX_OF_BATCH_FIRST)
    of_scores, *softmax_ways = (way(made) for way in ways for made in of_softmax)
    return (
        Slip("probabilities-for-logits", of_scores, other_ways=tuple(softmax_ways)),
        *(
            Slip(key, first(made), other_ways=tuple(way(made) for way in others))
            for key, made in _LOSSES.items()
        ),
    )


def _loss_carried(
    value: Any,
    x: Array,
    y: Array,
    layers: Layers,
    arrays: Sequence[Array],
    own_scores: Array,
    scores_by_layer: Sequence[Array] = (),
) -> bool:
    """Whether a loss is the right one for the scores that the program gives."""
    if scores_by_layer and not _is_made_of_layers(scores_by_layer):
        return False
    return _is_telling(own_scores, logits(x, layers, arrays)) and np.allclose(
        np.asarray(value, dtype=np.float64), cross_entropy(own_scores, y), rtol=_CLOSE, atol=_CLOSE
    )


def _gradients_carried(
    value: Any,
    x: Array,
    layers: Layers,
    arrays: Sequence[Array],
    own_scores: Array,
    y: Array,
    own_loss: Array | None = None,
    own_shapes: Sequence[Shape] | None = None,
    scores_by_layer: Sequence[Array] = (),
) -> bool:
    """Whether the gradient by each parameter flows, of a program whose scores or loss are wrong.

    Where the scores are right, the gradients must be those of another loss of them.
    """
    if scores_by_layer and not _is_made_of_layers(scores_by_layer):
        return False
    found = np.asarray(value, dtype=np.float64)
    sizes = [np.size(array) for array in arrays]
    scores = logits(x, layers, arrays)
    if found.shape != (sum(sizes),):
        return False
    if own_loss is not None and _is_close(own_scores, scores):
        right = cross_entropy(scores, y)
        return not _is_close(own_loss, right) and _are_of_one_loss(found, x, layers, arrays)
    if not _is_telling(own_scores, scores):
        return False
    parts = zip(arrays, np.split(found, np.cumsum(sizes)[:-1]), strict=True)
    flows = [
        bool(np.any(part != 0))
        for array, part in parts
        if own_shapes is None or np.shape(array) in own_shapes
    ]
    return any(flows) and all(flows)


def _is_close(found: Array, truth: Any) -> bool:
    return np.shape(found) == np.shape(truth) and np.allclose(
        found, truth, rtol=_CLOSE, atol=_CLOSE
    )


def _are_of_one_loss(found: Array, x: Array, layers: Layers, arrays: Sequence[Array]) -> bool:
    """Whether gradients by all parameters are those of some loss of the scores.

    The last layer's, which are ``D.T @ h`` and the column sums of ``D``, tell the gradient ``D``
    (N, classes) by the scores; all others follow from it. A multiple of what a penalty on the
    parameters adds may come on top, as weight decay does.
    """
    weights = arrays[-2]
    classes, features = np.shape(weights)
    h = np.vstack((logits(x, layers[:-1], arrays).T, np.ones(len(x))))  # (features + 1, N)
    last = found[-classes * (features + 1) :]
    by_last = np.hstack((last[:-classes].reshape(classes, features), last[-classes:, None]))
    size = float(np.max(np.abs(found), initial=0.0))

    def is_one(direction: Callable[[Array], Array]) -> bool:
        added = [np.ravel(direction(np.asarray(array, dtype=np.float64))) for array in arrays]
        own = np.hstack((added[-2].reshape(classes, features), added[-1][:, None]))
        system = np.hstack((np.kron(np.eye(classes), h), own.reshape(-1, 1)))
        (*by_scores, decay), *_ = np.linalg.lstsq(system, by_last.reshape(-1), rcond=None)
        d = np.reshape(by_scores, (classes, len(x))).T
        of_loss = parameter_gradients(x, layers, arrays, d)
        whole = of_loss + decay * np.concatenate(added)
        return bool(
            np.max(np.abs(of_loss), initial=0.0) > _CLOSE
            and np.allclose(found, whole, rtol=1e-3, atol=1e-4 * max(size, 1.0))
        )

    return any(map(is_one, PENALTY_DIRECTIONS))


LOSS = Rule(
    "model-loss",
    loss,
    carried=_loss_carried,
    slips=(
        *(_loss_slip(key, mistake) for key, mistake in _MISTAKES.items()),
        *_slips_of_loss(_value, _value_of_own_scores),
        *other_losses(_tells_apart),
        _one_size_slip(loss),
        Slip("sizes-not-as-asked", of_own_sizes(loss, of_several_sizes), last_resort=True),
    ),
)

LOSS_GRADIENTS = Rule(
    "loss-gradients",
    loss_gradients,
    carried=_gradients_carried,
    slips=(
        *(_gradients_slip(key, mistake) for key, mistake in _MISTAKES.items()),
        # Where the true class is next to impossible, this gradient is next to none at all.
        *(
            replace(slip, last_resort=slip.key == "logarithm-forgotten")
            for slip in _slips_of_loss(_gradients)
        ),
        _one_size_slip(loss_gradients),
        Slip(
            "sizes-not-as-asked",
            of_own_sizes(loss_gradients, of_several_sizes),
            last_resort=True,
        ),
        Slip(
            "loss-without-gradient",
            lambda arrays: np.zeros(sum(np.size(array) for array in arrays)),
        ),
    ),
)
