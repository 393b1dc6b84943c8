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
p = np.array(s) / np.sum(s)  # vektor duljine 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
L = -np.log(p[y - 1])  # decimalni broj (pogreška najviše 0.005) ili izraz
ds = [0.3333, -0.75, 0.4167]  # ∂L/∂s: vektor duljine 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dW = [[1.3333, 1.6667], [-3.0, -3.75], [1.6667, 2.0833]]  # ∂L/∂W: matrica 3 × 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dh = [-1.1667, 1.1667]  # ∂L/∂h: vektor duljine 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dr1 = [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, -1.1667, 0.0]]  # ∂L/∂r₁: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dr2 = [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [1.1667, 0.0, 0.0]]  # ∂L/∂r₂: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dq1 = [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, -1.1667, 0.0]]  # ∂L/∂q₁: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dq2 = [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [1.1667, 0.0, 0.0]]  # ∂L/∂q₂: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dw1 = [[-1.1667, 0.0, -2.3333], [-3.5, -1.1667, 0.0], [0.0, -3.5, -2.3333]]  # ∂L/∂w₁: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dw2 = [[1.1667, 1.1667, 0.0], [1.1667, 3.5, 1.1667], [2.3333, 0.0, 3.5]]  # ∂L/∂w₂: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dx = [[0.0, 0.0, 0.0, 0.0, 0.0], [0.0, 0.0, 0.0, 0.0, 0.0], [-1.1667, 0.0, 0.0, 0.0, 0.0], [0.0, 0.0, 1.1667, 1.1667, 0.0], [-1.1667, 0.0, 1.1667, 0.0, 0.0]]  # ∂L/∂x: matrica 5 × 5, decimalni brojevi (pogreška najviše 0.005) ili izrazi
w1_new = [[-0.8833, 0.0, 0.2333], [1.35, -0.8833, -1.0], [0.0, 1.35, 0.2333]]  # w₁′: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
w2_new = [[-1.1167, -1.1167, 0.0], [-0.1167, 0.65, -0.1167], [-1.2333, 0.0, 1.65]]  # w₂′: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
h_new = [7.2667, 2.4833]  # h′: vektor duljine 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
