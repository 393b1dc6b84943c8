# Тренировочный лист, зерно (seed) 0: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "0", "language": "ru"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "example lecture-kernel-of-3", "parameters": {"kernel": 3, "stride": 1, "padding": 1, "bias": false}}
# grader-checksum: c19971c6b108faba

import numpy as np


# %% problem 1: Класс слоя свёртки 1D: ядро размера 3
# Замените каждое ... своим кодом. Вспомогательные функции и импорт модулей разрешены.

class LayerConv1d:
    """Слой свёртки 1D (взаимной корреляции) с обратным проходом."""

    def __init__(self, w):
        self.w0, self.w1, self.w2 = w

    def fwd_pass(self, p):
        # левый сосед, сам элемент, правый сосед
        self.left = np.append(0, p[:-1])
        self.mid = p
        self.right = np.append(p[1:], 0)
        return self.w0 * self.left + self.w1 * self.mid + self.w2 * self.right

    def bwd_pass(self, dq):
        self.dw = np.array([
            np.sum(dq * self.left),
            np.sum(dq * self.mid),
            np.sum(dq * self.right),
        ])
        return self.w0 * np.append(dq[1:], 0) + self.w1 * dq + self.w2 * np.append(0, dq[:-1])
