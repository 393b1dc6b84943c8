# Zestaw ćwiczeniowy, ziarno (seed) 3: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "3", "language": "pl"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "easy", "seed": "3", "parameters": {"kernel": 1, "stride": 1, "padding": 0, "bias": false}}
# grader-checksum: 44c2318f088ef465

import numpy as np


# %% problem 1: Klasa warstwy konwolucji 1D: jedna waga
# Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

class LayerConv1d:
    """Warstwa konwolucji 1D (korelacji skrośnej) z przejściem wstecz."""

    def __init__(self, w):
        self.w = w
        print("nowa warstwa, w =", w)

    def fwd_pass(self, p):
        self.wejscie = list(p)
        wyjscie = []
        for x in self.wejscie:
            wyjscie.append(self.w * x)
        print("q =", wyjscie)
        return np.array(wyjscie)

    def bwd_pass(self, dq):
        # pochodna po wadze: suma iloczynów
        self.dw = 0
        for x, g in zip(self.wejscie, dq):
            self.dw = self.dw + x * g
        return np.array([self.w * g for g in dq])
