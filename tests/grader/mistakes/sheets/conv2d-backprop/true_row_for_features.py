# %% List za vježbu, sjeme (seed) 233: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "233", "language": "hr"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "233", "draw": 1, "parameters": {"x": [[2, 3, 2, 3], [0, 0, 2, 3], [0, 2, 2, 1], [0, 3, 2, 2]], "w1": [[1, -1, -1], [0, 1, 1], [0, 0, 0]], "w2": [[1, 0, -1], [0, 1, 0], [2, -1, 0]], "W": [[0, 1], [-1, 2], [1, 0]], "y": 2, "rate": "1/10", "exact": false}}
# grader-checksum: 0203cdf3bd2ba7e0

import numpy as np


# %% problem 1: Unatražni prolaz kroz konvoluciju i globalno sažimanje maksimalnom vrijednošću
# Zadatak 1. Svaki ... zamijenite svojim odgovorom: brojem, izrazom u Pythonu ili tekstom poput "1/2"; matrica je lista svojih redaka.

# Podaci, spremni za računanje:
x = np.array([[2, 3, 2, 3], [0, 0, 2, 3], [0, 2, 2, 1], [0, 3, 2, 2]])
w1 = np.array([[1, -1, -1], [0, 1, 1], [0, 0, 0]])
w2 = np.array([[1, 0, -1], [0, 1, 0], [2, -1, 0]])
W = np.array([[0, 1], [-1, 2], [1, 0]])
y = 2
rate = 1/10

q1 = [[-1, 3], [2, -2]]  # q₁: matrica 2 × 2, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
r1 = [[0, 3], [2, 0]]  # r₁: matrica 2 × 2, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
q2 = [[-2, 4], [-3, 3]]  # q₂: matrica 2 × 2, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
r2 = [[0, 4], [0, 3]]  # r₂: matrica 2 × 2, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
h = [3, 4]  # vektor duljine 2, točne vrijednosti, npr. 3 ili "1/2"
s = [4, 5, 3]  # vektor duljine 3, točne vrijednosti, npr. 3 ili "1/2"
p = [0.2447, 0.6652, 0.09]  # vektor duljine 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
L = 0.4076  # decimalni broj (pogreška najviše 0.005) ili izraz
ds = [0.2447, -0.3348, 0.09]  # ∂L/∂s: vektor duljine 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dW = [[0.7342, 0.9789], [-1.0043, -1.339], [0.2701, 0.3601]]  # ∂L/∂W: matrica 3 × 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dh = [0.3348, -0.6695]  # ∂L/∂h: vektor duljine 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dr1 = [[0.0, 0.3348], [0.0, 0.0]]  # ∂L/∂r₁: matrica 2 × 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dr2 = [[0.0, -0.6695], [0.0, 0.0]]  # ∂L/∂r₂: matrica 2 × 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dq1 = [[0.0, 0.3348], [0.0, 0.0]]  # ∂L/∂q₁: matrica 2 × 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dq2 = [[0.0, -0.6695], [0.0, 0.0]]  # ∂L/∂q₂: matrica 2 × 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dw1 = [[1.0043, 0.6695, 1.0043], [0.0, 0.6695, 1.0043], [0.6695, 0.6695, 0.3348]]  # ∂L/∂w₁: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dw2 = [[-2.0086, -1.339, -2.0086], [0.0, -1.339, -2.0086], [-1.339, -1.339, -0.6695]]  # ∂L/∂w₂: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dx = [[0.0, -0.3348, -0.3348, 0.3348], [0.0, 0.0, -0.3348, 0.3348], [0.0, -1.339, 0.6695, 0.0], [0.0, 0.0, 0.0, 0.0]]  # ∂L/∂x: matrica 4 × 4, decimalni brojevi (pogreška najviše 0.005) ili izrazi
w1_new = [[0.8996, -1.067, -1.1004], [0.0, 0.933, 0.8996], [-0.067, -0.067, -0.0335]]  # w₁′: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
w2_new = [[1.2009, 0.1339, -0.7991], [0.0, 1.1339, 0.2009], [2.1339, -0.8661, 0.067]]  # w₂′: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
h_new = [1.5271, 6.9459]  # h′: vektor duljine 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
