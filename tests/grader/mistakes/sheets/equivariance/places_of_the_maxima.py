# %% Practice sheet, seed 5333: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "5333", "language": "en"}
# grader-problem: {"key": "1", "family": "equivariance", "level": "easy", "seed": "5333", "draw": 1, "parameters": {"x": [1, 1, 5, 3, 2, 6], "w": [3, -1], "parts": [{"kind": "valid", "by": 1}, {"kind": "global"}]}}
# grader-checksum: 3d0963f78f6fe544

import numpy as np


# %% problem 1: Equivariance and invariance
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([1, 1, 5, 3, 2, 6])
w = np.array([3, -1])

q = [2, -2, 12, 7, 0]  # vector of length 5, exact, such as 3 or "1/2"; marked entry by entry
q_moved = [-1, 2, -2, 12, 7]  # vector of length 5, exact, such as 3 or "1/2"; marked entry by entry
# a) the weights are the same at all places
# b) a maximum does not depend on where in its window the largest value lies
# c) at the border, cells have entered or left with the shift
# d) the shift is not a multiple of the stride, so the kernel meets other places
# e) the kernel is not turned or enlarged along with the input
q_same = "no, c"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
m = [3, 4]  # vector of length 2, exact, such as 3 or "1/2"; marked entry by entry
m_same = "no, c"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
