# %% Practice sheet, seed 470: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "470", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "470", "draw": 1, "parameters": {"x": [[3, 3, 0, 1], [3, 2, 0, 1], [0, 3, 2, 2], [0, 1, 2, 3]], "w1": [[0, -1, 2], [1, -1, -1], [0, 0, 0]], "w2": [[0, 1, 0], [0, -1, 2], [-1, -1, 0]], "W": [[1, 1], [2, 0], [2, -1]], "y": 2, "rate": "1/10", "exact": false}}
# grader-checksum: ccfd48b365c29667

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[3, 3, 0, 1], [3, 2, 0, 1], [0, 3, 2, 2], [0, 1, 2, 3]])
w1 = np.array([[0, -1, 2], [1, -1, -1], [0, 0, 0]])
w2 = np.array([[0, 1, 0], [0, -1, 2], [-1, -1, 0]])
W = np.array([[1, 1], [2, 0], [2, -1]])
y = 2
rate = 1/10

q1 = [[-2, 3], [-7, 1]]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[0, 3], [0, 1]]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[-2, -3], [2, -1]]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[0, 0], [2, 0]]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [3, 2]  # vector of length 2, exact, such as 3 or "1/2"
s = [5, 6, 4]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.2447, 0.6652, 0.09]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 0.4076  # decimal (error at most 0.005) or expression
ds = [0.2447, -0.3348, 0.09]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[0.7342, 0.4895], [-1.0043, -0.6695], [0.2701, 0.1801]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-0.2447, 0.1547]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[-0.2447, -0.2447], [-0.2447, -0.2447]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0.1547, 0.1547], [0.1547, 0.1547]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, -0.2447], [0, -0.2447]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, 0], [0.1547, 0]]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[-1.2236, 0, -0.4895], [-1.2236, -0.4895, -0.7342], [-0.9789, -0.9789, -1.2236]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[0.4641, 0.3094, 0], [0, 0.4641, 0.3094], [0, 0.1547, 0.3094]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, 0, 0.2447, -0.4895], [0, -0.09, 0.4895, -0.2447], [0, -0.3994, 0.5541, 0.2447], [-0.1547, -0.1547, 0, 0]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[0.1224, -1, 2.0489], [1.1224, -0.9511, -0.9266], [0.0979, 0.0979, 0.1224]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[-0.0464, 0.9691, 0], [0, -1.0464, 1.9691], [-1, -1.0155, -0.0309]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [4.4684, 1.5204]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
