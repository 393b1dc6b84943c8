# %% Zestaw ćwiczeniowy, ziarno (seed) 777: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "777", "language": "pl"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "standard", "seed": "777", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[[9, -1, 1], [5, -5, 1], [-2, 1, 8], [4, 0, 8]], [[9, 1, 3], [2, 3, 2], [5, 9, 3], [-4, -2, -2]], [[-2, 0, -2], [3, -2, 2], [6, 2, -2], [5, -1, -1]]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 1}, {"name": "x_across", "kind": "across-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}, {"name": "t", "cells": [[-4, -1, -5, -2, 0, 2, 1], [-1, 4, 7, 3, -2, 1, -5]], "poolings": [{"name": "t_mean", "kind": "mean-of-rows", "kernel": 3, "stride": 2}, {"name": "t_kmax", "kind": "k-max-of-rows", "k": 3}]}], "layer": {"in_shape": [80, 44, 50], "rf_in": 6, "jump_in": 4, "kernel": 2, "stride": 2, "padding": 0, "ceil_mode": false, "next_kernel": 3, "asked": ["shape", "rf", "jump", "rf_next"]}, "head": {"follows": "global", "features": 20, "size": 3}, "resized": null}}
# grader-checksum: 2a9ec2d54e398998

import numpy as np


# %% problem 1: Pooling cech
# Zadanie 1. Zastąp każde ... swoją odpowiedzią: liczbą, wyrażeniem Pythona albo tekstem takim jak "1/2"; macierz to lista jej wierszy.

# Dane, gotowe do obliczeń:
x = np.array([[[9, -1, 1], [5, -5, 1], [-2, 1, 8], [4, 0, 8]], [[9, 1, 3], [2, 3, 2], [5, 9, 3], [-4, -2, -2]], [[-2, 0, -2], [3, -2, 2], [6, 2, -2], [5, -1, -1]]])
t = np.array([[-4, -1, -5, -2, 0, 2, 1], [-1, 4, 7, 3, -2, 1, -5]])
rf_in = 6
jump_in = 4
in_shape = (80, 44, 50)

x_max = [[[9, 1], [5, 8], [4, 8]], [[9, 3], [9, 9], [9, 9]], [[3, 2], [6, 2], [6, 2]]]  # tensor 3 × 3 × 2 (zagnieżdżone listy), dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
x_across = [[9, 1, 3], [5, 3, 2], [6, 9, 8], [5, 0, 8]]  # macierz 4 × 3, dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
x_global_mean = ["29/12", "29/12", "2/3"]  # wektor długości 3, dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
t_mean = [["-10/3", "-7/3", 1], ["10/3", "8/3", -2]]  # macierz 2 × 3, dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
t_kmax = [[2, 1, 0], [7, 4, 3]]  # macierz 2 × 3, dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
shape = (80, 22, 25)  # kształt (kanały, wysokość, szerokość)
rf = 10  # liczba całkowita, px
jump = 8  # liczba całkowita, px
rf_next = 26  # liczba całkowita, px
# a) ma osobną wagę dla każdej wartości spłaszczonych map
# b) we wszystkich miejscach używa tych samych wag
# c) warstwa poolingu ma własne wagi, których by zabrakło
# d) pooling zmniejsza liczbę map
# e) z każdej mapy dostaje jedną wartość, niezależnie od jej rozmiaru
more = "nie, e"  # odpowiedź (tak / nie) i litera uzasadnienia, w cudzysłowie i oddzielone przecinkiem
