"""The checks: one function each of a sheet at a time, then what they come to together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.forms import Choice
from problems.probe import Check, Probe
from problems.rules.purity import UNCHANGED
from problems.stream import Stream
from problems.torch_train_code.inputs import evaluated_inputs, parameters, training_inputs
from problems.torch_train_code.network import Parameters, depths, paths
from problems.torch_train_code.rules import (
    ACCURACY,
    KEPT,
    MODE,
    NEW_HEAD,
    NEW_SCORES,
    NUMBER,
    OPTION,
    RATES,
    TRAINED,
    TRAINED_NAMES,
    TRAINING_LOSS,
)
from reference.training import Batch, Training

Array = NDArray[Any]

TRUTH = Choice(("False", "True"))
TEXT = Choice(("found", "wanted"))
"""Texts and lists of them are compared as they are."""

OPTIONS = {"momentum": "momentum", "weight_decay": "decay"}
"""What training has beside its rates, by what PyTorch calls it."""

_RATES = (0.1, 0.2, 0.25)


# -- a step ----------------------------------------------------------------------------------------


def step_checks(p: Parameters, stream: Stream) -> Iterator[Check]:
    """The loss and the parameters after one step and after several, with momentum too."""
    yield losses(p, stream)
    yield one_step(p, stream, marks=3)
    yield several_steps("several-steps", p, stream, marks=3)
    yield several_steps("momentum", p, stream, momentum=stream.choice((0.5, 0.75, 0.9)))
    yield number_returned(p, stream)
    yield untouched(p, stream)


def losses(p: Parameters, stream: Stream) -> Check:
    """What a step returns on batches of several sizes, each of a model of its own."""
    probe = Probe()
    for number, size in enumerate((3, 1, 6), start=1):
        training = plain_training(p, stream)
        arrays, (batch,) = inputs_of(p, stream, training, (size,))
        made(probe, p, arrays)
        optimizer(probe, training)
        step(probe, p, batch, number)
        read_loss(probe, p, number, [batch], arrays, training)
    return Check("loss", probe, marks=2, of=p["names"]["step"])


def one_step(p: Parameters, stream: Stream, marks: int) -> Check:
    """All parameters after one step."""
    training = plain_training(p, stream)
    arrays, batches = inputs_of(p, stream, training, (4,))
    probe = made(Probe(), p, arrays)
    optimizer(probe, training)
    step(probe, p, batches[0])
    read_parameters(probe, p, call_of(p), batches, arrays, training)
    return Check("one-step", probe, marks, of=p["names"]["step"])


def several_steps(
    name: str, p: Parameters, stream: Stream, marks: int = 1, momentum: float = 0
) -> Check:
    """The losses of steps on one model after another, and all parameters after the last one."""
    training = plain_training(p, stream) | ({"momentum": momentum} if momentum else {})
    arrays, batches = inputs_of(p, stream, training, (3, 5, 2))
    probe = made(Probe(), p, arrays)
    optimizer(probe, training)
    train(probe, p, batches, arrays, training)
    return Check(name, probe, marks, of=p["names"]["step"])


def number_returned(p: Parameters, stream: Stream) -> Check:
    """Whether the loss is a number of Python's, and no tensor."""
    training = plain_training(p, stream)
    arrays, (batch,) = inputs_of(p, stream, training, (3,))
    probe = made(Probe(), p, arrays)
    optimizer(probe, training)
    step(probe, p, batch)
    probe.use("isinstance", "builtins.isinstance")
    probe.use("Number", "numbers.Number")
    probe.call("is_number", "isinstance", "loss", "Number")
    probe.read("is_number", f"isinstance({call_of(p)}, Number)", NUMBER, TRUTH, kind="float")
    return Check("number", probe, secondary=True, of=p["names"]["step"])


def untouched(p: Parameters, stream: Stream) -> Check:
    """The images and their classes after a step."""
    training = plain_training(p, stream)
    arrays, (batch,) = inputs_of(p, stream, training, (3,))
    probe = made(Probe(), p, arrays)
    optimizer(probe, training)
    step(probe, p, batch)
    for name in ("x", "y"):
        probe.read(name, f"{call_of(p)}; {name}", UNCHANGED, x=batch[name])
    return Check("inputs-unchanged", probe, secondary=True, of=p["names"]["step"])


# -- a new head ------------------------------------------------------------------------------------


def head_checks(p: Parameters, stream: Stream) -> Iterator[Check]:
    """What the new head is, what of the model is trained, and how it is; then plain steps."""
    yield replaced(p, stream)
    yield frozen(p, stream)
    yield fine_tuned(p, stream)
    yield several_steps("several-steps", p, stream, marks=3)
    yield kept(p, stream)
    yield number_returned(p, stream)


