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


def build_optimizer(model, rate, factor):
    return torch.optim.SGD([
        {"params": model.conv1.parameters(), "lr": rate * factor},
        {"params": model.conv2.parameters(), "lr": rate * factor},
        {"params": model.fc.parameters(), "lr": rate, "weight_decay": 0.2},
    ], lr=rate)


def training_step(model, optimizer, x, y):
    optimizer.zero_grad()
    loss = nn.functional.cross_entropy(model(x), y)
    loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), max_norm=1.0)
    optimizer.step()
    return loss.item()


def share_right(model, x, y):
    mode = model.training
    model.eval()
    with torch.no_grad():
        prediction = model(x).argmax(dim=1)
    model.train(mode)
    return (prediction == y).float().mean().item()
