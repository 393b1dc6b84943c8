"""Inputs on which operations are checked: drawn by Hypothesis, every size different."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from math import prod
from random import Random
from typing import Any

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray

from reference import convolution, global_pooling, model, padding, sizes
from reference.geometry import Geometry, PoolWindow, Window

Array = NDArray[Any]

KINDS = ("float", "rational", "integer", "distinct")
"""`integer` has ties and zeros; `distinct` is rational with neither."""
MODES = ("zero", "edge", "mirror", "reflect", "circular")


@dataclass(frozen=True)
class Case:
    """Arguments of one operation, and a seed for what a law needs beside them."""

    arguments: dict[str, Any]
    kind: str
    seed: int

    def numbers(self, shape: tuple[int, ...]) -> Array:
        return numbers(self.kind, Random(self.seed + 1), shape)


def numbers(kind: str, random: Random, shape: tuple[int, ...]) -> Array:
    count = prod(shape)
    if kind == "float":
        values: list[Any] = [random.uniform(-4, 4) for _ in range(count)]
        return np.array(values, dtype=np.float64).reshape(shape)
    if kind == "integer":
        low = random.choice([-3, -9])  # sometimes nearly all are negative
        return np.array([random.randint(low, 2) for _ in range(count)]).reshape(shape)
    if kind == "distinct":
        values = [
            Fraction(2 * v + 1, 6) for v in random.sample(range(-2 * count, 2 * count), count)
        ]
    else:
        values = [Fraction(random.randint(-9, 9), random.randint(1, 6)) for _ in range(count)]
    cells = np.empty(count, dtype=object)
    cells[:] = values
    return cells.reshape(shape)


class Pen:
    """Draws the parts of one case; sizes that it gave are not given again."""

    def __init__(self, draw: st.DrawFn, kind: str, seed: int) -> None:
        self.draw, self.kind, self.random = draw, kind, Random(seed)
        self.used: set[int] = set()

    def size(self, least: int, most: int) -> int:
        free = [n for n in range(least, most + 1) if n not in self.used]
        size: int = self.draw(st.sampled_from(free))
        self.used.add(size)
        return size

    def of(self, *choices: Any) -> Any:
        return self.draw(st.sampled_from(choices))

    def whole(self, least: int, most: int) -> int:
        return self.draw(st.integers(least, most))

    def array(self, *shape: int) -> Any:
        """An array, or one Python number if there is no shape."""
        cells = numbers(self.kind, self.random, shape)
        return cells if shape else cells.item()

    def like(self, shape: tuple[int, ...]) -> Any:
        return self.array(*shape)


Draw = Callable[[Pen], dict[str, Any]]


@st.composite
def cases(draw: st.DrawFn, name: str, kinds: tuple[str, ...] = KINDS) -> Case:
    kind = draw(st.sampled_from(kinds))
    seed = draw(st.integers(0, 2**20))
    return Case(DRAWN[name](Pen(draw, kind, seed)), kind, seed)


# Sizes, costs, receptive fields: any whole numbers, those that do not fit among them.


def _conv_size(pen: Pen) -> dict[str, Any]:
    return {
        "size": pen.size(4, 20),
        "kernel": pen.size(1, 7),
        "stride": pen.whole(1, 4),
        "padding": pen.whole(0, 3),
        "dilation": pen.whole(1, 3),
    }


def _pool_size(pen: Pen) -> dict[str, Any]:
    return {
        "size": pen.size(2, 33),
        "kernel": pen.size(1, 6),
        "stride": pen.of(None, 1, 2, 3, 4, 7),
        "padding": pen.whole(0, 3),
        "ceil_mode": pen.of(False, True),
    }


def _in_shape(pen: Pen) -> tuple[int, ...]:
    return (pen.size(1, 6), *(pen.size(4, 14) for _ in range(pen.whole(1, 3))))


def _per_axis(pen: Pen, axes: int, least: int, most: int) -> Any:
    """One number, or one per axis."""
    if pen.of(False, True):
        return pen.whole(least, most)
    return tuple(pen.whole(least, most) for _ in range(axes))


def _conv_shape(pen: Pen) -> dict[str, Any]:
    in_shape = _in_shape(pen)
    axes = len(in_shape) - 1
    return {
        "in_shape": in_shape,
        "channels": pen.size(1, 9),
        "kernel": _per_axis(pen, axes, 1, 5),
        "geometry": Geometry(
            stride=_per_axis(pen, axes, 1, 3),
            padding=_widths(pen, axes),
            dilation=_per_axis(pen, axes, 1, 3),
            groups=pen.whole(1, 2),
        ),
    }


def _pool_shape(pen: Pen) -> dict[str, Any]:
    in_shape = _in_shape(pen)
    axes = len(in_shape) - 1
    return {
        "in_shape": in_shape,
        "window": PoolWindow(
            _per_axis(pen, axes, 1, 4),
            stride=pen.of(None, _per_axis(pen, axes, 1, 3)),
            padding=_per_axis(pen, axes, 0, 1),
            ceil_mode=pen.of(False, True),
        ),
    }


def _flatten(pen: Pen) -> dict[str, Any]:
    return {"in_shape": _in_shape(pen)}


def _features(pen: Pen) -> dict[str, Any]:
    return {"features": pen.size(1, 60)}


def _map_shape(pen: Pen) -> dict[str, Any]:
    return {"in_shape": pen.of(_in_shape(pen), _in_shape(pen)[:1])}


def _map_of_two_axes(pen: Pen) -> tuple[int, ...]:
    return (pen.size(1, 6), pen.size(5, 14), pen.size(5, 14))


def _two_sided(pen: Pen) -> dict[str, Any]:
    sides = {"before": pen.whole(0, 3), "after": pen.whole(0, 3), "dilation": pen.whole(1, 3)}
    window = {"channels": pen.size(1, 9), "kernel": pen.whole(1, 5), "stride": pen.whole(1, 3)}
    return {"in_shape": _map_of_two_axes(pen), **window, **sides}


def _cropped(pen: Pen) -> dict[str, Any]:
    cut = {"before": pen.whole(0, 2), "after": pen.whole(0, 2)}
    return {"in_shape": _map_of_two_axes(pen), **cut}


def _joined(pen: Pen) -> dict[str, Any]:
    _, height, width = _map_of_two_axes(pen)
    odd = pen.of(0, 0, 0, 1)  # maps that do not fit among them
    channels = [pen.whole(1, 9) for _ in range(pen.whole(1, 4))]
    return {"shapes": [*((n, height, width) for n in channels), (2, height, width + odd)]}


def _shortcut(pen: Pen) -> dict[str, Any]:
    shape = _map_of_two_axes(pen)
    return {"in_shape": shape, "channels": shape[0] + pen.whole(0, 5), "stride": pen.whole(1, 4)}


def _grid(pen: Pen) -> dict[str, Any]:
    return {"in_shape": _map_of_two_axes(pen), "size": pen.whole(1, 5)}


def _same_pool(pen: Pen) -> dict[str, Any]:
    return {"in_shape": _map_of_two_axes(pen), "stride": pen.whole(1, 4)}


def _conv_cost(pen: Pen) -> dict[str, Any]:
    groups = pen.whole(1, 3)
    spatial = _in_shape(pen)[1:]
    return {
        "in_shape": (groups * pen.whole(1, 3), *spatial),
        "channels": groups * pen.whole(1, 4) + pen.of(0, 0, 1),  # which no group may divide
        "kernel": _per_axis(pen, len(spatial), 1, 5),
        "groups": groups,
    }


def _conv_parameters(pen: Pen) -> dict[str, Any]:
    return _conv_cost(pen) | {"bias": pen.of(False, True)}


def _conv_macs(pen: Pen) -> dict[str, Any]:
    case = _conv_cost(pen)
    out = tuple(pen.size(2, 9) for _ in case["in_shape"][1:])
    case["out_shape"] = (case.pop("channels"), *out)
    return case


def _affine_macs(pen: Pen) -> dict[str, Any]:
    return {"in_shape": pen.of(_in_shape(pen), (pen.size(1, 40),)), "features": pen.size(1, 60)}


def _affine_parameters(pen: Pen) -> dict[str, Any]:
    return _affine_macs(pen) | {"bias": pen.of(False, True)}


def _separable_parameters(pen: Pen) -> dict[str, Any]:
    in_shape = _in_shape(pen)
    kernel = _per_axis(pen, len(in_shape) - 1, 1, 5)
    bias = pen.of(False, True)
    return {"in_shape": in_shape, "channels": pen.size(1, 9), "kernel": kernel, "bias": bias}


def _depthwise_parameters(pen: Pen) -> dict[str, Any]:
    case = _separable_parameters(pen)
    case.pop("channels")
    return case


def _pointwise_parameters(pen: Pen) -> dict[str, Any]:
    case = _separable_parameters(pen)
    case.pop("kernel")
    return case


def _two_counts(pen: Pen) -> dict[str, Any]:
    return {"depthwise": pen.size(1, 200), "pointwise": pen.size(1, 300)}


def _weights_and_shape(pen: Pen) -> dict[str, Any]:
    return {"weights": pen.size(20, 400), "out_shape": _in_shape(pen)}


def _window(pen: Pen) -> dict[str, Any]:
    return {"window": PoolWindow(_per_axis(pen, 2, 1, 5))}


def _separable_macs(pen: Pen) -> dict[str, Any]:
    case = _separable_parameters(pen)
    out = tuple(pen.size(2, 20) for _ in case["in_shape"][1:])
    kernel, channels = case["kernel"], case["channels"]
    return {"in_shape": case["in_shape"], "out_shape": (channels, *out), "kernel": kernel}


def _field(pen: Pen) -> dict[str, Any]:
    field = {"rf_in": pen.size(1, 20), "jump_in": pen.size(1, 8), "kernel": pen.size(1, 9)}
    return field | {"dilation": pen.whole(1, 4)}


def _jump(pen: Pen) -> dict[str, Any]:
    return {"jump_in": pen.size(1, 9), "stride": pen.size(1, 6)}


def _affine_field(pen: Pen) -> dict[str, Any]:
    # No holes between the fields of neighbours: a cut in a hole would leave less than the formula.
    jump_in = pen.size(1, 8)
    layer = {"rf_in": pen.size(jump_in, 20), "jump_in": jump_in, "map_size": pen.size(1, 9)}
    return layer | {"in_size": pen.size(20, 90)}


def _widest_field(pen: Pen) -> dict[str, Any]:
    # The fields of paths that meet differ by even numbers: each layer widens at both ends.
    least = pen.whole(1, 9)
    return {"fields": [least + 2 * pen.whole(0, 12) for _ in range(pen.whole(1, 4))]}


def _vector_field(pen: Pen) -> dict[str, Any]:
    return {"rf_in": pen.size(1, 40)}


def _windows(pen: Pen) -> dict[str, Any]:
    depth = pen.whole(1, 4)
    return {
        "windows": tuple(
            Window(pen.whole(1, 5), stride=pen.whole(1, 3), dilation=pen.whole(1, 3))
            for _ in range(depth)
        )
    }


# Padding.


def _widths(pen: Pen, axes: int) -> Any:
    """Every way in which a padding may be written."""
    way = pen.of("one", "per axis", "pairs")
    if way == "one":
        return pen.whole(0, 3)
    if way == "per axis":
        return tuple(pen.whole(0, 3) for _ in range(axes))
    return tuple((pen.whole(0, 3), pen.whole(0, 3)) for _ in range(axes))


def _pad(pen: Pen) -> dict[str, Any]:
    shape = tuple(pen.size(4, 9) for _ in range(pen.whole(1, 3)))
    case = {"x": pen.like(shape), "padding": _widths(pen, min(len(shape), 2))}
    case["mode"] = pen.of(*MODES)
    if len(shape) == 3 and pen.of(False, True):
        case["axes"] = pen.of((0, 1), (2, 0), (-1, -3))
    return case


def _pad_gradient(pen: Pen) -> dict[str, Any]:
    case = _pad(pen)
    x = case.pop("x")
    padded = np.shape(padding.pad(x, **case))
    return {"dq": pen.like(padded), "x_shape": np.shape(x), **case}


# Convolution.


def _conv(axes: int) -> Draw:
    def drawn(pen: Pen) -> dict[str, Any]:
        kernel = tuple(pen.size(1, 4 if axes < 3 else 3) for _ in range(axes))
        dilation = _per_axis(pen, axes, 1, 2)
        spans = [
            (k - 1) * d + 1 for k, d in zip(kernel, np.broadcast_to(dilation, axes), strict=True)
        ]
        size = tuple(pen.size(max(span, 4), 12 if axes < 3 else 7) for span in spans)
        geometry = Geometry(
            stride=_per_axis(pen, axes, 1, 3),
            padding=_widths(pen, axes),
            dilation=dilation,
            mode=pen.of(*MODES),
        )
        lead = pen.of("plain", "channels", "batch", "batch")
        if lead == "plain":
            bias = pen.of(None, pen.array())
            arrays = {"x": pen.like(size), "w": pen.like(kernel)}
            return {**arrays, "bias": bias, "geometry": geometry}
        groups = pen.whole(1, 3 if axes < 3 else 2)
        ins, outs = pen.of((1, 2), (2, 1), *(((2, 3), (3, 1)) if axes < 3 else ()))
        channels, outputs = groups * ins, groups * outs
        batch = (next(n for n in (2, 3, 5) if n not in {channels, outputs}),)
        return {
            "x": pen.array(*(batch if lead == "batch" else ()), channels, *size),
            "w": pen.array(outputs, ins, *kernel),
            "bias": pen.of(None, pen.array(), pen.array(outputs)),
            "geometry": geometry.but(groups=groups),
        }

    return drawn


def _with_dq(pen: Pen, axes: int) -> dict[str, Any]:
    case = _conv(axes)(pen)
    case.pop("bias")
    forward = getattr(convolution, f"correlate{axes}d")
    return case | {"dq": pen.like(np.shape(forward(**case)))}


def _conv_input_gradient(axes: int) -> Draw:
    def drawn(pen: Pen) -> dict[str, Any]:
        case = _with_dq(pen, axes)
        size = np.shape(case.pop("x"))[-axes:]
        return case | {"in_size": size[0] if axes == 1 else size}

    return drawn


def _conv_kernel_gradient(axes: int) -> Draw:
    def drawn(pen: Pen) -> dict[str, Any]:
        case = _with_dq(pen, axes)
        size = np.shape(case.pop("w"))[-axes:]
        return case | {"kernel_size": size[0] if axes == 1 else size}

    return drawn


def _bias_gradient(pen: Pen) -> dict[str, Any]:
    axes = pen.whole(1, 2)
    return {"dq": pen.array(*(pen.size(2, 7) for _ in range(axes + pen.whole(0, 2)))), "ndim": axes}


def _weight_gradient(pen: Pen) -> dict[str, Any]:
    shape = tuple(pen.size(1, 6) for _ in range(pen.whole(1, 3)))
    return {"x": pen.like(shape), "dq": pen.like(shape)}


# Pooling.


def _lead(pen: Pen) -> tuple[int, ...]:
    return tuple(pen.size(1, 4) for _ in range(pen.whole(0, 2)))


def _pool(axes: int) -> Draw:
    def drawn(pen: Pen) -> dict[str, Any]:
        lead = _lead(pen)
        kernel = tuple(pen.size(1, 6) for _ in range(axes))
        size = tuple(pen.size(6, 14 if axes < 3 else 9) for _ in range(axes))
        window = PoolWindow(
            kernel[0] if axes == 1 else kernel,
            stride=pen.of(None, _per_axis(pen, axes, 1, 4)),
            padding=pen.of(0, tuple(pen.whole(0, k // 2) for k in kernel)),
            ceil_mode=pen.of(False, True),
        )
        return {"x": pen.like((*lead, *size)), "window": window}

    return drawn


def _mean(axes: int) -> Draw:
    def drawn(pen: Pen) -> dict[str, Any]:
        case = _pool(axes)(pen)
        return case | {"window": case["window"].but(count_include_pad=pen.of(False, True))}

    return drawn


def _pooled_shape(case: dict[str, Any], axes: int) -> tuple[int, ...]:
    shape = np.shape(case["x"])
    return (*shape[:-axes], *sizes.pool_output_shape((1, *shape[-axes:]), case["window"])[1:])


def _max_gradient(axes: int) -> Draw:
    def drawn(pen: Pen) -> dict[str, Any]:
        case = _pool(axes)(pen)
        return case | {"dq": pen.like(_pooled_shape(case, axes))}

    return drawn


def _mean_gradient(axes: int) -> Draw:
    def drawn(pen: Pen) -> dict[str, Any]:
        case = _mean(axes)(pen)
        dq = pen.like(_pooled_shape(case, axes))
        size = np.shape(case.pop("x"))[-axes:]
        return case | {"dq": dq, "in_size": size[0] if axes == 1 else size}

    return drawn


def _maps(pen: Pen) -> dict[str, Any]:
    return {"x": pen.array(*(pen.size(2, 6) for _ in range(pen.whole(1, 4))))}


def _maps_with_dq(pen: Pen) -> dict[str, Any]:
    x = _maps(pen)["x"]
    return {"x": x, "dq": pen.like(np.shape(global_pooling.global_max(x)))}


def _global_mean_gradient(pen: Pen) -> dict[str, Any]:
    x = _maps(pen)["x"]
    size = np.shape(x)[-2:]
    dq = pen.like(np.shape(x)[:-2])
    return {"dq": dq, "in_size": pen.of(size, size[0]) if len(size) == 1 else size}


def _few_maps(pen: Pen) -> dict[str, Any]:
    # More ties than this would be cut off by both engines at the same place.
    x = pen.array(*(pen.size(2, 4) for _ in range(pen.whole(1, 3))))
    return {"x": x, "dq": pen.like(np.shape(global_pooling.global_max(x)))}


# The rest.


def _any_array(pen: Pen) -> dict[str, Any]:
    return {"x": pen.array(*(pen.size(1, 6) for _ in range(pen.whole(0, 3))))}


def _relu_gradient(pen: Pen) -> dict[str, Any]:
    x = _any_array(pen)["x"]
    return {"x": x, "dq": pen.like(np.shape(x))}


def _affine(pen: Pen) -> dict[str, Any]:
    ins, outs = pen.size(1, 6), pen.size(1, 6)
    batch = pen.of((), (pen.size(1, 4),))
    bias = pen.of(None, pen.array(), pen.array(outs))
    return {"x": pen.array(*batch, ins), "weights": pen.array(outs, ins), "bias": bias}


def _affine_input_gradient(pen: Pen) -> dict[str, Any]:
    case = _affine(pen)
    batch, outs = np.shape(case["x"])[:-1], len(case["weights"])
    return {"dq": pen.array(*batch, outs), "weights": case["weights"]}


def _affine_weights_gradient(pen: Pen) -> dict[str, Any]:
    case = _affine(pen)
    return {"x": case["x"], "dq": _affine_input_gradient_of(pen, case)}


def _affine_input_gradient_of(pen: Pen, case: dict[str, Any]) -> Any:
    return pen.array(*np.shape(case["x"])[:-1], len(case["weights"]))


def _affine_bias_gradient(pen: Pen) -> dict[str, Any]:
    return {"dq": _affine_input_gradient_of(pen, _affine(pen))}


def _logits(pen: Pen) -> dict[str, Any]:
    shape = tuple(pen.size(1, 6) for _ in range(pen.whole(1, 3)))
    return {"s": pen.of(pen.like(shape), np.full(shape, 3))}


def _one_hot(pen: Pen) -> dict[str, Any]:
    n = pen.size(2, 7)
    rows = pen.size(1, 7)
    return {"n": n, "y": pen.of(pen.whole(0, n), [pen.whole(0, n - 1) for _ in range(rows)])}


def _logits_and_class(pen: Pen) -> dict[str, Any]:
    n, rows = pen.size(2, 6), pen.size(2, 6)
    if pen.of(False, True):
        return {"s": pen.array(n), "y": pen.whole(0, n - 1)}
    return {"s": pen.array(rows, n), "y": [pen.whole(0, n - 1) for _ in range(rows)]}


def _probabilities_and_class(pen: Pen) -> dict[str, Any]:
    case = _logits_and_class(pen)
    weights = np.array([[abs(v) + 1] for v in np.ravel(case["s"])], dtype=object)
    weights = weights.reshape(np.shape(case["s"]))
    if pen.kind == "float":
        weights = weights.astype(np.float64)
    else:
        weights = weights * Fraction(1)
    return {"p": weights / weights.sum(axis=-1, keepdims=True), "y": case["y"]}


def _step(pen: Pen) -> dict[str, Any]:
    x = _any_array(pen)["x"]
    return {"parameter": x, "gradient": pen.like(np.shape(x)), "rate": pen.array()}


def _rank_one(pen: Pen) -> tuple[Array, Array]:
    """A kernel of small whole numbers or fractions, and a multiple of its column."""
    height, width = pen.size(2, 5), pen.size(2, 5)
    column = [pen.of(-2, 0, 1, 2, 6) for _ in range(height - 1)]
    column.insert(pen.whole(0, height - 1), pen.of(-3, 2, 4))
    row = [pen.of(-1, 0, 2, 5) for _ in range(width - 1)]
    row.insert(pen.whole(0, width - 1), pen.of(-2, 3))
    scale = pen.of(1, Fraction(1, 4), Fraction(-3, 2))
    kernel = np.outer(np.array(column, dtype=object), np.array(row, dtype=object)) * scale
    return kernel, np.array(column, dtype=object) * pen.of(1, -2, Fraction(1, 2))


def _kernel(pen: Pen) -> dict[str, Any]:
    kernel, _ = _rank_one(pen)
    if pen.of(False, True):
        kernel[pen.whole(0, len(kernel) - 1), 0] += pen.of(0, 1, 5)
    return {"kernel": kernel.astype(float) if pen.kind == "float" else kernel}


def _kernel_and_column(pen: Pen) -> dict[str, Any]:
    kernel, column = _rank_one(pen)
    column[0] += pen.of(0, 0, 7)
    return {"kernel": kernel, "column": pen.of(column, column[:, None])}


# Tensors and models.


def _numbers(pen: Pen) -> dict[str, Any]:
    return {"parts": tuple(pen.array(pen.size(1, 6)))}


def _vector(pen: Pen) -> dict[str, Any]:
    length = pen.size(1, 6)
    return {"vector": pen.array(length), "index": pen.whole(0, length)}


def _alike(pen: Pen) -> dict[str, Any]:
    shape = tuple(pen.size(1, 5) for _ in range(pen.whole(1, 3)))
    return {"parts": tuple(pen.like(shape) for _ in range(pen.whole(1, 3)))}


def _model(pen: Pen) -> dict[str, Any]:
    """Layers of every kind, that may not fit: a kernel larger than the map, no flattening."""
    in_shape = (pen.size(1, 3), pen.size(6, 12), pen.size(6, 13))
    conv = {
        "kind": "conv",
        "channels": pen.size(2, 5),
        "kernel": pen.whole(1, 4),
        "stride": pen.whole(1, 2),
        "padding": pen.whole(0, 2),
        "bias": pen.of(False, True),
    }
    kind = pen.of("max-pool", "mean-pool")
    pool = {"kind": kind, "kernel": pen.whole(1, 3), "stride": pen.whole(1, 3)}
    flatten = {"kind": "flatten", "channels_last": pen.of(False, True)}
    head = [{"kind": "affine", "features": pen.size(2, 7)}, {"kind": pen.of("relu", "softmax")}]
    layers = [conv, pen.of({"kind": "relu"}, conv), pool, *pen.of([flatten], [flatten], [])]
    return {"in_shape": in_shape, "layers": [*layers, *pen.of(head, head[:1])]}


def _images(pen: Pen) -> dict[str, Any]:
    case = _model(pen)
    in_shape = case.pop("in_shape")
    try:
        shapes = model.parameter_shapes(in_shape, case["layers"])
    except ValueError:
        shapes = ()
    arrays = [numbers("float", pen.random, shape) for shape in reversed(shapes)]
    if arrays and pen.of(False, True):
        arrays.pop()  # its parameter is filled then
    return case | {"x": numbers("float", pen.random, (2, *in_shape)), "arrays": arrays}


def _images_and_gradient(pen: Pen) -> dict[str, Any]:
    case = _images(pen)
    try:
        shape = model.logits(**case).shape
    except ValueError:
        shape = (2, 2)
    return case | {"dq": numbers("float", pen.random, shape)}


def _images_and_classes(pen: Pen) -> dict[str, Any]:
    return _images(pen) | {"y": np.array([pen.whole(0, 1), pen.whole(0, 1)])}


def _training(pen: Pen) -> dict[str, Any]:
    """Batches of two sizes; some arrays may be frozen, and gradients be cut."""
    case = _images(pen)
    arrays, x = case["arrays"], case.pop("x")
    batches = [
        {
            "x": numbers("float", pen.random, (count, *x.shape[1:])),
            "y": np.array([pen.whole(0, 1) for _ in range(count)]),
        }
        for count in (2, 3)
    ]
    training = {
        "reduction": pen.of("mean", "sum"),
        "rates": [pen.of(0.0, 0.125, 0.25) for _ in arrays],
        "momentum": pen.of(0.0, 0.5),
        "decay": pen.of(0.0, 0.25),
        "clip": pen.of(None, 0.5),
    }
    return case | {"batches": batches, "training": training}


def _trained(pen: Pen) -> dict[str, Any]:
    case = _training(pen)
    return case | {"place": pen.whole(0, max(len(case["arrays"]) - 1, 0))}


DRAWN: dict[str, Draw] = {
    "conv_output_size": _conv_size,
    "pool_output_size": _pool_size,
    "conv_output_shape": _conv_shape,
    "pool_output_shape": _pool_shape,
    "flatten_shape": _flatten,
    "affine_output_shape": _features,
    "map_height": _map_shape,
    "two_sided_shape": _two_sided,
    "cropped_shape": _cropped,
    "concatenated_maps": _joined,
    "shortcut_shape": _shortcut,
    "grid_shape": _grid,
    "same_pool_shape": _same_pool,
    "conv_parameters": _conv_parameters,
    "affine_parameters": _affine_parameters,
    "separable_parameters": _separable_parameters,
    "pool_parameters": _window,
    "depthwise_parameters": _depthwise_parameters,
    "pointwise_parameters": _pointwise_parameters,
    "separable_total": _two_counts,
    "macs_of_weights": _weights_and_shape,
    "conv_macs": _conv_macs,
    "affine_macs": _affine_macs,
    "separable_macs": _separable_macs,
    "receptive_field": _field,
    "jump": _jump,
    "affine_receptive_field": _affine_field,
    "vector_field": _vector_field,
    "widest_field": _widest_field,
    "forward_analysis": _windows,
    "backward_analysis": _windows,
    "pad": _pad,
    "pad_gradient": _pad_gradient,
    "correlate1d": _conv(1),
    "correlate2d": _conv(2),
    "convolve1d": _conv(1),
    "convolve2d": _conv(2),
    "correlate1d_input_gradient": _conv_input_gradient(1),
    "correlate2d_input_gradient": _conv_input_gradient(2),
    "correlate1d_kernel_gradient": _conv_kernel_gradient(1),
    "correlate2d_kernel_gradient": _conv_kernel_gradient(2),
    "correlate3d": _conv(3),
    "convolve3d": _conv(3),
    "correlate3d_input_gradient": _conv_input_gradient(3),
    "correlate3d_kernel_gradient": _conv_kernel_gradient(3),
    "bias_gradient": _bias_gradient,
    "weight_gradient": _weight_gradient,
    "max_pool1d": _pool(1),
    "max_pool2d": _pool(2),
    "max_pool1d_gradient": _max_gradient(1),
    "max_pool2d_gradient": _max_gradient(2),
    "mean_pool1d": _mean(1),
    "mean_pool2d": _mean(2),
    "mean_pool1d_gradient": _mean_gradient(1),
    "mean_pool2d_gradient": _mean_gradient(2),
    "max_pool3d": _pool(3),
    "max_pool3d_gradient": _max_gradient(3),
    "mean_pool3d": _mean(3),
    "mean_pool3d_gradient": _mean_gradient(3),
    "global_max": _maps,
    "global_mean": _maps,
    "global_max_gradient": _maps_with_dq,
    "global_mean_gradient": _global_mean_gradient,
    "global_max_subgradients": _few_maps,
    "relu": _any_array,
    "relu_gradient": _relu_gradient,
    "affine": _affine,
    "affine_input_gradient": _affine_input_gradient,
    "affine_weights_gradient": _affine_weights_gradient,
    "affine_bias_gradient": _affine_bias_gradient,
    "softmax": _logits,
    "one_hot": _one_hot,
    "negative_log_likelihood": _probabilities_and_class,
    "logits_gradient": _probabilities_and_class,
    "cross_entropy": _logits_and_class,
    "descent_step": _step,
    "is_separable": _kernel,
    "column_factor": _kernel,
    "row_factor": _kernel_and_column,
    "separability": _kernel,
    "stack": _numbers,
    "component": _vector,
    "total": _alike,
    "unchanged": _any_array,
    "parameter_shapes": _model,
    "logits": _images,
    "loss": _images_and_classes,
    "filling": lambda pen: {"shape": tuple(pen.size(1, 4) for _ in range(pen.whole(1, 4)))},
    "parameter_gradients": _images_and_gradient,
    "loss_gradients": _images_and_classes,
    "training_loss": _training,
    "trained_parameter": _trained,
    "accuracy": _images_and_classes,
}
