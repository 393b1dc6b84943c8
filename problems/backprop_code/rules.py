"""Rules of a network that learns, and the mistakes that are made in it.

Layers and histories are those of `learning`. A mistake is made throughout: what it does is seen in
all that is asked, and costs once.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.backprop_code import learning
from problems.backprop_code.learning import RIGHT, Habits, Layer, Layers, Program, Record, Task
from problems.rule import NotApplicableError, Rule, Slip, WouldFailError
from problems.rules.purity import UNCHANGED

Array = NDArray[Any]
Seen = Callable[[Program, int, str], Any]
"""What is looked at after all calls, perhaps in a layer of a number, under a name."""


def _carried_out(layers: Sequence[Record], task: Task, history: Any, habits: Habits) -> Program:
    program = Program([Layer(each) for each in layers], task, habits)
    program.carry_out(history)
    return program


def network_loss(
    layers: Any, history: Any, loss: str, batch: str = "single", decay: Any = 0, momentum: Any = 0
) -> float:
    """The loss that the latest call returns."""
    task = Task(loss, batch, float(decay), float(momentum))
    return _carried_out(layers, task, history, RIGHT).number()


def network_input_gradient(
    layers: Any, history: Any, loss: str, batch: str = "single", decay: Any = 0, momentum: Any = 0
) -> Array:
    """Its gradient by the input of the first layer, of the shape of x."""
    task = Task(loss, batch, float(decay), float(momentum))
    return _carried_out(layers, task, history, RIGHT).dx


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
    """The gradient that a layer holds by one of its parameters, of the parameter's shape."""
    task = Task(loss, batch, float(decay), float(momentum))
    return _carried_out(layers, task, history, RIGHT).layers[place].gradients[part]


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
    """A parameter of a layer."""
    task = Task(loss, batch, float(decay), float(momentum))
    return _carried_out(layers, task, history, RIGHT).layers[place].values[part]


def network_losses(
    layers: Any, history: Any, loss: str, batch: str = "single", decay: Any = 0, momentum: Any = 0
) -> list[float]:
    """The losses that training returns, one for each batch."""
    task = Task(loss, batch, float(decay), float(momentum))
    found: list[float] = _carried_out(layers, task, history, RIGHT).losses
    return found


# -- mistakes in the loss --------------------------------------------------------------------------

_Value = Callable[[Array, Any], Any]


def _only(loss: str, function: _Value) -> Callable[[Array, Any, Task], Any]:
    """A mistake in one of the losses, worked out for each datum or each gradient."""

    def wrong(q: Array, y: Any, task: Task) -> Any:
        if not task.loss.endswith(loss):
            raise NotApplicableError("another loss is needed")
        return function(q, y)

    return wrong


def _value(loss: str, each: _Value) -> Callable[[Array, Any, Task], float]:
    made = _only(loss, each)
    return lambda q, y, task: learning.put_together(np.asarray(made(q, y, task)), task)


def _start(loss: str, each: _Value) -> Callable[[Array, Any, Task], Array]:
    made = _only(loss, each)
    return lambda q, y, task: learning.shared_out(np.asarray(made(q, y, task)), task)


def _true(p: Array, y: Any) -> Array:
    return np.asarray((p * learning.one_hot(p, y)).sum(axis=-1))


def _likelihood(p: Array, y: Any) -> Array:
    return -np.log(_true(p, y))


_softmax = learning.softmax


def _with_batch(batch: str) -> Habits:
    """The losses of a batch put together in a way that is not asked for."""

    def other(task: Task) -> Task:
        if task.batch in ("single", batch):
            raise NotApplicableError("a batch that is put together otherwise is needed")
        return replace(task, batch=batch)

    return Habits(
        value=lambda q, y, task: learning.loss_value(q, y, other(task)),
        start=lambda q, y, task: learning.loss_gradient(q, y, other(task)),
    )


def _either(habits: Habits) -> tuple[Habits, ...]:
    """A mistake in the loss and in its gradient, or in one of the two."""
    return (
        habits,
        replace(habits, value=learning.loss_value),
        replace(habits, start=learning.loss_gradient),
    )


