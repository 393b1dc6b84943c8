# %% Practice sheet, seed 6730: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "6730", "language": "en"}
# grader-problem: {"key": "1", "family": "layer-costs", "level": "hard", "seed": "6730", "draw": 2, "parameters": {"input": [24, 68, 72], "channels": 64, "kernel": 7, "stride": 2, "padding": "same", "asked": ["out", "pad_top", "pad_bottom", "conv_links", "local_params", "plain_params", "pair_params", "norm_learned", "norm_stored", "flops", "memory", "mb", "mib"], "images": 40}}
# grader-checksum: 2a7b62a5f10b1f07

import numpy as np


# %% problem 1: What a layer costs
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

out = (64, 34, 36)  # shape (channels, height, width)
pad_top = 3  # 5 rows in all: 3 + 2
pad_bottom = 2  # whole number
conv_links = 92123136  # whole number
local_params = 92201472  # whole number
plain_params = 75264  # whole number
norm_learned = 128  # whole number
norm_stored = 256  # whole number
flops = 184246272  # whole number
pair_params = 231937  # whole number
memory = 12533760  # whole number
mb = 12.534  # decimal (error at most 0.005) or expression
mib = 11.953  # decimal (error at most 0.005) or expression
