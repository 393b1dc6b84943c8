# %% Тренировочный лист, зерно (seed) 7175: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "7175", "language": "ru"}
# grader-problem: {"key": "1", "family": "affine-layer-code", "level": "hard", "seed": "7175", "draw": 1, "parameters": {"outputs_first": false, "bias": true, "bias_first": false, "mean": false, "second": "softmax", "mean_loss": true}}
# grader-checksum: 9e26cc1986bf0feb

import numpy as np


# %% problem 1: Классы для батча: полносвязный слой
# Задача 1. Замените каждое ... своим кодом. Вспомогательные функции и импорт модулей разрешены.

class LayerAffine:
    """Класс с прямым и обратным проходом."""

    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        self.p = p
        return p @ self.w + self.b

    def bwd_pass(self, dq):
        self.db = np.ones(len(dq)) @ dq
        self.dw = self.p.T @ dq
        return dq @ self.w.T


class LossSoftmax:
    """Класс с прямым и обратным проходом."""

    def fwd_pass(self, s, y):
        n, c = s.shape
        onehot = np.eye(c)[y]
        z = s - s.max(axis=1, keepdims=True)
        logp = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
        # градиент для обратного прохода
        self.ds = (np.exp(logp) - onehot) / n
        return -np.mean(onehot * logp)

    def bwd_pass(self):
        return self.ds.copy()
