# %% Zestaw ćwiczeniowy, ziarno (seed) 777: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "777", "language": "pl"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "777", "draw": 1, "parameters": {"x": [[0, 2, 1, 3, 0], [1, 0, 3, 2, 3], [3, 0, 3, 2, 0], [3, 3, 0, 3, 0], [1, 1, 2, 1, 1]], "w1": [[2, 0, 0], [-1, 0, -1], [1, 0, 2]], "w2": [[2, 0, 1], [0, 0, 0], [-1, -1, 2]], "W": [[1, 1], [0, 2], [2, 0]], "y": 3, "rate": "1/10", "exact": false}}
# grader-checksum: 173e0d0aa686b72a

import numpy as np


# %% problem 1: Propagacja wsteczna przez konwolucję i globalny max pooling
# Zadanie 1. Zastąp każde ... swoją odpowiedzią: liczbą, wyrażeniem Pythona albo tekstem takim jak "1/2"; macierz to lista jej wierszy.

# Dane, gotowe do obliczeń:
x = np.array([[0, 2, 1, 3, 0], [1, 0, 3, 2, 3], [3, 0, 3, 2, 0], [3, 3, 0, 3, 0], [1, 1, 2, 1, 1]])
w1 = np.array([[2, 0, 0], [-1, 0, -1], [1, 0, 2]])
w2 = np.array([[2, 0, 1], [0, 0, 0], [-1, -1, 2]])
W = np.array([[1, 1], [0, 2], [2, 0]])
y = 3
rate = 1/10

q1 = [[5, 6, -1], [-1, 7, 3], [8, -3, 10]]  # q₁: macierz 3 × 3, dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
r1 = [[5, 6, 0], [0, 7, 3], [8, 0, 10]]  # r₁: macierz 3 × 3, dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
q2 = [[4, 8, -3], [-1, 5, 6], [11, 1, 5]]  # q₂: macierz 3 × 3, dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
r2 = [[4, 8, 0], [0, 5, 6], [11, 1, 5]]  # r₂: macierz 3 × 3, dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
h = [10, 11]  # wektor długości 2, dokładne wartości, np. 3 albo "1/2"
s = [21, 22, 20]  # wektor długości 3, dokładne wartości, np. 3 albo "1/2"
p = np.exp(s) / np.exp(s).sum()  # wektor długości 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
L = -np.log(p).sum()  # liczba dziesiętna (błąd najwyżej 0.005) albo wyrażenie
ds = [0.2447, 0.6652, -0.91]  # ∂L/∂s: wektor długości 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dW = [[2.4473, 2.692], [6.6524, 7.3177], [-9.0997, -10.0097]]  # ∂L/∂W: macierz 3 × 2, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dh = [-1.5752, 1.5752]  # ∂L/∂h: wektor długości 2, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dr1 = [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, -1.5752]]  # ∂L/∂r₁: macierz 3 × 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dr2 = [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [1.5752, 0.0, 0.0]]  # ∂L/∂r₂: macierz 3 × 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dq1 = [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, -1.5752]]  # ∂L/∂q₁: macierz 3 × 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dq2 = [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [1.5752, 0.0, 0.0]]  # ∂L/∂q₂: macierz 3 × 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dw1 = [[-4.7256, -3.1504, 0.0], [0.0, -4.7256, 0.0], [-3.1504, -1.5752, -1.5752]]  # ∂L/∂w₁: macierz 3 × 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dw2 = [[4.7256, 0.0, 4.7256], [4.7256, 4.7256, 0.0], [1.5752, 1.5752, 3.1504]]  # ∂L/∂w₂: macierz 3 × 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dx = [[0.0, 0.0, 0.0, 0.0, 0.0], [0.0, 0.0, 0.0, 0.0, 0.0], [3.1504, 0.0, -1.5752, 0.0, 0.0], [0.0, 0.0, 1.5752, 0.0, 1.5752], [-1.5752, -1.5752, 1.5752, 0.0, -3.1504]]  # ∂L/∂x: macierz 5 × 5, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
w1_new = [[2.4726, 0.315, 0.0], [-1.0, 0.4726, -1.0], [1.315, 0.1575, 2.1575]]  # w₁′: macierz 3 × 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
w2_new = [[1.5274, 0.0, 0.5274], [-0.4726, -0.4726, 0.0], [-1.1575, -1.1575, 1.685]]  # w₂′: macierz 3 × 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
h_new = [14.4106, 4.3841]  # h′: wektor długości 2, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
