# %% Practice sheet, seed 502: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "502", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "502", "draw": 1, "parameters": {"x": [[1, 1, 3, 3], [3, 3, 2, 2], [2, 1, 0, 0], [3, 1, 3, 0]], "w1": [[-1, 0, 0], [1, 0, 2], [-1, 0, -1]], "w2": [[0, 0, -1], [0, -1, 1], [0, 2, -1]], "W": [[0, 2], [1, 1], [2, 0]], "y": 3, "rate": "1/10", "exact": false}}
# grader-checksum: 89c09d4aa73f24e0

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[1, 1, 3, 3], [3, 3, 2, 2], [2, 1, 0, 0], [3, 1, 3, 0]])
w1 = np.array([[-1, 0, 0], [1, 0, 2], [-1, 0, -1]])
w2 = np.array([[0, 0, -1], [0, -1, 1], [0, 2, -1]])
W = np.array([[0, 2], [1, 1], [2, 0]])
y = 3
rate = 1/10

q1 = [[4, 5], [-7, -3]]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[4, 5], [0, 0]]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[-2, -3], [-4, 4]]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[0, 0], [0, 4]]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [5, 4]  # vector of length 2, exact, such as 3 or "1/2"
s = [8, 9, 10]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.09, 0.2447, 0.6652]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 0.4076  # decimal (error at most 0.005) or expression
ds = [0.09, 0.2447, -0.3348]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[0.4502, 0.3601], [1.2236, 0.9789], [-1.6738, -1.339]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-0.4248, 0.4248]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, -0.4248], [0, 0]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, 0], [0, 0.4248]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, -0.4248], [0, 0]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, 0], [0, 0.4248]]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[-0.4248, -1.2744, -1.2744], [-1.2744, -0.8496, -0.8496], [-0.4248, 0, 0]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[1.2744, 0.8496, 0.8496], [0.4248, 0, 0], [0.4248, 1.2744, 0]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, 0.4248, 0, 0.4248], [0, -1.2744, 0.8496, -0.4248], [0, 0.4248, -0.4248, 0.4248], [0, -0.4248, 0, 0]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[-0.9575, 0.1274, 0.1274], [1.1274, 0.085, 2.085], [-0.9575, 0, -1]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[-0.1274, -0.085, -1.085], [-0.0425, -1, 1], [-0.0425, 1.8726, -1]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [6.5717, 2.8106]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
