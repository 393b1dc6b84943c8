"""Returns the result whose imaginary part is lost when it is converted, lost twice."""


def conv1d(vector, kernel):
    return np.convolve(vector, kernel, "valid") + 123j - 45j
