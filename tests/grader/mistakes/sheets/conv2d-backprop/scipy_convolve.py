# %% Practice sheet, seed 511: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "511", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "511", "draw": 1, "parameters": {"x": [[1, 0, 0, 3], [2, 2, 0, 1], [1, 3, 2, 1], [2, 1, 1, 0]], "w1": [[0, 1, 1], [-1, 1, 0], [0, -1, 0]], "w2": [[-1, 0, 1], [-1, 0, 1], [1, 0, 0]], "W": [[-1, 2], [2, 0], [1, 1]], "y": 2, "rate": "1/10", "exact": false}}
# grader-checksum: fd760e719c2f7a77

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[1, 0, 0, 3], [2, 2, 0, 1], [1, 3, 2, 1], [2, 1, 1, 0]])
w1 = np.array([[0, 1, 1], [-1, 1, 0], [0, -1, 0]])
w2 = np.array([[-1, 0, 1], [-1, 0, 1], [1, 0, 0]])
W = np.array([[-1, 2], [2, 0], [1, 1]])
y = 2
rate = 1/10

q1 = np.array([[6, 4], [2, 3]])  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = np.array([[6, 4], [2, 3]])  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = np.array([[1, 6], [0, 4]])  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = np.array([[1, 6], [0, 4]])  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = np.array([6, 6])  # vector of length 2, exact, such as 3 or "1/2"
s = np.array([6, 12, 12])  # vector of length 3, exact, such as 3 or "1/2"
p = np.array([0.001238, 0.499381, 0.499381])  # vector of length 3, decimals (error at most 0.005) or expressions
L = 0.694386  # decimal (error at most 0.005) or expression
ds = np.array([0.001238, -0.500619, 0.499381])  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = np.array([[0.007427, 0.007427], [-3.003714, -3.003714], [2.996286, 2.996286]])  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = np.array([-0.503095, 0.501857])  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = np.array([[-0.503095, 0], [0, 0]])  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = np.array([[0, 0.501857], [0, 0]])  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = np.array([[-0.503095, 0], [0, 0]])  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = np.array([[0, 0.501857], [0, 0]])  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = np.array([[-1.006189, -1.509284, -0.503095], [0, -1.006189, -1.006189], [0, 0, -0.503095]])  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = np.array([[0.501857, 1.003714, 1.50557], [0.501857, 0, 1.003714], [1.50557, 0, 0]])  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = np.array([[0, 0.503095, 0, 0.501857], [0, -0.001238, 0.503095, -0.501857], [-0.503095, -0.001238, 0, -0.501857], [0, 0, 0, 0]])  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = np.array([[0.100619, 1.150928, 1.050309], [-1, 1.100619, 0.100619], [0, -1, 0.050309]])  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = np.array([[-1.050186, -0.100371, 0.849443], [-1.050186, 0, 0.899629], [0.849443, 0, 0]])  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = np.array([7.157118, 4.594801])  # h′: vector of length 2, decimals (error at most 0.005) or expressions
