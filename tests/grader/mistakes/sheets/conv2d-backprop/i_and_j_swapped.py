# %% Zestaw ćwiczeniowy, ziarno (seed) 513: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "513", "language": "pl"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "easy", "seed": "513", "draw": 1, "parameters": {"x": [[0, 0, 3, 2], [2, 2, 1, 3], [3, 1, 0, 1], [1, 0, 3, 0]], "w1": [[0, 0, -1], [0, 0, 0], [0, 0, 1]], "w2": [[0, -1, 1], [0, 0, 0], [0, 0, 0]], "W": [[-1, 2], [0, 1]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: d13acdde1788ab15

import numpy as np


# %% problem 1: Propagacja wsteczna przez konwolucję i globalny max pooling
# Zadanie 1. Zastąp każde ... swoją odpowiedzią: liczbą, wyrażeniem Pythona albo tekstem takim jak "1/2"; macierz to lista jej wierszy.

# Dane, gotowe do obliczeń:
x = np.array([[0, 0, 3, 2], [2, 2, 1, 3], [3, 1, 0, 1], [1, 0, 3, 0]])
w1 = np.array([[0, 0, -1], [0, 0, 0], [0, 0, 1]])
w2 = np.array([[0, -1, 1], [0, 0, 0], [0, 0, 0]])
W = np.array([[-1, 2], [0, 1]])
y = 1
rate = 1/10

q1 = [[-3, 0], [2, 0]]  # q₁: macierz 2 × 2, dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
r1 = [[0, 0], [2, 0]]  # r₁: macierz 2 × 2, dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
q2 = [[1, -1], [-2, -1]]  # q₂: macierz 2 × 2, dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
r2 = [[1, 0], [0, 0]]  # r₂: macierz 2 × 2, dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
h = [2, 1]  # wektor długości 2, dokładne wartości, np. 3 albo "1/2"
s = [0, 1]  # wektor długości 2, dokładne wartości, np. 3 albo "1/2"
p = [0.2689, 0.7311]  # wektor długości 2, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
L = 1.3133  # liczba dziesiętna (błąd najwyżej 0.005) albo wyrażenie
ds = [-0.7311, 0.7311]  # ∂L/∂s: wektor długości 2, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dW = [[-1.4621, -0.7311], [1.4621, 0.7311]]  # ∂L/∂W: macierz 2 × 2, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dh = [0.7311, -0.7311]  # ∂L/∂h: wektor długości 2, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dr1 = [[0, 0], [0.7311, 0]]  # ∂L/∂r₁: macierz 2 × 2, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dr2 = [[-0.7311, 0], [0, 0]]  # ∂L/∂r₂: macierz 2 × 2, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dq1 = [[0, 0], [0.7311, 0]]  # ∂L/∂q₁: macierz 2 × 2, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dq2 = [[-0.7311, 0], [0, 0]]  # ∂L/∂q₂: macierz 2 × 2, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dw1 = [[1.4621, 2.1932, 0.7311], [1.4621, 0.7311, 0], [0.7311, 0, 2.1932]]  # ∂L/∂w₁: macierz 3 × 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dw2 = [[0, -1.4621, -2.1932], [0, -1.4621, -0.7311], [-2.1932, -0.7311, 0]]  # ∂L/∂w₂: macierz 3 × 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dx = [[0, 0, 0, 0], [0.7311, 0, 0, 0], [-0.7311, 0, 0, 0], [-0.7311, 0, 0.7311, 0]]  # ∂L/∂x: macierz 4 × 4, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
w1_new = [[-0.1462, -0.2193, -1.0731], [-0.1462, -0.0731, 0], [-0.0731, 0, 0.7807]]  # w₁′: macierz 3 × 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
w2_new = [[0, -0.8538, 1.2193], [0, 0.1462, 0.0731], [0.2193, 0.0731, 0]]  # w₂′: macierz 3 × 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
h_new = [0, 3.047]  # h′: wektor długości 2, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
