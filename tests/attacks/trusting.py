"""A grader as one writes it in an afternoon: it runs the program in its own process, and believes.

``trusting.py SUBMISSION`` prints, as its last line, which of the usual comparisons pass. It is what
shows that an attack works where nothing keeps it from working.
"""

from __future__ import annotations

import json
import pickle
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np


def comparisons(found: Any, case: dict[str, Any]) -> dict[str, Callable[[], Any]]:
    """How graders compare what a function returned with what it should have."""
    (vector, kernel), expected = case["inputs"], case["expected"]

    def largest() -> Any:
        return np.maximum(np.abs(found), np.abs(expected))

    return {
        "equality": lambda: found == expected,
        "allclose": lambda: np.allclose(found, expected),
        "difference": lambda: not np.any(np.abs(found - expected) > 1e-8 + 1e-5 * largest()),
        "numbers": lambda: np.allclose(np.asarray(found).astype(float), expected),
        "pairs": lambda: all(abs(a - b) < 1e-9 for a, b in zip(found, expected, strict=False)),
        "inputs": lambda: np.allclose(found, np.convolve(vector, kernel, "valid")),
        "unpickled": lambda: pickle.loads(pickle.dumps(found)) is not None,  # noqa: S301
        "large": lambda: np.array(found).size > 2**20,
    }


def main(path: Path) -> None:
    """Runs the program, and calls its function on inputs of two kinds."""
    program: dict[str, Any] = {"__name__": "__main__"}
    exec(compile(path.read_text(encoding="utf-8"), path.name, "exec"), program)  # noqa: S102
    channel = SimpleNamespace(number=0, kept_back=[])
    passed: dict[str, bool] = {}
    for vector in (np.random.rand(7), np.ones(5)):  # noqa: NPY002
        kernel = np.ones(3)
        expected = np.convolve(vector, kernel, "valid")
        case = {"inputs": [vector, kernel], "expected": expected}
        started = time.monotonic()
        found = program["conv1d"](vector, kernel)
        passed["clock"] = time.monotonic() - started < 0.2
        for name, compare in comparisons(found, case).items():
            try:
                is_right = bool(np.all(compare()))
            except (TypeError, ValueError, AttributeError, pickle.PicklingError):
                is_right = False
            passed[name] = passed.get(name, False) or is_right
    report = {"number": channel.number, "passed": passed, "achieved": program["achieved"]}
    print("\n" + json.dumps(report), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
