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

import torch.nn.functional as F

device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
print(f"using {device=}")


class ConvModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.c1 = nn.Conv2d(1, 4, 5)
        self.c2 = nn.Conv2d(4, 14, 3)
        self.l1 = nn.Linear(126, 60)
        self.l2 = nn.Linear(60, 7)
        self.to(device)

    def fwd(self, x):
        x = x.to(device)
        x = F.max_pool2d(F.relu(self.c1(x)), (2, 2))
        x = F.max_pool2d(F.relu(self.c2(x)), (2, 2))
        x = F.relu(self.l1(x.flatten(1)))
        return self.l2(x)

    def loss(self, x, y):
        y = y.to(device)
        logits = self.fwd(x)
        target = torch.eye(7, device=device, dtype=logits.dtype)[y]
        return F.kl_div(torch.log_softmax(logits, 1), target, reduction="batchmean")
