# %% Practice sheet, seed 77: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "77", "language": "en"}
# grader-problem: {"key": "1", "family": "receptive-field-code", "level": "standard", "seed": "77", "draw": 1, "parameters": {"axes": 2, "keys": ["stride", "kernel", "channels", "padding"], "tuples": false, "pairs": false, "image": ["channels", "height", "width"], "columns": ["jump", "parameters", "channels", "height", "width", "field"], "layers_first": true}}
# grader-checksum: af3c367e82d12102

import numpy as np


# %% problem 1: A function for sizes and receptive fields
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def receptive_fields(layers, image):
    """Sizes, receptive fields and parameters of the layers of a network."""
    channels, height, width = image
    jump, field = 1, 1
    prev = 1
    rows = []
    for layer in layers:
        params = 0
        if layer["kind"] != "relu":
            k = layer["kernel"]
            s = layer["stride"]
            p = layer.get("padding", 0)
            height = (height + 2 * p - k) // s + 1
            width = (width + 2 * p - k) // s + 1
            field = field + (k - 1) * prev
            jump = jump * s
            prev = s
        if layer["kind"] == "conv":
            params = (k * k * channels + 1) * layer["channels"]
            channels = layer["channels"]
        rows.append((jump, params, channels, height, width, field))
    return rows
