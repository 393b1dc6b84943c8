"""Losses that are made of the right scores, or of the program's own ones, in other ways than asked.

Scores are (N, classes), classes ``y`` (N,). What these losses hand back to the parameters is judged
as the gradient of some loss.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import Slip
from problems.rules.gradients import DECAYS
from reference.errors import ShapeError
from reference.softmax import one_hot, softmax

Array = NDArray[Any]
Value = Callable[[Array, Array], Any]


def other_losses(tells_apart: Callable[[Array], bool]) -> tuple[Slip, ...]:
    """The slips of a loss; ``tells_apart`` says whether scores show what is made of them."""

    def slip(key: str, *values: Value) -> Slip:
        def made(value: Value) -> Callable[..., Any]:
            def wrong(own_scores: Array, y: Array) -> Any:
                _check(own_scores, y)
                with np.errstate(all="ignore"):  # a probability may be next to 0
                    return value(own_scores, y)

            return wrong

        first, *others = map(made, values)
        return Slip(key, first, other_ways=tuple(others))

    def penalised(rate: float, size: Callable[[Sequence[Array]], float]) -> Callable[..., Any]:
        def wrong(own_scores: Array, y: Array, arrays: Sequence[Array]) -> Any:
            _check(own_scores, y)
            right, penalty = np.mean(_each(own_scores, y)), rate * size(arrays)
            if penalty <= _LEAST_PENALTY * max(float(right), 1.0):
                raise ShapeError("a penalty is needed that can be told from none")
            return right + penalty

        return wrong

    def _check(own_scores: Array, y: Array) -> None:
        if not tells_apart(own_scores) or len(own_scores) != len(y):
            raise ShapeError("scores are needed that tell the images and the classes apart")

    penalties = [penalised(rate, size) for rate in DECAYS for size in _PENALTIES]
    return (
        slip("loss-divided-again", lambda s, y: np.mean(_each(s, y)) / len(y)),
        slip(
            "columns-of-all-classes",
            lambda s, y: -np.mean(_log_softmax(s)[:, y]),
            lambda s, y: -np.sum(_log_softmax(s)[:, y]) / len(y),
            lambda s, y: -np.sum(_log_softmax(s)[:, y]),
        ),
        slip("binary-cross-entropy", *_of_each_class(_binary)),
        slip("squared-error", *_of_each_class(_squared)),
        slip("one-class-ignored", *_without_a_class()),
        slip("divided-by-another-number", *_divided()),
        slip("label-smoothing", *map(_smoothed, (0.1, 0.2, 0.05, 0.01))),
        slip(
            "logarithm-of-another-base",
            lambda s, y: np.mean(_each(s, y)) / np.log(2),
            lambda s, y: np.mean(_each(s, y)) / np.log(10),
        ),
        slip("mean-inside-logarithm", lambda s, y: -np.log(np.mean(np.exp(-_each(s, y))))),
        slip("classes-ignored", lambda s, _: -np.mean(np.max(_log_softmax(s), axis=1))),
        slip(
            "entropy-for-cross-entropy",
            lambda s, _: -np.mean(np.sum(softmax(s) * _log_softmax(s), axis=1)),
        ),
        slip("one-image-alone", lambda s, y: _each(s, y)[0], lambda s, y: _each(s, y)[-1]),
        slip(
            "accuracy-for-loss",
            lambda s, y: np.mean(np.argmax(s, axis=1) == y),
            lambda s, y: np.mean(np.argmax(s, axis=1) != y),
        ),
        slip("hinge-loss", *_hinges()),
        slip(
            "maximum-taken-off-in-part",
            lambda s, y: np.mean(_each(s, y) - np.max(s, axis=1)),
            lambda s, y: np.mean(_each(s, y) + np.max(s, axis=1)),
        ),
        slip(
            "softmax-over-everything",
            lambda s, y: np.logaddexp.reduce(np.ravel(s)) - np.mean(s[np.arange(len(y)), y]),
        ),
        slip(
            "classes-shifted",
            lambda s, y: np.mean(_each(s, (y + 1) % s.shape[1])),
            lambda s, y: np.mean(_each(s, (y - 1) % s.shape[1])),
        ),
        slip("classes-weighted", *_weighted()),
        Slip("weight-penalty", penalties[0], other_ways=tuple(penalties[1:])),
    )


PENALTY_DIRECTIONS: Sequence[Callable[[Array], Array]] = (
    lambda a: a,
    lambda a: a if np.ndim(a) > 1 else np.zeros_like(a),
    np.sign,
    lambda a: np.sign(a) if np.ndim(a) > 1 else np.zeros_like(a),
    lambda a: a / (np.linalg.norm(np.ravel(a)) or 1.0),
    lambda a: a if np.ndim(a) == 2 else np.zeros_like(a),
)
"""Where the gradients of `_PENALTIES` point, in that order, for each array of parameters."""
_LEAST_PENALTY = 2e-3
_PENALTIES: Sequence[Callable[[Sequence[Array]], float]] = (
    lambda arrays: sum(float(np.sum(np.square(a))) for a in arrays),
    lambda arrays: sum(float(np.sum(np.square(a))) for a in arrays if np.ndim(a) > 1),
    lambda arrays: sum(float(np.sum(np.abs(a))) for a in arrays),
    lambda arrays: sum(float(np.sum(np.abs(a))) for a in arrays if np.ndim(a) > 1),
    lambda arrays: sum(float(np.linalg.norm(np.ravel(a))) for a in arrays),
    lambda arrays: sum(float(np.sum(np.square(a))) for a in arrays if np.ndim(a) == 2),
)


def _log_softmax(s: Array) -> Array:
    above = s - np.max(s, axis=-1, keepdims=True)
    return np.asarray(above - np.log(np.sum(np.exp(above), axis=-1, keepdims=True)))


def _each(s: Array, y: Array) -> Array:
    """The right loss of each image by itself."""
    return -_log_softmax(s)[np.arange(len(y)), y]


def _hot(s: Array, y: Array) -> Array:
    return one_hot(s.shape[-1], y).astype(np.float64)


def _of_each_class(error: Callable[[Array, Array], Iterator[Array]]) -> Iterator[Value]:
    """Errors of all classes of all images: (N, classes), averaged or summed in each usual way."""

    def value(number: int, total: Callable[[Array], Any]) -> Value:
        return lambda s, y: total(list(error(s, _hot(s, y)))[number])

    for number in range(len(list(error(np.zeros((1, 2)), np.zeros((1, 2)))))):
        yield value(number, np.mean)
        yield value(number, lambda e: np.sum(e) / len(e))
        yield value(number, np.sum)
        yield value(number, lambda e: np.mean(e) / 2)
        yield value(number, lambda e: np.sum(e) / len(e) / 2)


def _divided() -> Iterator[Value]:
    """The sum, or the mean, divided by a size of batches or of data sets that people write down."""

    def value(total: Callable[[Array], Any], number: int) -> Value:
        def made(s: Array, y: Array) -> Any:
            if number == len(y):
                raise ShapeError("another number than that of the images is needed")
            return total(_each(s, y)) / number

        return made

    for number in (2, 4, 8, 10, 16, 20, 32, 50, 64, 100, 128, 256, 512, 1000):
        yield value(np.sum, number)
        yield value(np.mean, number)


def _without_a_class() -> Iterator[Value]:
    """The images of the first or the last class left out, of the sum or of the mean."""

    def value(place: int, *, counts: bool) -> Value:
        def made(s: Array, y: Array) -> Any:
            kept = _each(s, y)[y != place % s.shape[1]]
            return np.sum(kept) / len(y) if counts else np.mean(kept) if len(kept) else np.nan

        return made

    for place in (0, -1):
        yield value(place, counts=False)
        yield value(place, counts=True)


def _weighted() -> Iterator[Value]:
    """Weights by how many images of the batch a class has, in each usual way to take the mean."""

    def value(power: float, total: Callable[[Array, Array], Any]) -> Value:
        def made(s: Array, y: Array) -> Any:
            number = np.bincount(y)[y]
            if np.ptp(number) == 0:
                raise ShapeError("classes are needed of which one has more images than another")
            return total(_each(s, y), number**power)

        return made

    for power in (-1.0, -0.5, 1.0):
        yield value(power, lambda each, weight: np.sum(weight * each) / np.sum(weight))
    yield value(-1.0, lambda each, weight: np.mean(weight * each))
    yield value(-1.0, lambda each, weight: np.sum(weight * each))


def _binary(s: Array, hot: Array) -> Iterator[Array]:
    p = softmax(s)
    tiny = 1e-300
    yield np.logaddexp(0, s) - hot * s
    yield -(hot * np.log(p + tiny) + (1 - hot) * np.log(1 - p + tiny))
    yield np.logaddexp(0, p) - hot * p


def _squared(s: Array, hot: Array) -> Iterator[Array]:
    yield np.square(softmax(s) - hot)
    yield np.square(s - hot)
    yield np.abs(softmax(s) - hot)
    yield np.abs(s - hot)


def _smoothed(part: float) -> Value:
    def value(s: Array, y: Array) -> Any:
        log_p = _log_softmax(s)
        return (1 - part) * np.mean(_each(s, y)) - part * np.mean(log_p)

    return value


def _hinges() -> Iterator[Value]:
    def margins(s: Array, y: Array) -> Array:
        true = s[np.arange(len(y)), y][:, None]
        return np.where(_hot(s, y) > 0, 0, np.maximum(0, 1 - true + s))

    yield lambda s, y: np.mean(np.sum(margins(s, y), axis=1))
    yield lambda s, y: np.mean(margins(s, y))
    yield lambda s, y: np.mean(np.max(margins(s, y), axis=1))
