# %% Тренировочный лист, зерно (seed) 7976: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "7976", "language": "ru"}
# grader-problem: {"key": "1", "family": "backprop-code", "level": "hard", "seed": "7976", "draw": 1, "parameters": {"order": ["x", "y", "layers"], "loss": "softmax", "returns": "pair", "batch": "sum", "step": "descent", "rate_first": false, "in_place": true, "decay": 0.125, "momentum": 0, "train": true, "scale": true}}
# grader-checksum: b4a200f024d8ef59

import numpy as np


# %% problem 1: Обратный проход по списку слоёв
# Задача 1. Замените каждое ... своим кодом. Вспомогательные функции и импорт модулей разрешены.

class LayerAffine:
    def __init__(self, w, b):
        self.w, self.b = w, b
        self.dw, self.db = np.zeros(w.shape), np.zeros(b.shape)

    def fwd_pass(self, p):
        self.p = p
        return p @ self.w.T + self.b

    def bwd_pass(self, dq):
        self.dw = dq.T @ self.p
        self.db = dq.sum(axis=0)
        return dq @ self.w


class LayerReLU:
    def fwd_pass(self, p):
        self.p = p
        return np.maximum(p, 0)

    def bwd_pass(self, dq):
        return dq * (self.p > 0)


class LayerScale:
    def __init__(self, w):
        self.w = w
        self.dw = np.zeros(w.shape)

    def fwd_pass(self, p):
        self.p = p
        return p * self.w

    def bwd_pass(self, dq):
        self.dw = (dq * self.p).sum(axis=0)
        return dq * self.w



def backprop(x, y, layers):
    """Прямой проход, потери и обратный проход по списку слоёв."""
    h = x
    for layer in layers:
        h = layer.fwd_pass(h)
    h = h - h.max(axis=1, keepdims=True)
    logp = h - np.log(np.exp(h).sum(axis=1, keepdims=True))
    idx = np.arange(len(y))
    loss = -logp[idx, y].sum()
    g = np.exp(logp)
    g[idx, y] -= 1
    for layer in layers[::-1]:
        g = layer.bwd_pass(g)
    return loss, g


def descent(layers, rate):
    for layer in layers:
        if hasattr(layer, "w"):
            layer.w -= rate * layer.dw
            layer.w -= rate * 0.125 * layer.w
        if hasattr(layer, "b"):
            layer.b -= rate * layer.db


def train(layers, batches, rate):
    losses = []
    for x, y in batches:
        loss, _ = backprop(x, y, layers)
        losses.append(loss)
        descent(layers, rate)
    return losses
