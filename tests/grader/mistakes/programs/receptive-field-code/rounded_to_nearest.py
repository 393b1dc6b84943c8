# %% List za vježbu, sjeme (seed) 7123: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "7123", "language": "hr"}
# grader-problem: {"key": "1", "family": "receptive-field-code", "level": "easy", "seed": "7123", "draw": 1, "parameters": {"axes": 1, "keys": ["stride", "kernel"], "tuples": false, "pairs": false, "image": ["size"], "columns": ["size", "field", "jump"], "layers_first": true}}
# grader-checksum: 24626875f5b3f362

import numpy as np


# %% problem 1: Funkcija za veličine i receptivna polja
# Zadatak 1. Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

def receptive_fields(layers, size):
    """Veličine, receptivna polja i faktori nakon slojeva modela."""
    n, r, j = size, 1, 1
    out = []
    for layer in layers:
        n = round((n - layer['kernel']) / layer['stride'] + 1)
        r += (layer['kernel'] - 1) * j
        j *= layer['stride']
        out.append((n, r, j))
    return out
