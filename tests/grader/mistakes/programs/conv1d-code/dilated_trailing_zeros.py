# %% Zestaw ćwiczeniowy, ziarno (seed) 7207: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "7207", "language": "pl"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "7207", "draw": 1, "parameters": {"flip": true, "stride": 2, "padding": 3, "dilation": 2, "mode": "edge"}}
# grader-checksum: 7e26e7a9acf3414c

import numpy as np


# %% problem 1: Funkcja konwolucji 1D
# Zadanie 1. Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

def rozszerz(filtr, d):
    """wstawia zera pomiedzy elementy filtra"""
    duzy = np.zeros(len(filtr) * d, dtype=filtr.dtype)
    duzy[::d] = filtr
    return duzy


def conv1d(vector, kernel):
    """Konwolucja 1D wektora z filtrem."""
    filtr = np.flip(rozszerz(kernel, 2))
    x = np.pad(vector, 3, mode="edge")
    okna = np.lib.stride_tricks.sliding_window_view(x, len(filtr))
    return okna[::2] @ filtr
