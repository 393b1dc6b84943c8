# %% Practice sheet, seed 517: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "517", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "517", "draw": 1, "parameters": {"x": [[3, 1, 2, 0, 1], [2, 0, 2, 3, 3], [2, 0, 1, 0, 2], [3, 0, 0, 2, 3], [0, 2, 0, 1, 2]], "w1": [[-1, 1, 0], [0, 0, 2], [1, -1, 0]], "w2": [[1, 0, 1], [1, -1, -1], [0, 0, 0]], "W": [[-1, 2], [0, 1], [1, 0]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: 546a3798694becc8

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[3, 1, 2, 0, 1], [2, 0, 2, 3, 3], [2, 0, 1, 0, 2], [3, 0, 0, 2, 3], [0, 2, 0, 1, 2]])
w1 = np.array([[-1, 1, 0], [0, 0, 2], [1, -1, 0]])
w2 = np.array([[1, 0, 1], [1, -1, -1], [0, 0, 0]])
W = np.array([[-1, 2], [0, 1], [1, 0]])
y = 1
rate = 1/10

q1 = [[4, 6, 5], [3, 2, 3], [-4, 7, 4]]  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[4, 6, 5], [3, 2, 3], [0, 7, 4]]  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[5, -4, -1], [5, 2, 4], [6, -2, -2]]  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[5, 0, 0], [5, 2, 4], [6, 0, 0]]  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = ["17/4", "22/5"]  # vector of length 2, exact, such as 3 or "1/2"
s = ["91/20", "22/5", "17/4"]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.3844, 0.3308, 0.2848]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 0.9561  # decimal (error at most 0.005) or expression
ds = [-0.6156, 0.3308, 0.2848]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[-2.6163, -2.7087], [1.4061, 1.4557], [1.2102, 1.253]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [0.9004, -0.9004]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0.1125, 0.1125, 0.1125], [0.1125, 0.1125, 0.1125], [0, 0.1125, 0.1125]]  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = [[-0.1801, 0, 0], [-0.1801, -0.1801, -0.1801], [-0.1801, 0, 0]]  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0.1125, 0.1125, 0.1125], [0.1125, 0.1125, 0.1125], [0, 0.1125, 0.1125]]  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = [[-0.1801, 0, 0], [-0.1801, -0.1801, -0.1801], [-0.1801, 0, 0]]  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = [[1.238, 1.0129, 1.4631], [0.7878, 0.9004, 1.8007], [0.9004, 0.4502, 1.238]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[-1.6207, -1.0804, -1.9808], [-1.4406, -0.1801, -0.9004], [-0.9004, -0.7203, -1.0804]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[-0.2926, 0, -0.1801, 0.1125, 0], [-0.4727, 0, 0.045, 0.1576, 0.045], [-0.2476, -0.1125, 0.2251, 0.5852, 0.4052], [-0.0675, 0.1801, 0.1801, 0.1125, 0.2251], [0, 0.1125, 0, -0.1125, 0]]  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = [[-1.1238, 0.8987, -0.1463], [-0.0788, -0.09, 1.8199], [0.91, -1.045, -0.1238]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[1.1621, 0.108, 1.1981], [1.1441, -0.982, -0.91], [0.09, 0.072, 0.108]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [2.9262, 4.9556]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
