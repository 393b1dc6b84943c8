"""Reads where nothing is."""


def conv1d(vector, kernel):
    return ctypes.string_at(0)
