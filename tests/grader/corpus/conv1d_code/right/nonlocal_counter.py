# Practice sheet, seed 1: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "1", "parameters": {"flip": false, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: 1dd940938a401203

import numpy as np


# %% problem 1: A function for 1D cross-correlation
# Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D cross-correlation of a vector with a kernel."""
    position = -1
    results = []
    def advance():
        nonlocal position
        position = position + 1
        return position + len(kernel) <= len(vector)
    while advance():
        results.append(vector[position:position + len(kernel)] @ kernel if len(kernel) > 1 else vector[position] * kernel[0] if len(kernel) == 1 else np.float64(0.0) * np.float64(len(vector)) + np.float64(0.0) * np.float64(len(kernel)) + 0.0)
    return np.array(results)
