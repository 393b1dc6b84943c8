# %% Practice sheet, seed 460: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "460", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "460", "draw": 1, "parameters": {"x": [[0, 1, 2, 2], [3, 2, 0, 0], [0, 0, 2, 1], [2, 0, 3, 2]], "w1": [[0, 0, 0], [1, 1, -1], [1, 0, -1]], "w2": [[0, 0, 1], [-1, 0, 1], [1, 0, -1]], "W": [[0, 2], [0, 1], [1, 0]], "y": 2, "rate": "1/10", "exact": false}}
# grader-checksum: 0384279131a1d217

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[0, 1, 2, 2], [3, 2, 0, 0], [0, 0, 2, 1], [2, 0, 3, 2]])
w1 = np.array([[0, 0, 0], [1, 1, -1], [1, 0, -1]])
w2 = np.array([[0, 0, 1], [-1, 0, 1], [1, 0, -1]])
W = np.array([[0, 2], [0, 1], [1, 0]])
y = 2
rate = 1/10

q1 = [[3, 1], [-3, -1]]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[3, 1], [0, 0]]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[-3, -1], [1, -1]]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[0, 0], [1, 0]]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [3, 1]  # vector of length 2, exact, such as 3 or "1/2"
s = [2, 1, 3]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.2447, 0.09, 0.6652]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 2.4076  # decimal (error at most 0.005) or expression
ds = [0.2447, -0.91, 0.6652]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[0, 0], [-2.7299, -0.91], [0, 0]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [0.6652, -0.4205]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0.6652, 0], [0, 0]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, 0], [-0.4205, 0]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0.6652, 0], [0, 0]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, 0], [-0.4205, 0]]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[0, 0.6652, 1.3305], [1.9957, 1.3305, 0], [0, 0, 1.3305]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[-1.2615, -0.841, 0], [0, 0, -0.841], [-0.841, 0, -1.2615]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, 0, 0, 0], [0.6652, 0.6652, -1.0858, 0], [1.0858, 0, -1.0858, 0], [-0.4205, 0, 0.4205, 0]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[0, -0.0665, -0.133], [0.8004, 0.867, -1], [1, 0, -1.133]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[0.1262, 0.0841, 1], [-1, 0, 1.0841], [1.0841, 0, -0.8738]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [1.5365, 2.2615]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
