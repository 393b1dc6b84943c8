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

import copy
import io
import torch.nn.functional as F
from torch.utils.checkpoint import checkpoint


class ConvModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = nn.Sequential(nn.Conv2d(1, 6, 5, stride=2, padding=1), nn.ReLU(), nn.MaxPool2d(3, 2))
        self.mid = nn.Sequential(nn.Conv2d(6, 11, 3, padding=1), nn.ReLU(), nn.Conv2d(11, 24, 3, padding=1), nn.ReLU())
        self.pool = nn.AvgPool2d(2)
        self.head = nn.Sequential(nn.Flatten(), nn.Linear(288, 37), nn.ReLU(), nn.Linear(37, 3))

    def fwd(self, x):
        x = self.stem(x)
        x = checkpoint(self.mid, x, use_reentrant=False)
        return self.head(self.pool(x))

    def loss(self, x, y):
        return F.cross_entropy(self.fwd(x), y)


a = ConvModel()
b = copy.deepcopy(a)
buffer = io.BytesIO()
torch.save(a.state_dict(), buffer)
buffer.seek(0)
b.load_state_dict(torch.load(buffer, weights_only=True))
with torch.no_grad():
    z = torch.randn(3, 1, 33, 41)
    assert torch.allclose(a.fwd(z), b.fwd(z))
