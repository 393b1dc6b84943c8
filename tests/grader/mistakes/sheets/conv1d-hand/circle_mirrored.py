# %% Practice sheet, seed 4076: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "4076", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-hand", "level": "hard", "seed": "4076", "draw": 2, "parameters": {"x": [7, 2, -1, 2, 4, -4, 4], "w": [2, 2, -1, 1], "maps": [{"name": "q1", "kind": "mirror", "padding": 2}, {"name": "q2", "kind": "circular", "padding": 2}, {"name": "q3", "kind": "constant", "padding": 2, "fill": 1}, {"name": "q4", "kind": "together", "padding": 3, "stride": 3, "dilation": 2}]}}
# grader-checksum: 8d5e33df13a3786a

import numpy as np


# %% problem 1: Convolution and cross-correlation of a vector
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([7, 2, -1, 2, 4, -4, 4])
w = np.array([2, 2, -1, 1])

q1 = [13, 25, 21, 4, -6, 20, 0, -8]  # q₁: number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
q2 = [-5, 3, 21, 4, -6, 20, -2, 5]  # 4 -4 | 7 2 -1 2 4 -4 4 | 2 7
q3 = [-1, 13, 21, 4, -6, 20, -3, 0]  # q₃: number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
q4 = [8, 24, 6]  # q₄: number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
