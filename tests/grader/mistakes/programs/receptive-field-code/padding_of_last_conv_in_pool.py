# %% Practice sheet, seed 318: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "318", "language": "en"}
# grader-problem: {"key": "1", "family": "receptive-field-code", "level": "standard", "seed": "318", "draw": 1, "parameters": {"axes": 2, "keys": ["padding", "kernel", "channels", "stride"], "tuples": false, "pairs": false, "image": ["channels", "height", "width"], "columns": ["channels", "height", "width", "field", "parameters", "jump"], "layers_first": false}}
# grader-checksum: b695964778f929ab

import numpy as np


# %% problem 1: A function for sizes and receptive fields
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def receptive_fields(image, layers):
    """Sizes, receptive fields and parameters of the layers of a network."""
    channels, height, width = image
    field, jump = 1, 1
    padding = 0
    output = []
    for layer in layers:
        parameters = 0
        if layer["kind"] == "conv":
            padding = layer["padding"]
            parameters = (layer["kernel"] ** 2 * channels + 1) * layer["channels"]
            channels = layer["channels"]
        if layer["kind"] in ("conv", "pool"):
            kernel = layer["kernel"]
            stride = layer["stride"]
            height = (height + 2 * padding - kernel) // stride + 1
            width = (width + 2 * padding - kernel) // stride + 1
            field = field + (kernel - 1) * jump
            jump = jump * stride
        output.append((channels, height, width, field, parameters, jump))
    return output
