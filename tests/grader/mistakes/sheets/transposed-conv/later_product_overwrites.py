# %% Practice sheet, seed 1001: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1001", "language": "en"}
# grader-problem: {"key": "1", "family": "transposed-conv", "level": "easy", "seed": "1001", "draw": 1, "parameters": {"vector": {"x": [5, -2, 3], "w": [-1, 2, 1], "stride": 2}, "adjoint": null, "map": null, "maps": null, "size": {"size": 7, "kernel": 2, "stride": 2, "padding": 0}, "layer": null, "back": null}}
# grader-checksum: 63c02054a3ba9b97

import numpy as np


# %% problem 1: Transposed convolution
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([5, -2, 3])
w = np.array([-1, 2, 1])

def lay(s):
    out = np.zeros((len(x) - 1) * s + len(w))
    for i, v in enumerate(x):
        out[i*s : i*s + len(w)] = v * w
    return out

y1 = lay(1)  # y₁: number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
y2 = lay(2)  # y₂: number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
n_out = 14  # whole number, px
