"""The model of a sheet: its layers, and what the class ``Net`` calls their parameters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NotRequired, TypedDict

from reference.model import Layer

RELU: Layer = {"kind": "relu"}
FLATTEN: Layer = {"kind": "flatten"}
POOL: Layer = {"kind": "max-pool", "kernel": 2, "stride": 2}


class Parameters(TypedDict):
    """What a sheet is about; ``input`` is (C, H, W).

    The last layer has ``features`` inputs and an output per class. ``names`` are those of the
    functions, by what they are for (``step``, ``head``, ``groups``, ``accuracy``), and ``order`` is
    that of the arguments of a step. With a new head come the ``parts`` of the model and what of it
    is ``frozen``. With groups come whether each layer has a rate of its own (``each``), whether the
    factor ``divides`` or multiplies, what the optimizer has beside its rates (an ``option`` and its
    ``value``) and the norm to which gradients are cut (``clip``).
    """

    kind: str
    input: list[int]
    layers: list[Layer]
    features: int
    names: dict[str, str]
    order: list[str]
    reduction: str
    parts: NotRequired[list[str]]
    frozen: NotRequired[str]
    each: NotRequired[bool]
    divides: NotRequired[bool]
    option: NotRequired[str]
    value: NotRequired[float]
    clip: NotRequired[float]


def conv(channels: int, kernel: int) -> Layer:
    """A convolution with bias, stride 1 and no padding."""
    return {"kind": "conv", "channels": channels, "kernel": kernel, "stride": 1, "padding": 0}


def affine(features: int, bias: bool = True) -> Layer:
    """A fully connected layer."""
    return {"kind": "affine", "features": features, "bias": bias}


def paths(p: Mapping[str, Any]) -> list[str]:
    """The names that PyTorch has for all parameters, in their order."""
    found = []
    seen = 0
    several = sum(layer["kind"] == "conv" for layer in p["layers"]) > 1
    for at, layer in enumerate(p["layers"]):
        if layer["kind"] not in ("conv", "affine"):
            continue
        if "parts" in p:
            backbone, head = p["parts"]
            owner = head if layer["kind"] == "affine" else f"{backbone}.{at}"
        elif layer["kind"] == "affine":
            owner = "fc"
        else:
            seen += 1
            owner = f"conv{seen}" if several else "conv"
        found.append(f"{owner}.weight")
        if layer.get("bias", True):
            found.append(f"{owner}.bias")
    return found


def depths(p: Mapping[str, Any]) -> list[int]:
    """How many factors smaller the learning rate of each parameter is than that of the last layer.

    Of the convolutions, the one before the last layer is one factor smaller; those before it are as
    well, or by a further factor each.
    """
    owners = [path.rpartition(".")[0] for path in paths(p)]
    order = list(dict.fromkeys(owners))[::-1]
    return [order.index(owner) if p["each"] else min(order.index(owner), 1) for owner in owners]
