# %% Practice sheet, seed 540: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "540", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "540", "draw": 1, "parameters": {"x": [[1, 1, 0, 3, 0], [0, 1, 2, 3, 0], [0, 2, 0, 2, 1], [3, 2, 2, 1, 1], [2, 2, 2, 3, 3]], "w1": [[1, 1, 0], [0, 0, -1], [2, -1, 0]], "w2": [[-1, 0, 2], [1, 0, 1], [0, 0, -1]], "W": [[1, 1], [2, 0], [0, 2]], "y": 3, "rate": "1/10", "exact": false}}
# grader-checksum: 7b2c2687d7f215af

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[1, 1, 0, 3, 0], [0, 1, 2, 3, 0], [0, 2, 0, 2, 1], [3, 2, 2, 1, 1], [2, 2, 2, 3, 3]])
w1 = np.array([[1, 1, 0], [0, 0, -1], [2, -1, 0]])
w2 = np.array([[-1, 0, 2], [1, 0, 1], [0, 0, -1]])
W = np.array([[1, 1], [2, 0], [0, 2]])
y = 3
rate = 1/10

q1 = [[-2, 2, 1], [5, 3, 7], [2, 3, 2]]  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[0, 2, 1], [5, 3, 7], [2, 3, 2]]  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[1, 7, 1], [2, 8, -2], [3, 2, 2]]  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[1, 7, 1], [2, 8, 0], [3, 2, 2]]  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [7, 8]  # vector of length 2, exact, such as 3 or "1/2"
s = [15, 14, 16]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.2447, 0.09, 0.6652]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 0.4076  # decimal (error at most 0.005) or expression
ds = [0.2447, 0.09, -0.3348]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[1.7131, 1.9578], [0.6302, 0.7202], [-2.3433, -2.6781]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [0.4248, -0.4248]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, 0, 0], [0, 0, 2.9735], [0, 0, 0]]  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, 0, 0], [0, -3.3983, 0], [0, 0, 0]]  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, 0, 0], [0, 0, 2.9735], [0, 0, 0]]  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, 0, 0], [0, -3.3983, 0], [0, 0, 0]]  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = [[5.9471, 8.9206, 0], [0, 5.9471, 2.9735], [5.9471, 2.9735, 2.9735]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[-3.3983, -6.7966, -10.195], [-6.7966, 0, -6.7966], [-6.7966, -6.7966, -3.3983]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, 0, 0, 0, 0], [0, 3.3983, 2.9735, -3.8231, 0], [0, -3.3983, 0, -3.3983, -2.9735], [0, 0, 5.9471, 0.4248, 0], [0, 0, 0, 0, 0]]  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = [[0.4053, 0.1079, 0], [0, -0.5947, -1.2974], [1.4053, -1.2974, -0.2974]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[-0.6602, 0.6797, 3.0195], [1.6797, 0, 1.6797], [0.6797, 0.6797, -0.6602]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [0, 18.5348]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
