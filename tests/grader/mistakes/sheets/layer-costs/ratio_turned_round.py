# %% Practice sheet, seed 1001: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1001", "language": "en"}
# grader-problem: {"key": "1", "family": "layer-costs", "level": "easy", "seed": "1001", "draw": 2, "parameters": {"input": [38], "channels": 1, "kernel": 7, "stride": 1, "padding": "valid", "asked": ["n", "fc_links", "fc_params", "local_links", "local_params", "conv_links", "conv_params", "times"]}}
# grader-checksum: 96d641e83d6fd722

import numpy as np


# %% problem 1: What a layer costs
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

n = 32  # whole number
fc_links = 1216  # whole number
fc_params = 1248  # whole number
local_links = 224  # whole number
local_params = 256  # whole number
conv_links = 224  # whole number
conv_params = 8  # whole number
times = 7/38  # exact number, such as 3 or "1/2"