def replaced(p: Parameters, stream: Stream) -> Check:
    """The new head as PyTorch prints it, and how many scores it really makes."""
    probe = made(Probe(), p, parameters(stream, p["input"], p["layers"]))
    call, classes = replace(probe, p, stream)
    head = f"model.{p['parts'][1]}"
    probe.call("head", f"{head}.__repr__")
    probe.read(
        "head",
        f"{call}; {head}",
        NEW_HEAD,
        TEXT,
        features=p["features"],
        classes=classes,
        bias=p["layers"][-1]["bias"],
        before=p["layers"][-1]["features"],
    )
    probe.put("features", np.ones((1, p["features"])), tensor=True)
    probe.call("scores", head, "features")
    probe.read(
        "scores.shape",
        f"{call}; {head}(features).shape",
        NEW_SCORES,
        features=p["features"],
        classes=classes,
        before=p["layers"][-1]["features"],
    )
    return Check("new-head", probe, marks=2, of=p["names"]["head"])


def frozen(p: Parameters, stream: Stream) -> Check:
    """The names of the parameters that are trained."""
    probe = made(Probe(), p, parameters(stream, p["input"], p["layers"]))
    call, _ = replace(probe, p, stream)
    probe.read_trained_names(
        "model", f"{call}; requires_grad", TRAINED_NAMES, TEXT, **frozen_part(p)
    )
    probe.read_aside("first_weight", f"model.{p['parts'][1]}.0.weight")
    return Check("trained", probe, marks=2, of=p["names"]["head"])


def frozen_part(p: Parameters) -> dict[str, Any]:
    """What of the model is frozen, what else might have been, and what the old head made."""
    backbone, _ = p["parts"]
    other = f"{backbone}.0" if p["frozen"] == backbone else backbone
    before = p["layers"][-1]["features"]
    return {"names": paths(p), "frozen": p["frozen"], "other": other, "before": before}


def fine_tuned(p: Parameters, stream: Stream) -> Check:
    """Steps of a model whose head is new, with an optimizer for all of its parameters."""
    probe = made(Probe(), p, parameters(stream, p["input"], p["layers"]))
    _, classes = replace(probe, p, stream)
    layers = [*p["layers"][:-1], {**p["layers"][-1], "features": classes}]
    new: Parameters = {**p, "layers": layers}
    training = plain_training(new, stream)
    rates = [
        0 if path.startswith(f"{p['frozen']}.") else rate
        for path, rate in zip(paths(new), training["rates"], strict=True)
    ]
    training = {**training, "rates": rates}
    arrays, batches = inputs_of(new, stream, training, (3, 4))
    probe.set_parameters("model", arrays)
    optimizer(probe, training)
    train(probe, new, batches, arrays, training, **frozen_part(p))
    return Check("fine-tuning", probe, marks=3, of=p["names"]["head"])


def kept(p: Parameters, stream: Stream) -> Check:
    """The parameters of the backbone once the head is new."""
    arrays = parameters(stream, p["input"], p["layers"])
    probe = made(Probe(), p, arrays)
    call, _ = replace(probe, p, stream)
    for path, array in zip(paths(p), arrays, strict=True):
        if path.startswith(p["parts"][0]):
            probe.read(f"model.{path}", f"{call}; model.{path}", KEPT, x=array)
    return Check("backbone-kept", probe, secondary=True, of=p["names"]["head"])


def replace(probe: Probe, p: Parameters, stream: Stream) -> tuple[str, int]:
    """A new head for more classes than the old one has: the call as it is written, and how many."""
    classes = p["layers"][-1]["features"] + stream.integer(1, 4)
    name = p["names"]["head"]
    probe.call("nothing", name, "model", probe.put("classes", classes))
    return f"{name}(model, {classes})", classes


# -- groups and an evaluation ----------------------------------------------------------------------


def group_checks(p: Parameters, stream: Stream) -> Iterator[Check]:
    """The options of each parameter, the evaluation, and steps with what was made."""
    yield grouped(p, stream)
    yield regularised(p, stream)
    yield evaluated(p, stream)
    yield left_as_it_was(p, stream)
    yield one_step(p, stream, marks=2)
    yield several_steps("several-steps", p, stream, marks=2)
    yield all_together(p, stream)
    yield number_returned(p, stream)


def grouped(p: Parameters, stream: Stream) -> Check:
    """The learning rates of all parameters."""
    probe = Probe()
    for _ in range(2):
        made(probe, p, parameters(stream, p["input"], p["layers"]))
        call, rate, divisor = group(probe, p, stream)
        probe.read_group_options(
            "optimizer",
            "lr",
            [f"model.{path}" for path in paths(p)],
            f"{call}; lr",
            RATES,
            rate=rate,
            factor=divisor,
            depths=depths(p),
        )
    return Check("learning-rates", probe, marks=3, of=p["names"]["groups"])


