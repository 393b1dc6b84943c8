# %% Practice sheet, seed 3: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "example lecture", "draw": 1, "parameters": {"x": [[0, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 0]], "w1": [[0, 0, 0], [-1, 1, 0], [0, 0, 0]], "w2": [[0, 0, 0], [0, 1, 0], [0, -1, 0]], "W": [[1, 0], [0, 1]], "y": 2, "rate": "1", "exact": true}}
# grader-checksum: fcf992a7a8efe644

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[0, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 0]])
w1 = np.array([[0, 0, 0], [-1, 1, 0], [0, 0, 0]])
w2 = np.array([[0, 0, 0], [0, 1, 0], [0, -1, 0]])
W = np.array([[1, 0], [0, 1]])
y = 2
rate = 1

q1 = [[1, -1], [0, 1]]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[1, 0], [0, 1]]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[1, -1], [0, 1]]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[1, 0], [0, 1]]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [1, 1]  # vector of length 2, exact, such as 3 or "1/2"
s = [1, 1]  # vector of length 2, exact, such as 3 or "1/2"
p = [0.5, 0.5]  # vector of length 2, exact, such as 3 or "1/2"
L = 0.6931  # decimal (error at most 0.005) or expression
ds = [0.5, -0.5]  # ∂L/∂s: vector of length 2, exact, such as 3 or "1/2"
dW = [[0.5, 0.5], [-0.5, -0.5]]  # ∂L/∂W: 2 × 2 matrix, exact, such as 3 or "1/2"
dh = [0.5, -0.5]  # ∂L/∂h: vector of length 2, exact, such as 3 or "1/2"
dr1 = [[0.5, 0], [0, 0.5]]  # ∂L/∂r₁: 2 × 2 matrix, exact, such as 3 or "1/2"
dr2 = [[-0.5, 0], [0, -0.5]]  # ∂L/∂r₂: 2 × 2 matrix, exact, such as 3 or "1/2"
dq1 = [[0.5, 0], [0, 0.5]]  # ∂L/∂q₁: 2 × 2 matrix, exact, such as 3 or "1/2"
dq2 = [[-0.5, 0], [0, -0.5]]  # ∂L/∂q₂: 2 × 2 matrix, exact, such as 3 or "1/2"
dw1 = [[0.5, 0, 0], [0, 1, 0], [0, 0, 0.5]]  # ∂L/∂w₁: 3 × 3 matrix, exact, such as 3 or "1/2"
dw2 = [[-0.5, 0, 0], [0, -1, 0], [0, 0, -0.5]]  # ∂L/∂w₂: 3 × 3 matrix, exact, such as 3 or "1/2"
dx = [[0, 0, 0, 0], [-0.5, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0.5, 0]]  # ∂L/∂x: 4 × 4 matrix, exact, such as 3 or "1/2"
w1_new = [[-0.5, 0, 0], [-1, 0, 0], [0, 0, -0.5]]  # w₁′: 3 × 3 matrix, exact, such as 3 or "1/2"
w2_new = [[0.5, 0, 0], [0, 2, 0], [0, -1, 0.5]]  # w₂′: 3 × 3 matrix, exact, such as 3 or "1/2"
h_new = [0, 2.5]  # h′: vector of length 2, exact, such as 3 or "1/2"
