"""Mistakes in a model between its layers, and in what it is given: they change its scores alone.

``x`` (N, C, H, W) are the images, and ``arrays`` the parameters, of the shapes that were asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import erf
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import Slip
from problems.rules.model_mistakes import places_of
from reference.errors import ShapeError
from reference.model import Layers, logits
from reference.softmax import softmax

Array = NDArray[Any]
Made = Callable[[Array], Array]

_WITH_PARAMETERS = ("conv", "affine")


def _parts(layers: Layers, arrays: Sequence[Array], *kinds: str) -> list[Any]:
    """The layers between those of some kinds, each part with its own arrays."""
    if len(arrays) != 2 * len(places_of(layers, *_WITH_PARAMETERS)):
        raise ShapeError("weights and a bias of each layer are needed")
    ends = [*places_of(layers, *kinds), len(layers)]
    parts, begin, used = [], 0, 0
    for end in ends:
        part = layers[begin:end]
        count = 2 * len(places_of(part, *_WITH_PARAMETERS))
        parts.append((part, arrays[used : used + count]))
        begin, used = end + 1, used + count
    return parts


def _scores(
    made: Made, *kinds: str, chosen: Callable[[int, int], bool] = lambda number, of: True
) -> Callable[..., Any]:
    """The scores where something else is made in place of layers of these kinds, or of some."""

    def wrong(x: Array, layers: Layers, arrays: Sequence[Array]) -> Any:
        first, *rest = _parts(layers, arrays, *kinds)
        if not rest:
            raise ShapeError(f"a layer is needed among {kinds}")
        h = logits(x, *first)
        for number, (part, own) in enumerate(rest):
            is_flat = h.ndim == 2
            if chosen(number, len(rest)):
                h = made(h)
            else:
                h = np.maximum(h, 0)
            if is_flat and h.ndim != 2:
                raise ShapeError("a vector for each image is needed")
            h = logits(h, part, own) if part else h
        return h

    return wrong


def _of_images(change: Made) -> Callable[..., Any]:
    """The scores of other images."""

    def wrong(x: Array, layers: Layers, arrays: Sequence[Array]) -> Any:
        other = change(np.asarray(x, np.float64))
        if other.shape == np.shape(x) and np.array_equal(other, x):
            raise ShapeError("images are needed that the mistake changes")
        return logits(other, layers, arrays)

    return wrong


def _of_scores(change: Made) -> Callable[..., Any]:
    return lambda x, layers, arrays: change(logits(x, layers, arrays))


def _sigmoid(z: Array) -> Array:
    return np.asarray((1 + np.tanh(z / 2)) / 2)


def _gelu(z: Array) -> Array:
    return np.asarray(z * (1 + np.vectorize(erf)(z / np.sqrt(2))) / 2)


def _elu(z: Array) -> Array:
    return np.where(z > 0, z, np.expm1(np.minimum(z, 0)))


def _leaky(slope: float) -> Made:
    return lambda z: np.where(z > 0, z, slope * z)


_ACTIVATIONS: Sequence[Made] = (
    *(_sigmoid, np.tanh, _leaky(0.01), _leaky(0.1), _leaky(0.2), _elu, _gelu),
    *(lambda z: z * _sigmoid(z), lambda z: np.logaddexp(0, z), np.abs),
    *(lambda z: np.clip(z, 0, 6), lambda z: np.minimum(z, 0), lambda z: softmax(z)),
)


def _mixed(read: Callable[[Array], Array]) -> Made:
    """Maps read into a row for each image, with others' numbers in it, if there are others."""

    def made(h: Array) -> Array:
        if len(h) < 2:
            return h.reshape(len(h), -1)
        return read(h).reshape(len(h), -1)

    return made


def _standardised(axes: tuple[int, ...], ddof: int) -> Made:
    def made(x: Array) -> Array:
        spread = x.std(axis=axes, ddof=ddof, keepdims=True)
        return np.asarray((x - x.mean(axis=axes, keepdims=True)) / spread)

    return made


_ALL_OR_EACH = ((0, 1, 2, 3), (1, 2, 3))
"""The axes of all images together, and of each by itself."""


def _read_as_last(x: Array) -> Array:
    """Images read as though they came with the channels last."""
    n, c, h, w = x.shape
    return np.moveaxis(x.reshape(n, h, w, c), -1, 1)


def _turned_and_read(x: Array) -> Array:
    """Images with the channels last, read as though they came with them first."""
    return np.moveaxis(x, 1, -1).reshape(x.shape)


