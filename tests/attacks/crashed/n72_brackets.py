"""Breaks the parser by depth; the brackets are put in by the test."""


def conv1d(vector, kernel):
    return BRACKETS
