# %% Practice sheet, seed 103: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "103", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "standard", "seed": "103", "draw": 1, "parameters": {"input": [3, 24, 24], "layers": [{"kind": "conv", "channels": 5, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 10, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 23}, {"kind": "relu"}, {"kind": "affine", "features": 12}]}}
# grader-checksum: e8ba69e6c2513eb6

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
class ConvModel(nn.Module):
    def __init__(self):
        super().__init__()
        def conv_block(i, o):
            return nn.Sequential(nn.Conv2d(i, o, 5), nn.ReLU(), nn.MaxPool2d(2, 2))
        self.body = nn.Sequential(conv_block(3, 5), conv_block(5, 10))
        self.head = nn.Sequential(nn.Linear(90, 23), nn.ReLU(), nn.Linear(23, 12), nn.ReLU())

    def fwd(self, x):
        return self.head(self.body(x).flatten(1))

    def loss(self, x, y):
        return nn.functional.cross_entropy(self.fwd(x), y, reduction="mean")
