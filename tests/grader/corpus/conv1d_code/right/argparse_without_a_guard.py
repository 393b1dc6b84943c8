# Zestaw ćwiczeniowy, ziarno (seed) 3: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "3", "language": "pl"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "3", "parameters": {"flip": false, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: 3f3d354c0572b0f0

import numpy as np


# %% problem 1: Funkcja korelacji skrośnej 1D
# Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

import argparse

def conv1d(vector, kernel):
    """Korelacja skrośna 1D wektora z filtrem."""
    return np.array([vector[i:i+len(kernel)] @ kernel for i in range(len(vector) - len(kernel) + 1)])

def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--n", type=int, default=10)
    args = parser.parse_args()
    print(conv1d(np.arange(args.n), np.ones(3)))

main()
