# %% Practice sheet, seed 58: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "58", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "58", "draw": 1, "parameters": {"x": [[0, 2, 2, 0], [0, 0, 0, 0], [2, 2, 2, 3], [0, 1, 2, 0]], "w1": [[0, 0, 2], [0, -1, 1], [1, 0, -1]], "w2": [[-1, 0, 0], [1, 0, 1], [-1, -1, 0]], "W": [[1, 0], [2, -1], [0, 1]], "y": 3, "rate": "1/10", "exact": false}}
# grader-checksum: 724f7f6c689b3e6a

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[0, 2, 2, 0], [0, 0, 0, 0], [2, 2, 2, 3], [0, 1, 2, 0]])
w1 = np.array([[0, 0, 2], [0, -1, 1], [1, 0, -1]])
w2 = np.array([[-1, 0, 0], [1, 0, 1], [-1, -1, 0]])
W = np.array([[1, 0], [2, -1], [0, 1]])
y = 3
rate = 1/10

q1 = [[6, 2], [0, 2]]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[6, 2], [0, 2]]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[-6, -5], [2, 5]]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[0, 0], [2, 5]]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [6, 5]  # vector of length 2, exact, such as 3 or "1/2"
s = [6, 7, 5]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.2447, 0.6652, 0.09]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 2.4076  # decimal (error at most 0.005) or expression
ds = [0.2447, 0.6652, -0.91]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[1.4684, 1.2236], [3.9914, 3.3262], [-5.4598, -4.5498]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [1.5752, -1.5752]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[1.5752, 0.0], [0.0, 0.0]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0.0, 0.0], [0.0, -1.5752]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[1.5752, 0.0], [0.0, 0.0]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0.0, 0.0], [0.0, -1.5752]]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[0.0, 3.1504, 3.1504], [0.0, 0.0, 0.0], [3.1504, 3.1504, 3.1504]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[0.0, 0.0, 0.0], [-3.1504, -3.1504, -4.7256], [-1.5752, -3.1504, 0.0]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0.0, 0.0, 3.1504, 0.0], [0.0, 0.0, 1.5752, 0.0], [1.5752, -1.5752, -1.5752, -1.5752], [0.0, 1.5752, 1.5752, 0.0]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[0.0, -0.315, 1.685], [0.0, -1.0, 1.0], [0.685, -0.315, -1.315]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[-1.0, 0.0, 0.0], [1.315, 0.315, 1.4726], [-0.8425, -0.685, 0.0]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [3.4797, 7.5203]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
