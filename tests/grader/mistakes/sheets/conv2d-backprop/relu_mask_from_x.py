# %% Practice sheet, seed 491: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "491", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "491", "draw": 1, "parameters": {"x": [[1, 2, 2, 3], [3, 0, 3, 0], [1, 2, 0, 2], [1, 0, 0, 3]], "w1": [[-1, 0, 0], [1, -1, 1], [0, 0, 1]], "w2": [[-1, 1, 0], [0, 0, 2], [-1, 1, 0]], "W": [[0, 2], [1, 1], [2, 0]], "y": 2, "rate": "1/10", "exact": false}}
# grader-checksum: 238b5139c35338c8

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[1, 2, 2, 3], [3, 0, 3, 0], [1, 2, 0, 2], [1, 0, 0, 3]])
w1 = np.array([[-1, 0, 0], [1, -1, 1], [0, 0, 1]])
w2 = np.array([[-1, 1, 0], [0, 0, 2], [-1, 1, 0]])
W = np.array([[0, 2], [1, 1], [2, 0]])
y = 2
rate = 1/10

q1 = np.array([[5, -3], [-4, 7]])  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = np.array([[5, 0], [0, 7]])  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = np.array([[8, -2], [-4, 7]])  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = np.array([[8, 0], [0, 7]])  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [7, 8]  # vector of length 2, exact, such as 3 or "1/2"
s = [16, 15, 14]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.66524, 0.24473, 0.09003]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 1.40761  # decimal (error at most 0.005) or expression
ds = [0.66524, -0.75527, 0.09003]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = np.array([[4.65669, 5.32193], [-5.2869, -6.04217], [0.63021, 0.72024]])  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-0.57521, 0.57521]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = np.array([[0, 0], [0, -0.57521]])  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = np.array([[0.57521, 0], [0, 0]])  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = np.array([[0, 0], [0, 0]])  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = np.array([[0, 0], [0, 0]])  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = np.array([[0, 0, 0], [0, 0, 0], [0, 0, 0]])  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = np.array([[0, 0, 0], [0, 0, 0], [0, 0, 0]])  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = np.array([[0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]])  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = np.array([[-1, 0, 0], [1, -1, 1], [0, 0, 1]])  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = np.array([[-1, 1, 0], [0, 0, 2], [-1, 1, 0]])  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [7, 8]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
