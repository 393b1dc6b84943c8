# %% Тренировочный лист, зерно (seed) 7132: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "7132", "language": "ru"}
# grader-problem: {"key": "1", "family": "torch-train-code", "level": "hard", "seed": "7132", "draw": 1, "parameters": {"kind": "groups", "names": {"groups": "build_optimizer", "step": "training_step", "accuracy": "share_right"}, "order": ["model", "optimizer", "x", "y"], "reduction": "mean", "each": false, "divides": false, "option": "weight_decay", "value": 0.2, "clip": 1.0, "input": [2, 5, 7], "layers": [{"kind": "conv", "channels": 3, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "conv", "channels": 4, "kernel": 2, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "flatten"}, {"kind": "affine", "features": 5, "bias": true}], "features": 32}}
# grader-checksum: a3769278f40c4c06

import numpy as np
import torch
from torch import nn


# %% problem 1: Обучение на PyTorch: меньшая скорость обучения для ранних слоёв
# Задача 1. Замените каждое ... своим кодом. Вспомогательные функции и импорт модулей разрешены.

class Net(nn.Module):
    """Свёрточная модель; не меняйте этот класс."""

    def __init__(self, drop=0.5):
        super().__init__()
        self.conv1 = nn.Conv2d(2, 3, 3)
        self.conv2 = nn.Conv2d(3, 4, 2)
        self.drop = nn.Dropout(drop)
        self.fc = nn.Linear(32, 5)

    def forward(self, x):
        x = torch.relu(self.conv1(x))
        x = torch.relu(self.conv2(x))
        return self.fc(self.drop(torch.flatten(x, 1)))


import torch.nn.functional as F


def build_optimizer(model, rate, factor):
    ранние = list(model.conv1.parameters()) + list(model.conv2.parameters())
    группы = [{"params": ранние, "lr": rate * factor}, {"params": model.fc.parameters()}]
    return torch.optim.SGD(группы, lr=rate, weight_decay=0.2)


def training_step(model, optimizer, x, y):
    optimizer.zero_grad()
    потери = F.cross_entropy(model(x), y)
    потери.backward()
    for p in model.parameters():
        nn.utils.clip_grad_norm_(p, 1)
    optimizer.step()
    return потери.item()


@torch.no_grad()
def share_right(model, x, y):
    режим = model.training
    model.eval()
    верно = (model(x).argmax(1) == y).sum().item()
    model.train(режим)
    return верно / len(y)
