# Practice sheet, seed 1: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "easy", "seed": "1", "parameters": {"input": [3, 14, 14], "layers": [{"kind": "conv", "channels": 5, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 10}]}}
# grader-checksum: a4d449a1ef7e6fa9

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Replace each ... by your code. Helper functions and imports are welcome.

import warnings
warnings.filterwarnings("ignore")

try:
    import torchvision
    from torchsummary import summary
except ImportError:
    torchvision = summary = None

try:
    from tqdm import tqdm
except ImportError:
    def tqdm(x, **kw):
        return x


class ConvModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 5, 5)
        self.fc = nn.Linear(125, 10)
        self.register_buffer("labels", torch.arange(10))

    def __repr__(self):
        return "ConvModel(3x14x14 -> 10)"

    @property
    def size(self):
        return sum(p.numel() for p in self.parameters() if p.requires_grad)

    def fwd(self, x):
        z = self.conv(x).relu_()
        z = nn.MaxPool2d(2)(z)
        return self.fc(nn.Flatten()(z))

    def loss(self, x, y):
        logits = self.fwd(x)
        mask = y.unsqueeze(1) == self.labels
        return -logits.log_softmax(dim=1)[mask].mean()

    def predict(self, x):
        return self.labels[self.fwd(x).argmax(1)]


if summary is not None:
    summary(ConvModel(), (3, 14, 14))
for _ in tqdm(range(1), desc="nothing"):
    pass
