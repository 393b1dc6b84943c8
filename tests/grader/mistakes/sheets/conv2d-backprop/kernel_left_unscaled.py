# %% Practice sheet, seed 555: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "555", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "555", "draw": 1, "parameters": {"x": [[0, 3, 0, 2, 3], [0, 1, 0, 3, 0], [1, 3, 0, 0, 1], [1, 0, 0, 1, 1], [2, 3, 1, 0, 2]], "w1": [[2, -1, 0], [-1, 0, 1], [0, -1, 0]], "w2": [[-1, 2, 0], [1, 0, 1], [0, 0, 2]], "W": [[-1, 2], [0, 1], [1, 0]], "y": 3, "rate": "1/10", "exact": false}}
# grader-checksum: 33879cbeb97d89b7

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[0, 3, 0, 2, 3], [0, 1, 0, 3, 0], [1, 3, 0, 0, 1], [1, 0, 0, 1, 1], [2, 3, 1, 0, 2]])
w1 = np.array([[2, -1, 0], [-1, 0, 1], [0, -1, 0]])
w2 = np.array([[-1, 2, 0], [1, 0, 1], [0, 0, 2]])
W = np.array([[-1, 2], [0, 1], [1, 0]])
y = 3
rate = 1/10

q1 = [[-6, 8, -2], [-2, -1, -3], [-5, 6, 1]]  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[0, 8, 0], [0, 0, 0], [0, 6, 1]]  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[6, 1, 6], [3, 4, 9], [8, -2, 5]]  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[6, 1, 6], [3, 4, 9], [8, 0, 5]]  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [8, 9]  # vector of length 2, exact, such as 3 or "1/2"
s = [10, 9, 8]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.6652, 0.2447, 0.09]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 2.4076  # decimal (error at most 0.005) or expression
ds = [0.6652, 0.2447, -0.91]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[5.3219, 5.9872], [1.9578, 2.2026], [-7.2798, -8.1897]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-1.5752, 1.5752]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, -1.5752, 0], [0, 0, 0], [0, 0, 0]]  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, 0, 0], [0, 0, 1.5752], [0, 0, 0]]  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, -1.5752, 0], [0, 0, 0], [0, 0, 0]]  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, 0, 0], [0, 0, 1.5752], [0, 0, 0]]  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = [[-4.7256, 0, -3.1504], [-1.5752, 0, -4.7256], [-4.7256, 0, 0]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[0, 4.7256, 0], [0, 0, 1.5752], [0, 1.5752, 1.5752]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, 2, -1, 0, 0], [0, -1, -1, 3, 0], [0, 0, 0, 0, 1], [0, 0, 0, 0, 2], [0, 0, 0, 0, 0]]  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = [[2.4726, -1, 0.315], [-0.8425, 0, 1.4726], [0.4726, -1, 0]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[-1, 1.5274, 0], [1, 0, 0.8425], [0, -0.1575, 1.8425]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [13.0407, 7.1097]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
