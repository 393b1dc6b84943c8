# %% Zestaw ćwiczeniowy, ziarno (seed) 1604: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "1604", "language": "pl"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "hard", "seed": "1604", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[-4, -3, -4, -7, 7, 6], [7, 5, -3, 3, -7, 8], [-8, 8, -2, 9, 6, -3], [2, 2, -9, -2, 2, -1], [-2, 4, 5, -5, 7, -6]], "poolings": [{"name": "x_down", "kind": "max-down", "kernel": 3, "stride": 2}, {"name": "x_up", "kind": "max-up", "kernel": 3, "stride": 2}, {"name": "x_padded", "kind": "max-padded", "kernel": 3, "stride": 3, "padding": 1}, {"name": "x_counted", "kind": "mean-counted", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_inside", "kind": "mean-inside", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_grid_max", "kind": "grid-max", "grid": 3}, {"name": "x_grid_mean", "kind": "grid-mean", "grid": 4}]}], "layer": {"in_shape": [192, 27, 32], "rf_in": 18, "jump_in": 4, "kernel": 3, "stride": 3, "padding": 1, "ceil_mode": true, "next_kernel": 3, "asked": ["shape", "rf", "rf_next"]}, "head": null, "resized": {"in_shape": [20, 32, 32], "other_shape": [20, 34, 32], "kernel": 4}}}
# grader-checksum: 831259f62d9b7ac7

import numpy as np


# %% problem 1: Pooling cech
# Zadanie 1. Zastąp każde ... swoją odpowiedzią: liczbą, wyrażeniem Pythona albo tekstem takim jak "1/2"; macierz to lista jej wierszy.

# Dane, gotowe do obliczeń:
x = np.array([[-4, -3, -4, -7, 7, 6], [7, 5, -3, 3, -7, 8], [-8, 8, -2, 9, 6, -3], [2, 2, -9, -2, 2, -1], [-2, 4, 5, -5, 7, -6]])
rf_in = 18
jump_in = 4
in_shape = (192, 27, 32)

def cuts(n, q):
    e = [i * n // q for i in range(q + 1)]
    return list(zip(e[:-1], e[1:]))
def adaptive(q, f):
    return [[f(x[a:b, c:d]) for c, d in cuts(x.shape[1], q)] for a, b in cuts(x.shape[0], q)]
frac = lambda m: "%d/%d" % (m.sum(), m.size)

x_down = [[8, 9], [8, 9]]  # liczba, wektor, macierz albo tensor, dokładne wartości, np. 3 albo "1/2"; rozmiar jest częścią pytania; punktowany każdy element z osobna
x_up = [[8, 9, 8], [8, 9, 7]]  # liczba, wektor, macierz albo tensor, dokładne wartości, np. 3 albo "1/2"; rozmiar jest częścią pytania; punktowany każdy element z osobna
x_padded = [[7, 7, 8], [8, 9, -1]]  # liczba, wektor, macierz albo tensor, dokładne wartości, np. 3 albo "1/2"; rozmiar jest częścią pytania; punktowany każdy element z osobna
x_counted = [[-1, "-7/4", 0, "3/2"], ["-1/4", 2, "11/4", "5/4"], [0, "1/2", "1/2", "-7/4"]]  # macierz 3 × 4, dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
x_inside = [[-4, "-7/2", 0, 6], ["-1/2", 2, "11/4", "5/2"], [0, "1/2", "1/2", "-7/2"]]  # macierz 3 × 4, dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
x_grid_max = adaptive(3, np.max)  # macierz 3 × 3, dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
x_grid_mean = adaptive(4, frac)  # macierz 4 × 4, dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
shape = (192, 10, 11)  # kształt (kanały, wysokość, szerokość)
rf = 26  # liczba całkowita, px
rf_next = 50  # liczba całkowita, px
# a) pooling nie ma parametrów, więc może po nim następować dowolna warstwa
# b) liczba obszarów, a więc i długość wektora, pozostaje taka sama
# c) wektor ma inną długość
# d) we wszystkich miejscach używa tych samych wag
# e) to, co doszło, nie wypełnia żadnego nowego okna i odpada przy zaokrągleniu w dół
fits = "tak, e"  # odpowiedź (tak / nie) i litera uzasadnienia, w cudzysłowie i oddzielone przecinkiem
