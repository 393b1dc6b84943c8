# Practice sheet, seed 4: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "4", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "4", "parameters": {"flip": true, "stride": 2, "padding": 1, "dilation": 1, "mode": "zero"}}
# grader-checksum: 523fed4bc1fa62e1

import numpy as np


# %% problem 1: A function for 1D convolution
# Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel.

    >>> conv1d(np.array([1, 2, 3]), np.array([1]))
    array([0., 2.])
    """
    assert vector.ndim == 1 and kernel.ndim == 1
    p, s = 1, 2
    x = np.pad(vector.astype(float), p)
    w = kernel[::-1]
    m = (len(x) - len(w)) // s + 1
    assert m > 0, "kernel too long"
    y = np.zeros(m)
    for i in range(m):
        y[i] = x[i*s:i*s+len(w)] @ w
    assert y.shape == (m,)
    return y


if __name__ == "__main__":
    rng = np.random.default_rng(0)
    for _ in range(20):
        a = rng.normal(size=rng.integers(5, 12))
        b = rng.normal(size=rng.integers(1, 5))
        expected = np.convolve(np.pad(a, 1), b, mode="valid")[::2]
        assert np.allclose(conv1d(a, b), expected)
    import doctest
    print(doctest.testmod())
