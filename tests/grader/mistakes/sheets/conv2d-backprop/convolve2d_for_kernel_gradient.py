# %% Practice sheet, seed 523: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "523", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "523", "draw": 1, "parameters": {"x": [[0, 1, 1, 0], [2, 3, 1, 1], [0, 0, 1, 2], [0, 1, 2, 3]], "w1": [[0, -1, 1], [0, 2, 0], [0, 2, -1]], "w2": [[1, -1, -1], [0, -1, 0], [0, 0, 2]], "W": [[1, 1], [0, 2], [2, 0]], "y": 3, "rate": "1/10", "exact": false}}
# grader-checksum: 619177f8efc49eaa

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[0, 1, 1, 0], [2, 3, 1, 1], [0, 0, 1, 2], [0, 1, 2, 3]])
w1 = np.array([[0, -1, 1], [0, 2, 0], [0, 2, -1]])
w2 = np.array([[1, -1, -1], [0, -1, 0], [0, 0, 2]])
W = np.array([[1, 1], [0, 2], [2, 0]])
y = 3
rate = 1/10

q1 = np.array([[5, 1], [-2, 3]])  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = np.array([[5, 1], [0, 3]])  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = np.array([[-3, 3], [2, 6]])  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = np.array([[0, 3], [2, 6]])  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [5, 6]  # vector of length 2, exact, such as 3 or "1/2"
s = [11, 12, 10]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.24473, 0.66524, 0.09003]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 2.40761  # decimal (error at most 0.005) or expression
ds = [0.24473, 0.66524, -0.90997]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = np.array([[1.22364, 1.46837], [3.3262, 3.99145], [-4.54985, -5.45982]])  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-1.57521, 1.57521]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = np.array([[-1.57521, 0], [0, 0]])  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = np.array([[0, 0], [0, 1.57521]])  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = np.array([[-1.57521, 0], [0, 0]])  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = np.array([[0, 0], [0, 1.57521]])  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = np.array([[-4.72563, -1.57521, -1.57521], [0, -1.57521, -3.15042], [-1.57521, -3.15042, -4.72563]])  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = np.array([[0, 1.57521, 1.57521], [3.15042, 4.72563, 1.57521], [0, 0, 1.57521]])  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = np.array([[0, 1.57521, -1.57521, 0], [0, -1.57521, -1.57521, -1.57521], [0, -3.15042, 0, 0], [0, 0, 0, 3.15042]])  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = np.array([[0.47256, -0.84248, 1.15752], [0, 2.15752, 0.31504], [0.15752, 2.31504, -0.52744]])  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = np.array([[1, -1.15752, -1.15752], [-0.31504, -1.47256, -0.15752], [0, 0, 1.84248]])  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [7.72563, 4.42479]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
