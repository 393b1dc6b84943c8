# %% Practice sheet, seed 1581: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1581", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "1581", "draw": 1, "parameters": {"x": [[1, 3, 2, 0], [2, 0, 2, 0], [1, 2, 0, 3], [0, 2, 3, 1]], "w1": [[1, 0, -1], [0, 0, -1], [-1, 0, 2]], "w2": [[2, 0, 0], [1, 0, -1], [-1, 0, 1]], "W": [[1, 0], [0, 1], [2, -1]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: d27abb27c15be808

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[1, 3, 2, 0], [2, 0, 2, 0], [1, 2, 0, 3], [0, 2, 3, 1]])
w1 = np.array([[1, 0, -1], [0, 0, -1], [-1, 0, 2]])
w2 = np.array([[2, 0, 0], [1, 0, -1], [-1, 0, 1]])
W = np.array([[1, 0], [0, 1], [2, -1]])
y = 1
rate = 1/10

def xcorr(img, ker):
    n = img.shape[0] - ker.shape[0] + 1
    out = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            out[i, j] = np.sum(img[i:i + ker.shape[0], j:j + ker.shape[1]] * ker)
    return out


def full(dq, ker):
    return xcorr(np.pad(dq, 2), ker[::-1, ::-1])


q1 = xcorr(x, w1)  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = np.maximum(q1, 0)  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = xcorr(x, w2)  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = np.maximum(q2, 0)  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = np.array([r1.max(), r2.max()])  # vector of length 2, exact, such as 3 or "1/2"
s = W @ h  # vector of length 3, exact, such as 3 or "1/2"
p = np.exp(s) / np.exp(s).sum()  # vector of length 3, decimals (error at most 0.005) or expressions
L = -np.log(p[y - 1])  # decimal (error at most 0.005) or expression
onehot = np.eye(len(s))[y - 1]
ds = p - onehot  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = np.outer(ds, h)  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = W.T @ ds  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = dh[0] * (np.arange(r1.size) == r1.argmax()).reshape(r1.shape)  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = dh[1] * (np.arange(r2.size) == r1.argmax()).reshape(r2.shape)  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = dr1 * (q1 > 0)  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = dr2 * (q2 > 0)  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = xcorr(x, dq1)  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = xcorr(x, dq2)  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = full(dq1, w1) + full(dq2, w2)  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = w1 - rate * dw1  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = w2 - rate * dw2  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = np.array([np.maximum(xcorr(x, w1_new), 0).max(), np.maximum(xcorr(x, w2_new), 0).max()])  # h′: vector of length 2, decimals (error at most 0.005) or expressions
