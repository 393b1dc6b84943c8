# Тренировочный лист, зерно (seed) 7: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "7", "language": "ru"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "easy", "seed": "7", "parameters": {"x": [[0, 0, 1, 1], [1, 0, 3, 2], [3, 0, 1, 2], [2, 2, 1, 1]], "w1": [[0, 0, 1], [0, -1, 0], [0, 0, 0]], "w2": [[0, 0, 0], [0, 0, 0], [1, 0, -1]], "W": [[1, 0], [2, -1]], "y": 2, "rate": "1/10", "exact": false}}
# grader-checksum: 347c4cd141069711

import numpy as np


# %% problem 1: Обратный проход через свёртку и глобальный max-пулинг
# Замените каждое ... своим ответом: числом, выражением на Python или текстом вроде "1/2"; матрица — это список её строк.

X = np.array([[0, 0, 1, 1], [1, 0, 3, 2], [3, 0, 1, 2], [2, 2, 1, 1]], dtype=np.float32)
K = np.array([[[0, 0, 1], [0, -1, 0], [0, 0, 0]], [[0, 0, 0], [0, 0, 0], [1, 0, -1]]], dtype=np.float32)
Wfc = np.array([[1, 0], [2, -1]], dtype=np.float32)

cols = np.stack([X[i:i + 3, j:j + 3].ravel() for i in range(2) for j in range(2)])      # 4 x 9
Q = cols @ K.reshape(2, 9).T                                                            # 4 x 2
R = Q.clip(0)
arg = R.argmax(0)
q1, q2 = Q[:, 0].reshape(2, 2), Q[:, 1].reshape(2, 2)
r1, r2 = R[:, 0].reshape(2, 2), R[:, 1].reshape(2, 2)
h = R.max(axis=0)
s = Wfc.dot(h)
p = np.round(np.exp(s) / np.exp(s).sum(), 3)
L = np.round(-np.log(p[1]), 3)
ds = np.round(p - [0, 1], 3)
dW = np.round(ds[:, None] * h, 3)
dh = np.round(Wfc.T.dot(ds), 3)
dR = np.zeros_like(R)
dR[arg, [0, 1]] = dh
dQ = dR * (Q > 0)
dr1, dr2 = dR[:, 0].reshape(2, 2), dR[:, 1].reshape(2, 2)
dq1, dq2 = dQ[:, 0].reshape(2, 2), dQ[:, 1].reshape(2, 2)
dK = np.round(dQ.T @ cols, 3).reshape(2, 3, 3)
dw1, dw2 = dK
dcols = dQ @ K.reshape(2, 9)
dx = np.zeros((4, 4))
for n, (i, j) in enumerate(np.ndindex(2, 2)):
    dx[i:i + 3, j:j + 3] += dcols[n].reshape(3, 3)
w1_new = np.round(K[0] - 0.1 * dw1, 3)
w2_new = np.round(K[1] - 0.1 * dw2, 3)
h_new = np.round((cols @ np.stack([w1_new.ravel(), w2_new.ravel()]).T).max(0).clip(0), 3)
