# %% Practice sheet, seed 7336: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7336", "language": "en"}
# grader-problem: {"key": "1", "family": "receptive-field-code", "level": "standard", "seed": "7336", "draw": 1, "parameters": {"axes": 2, "keys": ["padding", "kernel", "stride", "channels"], "tuples": false, "pairs": false, "image": ["channels", "height", "width"], "columns": ["parameters", "channels", "height", "width", "jump", "field"], "layers_first": false}}
# grader-checksum: 95d3d7753abaace6

import numpy as np


# %% problem 1: A function for sizes and receptive fields
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def out_len(n, k, s, p):
    return (n + p - k) // s + 1


def receptive_fields(image, layers):
    """Sizes, receptive fields and parameters of the layers of a network."""
    channels, height, width = image
    table = []
    rf, step = 1, 1
    for layer in layers:
        kind = layer["kind"]
        if kind == "relu":
            table.append((0, channels, height, width, step, rf))
            continue
        k = layer["kernel"]
        s = layer["stride"]
        pad = layer.get("padding", 0)
        n = 0
        if kind == "conv":
            n = (k ** 2 * channels + 1) * layer["channels"]
            channels = layer["channels"]
        height, width = out_len(height, k, s, pad), out_len(width, k, s, pad)
        rf = rf + step * (k - 1)
        step = step * s
        table.append((n, channels, height, width, step, rf))
    return table
