# %% Тренировочный лист, зерно (seed) 7734: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "7734", "language": "ru"}
# grader-problem: {"key": "1", "family": "im2row-code", "level": "standard", "seed": "7734", "draw": 1, "parameters": {"kind": "maps", "named": "columns", "layout": "columns", "order": "cells", "stride": [1, 3], "padding": [0, 0], "im2row": ["kw", "kh", "p"], "conv2d": ["w", "b", "p"], "row2im": ["kw", "kh", "shape", "columns"], "toeplitz": [], "matrix_stride": [1, 1]}}
# grader-checksum: 602912e4f337008d

import numpy as np


# %% problem 1: Свёртка как матричное произведение, в коде
# Задача 1. Замените каждое ... своим кодом. Вспомогательные функции и импорт модулей разрешены.

from numpy.lib.stride_tricks import sliding_window_view

STRIDE_Y, STRIDE_X = 1, 3


def im2col(kw, kh, p):
    """Окна под ядром как столбцы матрицы."""
    view = sliding_window_view(p, (kh, kw), axis=(1, 2))[:, ::STRIDE_Y, ::STRIDE_X]
    # (C, ho, wo, kh, kw) -> (kh, kw, C, ho, wo)
    return view.transpose(3, 4, 0, 1, 2).reshape(kh * kw * p.shape[0], -1)


def conv2d(w, b, p):
    n_out, _, kh, kw = w.shape
    ho = (p.shape[1] - kh) // STRIDE_Y + 1
    wo = (p.shape[2] - kw) // STRIDE_X + 1
    w_mat = w.reshape(n_out, -1)
    q = np.dot(w_mat, im2col(kw, kh, p)) + b[:, np.newaxis]
    return q.reshape(n_out, ho, wo)


def col2im(kw, kh, shape, columns):
    c, h, w = shape
    ho = (h - kh) // STRIDE_Y + 1
    wo = (w - kw) // STRIDE_X + 1
    blocks = columns.reshape(kh, kw, c, ho, wo)
    out = np.zeros(shape)
    for u in range(kh):
        for v in range(kw):
            for i in range(ho):
                for j in range(wo):
                    out[:, i * STRIDE_Y + u, j * STRIDE_X + v] += blocks[u, v, :, i, j]
    return out
