#!/usr/bin/env bash
# PyTorch 2.13.0, power-average ("Lp") pooling with ceil_mode.
#
# Its documentation gives the sum over the window: (sum of x^p)^(1/p), and "with p = 1, one gets sum
# pooling". With ceil_mode=True the last window of [1, 2, 3] for a kernel of 2 holds the 3 alone.
#   expected: [1 + 2, 3]           = [3, 3]
#   seen:     [3, 6]               the 3 is counted as though it filled the window
# The sum is computed as the mean times the kernel's size, and the mean of a partial window divides
# by the cells that it has. In two dimensions likewise: the corner of a 3 x 3 map of ones is 4, not 1.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet numpy==2.4.6 torch==2.13.0
"$work/venv/bin/python" - <<'PYTHON'
import torch
from torch.nn import functional

print("torch", torch.__version__.partition("+")[0])
line = functional.lp_pool1d(torch.tensor([[[1.0, 2.0, 3.0]]]), 1, 2, ceil_mode=True).flatten()
print("lp_pool1d of [1, 2, 3], p = 1, kernel 2, ceil_mode:", line.tolist())
square = functional.lp_pool2d(torch.ones(1, 1, 3, 3), 1, 2, ceil_mode=True)[0, 0]
print("lp_pool2d of ones (3 x 3), p = 1, kernel 2, ceil_mode:", square.tolist())
assert line.tolist() == [3.0, 6.0], "the partial window is not scaled any more"
assert square.tolist() == [[4.0, 4.0], [4.0, 4.0]], "the partial windows are not scaled any more"
PYTHON
