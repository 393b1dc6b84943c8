# %% Тренировочный лист, зерно (seed) 7411: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "7411", "language": "ru"}
# grader-problem: {"key": "1", "family": "pooling-layer-code", "level": "hard", "seed": "7411", "draw": 1, "parameters": {"kind": "max", "kernel": [5, 5], "stride": [3, 3], "channels": true, "whole": "mean"}}
# grader-checksum: 5b708336e1306034

import numpy as np


# %% problem 1: Слои пулинга в виде классов
# Задача 1. Замените каждое ... своим кодом. Вспомогательные функции и импорт модулей разрешены.

K, S = 5, 3


class LayerMaxPool:
    """Слой пулинга с обратным проходом."""

    def fwd_pass(self, p):
        self.p = p
        C, H, W = p.shape
        self.Hq = (H - K) // S + 1
        self.Wq = (W - K) // S + 1
        q = np.empty((C, self.Hq, self.Wq))
        for i in range(self.Hq):
            for j in range(self.Wq):
                q[:, i, j] = np.amax(p[:, i*S:i*S+K, j*S:j*S+K], axis=(1, 2))
        return q

    def bwd_pass(self, dq):
        dp = np.zeros(self.p.shape)
        for c in range(self.p.shape[0]):
            for i in range(self.Hq):
                for j in range(self.Wq):
                    win = self.p[c, i*S:i*S+K, j*S:j*S+K]
                    y, x = np.unravel_index(win.argmax(), win.shape)
                    dp[c, i*S + y, j*S + x] += dq[c, i, j]
            return dp


class LayerGlobalMeanPool:
    """Слой пулинга с обратным проходом."""

    def fwd_pass(self, p):
        self.C, self.H, self.W = p.shape
        return p.sum(axis=2).sum(axis=1) / (self.H * self.W)

    def bwd_pass(self, dq):
        return np.repeat(dq / (self.H * self.W), self.H * self.W).reshape(self.C, self.H, self.W)
