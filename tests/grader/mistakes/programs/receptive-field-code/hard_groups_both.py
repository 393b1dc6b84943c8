# %% Practice sheet, seed 7337: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7337", "language": "en"}
# grader-problem: {"key": "1", "family": "receptive-field-code", "level": "hard", "seed": "7337", "draw": 1, "parameters": {"axes": 2, "keys": ["stride", "groups", "padding", "kernel", "channels", "dilation"], "tuples": false, "pairs": true, "image": ["height", "width", "channels"], "columns": ["height", "width", "channels", "parameters", "field-height", "field-width"], "layers_first": true}}
# grader-checksum: 58afb1fafd7cf49c

import numpy as np


# %% problem 1: A function for sizes and receptive fields
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def receptive_fields(layers, image):
    """Sizes, receptive fields and parameters of the layers of a network."""
    h, w, c = image
    fh = fw = jh = jw = 1
    full = False
    rows = []
    for layer in layers:
        kind = layer["kind"]
        params = 0
        if kind == "conv" or kind == "pool":
            kh, kw = layer["kernel"]
            sh, sw = layer["stride"]
            ph, pw = layer.get("padding", (0, 0))
            dh, dw = layer.get("dilation", (1, 1))
            if kind == "conv":
                g = layer["groups"]
                out = layer["channels"]
                params = kh * kw * (c // g) * (out // g) + out
                c = out
            eh = dh * (kh - 1) + 1
            ew = dw * (kw - 1) + 1
            h = (h + 2 * ph - eh) // sh + 1
            w = (w + 2 * pw - ew) // sw + 1
            fh += (eh - 1) * jh
            fw += (ew - 1) * jw
            jh *= sh
            jw *= sw
        elif kind == "fc":
            params = h * w * c * layer["channels"] + layer["channels"]
            h, w, c = 1, 1, layer["channels"]
            full = True
        if full:
            fh, fw = image[0], image[1]
        rows.append((h, w, c, params, fh, fw))
    return rows
