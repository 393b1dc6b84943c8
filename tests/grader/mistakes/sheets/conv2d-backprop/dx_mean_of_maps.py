# %% Practice sheet, seed 508: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "508", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "508", "draw": 1, "parameters": {"x": [[0, 2, 0, 1, 3], [1, 2, 3, 3, 0], [3, 2, 1, 3, 1], [2, 3, 2, 1, 3], [0, 0, 2, 3, 1]], "w1": [[2, 2, -1], [0, 0, 1], [0, -1, 0]], "w2": [[0, 0, 1], [2, -1, 2], [0, 0, -1]], "W": [[1, 1], [0, 2], [2, 0]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: bca093af6e201df8

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[0, 2, 0, 1, 3], [1, 2, 3, 3, 0], [3, 2, 1, 3, 1], [2, 3, 2, 1, 3], [0, 0, 2, 3, 1]])
w1 = np.array([[2, 2, -1], [0, 0, 1], [0, -1, 0]])
w2 = np.array([[0, 0, 1], [2, -1, 2], [0, 0, -1]])
W = np.array([[1, 1], [0, 2], [2, 0]])
y = 1
rate = 1/10

q1 = [[5, 5, -4], [1, 8, 12], [11, 2, 7]]  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[5, 5, 0], [1, 8, 12], [11, 2, 7]]  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[5, 5, 5], [7, 11, -2], [4, 6, 9]]  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[5, 5, 5], [7, 11, 0], [4, 6, 9]]  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [12, 11]  # vector of length 2, exact, such as 3 or "1/2"
s = [23, 22, 24]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.245, 0.09, 0.665]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 1.408  # decimal (error at most 0.005) or expression
ds = [-0.755, 0.09, 0.665]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[-9.063, -8.308], [1.08, 0.99], [7.983, 7.318]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [0.575, -0.575]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, 0, 0], [0, 0, 0.575], [0, 0, 0]]  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, 0, 0], [0, -0.575, 0], [0, 0, 0]]  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, 0, 0], [0, 0, 0.575], [0, 0, 0]]  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, 0, 0], [0, -0.575, 0], [0, 0, 0]]  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = [[1.726, 1.726, 0], [0.575, 1.726, 0.575], [1.15, 0.575, 1.726]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[-1.15, -1.726, -1.726], [-1.15, -0.575, -1.726], [-1.726, -1.15, -0.575]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, 0, 0, 0, 0], [0, 0, 0.575, 0.288, -0.288], [0, -0.575, 0.288, -0.575, 0.288], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]]  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = [[1.827, 1.827, -1], [-0.058, -0.173, 0.942], [-0.115, -1.058, -0.173]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[0.115, 0.173, 1.173], [2.115, -0.942, 2.173], [0.173, 0.115, -0.942]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [9.527, 13.876]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
