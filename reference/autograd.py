"""The second engine: every operation of `reference.operations` computed by PyTorch.

Names, parameters and results are those of the hand-written functions; numbers are float64. Nothing
is shared with them: sizes come from running layers on the meta device, gradients from autograd of
the forward operation, receptive fields from the support of a gradient, costs from counting. What
PyTorch refuses as a shape is a ShapeError, as there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from fractions import Fraction
from math import lcm
from typing import Any, Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional
from torch.utils.flop_counter import FlopCounterMode

from reference.errors import ShapeError

# What is checked is small: more threads only wait for each other. It holds for the whole process.
torch.set_num_threads(1)

Array = NDArray[Any]
Sizes = int | Sequence[int]


class _Window(Protocol):
    @property
    def kernel(self) -> int: ...
    @property
    def stride(self) -> int: ...
    @property
    def dilation(self) -> int: ...


@contextmanager
def _torch_refusals() -> Iterator[None]:
    try:
        yield
    except (RuntimeError, ValueError, IndexError) as error:
        raise ShapeError(f"PyTorch needs other shapes: {error}") from error


def _tensor(x: Any) -> Tensor:
    return torch.tensor(np.asarray(x, dtype=np.float64))


def _leaf(*shape: int) -> Tensor:
    return torch.zeros(shape, dtype=torch.float64, requires_grad=True)


def _given(x: Tensor) -> Any:
    """What goes back: an array, or a Python number for a tensor without axes."""
    values = x.detach().numpy().copy()
    return values if values.ndim else values.item()


def _gradient(result: Tensor, by: Tensor, dq: Any) -> Tensor:
    upstream = _tensor(dq)
    if upstream.shape != result.shape:
        raise ShapeError(f"the result is {tuple(result.shape)}, its gradient {upstream.shape}")
    (found,) = torch.autograd.grad(result, by, upstream)
    return found


def _ints(value: Any, axes: int) -> tuple[int, ...]:
    return tuple(int(v) for v in np.broadcast_to(np.asarray(value), (axes,)))


# Sizes: a layer is run on the meta device, which computes shapes only.


def _meta(*shape: int) -> Tensor:
    return torch.empty(shape, device="meta")


def _conv_layer(axes: int) -> Callable[..., nn.Module]:
    return nn.Conv1d if axes == 1 else nn.Conv2d


def conv_output_size(
    size: int, kernel: int, stride: int = 1, padding: int = 0, dilation: int = 1
) -> int:
    """Size by a `Conv1d` on the meta device."""
    return conv_output_shape((1, size), 1, kernel, stride, padding, dilation)[1]


def pool_output_size(
    size: int, kernel: int, stride: int | None = None, padding: int = 0, ceil_mode: bool = False
) -> int:
    """Size by a `MaxPool1d` on the meta device."""
    return pool_output_shape((1, size), kernel, stride, padding, ceil_mode)[1]


def conv_output_shape(
    in_shape: Sequence[int],
    channels: int,
    kernel: Sizes,
    stride: Sizes = 1,
    padding: Sizes = 0,
    dilation: Sizes = 1,
) -> tuple[int, ...]:
    """Shape by a `Conv1d` or `Conv2d` on the meta device."""
    axes = len(in_shape) - 1
    with _torch_refusals():
        layer = _conv_layer(axes)(
            in_shape[0],
            channels,
            _ints(kernel, axes),
            _ints(stride, axes),
            _ints(padding, axes),
            _ints(dilation, axes),
            device="meta",
        )
        return tuple(layer(_meta(*in_shape)).shape)


def pool_output_shape(
    in_shape: Sequence[int],
    kernel: Sizes,
    stride: Sizes | None = None,
    padding: Sizes = 0,
    ceil_mode: bool = False,
) -> tuple[int, ...]:
    """Shape by a max-pooling on the meta device."""
    return tuple(
        _max_pool(_meta(*in_shape), len(in_shape) - 1, kernel, stride, padding, ceil_mode).shape
    )


def flatten_shape(in_shape: Sequence[int]) -> tuple[int]:
    """Shape by `flatten` on the meta device."""
    return (_meta(*in_shape).flatten().shape[0],)


# Costs: parameters of real modules, operations counted while they run on the meta device.


def _count(*layers: nn.Module) -> int:
    return sum(p.numel() for layer in layers for p in layer.parameters())


def conv_parameters(
    in_shape: Sequence[int], channels: int, kernel: Sizes, groups: int = 1, bias: bool = True
) -> int:
    """Numbers in the parameters of a `Conv1d` or `Conv2d`."""
    axes = len(in_shape) - 1
    with _torch_refusals():
        layer = _conv_layer(axes)(
            in_shape[0], channels, _ints(kernel, axes), groups=groups, bias=bias, device="meta"
        )
    return _count(layer)


def affine_parameters(in_shape: Sequence[int], features: int, bias: bool = True) -> int:
    """Numbers in the parameters of a `Linear`."""
    return _count(nn.Linear(_meta(*in_shape).numel(), features, bias=bias, device="meta"))


def _macs(run: Callable[[], Any]) -> int:
    with FlopCounterMode(display=False) as counter:
        run()
    return int(counter.get_total_flops()) // 2  # a multiplication and an addition


def _fitting(out: Sequence[int], kernel: Sequence[int]) -> tuple[int, ...]:
    """A size from which an unpadded kernel with stride 1 makes `out`: what it costs is the same."""
    transposed = nn.ConvTranspose1d if len(out) == 1 else nn.ConvTranspose2d
    return tuple(transposed(1, 1, kernel, device="meta")(_meta(1, *out)).shape[1:])  # type: ignore[arg-type]


def conv_macs(
    in_shape: Sequence[int], out_shape: Sequence[int], kernel: Sizes, groups: int = 1
) -> int:
    """Half of the operations that PyTorch counts in a convolution with that output."""
    cells = _ints(kernel, len(out_shape) - 1)
    with _torch_refusals():
        layer = _conv_layer(len(cells))(
            in_shape[0], out_shape[0], cells, groups=groups, bias=False, device="meta"
        )
        x = _meta(1, in_shape[0], *_fitting(out_shape[1:], cells))
        return _macs(lambda: layer(x))


def affine_macs(in_shape: Sequence[int], features: int) -> int:
    """Half of the operations that PyTorch counts in a `Linear`."""
    x = _meta(1, *in_shape).flatten(1)
    layer = nn.Linear(x.shape[1], features, bias=False, device="meta")
    return _macs(lambda: layer(x))


def separable_parameters(
    in_shape: Sequence[int], channels: int, kernel: Sizes, bias: bool = False
) -> int:
    """Numbers in the parameters of a depthwise and a pointwise layer."""
    axes, depth = len(in_shape) - 1, in_shape[0]
    conv = _conv_layer(axes)
    cells = _ints(kernel, axes)
    with _torch_refusals():
        return _count(
            conv(depth, depth, cells, groups=depth, bias=bias, device="meta"),
            conv(depth, channels, 1, bias=bias, device="meta"),
        )


def separable_macs(in_shape: Sequence[int], out_shape: Sequence[int], kernel: Sizes) -> int:
    """Half of the operations that PyTorch counts in a depthwise and then a pointwise layer."""
    depth, cells = in_shape[0], _ints(kernel, len(out_shape) - 1)
    conv = _conv_layer(len(cells))
    stack = nn.Sequential(
        conv(depth, depth, cells, groups=depth, bias=False, device="meta"),
        conv(depth, out_shape[0], 1, bias=False, device="meta"),
    )
    x = _meta(1, depth, *_fitting(out_shape[1:], cells))
    return _macs(lambda: stack(x))


# Receptive fields: the cells that have a gradient from one output cell.


def _through(x: Tensor, windows: Sequence[tuple[int, int, int]]) -> Tensor:
    """Outputs of layers on an input (N,): (kernel, stride, dilation) of each, positive weights."""
    maps = x[None, None]
    for kernel, stride, dilation in windows:
        # Weights that sum to 1: no overflow however deep.
        weights = torch.full((1, 1, kernel), 1 / kernel, dtype=x.dtype, device=x.device)
        maps = functional.conv1d(maps, weights, stride=stride, dilation=dilation)
    return maps.flatten()


def _long_enough(windows: Sequence[tuple[int, int, int]], outputs: int) -> int:
    """An input length that leaves so many outputs, found by doubling."""
    length = 1
    while True:
        try:
            if len(_through(_meta(length), windows)) >= outputs:
                return length
        except RuntimeError:  # the kernel is longer than the input
            pass
        length *= 2


def _support(output: Tensor, x: Tensor) -> tuple[int, int]:
    """First and last input cell that the output cell depends on."""
    (gradient,) = torch.autograd.grad(output, x, retain_graph=True)
    touched = gradient.nonzero().flatten()
    return int(touched[0]), int(touched[-1])


def _field_and_jump(windows: Sequence[tuple[int, int, int]]) -> tuple[int, int]:
    x = _leaf(_long_enough(windows, 2))
    outputs = _through(x, windows)
    (first, last), (second, _) = _support(outputs[0], x), _support(outputs[1], x)
    return last - first + 1, second - first


def receptive_field(rf_in: int, jump_in: int, kernel: int, dilation: int = 1) -> int:
    """Span of the gradient behind a layer of that field and jump, and this one."""
    return _field_and_jump([(rf_in, jump_in, 1), (kernel, 1, dilation)])[0]


def jump(jump_in: int, stride: int) -> int:
    """Distance between the supports of two neighbouring outputs."""
    return _field_and_jump([(1, jump_in, 1), (1, stride, 1)])[1]


def affine_receptive_field(rf_in: int, jump_in: int, map_size: int, in_size: int) -> int:
    """Span of the gradient of a kernel as large as the map, on the input with zeros after it.

    The fields of neighbours must touch (rf_in >= jump_in): a hole at the input's end is not seen.
    """
    windows = [(rf_in, jump_in, 1), (map_size, 1, 1)]
    x = _leaf(in_size)
    room = max(_long_enough(windows, 1) - in_size, 0)
    first, last = _support(_through(functional.pad(x, (0, room)), windows)[0], x)
    return last - first + 1


def forward_analysis(windows: Sequence[_Window]) -> tuple[tuple[int, int], ...]:
    """Field and jump of every stack of first layers."""
    plain = [(w.kernel, w.stride, w.dilation) for w in windows]
    return tuple(_field_and_jump(plain[: n + 1]) for n in range(len(plain)))


def backward_analysis(windows: Sequence[_Window]) -> int:
    """Field of the whole stack."""
    return _field_and_jump([(w.kernel, w.stride, w.dilation) for w in windows])[0]


# Padding, axis by axis.

_TORCH_MODES = {
    "zero": "constant",
    "edge": "replicate",
    "reflect": "reflect",
    "circular": "circular",
}


def _pad_last(x: Tensor, before: int, after: int, mode: str) -> Tensor:
    """Pad the last axis of a tensor of any shape."""
    rows = x.reshape(1, -1, x.shape[-1])
    if mode == "mirror":  # PyTorch has none: pieces of the mirrored row on both sides
        back = rows.flip(-1)
        if max(before, after) > x.shape[-1]:
            raise ShapeError(f"{x.shape[-1]} cells cannot be mirrored {before} and {after} wide")
        rows = torch.cat([back[..., x.shape[-1] - before :], rows, back[..., :after]], dim=-1)
    elif mode in _TORCH_MODES:
        with _torch_refusals():
            rows = functional.pad(rows, (before, after), _TORCH_MODES[mode])
    else:
        raise ValueError(f"unknown padding mode {mode!r}")
    return rows.reshape(*x.shape[:-1], rows.shape[-1])


def _padded(x: Tensor, padding: Any, mode: str, axes: Sequence[int] | None) -> Tensor:
    widths: Any = np.asarray(padding)
    if axes is None:
        count = min(x.ndim, 2 if widths.ndim == 0 else len(widths))
        axes = range(x.ndim - count, x.ndim)
    if widths.ndim == 1 and not (len(axes) == 1 and len(widths) == 2):
        widths = widths[:, None]
    for axis, (before, after) in zip(axes, np.broadcast_to(widths, (len(axes), 2)), strict=True):
        padded = _pad_last(x.movedim(axis, -1), int(before), int(after), mode)
        x = padded.movedim(-1, axis)
    return x


def pad(x: Any, padding: Any, mode: str = "zero", axes: Sequence[int] | None = None) -> Any:
    """`functional.pad`, axis by axis."""
    return _given(_padded(_tensor(x), padding, mode, axes))


def pad_gradient(
    dq: Any,
    x_shape: Sequence[int],
    padding: Any,
    mode: str = "zero",
    axes: Sequence[int] | None = None,
) -> Any:
    """Autograd of `functional.pad`."""
    x = _leaf(*x_shape)
    return _given(_gradient(_padded(x, padding, mode, axes), x, dq))


# Convolution.


def _conv(
    x: Tensor,
    w: Tensor,
    bias: Any,
    axes: int,
    stride: Any,
    padding: Any,
    dilation: Any,
    groups: int,
    mode: str,
) -> Tensor:
    run: Callable[..., Tensor] = functional.conv1d if axes == 1 else functional.conv2d
    padded = _padded(x, padding, mode, range(x.ndim - axes, x.ndim))
    plain = x.ndim == axes
    if plain:
        padded, w = padded[None], w[None, None]
    offset = None if bias is None else _tensor(bias).expand(w.shape[0])
    with _torch_refusals():
        q = run(padded, w, offset, _ints(stride, axes), 0, _ints(dilation, axes), groups)
    return q[0] if plain else q


def _conv_input_gradient(dq: Any, w: Any, in_size: Any, axes: int, groups: int, *how: Any) -> Any:
    kernels = _tensor(w)
    lead = np.shape(dq)[:-axes]
    channels = (*lead[:-1], kernels.shape[1] * groups) if lead else ()
    x = _leaf(*channels, *_ints(in_size, axes))
    stride, padding, dilation, mode = how
    q = _conv(x, kernels, None, axes, stride, padding, dilation, groups, mode)
    return _given(_gradient(q, x, dq))


def _conv_kernel_gradient(x: Any, dq: Any, size: Any, axes: int, groups: int, *how: Any) -> Any:
    image = _tensor(x)
    outputs = (
        (np.shape(dq)[-axes - 1], image.shape[-axes - 1] // groups) if image.ndim > axes else ()
    )
    w = _leaf(*outputs, *_ints(size, axes))
    stride, padding, dilation, mode = how
    q = _conv(image, w, None, axes, stride, padding, dilation, groups, mode)
    return _given(_gradient(q, w, dq))


def correlate1d(
    x: Any,
    w: Any,
    bias: Any = None,
    stride: Any = 1,
    padding: Any = 0,
    dilation: Any = 1,
    groups: int = 1,
    mode: str = "zero",
) -> Any:
    """`functional.conv1d`."""
    return _given(_conv(_tensor(x), _tensor(w), bias, 1, stride, padding, dilation, groups, mode))


def correlate2d(
    x: Any,
    w: Any,
    bias: Any = None,
    stride: Any = 1,
    padding: Any = 0,
    dilation: Any = 1,
    groups: int = 1,
    mode: str = "zero",
) -> Any:
    """`functional.conv2d`."""
    return _given(_conv(_tensor(x), _tensor(w), bias, 2, stride, padding, dilation, groups, mode))


def convolve1d(
    x: Any,
    w: Any,
    bias: Any = None,
    stride: Any = 1,
    padding: Any = 0,
    dilation: Any = 1,
    groups: int = 1,
    mode: str = "zero",
) -> Any:
    """`functional.conv1d` with a flipped kernel."""
    flipped = _tensor(w).flip(-1)
    return _given(_conv(_tensor(x), flipped, bias, 1, stride, padding, dilation, groups, mode))


def convolve2d(
    x: Any,
    w: Any,
    bias: Any = None,
    stride: Any = 1,
    padding: Any = 0,
    dilation: Any = 1,
    groups: int = 1,
    mode: str = "zero",
) -> Any:
    """`functional.conv2d` with a flipped kernel."""
    flipped = _tensor(w).flip(-2, -1)
    return _given(_conv(_tensor(x), flipped, bias, 2, stride, padding, dilation, groups, mode))


def correlate1d_input_gradient(
    dq: Any,
    w: Any,
    in_size: Any,
    stride: Any = 1,
    padding: Any = 0,
    dilation: Any = 1,
    groups: int = 1,
    mode: str = "zero",
) -> Any:
    """Autograd of `functional.conv1d` by its input."""
    return _conv_input_gradient(dq, w, in_size, 1, groups, stride, padding, dilation, mode)


def correlate2d_input_gradient(
    dq: Any,
    w: Any,
    in_size: Any,
    stride: Any = 1,
    padding: Any = 0,
    dilation: Any = 1,
    groups: int = 1,
    mode: str = "zero",
) -> Any:
    """Autograd of `functional.conv2d` by its input."""
    return _conv_input_gradient(dq, w, in_size, 2, groups, stride, padding, dilation, mode)


def correlate1d_kernel_gradient(
    x: Any,
    dq: Any,
    kernel_size: Any,
    stride: Any = 1,
    padding: Any = 0,
    dilation: Any = 1,
    groups: int = 1,
    mode: str = "zero",
) -> Any:
    """Autograd of `functional.conv1d` by its kernel."""
    return _conv_kernel_gradient(x, dq, kernel_size, 1, groups, stride, padding, dilation, mode)


def correlate2d_kernel_gradient(
    x: Any,
    dq: Any,
    kernel_size: Any,
    stride: Any = 1,
    padding: Any = 0,
    dilation: Any = 1,
    groups: int = 1,
    mode: str = "zero",
) -> Any:
    """Autograd of `functional.conv2d` by its kernel."""
    return _conv_kernel_gradient(x, dq, kernel_size, 2, groups, stride, padding, dilation, mode)


def bias_gradient(dq: Any, ndim: int = 2) -> Any:
    """Autograd of a bias that is added at every position."""
    upstream = _tensor(dq)
    channels = () if upstream.ndim == ndim else (upstream.shape[-ndim - 1],)
    bias = _leaf(*channels)
    added = bias.reshape(*channels, *(1,) * ndim) + torch.zeros(upstream.shape)
    return _given(_gradient(added, bias, dq))


# Pooling.


def _max_pool(
    x: Tensor, axes: int, kernel: Any, stride: Any, padding: Any, ceil_mode: bool
) -> Tensor:
    steps = None if stride is None else _ints(stride, axes)
    run: Callable[..., Tensor] = functional.max_pool1d if axes == 1 else functional.max_pool2d
    with _torch_refusals():
        # PyTorch needs an axis of channels, and one of its own for 1D on a batch.
        rows = x.reshape(-1, 1, *x.shape[x.ndim - axes :])
        q = run(
            rows,
            _ints(kernel, axes),
            steps,
            _ints(padding, axes),
            ceil_mode=ceil_mode,
        )
    return q.reshape(*x.shape[: x.ndim - axes], *q.shape[2:])


def _mean_pool(
    x: Tensor,
    axes: int,
    kernel: Any,
    stride: Any,
    padding: Any,
    ceil_mode: bool,
    include_pad: bool,
) -> Tensor:
    steps = None if stride is None else _ints(stride, axes)
    run: Callable[..., Tensor] = functional.avg_pool1d if axes == 1 else functional.avg_pool2d
    with _torch_refusals():
        rows = x.reshape(-1, 1, *x.shape[x.ndim - axes :])
        q = run(rows, _ints(kernel, axes), steps, _ints(padding, axes), ceil_mode, include_pad)
    return q.reshape(*x.shape[: x.ndim - axes], *q.shape[2:])


def max_pool1d(
    x: Any, kernel: Any, stride: Any = None, padding: Any = 0, ceil_mode: bool = False
) -> Any:
    """`functional.max_pool1d`."""
    return _given(_max_pool(_tensor(x), 1, kernel, stride, padding, ceil_mode))


def max_pool2d(
    x: Any, kernel: Any, stride: Any = None, padding: Any = 0, ceil_mode: bool = False
) -> Any:
    """`functional.max_pool2d`."""
    return _given(_max_pool(_tensor(x), 2, kernel, stride, padding, ceil_mode))


def max_pool1d_gradient(
    x: Any, dq: Any, kernel: Any, stride: Any = None, padding: Any = 0, ceil_mode: bool = False
) -> Any:
    """Autograd of `functional.max_pool1d`."""
    image = _tensor(x).requires_grad_()
    return _given(_gradient(_max_pool(image, 1, kernel, stride, padding, ceil_mode), image, dq))


def max_pool2d_gradient(
    x: Any, dq: Any, kernel: Any, stride: Any = None, padding: Any = 0, ceil_mode: bool = False
) -> Any:
    """Autograd of `functional.max_pool2d`."""
    image = _tensor(x).requires_grad_()
    return _given(_gradient(_max_pool(image, 2, kernel, stride, padding, ceil_mode), image, dq))


def mean_pool1d(
    x: Any,
    kernel: Any,
    stride: Any = None,
    padding: Any = 0,
    ceil_mode: bool = False,
    count_include_pad: bool = True,
) -> Any:
    """`functional.avg_pool1d`."""
    return _given(_mean_pool(_tensor(x), 1, kernel, stride, padding, ceil_mode, count_include_pad))


def mean_pool2d(
    x: Any,
    kernel: Any,
    stride: Any = None,
    padding: Any = 0,
    ceil_mode: bool = False,
    count_include_pad: bool = True,
) -> Any:
    """`functional.avg_pool2d`."""
    return _given(_mean_pool(_tensor(x), 2, kernel, stride, padding, ceil_mode, count_include_pad))


def mean_pool1d_gradient(
    dq: Any,
    in_size: Any,
    kernel: Any,
    stride: Any = None,
    padding: Any = 0,
    ceil_mode: bool = False,
    count_include_pad: bool = True,
) -> Any:
    """Autograd of `functional.avg_pool1d`."""
    x = _leaf(*np.shape(dq)[:-1], *_ints(in_size, 1))
    q = _mean_pool(x, 1, kernel, stride, padding, ceil_mode, count_include_pad)
    return _given(_gradient(q, x, dq))


def mean_pool2d_gradient(
    dq: Any,
    in_size: Any,
    kernel: Any,
    stride: Any = None,
    padding: Any = 0,
    ceil_mode: bool = False,
    count_include_pad: bool = True,
) -> Any:
    """Autograd of `functional.avg_pool2d`."""
    x = _leaf(*np.shape(dq)[:-2], *_ints(in_size, 2))
    q = _mean_pool(x, 2, kernel, stride, padding, ceil_mode, count_include_pad)
    return _given(_gradient(q, x, dq))


def _rows(x: Tensor) -> Tensor:
    """Each map as one row."""
    return x.flatten() if x.ndim < 3 else x.flatten(-2)


def global_max(x: Any) -> Any:
    """`amax`."""
    return _given(_rows(_tensor(x)).amax(-1))


def global_mean(x: Any) -> Any:
    """`mean`."""
    return _given(_rows(_tensor(x)).mean(-1))


def global_max_gradient(x: Any, dq: Any) -> Any:
    """Autograd of a max-pooling with a window as large as the map."""
    image = _tensor(x).requires_grad_()
    flat = image if image.ndim < 2 else image.flatten(-2)
    width = flat.shape[-1]
    q = functional.max_pool1d(flat.reshape(-1, 1, width), width).reshape(image.shape[:-2])
    return _given(_gradient(q, image, dq))


def global_mean_gradient(dq: Any, in_size: Any) -> Any:
    """Autograd of `mean`."""
    x = _leaf(*np.shape(dq), *np.atleast_1d(in_size).tolist())
    return _given(_gradient(_rows(x).mean(-1), x, dq))


def global_max_subgradients(x: Any, dq: Any) -> tuple[Any, ...]:
    """Autograd of `amax` where one of the tied cells of each map is raised, and where none is."""
    image = _tensor(x)
    rows = _rows(image).reshape(-1, max(_rows(image).shape[-1], 1))
    tied = [(row == row.amax()).nonzero().flatten() for row in rows]
    raised = torch.cartesian_prod(*tied).reshape(-1, len(rows))[:64]
    bumps = [functional.one_hot(cells, rows.shape[1]).reshape(image.shape) for cells in raised]
    if len(bumps) > 1:
        bumps.append(torch.zeros_like(bumps[0]))
    found = []
    for bump in bumps:
        leaf = (image + bump).requires_grad_()
        found.append(_given(_gradient(_rows(leaf).amax(-1), leaf, dq)))
    return tuple(found)


# ReLU, affine layer, softmax, descent.


def relu(x: Any) -> Any:
    """`functional.relu`."""
    return _given(functional.relu(_tensor(x)))


def relu_gradient(x: Any, dq: Any) -> Any:
    """Autograd of `functional.relu`."""
    leaf = _tensor(x).requires_grad_()
    return _given(_gradient(functional.relu(leaf), leaf, dq))


def affine(x: Any, weights: Any, bias: Any = None) -> Any:
    """`functional.linear`."""
    matrix = _tensor(weights)
    offset = None if bias is None else _tensor(bias).expand(matrix.shape[0])
    with _torch_refusals():
        return _given(functional.linear(_tensor(x), matrix, offset))


def affine_input_gradient(dq: Any, weights: Any) -> Any:
    """Autograd of `functional.linear` by its input."""
    matrix = _tensor(weights)
    x = _leaf(*np.shape(dq)[:-1], matrix.shape[1])
    return _given(_gradient(functional.linear(x, matrix), x, dq))


def affine_weights_gradient(x: Any, dq: Any) -> Any:
    """Autograd of `functional.linear` by its weights."""
    data = _tensor(x)
    weights = _leaf(np.shape(dq)[-1], data.shape[-1])
    return _given(_gradient(functional.linear(data, weights), weights, dq))


def affine_bias_gradient(dq: Any) -> Any:
    """Autograd of `functional.linear` by its bias."""
    *batch, outputs = np.shape(dq)
    bias = _leaf(outputs)
    zeros = torch.zeros(*batch, 1, dtype=torch.float64)
    return _given(
        _gradient(functional.linear(zeros, torch.zeros(outputs, 1).double(), bias), bias, dq)
    )


def softmax(s: Any) -> Any:
    """`functional.softmax`."""
    return _given(functional.softmax(_tensor(s), dim=-1))


def one_hot(n: int, y: Any) -> Any:
    """`functional.one_hot`."""
    with _torch_refusals():
        return _given(functional.one_hot(torch.tensor(np.asarray(y, dtype=np.int64)), n))


def negative_log_likelihood(p: Any, y: Any) -> float:
    """`functional.nll_loss`."""
    with _torch_refusals():
        loss = functional.nll_loss(_tensor(p).log(), torch.tensor(np.asarray(y, dtype=np.int64)))
    return float(loss)


def logits_gradient(p: Any, y: Any) -> Any:
    """Autograd of the summed `functional.cross_entropy` at logits whose softmax is p: at ln p."""
    s = _tensor(p).log().requires_grad_()
    with _torch_refusals():
        target = torch.tensor(np.asarray(y, dtype=np.int64))
        loss = functional.cross_entropy(s, target, reduction="sum")
    return _given(_gradient(loss, s, 1.0))


def cross_entropy(s: Any, y: Any) -> float:
    """`functional.cross_entropy`."""
    with _torch_refusals():
        return float(
            functional.cross_entropy(_tensor(s), torch.tensor(np.asarray(y, dtype=np.int64)))
        )


def descent_step(parameter: Any, gradient: Any, rate: Any) -> Any:
    """One step of `torch.optim.SGD`."""
    weights = _tensor(parameter).requires_grad_()
    weights.grad = _tensor(gradient)
    # SGD refuses a negative rate, and walks uphill instead.
    torch.optim.SGD([weights], lr=abs(float(rate)), maximize=float(rate) < 0).step()
    return _given(weights)


# Separable kernels, by the singular value decomposition.


def is_separable(kernel: Any) -> bool:
    """`matrix_rank`, to the precision of float64."""
    return int(torch.linalg.matrix_rank(_tensor(kernel))) == 1


def column_factor(kernel: Any) -> Any:
    """The first left singular vector, scaled to whole numbers."""
    if not is_separable(kernel):
        raise ValueError("a kernel of rank one is needed")
    vector = torch.linalg.svd(_tensor(kernel)).U[:, 0].numpy()
    first = vector[np.flatnonzero(abs(vector) > 1e-9)[0]]
    ratios = [Fraction(float(v / first)).limit_denominator(10_000) for v in vector]
    whole = [r * lcm(*(r.denominator for r in ratios)) for r in ratios]
    return np.array([float(v) for v in whole])


def row_factor(kernel: Any, column: Any) -> Any:
    """The least-squares solution for the row."""
    cells, heights = _tensor(kernel), _tensor(column)[:, None]
    with _torch_refusals():
        row = torch.linalg.lstsq(heights, cells).solution
    if not torch.allclose(heights @ row, cells):
        raise ValueError("the kernel is no outer product of this column and a row")
    return _given(row[0])
