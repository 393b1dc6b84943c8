# %% List za vježbu, sjeme (seed) 525: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "525", "language": "hr"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "525", "draw": 1, "parameters": {"x": [[0, 0, 0, 1], [0, 0, 0, 2], [0, 1, 3, 0], [2, 2, 0, 2]], "w1": [[0, 0, 1], [-1, 0, 1], [-1, 0, -1]], "w2": [[1, 0, 0], [0, 1, 0], [-1, -1, 1]], "W": [[1, 1], [-1, 2], [0, 2]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: 58567279d8a1f6e6

import numpy as np


# %% problem 1: Unatražni prolaz kroz konvoluciju i globalno sažimanje maksimalnom vrijednošću
# Zadatak 1. Svaki ... zamijenite svojim odgovorom: brojem, izrazom u Pythonu ili tekstom poput "1/2"; matrica je lista svojih redaka.

# Podaci, spremni za računanje:
x = np.array([[0, 0, 0, 1], [0, 0, 0, 2], [0, 1, 3, 0], [2, 2, 0, 2]])
w1 = np.array([[0, 0, 1], [-1, 0, 1], [-1, 0, -1]])
w2 = np.array([[1, 0, 0], [0, 1, 0], [-1, -1, 1]])
W = np.array([[1, 1], [-1, 2], [0, 2]])
y = 1
rate = 1/10

q1 = [[-3, 2], [1, -3]]  # q₁: matrica 2 × 2, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
r1 = [[0, 2], [1, 0]]  # r₁: matrica 2 × 2, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
q2 = [[2, -4], [-3, 3]]  # q₂: matrica 2 × 2, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
r2 = [[2, 0], [0, 3]]  # r₂: matrica 2 × 2, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
h = [2, 3]  # vektor duljine 2, točne vrijednosti, npr. 3 ili "1/2"
s = [5, 4, 6]  # vektor duljine 3, točne vrijednosti, npr. 3 ili "1/2"
p = [0.2447, 0.09, 0.6652]  # vektor duljine 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
L = 2.5963  # decimalni broj (pogreška najviše 0.005) ili izraz
ds = [-0.7553, 0.09, 0.6652]  # ∂L/∂s: vektor duljine 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dW = [[-1.5105, -2.2658], [0.1801, 0.2701], [1.3305, 1.9957]]  # ∂L/∂W: matrica 3 × 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dh = [-0.8453, 0.7553]  # ∂L/∂h: vektor duljine 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dr1 = [[0, -0.8453], [0, 0]]  # ∂L/∂r₁: matrica 2 × 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dr2 = [[0, 0], [0, 0.7553]]  # ∂L/∂r₂: matrica 2 × 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dq1 = [[0, -0.8453], [0, 0]]  # ∂L/∂q₁: matrica 2 × 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dq2 = [[0, 0], [0, 0.7553]]  # ∂L/∂q₂: matrica 2 × 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dw1 = [[0, 0, -0.8453], [0, 0, -1.6906], [-0.8453, -2.5359, 0]]  # ∂L/∂w₁: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dw2 = [[0, 0, 1.5105], [0.7553, 2.2658, 0], [1.5105, 0, 1.5105]]  # ∂L/∂w₂: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dx = [[0, 0, 0, -0.8453], [0, 1.6006, 0, -0.8453], [0, 0.8453, 0.7553, 0.8453], [0, -0.7553, -0.7553, 0.7553]]  # ∂L/∂x: matrica 4 × 4, decimalni brojevi (pogreška najviše 0.005) ili izrazi
w1_new = [[0, 0, 1.0845], [-1, 0, 1.1691], [-0.9155, 0.2536, -1]]  # w₁′: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
w2_new = [[1, 0, -0.1511], [-0.0755, 0.7734, 0], [-1.1511, -1, 0.8489]]  # w₂′: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
h_new = [3.268, 1.5468]  # h′: vektor duljine 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
