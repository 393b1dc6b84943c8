"""Prints twenty megabytes."""

import sys

for _ in range(20):
    print("x" * 10**6)
    print("y" * 10**4, file=sys.stderr)
