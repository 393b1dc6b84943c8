"""The networks by name have as many parameters as their sources say."""

from __future__ import annotations

import json
from collections import Counter
from math import prod
from pathlib import Path

import pytest

from problems.architectures.branched import BEFORE, INCEPTION, inception
from problems.architectures.net import Layer, Net
from problems.architectures.networks import NETWORKS
from problems.drawing import draw_variant
from problems.family import LEVELS, Level
from reference import costs
from reference.geometry import Geometry
from reference.sizes import conv_output_shape

SIDES = {"lenet5": 32, "alexnet": 227}


def parameters(layer: Layer) -> int:
    """What a layer learns, by the engine: no table of ours is asked."""
    match layer["kind"]:
        case "conv":
            return weights(layer) + 2 * int(layer["channels"] * layer["norm"])
        case "fc":
            return costs.affine_parameters(layer["input"], layer["features"])
        case "table":
            return int(sum(n * layer["kernel"] ** 2 + 1 for n in layer["inputs"]))
        case "norm":
            return 2 * int(layer["input"][0])
        case "pool":
            return 2 * int(layer["input"][0]) if layer.get("scaled") else 0
    return 0


def weights(layer: Layer) -> int:
    """What a convolution learns without a normalisation behind it."""
    return costs.conv_parameters(
        layer["input"], layer["channels"], layer["kernel"], layer["groups"], layer["bias"]
    )


def output(layer: Layer) -> tuple[int, ...]:
    """The shape behind a convolution with the same padding on both sides."""
    geometry = Geometry(layer["stride"], layer["padding"])
    return conv_output_shape(layer["input"], layer["channels"], layer["kernel"], geometry)


def multiply_accumulates(name: str) -> int:
    """Of all convolutions and fully connected layers, for one image."""
    total = 0
    for layer in layers(name):
        if layer["kind"] == "conv":
            total += costs.conv_macs(
                layer["input"], output(layer), layer["kernel"], layer["groups"]
            )
        elif layer["kind"] == "fc":
            total += costs.affine_macs(layer["input"], layer["features"])
    return total


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
    assert round(multiply_accumulates("mobilenet-v1") / 1e6) == 569


RECORDED = json.loads(
    (Path(__file__).parent / "torchvision_layers.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("name", [name for name in RECORDED if name != "source"])
def test_each_layer_has_the_shapes_and_parameters_that_torchvision_has(name: str) -> None:
    found = Counter(
        (tuple(layer["input"]), output(layer), weights(layer))
        if layer["kind"] == "conv"
        else ((prod(layer["input"]),), (layer["features"],), parameters(layer))
        for layer in layers(name)
        if layer["kind"] in ("conv", "fc")
    )
    told = {
        (tuple(before), tuple(after), count): times
        for before, after, count, times in RECORDED[name]
    }
    assert found == told


@pytest.mark.parametrize(
    ("name", "billions"),
    [("resnet-18-a", 1.8), ("resnet-34-a", 3.6), ("resnet-50-paper", 3.8)],
)
def test_the_networks_of_the_paper_cost_what_its_table_says(name: str, billions: float) -> None:
    """He et al. 2015, table 1: multiply-adds; torchvision's ResNet-50 takes 4.09 (its "GFLOPS")."""
    assert multiply_accumulates(name) / 1e9 == pytest.approx(billions, abs=0.06)
    assert multiply_accumulates("resnet-50") / 1e9 == pytest.approx(4.09, abs=0.005)


def test_the_blocks_of_googlenet_have_the_weights_of_its_paper() -> None:
    """Szegedy et al. 2014, table 1, in units of 2^10, with 5 x 5 and without normalisation.

    What the table says of the other blocks does not come of its own columns.
    """
    for name, thousands in {"3a": 159, "3b": 380, "4a": 364, "4b": 437, "4e": 840}.items():
        net = Net(BEFORE[name][0], 224 // BEFORE[name][1])
        inception(net, "", INCEPTION[name], last=5, norm=False)
        count = sum(weights(each) - each["channels"] for each in net.layers if "groups" in each)
        assert count / 2**10 == pytest.approx(thousands, rel=0.01)


@pytest.mark.parametrize("level", LEVELS)
def test_every_row_that_is_drawn_stands_in_its_network(level: Level) -> None:
    for seed in range(40):
        drawn = draw_variant("architectures", level, str(seed)).parameters
        own = [numbers_of(each) for each in NETWORKS[drawn["network"]](drawn["image"][1])]
        for row in drawn["rows"]:
            if "input" in row and not (row["name"] == "c3" and drawn["network"] != "lenet5"):
                assert numbers_of(row) in own, (drawn["network"], row)


def numbers_of(layer: Layer) -> Layer:
    """A layer or a row without its name and what is asked of it."""
    return {key: each for key, each in layer.items() if key not in ("name", "asked")}