def regularised(p: Parameters, stream: Stream) -> Check:
    """What all parameters have beside their learning rates."""
    probe = made(Probe(), p, parameters(stream, p["input"], p["layers"]))
    call, _, _ = group(probe, p, stream)
    names = [f"model.{path}" for path in paths(p)]
    probe.read_group_options(
        "optimizer",
        p["option"],
        names,
        f"{call}; {p['option']}",
        OPTION,
        each=p["value"],
        count=len(names),
        depths=depths(p),
    )
    return Check(f"{OPTIONS[p['option']]}-of-all", probe, of=p["names"]["groups"])


def evaluated(p: Parameters, stream: Stream) -> Check:
    """The share of a batch that a model without dropout knows.

    There are as many images as classes: there it shows over which axis the largest logit is looked
    for. Where nothing is shown there are others.
    """
    probe = Probe()
    classes = p["layers"][-1]["features"]

    def evaluation(stream: Stream, count: int, number: int | str = "") -> None:
        arrays, batch = evaluated_inputs(stream, p["input"], p["layers"], count)
        made(probe, p, arrays)
        evaluate(probe, p, batch, arrays, number)

    for number in (1, 2):
        evaluation(stream, classes, number)
    others = stream.branch("unseen")
    probe.go_on_unseen(lambda: evaluation(others, 9))
    return Check("accuracy", probe, marks=2, of=p["names"]["accuracy"])


def left_as_it_was(p: Parameters, stream: Stream) -> Check:
    """The same of a model of which dropout leaves nothing in training, and its mode afterwards."""
    probe = Probe()
    for number, is_training in enumerate((True, False), start=1):
        arrays, batch = evaluated_inputs(
            stream, p["input"], p["layers"], p["layers"][-1]["features"]
        )
        made(probe, p, arrays, drop=1.0)
        probe.call("mode", "model.train", probe.put("is_training", is_training))
        call = evaluate(probe, p, batch, arrays, number, dropped=is_training)
        probe.read("model.training", f"{call}; model.training", MODE, TRUTH, training=is_training)
    return Check("mode", probe, marks=2, of=p["names"]["accuracy"])


def all_together(p: Parameters, stream: Stream) -> Check:
    """Steps with an optimizer of the program's, and an evaluation between them."""
    probe = Probe()
    rate, factor, divisor = drawn_rates(p, stream)
    training = {
        "reduction": p["reduction"],
        "rates": [rate / divisor**depth for depth in depths(p)],
        "clip": p["clip"],
        OPTIONS[p["option"]]: p["value"],
    }
    arrays, batches = inputs_of(p, stream, training, (p["layers"][-1]["features"], 7))
    made(probe, p, arrays)
    call_group(probe, p, rate, factor)
    given = {"rate": rate, "factor": divisor, "depths": depths(p)}
    step(probe, p, batches[0], 1)
    read_loss(probe, p, 1, batches[:1], arrays, training, **given)
    probe.call("share", p["names"]["accuracy"], *arguments_of(p, 1, without="optimizer"))
    step(probe, p, batches[1], 2)
    read_loss(probe, p, 2, batches, arrays, training, **given)
    read_parameters(probe, p, call_of(p, 2), batches, arrays, training, **given)
    return Check("all-together", probe, marks=2, of=p["names"]["groups"])


def drawn_rates(p: Parameters, stream: Stream) -> tuple[float, float, float]:
    """A learning rate, a factor as the program gets it, and what it divides by."""
    divisor = stream.choice((2, 4))
    return stream.choice((0.5, 0.75, 1.0)), divisor if p["divides"] else 1 / divisor, divisor


def group(probe: Probe, p: Parameters, stream: Stream) -> tuple[str, float, float]:
    """An optimizer of the program's: the call as it is written, the rate, what it is divided by."""
    rate, factor, divisor = drawn_rates(p, stream)
    return call_group(probe, p, rate, factor), rate, divisor


def call_group(probe: Probe, p: Parameters, rate: float, factor: float) -> str:
    """An optimizer of the program's; gives the call as it is written."""
    name = p["names"]["groups"]
    probe.call("optimizer", name, "model", probe.put("rate", rate), probe.put("factor", factor))
    return f"{name}(model, {rate}, {factor})"


