# %% Practice sheet, seed 203: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "203", "language": "en"}
# grader-problem: {"key": "1", "family": "receptive-field-code", "level": "hard", "seed": "203", "draw": 1, "parameters": {"axes": 2, "keys": ["kernel", "padding", "stride", "channels", "groups", "dilation"], "tuples": false, "pairs": true, "image": ["height", "width", "channels"], "columns": ["field-height", "field-width", "height", "width", "channels", "parameters"], "layers_first": false}}
# grader-checksum: fe3d8699f1210bf3

import numpy as np


# %% problem 1: A function for sizes and receptive fields
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def receptive_fields(image, layers):
    """Sizes, receptive fields and parameters of the layers of a network."""
    size = list(image[:2])
    channels = image[2]
    field = [1, 1]
    jump = [1, 1]
    seen_all = False
    rows = []
    for layer in layers:
        parameters = 0
        if layer["kind"] == "fc":
            inputs = size[0] * size[1] * channels
            channels = layer["channels"]
            parameters = inputs * channels + channels
            size = [1, 1]
            field = list(image[:2])
            seen_all = True
        elif layer["kind"] in ("conv", "pool"):
            for axis in (0, 1):
                kernel = layer["kernel"][axis]
                stride = layer["stride"][axis]
                pad = layer["padding"][axis] if "padding" in layer else 0
                dil = layer["dilation"][axis] if "dilation" in layer else 1
                reach = dil * (kernel - 1)
                size[axis] = (size[axis] + 2 * pad - reach - 1) // stride + 1
                if not seen_all:
                    field[axis] += reach * jump[axis]
                jump[axis] *= stride
            if layer["kind"] == "conv":
                kh, kw = layer["kernel"]
                parameters = (kh * kw * channels + 1) * layer["channels"]
                channels = layer["channels"]
        rows.append((field[0], field[1], size[0], size[1], channels, parameters))
    return rows
