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

import io
import time

import torch.nn.functional as F
import torch.optim as optim
from torch.utils.data import DataLoader, TensorDataset


class ConvModel(nn.Module):
    """Convolutional model: 1 × 20 × 20 images, 7 classes."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 4, 5)
        self.conv2 = nn.Conv2d(4, 14, 3)
        self.fc1 = nn.Linear(126, 60)
        self.fc2 = nn.Linear(60, 7)

    def fwd(self, x):
        x = F.max_pool2d(torch.relu(self.conv1(x)), 2)
        x = F.max_pool2d(torch.relu(self.conv2(x)), 2)
        x = x.reshape(x.shape[0], 14 * 3 * 3)
        return self.fc2(torch.relu(self.fc1(x)))

    forward = fwd

    def loss(self, x, y):
        return F.cross_entropy(self.fwd(x), y)


@torch.no_grad()
def accuracy(model, loader):
    hits = total = 0
    for xb, yb in loader:
        hits += (model.fwd(xb).argmax(1) == yb).sum().item()
        total += len(yb)
    return hits / total


if __name__ == "__main__":
    torch.manual_seed(0)
    start = time.perf_counter()
    data = TensorDataset(torch.rand(64, 1, 20, 20), torch.randint(0, 7, (64,)))
    loader = DataLoader(data, batch_size=16, shuffle=True)
    model = ConvModel()
    opt = optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
    for epoch in range(2):
        for xb, yb in loader:
            opt.zero_grad()
            loss = model.loss(xb, yb)
            loss.backward()
            opt.step()
        print(f"epoch {epoch}: loss {loss.item():.3f}, accuracy {accuracy(model, loader):.2%}")
    torch.save(model.state_dict(), io.BytesIO())
    print("took", time.perf_counter() - start)
