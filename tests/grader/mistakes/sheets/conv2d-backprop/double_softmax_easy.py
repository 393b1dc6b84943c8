# %% List za vježbu, sjeme (seed) 585: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "585", "language": "hr"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "easy", "seed": "585", "draw": 1, "parameters": {"x": [[0, 0, 1, 0], [2, 3, 3, 1], [2, 0, 0, 3], [0, 2, 0, 0]], "w1": [[0, 0, 1], [0, 0, -1], [0, 0, 0]], "w2": [[0, 0, 0], [0, 0, -1], [0, 1, 0]], "W": [[1, 0], [2, -1]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: 1c39bc67560c5224

import numpy as np


# %% problem 1: Unatražni prolaz kroz konvoluciju i globalno sažimanje maksimalnom vrijednošću
# Zadatak 1. Svaki ... zamijenite svojim odgovorom: brojem, izrazom u Pythonu ili tekstom poput "1/2"; matrica je lista svojih redaka.

# Podaci, spremni za računanje:
x = np.array([[0, 0, 1, 0], [2, 3, 3, 1], [2, 0, 0, 3], [0, 2, 0, 0]])
w1 = np.array([[0, 0, 1], [0, 0, -1], [0, 0, 0]])
w2 = np.array([[0, 0, 0], [0, 0, -1], [0, 1, 0]])
W = np.array([[1, 0], [2, -1]])
y = 1
rate = 1/10

q1 = np.array([[-2, -1], [3, -2]])  # q₁: matrica 2 × 2, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
r1 = np.array([[0, 0], [3, 0]])  # r₁: matrica 2 × 2, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
q2 = np.array([[-3, -1], [2, -3]])  # q₂: matrica 2 × 2, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
r2 = np.array([[0, 0], [2, 0]])  # r₂: matrica 2 × 2, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
h = np.array([3, 2])  # vektor duljine 2, točne vrijednosti, npr. 3 ili "1/2"
s = np.array([3, 4])  # vektor duljine 2, točne vrijednosti, npr. 3 ili "1/2"
p = np.array([0.268941, 0.731059])  # vektor duljine 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
L = 0.950666  # decimalni broj (pogreška najviše 0.005) ili izraz
ds = np.array([-0.241249, 0.241249])  # ∂L/∂s: vektor duljine 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dW = np.array([[-0.723748, -0.482499], [0.723748, 0.482499]])  # ∂L/∂W: matrica 2 × 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dh = np.array([0.241249, -0.241249])  # ∂L/∂h: vektor duljine 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dr1 = np.array([[0, 0], [0.241249, 0]])  # ∂L/∂r₁: matrica 2 × 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dr2 = np.array([[0, 0], [-0.241249, 0]])  # ∂L/∂r₂: matrica 2 × 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dq1 = np.array([[0, 0], [0.241249, 0]])  # ∂L/∂q₁: matrica 2 × 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dq2 = np.array([[0, 0], [-0.241249, 0]])  # ∂L/∂q₂: matrica 2 × 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dw1 = np.array([[0.482499, 0.723748, 0.723748], [0.482499, 0, 0], [0, 0.482499, 0]])  # ∂L/∂w₁: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dw2 = np.array([[-0.482499, -0.723748, -0.723748], [-0.482499, 0, 0], [0, -0.482499, 0]])  # ∂L/∂w₂: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dx = np.array([[0, 0, 0, 0], [0, 0, 0.241249, 0], [0, 0, 0, 0], [0, -0.241249, 0, 0]])  # ∂L/∂x: matrica 4 × 4, decimalni brojevi (pogreška najviše 0.005) ili izrazi
w1_new = np.array([[-0.04825, -0.072375, 0.927625], [-0.04825, 0, -1], [0, -0.04825, 0]])  # w₁′: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
w2_new = np.array([[0.04825, 0.072375, 0.072375], [0.04825, 0, -1], [0, 1.04825, 0]])  # w₂′: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
h_new = np.array([2.276252, 2.723748])  # h′: vektor duljine 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
