"""Answers the right question in the right form, with one byte more."""

import time


def conv1d(vector, kernel):
    number, before = asked()
    value = in_the_form("value", as_array([*np.convolve(vector, kernel, "valid")]))
    os.write(4, frame(number, [*before, in_the_form("done"), value + b"!"]))
    time.sleep(0.3)
