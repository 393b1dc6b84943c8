# Zestaw ćwiczeniowy, ziarno (seed) 2: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "2", "language": "pl"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "2", "parameters": {"x": [[3, 3, 0, 2, 0], [2, 1, 0, 3, 0], [0, 1, 1, 2, 2], [0, 2, 0, 0, 3], [2, 2, 3, 0, 0]], "w1": [[0, 0, 0], [0, 2, 1], [1, -1, 2]], "w2": [[0, 0, -1], [0, 2, 0], [-1, 1, 2]], "W": [[1, 1], [2, 0], [0, 2]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: 1d24ad32f81242e0

import numpy as np


# %% problem 1: Propagacja wsteczna przez konwolucję i globalny max pooling
# Zastąp każde ... swoją odpowiedzią: liczbą, wyrażeniem Pythona albo tekstem takim jak "1/2"; macierz to lista jej wierszy.

q1 = [[3, 7, 9], [1, 6, 12], [10, -1, 6]]
r1 = [[3, 7, 9], [1, 6, 12], [10, 0, 6]]
q2 = [[5, 2, 11], [4, -3, 10], [9, -1, -5]]
r2 = [[5, 2, 11], [4, 0, 10], [9, 0, 0]]
h = [12, 11]
s = [23, 24, 22]
p = ["e^23/(e^23+e^24+e^22)", "e^24/(e^23+e^24+e^22)", "e^22/(e^23+e^24+e^22)"]
L = "-ln(e/(e+e^2+1))"
ds = ["e/(e+e^2+1) - 1", "e^2/(e+e^2+1)", "1/(e+e^2+1)"]
a, b, c = -0.75527, 0.66524, 0.09003
dW = [[12 * a, 11 * a], [12 * b, 11 * b], [12 * c, 11 * c]]
g = 0.57521
dh = [g, -g]
dr1 = [[0] * 3, [0, 0, g], [0] * 3]
dr2 = [[0, 0, -g], [0] * 3, [0] * 3]
dq1 = [[0, 0, 0], [0, 0, g], [0, 0, 0]]
dq2 = [[0, 0, -g], [0, 0, 0], [0, 0, 0]]
dw1 = [[0, 3 * g, 0], [g, 2 * g, 2 * g], [0, 0, 3 * g]]
dw2 = [[0, -2 * g, 0], [0, -3 * g, 0], [-g, -2 * g, -2 * g]]
dx = [[0, 0, 0, 0, g], [0, 0, 0, -2 * g, 0], [0, 0, g, g, -g], [0, 0, g, -g, 2 * g], [0, 0, 0, 0, 0]]
w1_new = [[0, -0.3 * g, 0], [-0.1 * g, 2 - 0.2 * g, 1 - 0.2 * g], [1, -1, 2 - 0.3 * g]]
w2_new = [[0, 0.2 * g, -1], [0, 2 + 0.3 * g, 0], [-1 + 0.1 * g, 1 + 0.2 * g, 2 + 0.2 * g]]
h_new = [12 - 2.7 * g, 11 + 2.2 * g]
