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
    C, H, W = p.shape
    ho = H - kh + 1
    wo = (W - kw) // 3 + 1
    cols = np.zeros((kh * kw * C, ho * wo), dtype=p.dtype)
    n = 0
    for i in range(ho):
        for j in range(wo):
            win = p[:, i:i + kh, 3 * j:3 * j + kw]
            cols[:, n] = win.transpose(1, 2, 0).ravel()
            n += 1
    return cols


def conv2d(w, b, p):
    O, C, kh, kw = w.shape
    ho = p.shape[1] - kh + 1
    wo = (p.shape[2] - kw) // 3 + 1
    wmat = w.transpose(0, 2, 3, 1).reshape(O, -1)
    out = wmat @ im2col(kw, kh, p)
    out = out.reshape(O, ho, wo)
    return out + b


def col2im(kw, kh, shape, columns):
    C, H, W = shape
    p = np.zeros(shape, dtype=columns.dtype)
    wo = (W - kw) // 3 + 1
    for n in range(columns.shape[1]):
        i, j = n // wo, n % wo
        win = columns[:, n].reshape(kh, kw, C)
        p[:, i:i + kh, 3 * j:3 * j + kw] += win.transpose(2, 0, 1)
    return p
