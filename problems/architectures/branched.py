"""Networks whose branches are concatenated: GoogLeNet and DenseNet."""

from __future__ import annotations

from collections.abc import Mapping

from problems.architectures.net import Layer, Net, Shape

Widths = tuple[int, int, int, int, int, int]

INCEPTION: Mapping[str, Widths] = {
    "3a": (64, 96, 128, 16, 32, 32),
    "3b": (128, 128, 192, 32, 96, 64),
    "4a": (192, 96, 208, 16, 48, 64),
    "4b": (160, 112, 224, 24, 64, 64),
    "4c": (128, 128, 256, 24, 64, 64),
    "4d": (112, 144, 288, 32, 64, 64),
    "4e": (256, 160, 320, 32, 128, 128),
    "5a": (256, 160, 320, 32, 128, 128),
    "5b": (384, 192, 384, 48, 128, 128),
}
"""Channels of 1 x 1; 1 x 1 and 3 x 3; 1 x 1 and 5 x 5; and of 1 x 1 behind the pooling.

Source: C. Szegedy et al., Going deeper with convolutions, arXiv:1409.4842, table 1.
"""

BEFORE: Mapping[str, tuple[int, int]] = {
    "3a": (192, 8),
    "3b": (256, 8),
    "4a": (480, 16),
    "4b": (512, 16),
    "4c": (512, 16),
    "4d": (512, 16),
    "4e": (528, 16),
    "5a": (832, 32),
    "5b": (832, 32),
}
"""Channels of the map that each block is given, and how many times smaller than the image it is."""


def googlenet(side: int = 224) -> list[Layer]:
    """GoogLeNet of torchvision, without its auxiliary heads: normalised, and with 3 x 3 for 5 x 5.

    Source: documentation of torchvision; Szegedy et al., arXiv:1409.4842.
    """
    net = Net(3, side)
    net.conv("conv1", 64, 7, 2, 3, norm=True)
    net.pool("pool1", 3, 2, up=True)
    net.conv("conv2", 64, 1, norm=True)
    net.conv("conv3", 192, 3, padding=1, norm=True)
    net.pool("pool2", 3, 2, up=True)
    for name, widths in INCEPTION.items():
        if name == "4a":
            net.pool("pool3", 3, 2, up=True)
        if name == "5a":
            net.pool("pool4", 2, 2, up=True)
        inception(net, f"{name}_", widths)
    net.grid(1)
    net.fc("fc", 1000)
    return net.layers


def inception(net: Net, name: str, widths: Widths, *, last: int = 3, norm: bool = True) -> None:
    """A block of four branches; `last` is the kernel of the third, 5 in the paper."""
    before = net.shape
    first, narrow, wide, narrower, wider, behind = widths
    ends: list[Shape] = [net.conv(f"{name}b1", first, 1, norm=norm)]
    net.conv(f"{name}b2a", narrow, 1, norm=norm, source=before)
    ends.append(net.conv(f"{name}b2b", wide, 3, padding=1, norm=norm))
    net.conv(f"{name}b3a", narrower, 1, norm=norm, source=before)
    ends.append(net.conv(f"{name}b3b", wider, last, padding=last // 2, norm=norm))
    net.shape = before
    net.pool(f"{name}pool", 3, 1, 1)
    ends.append(net.conv(f"{name}b4", behind, 1, norm=norm))
    net.concat(f"{name}cat", *ends)


def densenet121(side: int = 224) -> list[Layer]:
    """DenseNet-121. Source: Huang, Liu, van der Maaten, Weinberger, arXiv:1608.06993, table 1.

    A normalisation stands in front of each convolution, as in torchvision.
    """
    net = Net(3, side)
    net.conv("conv1", 64, 7, 2, 3, norm=True)
    net.pool("pool1", 3, 2, 1)
    for block, layers in enumerate((6, 12, 24, 16), start=1):
        for place in range(1, layers + 1):
            _dense_layer(net, f"dense{block}_{place}", growth=32)
        net.norm(f"norm{block}")
        if block < 4:
            net.conv(f"transition{block}", net.shape[0] // 2, 1)
            net.layers[-1]["bias"] = False
            net.pool(f"pool{block + 1}", 2, 2)
    net.grid(1)
    net.fc("fc", 1000)
    return net.layers


def _dense_layer(net: Net, name: str, growth: int) -> None:
    """A 1 x 1 to four times the growth, a 3 x 3 to the growth, and the concatenation."""
    before = net.shape
    net.norm(f"{name}_n")
    net.conv(f"{name}_a", 4 * growth, 1, norm=True)
    after = net.conv(f"{name}_b", growth, 3, padding=1)
    net.layers[-1]["bias"] = False
    net.concat(f"{name}_cat", before, after)
