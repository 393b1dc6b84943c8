# %% Practice sheet, seed 545: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "545", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "545", "draw": 1, "parameters": {"x": [[0, 0, 2, 1], [1, 0, 1, 0], [3, 2, 1, 1], [3, 0, 3, 0]], "w1": [[0, 0, 0], [0, -1, 1], [1, -1, 1]], "w2": [[-1, 0, 0], [2, -1, 1], [0, -1, 0]], "W": [[0, 1], [-1, 2], [1, 0]], "y": 3, "rate": "1/10", "exact": false}}
# grader-checksum: c704f48e9446df4a

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[0, 0, 2, 1], [1, 0, 1, 0], [3, 2, 1, 1], [3, 0, 3, 0]])
w1 = np.array([[0, 0, 0], [0, -1, 1], [1, -1, 1]])
w2 = np.array([[-1, 0, 0], [2, -1, 1], [0, -1, 0]])
W = np.array([[0, 1], [-1, 2], [1, 0]])
y = 3
rate = 1/10

q1 = np.array([[3, 1], [5, -3]])  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = np.array([[3, 1], [5, 0]])  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = np.array([[5, -2], [4, 1]])  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = np.array([[1, 0], [4, 1]])  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [5, 4]  # vector of length 2, exact, such as 3 or "1/2"
s = [4, 3, 5]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.24473, 0.09003, 0.66524]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 0.40761  # decimal (error at most 0.005) or expression
ds = [0.24473, 0.09003, -0.33476]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = np.array([[1.22364, 0.97891], [0.45015, 0.36012], [-1.6738, -1.33904]])  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-0.42479, 0.42479]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = np.array([[0, 0], [-0.42479, 0]])  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = np.array([[0, 0], [0.42479, 0]])  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = np.array([[0, 0], [-0.42479, 0]])  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = np.array([[0, 0], [0.42479, 0]])  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = np.array([[-0.42479, 0, -0.42479], [-1.27437, -0.84958, -0.42479], [-1.27437, 0, -1.27437]])  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = np.array([[0.42479, 0, 0.42479], [1.27437, 0.84958, 0.42479], [1.27437, 0, 1.27437]])  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = np.array([[0, 0, 0, 0], [-0.42479, 0, 0, 0], [0.84958, 0, 0, 0], [-0.42479, 0, -0.42479, 0]])  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = np.array([[0.04248, 0, 0.04248], [0.12744, -0.91504, 1.04248], [1.12744, -1, 1.12744]])  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = np.array([[-1.04248, 0, -0.04248], [1.87256, -1.08496, 0.95752], [-0.12744, -1, -0.12744]])  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [6.44428, 2.55572]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
