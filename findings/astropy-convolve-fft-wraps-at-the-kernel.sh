#!/usr/bin/env bash
# astropy 8.0.2, convolve_fft with boundary="wrap" where the kernel is longer than the array.
#
#   expected: the array repeats with its own length, as in convolve with the same boundary: an array of ones stays one
#             under a kernel whose sum is one
#   seen:     zeros are put behind the array up to the kernel's length, and that is what repeats: 4 ones under a
#             kernel of 5 become 0.8. From 5 ones on they stay one
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet astropy==8.0.2 numpy==2.4.6 scipy==1.17.1
"$work/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version

import numpy as np
from astropy.convolution import convolve, convolve_fft

print("astropy", version("astropy"))
kernel = np.full(5, 1 / 5)
for size, seen in ((3, 0.6), (4, 0.8), (5, 1), (6, 1)):
    direct, fourier = (f(np.ones(size), kernel, boundary="wrap") for f in (convolve, convolve_fft))
    print(size, "ones: convolve", direct, "convolve_fft", fourier)
    assert np.allclose(direct, 1) and np.allclose(fourier, seen), "the values are others now"
PYTHON
