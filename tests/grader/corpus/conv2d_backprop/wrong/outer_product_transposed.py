# Тренировочный лист, зерно (seed) 7: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "7", "language": "ru"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "easy", "seed": "7", "parameters": {"x": [[0, 0, 1, 1], [1, 0, 3, 2], [3, 0, 1, 2], [2, 2, 1, 1]], "w1": [[0, 0, 1], [0, -1, 0], [0, 0, 0]], "w2": [[0, 0, 0], [0, 0, 0], [1, 0, -1]], "W": [[1, 0], [2, -1]], "y": 2, "rate": "1/10", "exact": false}}
# grader-checksum: 347c4cd141069711

import numpy as np


# %% problem 1: Обратный проход через свёртку и глобальный max-пулинг
# Замените каждое ... своим ответом: числом, выражением на Python или текстом вроде "1/2"; матрица — это список её строк.

import math
X = [[0, 0, 1, 1], [1, 0, 3, 2], [3, 0, 1, 2], [2, 2, 1, 1]]
K = [[[0, 0, 1], [0, -1, 0], [0, 0, 0]],
     [[0, 0, 0], [0, 0, 0], [1, 0, -1]]]
M = [[1, 0], [2, -1]]
klasa = 2 - 1
n = len(X) - 2
R = range
q = [[[sum(X[i+a][j+b]*k[a][b] for a in R(3) for b in R(3)) for j in R(n)] for i in R(n)] for k in K]
r = [[[max(v, 0) for v in row] for row in m] for m in q]
q1, q2 = q
r1, r2 = r
h = [max(map(max, m)) for m in r]
s = [sum(a*b for a, b in zip(row, h)) for row in M]
Z = sum(math.exp(v) for v in s)
p = [math.exp(v)/Z for v in s]
L = -math.log(p[klasa])
ds = [v - (i == klasa) for i, v in enumerate(p)]
dW = [[g*f for g in ds] for f in h]
dh = [sum(M[i][c]*ds[i] for i in R(len(ds))) for c in R(2)]
dr = []
for m, g, top in zip(r, dh, h):
    d = [[0]*n for _ in R(n)]
    i, j = next((i, j) for i in R(n) for j in R(n) if m[i][j] == top)
    d[i][j] = g
    dr.append(d)
dr1, dr2 = dr
dq = [[[g if v > 0 else 0 for g, v in zip(a, b)] for a, b in zip(d, m)] for d, m in zip(dr, q)]
dq1, dq2 = dq
dw = [[[sum(X[i+a][j+b]*d[i][j] for i in R(n) for j in R(n)) for b in R(3)] for a in R(3)] for d in dq]
dw1, dw2 = dw
dx = [[0]*len(X) for _ in X]
for d, k in zip(dq, K):
    for i in R(n):
        for j in R(n):
            for a in R(3):
                for b in R(3):
                    dx[i+a][j+b] += d[i][j]*k[a][b]
eta = 0.1
neu = [[[k - eta*g for k, g in zip(a, b)] for a, b in zip(w, d)] for w, d in zip(K, dw)]
w1_new, w2_new = neu
h_new = [max(0, max(sum(X[i+a][j+b]*k[a][b] for a in R(3) for b in R(3)) for j in R(n) for i in R(n))) for k in neu]
