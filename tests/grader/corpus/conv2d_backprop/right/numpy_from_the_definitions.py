# Practice sheet, seed 1: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "1", "parameters": {"x": [[0, 0, 0, 1], [0, 1, 0, 2], [0, 2, 3, 3], [2, 0, 1, 0]], "w1": [[2, 0, 2], [0, 0, 2], [1, -1, 0]], "w2": [[-1, 1, 0], [0, 0, 2], [2, 0, -1]], "W": [[0, 1], [-1, 2], [1, 0]], "y": 1, "rate": "1/10", "exact": false}}
# grader-problem: {"key": "2", "family": "conv2d-backprop", "level": "easy", "seed": "1", "parameters": {"x": [[0, 0, 1, 1], [3, 1, 0, 2], [1, 0, 1, 0], [3, 3, 3, 2]], "w1": [[0, 0, 0], [0, 0, -1], [1, 0, 0]], "w2": [[0, 1, 0], [0, 0, 0], [0, 0, -1]], "W": [[1, 0], [2, -1]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: 644425de656393f1

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

def corr(a, b):
    m, n = a.shape[0] - b.shape[0] + 1, a.shape[1] - b.shape[1] + 1
    return np.array([[np.sum(a[i:i + b.shape[0], j:j + b.shape[1]] * b) for j in range(n)] for i in range(m)])


def back_to_input(dq, w):
    full = np.pad(dq, 2)
    return corr(full, w[::-1, ::-1])


def grad_of_max(r, dh):
    d = np.zeros(r.shape)
    d[np.unravel_index(np.argmax(r), r.shape)] = dh
    return d


def solve(x, w1, w2, W, y, lr=0.1):
    q1, q2 = corr(x, w1), corr(x, w2)
    r1, r2 = np.maximum(q1, 0), np.maximum(q2, 0)
    h = np.array([r1.max(), r2.max()])
    s = W @ h
    p = np.exp(s - s.max())
    p = p / p.sum()
    L = -np.log(p[y - 1])
    ds = p - np.eye(len(p))[y - 1]
    dW = np.outer(ds, h)
    dh = ds @ W
    dr1, dr2 = grad_of_max(r1, dh[0]), grad_of_max(r2, dh[1])
    dq1, dq2 = np.where(q1 > 0, dr1, 0), np.where(q2 > 0, dr2, 0)
    dw1, dw2 = corr(x, dq1), corr(x, dq2)
    dx = back_to_input(dq1, w1) + back_to_input(dq2, w2)
    w1n, w2n = w1 - lr * dw1, w2 - lr * dw2
    hn = np.array([np.maximum(corr(x, w1n), 0).max(), np.maximum(corr(x, w2n), 0).max()])
    return q1, r1, q2, r2, h, s, p, L, ds, dW, dh, dr1, dr2, dq1, dq2, dw1, dw2, dx, w1n, w2n, hn


x = np.array([[0, 0, 0, 1], [0, 1, 0, 2], [0, 2, 3, 3], [2, 0, 1, 0]])
w1 = np.array([[2, 0, 2], [0, 0, 2], [1, -1, 0]])
w2 = np.array([[-1, 1, 0], [0, 0, 2], [2, 0, -1]])
W = np.array([[0, 1], [-1, 2], [1, 0]])
(q1, r1, q2, r2, h, s, p, L, ds, dW, dh, dr1, dr2, dq1, dq2, dw1, dw2, dx, w1_new, w2_new, h_new) = solve(x, w1, w2, W, y=1)


# %% problem 2: Backpropagation through convolution and global max-pooling
# Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

x = np.array([[0, 0, 1, 1], [3, 1, 0, 2], [1, 0, 1, 0], [3, 3, 3, 2]])
w1 = np.array([[0, 0, 0], [0, 0, -1], [1, 0, 0]])
w2 = np.array([[0, 1, 0], [0, 0, 0], [0, 0, -1]])
W = np.array([[1, 0], [2, -1]])
(q1, r1, q2, r2, h, s, p, L, ds, dW, dh, dr1, dr2, dq1, dq2, dw1, dw2, dx, w1_new, w2_new, h_new) = solve(x, w1, w2, W, y=1)
