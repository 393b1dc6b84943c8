# %% Practice sheet, seed 7335: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7335", "language": "en"}
# grader-problem: {"key": "1", "family": "receptive-field-code", "level": "easy", "seed": "7335", "draw": 1, "parameters": {"axes": 1, "keys": ["stride", "kernel"], "tuples": false, "pairs": false, "image": ["size"], "columns": ["field", "jump", "size"], "layers_first": true}}
# grader-checksum: af5c4501ac59b33c

import numpy as np


# %% problem 1: A function for sizes and receptive fields
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def receptive_fields(layers, size):
    """Sizes, receptive fields and jumps behind layers."""
    rows = []
    r, j, n = 1, 1, size
    i = 0
    while i < len(layers):
        kernel, stride = layers[i]["kernel"], layers[i]["stride"]
        n = int((n - kernel) / stride) + 1
        r += kernel * j
        j *= stride
        rows += [(r, j, n)]
        i += 1
    return rows
