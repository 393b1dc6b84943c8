# %% Practice sheet, seed 1502: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1502", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "1502", "draw": 1, "parameters": {"x": [[2, 3, 1, 3], [1, 3, 0, 1], [1, 1, 2, 3], [1, 0, 0, 1]], "w1": [[0, -1, 0], [1, -1, 0], [1, 1, 0]], "w2": [[0, -1, 0], [-1, 2, 0], [0, -1, 1]], "W": [[1, 0], [2, -1], [0, 1]], "y": 2, "rate": "1/10", "exact": false}}
# grader-checksum: 9fa3318dc297e1b2

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[2, 3, 1, 3], [1, 3, 0, 1], [1, 1, 2, 3], [1, 0, 0, 1]])
w1 = np.array([[0, -1, 0], [1, -1, 0], [1, 1, 0]])
w2 = np.array([[0, -1, 0], [-1, 2, 0], [0, -1, 1]])
W = np.array([[1, 0], [2, -1], [0, 1]])
y = 2
rate = 1/10

def conv(img, ker):
    n = img.shape[0] - ker.shape[0] + 1
    return np.array([[(img[i:i+ker.shape[0], j:j+ker.shape[1]] * ker).sum() for j in range(n)] for i in range(n)])

def back(d, ker):
    g_ker = np.zeros_like(ker)
    g_img = np.zeros_like(x)
    for i, j in np.argwhere(d != 0):
        g_ker[:] = d[i, j] * x[i:i+3, j:j+3]
        g_img[i:i+3, j:j+3] = d[i, j] * ker
    return g_ker, g_img

Q1, Q2 = conv(x, w1), conv(x, w2)
R1, R2 = Q1.clip(0), Q2.clip(0)
H = np.array([R1.max(), R2.max()])
S = W @ H
P = np.exp(S) / np.exp(S).sum()
Y = np.eye(len(P))[y - 1]
dS = P - Y
dH = W.T @ dS
def unpool(R, g):
    z = np.zeros(R.shape)
    z[np.unravel_index(np.argmax(R), R.shape)] = g
    return z
D1, D2 = unpool(R1, dH[0]), unpool(R2, dH[1])
gw1, gx1 = back(D1 * (Q1 > 0), w1)
gw2, gx2 = back(D2 * (Q2 > 0), w2)

q1 = Q1  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = R1  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = Q2  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = R2  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = H  # vector of length 2, exact, such as 3 or "1/2"
s = S  # vector of length 3, exact, such as 3 or "1/2"
p = P  # vector of length 3, decimals (error at most 0.005) or expressions
L = -np.log(P[y - 1])  # decimal (error at most 0.005) or expression
ds = dS  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = np.outer(dS, H)  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = dH  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = D1  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = D2  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = D1 * (Q1 > 0)  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = D2 * (Q2 > 0)  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = gw1  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = gw2  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = gx1 + gx2  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = w1 - rate * gw1  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = w2 - rate * gw2  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [max(0, conv(x, w1 - rate * gw1).max()), max(0, conv(x, w2 - rate * gw2).max())]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