def _kernels_flipped(x: Array, layers: Layers, arrays: Sequence[Array]) -> Any:
    flipped = [np.flip(a, (-2, -1)) if np.ndim(a) == 4 else a for a in arrays]
    return logits(x, layers, flipped)


def _padded(sides: Callable[[int], tuple[int, int]], mode: Any = "constant") -> Callable[..., Any]:
    """The scores where convolutions pad their maps with other cells, or on other sides."""

    def wrong(x: Array, layers: Layers, arrays: Sequence[Array]) -> Any:
        if not any(layers[at]["padding"] for at in places_of(layers, "conv")):
            raise ShapeError("a padding is needed")
        h, rest = np.asarray(x, np.float64), list(arrays)
        for layer in layers:
            own = [rest.pop(0) for _ in range(2)] if layer["kind"] in _WITH_PARAMETERS else []
            if layer["kind"] == "conv":
                around = sides(layer["padding"])
                h = np.pad(h, ((0, 0), (0, 0), around, around), mode=mode)
                layer = {**layer, "padding": 0}  # noqa: PLW2901  (its cells are there)
            h = logits(h, [layer], own)
        return h

    return wrong


def logits_slips() -> tuple[Slip, ...]:
    """The slips of scores alone."""
    behind = _scores(_sigmoid, "relu", chosen=lambda number, of: number == of - 1)
    return (
        _slip(
            "another-activation",
            *(_scores(each, "relu") for each in _ACTIVATIONS),
            behind,
            _scores(np.tanh, "relu", chosen=lambda number, of: number == of - 1),
            _scores(_sigmoid, "relu", chosen=lambda number, of: number < of - 1),
            _scores(np.tanh, "relu", chosen=lambda number, of: number < of - 1),
        ),
        _slip(
            "images-rescaled",
            *map(
                _of_images,
                (
                    *(lambda x: x / 255, lambda x: x * 255, lambda x: x / 256),
                    *(lambda x: 2 * x - 1, lambda x: (x - 0.1307) / 0.3081, lambda x: x - 0.5),
                    *(lambda x: x - x.mean(), lambda x: x / np.abs(x).max()),
                    *(_standardised(axes, ddof) for axes in _ALL_OR_EACH for ddof in (0, 1)),
                    *(lambda x: (x - x.min()) / np.ptp(x), lambda x: np.clip(x, 0, 1)),
                ),
            ),
        ),
        _slip(
            "images-transposed",
            _of_images(lambda x: np.swapaxes(x, 2, 3)),
            _scores(lambda h: np.swapaxes(h, 2, 3).reshape(len(h), -1), "flatten"),
        ),
        _slip("channels-read-last", _of_images(_read_as_last), _of_images(_turned_and_read)),
        _slip(
            "images-mixed",
            _scores(_mixed(lambda h: h.reshape(-1, len(h)).T), "flatten"),
            _scores(_mixed(lambda h: np.moveaxis(h, 0, -1)), "flatten"),
            _scores(_mixed(lambda h: np.swapaxes(h, 0, 1)), "flatten"),
            _of_images(lambda x: np.swapaxes(x, 0, 1).reshape(x.shape)),
            _of_images(lambda x: np.moveaxis(x, 0, -1).reshape(x.shape)),
        ),
        _slip("kernel-flipped", _kernels_flipped),
        _slip(
            "padded-in-another-way",
            *(_padded(lambda p: (p, p), mode) for mode in ("reflect", "edge", "wrap", "symmetric")),
        ),
        _slip(
            "padding-elsewhere",
            *(_padded(sides) for sides in (lambda p: (0, 2 * p), lambda p: (2 * p, 0))),
        ),
        _slip("batch-of-one-squeezed", _of_scores(np.squeeze)),
        _slip("scores-transposed", _of_scores(np.transpose)),
        _slip("classes-for-scores", _of_scores(lambda s: np.argmax(s, axis=-1))),
        _slip("sigmoid-of-logits", _of_scores(_sigmoid)),
    )


def _slip(key: str, *ways: Callable[[Array, Layers, Sequence[Array]], Any]) -> Slip:
    def made(way: Callable[[Array, Layers, Sequence[Array]], Any]) -> Callable[..., Any]:
        def wrong(x: Array, layers: Layers, arrays: Sequence[Array]) -> Any:
            with np.errstate(all="ignore"):  # images that are all alike have no spread
                return way(x, layers, arrays)

        return wrong

    first, *others = map(made, ways)
    return Slip(key, first, other_ways=tuple(others))
