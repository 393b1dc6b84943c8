# %% Practice sheet, seed 331: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "331", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "easy", "seed": "331", "draw": 1, "parameters": {"x": [[2, 0, 2, 0], [1, 2, 0, 3], [0, 1, 1, 2], [0, 0, 0, 2]], "w1": [[1, 0, 0], [0, 0, 0], [0, -1, 0]], "w2": [[0, 0, -1], [0, 0, 1], [0, 0, 0]], "W": [[-1, 2], [0, 1]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: 6844b4ec89220550

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[2, 0, 2, 0], [1, 2, 0, 3], [0, 1, 1, 2], [0, 0, 0, 2]])
w1 = np.array([[1, 0, 0], [0, 0, 0], [0, -1, 0]])
w2 = np.array([[0, 0, -1], [0, 0, 1], [0, 0, 0]])
W = np.array([[-1, 2], [0, 1]])
y = 1
rate = 1/10

q1 = [[1, -1], [1, 2]]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[1, 0], [1, 2]]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[-2, 3], [1, -1]]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[0, 3], [1, 0]]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [2, 3]  # vector of length 2, exact, such as 3 or "1/2"
s = [4, 3]  # vector of length 2, exact, such as 3 or "1/2"
p = [0.7311, 0.2689]  # vector of length 2, decimals (error at most 0.005) or expressions
L = -4.0  # decimal (error at most 0.005) or expression
ds = [-0.2689, 0.2689]  # ∂L/∂s: vector of length 2, decimals (error at most 0.005) or expressions
dW = [[-0.5379, -0.8068], [0.5379, 0.8068]]  # ∂L/∂W: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [0.2689, -0.2689]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0.0, 0.0], [0.0, 0.2689]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0.0, -0.2689], [0.0, 0.0]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0.0, 0.0], [0.0, 0.2689]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0.0, -0.2689], [0.0, 0.0]]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[0.5379, 0.0, 0.8068], [0.2689, 0.2689, 0.5379], [0.0, 0.0, 0.5379]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[0.0, -0.5379, 0.0], [-0.5379, 0.0, -0.8068], [-0.2689, -0.2689, -0.5379]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0.0, 0.0, 0.0, 0.2689], [0.0, 0.2689, 0.0, -0.2689], [0.0, 0.0, 0.0, 0.0], [0.0, 0.0, -0.2689, 0.0]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[0.9462, 0.0, -0.0807], [-0.0269, -0.0269, -0.0538], [0.0, -1.0, -0.0538]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[0.0, 0.0538, -1.0], [0.0538, 0.0, 1.0807], [0.0269, 0.0269, 0.0538]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [1.3814, 3.6186]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
