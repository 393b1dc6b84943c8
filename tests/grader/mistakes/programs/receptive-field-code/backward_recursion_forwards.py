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
    rezultat = []
    polje = 1
    faktor = 1
    for sloj in layers:
        k = sloj["kernel"]
        s = sloj["stride"]
        size = (size - k) // s + 1
        polje = (polje - 1) * s + k
        faktor = faktor * s
        rezultat.append((size, polje, faktor))
    return rezultat
