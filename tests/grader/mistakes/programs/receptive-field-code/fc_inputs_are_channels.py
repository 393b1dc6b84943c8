# %% Practice sheet, seed 733: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "733", "language": "en"}
# grader-problem: {"key": "1", "family": "receptive-field-code", "level": "hard", "seed": "733", "draw": 1, "parameters": {"axes": 2, "keys": ["channels", "dilation", "bias", "padding", "stride", "kernel"], "tuples": false, "pairs": true, "image": ["height", "width", "channels"], "columns": ["height", "width", "channels", "field-height", "field-width", "parameters"], "layers_first": true}}
# grader-checksum: c22d7e69a8d7702e

import numpy as np


# %% problem 1: A function for sizes and receptive fields
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def receptive_fields(layers, image):
    """Sizes, receptive fields and parameters of the layers of a network."""
    H0, W0, c = image
    h, w = H0, W0
    rh, rw, jh, jw = 1, 1, 1, 1
    whole = False
    out = []
    for L in layers:
        n = 0
        if L["kind"] == "conv":
            n = L["kernel"][0] * L["kernel"][1] * c * L["channels"]
            if L["bias"]:
                n += L["channels"]
            c = L["channels"]
        if L["kind"] in ["conv", "pool"]:
            (kh, kw), (sh, sw) = L["kernel"], L["stride"]
            ph, pw = L.get("padding", (0, 0))
            dh, dw = L.get("dilation", (1, 1))
            kh = (kh - 1) * dh + 1
            kw = (kw - 1) * dw + 1
            h = (h + 2 * ph - kh) // sh + 1
            w = (w + 2 * pw - kw) // sw + 1
            rh, rw = rh + (kh - 1) * jh, rw + (kw - 1) * jw
            jh, jw = jh * sh, jw * sw
        if L["kind"] == "fc":
            n = L["channels"] * c
            if L["bias"]:
                n += L["channels"]
            c, h, w = L["channels"], 1, 1
            whole = True
        if whole:
            rh, rw = H0, W0
        out.append((h, w, c, rh, rw, n))
    return out
