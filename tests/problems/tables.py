"""A table that tests of several rooms fill in; it needs no PyTorch."""

from __future__ import annotations

from typing import Any

from problems.cnn_table.family import affine, conv, flatten, pool

EVERYTHING: Any = {
    "input": [3, 20, 27],
    "layers": [
        conv("conv1", 8, 5, stride=2, padding=2),
        pool("pool1", 3, 2),
        conv("conv2", 16, 3, padding=1, dilation=2, groups=2),
        flatten("flatten"),
        affine("fc1", 10),
    ],
    "macs": True,
}
"""Stride, padding, dilation, groups and a rectangular image, worked through in its tests."""
