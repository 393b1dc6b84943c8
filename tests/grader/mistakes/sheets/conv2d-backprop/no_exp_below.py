# %% Practice sheet, seed 519: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "519", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "519", "draw": 1, "parameters": {"x": [[1, 2, 0, 3], [0, 2, 3, 2], [3, 2, 1, 3], [1, 2, 3, 1]], "w1": [[0, 1, 0], [1, 0, -1], [-1, 1, 0]], "w2": [[1, 0, 0], [1, -1, -1], [0, 0, 2]], "W": [[1, 0], [2, -1], [0, 1]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: 41dfdc89330cfcf5

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[1, 2, 0, 3], [0, 2, 3, 2], [3, 2, 1, 3], [1, 2, 3, 1]])
w1 = np.array([[0, 1, 0], [1, 0, -1], [-1, 1, 0]])
w2 = np.array([[1, 0, 0], [1, -1, -1], [0, 0, 2]])
W = np.array([[1, 0], [2, -1], [0, 1]])
y = 1
rate = 1/10

q1 = [[-2, -1], [5, 3]]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[0, 0], [5, 3]]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[-2, 5], [6, 2]]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[0, 5], [6, 2]]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [5, 6]  # vector of length 2, exact, such as 3 or "1/2"
s = [5, 4, 6]  # vector of length 3, exact, such as 3 or "1/2"
p = [9.8942, 3.6399, 26.8953]  # vector of length 3, decimals (error at most 0.005) or expressions
L = -2.2919  # decimal (error at most 0.005) or expression
ds = [8.8942, 3.6399, 26.8953]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[44.4711, 53.3653], [18.1994, 21.8393], [134.4763, 161.3715]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [16.174, 23.2554]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, 0], [16.174, 0]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, 0], [23.2554, 0]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, 0], [16.174, 0]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, 0], [23.2554, 0]]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[0, 32.3479, 48.5219], [48.5219, 32.3479, 16.174], [16.174, 32.3479, 48.5219]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[0, 46.5108, 69.7661], [69.7661, 46.5108, 23.2554], [23.2554, 46.5108, 69.7661]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, 0, 0, 0], [23.2554, 16.174, 0, 0], [39.4293, -23.2554, -39.4293, 0], [-16.174, 16.174, 46.5108, 0]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[0, -2.2348, -4.8522], [-3.8522, -3.2348, -2.6174], [-2.6174, -2.2348, -4.8522]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[1, -4.6511, -6.9766], [-5.9766, -5.6511, -3.3255], [-2.3255, -4.6511, -4.9766]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [0, 0]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