def _factor(loss: str, value: float, gradient: float) -> Habits:
    """A squared error times another factor than that of the sheet."""

    def of(task: Task) -> None:
        if task.loss != loss:
            raise NotApplicableError("another loss is needed")

    def wrong_value(q: Array, y: Any, task: Task) -> float:
        of(task)
        return float(value * learning.loss_value(q, y, task))

    def wrong_start(q: Array, y: Any, task: Task) -> Array:
        of(task)
        return np.asarray(gradient * learning.loss_gradient(q, y, task))

    return Habits(value=wrong_value, start=wrong_start)


def _over_components(q: Array, y: Any, task: Task) -> float:
    _only("squared", lambda q, y: None)(q, y, task)
    return float(learning.loss_value(q, y, task) / q.shape[-1])


def _start_over_components(q: Array, y: Any, task: Task) -> Array:
    _only("squared", lambda q, y: None)(q, y, task)
    return np.asarray(learning.loss_gradient(q, y, task) / q.shape[-1])


def _one_term_divided(output: bool) -> Callable[[Array, Any, Task], Array]:
    """The gradient of a mean in which the output or the target alone is divided."""

    def wrong(q: Array, y: Any, task: Task) -> Array:
        if task.batch != "mean":
            raise NotApplicableError("a mean of losses is needed")
        whole = replace(task, batch="sum")
        if task.loss == "softmax":
            first = _softmax(q)
        else:
            first = (1.0 if task.loss == "half-squared" else 2.0) * q
        second = first - learning.loss_gradient(q, y, whole)
        return first / len(q) - second if output else first - second / len(q)

    return wrong


def _ones(q: Array, y: Any, task: Task) -> Array:
    return np.ones(q.shape)


def _squared_sum(over_all: bool) -> Callable[[Array, Any, Task], float]:
    """The errors added up before they are squared: those of each datum, or all of them."""

    def value(q: Array, y: Any, task: Task) -> float:
        _only("squared", lambda q, y: None)(q, y, task)
        half = 0.5 if task.loss == "half-squared" else 1.0
        errors = learning.difference(q, y)
        if over_all:
            return float(half * errors.sum() ** 2)
        return learning.put_together(half * errors.sum(axis=-1) ** 2, task)

    return value


def _counted_from_labels(q: Array, y: Any) -> Array:
    """The one-hot rows with as many classes as the labels show.

    Raises WouldFailError where they do not fit the probabilities.
    """
    rows = np.eye(int(np.max(y)) + 1)[np.asarray(y).astype(int)]
    learning.together(q, rows, np.add)
    return np.asarray(rows)


def _likelihood_of_counted(q: Array, y: Any) -> Array:
    rows = _counted_from_labels(q, y)
    return np.asarray(-(np.log(_softmax(q)) * rows).sum(axis=-1))


LOSS: Mapping[str, tuple[Habits, ...]] = {
    "softmax-applied-twice": _either(
        Habits(
            value=_value("softmax", lambda q, y: _likelihood(_softmax(_softmax(q)), y)),
            start=_start(
                "softmax", lambda q, y: learning.likelihood_gradient(_softmax(_softmax(q)), y)
            ),
        )
    ),
    "log-sign-forgotten": (
        Habits(value=_value("softmax", lambda q, y: -_likelihood(_softmax(q), y))),
    ),
    "probability-for-loss": (
        Habits(value=_value("softmax", lambda q, y: 1 - _true(_softmax(q), y))),
    ),
    "loss-without-logarithm": (
        Habits(value=_value("softmax", lambda q, y: -_true(_softmax(q), y))),
        Habits(value=_value("softmax", lambda q, y: _true(_softmax(q), y))),
    ),
    "logit-for-loss": (Habits(value=_value("softmax", lambda q, y: -_true(q, y))),),
    "log-of-base-two": (
        Habits(value=_value("softmax", lambda q, y: _likelihood(_softmax(q), y) / np.log(2))),
    ),
    "classes-counted-from-labels": _either(
        Habits(
            value=_value("softmax", _likelihood_of_counted),
            start=_start("softmax", lambda q, y: _softmax(q) - _counted_from_labels(q, y)),
        )
    ),
    "one-hot-forgotten": (Habits(start=_start("softmax", lambda q, y: _softmax(q))),),
    "logits-gradient-sign-turned": (
        Habits(start=_start("softmax", lambda q, y: -learning.likelihood_gradient(_softmax(q), y))),
    ),
    "logits-for-probabilities": (Habits(start=_start("softmax", learning.likelihood_gradient)),),
    "softmax-skipped-in-gradient": (
        Habits(start=_start("softmax", lambda q, y: -learning.one_hot(q, y) / _softmax(q))),
    ),
    "error-sign-turned": (Habits(start=lambda q, y, task: -_squared_start(q, y, task)),),
    "half-of-square-forgotten": _either(_factor("half-squared", 2.0, 2.0)),
    "factor-two-forgotten": (Habits(start=_factor("squared", 1.0, 0.5).start),),
    "halved-error": (
        _factor("squared", 0.5, 0.5),
        replace(_factor("squared", 0.5, 1.0), start=learning.loss_gradient),
    ),
    "sum-of-errors-squared": (
        Habits(value=_squared_sum(False)),
        Habits(value=_squared_sum(True)),
    ),
    "averaged-over-components": _either(
        Habits(value=_over_components, start=_start_over_components)
    ),
    "batch-summed": _either(_with_batch("sum")),
    "batch-averaged": _either(_with_batch("mean")),
    "one-term-divided": (
        Habits(start=_one_term_divided(True)),
        Habits(start=_one_term_divided(False)),
    ),
    "loss-gradient-of-ones": (Habits(start=_ones),),
    "output-passed-back": (
        Habits(start=lambda q, y, task: q),
        Habits(start=lambda q, y, task: learning.shared_out(q, task)),
    ),
}


