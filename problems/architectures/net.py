"""A network that grows layer by layer, as data.

A layer has a ``name``, a ``kind`` and the shape (C, H, W) of its ``input``. A convolution ("conv")
has ``channels``, ``kernel``, ``stride``, ``padding`` (one number, or those above and left and below
and right), ``groups``, ``bias`` and ``norm`` (a batch normalisation behind it). There are poolings
("pool"), fully connected layers ("fc"), batch normalisations on their own ("norm"), the sums of
residual blocks ("sum"), shortcuts of zeros ("shortcut"), concatenations ("concat"), and the layer
of LeNet-5 that a table connects ("table").
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reference.geometry import Geometry, Padding, PoolWindow
from reference.map_shapes import concatenated_maps, shortcut_shape
from reference.sizes import conv_output_shape, pool_output_shape

Layer = dict[str, Any]
Shape = tuple[int, ...]


class Net:
    """A network that grows: its layers, and the shape of what the last one puts out."""

    def __init__(self, channels: int, side: int) -> None:
        self.shape: Shape = (channels, side, side)
        self.layers: list[Layer] = []

    def conv(
        self,
        name: str,
        channels: int,
        kernel: int,
        stride: int = 1,
        padding: int | Sequence[int] = 0,
        groups: int = 1,
        *,
        norm: bool = False,
        source: Shape | None = None,
    ) -> Shape:
        """A convolution; its bias is left out where a normalisation follows."""
        before = source or self.shape
        self.layers.append(
            {
                "kind": "conv",
                "name": name,
                "input": list(before),
                "channels": channels,
                "kernel": kernel,
                "stride": stride,
                "padding": padding if isinstance(padding, int) else list(padding),
                "groups": groups,
                "bias": not norm,
                "norm": norm,
            }
        )
        pads: Padding = padding if isinstance(padding, int) else [(padding[0], padding[1])] * 2
        self.shape = conv_output_shape(before, channels, kernel, Geometry(stride, pads))
        return self.shape

    def pool(
        self, name: str, kernel: int, stride: int, padding: int = 0, *, up: bool = False
    ) -> None:
        """A pooling that rounds down, or up."""
        self.layers.append(
            {
                "kind": "pool",
                "name": name,
                "input": list(self.shape),
                "kernel": kernel,
                "stride": stride,
                "padding": padding,
            }
        )
        self.shape = pool_output_shape(self.shape, PoolWindow(kernel, stride, padding, up))

    def grid(self, side: int) -> None:
        """A pooling to a grid, which torchvision has before its heads; it has no parameters."""
        self.shape = (self.shape[0], side, side)

    def fc(self, name: str, features: int) -> None:
        """A fully connected layer with bias."""
        self.layers.append(
            {"kind": "fc", "name": name, "input": list(self.shape), "features": features}
        )
        self.shape = (features, 1, 1)

    def norm(self, name: str) -> None:
        """A batch normalisation on its own, in front of a convolution."""
        self.layers.append({"kind": "norm", "name": name, "input": list(self.shape)})

    def shortcut(self, name: str, channels: int, stride: int, source: Shape) -> None:
        """A shortcut that takes each stride-th cell and puts channels of zeros behind its own."""
        self.layers.append(
            {
                "kind": "shortcut",
                "name": name,
                "input": list(source),
                "channels": channels,
                "stride": stride,
            }
        )
        self.shape = shortcut_shape(source, channels, stride)

    def concat(self, name: str, *shapes: Shape) -> None:
        """A concatenation of maps along the channels."""
        self.layers.append({"kind": "concat", "name": name, "inputs": [list(s) for s in shapes]})
        self.shape = concatenated_maps(shapes)

    def sum(self, name: str) -> None:
        """The sum of a block's result and its shortcut, of one shape."""
        self.layers.append({"kind": "sum", "name": name, "input": list(self.shape)})
