# %% Zestaw ćwiczeniowy, ziarno (seed) 3103: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "3103", "language": "pl"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "3103", "draw": 1, "parameters": {"flip": true, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: 524272781ac5fc7f

import numpy as np


# %% problem 1: Funkcja konwolucji 1D
# Zadanie 1. Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

def conv1d(vector, kernel):
    k = kernel[::-1]
    n = vector.size - k.size + 1
    result = np.empty(n)
    for i in range(n):
        result[i] = vector[i:i + k.size - 1] @ k
    return result
