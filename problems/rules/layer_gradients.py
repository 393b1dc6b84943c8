"""Slips of the backward pass of a layer: of the gradients by input, kernel, weight and bias."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import Function, Slip
from problems.rules.convolution import cells
from problems.rules.extras import back_through, clipped
from problems.rules.filled_gradients import of_filled_input
from problems.rules.gradients import input_gradient_slips, truncated_as_added
from problems.rules.layer_operations import LayerOperations, Passes
from problems.rules.parameter_gradients import bias_gradient_slips, kernel_gradient_slips
from problems.rules.whole_numbers import kept_as
from reference import convolution as conv
from reference.errors import ShapeError
from reference.geometry import PLAIN, Geometry, Sizes
from reference.padding import pad

Array = NDArray[Any]


def slips_of_input_gradient(of: LayerOperations) -> tuple[Slip, ...]:
    """Slips of the gradient by the input."""

    def cropped(dq: Array, w: Array, geometry: Geometry = PLAIN) -> Array:
        """The flipped kernel only where all of it fits on the gradient, with zeros for a stride."""
        kernel, stride = np.shape(w)[-of.axes :], of.sizes(geometry.stride)
        outputs = np.shape(dq)[-of.axes :]
        spread = [(m - 1) * s + 1 for m, s in zip(outputs, stride, strict=True)]
        if max(kernel) == 1 or any(k > n for k, n in zip(kernel, spread, strict=True)):
            raise ShapeError(f"a kernel of 2 to {spread} is needed, but one of {kernel} came")
        size = [n + k - 1 for n, k in zip(spread, kernel, strict=True)]
        full = of.by_input(dq, w, size, Geometry(stride=stride))
        fitting = (slice(k - 1, n) for k, n in zip(kernel, spread, strict=True))
        return np.asarray(full[cells(fitting)])

    def not_cropped(dq: Array, w: Array, in_size: Sizes, geometry: Geometry) -> Any:
        whole = [n + 2 * p for n, p in zip(of.sizes(in_size), of.padding(geometry), strict=True)]
        return of.by_input(dq, w, whole, geometry.but(padding=0))

    def overwritten(last_stays: bool) -> Function:
        """Each window is assigned to the cells that it has looked at: one of them stays there.

        Window by window that is the last one; tap by tap, each along all outputs, the first.
        """

        def wrong(dq: Array, w: Array, in_size: Sizes, geometry: Geometry) -> Array:
            size, pads = of.sizes(in_size), of.padding(geometry)
            stride, kernel = of.sizes(geometry.stride), np.shape(w)[-of.axes :]
            dq, lead = np.asarray(dq), np.shape(w)[1 : -of.axes]
            padded = np.zeros((*lead, *(n + 2 * p for n, p in zip(size, pads, strict=True))))
            places = list(np.ndindex(*dq.shape[-of.axes :]))
            for place in places if last_stays else reversed(places):
                starts = [i * s for i, s in zip(place, stride, strict=True)]
                window = (slice(i, i + k) for i, k in zip(starts, kernel, strict=True))
                output = dq[cells(place)]
                padded[cells(window)] = np.tensordot(output, w, axes=output.ndim)
            inside = (slice(p, p + n) for p, n in zip(pads, size, strict=True))
            return np.asarray(padded[cells(inside)])

        return wrong

    def one_apart(dq: Array, w: Array, in_size: Sizes, geometry: Geometry) -> Array:
        """The windows of a stride of 1, as many as there are outputs."""
        if of.sizes(geometry.stride) == of.sizes(1):
            raise ShapeError("a stride is needed to forget it, but 1 came")
        pads, size = of.padding(geometry), of.sizes(in_size)
        outputs, kernel = np.shape(dq)[-of.axes :], np.shape(w)[-of.axes :]
        reached = [m + k - 1 for m, k in zip(outputs, kernel, strict=True)]
        full = of.by_input(dq, w, reached)
        beyond = [(0, max(n + 2 * p - r, 0)) for n, p, r in zip(size, pads, reached, strict=True)]
        padded = np.pad(full, [(0, 0)] * (full.ndim - of.axes) + beyond)
        return np.asarray(padded[cells(slice(p, p + n) for p, n in zip(pads, size, strict=True))])

    def spread_forgotten(dq: Array, w: Array, geometry: Geometry) -> Array:
        """The gradient of all that a stride of 1 has reached, as the convolution is written."""
        if of.sizes(geometry.stride) == of.sizes(1):
            raise ShapeError("a stride is needed to forget it, but 1 came")
        outputs, kernel = np.shape(dq)[-of.axes :], np.shape(w)[-of.axes :]
        pads = of.padding(geometry)
        reached = [m + k - 1 for m, k in zip(outputs, kernel, strict=True)]
        full = of.by_input(dq, w, reached)
        inside = (slice(p, n - p) for p, n in zip(pads, reached, strict=True))
        return np.asarray(full[cells(inside)])

    def padded(change: Callable[[Geometry], Geometry]) -> Function:
        return lambda dq, w, in_size, geometry: of.by_input(dq, w, in_size, change(geometry))

    def padded_twice(dq: Array, w: Array, in_size: Sizes, geometry: Geometry) -> Array:
        """The gradient in an array of twice the padding, of which half is taken off."""
        size, pads = of.sizes(in_size), of.padding(geometry)
        _require_padding(geometry)
        twice = [n + 4 * p for n, p in zip(size, pads, strict=True)]
        whole = of.by_input(
            dq, w, [n + 2 * p for n, p in zip(size, pads, strict=True)], geometry.but(padding=0)
        )
        after = [(0, 2 * p) for p in pads]
        wide = np.pad(whole, [(0, 0)] * (np.ndim(whole) - of.axes) + after)
        inside = (slice(p, n - p) for p, n in zip(pads, twice, strict=True))
        return np.asarray(wide[cells(inside)])

    def cut_once_more(dq: Array, w: Array, in_size: Sizes, geometry: Geometry) -> Array:
        """From the padding on to the size of the input, counted from the padding's beginning."""
        _require_padding(geometry)
        right = np.asarray(of.by_input(dq, w, in_size, geometry))
        sides = zip(of.sizes(in_size), of.padding(geometry), strict=True)
        return np.asarray(right[cells(slice(max(n - p, 0)) for n, p in sides)])

    def not_flipped(dq: Array, w: Array, in_size: Sizes, geometry: Geometry = PLAIN) -> Any:
        return of.by_input(dq, of.flipped(w), in_size, geometry)

    def swapped(
        x: Array, dq: Array, w: Array, w_shape: tuple[int, ...], geometry: Geometry = PLAIN
    ) -> Any:
        return of.by_kernel(x, dq, np.shape(w)[-of.axes :], geometry).reshape(w_shape)

    def each_by_its_input(x: Array, dq: Array) -> Array:
        """What the gradient with respect to one weight is summed from."""
        if np.shape(x) != np.shape(dq):
            raise ShapeError("as many outputs as inputs are needed")
        return np.asarray(np.asarray(x) * np.asarray(dq))

    def without_left_over(dq: Array, w: Array, in_size: Sizes, geometry: Geometry) -> Any:
        """As many cells as the windows reach."""
        kernel, stride = np.shape(w)[-of.axes :], of.sizes(geometry.stride)
        along = zip(np.shape(dq)[-of.axes :], kernel, stride, of.padding(geometry), strict=True)
        reached = [(m - 1) * s + k - 2 * p for m, k, s, p in along]
        if reached == list(of.sizes(in_size)) or min(reached) < 1:
            raise ShapeError("cells are needed that no window reaches")
        return of.by_input(dq, w, reached, geometry)

    def of_first_size(first_x: Array, dq: Array, w: Array, geometry: Geometry) -> Any:
        return of.by_input(dq, w, np.shape(first_x)[-of.axes :], geometry)

    def truncated(dq: Array, w: Array, x: Array, geometry: Geometry = PLAIN) -> Any:
        right = of.by_input(dq, w, np.shape(x)[-of.axes :], geometry)
        return kept_as(x, right)

    return (
        Slip("kernel-not-flipped-in-gradient", not_flipped),
        Slip("kernel-flipped", not_flipped, last_resort=True),  # the gradient of such a layer
        *_careless(of.by_input, of.axes),
        Slip("gradient-cropped", cropped),
        Slip("gradient-not-cropped", not_cropped),
        Slip("padded-twice", padded_twice),
        *((Slip("other-cells-cut-off", cut_once_more),) if of.axes > 1 else ()),
        Slip("gradient-overwritten", overwritten(True), other_ways=(overwritten(False),)),
        Slip("stride-forgotten", one_apart, other_ways=(spread_forgotten,)),
        Slip(
            "gradient-cropped-at-one-end",
            padded(of.all_before),
            other_ways=(padded(of.all_after),),
        ),
        Slip("padding-all-on-the-left", padded(of.all_before), last_resort=True),
        Slip("padding-all-on-the-right", padded(of.all_after), last_resort=True),
        Slip("gradients-swapped", swapped, other_ways=(each_by_its_input,)),
        Slip("first-input-kept", of_first_size),
        Slip(
            "integer-dtype-kept",
            truncated,
            other_ways=(truncated_as_added,) if of.axes == 1 else (),
        ),
        Slip(
            "integers-made-of-inputs",
            lambda dq, w, in_size, geometry: of.by_input(dq, np.trunc(w), in_size, geometry),
        ),
        Slip("left-over-cells-without-gradient", without_left_over),
        back_through(of.correlate, of.by_input),
        clipped(of.by_input),
        of_filled_input(of.by_input, of.axes),
        *(input_gradient_slips() if of.axes == 1 else ()),
    )


