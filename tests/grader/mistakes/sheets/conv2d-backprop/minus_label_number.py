# %% Practice sheet, seed 528: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "528", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "528", "draw": 1, "parameters": {"x": [[3, 1, 2, 3], [0, 3, 2, 1], [1, 2, 3, 0], [3, 0, 0, 3]], "w1": [[2, 0, 1], [0, 0, -1], [0, -1, -1]], "w2": [[-1, -1, 0], [-1, 1, 0], [0, 2, 0]], "W": [[1, 1], [0, 2], [2, 0]], "y": 3, "rate": "1/10", "exact": false}}
# grader-checksum: bec59ddda93f19f1

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[3, 1, 2, 3], [0, 3, 2, 1], [1, 2, 3, 0], [3, 0, 0, 3]])
w1 = np.array([[2, 0, 1], [0, 0, -1], [0, -1, -1]])
w2 = np.array([[-1, -1, 0], [-1, 1, 0], [0, 2, 0]])
W = np.array([[1, 1], [0, 2], [2, 0]])
y = 3
rate = 1/10

q1 = [[1, 1], [-1, 4]]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[1, 1], [0, 4]]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[3, 2], [-2, -4]]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[3, 2], [0, 0]]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [4, 3]  # vector of length 2, exact, such as 3 or "1/2"
s = [7, 6, 8]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.2447, 0.09, 0.6652]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 0.4076  # decimal (error at most 0.005) or expression
ds = [-2.7553, -2.91, -2.3348]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[-11.0211, -8.2658], [-11.6399, -8.7299], [-9.339, -7.0043]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-7.4248, -8.5752]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, 0], [0, -7.4248]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[-8.5752, 0], [0, 0]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, 0], [0, -7.4248]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [[-8.5752, 0], [0, 0]]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[-22.2744, -14.8496, -7.4248], [-14.8496, -22.2744, 0], [0, 0, -22.2744]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[-25.7256, -8.5752, -17.1504], [0, -25.7256, -17.1504], [-8.5752, -17.1504, -25.7256]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[8.5752, 8.5752, 0, 0], [8.5752, -23.4248, 0, -7.4248], [0, -17.1504, 0, 7.4248], [0, 0, 7.4248, 7.4248]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[4.2274, 1.485, 1.7425], [1.485, 2.2274, -1], [0, -1, 1.2274]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[1.5726, -0.1425, 1.715], [-1, 3.5726, 1.715], [0.8575, 3.715, 2.5726]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [30.7292, 38.1584]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
