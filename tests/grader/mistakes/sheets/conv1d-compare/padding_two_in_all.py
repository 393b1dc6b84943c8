# %% Practice sheet, seed 2934: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2934", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-compare", "level": "standard", "seed": "2934", "draw": 1, "parameters": {"x": [2, 7, -2, 3, -1], "w": [1, -2, -1], "calls": [{"name": "q1", "code": "np.correlate(x, w, \"same\")"}, {"name": "q2", "code": "scipy.ndimage.convolve1d(x, w, mode=\"wrap\")"}, {"name": "q3", "code": "scipy.ndimage.correlate1d(x, w, mode=\"reflect\")"}, {"name": "q4", "code": "F.conv1d(x, w, padding=2)"}], "versions": {"NumPy": "2.4.6", "SciPy": "1.17.1", "PyTorch": "2.13.0"}}}
# grader-checksum: c56d02c92f8ad308

import numpy as np


# %% problem 1: What libraries call a convolution of a vector
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([2, 7, -2, 3, -1])
w = np.array([1, -2, -1])

q1 = [-11, -10, 8, -7, 5]
q2 = [4, -18, 0, -5, 1]
q3 = [-9, -10, 8, -7, 6]
q4 = [-11, -10, 8, -7, 5]
