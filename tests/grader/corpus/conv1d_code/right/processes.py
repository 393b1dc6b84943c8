# Practice sheet, seed 3: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "3", "parameters": {"flip": false, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: 29ce4a5b41993759

import numpy as np


# %% problem 1: A function for 1D cross-correlation
# Replace each ... by your code. Helper functions and imports are welcome.

import multiprocessing as mp

def conv1d(vector, kernel):
    """1D cross-correlation of a vector with a kernel."""
    return np.array([vector[i:i+len(kernel)] @ kernel for i in range(len(vector) - len(kernel) + 1)])

def work(seed):
    return conv1d(np.random.default_rng(seed).normal(size=100), np.ones(3)).sum()

if __name__ == "__main__":
    with mp.Pool(2) as pool:
        print(pool.map(work, range(4)))
