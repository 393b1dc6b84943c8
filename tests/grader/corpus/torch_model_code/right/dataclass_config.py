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

from dataclasses import dataclass, field


@dataclass(frozen=True)
class ConvSpec:
    out: int
    kernel: int
    stride: int = 1
    padding: int = 0


@dataclass(frozen=True)
class Config:
    in_channels: int = 1
    classes: int = 6
    hidden: int = 36
    flat: int = 17 * 3 * 4
    convs: tuple = (ConvSpec(5, 5, 2, 1), ConvSpec(14, 3, 1, 1), ConvSpec(17, 3, 1, 1))
    notes: list = field(default_factory=list)


def make_conv(cin, spec):
    return nn.Conv2d(cin, spec.out, spec.kernel, spec.stride, spec.padding)


class ConvModel(nn.Module):
    def __init__(self, cfg: Config = Config()):
        super().__init__()
        self.cfg = cfg
        c1, c2, c3 = cfg.convs
        self.body = nn.Sequential(
            make_conv(cfg.in_channels, c1), nn.ReLU(), nn.AvgPool2d(2, 2),
            make_conv(c1.out, c2), nn.ReLU(),
            make_conv(c2.out, c3), nn.ReLU(), nn.MaxPool2d(2, 2),
        )
        self.head = nn.Sequential(nn.Flatten(), nn.Linear(cfg.flat, cfg.hidden), nn.ReLU(),
                                  nn.Linear(cfg.hidden, cfg.classes))

    def fwd(self, x):
        return self.head(self.body(x))

    def loss(self, x, y):
        dist = torch.distributions.Categorical(logits=self.fwd(x))
        return dist.log_prob(y).mul(-1).mean()
