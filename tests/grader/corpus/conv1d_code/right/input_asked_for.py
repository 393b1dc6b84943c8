# Zestaw ćwiczeniowy, ziarno (seed) 1: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "1", "language": "pl"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "1", "parameters": {"flip": false, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: b239cba272d7c4e2

import numpy as np


# %% problem 1: Funkcja korelacji skrośnej 1D
# Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

def conv1d(vector, kernel):
    """Korelacja skrośna 1D wektora z filtrem."""
    return np.array([vector[i:i+len(kernel)] @ kernel for i in range(len(vector) - len(kernel) + 1)])

tekst = input("Podaj wektor: ")
print(conv1d(np.array([float(t) for t in tekst.split()]), np.array([1.0, -1.0])))
