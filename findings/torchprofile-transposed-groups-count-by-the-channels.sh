#!/usr/bin/env bash
# torchprofile 0.1.0, profile_macs of transposed convolutions in groups.
#
#   expected: with the same output size, counts in the ratio of the weights: from 8 channels to 4 in 4 groups half
#             of what 8 to 8 in 4 groups has, as with ordinary convolutions
#   seen:     twice as much as 8 to 8. Which axis of the weights holds the input channels is guessed from the number
#             of output channels: where that is the number of input channels, the groups are reckoned with; otherwise
#             the layer counts as though it had none
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet torchprofile==0.1.0 torch==2.13.0 torchvision==0.28.0 numpy==2.4.6
"$work/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version

import torch
from torch import nn
from torchprofile import profile_macs

print("torchprofile", version("torchprofile"), "torch", torch.__version__)
x = torch.zeros(1, 8, 10)
for layer, size, seen in ((nn.Conv1d, 8, (384, 192, 576)), (nn.ConvTranspose1d, 12, (576, 1152, 3456))):
    for channels, macs in zip((8, 4, 12), seen, strict=True):
        module = layer(8, channels, 3, groups=4, bias=False)
        found = profile_macs(module, x)
        print(layer.__name__, "8 to", channels, "weights by outputs", module.weight.numel() * size, "counted", found)
        assert found == macs, "the count is another now"
PYTHON
