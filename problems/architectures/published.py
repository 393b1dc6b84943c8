"""The published variants: rows of networks whose papers or documentation state the values."""

from __future__ import annotations

from collections.abc import Mapping

from problems.architectures.net import Layer
from problems.architectures.networks import NETWORKS
from problems.architectures.own import of_network
from problems.architectures.rows import ONLY_ROWS, asked
from problems.family import Example


def _conv(name: str, after: str, channels: int) -> Layer:
    """A convolution 5 x 5 with bias, of a lecturer's own network."""
    plain = {"stride": 1, "padding": 0, "dilation": 1, "groups": 1, "norm": False, "bias": True}
    return {
        "kind": "conv",
        "name": name,
        "after": [after],
        "channels": channels,
        "kernel": 5,
        **plain,
    }


def _pool(name: str, after: str) -> Layer:
    """A max-pooling 2 x 2 of a lecturer's own network."""
    numbers = {"kernel": 2, "stride": 2, "padding": 0, "of": "max", "round": "down"}
    return {"kind": "pool", "name": name, "after": [after], **numbers}


def _layer(network: str, side: int, name: str) -> Layer:
    """One layer of a network by its name."""
    return next(each for each in NETWORKS[network](side) if each["name"] == name)


_CLASSIFIER = {
    "name": "Net",
    "input": [3, 32, 32],
    "layers": [
        _conv("conv1", "image", 6),
        _pool("pool1", "conv1"),
        _conv("conv2", "pool1", 16),
        _pool("pool2", "conv2"),
        {"kind": "flatten", "name": "flatten", "after": ["pool2"]},
        {"kind": "fc", "name": "fc1", "after": ["flatten"], "features": 120, "bias": True},
        {"kind": "fc", "name": "fc2", "after": ["fc1"], "features": 84, "bias": True},
        {"kind": "fc", "name": "fc3", "after": ["fc2"], "features": 10, "bias": True},
    ],
}
"""As a lecturer's own network is read; see `problems.network`."""

