# %% Zestaw ćwiczeniowy, ziarno (seed) 777: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "777", "language": "pl"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "777", "draw": 1, "parameters": {"x": [[2, 0, 2, 2], [0, 2, 0, 3], [3, 3, 0, 3], [1, 3, 1, 2]], "w1": [[-1, 1, 0], [1, -1, 0], [0, 0, 2]], "w2": [[-1, -1, 0], [2, 0, 1], [0, 0, 1]], "W": [[-1, 2], [0, 1], [1, 0]], "y": 3, "rate": "1/10", "exact": false}}
# grader-checksum: ca3a23883995ff45

import numpy as np


# %% problem 1: Propagacja wsteczna przez konwolucję i globalny max pooling
# Zadanie 1. Zastąp każde ... swoją odpowiedzią: liczbą, wyrażeniem Pythona albo tekstem takim jak "1/2"; macierz to lista jej wierszy.

# Dane, gotowe do obliczeń:
x = np.array([[2, 0, 2, 2], [0, 2, 0, 3], [3, 3, 0, 3], [1, 3, 1, 2]])
w1 = np.array([[-1, 1, 0], [1, -1, 0], [0, 0, 2]])
w2 = np.array([[-1, -1, 0], [2, 0, 1], [0, 0, 1]])
W = np.array([[-1, 2], [0, 1], [1, 0]])
y = 3
rate = 1/10

q1 = [[-4, 10], [4, 5]]  # q₁: macierz 2 × 2, dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
r1 = [[0, 10], [4, 5]]  # r₁: macierz 2 × 2, dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
q2 = [[-2, 8], [5, 9]]  # q₂: macierz 2 × 2, dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
r2 = [[0, 8], [5, 9]]  # r₂: macierz 2 × 2, dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
h = [10, 9]  # wektor długości 2, dokładne wartości, np. 3 albo "1/2"
s = [8, 9, 10]  # wektor długości 3, dokładne wartości, np. 3 albo "1/2"
p = [0.09, 0.2447, 0.6652]  # wektor długości 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
L = -0.4076  # liczba dziesiętna (błąd najwyżej 0.005) albo wyrażenie
ds = [0.09, 0.2447, -0.3348]  # ∂L/∂s: wektor długości 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dW = [[0.9003, 0.8103], [2.4473, 2.2026], [-3.3476, -3.0128]]  # ∂L/∂W: macierz 3 × 2, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dh = [-0.4248, 0.4248]  # ∂L/∂h: wektor długości 2, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dr1 = [[0.0, -0.4248], [0.0, 0.0]]  # ∂L/∂r₁: macierz 2 × 2, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dr2 = [[0.0, 0.0], [0.0, 0.4248]]  # ∂L/∂r₂: macierz 2 × 2, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dq1 = [[0.0, -0.4248], [0.0, 0.0]]  # ∂L/∂q₁: macierz 2 × 2, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dq2 = [[0.0, 0.0], [0.0, 0.4248]]  # ∂L/∂q₂: macierz 2 × 2, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dw1 = [[0.0, -0.8496, -0.8496], [-0.8496, 0.0, -1.2744], [-1.2744, 0.0, -1.2744]]  # ∂L/∂w₁: macierz 3 × 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dw2 = [[0.8496, 0.0, 1.2744], [1.2744, 0.0, 1.2744], [1.2744, 0.4248, 0.8496]]  # ∂L/∂w₂: macierz 3 × 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dx = [[0.0, 0.4248, -0.4248, 0.0], [0.0, -0.8496, 0.0, 0.0], [0.0, 0.8496, 0.0, -0.4248], [0.0, 0.0, 0.0, 0.4248]]  # ∂L/∂x: macierz 4 × 4, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
w1_new = [[-1.0, 1.085, 0.085], [1.085, -1.0, 0.1274], [0.1274, 0.0, 2.1274]]  # w₁′: macierz 3 × 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
w2_new = [[-1.085, -1.0, -0.1274], [1.8726, 0.0, 0.8726], [-0.1274, -0.0425, 0.915]]  # w₂′: macierz 3 × 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
h_new = [11.6567, 7.0884]  # h′: wektor długości 2, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
