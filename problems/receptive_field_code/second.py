"""The rules of layers once more: windows laid down one by one, cells traced back, and PyTorch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Layer = Mapping[str, Any]


def layer_sizes(layers: Sequence[Layer], in_shape: Sequence[int], axis: int) -> list[int]:
    """As many cells as windows begin and end on the padded map."""
    found: list[int] = []
    size = int(in_shape[1 + axis])
    for layer in layers:
        last = size + int(layer["padding"][axis]) - 1
        starts = range(-int(layer["padding"][axis]), last + 1, int(layer["stride"][axis]))
        reach = int(layer["dilation"][axis]) * (int(layer["kernel"][axis]) - 1)
        windows = [start for start in starts if start + reach <= last]
        size = 1 if layer["kind"] == "fc" else len(windows)
        found.append(size)
    return found


def layer_channels(layers: Sequence[Layer], in_shape: Sequence[int]) -> list[int]:
    """Those of the last layer with weights, or of the input."""
    return [
        ([int(in_shape[0])] + [each["channels"] for each in layers[: at + 1] if _learns(each)])[-1]
        for at in range(len(layers))
    ]


def layer_fields(layers: Sequence[Layer], in_shape: Sequence[int], axis: int) -> list[int]:
    """From the first to the last cell of an endless input on which one output depends."""
    found: list[int] = []
    for at in range(len(layers)):
        if any(each["kind"] == "fc" for each in layers[: at + 1]):
            found.append(int(in_shape[1 + axis]))
        else:
            cells = _cells(layers[: at + 1], axis, output=0)
            found.append(max(cells) - min(cells) + 1)
    return found


def layer_jumps(layers: Sequence[Layer], axis: int) -> list[int]:
    """How far apart the cells of two neighbouring outputs begin."""
    behind = [layers[: at + 1] for at in range(len(layers))]
    return [min(_cells(each, axis, 1)) - min(_cells(each, axis, 0)) for each in behind]


def layer_parameters(layers: Sequence[Layer], in_shape: Sequence[int]) -> list[int]:
    """What PyTorch's modules count, on a tensor without numbers."""
    import torch
    from torch import nn

    found: list[int] = []
    x = torch.zeros(1, *map(int, in_shape), device="meta")
    for layer in layers:
        kernel, stride, padding, dilation = (
            (int(layer[name][0]), int(layer[name][1]))
            for name in ("kernel", "stride", "padding", "dilation")
        )
        module: nn.Module = nn.ReLU()
        if layer["kind"] == "conv":
            module = nn.Conv2d(
                x.shape[1],
                layer["channels"],
                kernel,
                stride,
                padding,
                dilation,
                groups=layer["groups"],
                bias=layer["bias"],
                device="meta",
            )
        elif layer["kind"] == "pool":
            module = nn.MaxPool2d(kernel, stride, padding, dilation)
        elif layer["kind"] == "fc":
            features = layer["channels"]
            linear = nn.Linear(x[0].numel(), features, bias=layer["bias"], device="meta")
            module = nn.Sequential(nn.Flatten(), linear, nn.Unflatten(1, (features, 1, 1)))
        x = module(x)
        found.append(sum(p.numel() for p in module.parameters()))
    return found


def _learns(layer: Layer) -> bool:
    return layer["kind"] not in ("pool", "relu")


def _cells(layers: Sequence[Layer], axis: int, output: int) -> set[int]:
    """The cells of an endless input, of either sign, on which one output depends."""
    cells = {output}
    for layer in reversed(layers):
        stride, dilation = int(layer["stride"][axis]), int(layer["dilation"][axis])
        taps = range(int(layer["kernel"][axis]))
        cells = {stride * cell + dilation * tap for cell in cells for tap in taps}
    return cells
