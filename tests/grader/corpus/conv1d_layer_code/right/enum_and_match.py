# Zestaw ćwiczeniowy, ziarno (seed) 6: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "6", "language": "pl"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "6", "parameters": {"kernel": 7, "stride": 3, "padding": 3, "bias": true}}
# grader-checksum: c6bf76092b934faf

import numpy as np


# %% problem 1: Klasa warstwy konwolucji 1D: filtr rozmiaru 7
# Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

from enum import Enum

class Kierunek(Enum):
    PRZOD = 1
    TYL = 2

class LayerConv1d:
    """Warstwa konwolucji 1D (korelacji skrośnej) z przejściem wstecz."""

    def __init__(self, w, b):
        self.w = w
        self.b = b

    def _przejscie(self, kierunek, dane):
        match kierunek:
            case Kierunek.PRZOD:
                self.x = np.pad(dane, 3)
                return np.array([self.x[s:s + 7] @ self.w for s in range(0, len(self.x) - 6, 3)]) + self.b
            case Kierunek.TYL:
                dx = np.zeros(self.x.shape)
                self.dw, self.db = np.zeros(7), 0.0
                for numer, g in enumerate(dane):
                    okno = slice(3 * numer, 3 * numer + 7)
                    self.dw, self.db = self.dw + g * self.x[okno], self.db + g
                    dx[okno] += g * self.w
                return dx[3:-3]

    def fwd_pass(self, p):
        return self._przejscie(Kierunek.PRZOD, p)

    def bwd_pass(self, dq):
        return self._przejscie(Kierunek.TYL, dq)
