# Practice sheet, seed 7: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "standard", "seed": "example lecture", "parameters": {"input": [1, 28, 28], "layers": [{"kind": "conv", "channels": 16, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 32, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 512}, {"kind": "relu"}, {"kind": "affine", "features": 10}]}}
# grader-checksum: cfaed55cf0834efe

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Replace each ... by your code. Helper functions and imports are welcome.

import torch.nn.functional as F


class ConvModel(nn.Module):
    """LeNet-like model.

    >>> m = ConvModel()
    >>> m.fwd(torch.zeros(2, 1, 28, 28)).shape
    torch.Size([2, 10])
    """

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 16, kernel_size=5)
        self.conv2 = nn.Conv2d(16, 32, kernel_size=5)
        self.fc1 = nn.Linear(32 * 4 * 4, 512)
        self.fc_logits = nn.Linear(512, 10)
        self.reset_parameters()

    def reset_parameters(self):
        for m in self.modules():
            if isinstance(m, nn.Conv2d) or isinstance(m, nn.Linear):
                nn.init.kaiming_normal_(m.weight, mode='fan_in', nonlinearity='relu')
                nn.init.constant_(m.bias, 0)
        self.fc_logits.reset_parameters()

    def fwd(self, x):
        assert x.ndim == 4, f"need N,C,H,W but got {x.shape}"
        N = x.shape[0]
        h = self.conv1(x)
        assert h.shape == (N, 16, 24, 24)
        h = F.max_pool2d(torch.relu(h), kernel_size=2, stride=2)
        h = self.conv2(h)
        assert h.shape == (N, 32, 8, 8)
        h = F.max_pool2d(torch.relu(h), kernel_size=2, stride=2)
        h = h.view(N, -1)
        h = torch.relu(self.fc1(h))
        logits = self.fc_logits(h)
        assert logits.shape == (N, 10)
        return logits

    def loss(self, x, y):
        try:
            return F.cross_entropy(self.fwd(x), y)
        except RuntimeError as e:
            print("something is wrong with the shapes:", x.shape, y.shape, e)
            raise