def _careless(gradient: Function, axes: int) -> tuple[Slip, ...]:
    """The mistakes that are made in all gradients alike.

    ``gradient`` names what it takes, ``dq`` among it.
    """
    takes = inspect.signature(gradient).parameters

    def of(change: Function, sign: int = 1) -> Function:
        def wrong(dq: Array, **inputs: Any) -> Any:
            given = {name: inputs[name] for name in takes if name in inputs}
            if "geometry" in takes:
                given["geometry"] = Geometry(inputs["stride"], inputs["padding"])
            return sign * gradient(**{**given, "dq": change(np.asarray(dq))})

        return wrong

    def without_last(dq: Array) -> Array:
        shortened = np.array(dq, dtype=np.float64)
        for axis in range(-axes, 0):
            np.moveaxis(shortened, axis, 0)[-1] = 0
        return shortened

    return (
        Slip("gradient-negated", of(lambda dq: dq, sign=-1)),
        Slip(
            "incoming-gradient-ignored",
            of(np.ones_like),
            leaves_out=frozenset({"dq"} if len(takes) > 1 else ()),
        ),
        Slip("last-window-left-out", of(without_last)),
        Slip("last-output-missing", of(without_last), last_resort=True),  # so on both ways
        Slip("last-output-not-computed", of(without_last), last_resort=True),
    )


