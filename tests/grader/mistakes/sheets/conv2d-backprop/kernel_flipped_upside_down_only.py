# %% Practice sheet, seed 5059: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "5059", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "5059", "draw": 1, "parameters": {"x": [[2, 2, 0, 1], [1, 2, 1, 3], [1, 0, 2, 2], [3, 2, 1, 3]], "w1": [[0, 0, 2], [1, 0, 0], [-1, 1, -1]], "w2": [[1, 0, -1], [-1, 0, 0], [0, -1, 1]], "W": [[1, 0], [2, -1], [0, 1]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: 9d8511ec4beebd22

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[2, 2, 0, 1], [1, 2, 1, 3], [1, 0, 2, 2], [3, 2, 1, 3]])
w1 = np.array([[0, 0, 2], [1, 0, 0], [-1, 1, -1]])
w2 = np.array([[1, 0, -1], [-1, 0, 0], [0, -1, 1]])
W = np.array([[1, 0], [2, -1], [0, 1]])
y = 1
rate = 1/10

q1 = [[-2, 4], [1, 2]]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[0, 4], [1, 2]]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[3, -1], [-2, 1]]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[3, 0], [0, 1]]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [4, 3]  # vector of length 2, exact, such as 3 or "1/2"
s = [4, 5, 3]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.2447, 0.6652, 0.09003]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 1.408  # decimal (error at most 0.005) or expression
ds = [-0.7553, 0.6652, 0.09003]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[-3.021, -2.266], [2.661, 1.996], [0.3601, 0.2701]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [0.5752, -0.5752]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, 0.5752], [0, 0]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[-0.5752, 0], [0, 0]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, 0.5752], [0, 0]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [[-0.5752, 0], [0, 0]]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[1.15, 0, 0.5752], [1.15, 0.5752, 1.726], [0, 1.15, 1.15]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[-1.15, -1.15, 0], [-0.5752, -1.15, -0.5752], [-0.5752, 0, -1.15]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, 0, 0, -0.5752], [0.5752, 0.5752, 0, 0], [-0.5752, 0, 0.5752, 1.15], [0, 0, 0, 0]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[-0.115, 0, 1.942], [0.885, -0.05752, -0.1726], [-1, 0.885, -1.115]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[1.115, 0.115, -1], [-0.9425, 0.115, 0.05752], [0.05752, -1, 1.115]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [2.447, 4.093]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
