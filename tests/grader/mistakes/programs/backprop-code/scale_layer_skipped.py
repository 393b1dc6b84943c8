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



WEIGHT_DECAY = 0.125


def softmax_loss(s, y):
    """Потери и градиент по логитам"""
    n = len(y)
    s = s - s.max(axis=1, keepdims=True)
    e = np.exp(s)
    z = e.sum(axis=1, keepdims=True)
    loss = np.sum(np.log(z[:, 0]) - s[np.arange(n), y])
    ds = e / z
    ds[np.arange(n), y] -= 1
    return loss, ds


def backprop(x, y, layers):
    """Прямой проход, потери и обратный проход по списку слоёв."""
    out = x
    for l in layers:
        out = l.fwd_pass(out)
    loss, grad = softmax_loss(out, y)
    for l in reversed(layers):
        grad = l.bwd_pass(grad)
    return loss, grad


def descent(layers, rate):
    for l in layers:
        if hasattr(l, 'w') and hasattr(l, 'b'):
            l.w -= rate * (l.dw + WEIGHT_DECAY * l.w)
            l.b -= rate * l.db


def train(layers, batches, rate):
    history = []
    for batch in batches:
        x, y = batch
        loss, dx = backprop(x, y, layers)
        descent(layers, rate)
        history.append(loss)
    return history
