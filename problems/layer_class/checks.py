"""The checks that every layer class is put through: its passes, its gradients, its state.

Their names are ``forward``, ``forward-integers``, ``shortest-input``, ``input-gradient``,
``kernel-gradient``, ``bias-gradient`` (of a layer that has one), ``backward-integers``,
``latest-input``, ``two-backward-passes``, ``two-layers`` and ``inputs-unchanged``. Each check has
another number of outputs.
"""

from __future__ import annotations

from collections.abc import Iterator

from problems.layer_class.inputs import decimals, odd_numbers
from problems.layer_class.layer import LayerClass, new_layer
from problems.probe import Check, Probe
from problems.stream import Stream


def standard_checks(made: LayerClass, stream: Stream) -> Iterator[Check]:
    """Each pass by itself, then what a layer has to remember, and what it has to forget."""
    yield forward(made, stream)  # a slip is charged at the first check it fails
    yield forward_of_integers(made, stream)
    yield shortest_input(made, stream)
    yield gradient("input-gradient", "dp", made, stream)
    yield gradient("kernel-gradient", "dw", made, stream)
    if made.bias:
        yield bias_gradient(made, stream)
    yield backward_of_integers(made, stream)
    yield latest_input(made, stream)
    yield two_backward_passes(made, stream)
    yield two_layers(made, stream)
    yield untouched(made, stream)


def forward(made: LayerClass, stream: Stream) -> Check:
    """The forward pass; unseen, also of other lengths, and again of the first input."""
    layer = new_layer(made, stream)
    layer.forward(decimals(stream, made.telling_shape(9)))
    branch = stream.branch("unseen forward")

    def unseen() -> None:
        layer.forward(layer.inputs[0])
        for outputs in (60, 7):
            layer.forward(decimals(branch, made.input_shape(outputs)))
        for _ in range(3):
            layer.forward(layer.inputs[0])

    layer.probe.go_on_unseen(unseen)
    return Check("forward", layer.probe, marks=3)


def forward_of_integers(made: LayerClass, stream: Stream) -> Check:
    """The forward pass of whole numbers, whose type may cut decimals off.

    A stride leaves as many cells over as it can: with one more there would be another output.
    """
    layer = new_layer(made, stream)
    layer.forward(odd_numbers(stream, made.input_shape(8, left_over=made.stride - 1)))
    return Check("forward-integers", layer.probe)


def shortest_input(made: LayerClass, stream: Stream) -> Check:
    """The forward pass of an input that has room for one output."""
    layer = new_layer(made, stream)
    layer.forward(decimals(stream, made.input_shape(1)))
    return Check("shortest-input", layer.probe)


def gradient(name: str, attribute: str, made: LayerClass, stream: Stream) -> Check:
    """One gradient of the backward pass, after an input with cells that a stride leaves over."""
    layer = new_layer(made, stream)
    layer.forward(decimals(stream, made.input_shape(10, left_over=made.stride - 1)), read=False)
    layer.backward(decimals(stream, made.output_shape(10)), read=(attribute,))
    return Check(name, layer.probe, marks=3)


def bias_gradient(made: LayerClass, stream: Stream) -> Check:
    """The gradient with respect to the bias, of a layer that has one."""
    layer = new_layer(made, stream)
    layer.forward(decimals(stream, made.input_shape(11)), read=False)
    layer.backward(decimals(stream, made.output_shape(11)), read=("db",))
    return Check("bias-gradient", layer.probe)


def backward_of_integers(made: LayerClass, stream: Stream) -> Check:
    """The backward pass after an input of whole numbers."""
    layer = new_layer(made, stream)
    layer.forward(odd_numbers(stream, made.input_shape(9, left_over=1)), read=False)
    layer.backward(decimals(stream, made.output_shape(9)))
    return Check("backward-integers", layer.probe)


def latest_input(made: LayerClass, stream: Stream) -> Check:
    """The backward pass after two forward ones, of which the later counts.

    Unseen, another layer gets a long input and then a shorter one.
    """
    layer = new_layer(made, stream)
    for _ in range(2):
        layer.forward(decimals(stream, made.input_shape(8, left_over=1)))
    layer.backward(decimals(stream, made.output_shape(8)))
    branch = stream.branch("unseen inputs")

    def unseen() -> None:
        other = new_layer(made, branch, layer.probe, "_b")
        for outputs in (14, 9):
            other.forward(decimals(branch, made.input_shape(outputs)), read=False)
        other.backward(decimals(branch, made.output_shape(9)))

    layer.probe.go_on_unseen(unseen)
    return Check("latest-input", layer.probe)


def two_backward_passes(made: LayerClass, stream: Stream) -> Check:
    """Two backward passes, of which the second has nothing left of the first.

    Unseen, both come twice more, the second one first: so what each pass turns round shows, though
    the next one turns it back.
    """
    layer = new_layer(made, stream)
    layer.forward(decimals(stream, made.input_shape(12)), read=False)
    for _ in range(2):
        layer.backward(decimals(stream, made.output_shape(12)))

    def unseen() -> None:
        for _ in range(2):
            for _, dq in reversed(layer.passed_back[:2]):
                layer.backward(dq)

    layer.probe.go_on_unseen(unseen)
    return Check("two-backward-passes", layer.probe)


def two_layers(made: LayerClass, stream: Stream) -> Check:
    """Two layers that share nothing: the first goes back after the second went forward.

    Unseen, the second gets the input of the first.
    """
    probe = Probe()
    one, other = new_layer(made, stream, probe, "_a"), new_layer(made, stream, probe, "_b")
    for each in (one, other):
        each.forward(decimals(stream, made.telling_shape(13)))
    one.other_x = other.inputs[0]
    one.backward(decimals(stream, made.output_shape(13)))
    probe.go_on_unseen(lambda: other.forward(one.inputs[0]))
    return Check("two-layers", probe)


def untouched(made: LayerClass, stream: Stream) -> Check:
    """What was passed in, after both passes."""
    layer = new_layer(made, stream)
    layer.forward(decimals(stream, made.input_shape(10)), read=False)
    layer.backward(decimals(stream, made.output_shape(10)), read=())
    layer.look_at_inputs()
    return Check("inputs-unchanged", layer.probe, secondary=True)
