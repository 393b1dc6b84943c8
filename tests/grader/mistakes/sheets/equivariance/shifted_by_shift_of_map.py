# %% Practice sheet, seed 7650: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7650", "language": "en"}
# grader-problem: {"key": "1", "family": "equivariance", "level": "standard", "seed": "7650", "draw": 1, "parameters": {"x": [5, -1, 0, -3, 6, 2, -2, 0], "w": [2, -1, 1], "parts": [{"kind": "padded", "by": 1, "padding": 1}, {"kind": "pooled", "kernel": 2}, {"kind": "strided", "by": 2, "stride": 2}]}}
# grader-checksum: 230c989d44fb515e

import numpy as np


# %% problem 1: Equivariance and invariance
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([5, -1, 0, -3, 6, 2, -2, 0])
w = np.array([2, -1, 1])

q = np.array([-6, 11, -5, 9, -10, 8, 6, -4])  # vector of length 8, exact, such as 3 or "1/2"; marked entry by entry
q_moved = np.array([5, -6, 11, -5, 9, -10, 8, 6])  # vector of length 8, exact, such as 3 or "1/2"; marked entry by entry
# a) the weights are the same at all places
# b) a maximum does not depend on where in its window the largest value lies
# c) at the border, cells have entered or left with the shift
# d) the shift is not a multiple of the stride, so the kernel meets other places
# e) the kernel is not turned or enlarged along with the input
q_same = "no, c"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
c = np.array([11, 9, 8, 6])  # vector of length 4, exact, such as 3 or "1/2"; marked entry by entry
c_moved = np.array([5, 11, 9, 8])  # vector of length 4, exact, such as 3 or "1/2"; marked entry by entry
# a) the weights are the same at all places
# b) a maximum does not depend on where in its window the largest value lies
# c) a maximum has moved into another window, or has changed at the border
# d) the kernel is not turned or enlarged along with the input
c_same = "no, c"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
s = np.array([11, 9, 8])  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
s_moved = np.array([-6, -5, -10])  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
# a) the weights are the same at all places
# b) a maximum does not depend on where in its window the largest value lies
# c) at the border, cells have entered or left with the shift
# d) the shift is not a multiple of the stride, so the kernel meets other places
# e) the kernel is not turned or enlarged along with the input
s_same = "no, d"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
