#!/usr/bin/env bash
# tinygrad 0.14.0, Tensor.sparse_categorical_crossentropy with ignore_index=-1.
#
# The documentation points to PyTorch's CrossEntropyLoss, whose mean is over the rows that are not ignored.
#   expected: a batch of three with one label of -1 and ignore_index=-1 has the mean loss of the other two
#   seen:     two thirds of it: -1, which is also the default, stands for "none is ignored"; such a row adds nothing
#             to the sum, but counts in the mean. Any other number, as -2 here, is ignored as in PyTorch
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet tinygrad==0.14.0 numpy==2.4.6
"$work/venv/bin/python" - <<'PYTHON'
import os

os.environ["DEV"] = "PYTHON"  # needs no compiler

from importlib.metadata import version

import numpy as np
from tinygrad import Tensor

print("tinygrad", version("tinygrad"))
logits = np.array([[1, 2, 0], [0, 3, 1], [2, 0, 1]], dtype=np.float32)


def loss(rows, labels, ignored):
    found = Tensor(logits[rows]).sparse_categorical_crossentropy(Tensor(labels), ignore_index=ignored)
    return found.item()


two = loss([0, 2], [0, 2], -2)
print("mean of the two that have labels", two)
for ignored, share in ((-2, 1), (-1, 2 / 3)):
    found = loss([0, 1, 2], [0, ignored, 2], ignored)
    print("with a third row whose label is ignore_index =", ignored, ":", found)
    assert np.isclose(found, share * two), "the mean is another now"
PYTHON
