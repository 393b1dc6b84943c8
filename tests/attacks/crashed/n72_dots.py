"""Breaks the parser by depth; the dots are put in by the test."""


def conv1d(vector, kernel):
    return DOTS
