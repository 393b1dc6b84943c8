# %% Practice sheet, seed 411: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "411", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "411", "draw": 1, "parameters": {"x": [[0, 3, 2, 2, 0], [1, 0, 2, 3, 3], [2, 1, 2, 1, 3], [0, 1, 0, 0, 3], [0, 0, 2, 0, 2]], "w1": [[0, 0, 0], [1, 2, -1], [-1, -1, 0]], "w2": [[-1, 1, 0], [-1, 0, 0], [1, 1, 0]], "W": [[1, 1], [-1, 2], [2, 0]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: 8fb98ee49946dea3

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[0, 3, 2, 2, 0], [1, 0, 2, 3, 3], [2, 1, 2, 1, 3], [0, 1, 0, 0, 3], [0, 0, 2, 0, 2]])
w1 = np.array([[0, 0, 0], [1, 2, -1], [-1, -1, 0]])
w2 = np.array([[-1, 1, 0], [-1, 0, 0], [1, 1, 0]])
W = np.array([[1, 1], [-1, 2], [2, 0]])
y = 1
rate = 1/10

q1 = [[-4, -2, 2], [1, 3, 1], [2, -1, -5]]  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[0, 0, 2], [1, 3, 1], [2, 0, 0]]  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[5, 2, 1], [-2, 2, -1], [-1, 2, 1]]  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[5, 2, 1], [0, 2, 0], [0, 2, 1]]  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [3, 5]  # vector of length 2, exact, such as 3 or "1/2"
s = [8, 7, 6]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.6652, 0.2447, 0.09]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 0.4076  # decimal (error at most 0.005) or expression
ds = [-0.3348, 0.2447, 0.09]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[-1.0043, -1.6738], [0.7342, 1.2236], [0.2701, 0.4502]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-0.4534, 0.0647]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0.0, 0.0, 0.0], [0.0, -0.4534, 0.0], [0.0, 0.0, 0.0]]  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0.0647, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0.0, 0.0, 0.0], [0.0, -0.4534, 0.0], [0.0, 0.0, 0.0]]  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0.0647, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = [[0.0, -0.9069, -1.3603], [-0.4534, -0.9069, -0.4534], [-0.4534, 0.0, 0.0]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[0.0, 0.194, 0.1293], [0.0647, 0.0, 0.1293], [0.1293, 0.0647, 0.1293]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[-0.0647, 0.0647, 0.0, 0.0, 0.0], [-0.0647, 0.0, 0.0, 0.0, 0.0], [0.0647, -0.3888, -0.9069, 0.4534, 0.0], [0.0, 0.4534, 0.4534, 0.0, 0.0], [0.0, 0.0, 0.0, 0.0, 0.0]]  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = [[0.0, 0.0907, 0.136], [1.0453, 2.0907, -0.9547], [-0.9547, -1.0, 0.0]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[-1.0, 0.9806, -0.0129], [-1.0065, 0.0, -0.0129], [0.9871, 0.9935, -0.0129]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [3.9069, 4.8254]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
