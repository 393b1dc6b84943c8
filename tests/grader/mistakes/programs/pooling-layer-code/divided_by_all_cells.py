# %% Тренировочный лист, зерно (seed) 7411: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "7411", "language": "ru"}
# grader-problem: {"key": "1", "family": "pooling-layer-code", "level": "hard", "seed": "7411", "draw": 1, "parameters": {"kind": "max", "kernel": [5, 5], "stride": [3, 3], "channels": true, "whole": "mean"}}
# grader-checksum: 5b708336e1306034

import numpy as np


# %% problem 1: Слои пулинга в виде классов
# Задача 1. Замените каждое ... своим кодом. Вспомогательные функции и импорт модулей разрешены.

class LayerMaxPool:
    """Слой пулинга с обратным проходом."""

    def fwd_pass(self, p):
        self.p = p
        c, h, w = p.shape
        out = np.zeros((c, (h - 5) // 3 + 1, (w - 5) // 3 + 1))
        for k in range(c):
            for i in range(out.shape[1]):
                for j in range(out.shape[2]):
                    out[k, i, j] = p[k, 3*i:3*i + 5, 3*j:3*j + 5].max()
        return out

    def bwd_pass(self, dq):
        dp = np.zeros(self.p.shape)
        for k in range(dq.shape[0]):
            for i in range(dq.shape[1]):
                for j in range(dq.shape[2]):
                    окно = self.p[k, 3*i:3*i + 5, 3*j:3*j + 5]
                    # если максимумов несколько, градиент делится поровну
                    маска = (окно == окно.max())
                    dp[k, 3*i:3*i + 5, 3*j:3*j + 5] += маска / маска.sum() * dq[k, i, j]
        return dp


class LayerGlobalMeanPool:
    """Слой пулинга с обратным проходом."""

    def fwd_pass(self, p):
        self.p = p
        return np.mean(p, axis=(1, 2))

    def bwd_pass(self, dq):
        c, h, w = self.p.shape
        dp = dq / self.p.size
        return dp.reshape(c, 1, 1) * np.ones((1, h, w))
