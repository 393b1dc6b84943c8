"""Calls itself without end."""


def conv1d(vector, kernel):
    return conv1d(vector, kernel)
