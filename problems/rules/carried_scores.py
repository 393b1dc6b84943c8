"""What follows rightly from the wrong scores of a program: its own loss, and its gradients."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rules.losses import PENALTY_DIRECTIONS
from reference.model import (
    Layers,
    Shape,
    logits,
    parameter_gradients,
)
from reference.softmax import cross_entropy

Array = NDArray[Any]

_CLOSE = 1e-4
_SEVERAL = 3
"""Two layers, or two images, may be alike by chance."""


def _is_telling(scores: Array, truth: Array) -> bool:
    """Whether a program's own scores are wrong, but of the right shape, and tell images apart."""
    return (
        scores.shape == truth.shape
        and not np.allclose(scores, truth, rtol=_CLOSE, atol=_CLOSE)
        and tells_apart(scores)
    )


def tells_apart(scores: Array) -> bool:
    """Whether no image has the scores of the first one, and not all scores of an image are equal.

    Scores for which that is not so, such as zeros, show nothing of what is made of them.
    """
    return (
        scores.ndim == 2
        and not any(np.allclose(scores[0], row, atol=_CLOSE) for row in scores[1:])
        and bool(np.any(np.ptp(scores, axis=-1) > _CLOSE))
    )


def _is_made_of_layers(scores_by_layer: Sequence[Array]) -> bool:
    """Whether scores depend on the parameters of more than half of the layers.

    Of the ``scores_by_layer`` the first are those of a model that has no parameters as given, each
    of the others those of one that has those of one layer. Who adds one number to all scores
    changes nothing by it. Scores that do not depend on the layers show nothing of what follows; nor
    do those that all layers, or all images, change alike, as a sum of parameters times what is in
    an image: in a network each layer works on what comes out of the one before.
    """
    without, *by_layer = scores_by_layer
    if any(np.shape(each) != np.shape(without) for each in by_layer):
        return True  # it is a model of some kind
    changes = [each - without for each in by_layer]
    size = float(np.max(np.abs(without), initial=1.0))
    telling = [change for change in changes if float(np.ptp(change)) > _CLOSE * size]
    if 2 * len(telling) <= len(changes):
        return False
    of_layers = np.stack([change.ravel() for change in telling])
    of_images = np.concatenate(telling, axis=-1)
    return not (_are_multiples(of_layers) or _are_multiples(of_images))


def _are_multiples(rows: Array) -> bool:
    """Whether three rows or more are multiples of one another."""
    if len(rows) < _SEVERAL or not np.all(np.isfinite(rows)):
        return False
    sizes = np.linalg.svd(rows, compute_uv=False)
    return bool(sizes[1] <= _CLOSE * sizes[0])


def scores_carried(
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
        and tells_apart(own_together)
        and np.allclose(found, rows, rtol=_CLOSE, atol=_CLOSE)
    )


def loss_carried(
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


def gradients_carried(
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
