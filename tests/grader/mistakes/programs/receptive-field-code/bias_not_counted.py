# %% Practice sheet, seed 318: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "318", "language": "en"}
# grader-problem: {"key": "1", "family": "receptive-field-code", "level": "standard", "seed": "318", "draw": 1, "parameters": {"axes": 2, "keys": ["padding", "kernel", "channels", "stride"], "tuples": false, "pairs": false, "image": ["channels", "height", "width"], "columns": ["channels", "height", "width", "field", "parameters", "jump"], "layers_first": false}}
# grader-checksum: b695964778f929ab

import numpy as np


# %% problem 1: A function for sizes and receptive fields
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def receptive_fields(image, layers):
    """Sizes, receptive fields and parameters of the layers of a network."""
    c, h, w = image
    jump = field = 1
    table = []
    for layer in layers:
        kind = layer["kind"]
        parameters = 0
        if kind == "conv":
            k, s, p = layer["kernel"], layer["stride"], layer["padding"]
            h = (h - k + 2 * p) // s + 1
            w = (w - k + 2 * p) // s + 1
            parameters = k * k * c * layer["channels"]
            c = layer["channels"]
            field += (k - 1) * jump
            jump *= s
        elif kind == "pool":
            k, s = layer["kernel"], layer["stride"]
            h = (h - k) // s + 1
            w = (w - k) // s + 1
            field += (k - 1) * jump
            jump *= s
        table.append((c, h, w, field, parameters, jump))
    return table
