# %% Practice sheet, seed 341: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "341", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "341", "draw": 1, "parameters": {"x": [[1, 0, 0, 0], [3, 2, 0, 1], [1, 3, 1, 0], [1, 1, 0, 3]], "w1": [[0, 1, -1], [0, 0, 0], [-1, 2, -1]], "w2": [[1, 0, 0], [0, 0, 2], [-1, -1, -1]], "W": [[1, 0], [0, 1], [2, -1]], "y": 3, "rate": "1/10", "exact": false}}
# grader-checksum: 7f7b139c13dcab45

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[1, 0, 0, 0], [3, 2, 0, 1], [1, 3, 1, 0], [1, 1, 0, 3]])
w1 = np.array([[0, 1, -1], [0, 0, 0], [-1, 2, -1]])
w2 = np.array([[1, 0, 0], [0, 0, 2], [-1, -1, -1]])
W = np.array([[1, 0], [0, 1], [2, -1]])
y = 3
rate = 1/10

q1 = [[4, -1], [3, -5]]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[4, 0], [3, 0]]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[-4, -2], [3, -1]]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[0, 0], [3, 0]]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [4, 3]  # vector of length 2, exact, such as 3 or "1/2"
s = [4, 3, 5]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.2447, 0.09, 0.6652]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 0.4076  # decimal (error at most 0.005) or expression
ds = [0.2447, 0.09, -0.3348]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[0.9789, 0.7342], [0.3601, 0.2701], [-1.339, -1.0043]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-0.4248, 0.4248]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[-0.4248, 0.0], [0.0, 0.0]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0.0, 0.0], [0.4248, 0.0]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[-0.4248, 0.0], [0.0, 0.0]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0.0, 0.0], [0.4248, 0.0]]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[-0.4248, 0.0, 0.0], [-1.2744, -0.8496, 0.0], [-0.4248, -1.2744, -0.4248]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[1.2744, 0.8496, 0.0], [0.4248, 1.2744, 0.4248], [0.4248, 0.4248, 0.0]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0.0, -0.4248, 0.4248, 0.0], [0.4248, 0.0, 0.0, 0.0], [0.4248, -0.8496, 1.2744, 0.0], [-0.4248, -0.4248, -0.4248, 0.0]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[0.0425, 1.0, -1.0], [0.1274, 0.085, 0.0], [-0.9575, 2.1274, -0.9575]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[0.8726, -0.085, 0.0], [-0.0425, -0.1274, 1.9575], [-1.0425, -1.0425, -1.0]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [5.062, 1.8955]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
