# %% Practice sheet, seed 5470: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "5470", "language": "en"}
# grader-problem: {"key": "1", "family": "find-the-mistake", "level": "standard", "seed": "5470", "draw": 2, "parameters": {"kind": "counts", "input": null, "lines": [{"kind": "conv", "channels": 16, "kernel": 5, "in_shape": [3, 40, 44]}, {"kind": "conv", "channels": 16, "kernel": 3, "in_shape": [16, 20, 22]}, {"kind": "affine", "in_shape": [16, 10, 11], "features": 20}, {"kind": "affine", "in_shape": [20, 1, 1], "features": 10}], "total": true, "x": null, "w": null, "printed": [1216, 2320, 35220, 220, 38976]}}
# grader-checksum: 2ac935ac028bbb24

import numpy as np


# %% problem 1: Find the mistake
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

line = 4  # whole number
right = 210  # whole number
result = 38986  # whole number
