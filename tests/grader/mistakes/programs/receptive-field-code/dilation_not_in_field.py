# %% Practice sheet, seed 512: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "512", "language": "en"}
# grader-problem: {"key": "1", "family": "receptive-field-code", "level": "hard", "seed": "512", "draw": 1, "parameters": {"axes": 2, "keys": ["groups", "stride", "padding", "kernel", "dilation", "channels"], "tuples": false, "pairs": true, "image": ["channels", "height", "width"], "columns": ["field-height", "field-width", "channels", "height", "width", "parameters"], "layers_first": false}}
# grader-checksum: 6f5284e4fab047a6

import numpy as np


# %% problem 1: A function for sizes and receptive fields
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def receptive_fields(image, layers):
    """Sizes, receptive fields and parameters of the layers of a network."""
    C, H, W = image
    fh = fw = 1
    jh = jw = 1
    flat = False
    res = []
    for layer in layers:
        kind = layer["kind"]
        par = 0
        if kind == "fc":
            par = layer["channels"] * (C * H * W + 1)
            C, H, W = layer["channels"], 1, 1
            fh, fw = image[1:]
            flat = True
        elif kind != "relu":
            kh, kw = layer["kernel"]
            sh, sw = layer["stride"]
            ph, pw = layer.get("padding", (0, 0))
            dh, dw = layer.get("dilation", (1, 1))
            H = (H + 2 * ph - dh * (kh - 1) - 1) // sh + 1
            W = (W + 2 * pw - dw * (kw - 1) - 1) // sw + 1
            if not flat:
                fh += jh * (kh - 1)
                fw += jw * (kw - 1)
            jh *= sh
            jw *= sw
            if kind == "conv":
                out = layer["channels"]
                par = kh * kw * (C // layer["groups"]) * out + out
                C = out
        res.append((fh, fw, C, H, W, par))
    return res