def _squared_start(q: Array, y: Any, task: Task) -> Array:
    _only("squared", lambda q, y: None)(q, y, task)
    return learning.loss_gradient(q, y, task)


# -- mistakes in the passes ------------------------------------------------------------------------


def _forward_order(layers: Layers, dq: Array) -> Array:
    return learning.back(layers[::-1], dq)


def _same_to_each(layers: Layers, dq: Array) -> Array:
    dx = dq
    for layer in reversed(layers):
        dx = layer.bwd_pass(dq)
    return dx


def _first_left_out(layers: Layers, dq: Array) -> Array:
    return learning.back(layers[1:], dq)


def _last_left_out(layers: Layers, dq: Array) -> Array:
    return learning.back(layers[:-1], dq)


def _nowhere(layers: Layers, dq: Array) -> Array:
    return dq


def _loss_gradient_kept(layers: Layers, dq: Array) -> Array:
    """All goes back as it should, but the gradient of the loss is returned."""
    learning.back(layers, dq)
    return dq


def _list_turned_round(layers: Layers, dq: Array) -> Array:
    """The way back through the list itself turned round, which stays so."""
    layers.reverse()
    return _forward_order(layers, dq)


PASSES: Mapping[str, tuple[Habits, ...]] = {
    "layers-in-forward-order": (Habits(back=_forward_order),),
    "list-turned-round": (Habits(back=_list_turned_round),),
    "gradient-not-passed-on": (Habits(back=_same_to_each),),
    "last-layer-not-run": (
        Habits(forward=lambda layers: layers[:-1], back=_last_left_out),
        Habits(forward=lambda layers: layers[:-1]),
        Habits(back=_last_left_out),
    ),
    "first-layer-not-run": (
        Habits(back=_first_left_out),
        Habits(forward=lambda layers: layers[1:], back=_first_left_out),
    ),
    "backward-pass-forgotten": (Habits(back=_nowhere),),
    "loss-gradient-returned": (Habits(back=_loss_gradient_kept),),
}

# -- mistakes in the step --------------------------------------------------------------------------


def _alone(name: str) -> Callable[[Layer], Sequence[str]]:
    return lambda layer: tuple(each for each in layer.values if each == name)


def _with_parameters(layers: Layers) -> Layers:
    return [layer for layer in layers if layer.values]


def _decay(wrong: Callable[[Layer, str, float], Any]) -> Callable[[Layer, str, Task], Array]:
    def direction(layer: Layer, name: str, task: Task) -> Array:
        if not task.decay:
            raise NotApplicableError("a weight decay is needed")
        return np.asarray(layer.gradients[name] + wrong(layer, name, task.decay))

    return direction


