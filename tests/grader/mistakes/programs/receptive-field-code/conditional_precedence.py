# %% Practice sheet, seed 7995: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7995", "language": "en"}
# grader-problem: {"key": "1", "family": "receptive-field-code", "level": "hard", "seed": "7995", "draw": 1, "parameters": {"axes": 2, "keys": ["channels", "padding", "stride", "kernel", "dilation", "bias"], "tuples": false, "pairs": true, "image": ["channels", "height", "width"], "columns": ["channels", "height", "width", "field-height", "field-width", "parameters"], "layers_first": false}}
# grader-checksum: ba7ab314af73a46e

import numpy as np


# %% problem 1: A function for sizes and receptive fields
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def count(weights, channels, bias):
    """parameters of a layer: so many weights for each channel, and the biases"""
    return weights * channels + channels if bias else 0


def receptive_fields(image, layers):
    """Sizes, receptive fields and parameters of the layers of a network."""
    channels, size, = image[0], list(image[1:])
    field, jump = [1, 1], [1, 1]
    whole = False
    out = []
    for layer in layers:
        params = 0
        kind = layer["kind"]
        if kind == "fc":
            inputs = channels * size[0] * size[1]
            channels = layer["channels"]
            params = count(inputs, channels, layer["bias"])
            size = [1, 1]
            field = list(image[1:])
            whole = True
        elif kind in ("conv", "pool"):
            k, s = layer["kernel"], layer["stride"]
            p, d = (0, 0), (1, 1)
            if kind == "conv":
                p, d = layer["padding"], layer["dilation"]
                new = layer["channels"]
                params = count(k[0] * k[1] * channels, new, layer["bias"])
                channels = new
            for a in (0, 1):
                reach = d[a] * (k[a] - 1)
                size[a] = (size[a] + 2 * p[a] - reach - 1) // s[a] + 1
                if not whole:
                    field[a] += reach * jump[a]
                    jump[a] *= s[a]
        out.append((channels, size[0], size[1], field[0], field[1], params))
    return out
