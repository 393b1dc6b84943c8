# %% Zestaw ćwiczeniowy, ziarno (seed) 7356: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "7356", "language": "pl"}
# grader-problem: {"key": "1", "family": "pooling-layer-code", "level": "easy", "seed": "7356", "draw": 1, "parameters": {"kind": "mean", "kernel": [6], "stride": [6], "channels": false, "whole": null}}
# grader-checksum: 5f232276dd536310

import numpy as np


# %% problem 1: Warstwy poolingu jako klasy
# Zadanie 1. Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

class LayerMeanPool:
    """Warstwa poolingu z przejściem wstecz."""

    ROZMIAR = 6

    def fwd_pass(self, p):
        self.ksztalt = p.shape
        ile = p.size // self.ROZMIAR
        wynik = []
        for i in range(ile):
            wynik.append(np.mean(p[i * self.ROZMIAR:(i + 1) * self.ROZMIAR]))
        return np.array(wynik)

    def bwd_pass(self, dq):
        dp = np.zeros(self.ksztalt)
        rozciagniete = np.tile(dq, self.ROZMIAR)
        dp[:len(rozciagniete)] = rozciagniete / self.ROZMIAR
        return dp
