# %% Practice sheet, seed 7126: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7126", "language": "en"}
# grader-problem: {"key": "1", "family": "layer-costs", "level": "easy", "seed": "7126", "draw": 2, "parameters": {"input": [36], "channels": 1, "kernel": 9, "stride": 1, "padding": "valid", "asked": ["n", "fc_links", "fc_params", "local_links", "local_params", "conv_links", "conv_params", "times"]}}
# grader-checksum: c3fb1336ea6e5fff

import numpy as np


# %% problem 1: What a layer costs
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

n = 28  # whole number
fc_links = 1008  # whole number
fc_params = 1036  # whole number
local_links = 252  # whole number
local_params = 253  # n*k + 1
conv_links = 252  # whole number
conv_params = 10  # whole number
times = 4  # exact number, such as 3 or "1/2"
