"""Modules that are made of data, and models that are called without a `forward`."""

from __future__ import annotations

import pytest

from grader.sandbox.inside.called_otherwise import called_otherwise
from tests.grader.sandbox.inside.written import written


def made(line: str) -> list[str]:
    """What becomes of a line of `loss` in a model that has `fwd` beside it."""
    source = f"""
class Model(nn.Module):
    def __init__(self):
        self.pool = nn.MaxPool2d(self.size)
    def fwd(self, x):
        return x
    def loss(self, x, y):
        {line}
"""
    return [one.splitlines()[-1].strip() for one in written(source, called_otherwise)]


@pytest.mark.parametrize(
    ("line", "changed"),
    [
        ("return nn.CrossEntropyLoss(x, y)", "return nn.CrossEntropyLoss()(x, y)"),
        ("return torch.nn.ReLU(nn.ReLU(x))", "return torch.nn.ReLU()(nn.ReLU()(x))"),
        ("return nn.Softmax(x, dim=1)", "return nn.Softmax(dim=1)(x)"),
        ("return F.cross_entropy(self(x), y)", "return F.cross_entropy(self.fwd(x), y)"),
    ],
)
def test_what_is_called_wrongly_is_called_rightly(line: str, changed: str) -> None:
    assert made(line) == [changed]


@pytest.mark.parametrize(
    "line",
    [
        "return nn.Dropout(self.p)(x)",
        "return nn.MaxPool2d(2)",
        "return F.relu(x)",
        "return Model.fwd(self, x)",
    ],
)
def test_what_is_called_rightly_stays(line: str) -> None:
    assert made(line) == []
