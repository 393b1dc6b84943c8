#!/usr/bin/env bash
# mlx 0.32.4 (mlx-cpu), conv_transpose1d with padding of at least the kernel's size, and a stride above one.
#
#   expected: (input - 1) * stride - 2 * padding + kernel cells: the whole map less `padding` cells at either end.
#             For 1 ... 5 with a kernel of three ones, stride 2 and padding 3 it is 2, 5, 3, 7, 4
#   seen:     5, 3, 7: one cell of the input is cut off at either end before zeros come in between, so that two
#             cells of the output go for each one. With padding 2, or with stride 1, the values are right
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet "mlx[cpu]==0.32.4" numpy==2.4.6
"$work/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version

import mlx.core as mx
import numpy as np

print("mlx", version("mlx"))
x = np.arange(1, 6, dtype=np.float32)


def by_hand(stride, padding):
    whole = np.zeros((len(x) - 1) * stride + 3)
    for place, value in enumerate(x):
        whole[place * stride : place * stride + 3] += value
    return whole[padding : len(whole) - padding].tolist()


def by_mlx(stride, padding):
    found = mx.conv_transpose1d(mx.array(x.reshape(1, 5, 1)), mx.ones((1, 3, 1)), stride, padding)
    return found.reshape(-1).tolist()


for arguments, seen in (
    ((2, 2), [3, 2, 5, 3, 7, 4, 9]),
    ((1, 3), [9]),
    ((2, 3), [5, 3, 7]),
):
    found, other = by_mlx(*arguments), by_hand(*arguments)
    print("stride, padding", arguments, "mlx", found, "by hand", other)
    assert found == seen and (found == other) == (arguments != (2, 3)), "the values are others now"
PYTHON
