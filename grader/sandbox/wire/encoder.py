"""Inert values as bytes, for both sides of the wire (see `wire` for the form).

In the child the values are the student's objects, so that none of their methods may run here: types
are compared by identity, and of a subclass of a known type only what the known type itself holds is
read. What else there is is only named.
"""

from __future__ import annotations

import sys

from .frames import (
    ARRAY_WEIGHT,
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
    NAMESPACE,
    NUMBER_WEIGHT,
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
    from collections.abc import Callable
    from typing import Any


def encode(value: object, max_bytes: int = MAX_BYTES, *, strict: bool = False) -> bytes:
    """One value as bytes. What is not inert goes as `Opaque`.

    No method of the student's is called: of an array, number, text or list of a subclass, what goes
    is what the known type holds. NumPy scalars become Python numbers; object and string arrays
    become nested lists; arrays with masked entries are opaque.

    Raises TypeError with ``strict`` for what is not inert, and TooLargeError when the value is over
    ``max_bytes``, `MAX_DEPTH` levels or `MAX_ELEMENTS` elements.
    """
    writer = _Writer(max_bytes, strict=strict)
    writer.each((value,), 0)
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
        self.size += len(part)
        if self.size > self.max_bytes:
            raise TooLargeError(size_text(self.max_bytes))
        self.parts.append(part)

    def reserve(self, count: int) -> None:
        """Counts bytes that are there already, or refuses them before they are made."""
        self.size += count
        if self.size > self.max_bytes:
            raise TooLargeError(size_text(self.max_bytes))

    def expect(self, count: int) -> None:
        """Refuses a collection at its beginning rather than after a second's work."""
        if self.elements + count > MAX_ELEMENTS:
            raise TooLargeError(f"{MAX_ELEMENTS} elements")

    def weigh(self, count: int) -> None:
        """Counts elements, or what takes as much room."""
        self.expect(count)
        self.elements += count

    def each(self, items: tuple[Any, ...], depth: int) -> None:
        """Writes values; too many, or too deep, are refused before the first."""
        self.weigh(len(items))
        if depth > MAX_DEPTH and items:
            raise TooLargeError(f"{MAX_DEPTH} levels")
        for item in items:
            write = _WRITERS.get(id(type(item)))
            if write is None:
                self.foreign(item, depth)
            else:
                write(self, item, depth)

    def nothing(self, value: None, depth: int) -> None:
        self.add(b"N")

    def truth(self, value: bool, depth: int) -> None:
        self.add(b"T" if value else b"F")

    def blank(self, value: object, depth: int) -> None:
        self.add(b"e")

    def integer(self, value: int, depth: int) -> None:
        if value.bit_length() > MAX_INT_BITS:
            self.opaque(value, f"an integer of {value.bit_length()} bits")
        else:
            self.add(b"i" + _integer(value))

    def real(self, value: float, depth: int) -> None:
        self.add(b"f" + F64.pack(value))

    def complex_number(self, value: complex, depth: int) -> None:
        self.add(b"c" + C128.pack(value.real, value.imag))

    def text(self, value: str, depth: int) -> None:
        if self.size + len(value) > self.max_bytes:  # before any copy
            raise TooLargeError(size_text(self.max_bytes))
        self.add(b"s" + _text(value))

    def fixed(self, value: tuple[object, ...], depth: int) -> None:
        self.add(b"t" + U64.pack(len(value)))
        self.each(value, depth + 1)

    def listed(self, value: list[object], depth: int) -> None:
        items = tuple(value)  # another thread may change the list meanwhile
        self.add(b"l" + U64.pack(len(items)))
        self.each(items, depth + 1)

    def opaque(self, value: object, text: str = "") -> None:
        if self.strict:
            raise TypeError(f"only inert values can be sent, a {type_name(value)} came")
        self.opaques += 1
        self.weigh(NUMBER_WEIGHT)
        self.add(b"o" + _text(type_name(value)) + _text(text[:MAX_OPAQUE_TEXT]))

    def mapping(self, value: dict[Any, object], depth: int) -> None:
        pairs = tuple(value.items())
        if any(type(key) is not str for key, _ in pairs):
            self.opaque(value)
            return
        self.expect(len(pairs))
        self.add(b"d" + U64.pack(len(pairs)))
        for key, item in pairs:
            self.add(_text(key))
            self.each((item,), depth + 1)

    def foreign(self, value: Any, depth: int) -> None:
        """Values of types that are not built in; of modules never imported there are none."""
        kind = type(value)
        fractions = sys.modules.get("fractions")
        if fractions is not None and kind is getattr(fractions, "Fraction", None):
            self.fraction(value)
            return
        numpy = sys.modules.get("numpy")
        line = MRO.__get__(kind)
        if getattr(numpy, "ndarray", None) in line:
            self.base_array(value, line, depth)
        elif getattr(numpy, "generic", None) in line:
            self.scalar(value, depth, numpy)
        elif kind is Opaque:
            name, text = value.type_name[:MAX_TYPE_NAME], value.text[:MAX_OPAQUE_TEXT]
            self.add(b"o" + _text(name) + _text(text))
        elif kind is Tensor:
            self.array(value.array, depth, b"x")
        elif getattr(sys.modules.get("torch"), "Tensor", None) in line:
            self.base_tensor(value, line, sys.modules["torch"], depth)
        else:
            self.other(value, line, depth)

    def base_array(self, value: Any, line: tuple[type, ...], depth: int) -> None:
        """The plain array that an array of any subclass is, unless entries of it are masked."""
        numpy = sys.modules["numpy"]
        masked = sys.modules.get("numpy.ma")
        if getattr(masked, "MaskedArray", None) in line:
            mask = value._mask if line[0] is sys.modules["numpy.ma"].MaskedArray else True
            if numpy.any(mask):
                self.opaque(value)
                return
        self.array(numpy.ndarray.view(value, numpy.ndarray), depth, b"a")

    def base_tensor(self, value: Any, line: tuple[type, ...], torch: Any, depth: int) -> None:
        """The plain tensor that one of a subclass is, unless it has a dispatch of its own."""
        if line[0] not in _tensor_types(torch):
            own = line[: line.index(torch.Tensor)]
            if any("__torch_dispatch__" in NAMESPACE.__get__(one) for one in own):
                self.opaque(value)
                return
            with torch._C.DisableTorchFunctionSubclass():
                value = torch.Tensor.as_subclass(value, torch.Tensor)
        self.tensor(value, torch, depth)

    def other(self, value: Any, line: tuple[type, ...], depth: int) -> None:
        """What a subclass of a built-in type holds, and collections that are as good as a list."""
        known = next((one for one in line if id(one) in _PLAIN), None)
        if known is not None:
            plain = _PLAIN[id(known)](value)
            _WRITERS[id(type(plain))](self, plain, depth)
            return
        kind, modules = line[0], sys.modules
        is_short = kind is range and -MAX_ELEMENTS < value.stop - value.start < MAX_ELEMENTS
        if is_short or kind is getattr(modules.get("collections"), "deque", None):
            self.fixed(tuple(value), depth)
        elif kind is getattr(modules.get("array"), "array", None):
            self.expect(len(value))
            self.listed(value.tolist(), depth)
        elif kind is getattr(modules.get("decimal"), "Decimal", None):
            self.decimal(value)
        else:
            self.opaque(value, _trusted_text(value, line))

    def decimal(self, value: Any) -> None:
        """A decimal number as the fraction that it is."""
        if not value.is_finite() or abs(value.adjusted()) > _MOST_DIGITS:
            self.opaque(value)
            return
        top, bottom = value.as_integer_ratio()
        if max(top.bit_length(), bottom.bit_length()) > MAX_INT_BITS:
            self.opaque(value)
            return
        self.weigh(NUMBER_WEIGHT)
        self.add(b"q" + _integer(top) + _integer(bottom))

    def fraction(self, value: Any) -> None:
        top, bottom = getattr(value, "_numerator", None), getattr(value, "_denominator", None)
        if type(top) is not int or type(bottom) is not int:
            self.opaque(value)
            return
        if max(top.bit_length(), bottom.bit_length()) > MAX_INT_BITS:
            self.opaque(value)
            return
        self.weigh(NUMBER_WEIGHT)
        self.add(b"q" + _integer(top) + _integer(bottom))

    def scalar(self, value: Any, depth: int, numpy: Any) -> None:
        plain = numpy.generic.item(value)
        if numpy.longdouble in MRO.__get__(type(value)):
            plain = float(plain)
        if type(plain) in (bool, int, float, complex, str):
            _WRITERS[id(type(plain))](self, plain, depth)
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
        self.weigh(ARRAY_WEIGHT)
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
        inner.each((value.tolist(),), depth)
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


# by identity, since to look up a type itself may run a method of its metaclass
_WRITERS: dict[int, Callable[[_Writer, Any, int], None]] = {
    id(type(None)): _Writer.nothing,
    id(bool): _Writer.truth,
    id(type(...)): _Writer.blank,
    id(int): _Writer.integer,
    id(float): _Writer.real,
    id(complex): _Writer.complex_number,
    id(str): _Writer.text,
    id(tuple): _Writer.fixed,
    id(list): _Writer.listed,
    id(dict): _Writer.mapping,
}


_PLAIN: dict[int, Callable[[Any], Any]] = {
    id(int): int.__int__,
    id(float): float.__float__,
    id(str): str.__str__,
    id(tuple): lambda value: tuple(tuple.__iter__(value)),
    id(list): lambda value: list(list.__iter__(value)),
    id(dict): dict.copy,
}
"""By identity, how a value of a subclass is read as one of the type itself."""

_MOST_DIGITS = 1200  # before or after the point; more have more than `MAX_INT_BITS`


def _integer(value: int) -> bytes:
    data = value.to_bytes(value.bit_length() // 8 + 1, "little", signed=True)
    return U64.pack(len(data)) + data


def _text(value: str) -> bytes:
    # a lone surrogate cannot be written as UTF-8, and must not stop the report
    data = value.encode("utf-8", "backslashreplace")
    return U64.pack(len(data)) + data


def _tensor_types(torch: Any) -> tuple[object, ...]:
    neural = getattr(torch, "nn", None)
    return (getattr(torch, "Tensor", None), getattr(neural, "Parameter", None))


def _trusted_text(value: object, line: tuple[type, ...]) -> str:
    """The text of what SymPy writes; of nothing else, since ``str`` may run the student's code."""
    sympy = sys.modules.get("sympy")
    module = MODULE.__get__(type(value))
    if sympy is None or type(module) is not str or not module.startswith("sympy."):
        return ""
    if not any(getattr(sympy, name, None) in line for name in ("Basic", "MatrixBase")):
        return ""
    try:
        text = str(value)
    except Exception:
        return ""
    return text if type(text) is str else ""
