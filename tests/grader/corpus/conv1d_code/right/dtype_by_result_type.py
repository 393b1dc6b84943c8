# Zestaw ćwiczeniowy, ziarno (seed) 8: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "8", "language": "pl"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "8", "parameters": {"flip": true, "stride": 3, "padding": 3, "dilation": 1, "mode": "zero"}}
# grader-checksum: fd0339652734ca87

import numpy as np


# %% problem 1: Funkcja konwolucji 1D
# Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

def conv1d(vector, kernel):
    """Konwolucja 1D wektora z filtrem."""
    typ = np.result_type(vector.dtype, kernel.dtype)
    x = np.pad(vector, 3).astype(typ, copy=False)
    k = np.ascontiguousarray(kernel[::-1], dtype=typ)
    wynik = np.empty((len(x) - len(k)) // 3 + 1, dtype=typ)
    bufor = np.empty(len(k), dtype=typ)
    for i in range(len(wynik)):
        np.multiply(x[3 * i:3 * i + len(k)], k, out=bufor)
        wynik[i] = bufor.sum()
    return wynik
