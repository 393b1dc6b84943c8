# %% Practice sheet, seed 520: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "520", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "520", "draw": 1, "parameters": {"x": [[3, 2, 0, 1, 2], [3, 1, 0, 2, 3], [2, 1, 3, 1, 0], [1, 2, 2, 1, 0], [3, 0, 0, 3, 3]], "w1": [[-1, 0, -1], [0, 1, 0], [-1, 0, 1]], "w2": [[0, 1, 0], [0, 0, -1], [-1, -1, 1]], "W": [[1, 1], [-1, 2], [2, 0]], "y": 3, "rate": "1/10", "exact": false}}
# grader-checksum: 2aef57c2ba1a2d19

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[3, 2, 0, 1, 2], [3, 1, 0, 2, 3], [2, 1, 3, 1, 0], [1, 2, 2, 1, 0], [3, 0, 0, 3, 3]])
w1 = np.array([[-1, 0, -1], [0, 1, 0], [-1, 0, 1]])
w2 = np.array([[0, 1, 0], [0, 0, -1], [-1, -1, 1]])
W = np.array([[1, 1], [-1, 2], [2, 0]])
y = 3
rate = 1/10

q1 = [[-1, -3, -3], [-1, -1, -4], [-6, 3, 1]]  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[0, 0, 0], [0, 0, 0], [0, 3, 1]]  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[2, -5, -6], [-3, -4, -1], [-4, 5, 1]]  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[2, 0, 0], [0, 0, 0], [0, 5, 1]]  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [3, 5]  # vector of length 2, exact, such as 3 or "1/2"
s = [8, 7, 6]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.665, 0.245, 0.09]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 2.408  # decimal (error at most 0.005) or expression
ds = [0.665, 0.245, -0.91]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[1.996, 3.326], [0.734, 1.224], [-2.73, -4.55]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-1.399, 1.155]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, 0, 0], [0, 0, 0], [0, -1.399, 0]]  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, 0, 0], [0, 0, 0], [0, 1.155, 0]]  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, 0, 0], [0, 0, 0], [0, -1.399, 0]]  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, 0, 0], [0, 0, 0], [0, 1.155, 0]]  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = [[-1.399, -4.198, -1.399], [-2.799, -2.799, -1.399], [0, 0, -4.198]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[1.155, 3.464, 1.155], [2.309, 2.309, 1.155], [0, 0, 3.464]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 1.399, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0.245, 0, 0, 0]]  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = [[-0.86, 0.42, -0.86], [0.28, 1.28, 0.14], [-1, 0, 1.42]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[-0.115, 0.654, -0.115], [-0.231, -0.231, -1.115], [-1, -1, 0.654]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [7.058, 1.651]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
