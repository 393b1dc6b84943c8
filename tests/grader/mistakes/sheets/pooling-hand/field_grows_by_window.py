# %% List za vježbu, sjeme (seed) 233: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "233", "language": "hr"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "standard", "seed": "233", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[[6, -3, -4], [9, 2, 0], [0, 6, 1], [3, 8, 8]], [[8, -4, 0], [5, 6, 1], [3, 9, -5], [0, 9, 4]], [[7, -1, -4], [8, 3, 8], [1, 8, -3], [9, 9, 1]]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 1}, {"name": "x_across", "kind": "across-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}, {"name": "t", "cells": [[1, -3, 9, 5, 4, 6, 8], [-3, -1, 1, 9, -2, 7, 4]], "poolings": [{"name": "t_mean", "kind": "mean-of-rows", "kernel": 3, "stride": 2}, {"name": "t_kmax", "kind": "k-max-of-rows", "k": 3}]}], "layer": {"in_shape": [40, 33, 54], "rf_in": 9, "jump_in": 4, "kernel": 3, "stride": 3, "padding": 0, "ceil_mode": false, "next_kernel": 3, "asked": ["shape", "rf", "jump", "rf_next"]}, "head": {"follows": "global", "features": 20, "size": 1}, "resized": null}}
# grader-checksum: dc5e099bb677e6ef

import numpy as np


# %% problem 1: Sažimanje značajki
# Zadatak 1. Svaki ... zamijenite svojim odgovorom: brojem, izrazom u Pythonu ili tekstom poput "1/2"; matrica je lista svojih redaka.

# Podaci, spremni za računanje:
x = np.array([[[6, -3, -4], [9, 2, 0], [0, 6, 1], [3, 8, 8]], [[8, -4, 0], [5, 6, 1], [3, 9, -5], [0, 9, 4]], [[7, -1, -4], [8, 3, 8], [1, 8, -3], [9, 9, 1]]])
t = np.array([[1, -3, 9, 5, 4, 6, 8], [-3, -1, 1, 9, -2, 7, 4]])
rf_in = 9
jump_in = 4
in_shape = (40, 33, 54)

x_max = [[[9, 2], [9, 6], [8, 8]], [[8, 6], [9, 9], [9, 9]], [[8, 8], [8, 8], [9, 9]]]  # tenzor 3 × 3 × 2 (ugniježđene liste), točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
x_across = [[8, -1, 0], [9, 6, 8], [3, 9, 1], [9, 9, 8]]  # matrica 4 × 3, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
x_global_mean = [3, 3, "23/6"]  # vektor duljine 3, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
t_mean = [["7/3", 6, 6], [-1, "8/3", 3]]  # matrica 2 × 3, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
t_kmax = [[9, 6, 8], [9, 7, 4]]  # matrica 2 × 3, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
shape = (40, 11, 18)  # dimenzije (kanali, visina, širina)
rf = 11  # cijeli broj, px
jump = 12  # cijeli broj, px
rf_next = 35  # cijeli broj, px
# a) ima po jednu težinu za svaku vrijednost izravnatih mapa
# b) na svim mjestima koristi iste težine
# c) sloj sažimanja ima vlastite težine, kojih tada ne bi bilo
# d) sažimanje smanjuje broj mapa
# e) iz svake mape dobiva jednu vrijednost, ma kolika mapa bila
more = "ne, e"  # odgovor (da / ne) i slovo razloga, u navodnicima i odvojeni zarezom
