# %% Practice sheet, seed 1001: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1001", "language": "en"}
# grader-problem: {"key": "1", "family": "multichannel-backprop", "level": "easy", "seed": "1001", "draw": 1, "parameters": {"kind": "pointwise", "x": [[[-2, 1], [1, 3]], [[3, 2], [0, 3]]], "w": [[-1, 0], [1, 3]], "dq": [[[4, 3], [-3, 0]], [[0, -1], [1, 4]]], "slice": null}}
# grader-checksum: b21e9d17c781ac2a

import numpy as np


# %% problem 1: The gradient of a convolution with several channels
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[[-2, 1], [1, 3]], [[3, 2], [0, 3]]])
w = np.array([[-1, 0], [1, 3]])
dq = np.array([[[4, 3], [-3, 0]], [[0, -1], [1, 4]]])

db = [4, 4]  # ∂L/∂b: vector of length 2, exact, such as 3 or "1/2"
dw = [[-8, 18], [12, 10]]  # ∂L/∂w: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
dx = np.einsum("fg,ghw->fhw", w, dq)  # ∂L/∂x: 2 × 2 × 2 tensor (nested lists), exact, such as 3 or "1/2"; marked entry by entry
