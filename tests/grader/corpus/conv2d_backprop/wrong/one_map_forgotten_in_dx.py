# Тренировочный лист, зерно (seed) 7: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "7", "language": "ru"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "easy", "seed": "7", "parameters": {"x": [[0, 0, 1, 1], [1, 0, 3, 2], [3, 0, 1, 2], [2, 2, 1, 1]], "w1": [[0, 0, 1], [0, -1, 0], [0, 0, 0]], "w2": [[0, 0, 0], [0, 0, 0], [1, 0, -1]], "W": [[1, 0], [2, -1]], "y": 2, "rate": "1/10", "exact": false}}
# grader-checksum: 347c4cd141069711

import numpy as np


# %% problem 1: Обратный проход через свёртку и глобальный max-пулинг
# Замените каждое ... своим ответом: числом, выражением на Python или текстом вроде "1/2"; матрица — это список её строк.

x = np.array([[0, 0, 1, 1], [1, 0, 3, 2], [3, 0, 1, 2], [2, 2, 1, 1]])
w1 = np.array([[0, 0, 1], [0, -1, 0], [0, 0, 0]])
w2 = np.array([[0, 0, 0], [0, 0, 0], [1, 0, -1]])
W = np.array([[1, 0], [2, -1]])
y = 2

def xcorr(a, k):
    kh, kw = k.shape
    out = np.zeros((a.shape[0] - kh + 1, a.shape[1] - kw + 1))
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = np.sum(a[i:i + kh, j:j + kw] * k)
    return out

q1 = xcorr(x, w1)
q2 = xcorr(x, w2)
r1 = np.maximum(q1, 0)
r2 = np.maximum(q2, 0)
h = np.array([r1.max(), r2.max()])
s = W @ h
p = np.exp(s) / np.sum(np.exp(s))
L = -np.log(p[y - 1])
ds = p.copy()
ds[y - 1] -= 1
dW = np.outer(ds, h)
dh = W.T @ ds
dr1 = np.zeros_like(r1)
dr1[np.unravel_index(r1.argmax(), r1.shape)] = dh[0]
dr2 = np.zeros_like(r2)
dr2[np.unravel_index(r2.argmax(), r2.shape)] = dh[1]
dq1 = dr1 * (q1 > 0)
dq2 = dr2 * (q2 > 0)
dw1 = xcorr(x, dq1)
dw2 = xcorr(x, dq2)
dx = xcorr(np.pad(dq1, 2), w1[::-1, ::-1])
w1_new = w1 - 0.1 * dw1
w2_new = w2 - 0.1 * dw2
h_new = np.array([np.maximum(xcorr(x, w), 0).max() for w in (w1_new, w2_new)])
