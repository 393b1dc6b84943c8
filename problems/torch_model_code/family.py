"""A convolutional model as a PyTorch class: its layers, its scores and its loss."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypedDict

import numpy as np
from numpy.typing import NDArray

from problems.family import Example, Family, InCode, Level
from problems.forms import Numeric, Shapes
from problems.probe import Call, Check, LoadParameters, Probe, Put, Step
from problems.random_arrays.uniform import uniform
from problems.rules.model import LOGITS, LOSS, LOSS_GRADIENTS, PARAMETER_SHAPES
from problems.rules.purity import UNCHANGED
from problems.stream import Stream
from problems.torch_model_code.weights import steady_images, weights
from reference.model import Layer, logits, parameter_shapes

Array = NDArray[Any]

RELU: Layer = {"kind": "relu"}
FLATTEN: Layer = {"kind": "flatten"}


class Parameters(TypedDict):
    """The model; ``input`` is (C, H, W). The last layer has one output per class."""

    input: list[int]
    layers: list[Layer]


def conv(channels: int, kernel: int, stride: int = 1, padding: int = 0) -> Layer:
    """A convolution with bias."""
    return {
        "kind": "conv",
        "channels": channels,
        "kernel": kernel,
        "stride": stride,
        "padding": padding,
    }


def pool(kind: str, kernel: int, stride: int) -> Layer:
    """A pooling layer: ``max-pool`` or ``mean-pool``."""
    return {"kind": kind, "kernel": kernel, "stride": stride}


def affine(features: int) -> Layer:
    """A fully connected layer with bias."""
    return {"kind": "affine", "features": features}


def draw(stream: Stream, level: Level) -> Parameters:
    """Propose a model: one block, two as in the lecture, or three with strides and other pooling.

    The input's size is such that every layer keeps some, also without the padding, and that none is
    rounded below ``hard``.
    """
    channels = stream.choice((1, 3))
    classes = stream.integer(3, 12)
    if level == "easy":
        kernel = stream.choice((3, 5))
        side = 2 * stream.integer(4, 6) + kernel - 1
        return {
            "input": [channels, side, side],
            "layers": [
                *(conv(stream.integer(4, 9), kernel), RELU, pool("max-pool", 2, 2)),
                *(FLATTEN, affine(classes)),
            ],
        }
    if level == "standard":
        kernel, inner = stream.choice((3, 5)), stream.choice((3, 5))
        side = 2 * (2 * stream.integer(2, 4) + inner - 1) + kernel - 1
        return {
            "input": [channels, side, side],
            "layers": [
                *(conv(stream.integer(4, 8), kernel), RELU, pool("max-pool", 2, 2)),
                *(conv(stream.integer(9, 16), inner), RELU, pool("max-pool", 2, 2)),
                *(FLATTEN, affine(stream.integer(20, 64)), RELU, affine(classes)),
            ],
        }
    height = stream.integer(28, 35)
    first, second = stream.shuffled(("max-pool", "mean-pool"))
    return {
        "input": [channels, height, height + stream.integer(3, 9)],
        "layers": [
            *(conv(stream.integer(4, 8), 5, stride=2, padding=1), RELU),
            pool(first, *stream.choice(((2, 2), (3, 2)))),
            *(conv(stream.integer(9, 16), 3, padding=1), RELU),
            *(conv(stream.integer(17, 24), 3, padding=1), RELU, pool(second, 2, 2)),
            *(FLATTEN, affine(stream.integer(20, 40)), RELU, affine(classes)),
        ],
    }


def flaws(p: Parameters) -> Iterator[str]:
    """Each parameter is known by its shape."""
    shapes = parameter_shapes(p["input"], p["layers"])
    if len(set(shapes)) < len(shapes):
        yield "two parameters have one shape"


def checks(p: Parameters, stream: Stream) -> Iterator[Check]:
    """The parameters, then what a model with given ones makes of batches.

    They have three images each, but in the check that is about their sizes and in the second loss,
    whose mean is over a number of images that is neither three nor that of the classes.
    """
    arrays = weights(stream, parameter_shapes(p["input"], p["layers"]))
    classes = p["layers"][-1]["features"]

    def images(count: int) -> Array:
        return uniform(stream, (count, *p["input"]), limit=2)

    def labels(rare: int, count: int) -> Array:
        """Classes of which the ``rare`` one comes once and another ever else: weights of them show.

        There are three images at least.
        """
        drawn = stream.vector(3, range(classes))[0]
        other = drawn if drawn != rare else (rare + 1) % classes
        return np.array([other, rare, *[other] * (count - 2)])

    count = 4 if classes != 4 else 5

    yield registered(p)
    yield scores(p, arrays, images(3))
    yield scores_of_other_sizes(p, arrays, images(1), images(2))
    first = images(3), labels(0, 3)
    yield losses(p, arrays, first, (images(count), labels(classes - 1, count)))
    yield trainable(p, arrays, steady_images(p["layers"], arrays, lambda: images(3)))
    yield untouched(arrays, images(3))


def registered(p: Parameters) -> Check:
    """The parameters that PyTorch knows of."""
    probe = made()
    probe.read_parameter_shapes(
        "model",
        "ConvModel().parameters()",
        PARAMETER_SHAPES,
        Shapes(),
        in_shape=tuple(p["input"]),
        layers=p["layers"],
    )
    return Check("parameters", probe, marks=2)


def scores(p: Parameters, arrays: list[Array], x: Array) -> Check:
    """One model's scores for a batch."""
    probe = loaded(arrays, x1=x)
    probe.call("s1", "model.fwd", "x1")
    probe.read("s1", "model.fwd(x1)", LOGITS, x=x, layers=p["layers"], arrays=arrays)
    made_anew: list[Step] = [
        *(Call("other", "ConvModel"), Put("images", x, tensor=True)),
        LoadParameters("other", tuple(arrays), "other.fwd", "images"),
    ]
    for own in ((), *(arrays[at : at + 2] for at in range(0, len(arrays), 2))):
        # all others get numbers of their own, so that it shows whether these matter
        steps = (LoadParameters("other", tuple(own)), Call("scores", "other.fwd", ("images",)))
        probe.call_last("scores_by_layer", [*made_anew, *steps], "scores")
        made_anew = []
    return Check("fwd", probe, marks=3)


