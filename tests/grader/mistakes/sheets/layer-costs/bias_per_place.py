# %% Practice sheet, seed 5744: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "5744", "language": "en"}
# grader-problem: {"key": "1", "family": "layer-costs", "level": "easy", "seed": "5744", "draw": 2, "parameters": {"input": [47], "channels": 1, "kernel": 6, "stride": 1, "padding": "valid", "asked": ["n", "fc_links", "fc_params", "local_links", "local_params", "conv_links", "conv_params", "times"]}}
# grader-checksum: e13f6424869de440

import numpy as np


# %% problem 1: What a layer costs
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

n = 42  # whole number
fc_links = 1974  # whole number
fc_params = 2016  # whole number
local_links = 252  # whole number
local_params = 294  # whole number
conv_links = 252  # whole number
conv_params = 48  # whole number
times = "47/6"  # exact number, such as 3 or "1/2"