def last_at_zero(correlate: Function) -> Slip:
    """The last output left at 0."""

    def made(x: Array, w: Array, bias: Any = None, geometry: Geometry = PLAIN) -> Array:
        q = np.array(correlate(x, w, bias, geometry))
        q[..., -1] = 0
        return q

    return Slip("last-output-not-computed", made)


def _require_padding(geometry: Geometry) -> None:
    if geometry.padding == 0:
        raise ShapeError("a padding is needed to do it twice, but 0 came")


def slips_of_gradients(of: LayerOperations, gradient: Function) -> tuple[Slip, ...]:
    """The slips that the gradients with respect to a kernel and to one weight have in common."""

    def accumulated(
        x: Array, dq: Array, earlier: Passes, kernel_size: Sizes, geometry: Geometry
    ) -> Any:
        passes = [*earlier, (x, dq)]
        return np.sum([gradient(*each, kernel_size, geometry) for each in passes], axis=0)

    def overwritten(place: int) -> Function:
        """What one output alone gives, the last or the first: it is assigned last."""

        def wrong(x: Array, dq: Array, kernel_size: Sizes, geometry: Geometry) -> Any:
            where = cells((place,) * of.axes)
            only_one = np.zeros_like(dq)
            only_one[where] = dq[where]
            return gradient(x, only_one, kernel_size, geometry)

        return wrong

    def averaged(x: Array, dq: Array, kernel_size: Sizes, geometry: Geometry) -> Any:
        outputs = np.prod(np.shape(dq)[-of.axes :])
        return gradient(x, dq, kernel_size, geometry) / outputs

    def of_first(
        first_x: Array, x: Array, dq: Array, kernel_size: Sizes, geometry: Geometry
    ) -> Any:
        if np.shape(first_x) == np.shape(x):
            return gradient(first_x, dq, kernel_size, geometry)
        padded = pad(first_x, geometry.padding, axes=range(-of.axes, 0))
        kernel, stride = of.sizes(kernel_size), of.sizes(geometry.stride)
        along = zip(np.shape(dq)[-of.axes :], kernel, stride, strict=True)
        looked_at = padded[cells(slice((m - 1) * s + k) for m, k, s in along)]
        return gradient(looked_at, dq, kernel_size, geometry.but(padding=0))

    def of_all_of_first(
        first_x: Array, x: Array, dq: Array, kernel_size: Sizes, geometry: Geometry
    ) -> Any:
        """One entry for each place that the gradient has on the first input, however many."""
        if np.shape(first_x) == np.shape(x):
            return gradient(first_x, dq, kernel_size, geometry)
        sizes = zip(np.shape(first_x)[-of.axes :], of.padding(geometry), strict=True)
        stride = of.sizes(geometry.stride)
        along = zip(sizes, np.shape(dq)[-of.axes :], stride, strict=True)
        places = tuple(n + 2 * p - (m - 1) * s for (n, p), m, s in along)
        return gradient(first_x, dq, places, geometry)

    def of_other(other_x: Array, dq: Array, kernel_size: Sizes, geometry: Geometry) -> Any:
        return gradient(other_x, dq, kernel_size, geometry)

    return (
        Slip("gradient-accumulated", accumulated),
        Slip("gradient-overwritten", overwritten(-1), other_ways=(overwritten(0),)),
        Slip(
            "gradients-swapped",
            lambda dq, w, in_size, geometry: of.by_input(dq, w, in_size, geometry),
            other_ways=(lambda dq, w: np.sum(np.asarray(dq)) * np.asarray(w).reshape(-1)[0],),
        ),
        Slip("gradient-averaged", averaged),
        *_careless(gradient, of.axes),
        Slip("first-input-kept", of_first, other_ways=(of_all_of_first,)),
        Slip("state-shared-by-layers", of_other),
        back_through(of.correlate, gradient),
        clipped(gradient),
        *(kernel_gradient_slips() if of.axes == 1 else ()),
    )


