# %% List za vježbu, sjeme (seed) 233: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "233", "language": "hr"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "233", "draw": 1, "parameters": {"x": [[2, 0, 1, 3, 3], [2, 1, 1, 2, 2], [1, 1, 0, 2, 2], [1, 3, 1, 0, 2], [2, 0, 3, 2, 0]], "w1": [[-1, 0, 0], [1, -1, -1], [0, 1, 0]], "w2": [[-1, -1, 0], [0, 1, 0], [-1, 0, 2]], "W": [[1, 0], [2, -1], [0, 1]], "y": 2, "rate": "1/10", "exact": false}}
# grader-checksum: 3a6c51cf9c697fef

import numpy as np


# %% problem 1: Unatražni prolaz kroz konvoluciju i globalno sažimanje maksimalnom vrijednošću
# Zadatak 1. Svaki ... zamijenite svojim odgovorom: brojem, izrazom u Pythonu ili tekstom poput "1/2"; matrica je lista svojih redaka.

# Podaci, spremni za računanje:
x = np.array([[2, 0, 1, 3, 3], [2, 1, 1, 2, 2], [1, 1, 0, 2, 2], [1, 3, 1, 0, 2], [2, 0, 3, 2, 0]])
w1 = np.array([[-1, 0, 0], [1, -1, -1], [0, 1, 0]])
w2 = np.array([[-1, -1, 0], [0, 1, 0], [-1, 0, 2]])
W = np.array([[1, 0], [2, -1], [0, 1]])
y = 2
rate = 1/10

q1 = [[-1, -2, -2], [1, -1, -5], [-4, 4, 1]]  # q₁: matrica 3 × 3, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
r1 = [[0, 0, 0], [1, 0, 0], [0, 4, 1]]  # r₁: matrica 3 × 3, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
q2 = [[-2, 3, 2], [-1, -5, 2], [5, 4, -5]]  # q₂: matrica 3 × 3, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
r2 = [[0, 3, 2], [0, 0, 2], [5, 4, 0]]  # r₂: matrica 3 × 3, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
h = [4, 5]  # vektor duljine 2, točne vrijednosti, npr. 3 ili "1/2"
s = [4, 3, 5]  # vektor duljine 3, točne vrijednosti, npr. 3 ili "1/2"
p = [0.2447, 0.09, 0.6652]  # vektor duljine 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
L = 2.4076  # decimalni broj (pogreška najviše 0.005) ili izraz
ds = [0.2447, -0.91, 0.6652]  # ∂L/∂s: vektor duljine 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dW = [[0.9789, 1.2236], [-3.6399, -4.5498], [2.661, 3.3262]]  # ∂L/∂W: matrica 3 × 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dh = [-1.5752, 1.5752]  # ∂L/∂h: vektor duljine 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dr1 = [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, -1.5752, 0.0]]  # ∂L/∂r₁: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dr2 = [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [1.5752, 0.0, 0.0]]  # ∂L/∂r₂: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dq1 = [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, -1.5752, 0.0]]  # ∂L/∂q₁: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dq2 = [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [1.5752, 0.0, 0.0]]  # ∂L/∂q₂: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dw1 = [[-1.5752, 0.0, -3.1504], [-4.7256, -1.5752, 0.0], [0.0, -4.7256, -3.1504]]  # ∂L/∂w₁: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dw2 = [[1.5752, 1.5752, 0.0], [1.5752, 4.7256, 1.5752], [3.1504, 0.0, 4.7256]]  # ∂L/∂w₂: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dx = [[0.0, 0.0, 0.0, 0.0, 0.0], [0.0, 0.0, 0.0, 0.0, 0.0], [1.5752, 0.0, 0.0, -3.1504, 0.0], [1.5752, 0.0, 0.0, 0.0, 0.0], [3.1504, 0.0, 0.0, -3.1504, 0.0]]  # ∂L/∂x: matrica 5 × 5, decimalni brojevi (pogreška najviše 0.005) ili izrazi
w1_new = [[-0.8425, 0.0, 0.315], [1.4726, -0.8425, -1.0], [0.0, 1.4726, 0.315]]  # w₁′: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
w2_new = [[-1.1575, -1.1575, 0.0], [-0.1575, 0.5274, -0.1575], [-1.315, 0.0, 1.5274]]  # w₂′: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
h_new = [8.4106, 1.9522]  # h′: vektor duljine 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
