# %% List za vježbu, sjeme (seed) 233: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "233", "language": "hr"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "easy", "seed": "233", "draw": 1, "parameters": {"x": [[3, 2, 3, 0], [0, 1, 1, 0], [1, 0, 2, 3], [0, 0, 0, 2]], "w1": [[0, 1, 0], [0, -1, 0], [0, 0, 0]], "w2": [[0, 0, 0], [1, 0, -1], [0, 0, 0]], "W": [[0, 1], [1, 0]], "y": 2, "rate": "1/10", "exact": false}}
# grader-checksum: 03d687046ec8b581

import numpy as np


# %% problem 1: Unatražni prolaz kroz konvoluciju i globalno sažimanje maksimalnom vrijednošću
# Zadatak 1. Svaki ... zamijenite svojim odgovorom: brojem, izrazom u Pythonu ili tekstom poput "1/2"; matrica je lista svojih redaka.

# Podaci, spremni za računanje:
x = np.array([[3, 2, 3, 0], [0, 1, 1, 0], [1, 0, 2, 3], [0, 0, 0, 2]])
w1 = np.array([[0, 1, 0], [0, -1, 0], [0, 0, 0]])
w2 = np.array([[0, 0, 0], [1, 0, -1], [0, 0, 0]])
W = np.array([[0, 1], [1, 0]])
y = 2
rate = 1/10

q1 = [[1, 2], [1, -1]]  # q₁: matrica 2 × 2, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
r1 = [[1, 2], [1, 0]]  # r₁: matrica 2 × 2, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
q2 = [[-1, 1], [-1, -3]]  # q₂: matrica 2 × 2, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
r2 = [[0, 1], [0, 0]]  # r₂: matrica 2 × 2, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
h = [1, "1/4"]  # vektor duljine 2, točne vrijednosti, npr. 3 ili "1/2"
s = ["1/4", 1]  # vektor duljine 2, točne vrijednosti, npr. 3 ili "1/2"
p = [0.3208, 0.6792]  # vektor duljine 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
L = 0.3869  # decimalni broj (pogreška najviše 0.005) ili izraz
ds = [0.3208, -0.3208]  # ∂L/∂s: vektor duljine 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dW = [[0.3208, 0.0802], [-0.3208, -0.0802]]  # ∂L/∂W: matrica 2 × 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dh = [-0.3208, 0.3208]  # ∂L/∂h: vektor duljine 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dr1 = [[-0.0802, -0.0802], [-0.0802, -0.0802]]  # ∂L/∂r₁: matrica 2 × 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dr2 = [[0.0802, 0.0802], [0.0802, 0.0802]]  # ∂L/∂r₂: matrica 2 × 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dq1 = [[-0.0802, -0.0802], [-0.0802, 0.0]]  # ∂L/∂q₁: matrica 2 × 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dq2 = [[0.0, 0.0802], [0.0, 0.0]]  # ∂L/∂q₂: matrica 2 × 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dw1 = [[-0.401, -0.4812, -0.3208], [-0.1604, -0.1604, -0.2406], [-0.0802, -0.1604, -0.401]]  # ∂L/∂w₁: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dw2 = [[0.1604, 0.2406, 0.0], [0.0802, 0.0802, 0.0], [0.0, 0.1604, 0.2406]]  # ∂L/∂w₂: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dx = [[0.0, -0.0802, -0.0802, 0.0], [0.0, 0.0802, 0.0802, -0.0802], [0.0, 0.0802, 0.0, 0.0], [0.0, 0.0, 0.0, 0.0]]  # ∂L/∂x: matrica 4 × 4, decimalni brojevi (pogreška najviše 0.005) ili izrazi
w1_new = [[0.0401, 1.0481, 0.0321], [0.016, -0.984, 0.0241], [0.008, 0.016, 0.0401]]  # w₁′: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
w2_new = [[-0.016, -0.0241, 0.0], [0.992, -0.008, -1.0], [0.0, -0.016, -0.0241]]  # w₂′: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
h_new = [1.2486, 0.1939]  # h′: vektor duljine 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
