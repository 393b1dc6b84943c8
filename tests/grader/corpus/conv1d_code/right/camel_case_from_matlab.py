# Practice sheet, seed 5: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "5", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "5", "parameters": {"flip": true, "stride": 2, "padding": 1, "dilation": 1, "mode": "zero"}}
# grader-checksum: 3d1464d13545f238

import numpy as np


# %% problem 1: A function for 1D convolution
# Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    padSize = 1; strideLen = 2;
    inVec = np.vstack((np.zeros((padSize, 1)), vector.reshape(-1, 1), np.zeros((padSize, 1))));
    kerVec = np.flipud(kernel.reshape(-1, 1));
    kerLen = kerVec.shape[0];
    outLen = int(np.floor((inVec.shape[0] - kerLen) / strideLen) + 1);
    outVec = np.zeros((outLen, 1));
    for outIdx in range(0, outLen):
        firstIdx = outIdx * strideLen;
        lastIdx = firstIdx + kerLen;
        outVec[outIdx, 0] = (kerVec.T @ inVec[firstIdx:lastIdx, :])[0, 0];
    return outVec[:, 0];
