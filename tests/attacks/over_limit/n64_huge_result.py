"""Returns more than anybody wants."""


def conv1d(vector, kernel):
    return np.zeros(2**22)
