"""Returns the result as bytes, which are a number once they are converted."""


def conv1d(vector, kernel):
    return np.convolve(vector, kernel, "valid").astype("S")
