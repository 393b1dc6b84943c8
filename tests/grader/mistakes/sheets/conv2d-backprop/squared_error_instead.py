# %% Zestaw ćwiczeniowy, ziarno (seed) 588: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "588", "language": "pl"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "588", "draw": 1, "parameters": {"x": [[1, 0, 3, 2, 0], [3, 1, 3, 2, 3], [3, 1, 1, 3, 2], [2, 0, 1, 3, 3], [0, 1, 0, 3, 1]], "w1": [[0, 0, 0], [1, -1, -1], [1, 0, 2]], "w2": [[0, -1, 1], [0, 0, 0], [-1, 2, -1]], "W": [[1, 1], [0, 2], [2, 0]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: 89fd15e6381d3a7b

import numpy as np


# %% problem 1: Propagacja wsteczna przez konwolucję i globalny max pooling
# Zadanie 1. Zastąp każde ... swoją odpowiedzią: liczbą, wyrażeniem Pythona albo tekstem takim jak "1/2"; macierz to lista jej wierszy.

# Dane, gotowe do obliczeń:
x = np.array([[1, 0, 3, 2, 0], [3, 1, 3, 2, 3], [3, 1, 1, 3, 2], [2, 0, 1, 3, 3], [0, 1, 0, 3, 1]])
w1 = np.array([[0, 0, 0], [1, -1, -1], [1, 0, 2]])
w2 = np.array([[0, -1, 1], [0, 0, 0], [-1, 2, -1]])
W = np.array([[1, 1], [0, 2], [2, 0]])
y = 1
rate = 1/10

q1 = [[4, 3, 3], [5, 3, 3], [1, 3, -3]]  # q₁: macierz 3 × 3, dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
r1 = [[4, 3, 3], [5, 3, 3], [1, 3, 0]]  # r₁: macierz 3 × 3, dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
q2 = [[1, -3, 1], [-1, -2, 3], [2, -2, 4]]  # q₂: macierz 3 × 3, dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
r2 = [[1, 0, 1], [0, 0, 3], [2, 0, 4]]  # r₂: macierz 3 × 3, dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
h = [5, 4]  # wektor długości 2, dokładne wartości, np. 3 albo "1/2"
s = [9, 8, 10]  # wektor długości 3, dokładne wartości, np. 3 albo "1/2"
p = [0.2447, 0.09, 0.6652]  # wektor długości 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
L = 1.0211  # liczba dziesiętna (błąd najwyżej 0.005) albo wyrażenie
ds = [-0.4998, -0.0317, 0.5314]  # ∂L/∂s: wektor długości 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dW = [[-2.4989, -1.9991], [-0.1583, -0.1266], [2.6571, 2.1257]]  # ∂L/∂W: macierz 3 × 2, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dh = [0.5631, -0.5631]  # ∂L/∂h: wektor długości 2, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dr1 = [[0, 0, 0], [0.5631, 0, 0], [0, 0, 0]]  # ∂L/∂r₁: macierz 3 × 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dr2 = [[0, 0, 0], [0, 0, 0], [0, 0, -0.5631]]  # ∂L/∂r₂: macierz 3 × 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dq1 = [[0, 0, 0], [0.5631, 0, 0], [0, 0, 0]]  # ∂L/∂q₁: macierz 3 × 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dq2 = [[0, 0, 0], [0, 0, 0], [0, 0, -0.5631]]  # ∂L/∂q₂: macierz 3 × 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dw1 = [[1.6892, 0.5631, 1.6892], [1.6892, 0.5631, 0.5631], [1.1262, 0, 0.5631]]  # ∂L/∂w₁: macierz 3 × 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dw2 = [[-0.5631, -1.6892, -1.1262], [-0.5631, -1.6892, -1.6892], [0, -1.6892, -0.5631]]  # ∂L/∂w₂: macierz 3 × 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dx = [[0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0.5631, -0.5631, -0.5631, 0.5631, -0.5631], [0.5631, 0, 1.1262, 0, 0], [0, 0, 0.5631, -1.1262, 0.5631]]  # ∂L/∂x: macierz 5 × 5, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
w1_new = [[-0.1689, -0.0563, -0.1689], [0.8311, -1.0563, -1.0563], [0.8874, 0, 1.9437]]  # w₁′: macierz 3 × 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
w2_new = [[0.0563, -0.8311, 1.1126], [0.0563, 0.1689, 0.1689], [-1, 2.1689, -0.9437]]  # w₂′: macierz 3 × 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
h_new = [3.0292, 6.4213]  # h′: wektor długości 2, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
