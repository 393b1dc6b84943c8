# %% Practice sheet, seed 463: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "463", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "easy", "seed": "463", "draw": 1, "parameters": {"x": [[1, 3, 0, 0], [3, 3, 0, 2], [3, 0, 0, 1], [1, 2, 2, 3]], "w1": [[0, 0, 0], [0, 0, 1], [-1, 0, 0]], "w2": [[0, 0, 0], [0, -1, 0], [0, 0, 1]], "W": [[2, -1], [1, 0]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: 77ace95f945cd7a3

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[1, 3, 0, 0], [3, 3, 0, 2], [3, 0, 0, 1], [1, 2, 2, 3]])
w1 = np.array([[0, 0, 0], [0, 0, 1], [-1, 0, 0]])
w2 = np.array([[0, 0, 0], [0, -1, 0], [0, 0, 1]])
W = np.array([[2, -1], [1, 0]])
y = 1
rate = 1/10

q1 = np.array([[-3, 2], [-1, -1]])  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = np.array([[0, 2], [0, 0]])  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = np.array([[-3, 1], [2, 3]])  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = np.array([[0, 1], [2, 3]])  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [2, 3]  # vector of length 2, exact, such as 3 or "1/2"
s = [1, 2]  # vector of length 2, exact, such as 3 or "1/2"
p = [0.26894, 0.73106]  # vector of length 2, decimals (error at most 0.005) or expressions
L = 1.31326  # decimal (error at most 0.005) or expression
ds = [-0.73106, 0.73106]  # ∂L/∂s: vector of length 2, decimals (error at most 0.005) or expressions
dW = np.array([[-1.46212, -2.19318], [1.46212, 2.19318]])  # ∂L/∂W: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-2.19318, -0.73106]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = np.array([[0, -2.19318], [0, 0]])  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = np.array([[0, 0], [0, -0.73106]])  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = np.array([[0, -2.19318], [0, 0]])  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = np.array([[0, 0], [0, -0.73106]])  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = np.array([[-6.57953, 0, 0], [-6.57953, 0, -4.38635], [0, 0, -2.19318]])  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = np.array([[-2.19318, 0, -1.46212], [0, 0, -0.73106], [-1.46212, -1.46212, -2.19318]])  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = np.array([[0, 0, 0, 0], [0, 0, 0, -2.19318], [0, 2.19318, 0.73106, 0], [0, 0, 0, -0.73106]])  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = np.array([[0.65795, 0, 0], [0.65795, 0, 1.43864], [-1, 0, 0.21932]])  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = np.array([[0.21932, 0, 0.14621], [0, -1, 0.07311], [0.14621, 0.14621, 1.21932]])  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [7.0443, 5.26628]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
