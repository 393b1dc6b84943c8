"""Mistakes along one axis in where windows lie, and in what a kernel meets there.

The slips take a vector x (N,), a kernel w (K,), perhaps a bias, and the geometry.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import Function, Slip
from reference.errors import ShapeError
from reference.geometry import PLAIN, Geometry
from reference.padding import pad

Array = NDArray[Any]
Sizing = Callable[[int, int, int, int, int], int]
"""A number by the cells of the vector, those of the kernel, stride, padding and dilation."""

WIDEST = 8
"""So many cells of padding are tried in place of those that were asked for."""
_GOING_ON: dict[str, Any] = {"mirror": "symmetric", "reflect": "reflect", "circular": "wrap"}
"""What NumPy calls the modes in which it goes on copying."""


def slips_of_vectors(function: Function) -> tuple[Slip, ...]:
    """The slips of a convolution or cross-correlation of a vector with a kernel."""
    return (
        *_other_paddings(function),
        *_other_steps(function),
        *_other_kernels(function),
        *_other_outputs(function),
    )


def _made(key: str, first: Function, *others: Function, last_resort: bool = False) -> Slip:
    return Slip(key, first, other_ways=others, last_resort=last_resort)


def _of(
    function: Function, change: Callable[[Array, Array, Geometry], tuple[Any, Any, Any]]
) -> Function:
    """The function of another vector, kernel and geometry."""

    def wrong(x: Array, w: Array, bias: Any = None, geometry: Geometry = PLAIN) -> Any:
        require_vectors(x, w)
        x, w, geometry = change(np.asarray(x), np.asarray(w), geometry)
        return function(x, w, bias, geometry)

    return wrong


def require_vectors(x: Any, w: Any) -> None:
    """Raises ShapeError where there are channels, or the kernel is a number."""
    if np.ndim(x) != 1 or np.ndim(w) != 1:
        raise ShapeError(f"two vectors are needed, but {np.shape(x)} and {np.shape(w)} came")


def padded(x: Array, geometry: Geometry) -> Array:
    """The vector with the cells that are added to it."""
    return pad(x, geometry.padding, geometry.mode, axes=(-1,))


def bare(geometry: Geometry) -> Geometry:
    """The same without the padding, of which the vector has its cells already."""
    return geometry.but(padding=0, mode="zero")


# -- how much is padded ----------------------------------------------------------------------------


def padded_by(function: Function, pair: Callable[[int, int, Any], tuple[int, int]]) -> Function:
    """With other numbers of cells before and after, by those of the kernel, of its span and ``p``.

    A pair that is the one that was asked for is no mistake. Cells that are copied go on from the
    other end where there are more of them than the vector has.
    """

    def change(x: Array, w: Array, geometry: Any) -> tuple[Any, Any, Any]:
        span = (len(w) - 1) * geometry.dilation + 1
        width = geometry.padding
        cells = pair(len(w), span, width)
        if not isinstance(width, int) or min(cells) < 0:
            raise ShapeError("one number of cells is needed that both sides have")
        if max(cells) >= len(x) > 1 and geometry.mode in _GOING_ON:
            return np.pad(x, cells, _GOING_ON[geometry.mode]), w, bare(geometry)
        return x, w, geometry.but(padding=[cells])

    return _of(function, change)


def halves(padding: int) -> Iterator[tuple[int, int]]:
    """The two sides between which a padding is split, in each way."""
    less, more = padding // 2, padding - padding // 2
    yield from dict.fromkeys(((less, more), (more, less), (less, less)))


def _half(place: int) -> Callable[[int, int, Any], tuple[int, int]]:
    def pair(kernel: int, span: int, padding: int) -> tuple[int, int]:
        found = list(halves(padding))
        if padding < 2 or place >= len(found):
            raise ShapeError(f"a padding is needed that can be split, but {padding} came")
        return found[place]

    return pair


def other_width(cells: int) -> Callable[[int, int, Any], tuple[int, int]]:
    """A number of cells on each side that nobody asks for."""

    def pair(kernel: int, span: int, padding: int) -> tuple[int, int]:
        if cells in (padding, 2 * padding):
            raise ShapeError("another number of cells is needed")
        return cells, cells

    return pair


def same_widths() -> tuple[Callable[[int, int, Any], tuple[int, int]], ...]:
    """Half of the kernel, or of its span, on each side: "same" as it is often written."""
    return (
        lambda kernel, span, _: (kernel // 2, kernel // 2),
        lambda kernel, span, _: ((kernel - 1) // 2, (kernel - 1) // 2),
        lambda kernel, span, _: (span // 2, span // 2),
        lambda kernel, span, _: ((span - 1) // 2, (span - 1) // 2),
    )


def same_pairs() -> tuple[Callable[[int, int, Any], tuple[int, int]], ...]:
    """Cells on each side that make the output as long as the input, with the odd one on either."""
    return (
        lambda kernel, span, _: ((kernel - 1) // 2, kernel // 2),
        lambda kernel, span, _: (kernel // 2, (kernel - 1) // 2),
    )


def doubled(kernel: int, span: int, padding: int) -> tuple[int, int]:
    """The 2p of the formula for sizes, on each side."""
    return 2 * padding, 2 * padding


def _other_paddings(function: Function) -> tuple[Slip, ...]:
    def swapped(name: str) -> Function:
        def change(x: Array, w: Array, geometry: Any) -> tuple[Any, Any, Any]:
            width, other = geometry.padding, getattr(geometry, name)
            if width == 0 or (name == "dilation" and other == 1):
                raise ShapeError(f"a padding and a {name} are needed to swap them")
            return x, w, geometry.but(padding=other, **{name: width})

        return _of(function, change)

    return (
        _made("padding-doubled", padded_by(function, doubled)),
        _made("padding-halved", *(padded_by(function, _half(place)) for place in range(3))),
        _made("padding-and-stride-swapped", swapped("stride")),
        _made("padding-and-dilation-swapped", swapped("dilation")),
        _made(
            "padding-of-another-width",
            *(padded_by(function, other_width(cells)) for cells in range(1, WIDEST + 1)),
            last_resort=True,
        ),
    )


# -- how far it is from one window to the next, and from one tap to the next -----------------------


def _other_steps(function: Function) -> tuple[Slip, ...]:
    def stepping(**steps: Callable[[int, int, int], int]) -> Function:
        """With other steps, by stride, dilation and kernel; where that changes nothing, none."""

        def change(x: Array, w: Array, geometry: Any) -> tuple[Any, Any, Any]:
            numbers = (geometry.stride, geometry.dilation, len(w))
            changes = {name: step(*numbers) for name, step in steps.items()}
            return x, w, geometry.but(**changes)

        return _of(function, change)

    def thinned(*, after_padding: bool, by: str) -> Function:
        def change(x: Array, w: Array, geometry: Any) -> tuple[Any, Any, Any]:
            step = getattr(geometry, by)
            if step == 1:
                raise ShapeError(f"a {by} is needed, but 1 came")
            if after_padding:
                return padded(x, geometry)[::step], w, bare(geometry).but(**{by: 1})
            return x[::step], w, geometry.but(**{by: 1})

        return _of(function, change)

    def late(cells: Callable[[int], int], *, as_many: bool) -> Function:
        """All windows so many cells later, as many as before or as many as fit."""

        def wrong(x: Array, w: Array, bias: Any = None, geometry: Any = PLAIN) -> Any:
            require_vectors(x, w)
            later = cells(geometry.stride)
            if later < 1:
                raise ShapeError("windows that begin later are needed")
            wide = padded(np.asarray(x), geometry)[later:]
            if as_many:
                wide = np.append(wide, np.zeros(later))
            return function(wide, w, bias, bare(geometry))

        return wrong

    return (
        _made(
            "windows-side-by-side",
            stepping(stride=lambda s, d, k: k),
            stepping(stride=lambda s, d, k: (k - 1) * d + 1),
        ),
        _made("stride-times-dilation", stepping(stride=lambda s, d, k: s * d)),
        _made("stride-applied-twice", stepping(stride=lambda s, d, k: s * s)),
        _made("dilation-applied-twice", stepping(dilation=lambda s, d, k: d * d)),
        _made("dilation-one-less", stepping(dilation=lambda s, d, k: d - (d > 2))),
        _made(
            "vector-thinned",
            thinned(after_padding=True, by="stride"),
            thinned(after_padding=False, by="stride"),
            thinned(after_padding=False, by="dilation"),  # after it: stride times dilation
        ),
        _made(
            "windows-begin-late",
            late(lambda _: 1, as_many=False),
            late(lambda _: 1, as_many=True),
            late(lambda stride: stride - 1, as_many=False),
            last_resort=True,
        ),
    )


# -- what the kernel is ----------------------------------------------------------------------------


def _other_kernels(function: Function) -> tuple[Slip, ...]:
    def of_kernel(change: Callable[[Array], Any]) -> Function:
        return _of(function, lambda x, w, geometry: (x, change(w), geometry))

    def spread(change: Callable[[Array, int], Any]) -> Function:
        def changed(x: Array, w: Array, geometry: Any) -> tuple[Any, Any, Any]:
            if geometry.dilation == 1:
                raise ShapeError("a dilation is needed to spread the kernel, but 1 came")
            return x, change(w, geometry.dilation), geometry.but(dilation=1)

        return _of(function, changed)

    def but_one(place: int) -> Callable[[Array], Array]:
        def without(w: Array) -> Array:
            rest = np.array(w)
            rest[place] = 0
            return rest

        return without

    def of_shorter(part: slice) -> Function:
        """With a kernel that has an entry less, for which there is room once more."""

        def wrong(x: Array, w: Array, bias: Any = None, geometry: Any = PLAIN) -> Any:
            require_vectors(x, w)
            if len(w) > 1:
                return function(x, np.asarray(w)[part], bias, geometry)
            beyond = len(padded(np.asarray(x), geometry)) + geometry.dilation - 1
            return np.zeros(beyond // geometry.stride + 1)

        return wrong

    def of_windows(value: Callable[[Array, Array], Any]) -> Function:
        """What is made of each window and the kernel, as it lies on it."""

        def wrong(x: Array, w: Array, bias: Any = None, geometry: Any = PLAIN) -> Any:
            require_vectors(x, w)
            w = np.asarray(w)
            each = [function(x, row, None, geometry) for row in np.eye(len(w), dtype=w.dtype)]
            windows = np.stack(each, axis=-1)
            with np.errstate(divide="ignore", invalid="ignore"):
                found = [value(window, w) for window in windows]
            return np.asarray(found) + (0 if bias is None else bias)

        return wrong

    def correlation(window: Array, w: Array) -> Any:
        a, b = window - np.mean(window), w - np.mean(w)
        return np.sum(a * b) / (np.linalg.norm(a) * np.linalg.norm(b))

    return (
        _made("kernel-entries-repeated", spread(np.repeat)),
        _made(
            "zeros-after-every-entry",
            spread(lambda w, step: np.kron(w, np.eye(1, step, dtype=w.dtype)[0])),
            spread(lambda w, step: np.kron(w, np.eye(1, step, step - 1, dtype=w.dtype)[0])),
        ),
        _made(
            "kernel-rotated",
            of_kernel(lambda w: np.roll(w, 1)),
            of_kernel(lambda w: np.roll(w, -1)),
            of_kernel(lambda w: np.roll(np.flip(w), 1)),
            of_kernel(lambda w: np.roll(np.flip(w), -1)),
        ),
        _made(
            "tap-left-out",
            of_kernel(but_one(-1)),
            of_kernel(but_one(0)),
            of_shorter(slice(1, None)),
            of_shorter(slice(None, -1)),
            of_kernel(lambda w: np.append(w[1:], 0)),  # the rest begins a cell too early
            of_kernel(lambda w: np.append(0, w[:-1])),
        ),
        _made(
            "kernel-left-out",
            of_kernel(np.ones_like),
            of_kernel(lambda w: np.ones(len(w)) / len(w)),
        ),
        _made(
            "means-subtracted",
            of_kernel(lambda w: w - np.mean(w)),
            of_kernel(lambda w: (w - np.mean(w)) / len(w)),
            of_kernel(lambda w: (w - np.mean(w)) / max(len(w) - 1, 1)),
            _of(function, lambda x, w, geometry: (x - np.mean(x), w, geometry)),
            of_windows(correlation),
        ),
        _made(
            "products-of-sums",
            of_windows(lambda window, w: np.sum(window) * np.sum(w)),
        ),
        _made(
            "maximum-for-sum",
            of_windows(lambda window, w: np.max(window * w)),
            of_windows(lambda window, _: np.max(window)),
        ),
    )


# -- which outputs there are -----------------------------------------------------------------------


def _other_outputs(function: Function) -> tuple[Slip, ...]:
    def of_full(begin: Sizing, count: Sizing) -> Function:
        """Some of the outputs that there are where a part of the kernel lies on the vector."""

        def wrong(x: Array, w: Array, bias: Any = None, geometry: Any = PLAIN) -> Any:
            require_vectors(x, w)
            wide = padded(np.asarray(x), geometry)
            beyond = (len(w) - 1) * geometry.dilation
            full = function(wide, w, bias, bare(geometry).but(stride=1, padding=beyond))
            sizes = (len(wide), beyond + 1, geometry.stride, geometry.padding, geometry.dilation)
            first = begin(*sizes)
            return full[first : first + count(*sizes)][:: geometry.stride]

        return wrong

    def with_room(places: Callable[[int, int, int, int, Any], int]) -> Function:
        """The right outputs, and after them zeros up to so many places."""

        def wrong(x: Array, w: Array, bias: Any = None, geometry: Any = PLAIN) -> Any:
            require_vectors(x, w)
            right = function(x, w, bias, geometry)
            wide = len(padded(np.asarray(x), geometry))
            more = places(len(x), wide, len(w), geometry.stride, geometry) - len(right)
            if more < 2:  # one place too many has a name of its own
                raise ShapeError("more places are needed than there are outputs")
            return np.pad(right, (0, more))

        return wrong

    def at_their_starts(x: Array, w: Array, bias: Any = None, geometry: Any = PLAIN) -> Any:
        require_vectors(x, w)
        if geometry.stride == 1:
            raise ShapeError("a stride is needed to leave places empty, but 1 came")
        every = function(x, w, bias, geometry.but(stride=1))
        found = np.zeros_like(every)
        found[:: geometry.stride] = every[:: geometry.stride]
        return found

    def to_minus_zero(x: Array, w: Array, bias: Any = None, geometry: Any = PLAIN) -> Any:
        """``full[k - 1 : -(k - 1)]``, of which nothing is left where the kernel has one entry."""
        require_vectors(x, w)
        right = function(x, w, bias, geometry)
        return right[:0] if len(w) == 1 else right

    def fewer(count: Sizing) -> Function:
        """Only so many of the outputs."""

        def wrong(x: Array, w: Array, bias: Any = None, geometry: Any = PLAIN) -> Any:
            require_vectors(x, w)
            right = function(x, w, bias, geometry)
            span = (len(w) - 1) * geometry.dilation + 1
            numbers = (len(x), span, geometry.stride, geometry.padding, geometry.dilation)
            kept = count(*numbers)
            if kept >= len(right):
                raise ShapeError("fewer outputs than there are are needed")
            return right[: max(kept, 0)]

        return wrong

    def unpadded(n: int, span: int, stride: int, padding: int, dilation: int) -> int:
        return (n - span) // stride + 1

    return (
        _made(
            "full-cut-elsewhere",
            of_full(lambda *_: 0, lambda n, k, *_: n - k + 1),
            of_full(lambda *_: 0, lambda n, k, *_: n),
            of_full(lambda n, k, *_: 2 * (k - 1), lambda n, k, *_: n - k + 1),
            of_full(lambda n, k, *_: k, lambda n, k, *_: n - k + 1),
            of_full(lambda n, k, *_: max(k - 2, 0), lambda n, k, *_: n - k + 1),
            last_resort=True,
        ),
        _made(
            "places-left-at-zero",
            with_room(lambda n, wide, k, s, g: wide - (k - 1) * g.dilation),
            with_room(lambda n, wide, k, s, g: n),
            with_room(lambda n, wide, k, s, g: wide),
            with_room(lambda n, wide, k, s, g: (wide - k) // s + 1),
            with_room(lambda n, wide, k, s, g: wide - k + 1),
            with_room(lambda n, wide, k, s, g: n // s),
            with_room(lambda n, wide, k, s, g: wide // s),
            with_room(lambda n, wide, k, s, g: -(-wide // s)),
        ),
        _made("outputs-at-their-starts", at_their_starts),
        _made("slice-to-minus-zero", to_minus_zero),
        _made("outputs-counted-without-padding", fewer(unpadded)),
    )
