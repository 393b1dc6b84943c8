# %% Practice sheet, seed 41: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "41", "language": "en"}
# grader-problem: {"key": "1", "family": "receptive-field-code", "level": "easy", "seed": "41", "draw": 1, "parameters": {"axes": 1, "keys": ["stride", "kernel"], "tuples": true, "pairs": false, "image": ["size"], "columns": ["size", "jump", "field"], "layers_first": true}}
# grader-checksum: 9b3e361607dfb03c

import numpy as np


# %% problem 1: A function for sizes and receptive fields
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def receptive_fields(layers, size):
    """Sizes, receptive fields and jumps behind layers."""
    result = []
    jump = 1
    field = 1
    for stride, kernel in layers:
        size = (size - kernel) // stride + 1
        field += kernel * jump
        jump *= stride
        result.append((size, jump, field))
    return result
