# List za vježbu, sjeme (seed) 9: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "9", "language": "hr"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "9", "parameters": {"x": [[2, 3, 3, 0, 0], [3, 2, 1, 0, 0], [3, 1, 0, 3, 2], [3, 0, 0, 1, 3], [3, 3, 3, 2, 1]], "w1": [[0, -1, 0], [0, 1, -1], [-1, 1, 0]], "w2": [[-1, 1, 1], [0, -1, 0], [0, -1, 0]], "W": [[1, 0], [0, 2], [0, 1]], "y": 3, "rate": "1/10", "exact": false}}
# grader-checksum: 7d8446e0c462c877

import numpy as np


# %% problem 1: Unatražni prolaz kroz konvoluciju i globalno sažimanje maksimalnom vrijednošću
# Svaki ... zamijenite svojim odgovorom: brojem, izrazom u Pythonu ili tekstom poput "1/2"; matrica je lista svojih redaka.

q1 = [[-4, -3, 3], [-4, -4, 2], [-1, -1, -6]]
r1 = [[0, 0, 3], [0, 0, 2], [0, 0, 0]]
q2 = [[1, -1, -6], [-1, -1, -5], [-5, -1, 2]]
r2 = [[1, 0, 0], [0, 0, 0], [0, 0, 2]]
h = [3, 2]
s = [1*3 + 0*2, 0*3 + 2*2, 0*3 + 1*2]
Z = np.exp(3) + np.exp(4) + np.exp(2)
p = [np.exp(3)/Z, np.exp(4)/Z, np.exp(2)/Z]
L = -np.log(p[2])
ds = [p[0], p[1], p[2] - 1]
dW = [[3*d, 2*d] for d in ds]
g1 = ds[0]
g2 = 2*ds[1] + ds[2]
dh = [g1, g2]
dr1 = [[0, 0, g1], [0, 0, 0], [0, 0, 0]]
dr2 = [[0, 0, 0], [0, 0, 0], [0, 0, g2]]
dq1 = dr1
dq2 = dr2
# okna ulaza na mjestu maksimuma
dw1 = g1 * np.array([[3, 0, 0], [1, 0, 0], [0, 3, 2]])
dw2 = g2 * np.array([[0, 3, 2], [0, 1, 3], [3, 2, 1]])
dx = np.zeros((5, 5))
dx[0:3, 2:5] += g1 * np.array([[0, -1, 0], [0, 1, -1], [-1, 1, 0]])
dx[2:5, 2:5] += g2 * np.array([[-1, 1, 1], [0, -1, 0], [0, -1, 0]])
w1_new = np.array([[0, -1, 0], [0, 1, -1], [-1, 1, 0]]) - 0.1 * dw1
w2_new = np.array([[-1, 1, 1], [0, -1, 0], [0, -1, 0]]) - 0.1 * dw2
X = np.array([[2, 3, 3, 0, 0], [3, 2, 1, 0, 0], [3, 1, 0, 3, 2], [3, 0, 0, 1, 3], [3, 3, 3, 2, 1]])
from numpy.lib.stride_tricks import sliding_window_view as okna
nove = [np.tensordot(okna(X, (3, 3)), w, axes=2) for w in (w1_new, w2_new)]
h_new = [max(0, n.max()) for n in nove]
