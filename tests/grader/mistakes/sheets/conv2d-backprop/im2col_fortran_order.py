# %% Practice sheet, seed 1505: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1505", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "1505", "draw": 1, "parameters": {"x": [[0, 0, 0, 1, 0], [0, 3, 3, 2, 3], [2, 0, 2, 3, 3], [0, 1, 3, 3, 2], [2, 1, 2, 1, 0]], "w1": [[1, 2, 0], [0, -1, 0], [2, 0, -1]], "w2": [[2, 1, 0], [0, 0, 0], [-1, 1, -1]], "W": [[1, 0], [2, -1], [0, 1]], "y": 2, "rate": "1/10", "exact": false}}
# grader-checksum: a54e51607a7b61ba

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[0, 0, 0, 1, 0], [0, 3, 3, 2, 3], [2, 0, 2, 3, 3], [0, 1, 3, 3, 2], [2, 1, 2, 1, 0]])
w1 = np.array([[1, 2, 0], [0, -1, 0], [2, 0, -1]])
w2 = np.array([[2, 1, 0], [0, 0, 0], [-1, 1, -1]])
W = np.array([[1, 0], [2, -1], [0, 1]])
y = 2
rate = 1/10

k = 3
m = x.shape[0] - k + 1
cols = np.stack([x[i:i+k, j:j+k].ravel(order='F') for i in range(m) for j in range(m)], axis=1)
Wk = np.stack([w1.ravel(), w2.ravel()])
Z = Wk @ cols
A = np.maximum(Z, 0)
f = A.max(axis=1)
o = W @ f
P = np.exp(o - o.max()); P /= P.sum()
g_o = P - (np.arange(P.size) == y - 1)
g_f = W.T @ g_o
G = np.zeros(A.shape)
G[[0, 1], A.argmax(axis=1)] = g_f
GZ = G * (Z > 0)
GW = GZ @ cols.T
gcols = Wk.T @ GZ
gx = np.zeros(x.shape)
for t in range(m * m):
    i, j = divmod(t, m)
    gx[i:i+k, j:j+k] += gcols[:, t].reshape(k, k, order='F')
new = Wk - rate * GW
sq = lambda v, n: v.reshape(n, n)

q1 = sq(Z[0], m)  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = sq(A[0], m)  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = sq(Z[1], m)  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = sq(A[1], m)  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = f  # vector of length 2, exact, such as 3 or "1/2"
s = o  # vector of length 3, exact, such as 3 or "1/2"
p = P  # vector of length 3, decimals (error at most 0.005) or expressions
L = -np.log(P[y - 1])  # decimal (error at most 0.005) or expression
ds = g_o  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = np.outer(g_o, f)  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = g_f  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = sq(G[0], m)  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = sq(G[1], m)  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = sq(GZ[0], m)  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = sq(GZ[1], m)  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = sq(GW[0], 3)  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = sq(GW[1], 3)  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = gx  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = sq(new[0], 3)  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = sq(new[1], 3)  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = np.maximum(new @ cols, 0).max(axis=1)  # h′: vector of length 2, decimals (error at most 0.005) or expressions
