"""Breaks the parser by depth; the minuses are put in by the test."""


def conv1d(vector, kernel):
    return MINUSES
