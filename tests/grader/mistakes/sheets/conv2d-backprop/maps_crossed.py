# %% Practice sheet, seed 487: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "487", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "487", "draw": 1, "parameters": {"x": [[2, 0, 2, 2], [0, 0, 3, 1], [0, 0, 0, 3], [3, 2, 3, 3]], "w1": [[1, 0, 0], [-1, 0, 1], [-1, 1, 0]], "w2": [[0, 0, 0], [-1, 0, 1], [1, -1, -1]], "W": [[0, 2], [1, 0], [2, -1]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: 096a774483149574

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[2, 0, 2, 2], [0, 0, 3, 1], [0, 0, 0, 3], [3, 2, 3, 3]])
w1 = np.array([[1, 0, 0], [-1, 0, 1], [-1, 1, 0]])
w2 = np.array([[0, 0, 0], [-1, 0, 1], [1, -1, -1]])
W = np.array([[0, 2], [1, 0], [2, -1]])
y = 1
rate = 1/10

q1 = np.array([[5, 1], [-1, 4]])  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = np.array([[5, 1], [0, 4]])  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = np.array([[3, -2], [-2, -1]])  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = np.array([[3, 0], [0, 0]])  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [5, 3]  # vector of length 2, exact, such as 3 or "1/2"
s = [6, 5, 7]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.24473, 0.09003, 0.66524]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 1.40761  # decimal (error at most 0.005) or expression
ds = [-0.75527, 0.09003, 0.66524]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = np.array([[-3.77636, -2.26581], [0.45015, 0.27009], [3.3262, 1.99572]])  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [1.42051, -2.17578]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = np.array([[-2.17578, 0], [0, 0]])  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = np.array([[1.42051, 0], [0, 0]])  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = np.array([[-2.17578, 0], [0, 0]])  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = np.array([[1.42051, 0], [0, 0]])  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = np.array([[-4.35157, 0, -4.35157], [0, 0, -6.52735], [0, 0, 0]])  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = np.array([[2.84102, 0, 2.84102], [0, 0, 4.26154], [0, 0, 0]])  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = np.array([[-2.17578, 0, 0, 0], [0.75527, 0, -0.75527, 0], [3.5963, -3.5963, -1.42051, 0], [0, 0, 0, 0]])  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = np.array([[1.43516, 0, 0.43516], [-1, 0, 1.65274], [-1, 1, 0]])  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = np.array([[-0.2841, 0, -0.2841], [-1, 0, 0.57385], [1, -1, -1]])  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [8.69883, 0.58513]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
