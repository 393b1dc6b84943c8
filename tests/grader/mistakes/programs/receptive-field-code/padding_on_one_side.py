# %% Practice sheet, seed 871: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "871", "language": "en"}
# grader-problem: {"key": "1", "family": "receptive-field-code", "level": "standard", "seed": "871", "draw": 1, "parameters": {"axes": 2, "keys": ["padding", "stride", "kernel", "channels"], "tuples": false, "pairs": false, "image": ["channels", "height", "width"], "columns": ["jump", "field", "channels", "height", "width", "parameters"], "layers_first": false}}
# grader-checksum: c681ca6e9d62c357

import numpy as np


# %% problem 1: A function for sizes and receptive fields
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def out_size(n, k, s, p):
    return (n + p - k) // s + 1


def receptive_fields(image, layers):
    """Sizes, receptive fields and parameters of the layers of a network."""
    c, h, w = image
    j, r = 1, 1
    answer = []
    for l in layers:
        n_params = 0
        if l["kind"] == "conv" or l["kind"] == "pool":
            k = l["kernel"]
            s = l["stride"]
            p = l.get("padding", 0)
            h, w = out_size(h, k, s, p), out_size(w, k, s, p)
            r += j * (k - 1)
            j *= s
            if "channels" in l:
                n_params = l["channels"] * k * k * c + l["channels"]
                c = l["channels"]
        answer.append((j, r, c, h, w, n_params))
    return answer
