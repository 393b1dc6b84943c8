# %% Practice sheet, seed 4113: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "4113", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "4113", "draw": 1, "parameters": {"x": [[0, 1, 0, 3], [3, 1, 2, 1], [1, 0, 2, 3], [3, 2, 1, 2]], "w1": [[2, 0, 1], [0, 0, -1], [-1, 1, 0]], "w2": [[2, 0, -1], [1, 0, 0], [1, 0, -1]], "W": [[0, 1], [-1, 2], [1, 0]], "y": 3, "rate": "1/10", "exact": false}}
# grader-checksum: f32966a909f01aa0

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[0, 1, 0, 3], [3, 1, 2, 1], [1, 0, 2, 3], [3, 2, 1, 2]])
w1 = np.array([[2, 0, 1], [0, 0, -1], [-1, 1, 0]])
w2 = np.array([[2, 0, -1], [1, 0, 0], [1, 0, -1]])
W = np.array([[0, 1], [-1, 2], [1, 0]])
y = 3
rate = 1/10

q1 = np.array([[-3, 6], [5, -1]])  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = np.array([[0, 6], [5, 0]])  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = np.array([[2, -3], [7, 1]])  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = np.array([[2, 0], [7, 1]])  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = np.array([6, 7])  # vector of length 2, exact, such as 3 or "1/2"
s = np.array([7, 8, 6])  # vector of length 3, exact, such as 3 or "1/2"
p = np.array([0.2447, 0.6652, 0.09])  # vector of length 3, decimals (error at most 0.005) or expressions
L = 2.4076  # decimal (error at most 0.005) or expression
ds = np.array([0.2447, 0.6652, -0.91])  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = np.array([[1.4684, 1.7131], [3.9914, 4.6567], [-5.4598, -6.3698]])  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = np.array([-1.5752, 1.5752])  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = np.array([[0.0, -1.5752], [0.0, 0.0]])  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = np.array([[0.0, 0.0], [1.5752, 0.0]])  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = np.array([[0.0, -1.5752], [0.0, 0.0]])  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = np.array([[0.0, 0.0], [1.5752, 0.0]])  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = np.array([[-1.5752, 0.0, -4.7256], [-1.5752, -3.1504, -1.5752], [0.0, -3.1504, -4.7256]])  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = np.array([[4.7256, 1.5752, 3.1504], [1.5752, 0.0, 3.1504], [4.7256, 3.1504, 1.5752]])  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = np.array([[0.0, -3.1504, 0.0, -1.5752], [0.0, 0.0, 0.0, 1.5752], [0.0, 1.5752, -1.5752, 0.0], [0.0, 0.0, 0.0, 0.0]])  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = np.array([[2.1575, 0.0, 1.4726], [0.1575, 0.315, -0.8425], [-1.0, 1.315, 0.4726]])  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = np.array([[1.5274, -0.1575, -1.315], [0.8425, 0.0, -0.315], [0.5274, -0.315, -1.1575]])  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = np.array([10.5681, 1.8018])  # h′: vector of length 2, decimals (error at most 0.005) or expressions
