# %% Тренировочный лист, зерно (seed) 7734: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "7734", "language": "ru"}
# grader-problem: {"key": "1", "family": "im2row-code", "level": "standard", "seed": "7734", "draw": 1, "parameters": {"kind": "maps", "named": "columns", "layout": "columns", "order": "cells", "stride": [1, 3], "padding": [0, 0], "im2row": ["kw", "kh", "p"], "conv2d": ["w", "b", "p"], "row2im": ["kw", "kh", "shape", "columns"], "toeplitz": [], "matrix_stride": [1, 1]}}
# grader-checksum: 602912e4f337008d

import numpy as np


# %% problem 1: Свёртка как матричное произведение, в коде
# Задача 1. Замените каждое ... своим кодом. Вспомогательные функции и импорт модулей разрешены.

def im2col(kw, kh, p):
    """Окна под ядром как столбцы матрицы."""
    столбцы = []
    for y in range(0, p.shape[1] - kh + 1):
        for x in range(0, p.shape[2] - kw + 1, 3):
            окно = p[:, y:y + kh, x:x + kw]
            столбцы.append(np.moveaxis(окно, 0, -1).reshape(-1))
    return np.array(столбцы).T


def conv2d(w, b, p):
    O, C, kh, kw = w.shape
    ядра = np.moveaxis(w, 1, -1).reshape(O, kh * kw * C)
    q = ядра @ im2col(kw, kh, p) + b.reshape(O, 1)
    return q.reshape(O, p.shape[1] - kh + 1, -1)


def col2im(kw, kh, shape, columns):
    карты = np.zeros(shape)
    сколько = np.zeros(shape)
    n = 0
    for y in range(0, shape[1] - kh + 1):
        for x in range(0, shape[2] - kw + 1, 3):
            окно = columns[:, n].reshape(kh, kw, shape[0])
            карты[:, y:y + kh, x:x + kw] += np.moveaxis(окно, -1, 0)
            сколько[:, y:y + kh, x:x + kw] += 1
            n += 1
    return карты / np.maximum(сколько, 1)
