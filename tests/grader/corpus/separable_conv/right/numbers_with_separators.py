# Practice sheet, seed 1: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1", "language": "en"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "standard", "seed": "1", "parameters": {"kernel": [[-1, -2, 2], [-2, -4, 4], [3, 6, -6]], "other": [[-3, 9, 3], [-1, 3, 1], [-2, 6, 2]], "input": [24, 120, 144], "channels": 48, "size": 3, "groups": 1}}
# grader-problem: {"key": "2", "family": "separable-conv", "level": "easy", "seed": "1", "parameters": {"kernel": [[-2, 2, 4], [-1, 1, 2], [0, 0, 0]], "other": [[1, 1, 0], [1, 1, 0], [2, 2, 2]], "input": [3, 24, 24], "channels": 12, "size": 5, "groups": 1}}
# grader-checksum: b27e650b23ff556b

import numpy as np


# %% problem 1: Separable kernels and depthwise-separable convolutions
# Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

column = [-1, -2, 3]  # vector of length 3, exact, such as 3 or "1/2"
row = [1, 2, -2]  # vector of length 3, exact, such as 3 or "1/2"
separable = "yes"  # one of: "yes", "no"
regular_params = 10_368  # whole number
regular_macs = 10_368 * 120 * 144  # whole number, MACs
separable_params = 9 * 24 + 24 * 48  # whole number
separable_macs = 23_639_040  # whole number, MACs


# %% problem 2: Separable kernels and depthwise-separable convolutions
# Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

column = [2, 1, 0]  # vector of length 3, exact, such as 3 or "1/2"
row = [-1, 1, 2]  # vector of length 3, exact, such as 3 or "1/2"
separable = "no"  # one of: "yes", "no"
regular_params = 900  # whole number
regular_macs = 518_400  # whole number, MACs
separable_params = 111  # whole number
separable_macs = 63_936  # whole number, MACs
