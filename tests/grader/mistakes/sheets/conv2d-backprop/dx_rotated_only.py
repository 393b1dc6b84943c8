# %% Practice sheet, seed 546: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "546", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "546", "draw": 1, "parameters": {"x": [[3, 2, 0, 1, 2], [0, 0, 3, 1, 2], [0, 2, 2, 1, 2], [0, 1, 3, 0, 1], [0, 0, 0, 1, 2]], "w1": [[0, 0, 1], [0, 0, -1], [1, -1, 1]], "w2": [[-1, 0, -1], [2, -1, 0], [0, 0, 1]], "W": [[1, 0], [0, 1], [2, -1]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: 7bf290628fc641b5

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[3, 2, 0, 1, 2], [0, 0, 3, 1, 2], [0, 2, 2, 1, 2], [0, 1, 3, 0, 1], [0, 0, 0, 1, 2]])
w1 = np.array([[0, 0, 1], [0, 0, -1], [1, -1, 1]])
w2 = np.array([[-1, 0, -1], [2, -1, 0], [0, 0, 1]])
W = np.array([[1, 0], [0, 1], [2, -1]])
y = 1
rate = 1/10

q1 = [[-3, 1, 3], [3, -2, 4], [-1, 2, 2]]  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[0, 1, 3], [3, 0, 4], [0, 2, 2]]  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[-1, -5, 5], [-2, 1, -1], [-3, -3, 4]]  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[0, 0, 5], [0, 1, 0], [0, 0, 4]]  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [4, 5]  # vector of length 2, exact, such as 3 or "1/2"
s = [4, 5, 3]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.245, 0.665, 0.09]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 1.408  # decimal (error at most 0.005) or expression
ds = [-0.755, 0.665, 0.09]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[-3.021, -3.776], [2.661, 3.326], [0.36, 0.45]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-0.575, 0.575]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, 0, 0], [0, 0, -0.575], [0, 0, 0]]  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, 0, 0.575], [0, 0, 0], [0, 0, 0]]  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, 0, 0], [0, 0, -0.575], [0, 0, 0]]  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, 0, 0.575], [0, 0, 0], [0, 0, 0]]  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = [[-1.726, -0.575, -1.15], [-1.15, -0.575, -1.15], [-1.726, 0, -0.575]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[0, 0.575, 1.15], [1.726, 0.575, 1.15], [1.15, 0.575, 1.15]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, 0, 0.575, 0, 0], [0, 0, -0.575, 0, 0.575], [0, 0, 0, 0, -0.575], [0, 0, -0.575, 0, 0], [0, 0, 0, 0, 0]]  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = [[0.173, 0.058, 1.115], [0.115, 0.058, -0.885], [1.173, -1, 1.058]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[-1, -0.058, -1.115], [1.827, -1.058, -0.115], [-0.115, -0.058, 0.885]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [5.898, 3.389]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
