# Тренировочный лист, зерно (seed) 4: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "4", "language": "ru"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "4", "parameters": {"flip": true, "stride": 2, "padding": 3, "dilation": 2, "mode": "circular"}}
# grader-checksum: c1225a8a76610f9e

import numpy as np


# %% problem 1: Функция свёртки 1D
# Замените каждое ... своим кодом. Вспомогательные функции и импорт модулей разрешены.

def conv1d(vector, kernel):
    """Свёртка 1D вектора с ядром."""
    shag, dilatatsiya = 2, 2
    # циклическое дополнение
    dopolnennyi = np.pad(vector, 3, mode='wrap')
    # переворачиваем ядро
    yadro = kernel[::-1]
    razmah = (len(yadro) - 1) * dilatatsiya + 1
    otvet = []
    for nachalo in range(0, len(dopolnennyi) - razmah + 1, shag):
        okno = dopolnennyi[nachalo:nachalo + razmah:dilatatsiya]
        otvet.append(sum(okno * yadro))
    return np.array(otvet)
