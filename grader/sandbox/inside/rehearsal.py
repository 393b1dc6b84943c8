"""What every child does, done once before any fork, on programs of our own.

The children then begin with code that the interpreter has adapted and with libraries that have made
up their minds, in memory that they share. Loaded by path in the zygote, as `session` is.
"""

from __future__ import annotations

import sys

from ..wire import encoder, frames
from . import models, session

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Request = tuple[str, tuple[Any, ...]]

_IN_NUMPY = """import numpy as np

class Layer:
    def __init__(self, w):
        self.w = w

    def forward(self, x):
        self.x = np.pad(x, 1, mode="constant")
        out = np.zeros(len(self.x) - len(self.w) + 1)
        for i in range(len(out)):
            out[i] = np.sum(self.x[i : i + len(self.w)] * self.w[::-1])
        return out

def layer(x, w):
    made = Layer(w)
    total = 0.0
    for a, b in zip(made.forward(x), np.flip(x), strict=False):
        total += a * b
    return np.array([total, np.dot(x, x)])
"""

_IN_TORCH = """import torch
from torch import nn
import torch.nn.functional as F

class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 4, kernel_size=3, stride=1, padding=1)
        self.conv2 = nn.Conv2d(4, 9, 3, 2)
        self.fc1 = nn.Linear(36, 8)
        self.fc2 = nn.Linear(8, 5)

    def forward(self, x):
        h = F.max_pool2d(torch.relu(self.conv1(x)), 2, 2)
        h = nn.functional.avg_pool2d(F.relu(self.conv2(h)), 2, stride=1)
        h = torch.relu(self.fc1(h.flatten(1)))
        return self.fc2(h.view(h.shape[0], -1))

    def loss(self, x, y):
        return nn.functional.cross_entropy(self.forward(x), y)
"""


def rehearse() -> None:
    """Runs our programs as a student's, with what the zygote has imported.

    Raises RehearsalError.
    """
    main = sys.modules["__main__"]
    try:
        if "numpy" in sys.modules:
            _perform(_numpy_requests())
        if "torch" in sys.modules:
            _perform(_torch_requests())
            models.prepares_kernels(wanted=True)
    finally:
        sys.modules["__main__"] = main
        sys.modules.pop("submission", None)


class RehearsalError(Exception):
    """A program of ours did not run well, which is a fault of ours."""


def _perform(requests: list[Request]) -> None:
    actor = session.Session()
    for verb, arguments in requests:
        kind, encoded = actor.answer(verb, arguments)
        answer = frames.decode(encoded)
        if kind not in ("done", "cell", "read", "value"):
            raise RehearsalError(f"{verb} could not be rehearsed: {answer}")


def _opening(source: str, statements: int, name: str) -> list[Request]:
    return [
        ("prepare", (frames.MAX_BYTES,)),
        ("parse", (0, source, 1)),
        ("facts", ((0,), ())),
        ("forget", ((name,),)),
        *(("run", (0, number)) for number in range(statements)),
        ("capture", (name,)),
        ("keep", ("1",)),
        ("finish", ()),
        ("probe", ("1",)),
    ]


def _numpy_requests() -> list[Request]:
    import numpy

    return [
        *_opening(_IN_NUMPY, 3, "layer"),
        ("put", ("x", encoder.encode(numpy.arange(5.0)), False)),
        ("put", ("w", encoder.encode(numpy.arange(3)), False)),
        ("call", ("result", "layer", ("x", "w"), {})),
        ("read", ("result",)),
    ]


def _torch_requests() -> list[Request]:
    """A model is made and run, forwards only: after a backward pass a fork would hang."""
    import numpy

    shapes = (4, 1, 3, 3), (4,), (9, 4, 3, 3), (9,), (8, 36), (8,), (5, 8), (5,)
    arrays = encoder.encode(tuple(numpy.ones(shape) for shape in shapes))
    images = numpy.ones((2, 1, 14, 14), dtype=numpy.float32)
    labels = encoder.encode(frames.Tensor(numpy.array([0, 3])))
    requests = _opening(_IN_TORCH, 4, "Model")
    for number in range(2):  # the second time takes other ways
        requests += [
            ("call", ("model", "Model", (), {})),
            ("shapes", ("model",)),
            ("fill", ("model", arrays, "", "")),
            ("put", ("x", encoder.encode(frames.Tensor(images)), True)),
            ("put", ("y", labels, True)),
            ("call", ("scores", "model.forward", ("x",), {})),
            ("read", ("scores",)),
            ("call", ("loss", "model.loss", ("x", "y"), {})),
            ("read", ("loss",)),
            ("read", ("loss.requires_grad",)),
        ]
        images = images[number:, :, :, :]
    return requests
