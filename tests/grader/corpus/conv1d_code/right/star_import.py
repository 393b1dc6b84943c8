# Zestaw ćwiczeniowy, ziarno (seed) 1: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "1", "language": "pl"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "1", "parameters": {"flip": false, "stride": 3, "padding": 3, "dilation": 1, "mode": "zero"}}
# grader-checksum: 2b3b03a25af66934

import numpy as np


# %% problem 1: Funkcja korelacji skrośnej 1D

from numpy import *
from math import floor, ceil

def conv1d(vector, kernel):
    p = 3; s = 3; k = len(kernel)
    v = concatenate((zeros(p), vector, zeros(p)))
    n = int(floor((len(v) - k) / s)) + 1
    q = zeros(n)
    for i in arange(n): q[i] = dot(v[i*s:i*s+k], kernel)
    return q
