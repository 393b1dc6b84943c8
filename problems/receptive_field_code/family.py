"""A function that tells sizes, receptive fields, jumps and parameters of all layers of a list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypedDict

from problems.family import Example, Family, InCode, Level
from problems.forms import Numeric, PlainData
from problems.probe import Check, Probe
from problems.receptive_field_code.networks import Networks
from problems.receptive_field_code.rules import CHANNELS, FIELDS, JUMPS, PARAMETERS, SIZES
from problems.rule import Rule
from problems.rules.purity import UNCHANGED_DATA
from problems.stream import Stream

Layer = Mapping[str, Any]

EXACT = Numeric(rtol=1e-9, atol=1e-9)
"""Whole numbers, which a program may give as decimals."""


class Parameters(TypedDict):
    """What the function takes and gives.

    ``axes`` is 1 or 2. ``keys`` is what a layer says beside its kind, in its order: as a tuple if
    there are ``tuples``, else as a dict. ``pairs`` says that kernels and the like are told for
    height and width apart. ``input`` are the quantities of the input, ``columns`` those of a row of
    the result. The list of layers is the first argument if ``layers_first``.
    """

    axes: int
    keys: list[str]
    tuples: bool
    pairs: bool
    image: list[str]
    columns: list[str]
    layers_first: bool


def draw(stream: Stream, level: Level) -> Parameters:
    """One axis at ``easy``, images at ``standard``; at ``hard`` rectangles, dilation and more."""
    layers_first = stream.chance(1, 2)
    if level == "easy":
        return {
            "axes": 1,
            "keys": stream.shuffled(("kernel", "stride")),
            "tuples": stream.chance(1, 2),
            "pairs": False,
            "image": ["size"],
            "columns": stream.shuffled(("size", "field", "jump")),
            "layers_first": layers_first,
        }
    channels_first = level == "standard" or stream.chance(1, 2)
    sides = ["height", "width"]
    image = ["channels", *sides] if channels_first else [*sides, "channels"]
    keys = ["channels", "kernel", "stride", "padding"]
    groups = [image, ["field"], ["jump"], ["parameters"]]
    if level == "hard":
        keys += ["dilation", stream.choice(("groups", "bias"))]
        groups = [image, ["field-height", "field-width"], ["parameters"]]
    return {
        "axes": 2,
        "keys": stream.shuffled(keys),
        "tuples": False,
        "pairs": level == "hard",
        "image": image,
        "columns": [column for group in stream.shuffled(groups) for column in group],
        "layers_first": layers_first,
    }


def checks(p: Parameters, stream: Stream) -> Iterator[Check]:
    """A list in which all counts, then lists that are short, long, or of one kind alone."""
    of = Networks(stream, p["axes"], frozenset(p["keys"]), pairs=p["pairs"])
    yield check("several-layers", p, *of.mixed(5), marks=3)  # a slip is charged here
    yield check("one-layer", p, *of.mixed(1))
    yield check("strides-of-one", p, *of.with_strides(4, (1,)))
    yield check("large-strides", p, *of.with_strides(3, (3, 4, 5)))
    yield check("many-layers", p, *of.mixed(11))
    if p["pairs"]:
        yield check("fully-connected", p, *of.ending_fully_connected())
    yield check("no-layers", p, [], of.image(), secondary=True)
    yield untouched(p, *of.mixed(4))


def check(
    name: str,
    p: Parameters,
    layers: Sequence[Layer],
    in_shape: Sequence[int],
    marks: int = 1,
    *,
    secondary: bool = False,
) -> Check:
    """One call, and the columns of what it returns."""
    probe = Probe()
    call = called(probe, p, layers, in_shape)
    probe.read_columns("result", call, columns(p, layers, in_shape), EXACT)
    return Check(name, probe, marks, secondary)


def called(probe: Probe, p: Parameters, layers: Sequence[Layer], in_shape: Sequence[int]) -> str:
    """A call with a list of layers and an input, and how it is written."""
    size = "size" if p["axes"] == 1 else "image"
    probe.put("layers", [as_told(layer, p) for layer in layers])
    probe.put(size, input_as_told(in_shape, p))
    arguments = ("layers", size) if p["layers_first"] else (size, "layers")
    probe.call("result", "receptive_fields", *arguments)
    return f"receptive_fields({', '.join(arguments)})"


def as_told(layer: Layer, p: Parameters) -> tuple[Any, ...] | dict[str, Any]:
    """A layer as a program gets it."""
    told: dict[str, Any] = {}
    for key in p["keys"]:
        value = layer[key]
        if isinstance(value, list):
            value = tuple(value) if p["pairs"] else value[0]
        told[key] = value
    if p["tuples"]:
        return tuple(told.values())
    if p["axes"] == 1:
        return told
    kept: Mapping[str, tuple[str, ...]] = {
        "conv": tuple(told),
        "pool": ("kernel", "stride"),
        "relu": (),
        "fc": ("channels", "bias"),
    }
    own = {key: value for key, value in told.items() if key in kept[layer["kind"]]}
    return {"kind": layer["kind"], **own}


def input_as_told(in_shape: Sequence[int], p: Parameters) -> int | tuple[int, ...]:
    """The size of the input as a program gets it."""
    sizes = dict(zip(("channels", "height", "width"), in_shape, strict=False))
    return in_shape[1] if p["axes"] == 1 else tuple(sizes[name] for name in p["image"])


def columns(
    p: Parameters, layers: Sequence[Layer], in_shape: Sequence[int]
) -> list[tuple[Rule, Mapping[str, Any]]]:
    """The rule of each column, with its inputs."""
    rules = {
        "size": (SIZES, 0),
        "height": (SIZES, 0),
        "width": (SIZES, 1),
        "channels": (CHANNELS, 0),
        "field": (FIELDS, 0),
        "field-height": (FIELDS, 0),
        "field-width": (FIELDS, 1),
        "jump": (JUMPS, 0),
        "parameters": (PARAMETERS, 0),
    }
    asked = [rules[name] for name in p["columns"]]
    given = [
        (rule, {"layers": list(layers), "in_shape": tuple(in_shape), "axis": axis})
        for rule, axis in asked
    ]
    values = [rule(inputs) for rule, inputs in given]
    return [
        (rule, {**inputs, "others": (*values[:at], *values[at + 1 :])})
        for at, (rule, inputs) in enumerate(given)
    ]


def untouched(p: Parameters, layers: Sequence[Layer], in_shape: Sequence[int]) -> Check:
    """The list of layers after a call."""
    probe = Probe()
    call = called(probe, p, layers, in_shape)
    given = [as_told(layer, p) for layer in layers]
    probe.read("layers", f"{call}; layers", UNCHANGED_DATA, PlainData(), data=given)
    return Check("list-unchanged", probe, secondary=True)


FAMILY = Family(
    key="receptive-field-code",
    draw=draw,
    task=InCode(names=("receptive_fields",), checks=checks),
    examples={
        "lecture": Example(
            {
                "axes": 2,
                "keys": ["channels", "kernel", "stride", "padding"],
                "tuples": False,
                "pairs": False,
                "image": ["channels", "height", "width"],
                "columns": ["channels", "height", "width", "parameters", "field", "jump"],
                "layers_first": True,
            },
            source="lecture on convolutional models, problem 1",
        ),
    },
)
