# Тренировочный лист, зерно (seed) 2: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "2", "language": "ru"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "2", "parameters": {"flip": true, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: 9daa9927cf56ca49

import numpy as np


# %% problem 1: Функция свёртки 1D
# Замените каждое ... своим кодом. Вспомогательные функции и импорт модулей разрешены.

def conv1d(vector, kernel):
    """Свёртка 1D вектора с ядром."""
    N = vector.shape[0]
    K = kernel.shape[0]
    y = np.zeros(N - K + 1)
    for n in range(K, N + 1):                 # n = K, ..., N
        m = np.arange(1, K + 1)               # m = 1, ..., K
        # y(n) = sum_m h(m) x(n - m + 1)
        y[n - K] = np.sum(kernel[m - 1] * vector[n - m + 1 - 1])
    return y
