# Practice sheet, seed 9: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "9", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "9", "parameters": {"flip": true, "stride": 2, "padding": 3, "dilation": 3, "mode": "mirror"}}
# grader-checksum: 0505c697b396f0b8

import numpy as np


# %% problem 1: A function for 1D convolution
# Replace each ... by your code. Helper functions and imports are welcome.

def output_size(n, k, stride, padding, dilation):
    return (n + 2 * padding - dilation * (k - 1) - 1) // stride + 1


def conv1d(vector, kernel, stride=2, padding=3, dilation=3, *, flip=True, mode="symmetric"):
    """General 1-D convolution.

    Parameters
    ----------
    vector : array of shape (n,)
    kernel : array of shape (k,)

    Returns
    -------
    array of shape (n_out,)
    """
    padded = np.pad(vector, padding, mode=mode) if padding else vector
    weights = kernel[::-1] if flip else kernel
    n_out = output_size(vector.shape[0], kernel.shape[0], stride, padding, dilation)
    result = np.zeros(n_out)
    for i in range(n_out):
        first = i * stride
        result[i] = np.sum(padded[first:first + dilation * kernel.shape[0]:dilation][:kernel.shape[0]] * weights)
    return result
