# Practice sheet, seed 6: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "6", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "6", "parameters": {"flip": true, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: a9365c8ac71cd9db

import numpy as np


# %% problem 1: A function for 1D convolution
# Replace each ... by your code. Helper functions and imports are welcome.

import matplotlib.pyplot as plt
from scipy import signal
import pandas as pd

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    return np.array([vector[i:i+len(kernel)] @ kernel[::-1] for i in range(len(vector) - len(kernel) + 1)])

plt.plot(conv1d(np.arange(10), np.array([1, 2, 1])))
plt.show()