def _weights_alone(layer: Layer, name: str, decay: float) -> Any:
    return decay * layer.values[name] if name == "w" else 0.0


def _decay_without_rate(layer: Layer, name: str, along: Array, rate: float, task: Task) -> Array:
    if not task.decay:
        raise NotApplicableError("a weight decay is needed")
    decay = _weights_alone(layer, name, task.decay)
    return np.asarray(rate * layer.gradients[name] + decay)


_Velocity = Callable[[Layer, str, Array, float, Task], Array]


def _moving(wrong: _Velocity) -> _Velocity:
    def velocity(layer: Layer, name: str, along: Array, rate: float, task: Task) -> Array:
        if not task.momentum:
            raise NotApplicableError("a momentum is needed")
        return wrong(layer, name, along, rate, task)

    return velocity


def _no_momentum(layer: Layer, name: str, along: Array, rate: float, task: Task) -> Array:
    return rate * along


def _velocity_averaged(layer: Layer, name: str, along: Array, rate: float, task: Task) -> Array:
    return learning.velocity(layer, name, (1 - task.momentum) * along, rate, task)


def _rate_inside(layer: Layer, name: str, along: Array, rate: float, task: Task) -> Array:
    return learning.velocity(layer, name, rate * along, 1.0, task)


def _rate_left_out(layer: Layer, name: str, along: Array, rate: float, task: Task) -> Array:
    return learning.velocity(layer, name, along, 1.0, task)


def _without_scales(layers: Layers) -> Layers:
    if all(layer.kind != "scale" for layer in layers):
        raise NotApplicableError("a layer that scales is needed")
    return [layer for layer in layers if layer.kind != "scale"]


STEP: Mapping[str, tuple[Habits, ...]] = {
    "step-uphill": (Habits(sign=1.0),),
    "learning-rate-forgotten": (Habits(velocity=_rate_left_out),),
    "weights-alone-stepped": (Habits(names=_alone("w")),),
    "biases-alone-stepped": (Habits(names=_alone("b")),),
    "first-layer-alone-stepped": (Habits(stepped=lambda layers: _with_parameters(layers)[:1]),),
    "last-layer-alone-stepped": (Habits(stepped=lambda layers: _with_parameters(layers)[-1:]),),
    "last-layer-not-stepped": (Habits(stepped=lambda layers: _with_parameters(layers)[:-1]),),
    "scales-not-stepped": (Habits(stepped=_without_scales),),
    "parameters-not-stepped": (Habits(stepped=lambda layers: []),),
    "decay-forgotten": (Habits(direction=_decay(lambda layer, name, decay: 0.0)),),
    "decay-sign-turned": (
        Habits(direction=_decay(lambda layer, name, d: -_weights_alone(layer, name, d))),
    ),
    "decay-of-biases": (
        Habits(direction=_decay(lambda layer, name, decay: decay * layer.values[name])),
    ),
    "decay-doubled": (
        Habits(direction=_decay(lambda layer, name, d: 2 * _weights_alone(layer, name, d))),
    ),
    "decay-without-rate": (Habits(velocity=_decay_without_rate),),
    "momentum-forgotten": (Habits(velocity=_moving(_no_momentum)),),
    "velocity-averaged": (Habits(velocity=_moving(_velocity_averaged)),),
    "rate-inside-velocity": (Habits(velocity=_moving(_rate_inside)),),
}

# -- mistakes in training --------------------------------------------------------------------------

TRAINING: Mapping[str, tuple[Habits, ...]] = {
    "loss-after-step": (Habits(order=("learn", "step", "look")),),
    "descent-before-backprop": (Habits(order=("step", "learn")),),
    "training-without-steps": (Habits(order=("learn",)),),
    "step-after-all-batches": (Habits(order=("learn",), at_last=True),),
    "first-batch-alone": (
        Habits(takes=lambda batches: batches[:1]),
        Habits(takes=lambda batches: [batches[0]] * len(batches)),
    ),
    "last-loss-alone": (Habits(reported=lambda losses: losses[-1]),),
    "losses-averaged": (
        Habits(reported=lambda losses: sum(losses) / len(losses)),
        Habits(reported=sum),
    ),
}

# -- rules -----------------------------------------------------------------------------------------


