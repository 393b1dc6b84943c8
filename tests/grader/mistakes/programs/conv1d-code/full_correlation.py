# %% Zestaw ćwiczeniowy, ziarno (seed) 389: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "389", "language": "pl"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "389", "draw": 1, "parameters": {"flip": false, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: ab4493a9287d4f4b

import numpy as np


# %% problem 1: Funkcja korelacji wzajemnej 1D
# Zadanie 1. Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

def conv1d(vector, kernel):
    """Korelacja wzajemna 1D wektora z filtrem."""
    N, M = len(vector), len(kernel)
    dlugosc = N + M - 1
    wynik = np.zeros(dlugosc)
    v = np.pad(vector, M - 1)
    for i in range(dlugosc):
        wynik[i] = np.sum(np.multiply(kernel, v[i:i + M]))
    return wynik
