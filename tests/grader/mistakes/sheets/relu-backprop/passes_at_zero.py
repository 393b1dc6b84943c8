# %% Practice sheet, seed 5287: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "5287", "language": "en"}
# grader-problem: {"key": "1", "family": "relu-backprop", "level": "standard", "seed": "5287", "draw": 1, "parameters": {"x": [[1, 4, 2], [5, 3, -1], [-2, 0, 6]], "w": "-3", "bias": "6", "arriving": [[1, -5, 2], [5, -4, 3], [-5, -5, 4]], "shortcut": false}}
# grader-checksum: 891394423cfa52e9

import numpy as np


# %% problem 1: The gradient through ReLU
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[1, 4, 2], [5, 3, -1], [-2, 0, 6]])
w = -3
b = 6
dr = np.array([[1, -5, 2], [5, -4, 3], [-5, -5, 4]])

q = w * x + b
r = np.maximum(0, q)
dq = dr * (q >= 0)

q = q  # 3 × 3 matrix, exact, such as 3 or "1/2"
r = r  # 3 × 3 matrix, exact, such as 3 or "1/2"
dq = dq  # ∂L/∂q: 3 × 3 matrix, exact, such as 3 or "1/2"
dx = w * dq  # ∂L/∂x: 3 × 3 matrix, exact, such as 3 or "1/2"
dw = np.sum(dq * x)  # ∂L/∂w: exact number, such as 3 or "1/2"
db = dq.sum()  # ∂L/∂b: exact number, such as 3 or "1/2"
