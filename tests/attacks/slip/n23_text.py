"""Returns the result as text, which is a number once it is converted."""


def conv1d(vector, kernel):
    return np.convolve(vector, kernel, "valid").astype(str)
