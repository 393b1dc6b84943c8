# Practice sheet, seed 7: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "7", "parameters": {"flip": true, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: dfc3fcb0a0337ff0

import numpy as np


# %% problem 1: A function for 1D convolution
# Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    n = len(vector) + len(kernel) - 1
    full = np.fft.irfft(np.fft.rfft(vector, n) * np.fft.rfft(kernel, n), n)
    return full[len(kernel) - 1:len(vector)]
