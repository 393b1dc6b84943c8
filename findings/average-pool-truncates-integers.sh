#!/usr/bin/env bash
# PyTorch 2.13.0, pooling of whole numbers (int64) on the CPU.
#
# A student types the map of a sheet as integers and pools it to check an answer by hand.
#   expected: both kinds refuse integers (max-pooling does: "not implemented for 'Long'"), or the
#             average comes as a decimal, as torch.mean demands by an error
#   seen:     avg_pool1d and avg_pool2d accept them, keep the type, and cut the decimals off towards
#             zero without a word: the mean of -3 and -4 is -3, and of 1, 2, 3, 5 it is 2
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet numpy==2.4.6 torch==2.13.0
"$work/venv/bin/python" - <<'PYTHON'
import torch
from torch.nn import functional

print("torch", torch.__version__.partition("+")[0])
line = functional.avg_pool1d(torch.tensor([[[-1, -2, -3, -4]]]), 2).flatten()
square = functional.avg_pool2d(torch.tensor([[[[1, 2], [3, 5]]]]), 2).flatten()
print("avg_pool1d of [-1, -2, -3, -4] by 2:", line.tolist(), line.dtype)
print("avg_pool2d of [[1, 2], [3, 5]]:", square.tolist(), square.dtype)
assert line.dtype == square.dtype == torch.int64, "the type is not kept any more"
assert (line.tolist(), square.tolist()) == ([-1, -3], [2]), "the means are not cut off any more"
for refused in (functional.max_pool1d, functional.adaptive_max_pool1d):
    try:
        refused(torch.tensor([[[1, 2, 3, 4]]]), 2)
    except NotImplementedError as error:
        print(f"{refused.__name__}:", str(error).splitlines()[0])
    else:
        raise AssertionError("maxima of integers are not refused any more")
PYTHON
