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
    q = x
    for слой in layers:
        q = слой.fwd_pass(q)

    потери = 0.0
    dq = np.zeros(q.shape)
    for i in range(len(y)):
        e = np.exp(q[i] - np.max(q[i]))
        p = e / np.sum(e)
        потери = потери - np.log(p[y[i]])
        dq[i] = p
        dq[i, y[i]] = dq[i, y[i]] - 1

    for слой in reversed(layers):
        dq = слой.bwd_pass(dq)
    return потери, dq


def descent(layers, rate):
    for слой in layers:
        if isinstance(слой, LayerReLU):
            continue
        слой.w -= rate * (слой.dw + 0.125 * слой.w)
        if isinstance(слой, LayerAffine):
            слой.b -= rate * слой.db


def train(layers, batches, rate):
    все_потери = []
    for x, y in batches:
        потери, _ = backprop(x, y, layers)
        все_потери.append(потери)
    descent(layers, rate)
    return все_потери
