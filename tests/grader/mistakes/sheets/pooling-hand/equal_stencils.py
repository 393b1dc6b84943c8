# %% List za vježbu, sjeme (seed) 233: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "233", "language": "hr"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "hard", "seed": "233", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[5, 4, 5, -7, -5, -6], [-2, -2, -8, -3, 2, 9], [-1, 9, -5, 7, -5, -7], [-6, 5, -6, 5, -3, -6], [8, 1, 5, 2, -5, -9]], "poolings": [{"name": "x_down", "kind": "max-down", "kernel": 3, "stride": 2}, {"name": "x_up", "kind": "max-up", "kernel": 3, "stride": 2}, {"name": "x_padded", "kind": "max-padded", "kernel": 3, "stride": 3, "padding": 1}, {"name": "x_counted", "kind": "mean-counted", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_inside", "kind": "mean-inside", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_grid_max", "kind": "grid-max", "grid": 4}, {"name": "x_grid_mean", "kind": "grid-mean", "grid": 3}]}], "layer": {"in_shape": [208, 32, 25], "rf_in": 26, "jump_in": 8, "kernel": 2, "stride": 2, "padding": 1, "ceil_mode": true, "next_kernel": 5, "asked": ["shape", "rf", "rf_next"]}, "head": null, "resized": {"in_shape": [12, 20, 28], "other_shape": [12, 22, 28], "grid": 4}}}
# grader-checksum: 4f858a9d331ac37d

import numpy as np


# %% problem 1: Sažimanje značajki
# Zadatak 1. Svaki ... zamijenite svojim odgovorom: brojem, izrazom u Pythonu ili tekstom poput "1/2"; matrica je lista svojih redaka.

# Podaci, spremni za računanje:
x = np.array([[5, 4, 5, -7, -5, -6], [-2, -2, -8, -3, 2, 9], [-1, 9, -5, 7, -5, -7], [-6, 5, -6, 5, -3, -6], [8, 1, 5, 2, -5, -9]])
rf_in = 26
jump_in = 8
in_shape = (208, 32, 25)

x_down = [[9, 7], [9, 7]]  # broj, vektor, matrica ili tenzor, točne vrijednosti, npr. 3 ili "1/2"; i dimenzije su dio pitanja; boduje se svaki element zasebno
x_up = [[9, 7, 9], [9, 7, -3]]  # broj, vektor, matrica ili tenzor, točne vrijednosti, npr. 3 ili "1/2"; i dimenzije su dio pitanja; boduje se svaki element zasebno
x_padded = [[5, 5, 9], [9, 7, -6]]  # broj, vektor, matrica ili tenzor, točne vrijednosti, npr. 3 ili "1/2"; i dimenzije su dio pitanja; boduje se svaki element zasebno
x_counted = [["5/4", "9/4", -3, "-3/2"], ["-3/4", "-3/2", "1/4", "1/2"], ["1/2", "5/4", "-1/4", "-15/4"]]  # matrica 3 × 4, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
x_inside = [[5, "9/2", -6, -6], ["-3/2", "-3/2", "1/4", 1], [1, "5/4", "-1/4", "-15/2"]]  # matrica 3 × 4, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
x_grid_max = [[5, 5, 2, 9], [9, 9, 7, 9], [9, 9, 7, -3], [8, 5, 5, -3]]  # matrica 4 × 4, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
x_grid_mean = [["5/4", "-13/4", 0], ["7/4", "1/4", "-21/4"], [2, "3/2", "-23/4"]]  # matrica 3 × 3, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
shape = (208, 17, 13)  # dimenzije (kanali, visina, širina)
rf = 34  # cijeli broj, px
rf_next = 98  # cijeli broj, px
# a) sažimanje nema parametara, pa iza njega može doći bilo koji sloj
# b) broj regija, a time i duljina vektora, ostaje isti
# c) vektor dobiva drugu duljinu
# d) na svim mjestima koristi iste težine
# e) dodatak ne ispunjava nijedno novo okno i otpada zaokruživanjem naniže
fits = "da, b"  # odgovor (da / ne) i slovo razloga, u navodnicima i odvojeni zarezom
