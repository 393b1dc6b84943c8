# %% Practice sheet, seed 7076: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7076", "language": "en"}
# grader-problem: {"key": "1", "family": "equivariance", "level": "hard", "seed": "7076", "draw": 1, "parameters": {"x": [2, 6, 0, -2], "w": [1, -1, 3], "z": [[3, -1, 0, 1], [0, 4, 1, 7], [3, 4, 6, 5], [-1, 6, 6, 4]], "v": [[2, -1], [-1, 2]], "parts": [{"kind": "circular", "by": 2, "padding": 1}, {"kind": "doubled", "padding": 1}, {"kind": "turned", "turns": 1}]}}
# grader-checksum: a373318ff32b7e5d

import numpy as np


# %% problem 1: Equivariance and invariance
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([2, 6, 0, -2])
w = np.array([1, -1, 3])
z = np.array([[3, -1, 0, 1], [0, 4, 1, 7], [3, 4, 6, 5], [-1, 6, 6, 4]])
v = np.array([[2, -1], [-1, 2]])

xx = np.tile(x, 2)                      # each cell stands there twice
xp = np.concatenate([xx[-1:], xx, xx[:1]])

r = [14, -4, 0, 8]  # vector of length 4, exact, such as 3 or "1/2"; marked entry by entry
r_moved = [0, 8, 14, -4]  # vector of length 4, exact, such as 3 or "1/2"; marked entry by entry
# a) the weights are the same at all places
# b) the kernel is the same after such a turn
# c) at the border, cells have entered or left with the shift
# d) the kernel is not turned or enlarged along with the input
r_same = "yes, a"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
r_doubled = np.correlate(xp, w, "valid")  # vector of length 8, exact, such as 3 or "1/2"; marked entry by entry
d_same = "yes, a"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
t = [[15, -4, 12], [1, 15, -1], [15, 8, 9]]  # 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
t_turned = [[-3, 20, 12], [8, 0, 14], [-9, 10, -3]]  # 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
t_same = "no, d"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
