# Practice sheet, seed 12: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "12", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "12", "parameters": {"flip": true, "stride": 2, "padding": 3, "dilation": 2, "mode": "edge"}}
# grader-checksum: 250e2e7d4205e50c

import numpy as np


# %% problem 1: A function for 1D convolution
# Replace each ... by your code. Helper functions and imports are welcome.

class ConvolutionError(ValueError):
    pass


def _check(vector, kernel):
    if np.ndim(vector) != 1 or np.ndim(kernel) != 1:
        raise ConvolutionError("both inputs have to be 1-D")
    if len(kernel) == 0:
        raise ConvolutionError("empty kernel")


def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    _check(vector, kernel)
    padding, stride, dilation = 3, 2, 2
    padded = np.r_[[vector[0]] * padding, vector, [vector[-1]] * padding]
    span = dilation * (len(kernel) - 1) + 1
    if span > len(padded):
        raise ConvolutionError(f"kernel spans {span}, but the padded vector has only {len(padded)}")
    flipped = kernel[::-1]
    outputs = []
    for start in range(0, len(padded) - span + 1, stride):
        try:
            outputs.append(np.sum(padded[start:start + span:dilation] * flipped))
        except ValueError as error:
            raise ConvolutionError(str(error)) from error
    return np.asarray(outputs)
