# Zestaw ćwiczeniowy, ziarno (seed) 5: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "5", "language": "pl"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "hard", "seed": "5", "parameters": {"input": [1, 32, 35], "layers": [{"kind": "conv", "channels": 6, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 3, "stride": 2}, {"kind": "conv", "channels": 10, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "conv", "channels": 18, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 25}, {"kind": "relu"}, {"kind": "affine", "features": 12}]}}
# grader-checksum: a294fba7a061ba37

import numpy as np
import torch
from torch import nn


# %% problem 1: Model konwolucyjny w PyTorchu
# Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

import argparse
import logging
from collections import namedtuple
from enum import Enum

import torch.nn.functional as F

log = logging.getLogger(__name__)
logging.basicConfig(level=logging.INFO)


class Pool(Enum):
    AVG = "avg"
    MAX = "max"


Stage = namedtuple("Stage", "cin cout k s p pool", defaults=[None])


class ConvModel(nn.Module):
    STAGES = (
        Stage(1, 6, 5, 2, 1, (Pool.AVG, 3, 2)),
        Stage(6, 10, 3, 1, 1),
        Stage(10, 18, 3, 1, 1, (Pool.MAX, 2, 2)),
    )

    def __init__(self):
        super().__init__()
        modules = []
        for stage in self.STAGES:
            modules += [nn.Conv2d(stage.cin, stage.cout, stage.k, stage.s, stage.p), nn.ReLU()]
            if stage.pool is not None:
                kind, k, s = stage.pool
                modules.append(nn.AvgPool2d(k, s) if kind is Pool.AVG else nn.MaxPool2d(k, s))
        self.trunk = nn.Sequential(*modules)
        self.hidden = nn.Linear(216, 25)
        self.out = nn.Linear(25, 12)
        log.info("built %d layers", len(modules) + 2)

    def fwd(self, x):
        log.debug("x: %s", x.shape)
        z = self.trunk(x).flatten(start_dim=1, end_dim=3)
        return self.out(F.relu(self.hidden(z), inplace=True))

    def loss(self, x, y):
        return F.cross_entropy(input=self.fwd(x), target=y)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--epochs", type=int, default=1)
    args = parser.parse_args([])
    model = ConvModel()
    for epoch in range(args.epochs):
        log.info("epoch %d: %.3f", epoch, model.loss(torch.randn(4, 1, 32, 35), torch.randint(12, (4,))))


if __name__ == "__main__":
    main()
