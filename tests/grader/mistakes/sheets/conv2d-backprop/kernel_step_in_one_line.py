# %% Practice sheet, seed 101: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "101", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "101", "draw": 1, "parameters": {"x": [[3, 3, 0, 1, 3], [0, 2, 2, 2, 0], [3, 3, 3, 2, 3], [0, 2, 0, 3, 2], [0, 0, 0, 1, 0]], "w1": [[0, 0, -1], [2, 1, -1], [1, 0, 0]], "w2": [[0, 0, 1], [2, 0, 0], [-1, -1, -1]], "W": [[1, 0], [2, -1], [0, 1]], "y": 3, "rate": "1/10", "exact": false}}
# grader-checksum: f4a5507457802a03

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[3, 3, 0, 1, 3], [0, 2, 2, 2, 0], [3, 3, 3, 2, 3], [0, 2, 0, 3, 2], [0, 0, 0, 1, 0]])
w1 = np.array([[0, 0, -1], [2, 1, -1], [1, 0, 0]])
w2 = np.array([[0, 0, 1], [2, 0, 0], [-1, -1, -1]])
W = np.array([[1, 0], [2, -1], [0, 1]])
y = 3
rate = 1/10

q1 = [[3, 6, 6], [4, 7, 5], [-1, -1, -2]]  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[3, 6, 6], [4, 7, 5], [0, 0, 0]]  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[-9, -3, -1], [6, 3, 1], [3, 5, 2]]  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[0, 0, 0], [6, 3, 1], [3, 5, 2]]  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [7, 6]  # vector of length 2, exact, such as 3 or "1/2"
s = [7, 8, 6]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.2447, 0.6652, 0.09]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 2.4076  # decimal (error at most 0.005) or expression
ds = [0.2447, 0.6652, -0.91]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[1.7131, 1.4684], [4.6567, 3.9914], [-6.3698, -5.4598]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [1.5752, -1.5752]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0.0, 0.0, 0.0], [0.0, 1.5752, 0.0], [0.0, 0.0, 0.0]]  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0.0, 0.0, 0.0], [-1.5752, 0.0, 0.0], [0.0, 0.0, 0.0]]  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0.0, 0.0, 0.0], [0.0, 1.5752, 0.0], [0.0, 0.0, 0.0]]  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0.0, 0.0, 0.0], [-1.5752, 0.0, 0.0], [0.0, 0.0, 0.0]]  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = [[3.1504, 3.1504, 3.1504], [4.7256, 4.7256, 3.1504], [3.1504, 0.0, 4.7256]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[0.0, -3.1504, -3.1504], [-4.7256, -4.7256, -4.7256], [0.0, -3.1504, 0.0]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0.0, 0.0, 0.0, 0.0, 0.0], [0.0, 0.0, -1.5752, -1.5752, 0.0], [-3.1504, 3.1504, 1.5752, -1.5752, 0.0], [1.5752, 3.1504, 1.5752, 0.0, 0.0], [0.0, 0.0, 0.0, 0.0, 0.0]]  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = [[0.315, 0.315, -0.685], [2.4726, 1.4726, -0.685], [1.315, 0.0, 0.4726]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[0.0, 0.315, 1.315], [2.4726, 0.4726, 0.4726], [-1.0, -0.685, -1.0]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [0.4868, 12.1433]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
