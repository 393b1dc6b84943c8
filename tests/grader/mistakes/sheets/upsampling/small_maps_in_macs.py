# %% Practice sheet, seed 8806: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "8806", "language": "en"}
# grader-problem: {"key": "1", "family": "upsampling", "level": "hard", "seed": "8806", "draw": 1, "parameters": {"vector": {"kind": "size", "x": [7, -3, -5, 8, 6], "size": 7}, "map": {"x": [[-1, 4], [7, 9]], "height": 4, "width": 4, "corners": false}, "overlaps": null, "layer": {"inputs": 80, "outputs": 8, "height": 13, "width": 22, "kernel": 3, "transposed_kernel": 4}}}
# grader-checksum: bf1e70ea2cc54916

import numpy as np


# %% problem 1: Upsampling: interpolation and transposed convolution
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([7, -3, -5, 8, 6])
m = np.array([[-1, 4], [7, 9]])

a = [7, "1/3", "-11/3", -5, "11/3", "22/3", 6]  # vector of length 7, exact, such as 3 or "1/2"; marked entry by entry
c = [7, "9/7", "-25/7", -5, "30/7", "50/7", 6]  # vector of length 7, exact, such as 3 or "1/2"; marked entry by entry
b = [
      [-1, "1/4", "11/4", 4],
      [1, "33/16", "67/16", "21/4"],
      [5, "91/16", "113/16", "31/4"],
      [7, "15/2", "17/2", 9],
]
params_up = 5760  # whole number
params_t = 10240  # whole number
macs_up = 1647360  # whole number, MACs
macs_t = 2928640  # whole number, MACs
ratio = "9/16"  # exact number, such as 3 or "1/2"
