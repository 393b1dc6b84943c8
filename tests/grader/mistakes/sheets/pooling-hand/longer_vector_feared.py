# %% List za vježbu, sjeme (seed) 5740: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "5740", "language": "hr"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "hard", "seed": "5740", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[-8, 6, 9, 7, 9, -1], [0, -3, -5, 9, 1, -4], [4, -9, 4, 5, 6, 0], [3, 4, -5, 4, -1, -1], [2, -9, 6, -9, 7, -2]], "poolings": [{"name": "x_down", "kind": "max-down", "kernel": 3, "stride": 2}, {"name": "x_up", "kind": "max-up", "kernel": 3, "stride": 2}, {"name": "x_padded", "kind": "max-padded", "kernel": 3, "stride": 3, "padding": 1}, {"name": "x_counted", "kind": "mean-counted", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_inside", "kind": "mean-inside", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_grid_max", "kind": "grid-max", "grid": 3}, {"name": "x_grid_mean", "kind": "grid-mean", "grid": 4}]}], "layer": {"in_shape": [96, 27, 28], "rf_in": 11, "jump_in": 4, "kernel": 2, "stride": 2, "padding": 1, "ceil_mode": true, "next_kernel": 3, "asked": ["shape", "rf", "rf_next"]}, "head": null, "resized": {"in_shape": [19, 36, 48], "other_shape": [19, 37, 48], "grid": 4}}}
# grader-checksum: e918c1c86cba1a68

import numpy as np


# %% problem 1: Sažimanje značajki
# Zadatak 1. Svaki ... zamijenite svojim odgovorom: brojem, izrazom u Pythonu ili tekstom poput "1/2"; matrica je lista svojih redaka.

# Podaci, spremni za računanje:
x = np.array([[-8, 6, 9, 7, 9, -1], [0, -3, -5, 9, 1, -4], [4, -9, 4, 5, 6, 0], [3, 4, -5, 4, -1, -1], [2, -9, 6, -9, 7, -2]])
rf_in = 11
jump_in = 4
in_shape = (96, 27, 28)

x_down = [[9, 9], [6, 7]]  # broj, vektor, matrica ili tenzor, točne vrijednosti, npr. 3 ili "1/2"; i dimenzije su dio pitanja; boduje se svaki element zasebno
x_up = [[9, 9, 9], [6, 7, 7]]  # broj, vektor, matrica ili tenzor, točne vrijednosti, npr. 3 ili "1/2"; i dimenzije su dio pitanja; boduje se svaki element zasebno
x_padded = [[6, 9, -1], [4, 7, 0]]  # broj, vektor, matrica ili tenzor, točne vrijednosti, npr. 3 ili "1/2"; i dimenzije su dio pitanja; boduje se svaki element zasebno
x_counted = [[-2, "15/4", 4, "-1/4"], [1, "-13/4", "21/4", -1], ["5/4", -1, "1/4", "-3/4"]]  # matrica 3 × 4, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
x_inside = [[-8, "15/2", 8, -1], [2, "-13/4", "21/4", -2], ["5/2", -1, "1/4", "-3/2"]]  # matrica 3 × 4, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
x_grid_max = [[6, 9, 9], [4, 9, 6], [4, 6, 7]]  # matrica 3 × 3, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
x_grid_mean = [["-5/4", "7/4", "13/2", "5/4"], [-2, "-13/4", "21/4", "3/4"], ["1/2", "-3/2", "7/2", 1], [0, -1, "1/4", "3/4"]]  # matrica 4 × 4, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
shape = (96, 14, 15)  # dimenzije (kanali, visina, širina)
rf = 15  # cijeli broj, px
rf_next = 31  # cijeli broj, px
# a) sažimanje nema parametara, pa iza njega može doći bilo koji sloj
# b) broj regija, a time i duljina vektora, ostaje isti
# c) vektor dobiva drugu duljinu
# d) na svim mjestima koristi iste težine
# e) dodatak ne ispunjava nijedno novo okno i otpada zaokruživanjem naniže
fits = "ne, c"  # odgovor (da / ne) i slovo razloga, u navodnicima i odvojeni zarezom
