# Practice sheet, seed 10: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "10", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "10", "parameters": {"flip": true, "stride": 2, "padding": 1, "dilation": 1, "mode": "zero"}}
# grader-checksum: 26641b3e60f30488

import numpy as np


# %% problem 1: A function for 1D convolution
# Replace each ... by your code. Helper functions and imports are welcome.

import warnings
warnings.filterwarnings("ignore")
np.random.seed(42)
np.set_printoptions(precision=3, suppress=True)

STRIDE = 2
PADDING = 1
x_demo = np.random.randint(0, 10, size=12)
k_demo = np.random.randn(3)

def zero_pad(v):
    global PADDING
    z = np.zeros(PADDING)
    return np.hstack([z, v, z])

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    global STRIDE
    v = zero_pad(vector)
    k = kernel[::-1]
    out = np.array([])
    for i in range(0, v.shape[0] - k.shape[0] + 1, STRIDE):
        out = np.append(out, (v[i:i + k.shape[0]] * k).sum())
    return out

y_demo = conv1d(x_demo, k_demo)
print(y_demo, y_demo.shape)
