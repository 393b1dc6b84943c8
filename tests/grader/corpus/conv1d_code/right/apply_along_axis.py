# Practice sheet, seed 2: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "2", "parameters": {"flip": false, "stride": 3, "padding": 1, "dilation": 1, "mode": "zero"}}
# grader-checksum: 31ae6668c9ff26a4

import numpy as np


# %% problem 1: A function for 1D cross-correlation
# Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D cross-correlation of a vector with a kernel."""
    x = np.pad(vector, 1)
    starts = np.arange(0, len(x) - len(kernel) + 1, 3)[:, np.newaxis]

    def window_sum(row):
        return (x[row[0]:row[0] + len(kernel)] * kernel).sum()

    return np.apply_along_axis(window_sum, 1, starts)
