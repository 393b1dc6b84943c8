# %% Zestaw ćwiczeniowy, ziarno (seed) 29116: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "29116", "language": "pl"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "29116", "draw": 1, "parameters": {"flip": true, "stride": 2, "padding": 2, "dilation": 2, "mode": "mirror"}}
# grader-checksum: cf14c1997e6031f3

import numpy as np


# %% problem 1: Funkcja konwolucji 1D
# Zadanie 1. Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

def conv1d(vector, kernel):
    """Konwolucja 1D wektora z filtrem."""
    d = 2
    rozszerzony = np.zeros(d * len(kernel))
    rozszerzony[::d] = kernel
    rozszerzony = rozszerzony[::-1]
    x = np.pad(vector, 2, mode="symmetric")
    wynik = []
    for i in range(0, len(x) - len(rozszerzony) + 1, 2):
        wynik.append(np.dot(x[i:i + len(rozszerzony)], rozszerzony))
    return np.array(wynik)
