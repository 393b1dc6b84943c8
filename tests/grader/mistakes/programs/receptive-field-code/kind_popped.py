# %% Practice sheet, seed 7709: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7709", "language": "en"}
# grader-problem: {"key": "1", "family": "receptive-field-code", "level": "standard", "seed": "7709", "draw": 1, "parameters": {"axes": 2, "keys": ["kernel", "padding", "channels", "stride"], "tuples": false, "pairs": false, "image": ["channels", "height", "width"], "columns": ["parameters", "channels", "height", "width", "jump", "field"], "layers_first": true}}
# grader-checksum: a17e4bfcca152734

import numpy as np


# %% problem 1: A function for sizes and receptive fields
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def receptive_fields(layers, image):
    """Sizes, receptive fields and parameters of the layers of a network."""
    channels, height, width = image
    jump, field = 1, 1
    table = []
    for layer in layers:
        kind = layer.pop("kind")
        parameters = 0
        if kind in ("conv", "pool"):
            k, s, p = layer["kernel"], layer["stride"], layer.get("padding", 0)
            height = (height + 2 * p - k) // s + 1
            width = (width + 2 * p - k) // s + 1
            field += (k - 1) * jump
            jump *= s
        if kind == "conv":
            parameters = layer["channels"] * (channels * k ** 2 + 1)
            channels = layer["channels"]
        table.append((parameters, channels, height, width, jump, field))
    return table
