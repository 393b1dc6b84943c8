"""What a function tells of each layer of a list, one quantity after the other.

Layers are in full: a record has ``kind`` (``"conv"``, ``"pool"``, ``"relu"`` or ``"fc"``), the
pairs ``kernel``, ``stride``, ``padding`` and ``dilation`` (height, width), and for what has weights
``channels``, ``groups`` and ``bias``. Along one axis the pairs have one entry. ``in_shape`` is
(C, H, W) or (C, N), an ``axis`` 0 or 1. Sizes are in cells, fields and jumps in cells of the input.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from problems.receptive_field_code import wrong_fields, wrong_sizes, wrong_weights
from problems.rule import Rule
from reference.costs import affine_parameters, conv_parameters
from reference.receptive_field import jump, receptive_field
from reference.sizes import conv_output_size

Layer = Mapping[str, Any]


def layer_sizes(layers: Sequence[Layer], in_shape: Sequence[int], axis: int) -> list[int]:
    """Cells along an axis behind each layer; 1 behind a fully connected one. Raises ShapeError."""
    found: list[int] = []
    size = in_shape[1 + axis]
    for layer in layers:
        names = ("kernel", "stride", "padding", "dilation")
        window = {name: layer[name][axis] for name in names}
        size = 1 if layer["kind"] == "fc" else conv_output_size(size, **window)
        found.append(size)
    return found


def layer_channels(layers: Sequence[Layer], in_shape: Sequence[int]) -> list[int]:
    """Channels behind each layer: those of a pooling and of a ReLU are those before it."""
    found: list[int] = []
    channels = in_shape[0]
    for layer in layers:
        channels = layer["channels"] if layer["kind"] in ("conv", "fc") else channels
        found.append(channels)
    return found


def layer_fields(layers: Sequence[Layer], in_shape: Sequence[int], axis: int) -> list[int]:
    """Receptive field behind each layer along an axis, in cells of the input.

    From a fully connected layer on it is all of the input. Raises ShapeError for a number below 1.
    Source: Araujo, Norris, Sim 2019, equation 2.
    """
    found: list[int] = []
    field, distance, sees_all = 1, 1, False
    for layer in layers:
        sees_all = sees_all or layer["kind"] == "fc"
        field = receptive_field(field, distance, layer["kernel"][axis], layer["dilation"][axis])
        distance = jump(distance, layer["stride"][axis])
        found.append(in_shape[1 + axis] if sees_all else field)
    return found


def layer_jumps(layers: Sequence[Layer], axis: int) -> list[int]:
    """Distance between neighbouring outputs of each layer along an axis, in cells of the input.

    Raises ShapeError for a number below 1.
    """
    found: list[int] = []
    distance = 1
    for layer in layers:
        distance = jump(distance, layer["stride"][axis])
        found.append(distance)
    return found


def layer_parameters(layers: Sequence[Layer], in_shape: Sequence[int]) -> list[int]:
    """Parameters of each layer, those of poolings and ReLUs 0. Raises ShapeError."""
    sides = [layer_sizes(layers, in_shape, axis) for axis in range(len(in_shape) - 1)]
    shapes = [
        tuple(in_shape),
        *zip(layer_channels(layers, in_shape), *sides, strict=True),
    ]
    found: list[int] = []
    for layer, before in zip(layers, shapes, strict=False):
        if layer["kind"] == "conv":
            kernel = tuple(layer["kernel"])
            weights = (before, layer["channels"], kernel, layer["groups"], layer["bias"])
            found.append(conv_parameters(*weights))
        elif layer["kind"] == "fc":
            found.append(affine_parameters(before, layer["channels"], layer["bias"]))
        else:
            found.append(0)
    return found


SIZES = Rule("layer-sizes", layer_sizes, slips=wrong_sizes.OF_SIZES)
CHANNELS = Rule("layer-channels", layer_channels, slips=wrong_sizes.OF_CHANNELS)
FIELDS = Rule("layer-fields", layer_fields, slips=wrong_fields.OF_FIELDS)
JUMPS = Rule("layer-jumps", layer_jumps, slips=wrong_fields.OF_JUMPS)
PARAMETERS = Rule("layer-parameters", layer_parameters, slips=wrong_weights.OF_PARAMETERS)
