#!/usr/bin/env bash
# equinox 0.13.8, MaxPool1d with use_ceil=True where the stride is longer than the window, or with padding.
#
#   expected: the values of ceil_mode in PyTorch: of 7 cells with window 2 and stride 3 three values, of which the
#             last is the last cell; of 5 cells with window 2, stride 2 and one cell of padding on each side, the
#             three of rounding down, since a window that would start in the padding is dropped
#   seen:     a RuntimeError of the padding that rounding up has added itself, (0, 3) and (1, 3) for a window of 2,
#             although the padding asked for is less than the window. With stride 2 and no padding it runs
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


def pooled(size, stride, padding):
    pool = eqx.nn.MaxPool1d(kernel_size=2, stride=stride, padding=padding, use_ceil=True)
    try:
        return np.asarray(pool(jnp.arange(1.0, size + 1.0)[None]))[0].tolist()
    except RuntimeError as error:
        return str(error)


for arguments, seen in (
    ((7, 2, 0), [2, 4, 6, 7]),
    ((7, 3, 0), "Padding (0, 3) received for kernel"),
    ((5, 2, 1), "Padding (1, 3) received for kernel"),
):
    found = pooled(*arguments)
    print("size, stride, padding", arguments, "->", found)
    if isinstance(seen, list):
        assert found == seen, "the values are others now"
    else:
        assert isinstance(found, str) and seen in found, "it is not refused any more"
PYTHON
