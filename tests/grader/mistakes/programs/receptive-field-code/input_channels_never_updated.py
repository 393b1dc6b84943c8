# %% Practice sheet, seed 7709: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7709", "language": "en"}
# grader-problem: {"key": "1", "family": "receptive-field-code", "level": "standard", "seed": "7709", "draw": 1, "parameters": {"axes": 2, "keys": ["kernel", "padding", "channels", "stride"], "tuples": false, "pairs": false, "image": ["channels", "height", "width"], "columns": ["parameters", "channels", "height", "width", "jump", "field"], "layers_first": true}}
# grader-checksum: a17e4bfcca152734

import numpy as np


# %% problem 1: A function for sizes and receptive fields
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def out_size(n, k, s, p):
    return int(np.floor((n + 2 * p - k) / s)) + 1


def receptive_fields(layers, image):
    """Sizes, receptive fields and parameters of the layers of a network."""
    in_channels, h, w = image
    out_channels = in_channels
    j = r = 1
    res = []
    for l in layers:
        n_params = 0
        if l['kind'] == 'conv':
            out_channels = l['channels']
            n_params = out_channels * in_channels * l['kernel'] ** 2 + out_channels
            h = out_size(h, l['kernel'], l['stride'], l['padding'])
            w = out_size(w, l['kernel'], l['stride'], l['padding'])
        elif l['kind'] == 'pool':
            h = out_size(h, l['kernel'], l['stride'], 0)
            w = out_size(w, l['kernel'], l['stride'], 0)
        if l['kind'] != 'relu':
            r = r + (l['kernel'] - 1) * j
            j = j * l['stride']
        res.append((n_params, out_channels, h, w, j, r))
    return res
