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
    field = 1
    jump = 1
    result = []
    for layer in layers:
        k = layer["kernel"]
        s = layer["stride"]
        field = field + (k - 1) * jump
        jump = jump * s
        size = (size - k + 1) // s
        result.append((field, jump, size))
    return result
