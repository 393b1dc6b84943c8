"""Returns the result as bytes, which are a number once they are converted."""


def conv1d(vector, kernel):
    result = np.convolve(vector, kernel, "valid").astype("S")
    return result.astype("S")
