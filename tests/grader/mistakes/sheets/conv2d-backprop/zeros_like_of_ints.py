# %% Practice sheet, seed 574: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "574", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "574", "draw": 1, "parameters": {"x": [[2, 2, 0, 0], [0, 3, 1, 0], [1, 0, 2, 2], [0, 0, 2, 0]], "w1": [[0, 1, 1], [-1, 1, 0], [1, 0, 0]], "w2": [[-1, 0, 1], [2, -1, 1], [0, 0, 0]], "W": [[1, 0], [0, 1], [2, -1]], "y": 2, "rate": "1/10", "exact": false}}
# grader-checksum: fd4a07976b355cfc

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[2, 2, 0, 0], [0, 3, 1, 0], [1, 0, 2, 2], [0, 0, 2, 0]])
w1 = np.array([[0, 1, 1], [-1, 1, 0], [1, 0, 0]])
w2 = np.array([[-1, 0, 1], [2, -1, 1], [0, 0, 0]])
W = np.array([[1, 0], [0, 1], [2, -1]])
y = 2
rate = 1/10

def slide(a, b):
    k = len(b)
    m = len(a) - k + 1
    return np.array([[(a[r:r + k, c:c + k] * b).sum() for c in range(m)] for r in range(m)])


q1 = slide(x, w1)  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = q1 * (q1 > 0)  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = slide(x, w2)  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = q2 * (q2 > 0)  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [r1.max(), r2.max()]  # vector of length 2, exact, such as 3 or "1/2"
s = W.dot(h)  # vector of length 3, exact, such as 3 or "1/2"
e = np.exp(s - s.max())
p = e / e.sum()  # vector of length 3, decimals (error at most 0.005) or expressions
L = -np.log(p[y - 1])  # decimal (error at most 0.005) or expression
ds = p.copy()  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
ds[y - 1] -= 1
dW = ds[:, None] * np.array(h)[None, :]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = ds.dot(W)  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
# where the maxima are
i1, j1 = np.unravel_index(r1.argmax(), r1.shape)
i2, j2 = np.unravel_index(r2.argmax(), r2.shape)
dr1 = np.zeros_like(r1)  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr1[i1, j1] = dh[0]
dr2 = np.zeros_like(r2)  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2[i2, j2] = dh[1]
dq1 = np.where(q1 > 0, dr1, 0)  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = np.where(q2 > 0, dr2, 0)  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = slide(x, dq1)  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = slide(x, dq2)  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = np.zeros(x.shape)  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
dx[i1:i1 + 3, j1:j1 + 3] += dq1[i1, j1] * w1
dx[i2:i2 + 3, j2:j2 + 3] += dq2[i2, j2] * w2
w1_new = w1 - rate * dw1  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = w2 - rate * dw2  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [max(0, slide(x, w1_new).max()), max(0, slide(x, w2_new).max())]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