def evaluate(
    probe: Probe,
    p: Parameters,
    batch: Batch,
    arrays: Sequence[Array],
    number: int | str,
    dropped: bool = False,
) -> str:
    """The accuracy on a batch; gives the call as it is written.

    ``dropped`` says that dropout leaves nothing, unless the model is put into evaluation mode.
    """
    for name in ("x", "y"):
        probe.put(f"{name}{number}", batch[name], tensor=True)
    arguments = arguments_of(p, number, without="optimizer")
    name = p["names"]["accuracy"]
    probe.call(f"share{number}", name, *arguments)
    call = f"{name}({', '.join(arguments)})"
    probe.read(
        f"share{number}",
        call,
        ACCURACY,
        x=batch["x"],
        y=batch["y"],
        layers=p["layers"],
        arrays=arrays,
        dropped=dropped,
    )
    return call


# -- steps of probes -------------------------------------------------------------------------------


def plain_training(p: Parameters, stream: Stream) -> dict[str, Any]:
    """One learning rate for all parameters."""
    training: dict[str, Any] = {
        "reduction": p["reduction"],
        "rates": [stream.choice(_RATES)] * len(paths(p)),
    }
    return {**training, "clip": p["clip"]} if "clip" in p else training


def inputs_of(
    p: Parameters, stream: Stream, training: Training, sizes: Sequence[int]
) -> tuple[list[Array], list[Batch]]:
    """Parameters and batches for the model of the sheet."""
    return training_inputs(stream, p["input"], p["layers"], training, sizes)


def made(probe: Probe, p: Parameters, arrays: Sequence[Array], drop: float = 0.0) -> Probe:
    """A model with given parameters."""
    given = [probe.put("drop", drop)] if p["kind"] == "groups" else []
    probe.call("model", "Net", *given)
    probe.set_parameters("model", arrays)
    return probe


def optimizer(probe: Probe, training: Training) -> None:
    """Plain gradient descent for all parameters of the model, or with momentum."""
    probe.use("SGD", "torch.optim.SGD")
    options = {"lr": probe.put("rate", max(training["rates"]))}
    if training.get("momentum"):
        options["momentum"] = probe.put("momentum", training["momentum"])
    probe.call("parameters", "model.parameters")
    probe.call("optimizer", "SGD", "parameters", **options)


def step(probe: Probe, p: Parameters, batch: Batch, number: int | str = "") -> None:
    """One step of training."""
    for name in ("x", "y"):
        probe.put(f"{name}{number}", batch[name], tensor=True)
    probe.call(f"loss{number}", p["names"]["step"], *arguments_of(p, number))


def arguments_of(p: Parameters, number: int | str = "", without: str = "") -> list[str]:
    """The names of the arguments of a step, in the order of the sheet; all, or without one."""
    names = [name for name in p["order"] if name != without]
    return [f"{name}{number}" if name in ("x", "y") else name for name in names]


def call_of(p: Parameters, number: int | str = "") -> str:
    """A step as it is written."""
    return f"{p['names']['step']}({', '.join(arguments_of(p, number))})"


def train(
    probe: Probe,
    p: Parameters,
    batches: Sequence[Batch],
    arrays: Sequence[Array],
    training: Training,
    **given: Any,
) -> None:
    """A step on each batch with its loss, and the parameters after the last."""
    for number, batch in enumerate(batches, start=1):
        step(probe, p, batch, number)
        read_loss(probe, p, number, batches[:number], arrays, training, **given)
    read_parameters(probe, p, call_of(p, len(batches)), batches, arrays, training, **given)


def read_loss(
    probe: Probe,
    p: Parameters,
    number: int,
    batches: Sequence[Batch],
    arrays: Sequence[Array],
    training: Training,
    **given: Any,
) -> None:
    """What a step has returned; with what else is ``given``, from which mistakes may be told."""
    probe.read(
        f"loss{number}",
        call_of(p, number),
        TRAINING_LOSS,
        batches=batches,
        layers=p["layers"],
        arrays=arrays,
        training=training,
        **given,
    )
    probe.read_aside("own_gradient", f"model.{paths(p)[-1]}.grad")


def read_parameters(
    probe: Probe,
    p: Parameters,
    call: str,
    batches: Sequence[Batch],
    arrays: Sequence[Array],
    training: Training,
    **given: Any,
) -> None:
    """All parameters after steps, and what gradient each has, from which they may be judged.

    A new head may lack its bias, which is for another check; so that is not looked at here.
    """
    for place, path in enumerate(paths(p)):
        if "frozen" in given and path == f"{p['parts'][1]}.bias":
            continue
        probe.read(
            f"model.{path}",
            f"{call}; model.{path}",
            TRAINED,
            batches=batches,
            layers=p["layers"],
            arrays=arrays,
            training=training,
            place=place,
            **given,
        )
        probe.read_aside("own_gradient", f"model.{path}.grad")
