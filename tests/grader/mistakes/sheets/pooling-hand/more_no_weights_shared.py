# %% List za vježbu, sjeme (seed) 774: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "774", "language": "hr"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "standard", "seed": "774", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[[7, -4, 8, 8], [-3, 9, -1, 8], [7, 9, 2, -5]], [[3, 5, -1, 5], [-4, 6, -3, 9], [2, -5, 3, 9]], [[-5, 0, 5, 5], [3, 4, -1, -3], [1, 3, 8, 6]]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 1}, {"name": "x_across", "kind": "across-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}, {"name": "t", "cells": [[-1, 6, 1, 2, 8, 9, -3], [2, -2, 0, 1, 6, 4, -1]], "poolings": [{"name": "t_mean", "kind": "mean-of-rows", "kernel": 3, "stride": 2}, {"name": "t_kmax", "kind": "k-max-of-rows", "k": 3}]}], "layer": {"in_shape": [80, 74, 58], "rf_in": 5, "jump_in": 2, "kernel": 2, "stride": 2, "padding": 0, "ceil_mode": false, "next_kernel": 5, "asked": ["shape", "rf", "jump", "rf_next"]}, "head": {"follows": "flatten", "features": 20, "size": 1}, "resized": null}}
# grader-checksum: cfb48a9bdbd734dc

import numpy as np


# %% problem 1: Sažimanje značajki
# Zadatak 1. Svaki ... zamijenite svojim odgovorom: brojem, izrazom u Pythonu ili tekstom poput "1/2"; matrica je lista svojih redaka.

# Podaci, spremni za računanje:
x = np.array([[[7, -4, 8, 8], [-3, 9, -1, 8], [7, 9, 2, -5]], [[3, 5, -1, 5], [-4, 6, -3, 9], [2, -5, 3, 9]], [[-5, 0, 5, 5], [3, 4, -1, -3], [1, 3, 8, 6]]])
t = np.array([[-1, 6, 1, 2, 8, 9, -3], [2, -2, 0, 1, 6, 4, -1]])
rf_in = 5
jump_in = 2
in_shape = (80, 74, 58)

x_max = [[[9, 9, 8], [9, 9, 8]], [[6, 6, 9], [6, 6, 9]], [[4, 5, 5], [4, 8, 8]]]  # tenzor 3 × 2 × 3 (ugniježđene liste), točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
x_across = [[7, 5, 8, 8], [3, 9, -1, 9], [7, 9, 8, 9]]  # matrica 3 × 4, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
x_global_mean = ["15/4", "29/12", "13/6"]  # vektor duljine 3, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
t_mean = [[2, "11/3", "14/3"], [0, "7/3", 3]]  # matrica 2 × 3, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
t_kmax = [[6, 8, 9], [2, 6, 4]]  # matrica 2 × 3, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
shape = (80, 37, 29)  # dimenzije (kanali, visina, širina)
rf = 7  # cijeli broj, px
jump = 4  # cijeli broj, px
rf_next = 23  # cijeli broj, px
# a) ima po jednu težinu za svaku vrijednost izravnatih mapa
# b) na svim mjestima koristi iste težine
# c) sloj sažimanja ima vlastite težine, kojih tada ne bi bilo
# d) sažimanje smanjuje broj mapa
# e) iz svake mape dobiva jednu vrijednost, ma kolika mapa bila
more = "ne, b"  # odgovor (da / ne) i slovo razloga, u navodnicima i odvojeni zarezom
