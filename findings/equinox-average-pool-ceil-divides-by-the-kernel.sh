#!/usr/bin/env bash
# equinox 0.13.8, AvgPool1d with use_ceil=True, where the last window meets the end of the input.
#
# use_ceil is the name of what PyTorch calls ceil_mode, with the same sizes.
#   expected: the mean of the cells that the last window meets, as in PyTorch: of 1 .. 7 with window 3 and stride 3
#             2, 5 and 7
#   seen:     2, 5 and 2.33: the sum of what is met divided by the size of the whole window, so that a constant
#             input does not stay constant. The documentation says "extra padding is added", not that it counts
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet equinox==0.13.8 jax==0.10.2 jaxlib==0.10.2 numpy==2.4.6
"$work/venv/bin/python" - <<'PYTHON'
import equinox as eqx
import jax.numpy as jnp
import numpy as np

print("equinox", eqx.__version__)
pool = eqx.nn.AvgPool1d(kernel_size=3, stride=3, use_ceil=True)
for x, seen in ((np.arange(1.0, 8.0), [2, 5, 7 / 3]), (np.ones(7), [1, 1, 1 / 3])):
    found = np.asarray(pool(jnp.asarray(x, dtype=jnp.float32)[None]))[0]
    print(x, "->", found)
    assert np.allclose(found, seen), "the values are others now"
PYTHON
