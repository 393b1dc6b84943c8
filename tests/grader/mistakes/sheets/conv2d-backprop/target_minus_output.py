# %% Zestaw ćwiczeniowy, ziarno (seed) 777: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "777", "language": "pl"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "easy", "seed": "777", "draw": 1, "parameters": {"x": [[2, 1, 1, 2], [0, 3, 0, 0], [1, 2, 3, 2], [0, 0, 2, 0]], "w1": [[0, 0, 0], [-1, 1, 0], [0, 0, 0]], "w2": [[0, 0, 0], [1, 0, 0], [0, 0, -1]], "W": [[-1, 2], [0, 1]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: 30a4daf524ab0066

import numpy as np


# %% problem 1: Propagacja wsteczna przez konwolucję i globalny max pooling
# Zadanie 1. Zastąp każde ... swoją odpowiedzią: liczbą, wyrażeniem Pythona albo tekstem takim jak "1/2"; macierz to lista jej wierszy.

# Dane, gotowe do obliczeń:
x = np.array([[2, 1, 1, 2], [0, 3, 0, 0], [1, 2, 3, 2], [0, 0, 2, 0]])
w1 = np.array([[0, 0, 0], [-1, 1, 0], [0, 0, 0]])
w2 = np.array([[0, 0, 0], [1, 0, 0], [0, 0, -1]])
W = np.array([[-1, 2], [0, 1]])
y = 1
rate = 1/10

q1 = [[3, -3], [1, 1]]  # q₁: macierz 2 × 2, dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
r1 = [[3, 0], [1, 1]]  # r₁: macierz 2 × 2, dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
q2 = [[-3, 1], [-1, 2]]  # q₂: macierz 2 × 2, dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
r2 = [[0, 1], [0, 2]]  # r₂: macierz 2 × 2, dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
h = [3, 2]  # wektor długości 2, dokładne wartości, np. 3 albo "1/2"
s = [1, 2]  # wektor długości 2, dokładne wartości, np. 3 albo "1/2"
p = [0.2689, 0.7311]  # wektor długości 2, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
L = 1.3133  # liczba dziesiętna (błąd najwyżej 0.005) albo wyrażenie
ds = np.eye(2)[y - 1] - np.array(p)  # ∂L/∂s: wektor długości 2, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dW = np.outer(ds, h)  # ∂L/∂W: macierz 2 × 2, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dh = W.T @ ds  # ∂L/∂h: wektor długości 2, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dr1 = [[-0.7311, 0.0], [0.0, 0.0]]  # ∂L/∂r₁: macierz 2 × 2, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dr2 = [[0.0, 0.0], [0.0, 0.7311]]  # ∂L/∂r₂: macierz 2 × 2, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dq1 = [[-0.7311, 0.0], [0.0, 0.0]]  # ∂L/∂q₁: macierz 2 × 2, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dq2 = [[0.0, 0.0], [0.0, 0.7311]]  # ∂L/∂q₂: macierz 2 × 2, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dw1 = [[-1.4621, -0.7311, -0.7311], [0.0, -2.1932, 0.0], [-0.7311, -1.4621, -2.1932]]  # ∂L/∂w₁: macierz 3 × 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dw2 = [[2.1932, 0.0, 0.0], [1.4621, 2.1932, 1.4621], [0.0, 1.4621, 0.0]]  # ∂L/∂w₂: macierz 3 × 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dx = [[0.0, 0.0, 0.0, 0.0], [0.7311, -0.7311, 0.0, 0.0], [0.0, 0.7311, 0.0, 0.0], [0.0, 0.0, 0.0, -0.7311]]  # ∂L/∂x: macierz 4 × 4, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
w1_new = [[0.1462, 0.0731, 0.0731], [-1.0, 1.2193, 0.0], [0.0731, 0.1462, 0.2193]]  # w₁′: macierz 3 × 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
w2_new = [[-0.2193, 0.0, 0.0], [0.8538, -0.2193, -0.1462], [0.0, -0.1462, -1.0]]  # w₂′: macierz 3 × 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
h_new = [5.1201, 0.0]  # h′: wektor długości 2, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
