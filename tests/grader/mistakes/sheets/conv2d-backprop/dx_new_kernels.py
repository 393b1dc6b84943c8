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

q1 = np.array([[-3, -1], [3, -1]])  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = np.array([[0, 0], [3, 0]])  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = np.array([[-2, 5], [1, -2]])  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = np.array([[0, 5], [1, 0]])  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [3, 5]  # vector of length 2, exact, such as 3 or "1/2"
s = [7, 6, 8]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.24473, 0.09003, 0.66524]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 2.40761  # decimal (error at most 0.005) or expression
ds = [0.24473, -0.90997, 0.66524]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = np.array([[0.73419, 1.22364], [-2.72991, -4.54985], [1.99572, 3.3262]])  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-1.39943, 1.1547]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = np.array([[0, 0], [-1.39943, 0]])  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = np.array([[0, 1.1547], [0, 0]])  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = np.array([[0, 0], [-1.39943, 0]])  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = np.array([[0, 1.1547], [0, 0]])  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = np.array([[-2.79885, -2.79885, 0], [-1.39943, -4.19828, -2.79885], [-2.79885, -1.39943, -1.39943]])  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = np.array([[0, 0, 3.46409], [2.3094, 0, 1.1547], [3.46409, 2.3094, 1.1547]])  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = np.array([[0, -1.1547, 0, 0.7547], [-0.39168, -3.21247, -1.39943, 1.02137], [1.20359, -1.23224, -0.65834, -0.13333], [-0.39168, 1.20359, -0.19584, 0]])  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = np.array([[0.27989, 1.27989, 1], [-0.86006, 1.41983, 0.27989], [0.27989, -0.86006, 0.13994]])  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = np.array([[-1, 0, 0.65359], [-1.23094, 0, 0.88453], [0.65359, -0.23094, -0.11547]])  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [6.91839, 1.76685]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
