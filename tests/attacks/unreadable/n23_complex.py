"""Returns the result whose imaginary part is lost when it is converted."""


def conv1d(vector, kernel):
    return np.convolve(vector, kernel, "valid") + 123j
