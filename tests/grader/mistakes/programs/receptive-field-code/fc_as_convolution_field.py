# %% Practice sheet, seed 7995: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7995", "language": "en"}
# grader-problem: {"key": "1", "family": "receptive-field-code", "level": "hard", "seed": "7995", "draw": 1, "parameters": {"axes": 2, "keys": ["channels", "padding", "stride", "kernel", "dilation", "bias"], "tuples": false, "pairs": true, "image": ["channels", "height", "width"], "columns": ["channels", "height", "width", "field-height", "field-width", "parameters"], "layers_first": false}}
# grader-checksum: ba7ab314af73a46e

import numpy as np


# %% problem 1: A function for sizes and receptive fields
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def receptive_fields(image, layers):
    """Sizes, receptive fields and parameters of the layers of a network."""
    C, H, W = image
    rh = rw = 1
    jh = jw = 1
    done = False          # has there been a fully connected layer?
    rows = []
    for layer in layers:
        n = 0
        kind = layer["kind"]
        if kind == "fc":
            n = C * H * W * layer["channels"] + layer["bias"] * layer["channels"]
            if not done:
                rh, rw = rh + (H - 1) * jh, rw + (W - 1) * jw
            C, H, W = layer["channels"], 1, 1
            done = True
        elif kind != "relu":
            kh, kw = layer["kernel"]
            sh, sw = layer["stride"]
            dh, dw = layer.get("dilation", (1, 1))
            ph, pw = layer.get("padding", (0, 0))
            if kind == "conv":
                n = kh * kw * C * layer["channels"] + layer["bias"] * layer["channels"]
                C = layer["channels"]
            H = (H + 2 * ph - dh * (kh - 1) - 1) // sh + 1
            W = (W + 2 * pw - dw * (kw - 1) - 1) // sw + 1
            if not done:
                rh, rw = rh + dh * (kh - 1) * jh, rw + dw * (kw - 1) * jw
                jh, jw = jh * sh, jw * sw
        rows.append((C, H, W, rh, rw, n))
    return rows
