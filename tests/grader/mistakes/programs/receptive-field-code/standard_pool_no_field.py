# %% Practice sheet, seed 7336: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7336", "language": "en"}
# grader-problem: {"key": "1", "family": "receptive-field-code", "level": "standard", "seed": "7336", "draw": 1, "parameters": {"axes": 2, "keys": ["padding", "kernel", "stride", "channels"], "tuples": false, "pairs": false, "image": ["channels", "height", "width"], "columns": ["parameters", "channels", "height", "width", "jump", "field"], "layers_first": false}}
# grader-checksum: 95d3d7753abaace6

import numpy as np


# %% problem 1: A function for sizes and receptive fields
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def receptive_fields(image, layers):
    """Sizes, receptive fields and parameters of the layers of a network."""
    c, h, w = image
    jump, field = 1, 1
    rows = []
    for layer in layers:
        params = 0
        if layer["kind"] == "conv":
            k, s, p = layer["kernel"], layer["stride"], layer["padding"]
            out = layer["channels"]
            params = k * k * c * out + out
            c = out
            h = (h + 2 * p - k) // s + 1
            w = (w + 2 * p - k) // s + 1
            field += (k - 1) * jump
            jump *= s
        elif layer["kind"] == "pool":
            k, s = layer["kernel"], layer["stride"]
            h = (h - k) // s + 1
            w = (w - k) // s + 1
            jump *= s
        rows.append((params, c, h, w, jump, field))
    return rows
