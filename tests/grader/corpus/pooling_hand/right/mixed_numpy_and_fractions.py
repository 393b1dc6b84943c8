# List za vježbu, sjeme (seed) 2: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "2", "language": "hr"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "hard", "seed": "2", "parameters": {"inputs": [{"name": "x", "cells": [[7, -7, 0, -3, 2], [-9, 5, 6, 4, 0], [4, 0, 2, -8, 2], [7, 4, 9, -8, 3], [3, -7, -5, -8, 6], [4, 8, -7, -9, -7]], "poolings": [{"name": "x_down", "kind": "max-down", "kernel": 3, "stride": 2}, {"name": "x_up", "kind": "max-up", "kernel": 3, "stride": 2}, {"name": "x_padded", "kind": "max-padded", "kernel": 3, "stride": 3, "padding": 1}, {"name": "x_counted", "kind": "mean-counted", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_inside", "kind": "mean-inside", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_grid_max", "kind": "grid-max", "grid": 3}, {"name": "x_grid_mean", "kind": "grid-mean", "grid": 4}]}], "layer": {"in_shape": [176, 44, 27], "rf_in": 26, "jump_in": 2, "kernel": 3, "stride": 3, "padding": 1, "ceil_mode": true, "next_kernel": 3, "asked": ["shape", "rf", "rf_next"]}, "head": null, "resized": {"in_shape": [28, 40, 44], "other_shape": [28, 42, 44], "kernel": 4}}}
# grader-checksum: f4f2e97c7679167b

import numpy as np


# %% problem 1: Sažimanje značajki
# Svaki ... zamijenite svojim odgovorom: brojem, izrazom u Pythonu ili tekstom poput "1/2"; matrica je lista svojih redaka.

from fractions import Fraction
from math import ceil, floor

x = np.array([[7, -7, 0, -3, 2], [-9, 5, 6, 4, 0], [4, 0, 2, -8, 2], [7, 4, 9, -8, 3], [3, -7, -5, -8, 6], [4, 8, -7, -9, -7]])


def velicine(n, k, s, p, naviše):
    m = (ceil if naviše else floor)((n + 2 * p - k) / s) + 1
    if naviše and (m - 1) * s >= n + p:
        m -= 1
    return m


def maks(k, s, p=0, naviše=False):
    visina, sirina = (velicine(n, k, s, p, naviše) for n in x.shape)
    izlaz = []
    for i in range(visina):
        redak = []
        for j in range(sirina):
            i0, j0 = i * s - p, j * s - p
            redak.append(x[max(i0, 0):i0 + k, max(j0, 0):j0 + k].max())
        izlaz.append(redak)
    return izlaz


def srednja(k, s, p, ulaze):
    prosiren = np.pad(x, p)
    maska = np.pad(np.ones_like(x), p)
    visina, sirina = (velicine(n, k, s, p, False) for n in x.shape)
    return [[Fraction(int(prosiren[i * s:i * s + k, j * s:j * s + k].sum()),
                      k * k if ulaze else int(maska[i * s:i * s + k, j * s:j * s + k].sum()))
             for j in range(sirina)] for i in range(visina)]


def mreza(q, f):
    def regija(i, n): return slice(i * n // q, ceil((i + 1) * n / q))
    return [[f(x[regija(i, x.shape[0]), regija(j, x.shape[1])]) for j in range(q)] for i in range(q)]


x_down = maks(3, 2)
x_up = maks(3, 2, naviše=True)
x_padded = maks(3, 3, 1, True)
x_counted = srednja(2, 2, 1, True)
x_inside = srednja(2, 2, 1, False)
x_grid_max = mreza(3, np.max)
x_grid_mean = mreza(4, lambda dio: Fraction(int(dio.sum()), dio.size))
shape = (176, 15, 10)
rf = 26 + 2 * 2
rf_next = 30 + 2 * 6
fits = "da, e"
