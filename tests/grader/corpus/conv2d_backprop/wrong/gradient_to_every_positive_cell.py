# Practice sheet, seed 8: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "8", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "8", "parameters": {"x": [[3, 0, 3, 0], [0, 3, 0, 3], [0, 3, 2, 2], [2, 1, 2, 2]], "w1": [[0, 1, 0], [2, -1, 0], [1, -1, 0]], "w2": [[1, -1, 2], [-1, 0, 0], [-1, 0, 0]], "W": [[1, 0], [0, 1], [2, -1]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: 86a23764c4e780b0

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

import math
X = [[3, 0, 3, 0], [0, 3, 0, 3], [0, 3, 2, 2], [2, 1, 2, 2]]
K = [[[0, 1, 0], [2, -1, 0], [1, -1, 0]],
     [[1, -1, 2], [-1, 0, 0], [-1, 0, 0]]]
M = [[1, 0], [0, 1], [2, -1]]
klasa = 1 - 1
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
dW = [[g*f for f in h] for g in ds]
dh = [sum(M[i][c]*ds[i] for i in R(len(ds))) for c in R(2)]
dr = []
for m, g, top in zip(r, dh, h):
    d = [[g if v > 0 else 0 for v in row] for row in m]
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
