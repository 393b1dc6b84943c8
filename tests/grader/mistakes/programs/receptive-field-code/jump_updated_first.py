# %% Practice sheet, seed 640: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "640", "language": "en"}
# grader-problem: {"key": "1", "family": "receptive-field-code", "level": "easy", "seed": "640", "draw": 1, "parameters": {"axes": 1, "keys": ["kernel", "stride"], "tuples": false, "pairs": false, "image": ["size"], "columns": ["size", "jump", "field"], "layers_first": false}}
# grader-checksum: 35ada90db24bbf4c

import numpy as np


# %% problem 1: A function for sizes and receptive fields
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def receptive_fields(size, layers):
    """Sizes, receptive fields and jumps behind layers."""
    n, j, r = size, 1, 1
    out = []
    for layer in layers:
        k, s = layer["kernel"], layer["stride"]
        n = (n - k) // s + 1
        j = j * s
        r = r + (k - 1) * j
        out.append((n, j, r))
    return out
