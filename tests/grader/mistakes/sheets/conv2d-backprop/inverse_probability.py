# %% Practice sheet, seed 526: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "526", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "526", "draw": 1, "parameters": {"x": [[1, 0, 3, 3], [1, 3, 0, 0], [0, 2, 3, 0], [2, 1, 2, 3]], "w1": [[1, -1, 2], [1, 0, 0], [0, 0, -1]], "w2": [[1, -1, 0], [0, 0, -1], [1, 0, 1]], "W": [[1, 0], [2, -1], [0, 1]], "y": 3, "rate": "1/10", "exact": false}}
# grader-checksum: 1c40df5a6d97e4af

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[1, 0, 3, 3], [1, 3, 0, 0], [0, 2, 3, 0], [2, 1, 2, 3]])
w1 = np.array([[1, -1, 2], [1, 0, 0], [0, 0, -1]])
w2 = np.array([[1, -1, 0], [0, 0, -1], [1, 0, 1]])
W = np.array([[1, 0], [2, -1], [0, 1]])
y = 3
rate = 1/10

q1 = [[5, 6], [-4, 2]]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[5, 6], [0, 2]]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[4, -1], [-1, 7]]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[4, 0], [0, 7]]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [6, 7]  # vector of length 2, exact, such as 3 or "1/2"
s = [6, 5, 7]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.2447, 0.09, 0.6652]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 0.4076  # decimal (error at most 0.005) or expression
ds = [0, 0, -1.5032]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[0, 0], [0, 0], [-9.0193, -10.5225]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [0, -1.5032]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, 0], [0, 0]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, 0], [0, -1.5032]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, 0], [0, 0]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, 0], [0, -1.5032]]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[0, 0, 0], [0, 0, 0], [0, 0, 0]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[-4.5096, 0, 0], [-3.0064, -4.5096, 0], [-1.5032, -3.0064, -4.5096]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, 0, 0, 0], [0, -1.5032, 1.5032, 0], [0, 0, 0, 1.5032], [0, -1.5032, 0, -1.5032]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[1, -1, 2], [1, 0, 0], [0, 0, -1]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[1.451, -1, 0], [0.3006, 0.451, -1], [1.1503, 0.3006, 1.451]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [6, 12.4116]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
