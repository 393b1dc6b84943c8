# Тренировочный лист, зерно (seed) 2: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "2", "language": "ru"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "hard", "seed": "2", "parameters": {"kernel": [[36, -24, 36], [18, -12, 18], [-27, 18, -27]], "other": [[-9, 6, 12], [-9, 6, 12], [-6, 4, 8]], "input": [36, 52, 88], "channels": 52, "size": 3, "groups": 4}}
# grader-checksum: d51b677dc1539765

import numpy as np


# %% problem 1: Разделимые ядра и свёртки depthwise separable
# Замените каждое ... своим ответом: числом, выражением на Python или текстом вроде "1/2"; матрица — это список её строк.

from fractions import Fraction as Q

K = [[Q(36), Q(-24), Q(36)], [Q(18), Q(-12), Q(18)], [Q(-27), Q(18), Q(-27)]]
column = [r[0] / 7 for r in K]
row = [v / column[0] for v in K[0]]
assert all(column[i] * row[j] == K[i][j] for i in range(3) for j in range(3))

A = np.array([[-9, 6, 12], [-9, 6, 12], [-6, 4, 8]])
separable = "да" if np.linalg.matrix_rank(A) == 1 else "нет"

C, H, W, F, k, g = 36, 52, 88, 52, 3, 4
regular_params = k * k * C * F
regular_macs = regular_params * H * W
grouped_params = regular_params // g
grouped_macs = regular_macs // g
separable_params = k * k * C + C * F
separable_macs = separable_params * H * W
