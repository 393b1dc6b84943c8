"""Networks that lectures name, layer by layer, as they were published or as torchvision has them.

What layers are is said in `net`. Those with branches stand in `branched`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from problems.architectures.branched import densenet121, googlenet
from problems.architectures.net import Layer, Net
from reference.sizes import conv_output_shape

C3_INPUTS = (3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 4, 6)
"""From how many maps of S2 each map of C3 takes its input: LeCun et al. 1998, table I."""


def lenet5(side: int = 32) -> list[Layer]:
    """LeNet-5. Source: LeCun et al., Gradient-based learning applied to document recognition, 1998.

    Its subsampling layers, a coefficient and a bias for each map, are "scaled" poolings.
    """
    net = Net(1, side)
    net.conv("c1", 6, 5)
    net.pool("s2", 2, 2)
    net.layers[-1]["scaled"] = True
    net.layers.append(
        {
            "kind": "table",
            "name": "c3",
            "input": list(net.shape),
            "inputs": list(C3_INPUTS),
            "kernel": 5,
        }
    )
    net.shape = conv_output_shape(net.shape, len(C3_INPUTS), 5)
    net.pool("s4", 2, 2)
    net.layers[-1]["scaled"] = True
    net.conv("c5", 120, 5)
    net.fc("f6", 84)
    return net.layers


def alexnet(side: int = 227, padding: Sequence[int] = ()) -> list[Layer]:
    """AlexNet in two groups. Source: Krizhevsky, Sutskever, Hinton, NIPS 2012.

    The paper gives 224 x 224; 55 x 55 behind the first layer comes of 227 x 227, or of three more
    zeros along each axis, of which 1 stand in front and 2 behind.
    """
    net = Net(3, side)
    net.conv("conv1", 96, 11, 4, padding or 0)
    net.pool("pool1", 3, 2)
    net.conv("conv2", 256, 5, padding=2, groups=2)
    net.pool("pool2", 3, 2)
    net.conv("conv3", 384, 3, padding=1)
    net.conv("conv4", 384, 3, padding=1, groups=2)
    net.conv("conv5", 256, 3, padding=1, groups=2)
    net.pool("pool5", 3, 2)
    net.fc("fc6", 4096)
    net.fc("fc7", 4096)
    net.fc("fc8", 1000)
    return net.layers


def alexnet_one(side: int = 224) -> list[Layer]:
    """AlexNet of torchvision, without groups, its first layer padded. Source: arXiv:1404.5997."""
    net = Net(3, side)
    net.conv("conv1", 64, 11, 4, 2)
    net.pool("pool1", 3, 2)
    net.conv("conv2", 192, 5, padding=2)
    net.pool("pool2", 3, 2)
    net.conv("conv3", 384, 3, padding=1)
    net.conv("conv4", 256, 3, padding=1)
    net.conv("conv5", 256, 3, padding=1)
    net.pool("pool5", 3, 2)
    net.grid(6)
    net.fc("fc6", 4096)
    net.fc("fc7", 4096)
    net.fc("fc8", 1000)
    return net.layers


_VGG: Mapping[str, Sequence[str]] = {
    "A": ("3", "3", "33", "33", "33"),
    "B": ("33", "33", "33", "33", "33"),
    "C": ("33", "33", "331", "331", "331"),
    "D": ("33", "33", "333", "333", "333"),
    "E": ("33", "33", "3333", "3333", "3333"),
}
"""Kernel sizes of the convolutions in each of the five blocks."""


def vgg(column: str, side: int = 224) -> list[Layer]:
    """VGG A to E. Source: Simonyan, Zisserman, arXiv:1409.1556, table 1."""
    net = Net(3, side)
    for block, (kernels, channels) in enumerate(
        zip(_VGG[column], (64, 128, 256, 512, 512), strict=True), start=1
    ):
        for place, kernel in enumerate(map(int, kernels), start=1):
            net.conv(f"conv{block}_{place}", channels, kernel, padding=kernel // 2)
        net.pool(f"pool{block}", 2, 2)
    net.grid(7)
    net.fc("fc6", 4096)
    net.fc("fc7", 4096)
    net.fc("fc8", 1000)
    return net.layers


_STAGES: Mapping[int, Sequence[int]] = {
    18: (2, 2, 2, 2),
    34: (3, 4, 6, 3),
    50: (3, 4, 6, 3),
}


def resnet(
    depth: int, side: int = 224, *, stride_first: bool = False, zeros: bool = False
) -> list[Layer]:
    """ResNet-18, -34 or -50. Source: He, Zhang, Ren, Sun, arXiv:1512.03385, table 1.

    In a bottleneck of torchvision the stride sits in the 3 x 3, in that of the paper in the first
    1 x 1 (``stride_first``). With ``zeros`` a shortcut makes up for channels with zeros (option A
    of the paper, section 3.3), and not by a convolution (option B, as in torchvision).
    """
    net = Net(3, side)
    net.conv("conv1", 64, 7, 2, 3, norm=True)
    net.pool("pool1", 3, 2, 1)
    for stage, blocks in enumerate(_STAGES[depth], start=2):
        width = 64 * 2 ** (stage - 2)
        for block in range(1, blocks + 1):
            stride = 2 if stage > 2 and block == 1 else 1
            name = f"conv{stage}_{block}"
            if depth < 50:
                basic(net, name, width, stride, zeros=zeros)
            else:
                bottleneck(net, name, width, stride, stride_first=stride_first)
    net.grid(1)
    net.fc("fc", 1000)
    return net.layers


def basic(net: Net, name: str, width: int, stride: int, *, zeros: bool = False) -> None:
    """A residual block of two 3 x 3; a 1 x 1, or zeros, in the shortcut where the shape changes."""
    before = net.shape
    net.conv(f"{name}_a", width, 3, stride, 1, norm=True)
    after = net.conv(f"{name}_b", width, 3, 1, 1, norm=True)
    if after != before and zeros:
        net.shortcut(f"{name}_s", width, stride, before)
    elif after != before:
        net.conv(f"{name}_s", width, 1, stride, norm=True, source=before)
    net.sum(f"{name}_sum")


def bottleneck(net: Net, name: str, width: int, stride: int, *, stride_first: bool) -> None:
    """A residual block of 1 x 1, 3 x 3 and 1 x 1; a 1 x 1 in the shortcut where it is needed."""
    before = net.shape
    first, second = (stride, 1) if stride_first else (1, stride)
    net.conv(f"{name}_a", width, 1, first, norm=True)
    net.conv(f"{name}_b", width, 3, second, 1, norm=True)
    after = net.conv(f"{name}_c", 4 * width, 1, norm=True)
    if after != before:
        net.conv(f"{name}_s", 4 * width, 1, stride, norm=True, source=before)
    net.sum(f"{name}_sum")


def mobilenet_v1(side: int = 224) -> list[Layer]:
    """MobileNet. Source: Howard et al., arXiv:1704.04861, table 1."""
    net = Net(3, side)
    net.conv("conv1", 32, 3, 2, 1, norm=True)
    widths = (64, 128, 128, 256, 256, 512, 512, 512, 512, 512, 512, 1024, 1024)
    for place, width in enumerate(widths, start=1):
        stride = 2 if place in (2, 4, 6, 12) else 1
        depth = net.shape[0]
        net.conv(f"dw{place}", depth, 3, stride, 1, depth, norm=True)
        net.conv(f"pw{place}", width, 1, norm=True)
    net.grid(1)
    net.fc("fc", 1000)
    return net.layers


def mobilenet_v2(side: int = 224) -> list[Layer]:
    """MobileNetV2. Source: Sandler et al., arXiv:1801.04381, table 2."""
    net = Net(3, side)
    net.conv("conv1", 32, 3, 2, 1, norm=True)
    blocks = (
        *((1, 16, 1, 1), (6, 24, 2, 2), (6, 32, 3, 2), (6, 64, 4, 2), (6, 96, 3, 1)),
        *((6, 160, 3, 2), (6, 320, 1, 1)),
    )
    place = 0
    for factor, width, repeats, stride in blocks:
        for turn in range(repeats):
            place += 1
            inverted(net, f"block{place}", factor, width, stride if turn == 0 else 1)
    net.conv("conv2", 1280, 1, norm=True)
    net.grid(1)
    net.fc("fc", 1000)
    return net.layers


def inverted(net: Net, name: str, factor: int, width: int, stride: int) -> None:
    """An inverted residual: 1 x 1 to more channels, a depthwise 3 x 3, 1 x 1 to few channels."""
    before = net.shape
    if factor > 1:
        net.conv(f"{name}_a", factor * before[0], 1, norm=True)
    net.conv(f"{name}_b", net.shape[0], 3, stride, 1, net.shape[0], norm=True)
    net.conv(f"{name}_c", width, 1, norm=True)
    if net.shape == before:
        net.sum(f"{name}_sum")


NETWORKS: Mapping[str, Callable[[int], list[Layer]]] = {
    "lenet5": lenet5,
    "alexnet": alexnet,
    "alexnet-two-sided": lambda side: alexnet(side, (1, 2)),
    "alexnet-one": alexnet_one,
    "vgg-a": lambda side: vgg("A", side),
    "vgg-b": lambda side: vgg("B", side),
    "vgg-c": lambda side: vgg("C", side),
    "vgg-d": lambda side: vgg("D", side),
    "vgg-e": lambda side: vgg("E", side),
    "resnet-18": lambda side: resnet(18, side),
    "resnet-34": lambda side: resnet(34, side),
    "resnet-18-a": lambda side: resnet(18, side, zeros=True),
    "resnet-34-a": lambda side: resnet(34, side, zeros=True),
    "resnet-50": lambda side: resnet(50, side),
    "resnet-50-paper": lambda side: resnet(50, side, stride_first=True),
    "mobilenet-v1": mobilenet_v1,
    "mobilenet-v2": mobilenet_v2,
    "googlenet": googlenet,
    "densenet-121": densenet121,
}
"""Each network on square images of that side."""
