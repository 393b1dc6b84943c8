# Practice sheet, seed 1: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "1", "parameters": {"flip": false, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: 1dd940938a401203

import numpy as np


# %% problem 1: A function for 1D cross-correlation
# Replace each ... by your code. Helper functions and imports are welcome.

import asyncio

async def window(vector, kernel, i):
    await asyncio.sleep(0)
    return vector[i:i+len(kernel)] @ kernel

async def everything(vector, kernel):
    return await asyncio.gather(*[window(vector, kernel, i) for i in range(len(vector) - len(kernel) + 1)])

def conv1d(vector, kernel):
    """1D cross-correlation of a vector with a kernel."""
    return np.array(asyncio.run(everything(vector, kernel)))
