# Practice sheet, seed 1: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "1", "parameters": {"flip": false, "stride": 3, "padding": 3, "dilation": 1, "mode": "zero"}}
# grader-checksum: 27083aea67f4c435

import numpy as np


# %% problem 1: A function for 1D cross-correlation
# Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D cross-correlation of a vector with a kernel."""
    print("vector =", vector)
    print("kernel =", kernel)
    v = np.zeros(len(vector) + 6)
    v[3:-3] = vector
    print("padded", v)
    res = []
    for i in range(0, len(v) - len(kernel) + 1, 3):
        print("i =", i, "window =", v[i:i+len(kernel)])
        r = 0
        r = np.sum(v[i:i+len(kernel)] * kernel)
        print("   ->", r)
        res.append(r)
    # print(res)
    # print(np.correlate(v, kernel)[::3])   # same!!
    return np.array(res)

test_v = np.array([1, 2, 3, 4, 5, 6, 7])
test_k = np.array([1, 0, -1])
print("TEST:", conv1d(test_v, test_k))
