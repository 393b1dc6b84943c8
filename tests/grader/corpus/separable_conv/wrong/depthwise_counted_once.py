# Тренировочный лист, зерно (seed) 2: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "2", "language": "ru"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "hard", "seed": "2", "parameters": {"kernel": [[36, -24, 36], [18, -12, 18], [-27, 18, -27]], "other": [[-9, 6, 12], [-9, 6, 12], [-6, 4, 8]], "input": [36, 52, 88], "channels": 52, "size": 3, "groups": 4}}
# grader-checksum: d51b677dc1539765

import numpy as np


# %% problem 1: Разделимые ядра и свёртки depthwise separable
# Замените каждое ... своим ответом: числом, выражением на Python или текстом вроде "1/2"; матрица — это список её строк.

column = [2, 1, "-3/2"]
row = [18, -12, 18]
separable = "да"
regular_params = 16848
regular_macs = 77096448
grouped_params = 4212
grouped_macs = 19274112
separable_params = 3 * 3 + 36 * 52
separable_macs = (3 * 3 + 36 * 52) * 52 * 88