EXAMPLES: Mapping[str, Example] = {
    "classifier": Example(
        of_network(_CLASSIFIER, "standard"),
        source="PyTorch, tutorial Training a classifier: its Net, which has 62,006 parameters; the "
        "counts are worked out on paper: 6 * 76, 16 * 151, 120 * 401, 84 * 121, 10 * 85",
        answers={
            "conv1_shape": (6, 28, 28),
            "conv1_params": 456,
            "pool1_shape": (6, 14, 14),
            "conv2_shape": (16, 10, 10),
            "conv2_params": 2416,
            "pool2_shape": (16, 5, 5),
            "flatten_shape": (400,),
            "fc1_params": 48120,
            "fc2_params": 10164,
            "fc3_params": 850,
            "total": 62006,
        },
    ),
    "lenet": Example(
        {
            "network": "lenet5",
            "image": [1, 32, 32],
            "rows": [
                asked(_layer("lenet5", 32, "c1"), "shape", "params"),
                asked(_layer("lenet5", 32, "s2"), "shape", "params"),
                asked(_layer("lenet5", 32, "c3"), "params"),
                asked(_layer("lenet5", 32, "s4"), "shape", "params"),
                asked(_layer("lenet5", 32, "c5"), "shape", "params"),
                asked(_layer("lenet5", 32, "f6"), "params"),
            ],
            "total": False,
            **ONLY_ROWS,
        },
        source="LeCun, Bottou, Bengio, Haffner, Gradient-based learning applied to document "
        "recognition (1998), section II.B",
        answers={
            "c1_shape": (6, 28, 28),
            "c1_params": 156,
            "s2_shape": (6, 14, 14),
            "s2_params": 12,
            "c3_params": 1516,
            "s4_shape": (16, 5, 5),
            "s4_params": 32,
            "c5_shape": (120, 1, 1),
            "c5_params": 48120,
            "f6_params": 10164,
        },
    ),
    "alexnet": Example(
        {
            "network": "alexnet",
            "image": [3, 227, 227],
            "rows": [
                asked(_layer("alexnet", 227, "conv1"), "shape", "params"),
                asked(_layer("alexnet", 227, "pool1"), "shape"),
                asked(_layer("alexnet", 227, "conv2"), "shape", "params"),
                asked(_layer("alexnet", 227, "pool2"), "shape"),
                asked(_layer("alexnet", 227, "conv3"), "params"),
                asked(_layer("alexnet", 227, "conv4"), "params"),
                asked(_layer("alexnet", 227, "conv5"), "params"),
                asked(_layer("alexnet", 227, "pool5"), "shape"),
                asked(_layer("alexnet", 227, "fc6"), "params"),
            ],
            "total": False,
            **ONLY_ROWS,
        },
        source="course CS231n, notes on AlexNet: 55 x 55 x 96 and 35K, 27 x 27 x 96, "
        "27 x 27 x 256, 13 x 13 x 256, 6 x 6 x 256; the counts of the two groups and of fc6 "
        "are worked out on paper: 256 * (25 * 48 + 1), 384 * (9 * 256 + 1), "
        "384 * (9 * 192 + 1), 256 * (9 * 192 + 1), 4096 * 9217",
        answers={
            "conv1_shape": (96, 55, 55),
            "conv1_params": 34944,
            "pool1_shape": (96, 27, 27),
            "conv2_shape": (256, 27, 27),
            "conv2_params": 307456,
            "pool2_shape": (256, 13, 13),
            "conv3_params": 885120,
            "conv4_params": 663936,
            "conv5_params": 442624,
            "pool5_shape": (256, 6, 6),
            "fc6_params": 37752832,
        },
    ),
    "vgg": Example(
        {
            "network": "vgg-e",
            "image": [3, 224, 224],
            "rows": [
                *(
                    asked(_layer("vgg-e", 224, name), "params")
                    for name in ("conv1_1", "conv1_2", "conv2_1", "conv2_2")
                ),
                *(asked(_layer("vgg-e", 224, f"conv3_{place}"), "params") for place in range(1, 5)),
                asked(_layer("vgg-e", 224, "pool3"), "shape"),
                asked(_layer("vgg-e", 224, "fc6"), "params"),
            ],
            "total": False,
            **ONLY_ROWS,
            "stack": {"channels": 1},
        },
        source="Simonyan, Zisserman, arXiv:1409.1556, section 2.3: 27 C^2 against 49 C^2; "
        "course CS231n, notes on VGGNet: 1,728, 36,864, 73,728, 147,456, 294,912, 589,824 and "
        "102,760,448 weights, here with a bias for each output",
        answers={
            "conv1_1_params": 1792,
            "conv1_2_params": 36928,
            "conv2_1_params": 73856,
            "conv2_2_params": 147584,
            "conv3_1_params": 295168,
            "conv3_2_params": 590080,
            "conv3_3_params": 590080,
            "conv3_4_params": 590080,
            "pool3_shape": (256, 28, 28),
            "fc6_params": 102764544,
            "stacked": 27,
            "single": 49,
        },
    ),
    "vgg-13": Example(
        {
            "network": "vgg-b",
            "image": [3, 224, 224],
            "rows": [asked(_layer("vgg-b", 224, "conv5_2"), "shape", "params")],
            "total": False,
            **ONLY_ROWS,
        },
        source="documentation of Keras, summary of VGG16: 2,359,808 parameters of the layer "
        "block5_conv2, which VGG-13 has as well",
        answers={"conv5_2_shape": (512, 14, 14), "conv5_2_params": 2359808},
    ),
    "vgg-16": Example(
        {
            **ONLY_ROWS,
            "network": "vgg-d",
            "image": [3, 224, 224],
            "rows": [
                *(
                    asked(_layer("vgg-d", 224, name), "params")
                    for name in ("conv1_1", "conv1_2", "conv2_1", "conv2_2")
                ),
                *(asked(_layer("vgg-d", 224, f"conv3_{place}"), "params") for place in range(1, 4)),
                *(asked(_layer("vgg-d", 224, f"pool{place}"), "shape") for place in range(1, 4)),
            ],
            "total": False,
        },
        source="documentation of Keras, summary of VGG16: shapes and parameters of the layers of "
        "its first three blocks",
        answers={
            "conv1_1_params": 1792,
            "conv1_2_params": 36928,
            "conv2_1_params": 73856,
            "conv2_2_params": 147584,
            "conv3_1_params": 295168,
            "conv3_2_params": 590080,
            "conv3_3_params": 590080,
            "pool1_shape": (64, 112, 112),
            "pool2_shape": (128, 56, 56),
            "pool3_shape": (256, 28, 28),
        },
    ),
    "alexnet-224": Example(
        {
            **ONLY_ROWS,
            "network": "alexnet-two-sided",
            "image": [3, 224, 224],
            "rows": [asked(_layer("alexnet-two-sided", 224, "conv1"), "shape", "params")],
            "total": False,
        },
        source="Krizhevsky, Sutskever, Hinton, NIPS 2012, section 3.5: 96 kernels 11 x 11 x 3 with "
        "stride 4 on 224 x 224; worked out on paper: (224 + 3 - 11) / 4 + 1, 96 * 364",
        answers={"conv1_shape": (96, 55, 55), "conv1_params": 34944},
    ),
    "vgg-11": Example(
        {
            "network": "vgg-a",
            "image": [3, 224, 224],
            "rows": [asked(_layer("vgg-a", 224, "conv3_2"), "shape", "params")],
            "total": False,
            **ONLY_ROWS,
        },
        source="documentation of Keras, summary of VGG16: 590,080 parameters of the layer "
        "block3_conv2, which VGG-11 has as well",
        answers={"conv3_2_shape": (256, 56, 56), "conv3_2_params": 590080},
    ),
    "vgg-c": Example(
        {
            "network": "vgg-c",
            "image": [3, 224, 224],
            "rows": [asked(_layer("vgg-c", 224, "conv3_3"), "shape", "params")],
            "total": False,
            **ONLY_ROWS,
        },
        source="Simonyan, Zisserman, arXiv:1409.1556, table 1, column C: conv1-256; worked out "
        "on paper: 257 * 256",
        answers={"conv3_3_shape": (256, 56, 56), "conv3_3_params": 65792},
    ),
}
