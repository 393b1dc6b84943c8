# Practice sheet, seed 9: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "9", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "hard", "seed": "9", "parameters": {"input": [1, 33, 41], "layers": [{"kind": "conv", "channels": 6, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 3, "stride": 2}, {"kind": "conv", "channels": 11, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "conv", "channels": 24, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 37}, {"kind": "relu"}, {"kind": "affine", "features": 3}]}}
# grader-checksum: 7a298f025899c2ce

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Replace each ... by your code. Helper functions and imports are welcome.

from collections import OrderedDict


class ConvModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.seq = nn.Sequential(OrderedDict([
            ("conv1", nn.Conv2d(1, 6, (5, 5), (2, 2), (1, 1))),
            ("relu1", nn.ReLU()),
            ("pool1", nn.MaxPool2d((3, 3), (2, 2))),
            ("conv2", nn.Conv2d(6, 11, (3, 3), (1, 1), (1, 1))),
            ("relu2", nn.ReLU()),
            ("conv3", nn.Conv2d(11, 24, (3, 3), (1, 1), (1, 1))),
            ("relu3", nn.ReLU()),
            ("pool2", nn.AvgPool2d((2, 2), (2, 2))),
            ("flatten", nn.Flatten(1, -1)),
            ("fc1", nn.Linear(288, 37)),
            ("relu4", nn.ReLU()),
            ("logits", nn.Linear(37, 3)),
        ]))

    def fwd(self, x):
        return self.seq.forward(x)

    def loss(self, x, y):
        lp = self.seq(x).log_softmax(1)
        return -lp[torch.arange(lp.size(0)), y].mean()
