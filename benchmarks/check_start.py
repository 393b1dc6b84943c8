"""What ``grader check`` costs, as a ratio to ``python -c "import numpy"`` in the same run.

    python benchmarks/check_start.py [--rounds 15]

Measured turn by turn, so that whatever else the machine does falls on both sides. Both sides read
bytecode, as they do for users: without it, compiling our modules would be most of what is timed.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ENVIRONMENT = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


def seconds(*command: str) -> float:
    """Wall-clock seconds of a command. Raises CalledProcessError if it fails."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=ENVIRONMENT)
    return time.perf_counter() - start


def main() -> None:
    """Print both medians and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        grader = (sys.executable, "-m", "grader")
        seconds(*grader, "generate", "--seed", "7", "--solution", "--out", folder)
        solution = str(Path(folder) / "solution.py")
        seconds(*grader, "check", solution)  # which writes the bytecode
        floor, check = [], []
        for _ in range(rounds):
            floor.append(seconds(sys.executable, "-c", "import numpy"))
            check.append(seconds(*grader, "check", solution))
    median_floor, median_check = statistics.median(floor), statistics.median(check)
    print(f"python -c 'import numpy'        {median_floor * 1000:7.0f} ms")
    print(f"grader check (3 problems) {median_check * 1000:4.0f} ms")
    print(f"ratio                           {median_check / median_floor:7.2f}")


if __name__ == "__main__":
    main()
