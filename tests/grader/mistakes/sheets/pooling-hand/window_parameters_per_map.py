# %% Zestaw ćwiczeniowy, ziarno (seed) 765: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "765", "language": "pl"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "easy", "seed": "765", "draw": 1, "parameters": {"inputs": [{"name": "v", "cells": [3, 9, 6, 4, 7, 1], "poolings": [{"name": "v_max", "kind": "max-of-row", "kernel": 3, "stride": 3}]}, {"name": "x", "cells": [[3, 7, 0, -5], [7, 5, 1, 0], [7, -2, 3, 6], [-3, 8, 9, 2]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 2}, {"name": "x_mean", "kind": "mean", "kernel": 2, "stride": 2}, {"name": "x_global_max", "kind": "global-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}], "layer": {"in_shape": [32, 40, 72], "rf_in": 3, "jump_in": 2, "kernel": 4, "stride": 4, "padding": 0, "ceil_mode": false, "next_kernel": 3, "asked": ["shape", "params", "rf", "jump"]}, "head": null, "resized": null, "marks": 2}}
# grader-checksum: cd1d26d0b4ae63a6

import numpy as np


# %% problem 1: Pooling cech
# Zadanie 1. Zastąp każde ... swoją odpowiedzią: liczbą, wyrażeniem Pythona albo tekstem takim jak "1/2"; macierz to lista jej wierszy.

# Dane, gotowe do obliczeń:
v = np.array([3, 9, 6, 4, 7, 1])
x = np.array([[3, 7, 0, -5], [7, 5, 1, 0], [7, -2, 3, 6], [-3, 8, 9, 2]])
rf_in = 3
jump_in = 2
in_shape = (32, 40, 72)

v_max = [9, 7]  # wektor długości 2, dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
x_max = [[7, 1], [8, 9]]  # macierz 2 × 2, dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
x_mean = [["11/2", -1], ["5/2", 5]]  # macierz 2 × 2, dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
x_global_max = 9  # dokładna liczba, np. 3 albo "1/2"
x_global_mean = 3  # dokładna liczba, np. 3 albo "1/2"
shape = (32, 10, 18)  # kształt (kanały, wysokość, szerokość)
params = 512  # liczba całkowita
rf = 9  # liczba całkowita, px
jump = 8  # liczba całkowita, px
