"""The rules of a network that learns, by PyTorch: its gradients, its losses and its optimizer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

Array = NDArray[Any]
Parameters = list[dict[str, torch.Tensor]]


def network_loss(
    layers: Any, history: Any, loss: str, batch: str = "single", decay: Any = 0, momentum: Any = 0
) -> float:
    """The loss that the latest call returns."""
    return _Learning(layers, loss, batch, decay, momentum).after(history).losses[-1]


def network_input_gradient(
    layers: Any, history: Any, loss: str, batch: str = "single", decay: Any = 0, momentum: Any = 0
) -> Array:
    """Its gradient by the input of the first layer."""
    return _Learning(layers, loss, batch, decay, momentum).after(history).by_input


def network_parameter_gradient(
    layers: Any,
    history: Any,
    loss: str,
    place: int,
    part: str,
    batch: str = "single",
    decay: Any = 0,
    momentum: Any = 0,
) -> Array:
    """The gradient of the latest loss by a parameter."""
    found = _Learning(layers, loss, batch, decay, momentum).after(history)
    gradient = found.parameters[place][part].grad
    assert gradient is not None
    return gradient.numpy()


def network_parameter(
    layers: Any,
    history: Any,
    loss: str,
    place: int,
    part: str,
    batch: str = "single",
    decay: Any = 0,
    momentum: Any = 0,
) -> Array:
    """A parameter after all steps."""
    found = _Learning(layers, loss, batch, decay, momentum).after(history)
    return found.parameters[place][part].detach().numpy()


def network_losses(
    layers: Any, history: Any, loss: str, batch: str = "single", decay: Any = 0, momentum: Any = 0
) -> list[float]:
    """The losses of the batches, each before its step."""
    return _Learning(layers, loss, batch, decay, momentum).after(history).losses


def _tensor(values: Any) -> torch.Tensor:
    return torch.tensor(np.asarray(values, dtype=float))


_LOSSES: Mapping[str, Callable[[torch.Tensor, Any], torch.Tensor]] = {
    "softmax": lambda q, y: torch.nn.functional.cross_entropy(
        q, torch.tensor(np.asarray(y).astype(int)), reduction="sum"
    ),
    "squared": lambda q, y: torch.nn.functional.mse_loss(q, _tensor(y), reduction="sum"),
    "half-squared": lambda q, y: torch.nn.functional.mse_loss(q, _tensor(y), reduction="sum") / 2,
}


class _Learning:
    """A network with an optimizer: `torch.optim.SGD` with a group for weights and for biases."""

    def __init__(
        self, layers: Sequence[Mapping[str, Any]], loss: str, batch: str, decay: Any, momentum: Any
    ) -> None:
        self.kinds = [each["kind"] for each in layers]
        self.parameters: Parameters = [
            {name: _tensor(each[name]).requires_grad_() for name in ("w", "b") if name in each}
            for each in layers
        ]
        self.loss, self.batch = _LOSSES[loss], batch
        weights, biases = (
            [each[name] for each in self.parameters if name in each] for name in ("w", "b")
        )
        groups: list[dict[str, Any]] = [
            {"params": weights, "weight_decay": float(decay)},
            {"params": biases},
        ]
        self.optimizer = torch.optim.SGD(groups, lr=1.0, momentum=float(momentum))
        self.losses: list[float] = []
        self.by_input: Array = np.zeros(0)

    def after(self, history: Sequence[Mapping[str, Any]]) -> _Learning:
        for call in history:
            match call["do"]:
                case "learn":
                    self._learn(call["x"], call["y"])
                case "step":
                    self._step(call["rate"])
                case "train":
                    for batch in call["batches"]:
                        self._learn(batch["x"], batch["y"])
                        self._step(call["rate"])
        return self

    def _learn(self, given: Any, y: Any) -> None:
        x = _tensor(given).requires_grad_()
        q = x
        for kind, own in zip(self.kinds, self.parameters, strict=True):
            match kind:
                case "affine":
                    q = torch.nn.functional.linear(q, own["w"], own["b"])
                case "relu":
                    q = torch.relu(q)
                case "scale":
                    q = q * own["w"]
        loss = self.loss(q, y) / (len(x) if self.batch == "mean" else 1)
        self.optimizer.zero_grad()
        loss.backward()
        self.losses.append(float(loss.detach()))
        assert x.grad is not None
        self.by_input = x.grad.numpy()

    def _step(self, rate: Any) -> None:
        for group in self.optimizer.param_groups:
            group["lr"] = float(rate)
        self.optimizer.step()
