"""Training by `torch.optim.SGD`, on an `nn.Sequential`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional
from torch.nn.utils import clip_grad_norm_

from reference.autograd.model import scores_of
from reference.autograd.numbers import given, tensor, torch_refusals
from reference.errors import ShapeError

Layers = Sequence[Mapping[str, Any]]
Batch = Mapping[str, Any]


def training_loss(
    batches: Sequence[Batch],
    layers: Layers,
    arrays: Sequence[Any],
    training: Mapping[str, Any],
) -> float:
    """`functional.cross_entropy` of the last batch, once the others have been trained on."""
    with torch_refusals():
        leaves = _trained(batches[:-1], layers, arrays, training)
        return float(_loss(batches[-1], layers, leaves, training).detach())


def trained_parameter(
    batches: Sequence[Batch],
    layers: Layers,
    arrays: Sequence[Any],
    training: Mapping[str, Any],
    place: int,
) -> Any:
    """What a leaf of the graph has become."""
    with torch_refusals():
        return given(_trained(batches, layers, arrays, training)[place].detach())


def accuracy(x: Any, y: Any, layers: Layers, arrays: Sequence[Any]) -> float:
    """One for each image whose own class is among the one that `topk` finds, averaged."""
    with torch_refusals():
        best = scores_of(x, layers, arrays).detach().topk(1, dim=1).indices
        return float(best.eq(torch.as_tensor(y)[:, None]).double().mean())


def _trained(
    batches: Sequence[Batch],
    layers: Layers,
    arrays: Sequence[Any],
    training: Mapping[str, Any],
) -> list[Tensor]:
    leaves = [tensor(array) for array in arrays]
    if len(leaves) != len(training["rates"]):
        raise ShapeError("a rate for each array is needed")
    groups = []
    for leaf, rate in zip(leaves, training["rates"], strict=True):
        if rate:
            groups.append({"params": [leaf.requires_grad_()], "lr": float(rate)})
    if not groups:
        return leaves
    optimizer = torch.optim.SGD(
        groups,
        momentum=float(training.get("momentum", 0)),
        weight_decay=float(training.get("decay", 0)),
    )
    for batch in batches:
        optimizer.zero_grad()
        _loss(batch, layers, leaves, training).backward()
        if training.get("clip") is not None:
            clip_grad_norm_(leaves, float(training["clip"]))
        optimizer.step()
    return leaves


def _loss(
    batch: Batch, layers: Layers, leaves: Sequence[Tensor], training: Mapping[str, Any]
) -> Tensor:
    found, y = scores_of(batch["x"], layers, leaves), torch.as_tensor(batch["y"])
    return functional.cross_entropy(found, y, reduction=training["reduction"])
