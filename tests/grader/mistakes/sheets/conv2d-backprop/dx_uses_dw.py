# %% Practice sheet, seed 510: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "510", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "510", "draw": 1, "parameters": {"x": [[1, 1, 3, 2, 0], [3, 1, 1, 1, 0], [3, 2, 2, 0, 3], [2, 3, 3, 0, 0], [1, 3, 1, 0, 3]], "w1": [[-1, 1, 0], [0, 2, 1], [0, 1, 0]], "w2": [[0, 1, 0], [0, 2, 0], [1, -1, -1]], "W": [[1, 0], [0, 1], [2, -1]], "y": 3, "rate": "1/10", "exact": false}}
# grader-checksum: 8fc176a8809a8189

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[1, 1, 3, 2, 0], [3, 1, 1, 1, 0], [3, 2, 2, 0, 3], [2, 3, 3, 0, 0], [1, 3, 1, 0, 3]])
w1 = np.array([[-1, 1, 0], [0, 2, 1], [0, 1, 0]])
w2 = np.array([[0, 1, 0], [0, 2, 0], [1, -1, -1]])
W = np.array([[1, 0], [0, 1], [2, -1]])
y = 3
rate = 1/10

q1 = [[5, 7, 1], [7, 7, 3], [11, 7, -2]]  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[5, 7, 1], [7, 7, 3], [11, 7, 0]]  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[2, 5, 3], [1, 5, 4], [5, 10, -2]]  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[2, 5, 3], [1, 5, 4], [5, 10, 0]]  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [11, 10]  # vector of length 2, exact, such as 3 or "1/2"
s = [11, 10, 12]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.2447, 0.09, 0.6652]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 0.4076  # decimal (error at most 0.005) or expression
ds = [0.2447, 0.09, -0.3348]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[2.692, 2.4473], [0.9903, 0.9003], [-3.6823, -3.3476]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-0.4248, 0.4248]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, 0, 0], [0, 0, 0], [-0.4248, 0, 0]]  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, 0, 0], [0, 0, 0], [0, 0.4248, 0]]  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, 0, 0], [0, 0, 0], [-0.4248, 0, 0]]  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, 0, 0], [0, 0, 0], [0, 0.4248, 0]]  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = [[-1.2744, -0.8496, -0.8496], [-0.8496, -1.2744, -1.2744], [-0.4248, -1.2744, -0.4248]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[0.8496, 0.8496, 0], [1.2744, 1.2744, 0], [1.2744, 0.4248, 0]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0.5413, 0.7218, 0.7218, 0, 0], [0.3609, 1.0827, 1.0827, 0, 0], [0.1804, 1.0827, 0.3609, 0, 0]]  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = [[-0.8726, 1.085, 0.085], [0.085, 2.1274, 1.1274], [0.0425, 1.1274, 0.0425]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[-0.085, 0.915, 0], [-0.1274, 1.8726, 0], [0.8726, -1.0425, -1]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [13.1239, 8.4708]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
