"""Overflows the stack of C."""

import sys

sys.setrecursionlimit(10**9)


def deeper(_):
    return list(map(deeper, (1,)))


def conv1d(vector, kernel):
    deeper(0)
    return ctypes.string_at(0)
