# %% Practice sheet, seed 6557: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "6557", "language": "en"}
# grader-problem: {"key": "1", "family": "layer-costs", "level": "standard", "seed": "6557", "draw": 2, "parameters": {"input": [3, 13, 17], "channels": 5, "kernel": 5, "stride": 1, "padding": "valid", "asked": ["out", "fc_links", "fc_params", "local_links", "local_params", "conv_links", "conv_params", "flops"]}}
# grader-checksum: 08b7b122d61b65af

import numpy as np


# %% problem 1: What a layer costs
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

out = (5, 9, 13)  # shape (channels, height, width)
fc_links = 387855  # whole number
fc_params = 388440  # whole number
local_links = 43875  # whole number
local_params = 44460  # whole number
conv_links = 375  # shared: 5 maps * 3 * 25
conv_params = 380  # whole number
flops = 750  # whole number
