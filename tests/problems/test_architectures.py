"""The networks by name have as many parameters as their sources say."""

from __future__ import annotations

import pytest

from problems.architectures.net import Layer
from problems.architectures.networks import NETWORKS
from reference import costs
from reference.geometry import Geometry
from reference.sizes import conv_output_shape

SIDES = {"lenet5": 32, "alexnet": 227}


def parameters(layer: Layer) -> int:
    """What a layer learns, by the engine: no table of ours is asked."""
    match layer["kind"]:
        case "conv":
            count = costs.conv_parameters(
                layer["input"], layer["channels"], layer["kernel"], layer["groups"], layer["bias"]
            )
            return count + 2 * int(layer["channels"] * layer["norm"])
        case "fc":
            return costs.affine_parameters(layer["input"], layer["features"])
        case "table":
            return int(sum(n * layer["kernel"] ** 2 + 1 for n in layer["inputs"]))
        case "norm":
            return 2 * int(layer["input"][0])
        case "pool":
            return 2 * int(layer["input"][0]) if layer.get("scaled") else 0
    return 0


def layers(name: str) -> list[Layer]:
    return NETWORKS[name](SIDES.get(name, 224))


@pytest.mark.parametrize(
    ("name", "count"),
    [
        # The tables of weights in torchvision's documentation ("num_params").
        ("alexnet-one", 61_100_840),
        ("vgg-a", 132_863_336),
        ("vgg-b", 133_047_848),
        ("vgg-d", 138_357_544),
        ("vgg-e", 143_667_240),
        ("resnet-18", 11_689_512),
        ("resnet-34", 21_797_672),
        ("resnet-50", 25_557_032),
        ("mobilenet-v2", 3_504_872),
        ("googlenet", 6_624_904),  # without the auxiliary heads
        ("densenet-121", 7_978_856),
        # Where the stride sits changes no parameter.
        ("resnet-50-paper", 25_557_032),
        # LeCun et al. 1998, section II.B: "only 60,000 trainable free parameters".
        ("lenet5", 60_000),
        # The model of Caffe (bvlc_reference_caffenet has the same layers): 60,965,224.
        ("alexnet", 60_965_224),
        ("alexnet-two-sided", 60_965_224),
        # Without the weights 64 * 128 + 128 * 256 + 256 * 512 of three shortcuts, and what their
        # normalisations learn, 2 * (128 + 256 + 512).
        ("resnet-18-a", 11_689_512 - 172_032 - 1_792),
        ("resnet-34-a", 21_797_672 - 172_032 - 1_792),
    ],
)
def test_a_network_has_as_many_parameters_as_were_published(name: str, count: int) -> None:
    assert sum(map(parameters, layers(name))) == count


@pytest.mark.parametrize(
    ("name", "millions", "decimals"),
    [
        ("alexnet", 61, 0),  # Krizhevsky et al. 2012: "60 million"
        ("vgg-c", 134, 0),  # Simonyan, Zisserman 2014, table 2
        ("mobilenet-v1", 4.2, 1),  # Howard et al. 2017, table 8
    ],
)
def test_a_network_without_an_exact_count_agrees_with_its_paper(
    name: str, millions: float, decimals: int
) -> None:
    assert round(sum(map(parameters, layers(name))) / 1e6, decimals) == millions


def test_the_layers_of_lenet_5_have_the_parameters_of_the_paper() -> None:
    counts = {layer["name"]: parameters(layer) for layer in layers("lenet5")}
    assert counts == {"c1": 156, "s2": 12, "c3": 1516, "s4": 32, "c5": 48120, "f6": 10164}


def test_mobilenet_costs_569_million_multiply_accumulates() -> None:
    """Howard et al. 2017, table 8."""
    total = 0
    for layer in layers("mobilenet-v1"):
        if layer["kind"] == "conv":
            geometry = Geometry(layer["stride"], layer["padding"])
            out = conv_output_shape(layer["input"], layer["channels"], layer["kernel"], geometry)
            total += costs.conv_macs(layer["input"], out, layer["kernel"], layer["groups"])
        elif layer["kind"] == "fc":
            total += costs.affine_macs(layer["input"], layer["features"])
    assert round(total / 1e6) == 569
