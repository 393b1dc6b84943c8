# %% Practice sheet, seed 1504: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1504", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "1504", "draw": 1, "parameters": {"x": [[2, 2, 1, 1], [0, 1, 0, 2], [0, 2, 3, 2], [3, 1, 3, 2]], "w1": [[-1, -1, 0], [2, 1, -1], [0, 0, 0]], "w2": [[0, 2, 2], [1, -1, 0], [-1, 0, 0]], "W": [[1, 0], [0, 1], [2, -1]], "y": 3, "rate": "1/10", "exact": false}}
# grader-checksum: be5e50a9e1b828bd

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[2, 2, 1, 1], [0, 1, 0, 2], [0, 2, 3, 2], [3, 1, 3, 2]])
w1 = np.array([[-1, -1, 0], [2, 1, -1], [0, 0, 0]])
w2 = np.array([[0, 2, 2], [1, -1, 0], [-1, 0, 0]])
W = np.array([[1, 0], [0, 1], [2, -1]])
y = 3
rate = 1/10

def convolve(a, k, mode='valid'):
    # like scipy.signal.convolve2d
    k = np.asarray(k)[::-1, ::-1]
    if mode == 'full':
        a = np.pad(a, k.shape[0] - 1)
    m = a.shape[0] - k.shape[0] + 1
    res = np.empty((m, m))
    for i in range(m):
        for j in range(m):
            res[i, j] = np.vdot(a[i:i + k.shape[0], j:j + k.shape[1]], k)
    return res

relu = lambda t: np.where(t > 0, t, 0.0)
c1 = convolve(x, w1); a1 = relu(c1)
c2 = convolve(x, w2); a2 = relu(c2)
hh = np.array([a1.max(), a2.max()])
ss = W @ hh
pp = np.exp(ss) / np.exp(ss).sum()
d_s = pp.copy(); d_s[y - 1] -= 1
d_h = W.T @ d_s
def to_max(a, g):
    m = np.zeros_like(a); m.flat[a.argmax()] = g
    return m
da1, da2 = to_max(a1, d_h[0]), to_max(a2, d_h[1])
dc1, dc2 = da1 * (c1 > 0), da2 * (c2 > 0)
dk1, dk2 = convolve(x, dc1), convolve(x, dc2)
d_x = convolve(dc1, w1, 'full') + convolve(dc2, w2, 'full')
u1, u2 = w1 - rate * dk1, w2 - rate * dk2

q1 = c1  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = a1  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = c2  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = a2  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = hh  # vector of length 2, exact, such as 3 or "1/2"
s = ss  # vector of length 3, exact, such as 3 or "1/2"
p = pp  # vector of length 3, decimals (error at most 0.005) or expressions
L = -np.log(pp[y - 1])  # decimal (error at most 0.005) or expression
ds = d_s  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = np.outer(d_s, hh)  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = d_h  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = da1  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = da2  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = dc1  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = dc2  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = dk1  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = dk2  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = d_x  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = u1  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = u2  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [relu(convolve(x, u1)).max(), relu(convolve(x, u2)).max()]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
