"""Models as `nn.Sequential`, with the parameters that PyTorch registers."""

from __future__ import annotations

import math
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
    return given(scores_of(x, layers, arrays).detach())


def loss(x: Any, y: Any, layers: Sequence[Mapping[str, Any]], arrays: Sequence[Any]) -> float:
    """`functional.cross_entropy` of what an `nn.Sequential` puts out."""
    with torch_refusals():
        scores = scores_of(x, layers, arrays).detach()
        return float(functional.cross_entropy(scores, torch.as_tensor(y)))


def parameter_gradients(
    x: Any, layers: Sequence[Mapping[str, Any]], arrays: Sequence[Any], dq: Any
) -> Any:
    """What goes back to the arrays from the output of an `nn.Sequential`."""
    with torch_refusals():
        leaves = [tensor(array).requires_grad_() for array in arrays]
        scores, by_score = scores_of(x, layers, leaves), tensor(dq)
        if scores.shape != by_score.shape:
            raise ShapeError("a gradient for each score is needed")
        return _by_arrays((scores * by_score).sum(), leaves)


def loss_gradients(
    x: Any, y: Any, layers: Sequence[Mapping[str, Any]], arrays: Sequence[Any]
) -> Any:
    """What goes back to the arrays from `functional.cross_entropy`."""
    with torch_refusals():
        leaves = [tensor(array).requires_grad_() for array in arrays]
        scores = scores_of(x, layers, leaves)
        return _by_arrays(functional.cross_entropy(scores, torch.as_tensor(y)), leaves)


def filling(shape: Sequence[int]) -> Any:
    """The parts after the point of the multiples of the golden ratio, one by one."""
    weights = math.prod(shape[1:]) if len(shape) > 1 else 24
    numbers = [math.fmod(n * 0.6180339887498949, 1) for n in range(1, math.prod(shape) + 1)]
    limit = math.sqrt(6 / max(weights, 1))
    return given((torch.tensor(numbers, dtype=torch.float64).reshape(*shape) * 2 - 1) * limit)


def _by_arrays(value: Tensor, leaves: Sequence[Tensor]) -> Any:
    if not leaves or not value.requires_grad:
        return given(torch.zeros(sum(leaf.numel() for leaf in leaves), dtype=torch.float64))
    found = torch.autograd.grad(value, list(leaves), allow_unused=True, materialize_grads=True)
    return given(torch.cat([each.flatten() for each in found]))


class _ChannelsLast(nn.Module):
    """(N, C, H, W) -> (N, H, W, C)."""

    def forward(self, x: Tensor) -> Tensor:
        return x.permute(0, 2, 3, 1)


def scores_of(x: Any, layers: Sequence[Mapping[str, Any]], arrays: Sequence[Any]) -> Tensor:
    """What an `nn.Sequential` puts out, from which gradients flow back to tensors among arrays."""
    images = tensor(x)
    with torch_refusals():
        model = _built(images.shape[1:], layers).to_empty(device="cpu").double()
        unused = [one if isinstance(one, Tensor) else tensor(one) for one in arrays]
        chosen: dict[str, Tensor] = {}
        named = dict(model.named_parameters())
        if len(named) == len(unused):
            pairs = zip(named.items(), unused, strict=True)
            chosen = {name: own for (name, at), own in pairs if own.shape == at.shape}
            unused = [one for one in unused if not any(one is own for own in chosen.values())]
        for name, parameter in named.items():
            fitting = [n for n, array in enumerate(unused) if array.shape == parameter.shape]
            if name not in chosen:
                fill = tensor(filling(parameter.shape))
                chosen[name] = unused.pop(fitting[0]) if fitting else fill
        scores: Tensor = torch.func.functional_call(model, chosen, (images,))
    return scores


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
