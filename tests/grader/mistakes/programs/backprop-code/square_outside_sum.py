# %% Zestaw ćwiczeniowy, ziarno (seed) 7067: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "7067", "language": "pl"}
# grader-problem: {"key": "1", "family": "backprop-code", "level": "easy", "seed": "7067", "draw": 1, "parameters": {"order": ["x", "y", "layers"], "loss": "half-squared", "returns": "pair", "batch": null, "step": null, "rate_first": false, "in_place": false, "decay": 0, "momentum": 0, "train": false, "scale": false}}
# grader-checksum: cc1e7618fb851396

import numpy as np


# %% problem 1: Przejście wstecz przez listę warstw
# Zadanie 1. Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

class LayerAffine:
    def __init__(self, w, b):
        self.w, self.b = w, b
        self.dw, self.db = np.zeros(w.shape), np.zeros(b.shape)

    def fwd_pass(self, p):
        self.p = p
        return p @ self.w.T + self.b

    def bwd_pass(self, dq):
        self.dw = np.outer(dq, self.p)
        self.db = dq.copy()
        return dq @ self.w


class LayerReLU:
    def fwd_pass(self, p):
        self.p = p
        return np.maximum(p, 0)

    def bwd_pass(self, dq):
        return dq * (self.p > 0)



def backprop(x, y, layers):
    """Przejście w przód, koszt i przejście wstecz przez listę warstw."""
    # przejscie w przod
    aktywacje = [x]
    for warstwa in layers:
        aktywacje.append(warstwa.fwd_pass(aktywacje[-1]))

    roznica = aktywacje[-1] - y
    koszt = roznica.sum() ** 2 / 2

    # przejscie wstecz
    gradient = roznica
    for warstwa in layers[::-1]:
        gradient = warstwa.bwd_pass(gradient)
    return koszt, gradient
