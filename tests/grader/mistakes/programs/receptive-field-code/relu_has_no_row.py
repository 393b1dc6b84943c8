# %% Practice sheet, seed 871: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "871", "language": "en"}
# grader-problem: {"key": "1", "family": "receptive-field-code", "level": "standard", "seed": "871", "draw": 1, "parameters": {"axes": 2, "keys": ["padding", "stride", "kernel", "channels"], "tuples": false, "pairs": false, "image": ["channels", "height", "width"], "columns": ["jump", "field", "channels", "height", "width", "parameters"], "layers_first": false}}
# grader-checksum: c681ca6e9d62c357

import numpy as np


# %% problem 1: A function for sizes and receptive fields
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def receptive_fields(image, layers):
    """Sizes, receptive fields and parameters of the layers of a network."""
    channels, height, width = image
    result = []
    jump = 1
    field = 1
    for layer in layers:
        if layer["kind"] == "relu":
            continue
        kernel, stride = layer["kernel"], layer["stride"]
        padding = layer["padding"] if layer["kind"] == "conv" else 0
        height = (height + 2 * padding - kernel) // stride + 1
        width = (width + 2 * padding - kernel) // stride + 1
        field += (kernel - 1) * jump
        jump *= stride
        if layer["kind"] == "conv":
            parameters = layer["channels"] * (channels * kernel ** 2 + 1)
            channels = layer["channels"]
        else:
            parameters = 0
        result.append((jump, field, channels, height, width, parameters))
    return result
