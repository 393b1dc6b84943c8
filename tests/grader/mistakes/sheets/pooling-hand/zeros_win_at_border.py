# %% Zestaw ćwiczeniowy, ziarno (seed) 777: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "777", "language": "pl"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "hard", "seed": "777", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[-6, 4, 0, 1, 8, -7], [-5, -8, -2, 1, 2, -2], [-3, 6, -4, -3, 5, -2], [-6, 4, 1, 6, 0, 2], [-7, 2, 3, 7, 3, 0]], "poolings": [{"name": "x_down", "kind": "max-down", "kernel": 3, "stride": 2}, {"name": "x_up", "kind": "max-up", "kernel": 3, "stride": 2}, {"name": "x_padded", "kind": "max-padded", "kernel": 3, "stride": 3, "padding": 1}, {"name": "x_counted", "kind": "mean-counted", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_inside", "kind": "mean-inside", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_grid_max", "kind": "grid-max", "grid": 4}, {"name": "x_grid_mean", "kind": "grid-mean", "grid": 3}]}], "layer": {"in_shape": [112, 39, 29], "rf_in": 14, "jump_in": 4, "kernel": 3, "stride": 3, "padding": 1, "ceil_mode": true, "next_kernel": 3, "asked": ["shape", "rf", "rf_next"]}, "head": null, "resized": {"in_shape": [7, 33, 18], "other_shape": [7, 36, 20], "kernel": 3}}}
# grader-checksum: e6069f6ec437b1c0

import numpy as np


# %% problem 1: Pooling cech
# Zadanie 1. Zastąp każde ... swoją odpowiedzią: liczbą, wyrażeniem Pythona albo tekstem takim jak "1/2"; macierz to lista jej wierszy.

# Dane, gotowe do obliczeń:
x = np.array([[-6, 4, 0, 1, 8, -7], [-5, -8, -2, 1, 2, -2], [-3, 6, -4, -3, 5, -2], [-6, 4, 1, 6, 0, 2], [-7, 2, 3, 7, 3, 0]])
rf_in = 14
jump_in = 4
in_shape = (112, 39, 29)

x_down = [[6, 8], [6, 7]]  # liczba, wektor, macierz albo tensor, dokładne wartości, np. 3 albo "1/2"; rozmiar jest częścią pytania; punktowany każdy element z osobna
x_up = [[6, 8, 8], [6, 7, 5]]  # liczba, wektor, macierz albo tensor, dokładne wartości, np. 3 albo "1/2"; rozmiar jest częścią pytania; punktowany każdy element z osobna
x_padded = [[4, 8, 0], [6, 7, 2]]  # liczba, wektor, macierz albo tensor, dokładne wartości, np. 3 albo "1/2"; rozmiar jest częścią pytania; punktowany każdy element z osobna
x_counted = [["-3/2", 1, "9/4", "-7/4"], [-2, -2, "5/4", -1], ["-13/4", "5/2", 4, "1/2"]]  # macierz 3 × 4, dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
x_inside = [[-6, 2, "9/2", -7], [-4, -2, "5/4", -2], ["-13/2", "5/2", 4, 1]]  # macierz 3 × 4, dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
x_grid_max = [[4, 4, 8, 8], [6, 6, 5, 5], [6, 6, 6, 5], [4, 4, 7, 3]]  # macierz 4 × 4, dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
x_grid_mean = [["-15/4", 0, "1/4"], [-2, "-1/6", "5/6"], ["-7/4", "17/4", "5/4"]]  # macierz 3 × 3, dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
shape = (112, 14, 10)  # kształt (kanały, wysokość, szerokość)
rf = 22  # liczba całkowita, px
rf_next = 46  # liczba całkowita, px
# a) pooling nie ma parametrów, więc może po nim następować dowolna warstwa
# b) liczba obszarów, a więc i długość wektora, pozostaje taka sama
# c) wektor ma inną długość
# d) we wszystkich miejscach używa tych samych wag
# e) to, co doszło, nie wypełnia żadnego nowego okna i odpada przy zaokrągleniu w dół
fits = "nie, c"  # odpowiedź (tak / nie) i litera uzasadnienia, w cudzysłowie i oddzielone przecinkiem
