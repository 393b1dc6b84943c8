# %% Practice sheet, seed 4579: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "4579", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "standard", "seed": "4579", "draw": 1, "parameters": {"input": [1, 20, 20], "layers": [{"kind": "conv", "channels": 8, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 13, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 42}, {"kind": "relu"}, {"kind": "affine", "features": 12}]}}
# grader-checksum: 7b3bb0436e25c53d

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class ConvModel(nn.Module):
    """Convolutional model: 1 × 20 × 20 images, 12 classes."""

    def __init__(self):
        super().__init__()
        self.conv_a = nn.Conv2d(1, 8, 5)
        self.conv_b = nn.Conv2d(8, 13, 3)
        self.lin_a = nn.Linear(13 * 3 * 3, 42)
        self.lin_b = nn.Linear(42, 12)
        self.pool = nn.MaxPool2d(2, stride=2)

    def fwd(self, x):
        out = self.pool(torch.relu(self.conv_a(x)))
        out = self.pool(torch.relu(self.conv_b(out)))
        out = out.view(out.shape[0], 13 * 3 * 3)
        out = torch.relu(self.lin_a(out))
        return self.lin_b(out)

    def loss(self, x, y):
        logits = self.fwd(x)
        one_hot = nn.functional.one_hot(y, num_classes=12)
        log_prob = logits - torch.logsumexp(logits, dim=1, keepdim=True)
        return -(one_hot * log_prob).mean()
