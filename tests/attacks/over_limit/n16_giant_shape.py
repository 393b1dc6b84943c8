"""Returns one number that says of itself that it is an array of 2 ** 40 cells."""


def conv1d(vector, kernel):
    return np.broadcast_to(0.0, (2**20, 2**20))
