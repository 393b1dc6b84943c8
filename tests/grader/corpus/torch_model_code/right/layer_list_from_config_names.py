# Practice sheet, seed 3: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "hard", "seed": "3", "parameters": {"input": [1, 30, 35], "layers": [{"kind": "conv", "channels": 5, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 14, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "conv", "channels": 17, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 36}, {"kind": "relu"}, {"kind": "affine", "features": 6}]}}
# grader-checksum: dd41404babdf50ca

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Replace each ... by your code. Helper functions and imports are welcome.

import torch.nn.functional as F

ARCH = [
    ("Conv2d", (1, 5, 5), dict(stride=2, padding=1)),
    ("ReLU", (), {}),
    ("AvgPool2d", (2,), {}),
    ("Conv2d", (5, 14, 3), dict(padding=1)),
    ("ReLU", (), {}),
    ("Conv2d", (14, 17, 3), dict(padding=1)),
    ("ReLU", (), {}),
    ("MaxPool2d", (2,), {}),
    ("Flatten", (), {}),
    ("Linear", (204, 36), {}),
    ("ReLU", (), {}),
    ("Linear", (36, 6), {}),
]


class ConvModel(nn.Module):
    def __init__(self, arch=ARCH):
        super().__init__()
        self.model = nn.Sequential(*[getattr(nn, name)(*args, **kw) for name, args, kw in arch])
        if (n := sum(p.numel() for p in self.parameters())) < 1000:
            raise ValueError(f"only {n} parameters?")

    def fwd(self, x): return self.model(x)

    def loss(self, x, y): return F.cross_entropy(self.model(x), y)
