"""Aborts."""


def conv1d(vector, kernel):
    os.abort()
