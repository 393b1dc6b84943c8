# %% Practice sheet, seed 562: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "562", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "562", "draw": 1, "parameters": {"x": [[0, 3, 2, 2, 1], [2, 1, 0, 2, 1], [1, 0, 0, 3, 1], [1, 2, 3, 2, 0], [3, 0, 1, 2, 1]], "w1": [[0, 1, 0], [-1, 1, -1], [-1, 0, 0]], "w2": [[0, 0, -1], [1, 0, 0], [-1, 1, -1]], "W": [[1, 1], [2, 0], [2, -1]], "y": 2, "rate": "1/10", "exact": false}}
# grader-checksum: 4df86080c34c2d69

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[0, 3, 2, 2, 1], [2, 1, 0, 2, 1], [1, 0, 0, 3, 1], [1, 2, 3, 2, 0], [3, 0, 1, 2, 1]])
w1 = np.array([[0, 1, 0], [-1, 1, -1], [-1, 0, 0]])
w2 = np.array([[0, 0, -1], [1, 0, 0], [-1, 1, -1]])
W = np.array([[1, 1], [2, 0], [2, -1]])
y = 2
rate = 1/10

q1 = [[1, -1, 3], [-1, -5, 1], [-5, -1, 1]]  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[1, 0, 3], [0, 0, 1], [0, 0, 1]]  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[-1, -4, 1], [-1, -3, -2], [-3, -2, 2]]  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[0, 0, 1], [0, 0, 0], [0, 0, 2]]  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [3, 2]  # vector of length 2, exact, such as 3 or "1/2"
s = [5, 6, 4]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.2447, 0.6652, 0.09]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 0.4076  # decimal (error at most 0.005) or expression
ds = [0.2447, -0.3348, 0.09]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[0.7342, 0.4895], [-1.0043, -0.6695], [0.2701, 0.1801]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-0.2447, 0.1547]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, 0, -0.2447], [0, 0, 0], [0, 0, 0]]  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, 0, 0], [0, 0, 0], [0, 0, 0.1547]]  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, 0, -0.2447], [0, 0, 0], [0, 0, 0]]  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, 0, 0], [0, 0, 0], [0, 0, 0.1547]]  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = [[-0.4895, -0.4895, -0.2447], [0, -0.4895, -0.2447], [0, -0.7342, -0.2447]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[0, 0.4641, 0.1547], [0.4641, 0.3094, 0], [0.1547, 0.3094, 0.1547]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, 0, 0, -0.2447, 0], [0, 0, 0.2447, -0.2447, 0.2447], [0, 0, 0.2447, 0, -0.1547], [0, 0, 0.1547, 0, 0], [0, 0, -0.1547, 0.1547, -0.1547]]  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = [[0.0489, 1.0489, 0.0245], [-1, 1.0489, -0.9755], [-1, 0.0734, 0.0245]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[0, -0.0464, -1.0155], [0.9536, -0.0309, 0], [-1.0155, 0.9691, -1.0155]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [3.5873, 2]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
