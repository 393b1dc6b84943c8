"""Returns one number, which is equal to all the places of an answer that is the same all over."""


def conv1d(vector, kernel):
    return float(np.sum(np.median(vector) * kernel))
