"""The checks that every layer class is put through: its passes, its gradients, its state.

Their names are ``forward``, ``forward-integers``, ``shortest-input``, one for each gradient of the
layer (``input-gradient``, ``kernel-gradient``, ``bias-gradient``), ``backward-integers``,
``latest-input``, ``two-backward-passes``, ``two-layers`` and ``inputs-unchanged``. Each check has
another number of outputs.
"""

from __future__ import annotations

from collections.abc import Iterator

from problems.layer_class.inputs import decimals, odd_numbers
from problems.layer_class.layer import Gradient, Layer, LayerKind, new_layer
from problems.probe import Check, Probe
from problems.stream import Stream


def standard_checks(kind: LayerKind, stream: Stream) -> Iterator[Check]:
    """Each pass by itself, then what a layer has to remember, and what it has to forget."""
    yield forward(kind, stream)  # a slip is charged at the first check it fails
    yield forward_of_integers(kind, stream)
    yield shortest_input(kind, stream)
    for one in kind.gradients:
        yield gradient(one, kind, stream, outputs=10 if one.marks > 1 else 11)
    yield backward_of_integers(kind, stream)
    yield latest_input(kind, stream)
    yield two_backward_passes(kind, stream)
    yield two_layers(kind, stream)
    yield untouched(kind, stream)


def _check(name: str, layer: Layer, marks: int = 1, *, secondary: bool = False) -> Check:
    return Check(f"{layer.kind.prefix}{name}", layer.probe, marks, secondary)


def forward(kind: LayerKind, stream: Stream) -> Check:
    """The forward pass; unseen, also of other lengths, and again of the first input."""
    layer = new_layer(kind, stream)
    layer.forward(decimals(stream, kind.input_shape(9, kind.telling_left_over)))
    branch = stream.branch("unseen forward")

    def unseen() -> None:
        layer.forward(layer.inputs[0])
        for outputs in (60, 7):
            layer.forward(decimals(branch, kind.input_shape(outputs, 0)))
        for _ in range(3):
            layer.forward(layer.inputs[0])

    layer.probe.go_on_unseen(unseen)
    return _check("forward", layer, marks=3)


def forward_of_integers(kind: LayerKind, stream: Stream) -> Check:
    """The forward pass of whole numbers, whose type may cut decimals off.

    A stride leaves as many cells over as it can: with one more there would be another output.
    """
    layer = new_layer(kind, stream)
    layer.forward(odd_numbers(stream, kind.input_shape(8, kind.most_left_over)))
    return _check("forward-integers", layer)


def shortest_input(kind: LayerKind, stream: Stream) -> Check:
    """The forward pass of an input that has room for one output."""
    layer = new_layer(kind, stream)
    layer.forward(decimals(stream, kind.input_shape(1, 0)))
    return _check("shortest-input", layer)


def gradient(one: Gradient, kind: LayerKind, stream: Stream, outputs: int) -> Check:
    """One gradient of the backward pass, after an input with cells that a stride leaves over."""
    layer = new_layer(kind, stream)
    left_over = kind.most_left_over if one.marks > 1 else 0
    layer.forward(decimals(stream, kind.input_shape(outputs, left_over)), read=False)
    layer.backward(decimals(stream, kind.output_shape(outputs)), read=(one.attribute,))
    return _check(one.check, layer, one.marks)


def backward_of_integers(kind: LayerKind, stream: Stream) -> Check:
    """The backward pass after an input of whole numbers."""
    layer = new_layer(kind, stream)
    layer.forward(odd_numbers(stream, kind.input_shape(9, 1)), read=False)
    layer.backward(decimals(stream, kind.output_shape(9)))
    return _check("backward-integers", layer)


def latest_input(kind: LayerKind, stream: Stream) -> Check:
    """The backward pass after two forward ones, of which the later counts.

    Unseen, another layer gets a long input and then a shorter one.
    """
    layer = new_layer(kind, stream)
    for _ in range(2):
        layer.forward(decimals(stream, kind.input_shape(8, 1)))
    layer.backward(decimals(stream, kind.output_shape(8)))
    branch = stream.branch("unseen inputs")

    def unseen() -> None:
        other = new_layer(kind, branch, layer.probe, "_b")
        for outputs in (14, 9):
            other.forward(decimals(branch, kind.input_shape(outputs, 0)), read=False)
        other.backward(decimals(branch, kind.output_shape(9)))

    layer.probe.go_on_unseen(unseen)
    return _check("latest-input", layer)


def two_backward_passes(kind: LayerKind, stream: Stream) -> Check:
    """Two backward passes, of which the second has nothing left of the first.

    Unseen, both come twice more, the second one first: so what each pass turns round shows, though
    the next one turns it back.
    """
    layer = new_layer(kind, stream)
    layer.forward(decimals(stream, kind.input_shape(12, 0)), read=False)
    for _ in range(2):
        layer.backward(decimals(stream, kind.output_shape(12)))

    def unseen() -> None:
        for _ in range(2):
            for _, dq in reversed(layer.passed_back[:2]):
                layer.backward(dq)

    layer.probe.go_on_unseen(unseen)
    return _check("two-backward-passes", layer)


def two_layers(kind: LayerKind, stream: Stream) -> Check:
    """Two layers that share nothing: the first goes back after the second went forward.

    Unseen, the second gets the input of the first.
    """
    probe = Probe()
    one, other = new_layer(kind, stream, probe, "_a"), new_layer(kind, stream, probe, "_b")
    for each in (one, other):
        each.forward(decimals(stream, kind.input_shape(13, kind.telling_left_over)))
    one.other_x = other.inputs[0]
    one.backward(decimals(stream, kind.output_shape(13)))
    probe.go_on_unseen(lambda: other.forward(one.inputs[0]))
    return _check("two-layers", one)


def untouched(kind: LayerKind, stream: Stream) -> Check:
    """What was passed in, after both passes."""
    layer = new_layer(kind, stream)
    layer.forward(decimals(stream, kind.input_shape(10, 0)), read=False)
    layer.backward(decimals(stream, kind.output_shape(10)), read=())
    layer.look_at_inputs()
    return _check("inputs-unchanged", layer, secondary=True)