def slips_of_kernel_gradient(of: LayerOperations) -> tuple[Slip, ...]:
    """The slips of a kernel that is more than one number.

    Three are one mistake, the input itself in place of the padded one, with the values that it
    gives.
    """

    def flipped(x: Array, dq: Array, kernel_size: Sizes, geometry: Geometry) -> Any:
        return of.flipped(of.by_kernel(x, dq, kernel_size, geometry))

    def of_flipped(x: Array, dq: Array, kernel_size: Sizes, geometry: Geometry) -> Any:
        return of.by_kernel(x, of.flipped(dq), kernel_size, geometry)

    def windows_that_fit(x: Array, dq: Array, kernel_size: Sizes, geometry: Geometry) -> Any:
        kernel, stride = of.sizes(kernel_size), of.sizes(geometry.stride)
        along = zip(np.shape(x)[-of.axes :], kernel, stride, strict=True)
        outputs = [max((n - k) // s + 1, 0) for n, k, s in along]
        fitting = of.first_outputs(dq, outputs)
        return of.by_kernel(x, fitting, kernel_size, geometry.but(padding=0))

    def windows_cut_off(x: Array, dq: Array, kernel_size: Sizes, geometry: Geometry) -> Any:
        # the same as all of the padding on the right, which is the rarer mistake
        return of.by_kernel(x, dq, kernel_size, of.all_after(geometry))

    def valid(x: Array, dq: Array, geometry: Geometry) -> Any:
        if geometry.padding == 0:
            raise ShapeError("a padding is needed to leave it out, but 0 came")
        sizes = zip(np.shape(x)[-of.axes :], np.shape(dq)[-of.axes :], strict=True)
        return of.by_kernel(x, dq, [n - m + 1 for n, m in sizes])

    def padded_twice(x: Array, dq: Array, kernel_size: Sizes, geometry: Geometry) -> Any:
        _require_padding(geometry)
        cells_beside: Any = geometry.padding
        wide = pad(x, 2 * cells_beside, axes=range(-of.axes, 0))
        kernel, stride = of.sizes(kernel_size), of.sizes(geometry.stride)
        along = zip(np.shape(dq)[-of.axes :], kernel, stride, strict=True)
        looked_at = cells(slice((m - 1) * s + k) for m, k, s in along)
        return of.by_kernel(wide[looked_at], dq, kernel_size, geometry.but(padding=0))

    def all_before(x: Array, dq: Array, kernel_size: Sizes, geometry: Geometry) -> Any:
        return of.by_kernel(x, dq, kernel_size, of.all_before(geometry))

    def one_apart(x: Array, dq: Array, kernel_size: Sizes, geometry: Geometry) -> Any:
        """The windows of a stride of 1, as many as there are outputs."""
        if of.sizes(geometry.stride) == of.sizes(1):
            raise ShapeError("a stride is needed to forget it, but 1 came")
        padded = pad(x, geometry.padding, axes=range(-of.axes, 0))
        kernel, outputs = of.sizes(kernel_size), np.shape(dq)[-of.axes :]
        reached = cells(slice(m + k - 1) for m, k in zip(outputs, kernel, strict=True))
        return of.by_kernel(padded[reached], dq, kernel_size)

    def of_all_places(x: Array, dq: Array, kernel_size: Sizes, geometry: Geometry) -> Any:
        """One entry for each place that the spread gradient has on the input."""
        stride = of.sizes(geometry.stride)
        sizes = zip(np.shape(x)[-of.axes :], of.padding(geometry), strict=True)
        along = zip(sizes, np.shape(dq)[-of.axes :], stride, strict=True)
        places = [n + 2 * p - (m - 1) * s for (n, p), m, s in along]
        if places == list(of.sizes(kernel_size)):
            raise ShapeError("cells are needed that the stride leaves over")
        return of.by_kernel(x, dq, places, geometry)

    def filled(mode: str) -> Function:
        return lambda x, dq, kernel_size, geometry: of.by_kernel(
            pad(x, geometry.padding, mode, axes=range(-of.axes, 0)),
            dq,
            kernel_size,
            geometry.but(padding=0),
        )

    in_another_way = [filled(mode) for mode in ("edge", "mirror", "reflect", "circular")]
    return (
        Slip("stride-forgotten", one_apart),
        Slip("padded-twice", padded_twice),
        Slip("padded-in-another-way", in_another_way[0], other_ways=tuple(in_another_way[1:])),
        Slip("kernel-gradient-flipped", flipped),
        # of a vector it is called reversed, by `kernel_gradient_slips`
        *((Slip("incoming-gradient-flipped", of_flipped),) if of.axes > 1 else ()),
        Slip("kernel-flipped", flipped, last_resort=True),  # the gradient of such a layer
        Slip("kernel-gradient-without-padding", windows_that_fit),
        Slip("kernel-gradient-without-padding-cut", windows_cut_off),
        Slip("kernel-gradient-without-padding-valid", valid),  # np.correlate(x, dq, "valid")
        Slip("padding-all-on-the-left", all_before),
        Slip("left-over-cells-in-kernel-gradient", of_all_places),
    )


def slips_of_bias_gradient(of: LayerOperations) -> tuple[Slip, ...]:
    """Slips of the gradient by the bias."""
    axes = of.axes

    def averaged(dq: Array) -> Any:
        return np.mean(dq, axis=tuple(range(-axes, 0)))

    def accumulated(dq: Array, earlier: Passes) -> Any:
        return np.sum(
            [conv.bias_gradient(each, axes) for _, each in (*earlier, (None, dq))], axis=0
        )

    return (
        Slip("bias-gradient-not-summed", lambda dq: np.array(dq, copy=True)),
        Slip("gradient-averaged", averaged),
        *_careless(lambda dq: conv.bias_gradient(dq, axes), axes),
        Slip("gradient-accumulated", accumulated),
        back_through(of.correlate, lambda dq: conv.bias_gradient(dq, axes)),
        clipped(lambda dq: conv.bias_gradient(dq, axes)),
        *(bias_gradient_slips() if axes == 1 else ()),
    )
