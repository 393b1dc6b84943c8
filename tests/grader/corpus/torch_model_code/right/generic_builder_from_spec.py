# Practice sheet, seed 2: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "standard", "seed": "2", "parameters": {"input": [1, 20, 20], "layers": [{"kind": "conv", "channels": 4, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 14, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 60}, {"kind": "relu"}, {"kind": "affine", "features": 7}]}}
# grader-checksum: 12bb2422cec6bd10

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Replace each ... by your code. Helper functions and imports are welcome.

from typing import Iterator


def out(n: int, kernel: int, stride: int = 1, padding: int = 0) -> int:
    return (n + 2 * padding - kernel) // stride + 1


def build(shape: tuple[int, ...], spec: list[tuple]) -> Iterator[nn.Module]:
    """yields the layers one after another; shape is the shape that comes in"""
    if not spec:
        return
    (kind, *args), *rest = spec
    if kind == "conv":
        channels, kernel = args
        c, h, w = shape
        yield nn.Conv2d(c, channels, kernel)
        yield from build((channels, out(h, kernel), out(w, kernel)), rest)
    elif kind == "pool":
        c, h, w = shape
        yield nn.MaxPool2d(2)
        yield from build((c, out(h, 2, 2), out(w, 2, 2)), rest)
    elif kind == "flatten":
        yield nn.Flatten()
        c, h, w = shape
        yield from build((c * h * w,), rest)
    elif kind == "relu":
        yield nn.ReLU()
        yield from build(shape, rest)
    elif kind == "fc":
        yield nn.Linear(shape[0], args[0])
        yield from build((args[0],), rest)
    else:
        raise ValueError(f"unknown layer {kind!r}")


class ConvModel(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.layers = nn.Sequential(*build((1, 20, 20), [
            ("conv", 4, 5), ("relu",), ("pool",), ("conv", 14, 3), ("relu",), ("pool",),
            ("flatten",), ("fc", 60), ("relu",), ("fc", 7),
        ]))

    def fwd(self, x: torch.Tensor) -> torch.Tensor:
        return self.layers(x)

    def loss(self, x: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
        return nn.functional.cross_entropy(self.fwd(x), y)
