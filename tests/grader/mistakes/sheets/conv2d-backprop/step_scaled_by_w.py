# %% Practice sheet, seed 531: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "531", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "531", "draw": 1, "parameters": {"x": [[0, 3, 2, 0, 3], [1, 0, 1, 0, 3], [2, 1, 0, 1, 2], [3, 3, 1, 0, 2], [2, 0, 0, 1, 3]], "w1": [[1, 0, 0], [-1, 0, 1], [2, 1, 0]], "w2": [[1, 0, 2], [0, 0, 1], [-1, 0, -1]], "W": [[1, 0], [0, 1], [2, -1]], "y": 3, "rate": "1/10", "exact": false}}
# grader-checksum: 3ed2911c990fa0e5

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[0, 3, 2, 0, 3], [1, 0, 1, 0, 3], [2, 1, 0, 1, 2], [3, 3, 1, 0, 2], [2, 0, 0, 1, 3]])
w1 = np.array([[1, 0, 0], [-1, 0, 1], [2, 1, 0]])
w2 = np.array([[1, 0, 2], [0, 0, 1], [-1, 0, -1]])
W = np.array([[1, 0], [0, 1], [2, -1]])
y = 3
rate = 1/10

q1 = np.array([[5, 5, 5], [8, 7, 5], [4, -2, 2]])  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = np.array([[5, 5, 5], [8, 7, 5], [4, 0, 2]])  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = np.array([[3, 1, 9], [-1, -2, 6], [1, 2, 3]])  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = np.array([[3, 1, 9], [0, 0, 6], [1, 2, 3]])  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [8, 9]  # vector of length 2, exact, such as 3 or "1/2"
s = [8, 9, 7]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.24473, 0.66524, 0.09003]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 2.40761  # decimal (error at most 0.005) or expression
ds = [0.24473, 0.66524, -0.90997]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = np.array([[1.95783, 2.20256], [5.32193, 5.98717], [-7.27976, -8.18972]])  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-1.57521, 1.57521]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = np.array([[0, 0, 0], [-1.57521, 0, 0], [0, 0, 0]])  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = np.array([[0, 0, 1.57521], [0, 0, 0], [0, 0, 0]])  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = np.array([[0, 0, 0], [-1.57521, 0, 0], [0, 0, 0]])  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = np.array([[0, 0, 1.57521], [0, 0, 0], [0, 0, 0]])  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = np.array([[-1.57521, 0, -1.57521], [-3.15042, -1.57521, 0], [-4.72563, -4.72563, -1.57521]])  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = np.array([[3.15042, 0, 4.72563], [1.57521, 0, 4.72563], [0, 1.57521, 3.15042]])  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = np.array([[0, 0, 1.57521, 0, 3.15042], [-1.57521, 0, 0, 0, 1.57521], [1.57521, 0, -3.15042, 0, -1.57521], [-3.15042, -1.57521, 0, 0, 0], [0, 0, 0, 0, 0]])  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = np.array([[1.15752, 0, 0], [-1.31504, 0, 1], [2.94513, 1.47256, 0]])  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = np.array([[0.68496, 0, 1.05487], [0, 0, 0.52744], [-1, 0, -0.68496]])  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [11.7805, 4.74693]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
