"""Inert values as bytes, for both sides of the wire (see `wire` for the form).

In the child the values are the student's objects, so that none of their methods may run here: types
are compared by identity, and what is not exactly of a known type is only named.
"""

from __future__ import annotations

import sys

from .wire import (
    C128,
    DTYPE,
    F64,
    ITEM_SIZES,
    MAX_BYTES,
    MAX_DEPTH,
    MAX_DIMENSIONS,
    MAX_ELEMENTS,
    MAX_INT_BITS,
    MAX_OPAQUE_TEXT,
    MAX_TYPE_NAME,
    MODULE,
    MRO,
    U64,
    Opaque,
    Tensor,
    TooLargeError,
    element_count,
    most_elements,
    size_text,
    type_name,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def encode(value: object, max_bytes: int = MAX_BYTES, *, strict: bool = False) -> bytes:
    """One value as bytes. What is not inert goes as `Opaque`.

    No method of the value's own type is called. Types are tested exactly, so that a subclass with
    methods of its own is opaque. NumPy scalars become Python numbers; object and string arrays
    become nested lists.

    Raises TypeError with ``strict`` for what is not inert, and TooLargeError when the value is over
    ``max_bytes``, `MAX_DEPTH` levels or `MAX_ELEMENTS` elements.
    """
    writer = _Writer(max_bytes, strict=strict)
    writer.write(value, 0)
    return b"".join(writer.parts)


class _Writer:
    """Collects the parts of one encoded value and counts them against the limits."""

    def __init__(self, max_bytes: int, *, strict: bool = False) -> None:
        self.strict = strict
        self.parts: list[bytes] = []
        self.max_bytes = max_bytes
        self.size = 0
        self.elements = 0
        self.opaques = 0

    def add(self, part: bytes) -> None:
        self.reserve(len(part))
        self.parts.append(part)

    def reserve(self, count: int) -> None:
        self.size += count
        if self.size > self.max_bytes:
            raise TooLargeError(size_text(self.max_bytes))

    def expect(self, count: int) -> None:
        """Refuses a collection at its beginning rather than after a second's work."""
        if self.elements + count > MAX_ELEMENTS:
            raise TooLargeError(f"{MAX_ELEMENTS} elements")

    def text(self, value: str) -> None:
        # a lone surrogate cannot be written as UTF-8, and must not stop the report
        data = value.encode("utf-8", "backslashreplace")
        self.add(U64.pack(len(data)))
        self.add(data)

    def integer(self, value: int) -> None:
        data = value.to_bytes(value.bit_length() // 8 + 1, "little", signed=True)
        self.add(U64.pack(len(data)))
        self.add(data)

    def opaque(self, value: object, text: str = "") -> None:
        if self.strict:
            raise TypeError(f"only inert values can be sent, a {type_name(value)} came")
        self.opaques += 1
        self.add(b"o")
        self.text(type_name(value))
        self.text(text[:MAX_OPAQUE_TEXT])

    def write(self, value: Any, depth: int) -> None:
        if depth > MAX_DEPTH:
            raise TooLargeError(f"{MAX_DEPTH} levels")
        self.elements += 1
        if self.elements > MAX_ELEMENTS:
            raise TooLargeError(f"{MAX_ELEMENTS} elements")
        kind = type(value)
        if value is None:
            self.add(b"N")
        elif value is True or value is False:
            self.add(b"T" if value is True else b"F")
        elif value is Ellipsis:
            self.add(b"e")
        elif kind is int:
            if value.bit_length() > MAX_INT_BITS:
                self.opaque(value, f"an integer of {value.bit_length()} bits")
            else:
                self.add(b"i")
                self.integer(value)
        elif kind is float:
            self.add(b"f" + F64.pack(value))
        elif kind is complex:
            self.add(b"c" + C128.pack(value.real, value.imag))
        elif kind is str:
            self.reserve(len(value))
            self.size -= len(value)
            self.add(b"s")
            self.text(value)
        elif kind is tuple or kind is list:
            items = tuple(value)
            self.expect(len(items))
            self.add((b"t" if kind is tuple else b"l") + U64.pack(len(items)))
            for item in items:
                self.write(item, depth + 1)
        elif kind is dict:
            self.mapping(value, depth)
        else:
            self.foreign(value, depth)

    def mapping(self, value: dict[Any, object], depth: int) -> None:
        pairs = tuple(value.items())
        if any(type(key) is not str for key, _ in pairs):
            self.opaque(value)
            return
        self.expect(len(pairs))
        self.add(b"d" + U64.pack(len(pairs)))
        for key, item in pairs:
            self.text(key)
            self.write(item, depth + 1)

    def foreign(self, value: Any, depth: int) -> None:
        """Values of types that are not built in; of modules never imported there are none."""
        kind = type(value)
        fractions = sys.modules.get("fractions")
        if fractions is not None and kind is getattr(fractions, "Fraction", None):
            self.fraction(value)
            return
        numpy = sys.modules.get("numpy")
        if numpy is not None and kind is getattr(numpy, "ndarray", None):
            self.array(value, depth, b"a")
            return
        line = MRO.__get__(kind)
        if numpy is not None and getattr(numpy, "generic", None) in line:
            self.scalar(value, numpy)
            return
        torch = sys.modules.get("torch")
        if torch is not None and kind in _tensor_types(torch):
            self.tensor(value, torch, depth)
        elif torch is not None and kind is getattr(torch, "Size", None):
            self.write(tuple(value), depth)
        elif kind is Opaque:
            self.add(b"o")
            self.text(value.type_name[:MAX_TYPE_NAME])
            self.text(value.text[:MAX_OPAQUE_TEXT])
        elif kind is Tensor:
            self.array(value.array, depth, b"x")
        else:
            self.opaque(value, _trusted_text(value, line))

    def fraction(self, value: Any) -> None:
        top, bottom = getattr(value, "_numerator", None), getattr(value, "_denominator", None)
        if type(top) is not int or type(bottom) is not int:
            self.opaque(value)
            return
        if max(top.bit_length(), bottom.bit_length()) > MAX_INT_BITS:
            self.opaque(value)
            return
        self.add(b"q")
        self.integer(top)
        self.integer(bottom)

    def scalar(self, value: Any, numpy: Any) -> None:
        plain = numpy.generic.item(value)
        if numpy.longdouble in MRO.__get__(type(value)):
            plain = float(plain)
        if type(plain) in (bool, int, float, complex, str):
            self.write(plain, 0)
        else:
            self.opaque(value)

    def array(self, value: Any, depth: int, tag: bytes) -> None:
        kind = value.dtype.kind
        if kind in "OU":
            self.nested(value, depth)
            return
        if kind not in ITEM_SIZES:
            self.opaque(value, f"dtype {value.dtype}")
            return
        size = value.dtype.itemsize
        if size not in ITEM_SIZES[kind]:
            size = max(ITEM_SIZES[kind])
        if value.ndim > MAX_DIMENSIONS:
            raise TooLargeError(f"{MAX_DIMENSIONS} dimensions")
        # before any copy: a broadcast view may be far larger than the memory that it takes
        self.reserve(value.size * size)
        if element_count(value.shape) > most_elements(value.shape):
            raise TooLargeError(f"{most_elements(value.shape)} elements")
        data = value.astype(f"<{kind}{size}", copy=False).tobytes("C")
        self.parts.append(tag + DTYPE.pack(kind.encode(), size, value.ndim))
        self.parts.extend(U64.pack(length) for length in value.shape)
        self.parts.append(data)

    def nested(self, value: Any, depth: int) -> None:
        if value.size > MAX_ELEMENTS:
            raise TooLargeError(f"{MAX_ELEMENTS} elements")
        inner = _Writer(self.max_bytes - self.size, strict=self.strict)
        inner.elements = self.elements
        inner.write(value.tolist(), depth)
        if inner.opaques:
            self.opaque(value, f"dtype {value.dtype}")
            return
        self.elements = inner.elements
        self.reserve(inner.size)
        self.parts.extend(inner.parts)

    def tensor(self, value: Any, torch: Any, depth: int) -> None:
        if value.layout is not torch.strided or value.dtype in (torch.bfloat16, torch.complex32):
            self.opaque(value, f"{value.layout} {value.dtype}")
            return
        size = value.numel() * value.element_size()
        self.reserve(size)
        self.size -= size
        try:
            plain = value.detach().cpu().resolve_conj().resolve_neg().numpy()
        except (RuntimeError, NotImplementedError, TypeError):  # a meta tensor has no numbers
            self.opaque(value, f"{value.dtype}")
            return
        self.array(plain, depth, b"x")


def _tensor_types(torch: Any) -> tuple[object, ...]:
    neural = getattr(torch, "nn", None)
    return (getattr(torch, "Tensor", None), getattr(neural, "Parameter", None))


def _trusted_text(value: object, line: tuple[type, ...]) -> str:
    """The text of a SymPy expression; of nothing else, since ``str`` may run the student's code."""
    sympy = sys.modules.get("sympy")
    module = MODULE.__get__(type(value))
    if sympy is None or type(module) is not str or not module.startswith("sympy."):
        return ""
    if getattr(sympy, "Basic", None) not in line:
        return ""
    try:
        text = str(value)
    except Exception:
        return ""
    return text if type(text) is str else ""
