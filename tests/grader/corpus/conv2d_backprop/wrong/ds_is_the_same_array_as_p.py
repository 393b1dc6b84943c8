# Practice sheet, seed 8: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "8", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "8", "parameters": {"x": [[3, 0, 3, 0], [0, 3, 0, 3], [0, 3, 2, 2], [2, 1, 2, 2]], "w1": [[0, 1, 0], [2, -1, 0], [1, -1, 0]], "w2": [[1, -1, 2], [-1, 0, 0], [-1, 0, 0]], "W": [[1, 0], [0, 1], [2, -1]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: 86a23764c4e780b0

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

x = np.array([[3, 0, 3, 0], [0, 3, 0, 3], [0, 3, 2, 2], [2, 1, 2, 2]])
w1 = np.array([[0, 1, 0], [2, -1, 0], [1, -1, 0]])
w2 = np.array([[1, -1, 2], [-1, 0, 0], [-1, 0, 0]])
W = np.array([[1, 0], [0, 1], [2, -1]])
y = 1

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
ds = p
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
dx = xcorr(np.pad(dq1, 2), w1[::-1, ::-1]) + xcorr(np.pad(dq2, 2), w2[::-1, ::-1])
w1_new = w1 - 0.1 * dw1
w2_new = w2 - 0.1 * dw2
h_new = np.array([np.maximum(xcorr(x, w), 0).max() for w in (w1_new, w2_new)])
