# %% Zestaw ćwiczeniowy, ziarno (seed) 580: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "580", "language": "pl"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "580", "draw": 1, "parameters": {"x": [[3, 1, 0, 2, 2], [0, 2, 0, 1, 2], [2, 2, 0, 1, 3], [0, 0, 2, 2, 0], [1, 0, 3, 1, 1]], "w1": [[0, 1, -1], [0, 0, 2], [0, -1, 1]], "w2": [[1, 2, 0], [2, 0, 0], [-1, -1, 0]], "W": [[2, 0], [1, 1], [0, 2]], "y": 2, "rate": "1/10", "exact": false}}
# grader-checksum: 24148db0b82df364

import numpy as np


# %% problem 1: Propagacja wsteczna przez konwolucję i globalny max pooling
# Zadanie 1. Zastąp każde ... swoją odpowiedzią: liczbą, wyrażeniem Pythona albo tekstem takim jak "1/2"; macierz to lista jej wierszy.

# Dane, gotowe do obliczeń:
x = np.array([[3, 1, 0, 2, 2], [0, 2, 0, 1, 2], [2, 2, 0, 1, 3], [0, 0, 2, 2, 0], [1, 0, 3, 1, 1]])
w1 = np.array([[0, 1, -1], [0, 0, 2], [0, -1, 1]])
w2 = np.array([[1, 2, 0], [2, 0, 0], [-1, -1, 0]])
W = np.array([[2, 0], [1, 1], [0, 2]])
y = 2
rate = 1/10

def slide(a, b):
    k = len(b)
    m = len(a) - k + 1
    return np.array([[(a[r:r + k, c:c + k] * b).sum() for c in range(m)] for r in range(m)])


q1 = slide(x, w1)  # q₁: macierz 3 × 3, dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
r1 = q1 * (q1 > 0)  # r₁: macierz 3 × 3, dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
q2 = slide(x, w2)  # q₂: macierz 3 × 3, dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
r2 = q2 * (q2 > 0)  # r₂: macierz 3 × 3, dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
h = [r1.max(), r2.max()]  # wektor długości 2, dokładne wartości, np. 3 albo "1/2"
s = W.dot(h)  # wektor długości 3, dokładne wartości, np. 3 albo "1/2"
e = np.exp(s - s.max())
p = e / e.sum()  # wektor długości 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
L = -np.log(p[y - 1])  # liczba dziesiętna (błąd najwyżej 0.005) albo wyrażenie
ds = p.copy()  # ∂L/∂s: wektor długości 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
ds[y - 1] -= 1
dW = ds[:, None] * np.array(h)[None, :]  # ∂L/∂W: macierz 3 × 2, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dh = ds.dot(W)  # ∂L/∂h: wektor długości 2, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
# where the maxima are
i1, j1 = np.unravel_index(r1.argmax(), r1.shape)
i2, j2 = np.unravel_index(r2.argmax(), r2.shape)
dr1 = np.zeros(r1.shape)  # ∂L/∂r₁: macierz 3 × 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dr1[i1, j1] = dh[0]
dr2 = np.zeros(r2.shape)  # ∂L/∂r₂: macierz 3 × 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dr2[i2, j2] = dh[0]
dq1 = np.where(q1 > 0, dr1, 0)  # ∂L/∂q₁: macierz 3 × 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dq2 = np.where(q2 > 0, dr2, 0)  # ∂L/∂q₂: macierz 3 × 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dw1 = slide(x, dq1)  # ∂L/∂w₁: macierz 3 × 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dw2 = slide(x, dq2)  # ∂L/∂w₂: macierz 3 × 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dx = np.zeros(x.shape)  # ∂L/∂x: macierz 5 × 5, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dx[i1:i1 + 3, j1:j1 + 3] += dq1[i1, j1] * w1
dx[i2:i2 + 3, j2:j2 + 3] += dq2[i2, j2] * w2
w1_new = w1 - rate * dw1  # w₁′: macierz 3 × 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
w2_new = w2 - rate * dw2  # w₂′: macierz 3 × 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
h_new = [max(0, slide(x, w1_new).max()), max(0, slide(x, w2_new).max())]  # h′: wektor długości 2, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