def _slip(key: str, ways: Sequence[Habits], seen: Seen, *, last: bool = False) -> Slip:
    def of(habits: Habits) -> Callable[..., Any]:
        def wrong(
            layers: Any,
            history: Any,
            loss: str,
            batch: str = "single",
            decay: Any = 0,
            momentum: Any = 0,
            place: int = 0,
            part: str = "w",
        ) -> Any:
            task = Task(loss, batch, float(decay), float(momentum))
            try:
                program = _carried_out(layers, task, history, habits)
            except WouldFailError:
                raise
            except NotApplicableError:  # nothing of the kind is asked for
                program = _carried_out(layers, task, history, RIGHT)
            return seen(program, place, part)

        return wrong

    first, *others = map(of, ways)
    is_last = last or key == "halved-error"  # in the gradient alone, a factor 2 is forgotten
    return Slip(
        key, first, other_ways=tuple(others), may_fail=key in _MAY_FAIL, last_resort=is_last
    )


_MAY_FAIL = frozenset(
    {
        *("layers-in-forward-order", "list-turned-round", "gradient-not-passed-on"),
        *("last-layer-not-run", "first-layer-not-run", "classes-counted-from-labels"),
    }
)


def _slips(
    seen: Seen,
    *kinds: Mapping[str, tuple[Habits, ...]],
    before: Sequence[Mapping[str, tuple[Habits, ...]]] = (),
) -> tuple[Slip, ...]:
    """The mistakes that a rule is about, and as a last resort those in what else leads to it."""
    return tuple(
        _slip(key, ways, seen, last=kind in before)
        for kind in (*kinds, *before)
        for key, ways in kind.items()
    )


def _parameter(program: Program, place: int, part: str) -> Any:
    return program.layers[place].values[part]


def _that_may_fail(key: str, ways: Sequence[Habits]) -> Slip:
    """The argument as it was, where such a program comes to an end."""
    slip = _slip(key, ways, lambda program, place, part: None)

    def of(way: Slip) -> Callable[..., Any]:
        def wrong(x: Any, **seen: Any) -> Any:
            way(seen)
            return x

        return wrong

    first, *others = map(of, slip.ways)
    return Slip(key, first, other_ways=tuple(others), may_fail=True)


ARGUMENT_UNCHANGED = UNCHANGED.but(
    also=[_that_may_fail(key, ways) for key, ways in {**PASSES, **LOSS}.items() if key in _MAY_FAIL]
)
LIST_UNCHANGED = ARGUMENT_UNCHANGED.but(
    "list-unchanged",
    without=("list-turned-round",),
    also=(Slip("list-turned-round", lambda last: last),),
)
_NOTHING_MOVES = ("parameters-not-stepped", "backward-pass-forgotten")
NETWORK_LOSS = Rule(
    "network-loss",
    network_loss,
    slips=_slips(lambda program, place, part: program.number(), LOSS, before=(PASSES, STEP)),
)
NETWORK_INPUT_GRADIENT = Rule(
    "network-input-gradient",
    network_input_gradient,
    slips=_slips(lambda program, place, part: program.dx, LOSS, PASSES),
)
NETWORK_PARAMETER_GRADIENT = Rule(
    "network-parameter-gradient",
    network_parameter_gradient,
    slips=_slips(
        lambda program, place, part: program.layers[place].gradients[part],
        *(LOSS, PASSES),
        before=(STEP,),
    ),
)
NETWORK_PARAMETER = Rule(
    "network-parameter",
    network_parameter,
    slips=_slips(_parameter, STEP, before=(LOSS, PASSES, TRAINING)),
)
ARRAY_IN_PLACE = NETWORK_PARAMETER.but(
    "network-array-in-place",
    without=("parameters-not-stepped", "backward-pass-forgotten"),
    first=(
        Slip(
            "arrays-replaced",
            lambda layers, place, part: np.array(layers[place][part], dtype=float),
        ),
        *(replace(NETWORK_PARAMETER.slips_by_key[key], last_resort=True) for key in _NOTHING_MOVES),
    ),
)
NETWORK_LOSSES = Rule(
    "network-losses",
    network_losses,
    slips=_slips(
        lambda program, place, part: program.losses, TRAINING, before=(LOSS, PASSES, STEP)
    ),
)
