# %% Practice sheet, seed 4244: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "4244", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "4244", "draw": 1, "parameters": {"x": [[2, 0, 1, 1, 2], [0, 2, 3, 1, 2], [1, 3, 3, 2, 2], [0, 2, 2, 1, 1], [0, 3, 1, 1, 3]], "w1": [[0, 0, 0], [1, 0, -1], [2, -1, -1]], "w2": [[2, -1, 0], [-1, 0, 0], [-1, 1, 0]], "W": [[1, 1], [0, 2], [2, 0]], "y": 3, "rate": "1/10", "exact": false}}
# grader-checksum: 146a60fe045dc3a3

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[2, 0, 1, 1, 2], [0, 2, 3, 1, 2], [1, 3, 3, 2, 2], [0, 2, 2, 1, 1], [0, 3, 1, 1, 3]])
w1 = np.array([[0, 0, 0], [1, 0, -1], [2, -1, -1]])
w2 = np.array([[2, -1, 0], [-1, 0, 0], [-1, 1, 0]])
W = np.array([[1, 1], [0, 2], [2, 0]])
y = 3
rate = 1/10

q1 = np.array([[-7, 2, 3], [-6, 2, 3], [-6, 5, -1]])  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = np.array([[0, 2, 3], [0, 2, 3], [0, 5, 0]])  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = np.array([[6, -3, -3], [-1, -2, 1], [2, -1, 2]])  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = np.array([[6, 0, 0], [0, 0, 1], [2, 0, 2]])  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = np.array([5, 6])  # vector of length 2, exact, such as 3 or "1/2"
s = np.array([11, 12, 10])  # vector of length 3, exact, such as 3 or "1/2"
p = np.array([0.2, 0.7, 0.1])  # vector of length 3, decimals (error at most 0.005) or expressions
L = 2.3026  # decimal (error at most 0.005) or expression
ds = np.array([0.2, 0.7, -0.9])  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = np.array([[1.0, 1.2], [3.5, 4.2], [-4.5, -5.4]])  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = np.array([-1.6, 1.6])  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = np.array([[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, -1.6, 0.0]])  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = np.array([[1.6, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]])  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = np.array([[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, -1.6, 0.0]])  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = np.array([[1.6, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]])  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = np.array([[-4.8, -4.8, -3.2], [-3.2, -3.2, -1.6], [-4.8, -1.6, -1.6]])  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = np.array([[3.2, 0.0, 1.6], [0.0, 3.2, 4.8], [1.6, 4.8, 4.8]])  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = np.array([[3.2, -1.6, 0.0, 0.0, 0.0], [-1.6, 0.0, 0.0, 0.0, 0.0], [-1.6, 1.6, 0.0, 0.0, 0.0], [0.0, -1.6, 0.0, 1.6, 0.0], [0.0, -3.2, 1.6, 1.6, 0.0]])  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = np.array([[0.48, 0.48, 0.32], [1.32, 0.32, -0.84], [2.48, -0.84, -0.84]])  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = np.array([[1.68, -1.0, -0.16], [-1.0, -0.32, -0.48], [-1.16, 0.52, -0.48]])  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = np.array([11.72, 0.08])  # h′: vector of length 2, decimals (error at most 0.005) or expressions
