"""The calls that are compared: what one writes, and how the library understands it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Call:
    """One call of a library's convolution of ``x`` with ``w``.

    Args:
        library: whose call it is, one of `LIBRARIES`.
        code: what one writes.
        kind: by which rule its output comes about, as a key of `rules.BY_KIND`.
        numbers: the mode, padding, stride or dilation that the rule takes.
    """

    library: str
    code: str
    kind: str
    numbers: Mapping[str, Any] = field(default_factory=dict)


LIBRARIES = ("NumPy", "SciPy", "PyTorch", "JAX", "Keras")
"""In the order in which a sheet names their versions."""

BORDERS: Mapping[str, str] = {
    "constant": "zero",
    "nearest": "edge",
    "reflect": "mirror",
    "mirror": "reflect",
    "wrap": "circular",
}
"""SciPy's names of the modes, and those of `reference.padding`."""


def _calls() -> Iterator[Call]:
    for library, module in (("NumPy", "np"), ("JAX", "jnp")):
        for function in ("convolve", "correlate"):
            for mode in ("full", "same", "valid"):
                code = f'{module}.{function}(x, w, "{mode}")'
                yield Call(library, code, function, {"mode": mode})
    for function in ("convolve", "correlate"):
        for name, mode in BORDERS.items():
            code = f'scipy.ndimage.{function}1d(x, w, mode="{name}")'
            yield Call("SciPy", code, f"{function}-1d", {"mode": mode})
    for arguments, kind, numbers in (
        ("", "layer", {}),
        (", padding=2", "layer", {"padding": 2}),
        (", stride=2", "layer", {"stride": 2}),
        (", dilation=2", "layer", {"dilation": 2}),
        (', padding="same"', "layer-same", {}),
    ):
        yield Call("PyTorch", f"F.conv1d(x, w{arguments})", kind, numbers)
    for arguments, kind, numbers in (
        ('padding="valid"', "layer", {}),
        ('strides=2, padding="valid"', "layer", {"stride": 2}),
        ('dilation_rate=2, padding="valid"', "layer", {"dilation": 2}),
        ('padding="same"', "layer-same", {}),
        ('strides=2, padding="same"', "layer-same", {"stride": 2}),
    ):
        yield Call("Keras", f"keras.ops.conv(x, w, {arguments})", kind, numbers)


CALLS: Mapping[str, Call] = {call.code: call for call in _calls()}
"""Every call that the bank has outputs of, by what one writes."""