def scores_of_other_sizes(p: Parameters, arrays: list[Array], *batches: Array) -> Check:
    """One model's scores for batches of several sizes, and for all of their images together."""
    probe = loaded(arrays, x1=batches[0])
    first = 0
    for number, x in enumerate(batches, start=1):
        if number > 1:
            probe.put(f"x{number}", x, tensor=True)
        probe.call(f"s{number}", "model.fwd", f"x{number}")
        probe.read(
            f"s{number}",
            f"model.fwd(x{number})",
            LOGITS,
            x=x,
            layers=p["layers"],
            arrays=arrays,
            first=first,
        )
        probe.call_aside("own_together", "together", "model.fwd", x=np.concatenate(batches))
        first += len(x)
    return Check("other-batch-sizes", probe)


def losses(p: Parameters, arrays: list[Array], *batches: tuple[Array, Array]) -> Check:
    """One model's loss on a few batches."""
    probe = loaded(arrays, x1=batches[0][0])
    for number, (x, y) in enumerate(batches, start=1):
        value = f"value{number}"
        if number > 1:
            probe.put(f"x{number}", x, tensor=True)
        call = call_loss(probe, value, y, number)
        probe.read(value, call, LOSS, x=x, y=y, layers=p["layers"], arrays=arrays)
        probe.call_aside("own_scores", "s", "model.fwd", x=x)
    return Check("loss", probe, marks=2)


def trainable(p: Parameters, arrays: list[Array], x: Array) -> Check:
    """Whether the gradients of all parameters flow back from the loss, and are those of the loss.

    The class of each image is the least likely one, so that no gradient is next to nothing.
    """
    y = np.argmin(logits(x, p["layers"], arrays), axis=1)
    probe = loaded(arrays, x=x)
    call = call_loss(probe, "value", y)
    probe.read_gradients(
        "value",
        "model",
        f"{call}.backward()",
        LOSS_GRADIENTS,
        Numeric(rtol=1e-3, atol=1e-4),
        x=x,
        y=y,
        layers=p["layers"],
        arrays=arrays,
    )
    probe.call_aside("own_scores", "s", "model.fwd", x=x)
    probe.call_aside("own_loss", "l", "model.loss", x=x, y=y)
    return Check("loss-gradient", probe)


def untouched(arrays: list[Array], x: Array) -> Check:
    """The images after a call."""
    probe = loaded(arrays, x=x)
    probe.call("s", "model.fwd", "x")
    probe.read("x", "model.fwd(x); x", UNCHANGED, x=x)
    return Check("input-unchanged", probe, secondary=True)


def loaded(arrays: list[Array], **first: Array) -> Probe:
    """A probe that begins with a model that has the given parameters, and with its first images."""
    probe = made()
    ((name, x),) = first.items()
    images = probe.put(name, x, tensor=True)
    probe.load_parameters("model", arrays, "model.fwd", images)
    return probe


def made() -> Probe:
    """A probe that begins with a model."""
    probe = Probe()
    probe.call("model", "ConvModel")
    return probe


def call_loss(probe: Probe, result: str, y: Array, number: int | str = "") -> str:
    """Work out the loss on a batch of which the images are there; gives the call as written."""
    images = f"x{number}"
    labels = probe.put(f"y{number}", y, tensor=True)
    probe.call(result, "model.loss", images, labels)
    return f"model.loss({images}, {labels})"


FAMILY = Family(
    key="torch-model-code",
    draw=draw,
    flaws=flaws,
    task=InCode(names=("ConvModel",), checks=checks, torch=True, kits=("random_arrays",)),
    examples={
        "lecture": Example(
            {
                "input": [1, 28, 28],
                "layers": [
                    *(conv(16, 5), RELU, pool("max-pool", 2, 2)),
                    *(conv(32, 5), RELU, pool("max-pool", 2, 2)),
                    *(FLATTEN, affine(512), RELU, affine(10)),
                ],
            },
            source="lecture on convolutional models, problem 1.2",
        ),
    },
)
