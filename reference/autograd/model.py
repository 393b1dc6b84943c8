"""Models as `nn.Sequential`, with the parameters that PyTorch registers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from reference.autograd.numbers import given, meta, tensor, torch_refusals
from reference.errors import ShapeError


def parameter_shapes(
    in_shape: Sequence[int], layers: Sequence[Mapping[str, Any]]
) -> tuple[tuple[int, ...], ...]:
    """Shapes of the parameters of an `nn.Sequential`."""
    with torch_refusals():
        return tuple(tuple(p.shape) for p in _built(in_shape, layers).parameters())


def logits(x: Any, layers: Sequence[Mapping[str, Any]], arrays: Sequence[Any]) -> Any:
    """What an `nn.Sequential` puts out."""
    return given(_scores(x, layers, arrays))


def loss(x: Any, y: Any, layers: Sequence[Mapping[str, Any]], arrays: Sequence[Any]) -> float:
    """`functional.cross_entropy` of what an `nn.Sequential` puts out."""
    with torch_refusals():
        return float(functional.cross_entropy(_scores(x, layers, arrays), torch.as_tensor(y)))


def loss_has_gradient() -> bool:
    """`requires_grad` of the loss of a small model."""
    model = nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 2))
    value = functional.cross_entropy(model(torch.ones(5, 3)), torch.ones(5).long())
    return value.requires_grad


class _ChannelsLast(nn.Module):
    """(N, C, H, W) -> (N, H, W, C)."""

    def forward(self, x: Tensor) -> Tensor:
        return x.permute(0, 2, 3, 1)


def _scores(x: Any, layers: Sequence[Mapping[str, Any]], arrays: Sequence[Any]) -> Tensor:
    images = tensor(x)
    with torch_refusals():
        model = _built(images.shape[1:], layers).to_empty(device="cpu").double()
        unused = [tensor(array) for array in arrays]
        for parameter in model.parameters():
            fitting = [n for n, array in enumerate(unused) if array.shape == parameter.shape]
            parameter.data = unused.pop(fitting[0]) if fitting else torch.zeros_like(parameter)
        scores: Tensor = model(images)
    return scores.detach()


def _built(in_shape: Sequence[int], layers: Sequence[Mapping[str, Any]]) -> nn.Sequential:
    """The model on the meta device, where each layer is told what the one before puts out."""
    model, h = nn.Sequential(), meta(1, *in_shape)
    for layer in layers:
        for module in _modules(layer, h):
            model.append(module)
            h = module(h)
    return model


def _modules(layer: Mapping[str, Any], h: Tensor) -> list[nn.Module]:
    how = {"bias": layer.get("bias", True), "device": "meta"}
    match layer["kind"]:
        case "conv":
            sizes = (layer["kernel"], layer["stride"], layer["padding"])
            return [nn.Conv2d(h.shape[1], layer["channels"], *sizes, **how)]
        case "affine" if h.ndim != 2:
            raise ShapeError(f"a layer for vectors got {tuple(h.shape)}")
        case "affine":
            return [nn.Linear(h.shape[1], layer["features"], **how)]
        case "max-pool" | "mean-pool" if h.ndim != 4:
            raise ShapeError(f"a layer for maps got {tuple(h.shape)}")
        case "max-pool":
            return [nn.MaxPool2d(layer["kernel"], layer["stride"])]
        case "mean-pool":
            return [nn.AvgPool2d(layer["kernel"], layer["stride"])]
        case "flatten":
            order = [_ChannelsLast()] if layer.get("channels_last") else []
            return [*order, nn.Flatten()]
        case "relu":
            return [nn.ReLU()]
        case _:
            return [nn.Softmax(dim=-1)]
