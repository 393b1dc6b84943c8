# %% Practice sheet, seed 1509: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1509", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "1509", "draw": 1, "parameters": {"x": [[1, 3, 1, 3, 3], [3, 1, 3, 2, 2], [2, 0, 1, 0, 3], [3, 0, 2, 3, 2], [3, 0, 2, 3, 3]], "w1": [[0, -1, 1], [0, 0, 0], [1, 1, -1]], "w2": [[0, 1, -1], [1, 2, 0], [-1, 0, 0]], "W": [[2, -1], [1, 0], [0, 1]], "y": 2, "rate": "1/10", "exact": false}}
# grader-checksum: 8c46c27f57ba4c08

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[1, 3, 1, 3, 3], [3, 1, 3, 2, 2], [2, 0, 1, 0, 3], [3, 0, 2, 3, 2], [3, 0, 2, 3, 3]])
w1 = np.array([[0, -1, 1], [0, 0, 0], [1, 1, -1]])
w2 = np.array([[0, 1, -1], [1, 2, 0], [-1, 0, 0]])
W = np.array([[2, -1], [1, 0], [0, 1]])
y = 2
rate = 1/10

win = lambda i, j: x[i:i + 3, j:j + 3]
idx = range(x.shape[0] - 2)
fw = lambda w: np.array([[np.sum(win(i, j) * w) for j in idx] for i in idx])
pos = lambda a: a * (a > 0)
onehot = np.eye(W.shape[0])[y]
Q = [fw(w1), fw(w2)]
H = np.array([pos(q).max() for q in Q])
logit = W @ H
sm = np.exp(logit) / np.exp(logit).sum()
nll = -np.sum(onehot * np.log(sm))
gl = sm - onehot
gh = W.T @ gl
M = [(pos(q) == pos(q).max()).astype(float) for q in Q]
GR = [M[n] * gh[n] for n in (0, 1)]
GQ = [GR[n] * (Q[n] > 0) for n in (0, 1)]
GK = [sum(GQ[n][i, j] * win(i, j) for i in idx for j in idx) for n in (0, 1)]
GX = np.zeros(x.shape)
for n, w in enumerate((w1, w2)):
    for i in idx:
        for j in idx:
            GX[i:i + 3, j:j + 3] += GQ[n][i, j] * w
N1, N2 = w1 - rate * GK[0], w2 - rate * GK[1]

q1 = Q[0]  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = pos(Q[0])  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = Q[1]  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = pos(Q[1])  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = H  # vector of length 2, exact, such as 3 or "1/2"
s = logit  # vector of length 3, exact, such as 3 or "1/2"
p = sm  # vector of length 3, decimals (error at most 0.005) or expressions
L = nll  # decimal (error at most 0.005) or expression
ds = gl  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = np.outer(gl, H)  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = gh  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = GR[0]  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = GR[1]  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = GQ[0]  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = GQ[1]  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = GK[0]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = GK[1]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = GX  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = N1  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = N2  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [pos(fw(N1)).max(), pos(fw(N2)).max()]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
