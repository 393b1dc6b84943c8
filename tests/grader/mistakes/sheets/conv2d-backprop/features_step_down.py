# %% Practice sheet, seed 90210: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "90210", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "90210", "draw": 1, "parameters": {"x": [[3, 1, 2, 2, 0], [0, 0, 0, 3, 3], [0, 3, 3, 1, 3], [1, 1, 0, 0, 1], [2, 0, 2, 3, 2]], "w1": [[1, 2, 0], [-1, 0, -1], [0, 0, 1]], "w2": [[0, -1, 0], [-1, 1, 2], [0, 1, 0]], "W": [[1, 0], [0, 1], [2, -1]], "y": 3, "rate": "1/10", "exact": false}}
# grader-checksum: 137f80614006aa70

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[3, 1, 2, 2, 0], [0, 0, 0, 3, 3], [0, 3, 3, 1, 3], [1, 1, 0, 0, 1], [2, 0, 2, 3, 2]])
w1 = np.array([[1, 2, 0], [-1, 0, -1], [0, 0, 1]])
w2 = np.array([[0, -1, 0], [-1, 1, 2], [0, 1, 0]])
W = np.array([[1, 0], [0, 1], [2, -1]])
y = 3
rate = 1/10

q1 = [[8, 3, 6], [-3, -4, 1], [7, 11, 6]]  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[8, 3, 6], [0, 0, 1], [7, 11, 6]]  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[2, 7, 8], [10, 2, 1], [-3, -2, 4]]  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[2, 7, 8], [10, 2, 1], [0, 0, 4]]  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [11, 10]  # vector of length 2, exact, such as 3 or "1/2"
s = [11, 10, 12]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.2447, 0.09, 0.6652]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 0.4076  # decimal (error at most 0.005) or expression
ds = [0.2447, 0.09, -0.3348]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[2.692, 2.4473], [0.9903, 0.9003], [-3.6823, -3.3476]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-0.4248, 0.4248]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, -0.4248, 0.0]]  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0.0, 0.0, 0.0], [0.4248, 0.0, 0.0], [0.0, 0.0, 0.0]]  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, -0.4248, 0.0]]  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0.0, 0.0, 0.0], [0.4248, 0.0, 0.0], [0.0, 0.0, 0.0]]  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = [[-1.2744, -1.2744, -0.4248], [-0.4248, 0.0, 0.0], [0.0, -0.8496, -1.2744]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[0.0, 0.0, 0.0], [0.0, 1.2744, 1.2744], [0.4248, 0.4248, 0.0]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0.0, 0.0, 0.0, 0.0, 0.0], [0.0, -0.4248, 0.0, 0.0, 0.0], [-0.4248, 0.0, 0.0, 0.0, 0.0], [0.0, 0.8496, 0.0, 0.4248, 0.0], [0.0, 0.0, 0.0, -0.4248, 0.0]]  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = [[1.1274, 2.1274, 0.0425], [-0.9575, 0.0, -1.0], [0.0, 0.085, 1.1274]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[0.0, -1.0, 0.0], [-1.0, 0.8726, 1.8726], [-0.0425, 0.9575, 0.0]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [11.0425, 9.9575]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
