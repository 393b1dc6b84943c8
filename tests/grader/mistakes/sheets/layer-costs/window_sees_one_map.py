# %% Practice sheet, seed 7257: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7257", "language": "en"}
# grader-problem: {"key": "1", "family": "layer-costs", "level": "standard", "seed": "7257", "draw": 2, "parameters": {"input": [2, 9, 13], "channels": 6, "kernel": 5, "stride": 1, "padding": "valid", "asked": ["out", "fc_links", "fc_params", "local_links", "local_params", "conv_links", "conv_params", "flops"]}}
# grader-checksum: 9594ecd7bf4bad31

import numpy as np


# %% problem 1: What a layer costs
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

out = (6, 5, 9)
fc_links = 63180
fc_params = 63450
local_links = 6750
local_params = 7020
conv_links = 6750
conv_params = 156
flops = 13500
