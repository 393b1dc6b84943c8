"""Record what the libraries of `conv1d-compare` print for many inputs, in its bank.

It is run by hand, in an environment that has NumPy, SciPy, PyTorch, JAX and Keras, with this
project on the path; the family draws its variants from what it writes::

    KERAS_BACKEND=jax python tools/record_conv1d.py
"""

from __future__ import annotations

import json
import random
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from problems.conv1d_compare.calls import CALLS, LIBRARIES  # noqa: E402

BANK = ROOT / "problems" / "conv1d_compare" / "bank.json"
PACKAGES = dict(zip(LIBRARIES, ("numpy", "scipy", "torch", "jax", "keras"), strict=True))
OF_EACH_SIZE = 60
"""So many inputs with a kernel of 2, 3 or 4 whole numbers, and of 2 or 4 halves."""


def inputs() -> list[dict[str, list[float]]]:
    """Vectors of small whole numbers and kernels of both signs, the same on every run."""
    draw = random.Random("conv1d-compare")
    found = []
    for size, divisor in ((3, 1), (2, 1), (4, 1), (2, 2), (4, 2)):
        for _ in range(OF_EACH_SIZE):
            x = draw.sample(range(-3, 8), draw.randint(5, 7))
            while True:
                w = [draw.choice((-3, -2, -1, 1, 2, 3)) for _ in range(size)]
                turned = w[::-1]
                if turned not in (w, [-n for n in w]) and (divisor == 1 or any(n % 2 for n in w)):
                    break
            found.append({"x": x, "w": [n / divisor if divisor > 1 else n for n in w]})
    return found


def recorded(library: str, code: str, given: dict[str, list[float]]) -> list[float] | None:
    """What a call gives for an input, along its last axis; None where the library refuses it."""
    import jax.numpy as jnp
    import keras
    import numpy as np
    import scipy.ndimage
    import torch
    from torch.nn import functional

    x, w = np.array(given["x"]), np.array(given["w"])
    names: dict[str, Any] = {"np": np, "scipy": scipy, "jnp": jnp, "keras": keras, "F": functional}
    if library == "PyTorch":
        both = torch.float64 if w.dtype.kind == "f" else torch.int64
        x, w = (torch.tensor(each, dtype=both)[None, None] for each in (x, w))
    elif library == "Keras":
        x, w = x.astype(float)[None, :, None], w.astype(float)[:, None, None]
    elif library == "JAX":
        x, w = jnp.array(x), jnp.array(w)
    try:
        result = np.asarray(eval(code, names | {"x": x, "w": w})).reshape(-1)  # noqa: S307
    except (RuntimeError, ValueError):  # the kernel reaches over more than the vector
        return None
    return [int(n) if n == int(n) else float(n) for n in result.tolist()]


def main() -> None:
    """Write the bank, and say how many calls of each library it holds."""
    every = inputs()
    outputs = {
        code: [recorded(call.library, code, given) for given in every]
        for code, call in CALLS.items()
    }
    versions = {name: version(package) for name, package in PACKAGES.items()}
    versions = {name: found.partition("+")[0] for name, found in versions.items()}
    lines = [
        "{",
        f'"versions": {json.dumps(versions)},',
        '"inputs": [',
        ",\n".join(json.dumps(given) for given in every),
        "],",
        '"outputs": {',
        ",\n".join(f"{json.dumps(code)}: {json.dumps(rows)}" for code, rows in outputs.items()),
        "}",
        "}",
    ]
    BANK.write_text("\n".join(lines) + "\n", encoding="utf-8")
    for library in PACKAGES:
        of_it = [outputs[code] for code, call in CALLS.items() if call.library == library]
        calls = sum(row is not None for rows in of_it for row in rows)
        print(library, versions[library], calls, "calls")


if __name__ == "__main__":
    main()
