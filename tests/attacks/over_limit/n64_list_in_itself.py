"""Returns a list that is its own cell."""


def conv1d(vector, kernel):
    result = [1.0]
    for _ in range(64):
        result = [result, result]
    return result
