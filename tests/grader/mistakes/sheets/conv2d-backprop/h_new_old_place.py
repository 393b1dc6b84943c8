# %% Practice sheet, seed 538: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "538", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "538", "draw": 1, "parameters": {"x": [[0, 0, 2, 3, 0], [2, 1, 2, 0, 0], [3, 2, 0, 3, 3], [0, 3, 2, 0, 0], [0, 3, 2, 0, 3]], "w1": [[1, 0, -1], [0, 2, 0], [0, 2, -1]], "w2": [[2, 0, -1], [0, 0, 1], [1, 2, 0]], "W": [[0, 1], [-1, 2], [1, 0]], "y": 3, "rate": "1/10", "exact": false}}
# grader-checksum: ef98dc25ab994493

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[0, 0, 2, 3, 0], [2, 1, 2, 0, 0], [3, 2, 0, 3, 3], [0, 3, 2, 0, 0], [0, 3, 2, 0, 3]])
w1 = np.array([[1, 0, -1], [0, 2, 0], [0, 2, -1]])
w2 = np.array([[2, 0, -1], [0, 0, 1], [1, 2, 0]])
W = np.array([[0, 1], [-1, 2], [1, 0]])
y = 3
rate = 1/10

q1 = [[4, -2, 5], [8, 5, 8], [13, 7, -6]]  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[4, 0, 5], [8, 5, 8], [13, 7, 0]]  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[7, -1, 10], [8, 12, 9], [14, 8, -1]]  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[7, 0, 10], [8, 12, 9], [14, 8, 0]]  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [13, 14]  # vector of length 2, exact, such as 3 or "1/2"
s = [14, 15, 13]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.245, 0.665, 0.09]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 2.408  # decimal (error at most 0.005) or expression
ds = [0.245, 0.665, -0.91]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[3.181, 3.426], [8.648, 9.313], [-11.83, -12.74]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-1.575, 1.575]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, 0, 0], [0, 0, 0], [-1.575, 0, 0]]  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, 0, 0], [0, 0, 0], [1.575, 0, 0]]  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, 0, 0], [0, 0, 0], [-1.575, 0, 0]]  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, 0, 0], [0, 0, 0], [1.575, 0, 0]]  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = [[-4.726, -3.15, 0], [0, -4.726, -3.15], [0, -4.726, -3.15]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[4.726, 3.15, 0], [0, 4.726, 3.15], [0, 4.726, 3.15]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [1.575, 0, 0, 0, 0], [0, -3.15, 1.575, 0, 0], [1.575, 0, 1.575, 0, 0]]  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = [[1.473, 0.315, -1], [0, 2.473, 0.315], [0, 2.473, -0.685]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[1.527, -0.315, -1], [0, -0.473, 0.685], [1, 1.527, -0.315]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [19.143, 7.857]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
