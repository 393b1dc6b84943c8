# %% Practice sheet, seed 506: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "506", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "506", "draw": 1, "parameters": {"x": [[3, 0, 1, 3], [1, 0, 1, 0], [2, 3, 1, 2], [1, 1, 2, 3]], "w1": [[0, 0, 1], [-1, 1, 0], [0, 1, -1]], "w2": [[0, 0, -1], [1, -1, 0], [-1, 2, 0]], "W": [[0, 1], [2, 0], [-1, 2]], "y": 3, "rate": "1/10", "exact": false}}
# grader-checksum: 55598f383ab839d4

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[3, 0, 1, 3], [1, 0, 1, 0], [2, 3, 1, 2], [1, 1, 2, 3]])
w1 = np.array([[0, 0, 1], [-1, 1, 0], [0, 1, -1]])
w2 = np.array([[0, 0, -1], [1, -1, 0], [-1, 2, 0]])
W = np.array([[0, 1], [2, 0], [-1, 2]])
y = 3
rate = 1/10

q1 = [[2, 3], [1, -3]]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[2, 3], [1, 0]]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[4, -5], [-1, 5]]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[4, 0], [0, 5]]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [3, 5]  # vector of length 2, exact, such as 3 or "1/2"
s = [5, 6, 7]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.09, 0.2447, 0.6652]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 0.4076  # decimal (error at most 0.005) or expression
ds = [0.09, 0.2447, -0.3348]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[0.2701, 0.4502], [0.7342, 1.2236], [-1.0043, -1.6738]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [0.8242, -0.5795]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, 0.8242], [0, 0]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, 0], [0, -0.5795]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, 0.8242], [0, 0]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, 0], [0, -0.5795]]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[0, 0.8242, 2.4726], [0, 0.8242, 0], [2.4726, 0.8242, 1.6484]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[0, -0.5795, 0], [-1.7385, -0.5795, -1.159], [-0.5795, -1.159, -1.7385]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, 0, 0, 0], [0, 0, 0, 0.5795], [0, -0.5795, 0.5795, 0], [0, 0.5795, -1.159, 0]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[0, -0.0824, 0.7527], [-1, 0.9176, 0], [-0.2473, 0.9176, -1.1648]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[0, 0.0579, -1], [1.1738, -0.9421, 0.1159], [-0.9421, 2.1159, 0.1738]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [0.9395, 6.6805]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
