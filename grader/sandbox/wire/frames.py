"""Frames, and the reading of inert values: what passes between the grader and a program.

A frame is a header (magic, kind, number, payload length) and a payload. A frame of the grader's
holds a list of requests, in the interpreter's own form (`marshal`), which only the child reads: it
has to trust the grader anyway. The child answers each request with a value; a frame of its own
holds the answers to some that follow one another, each after its length. Requests and answers are
numbered alike, and a frame has the number of its first. A frame that nobody waits for any more, of
a child whose time has run out, has the place where it is.

The values, those in requests too, are plain data, written in a small binary form of our own:
nothing in it names a type to construct or code to run, so that no pickle, no ``npy`` header and
nothing of `marshal` is ever read from a student.

This module is loaded twice: by the grader, and by path in the child that runs the program. It
therefore imports nothing but the standard library at the top, and NumPy and ``fractions`` only when
a value needs them. Neither side trusts the other: `decode` refuses whatever it does not fully
understand with a `WireError`.
"""

from __future__ import annotations

from struct import Struct
from struct import error as StructError  # noqa: N812  (the name under which struct raises)

TYPE_CHECKING = False  # the child does not pay for the import of typing
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from numpy.typing import NDArray

MAGIC = b"cgw1"
REQUEST, ANSWER, FAULT, PLACE = 1, 2, 3, 4
HEADER = Struct("<4sBIQ")
"""Magic, kind, number of the first request, payload length in bytes."""

MAX_BYTES = 64 * 1024 * 1024
MOST_KEPT_BACK = 64 * 1024
"""Of answers in bytes, after which the child sends those that it has kept back."""
MAX_DEPTH = 32
MAX_ELEMENTS = 1_000_000
ARRAY_WEIGHT, NUMBER_WEIGHT = 16, 8
"""What an array, and a fraction or what is not inert, count for: by the room that they take in the
grader's memory, beside plain elements."""
MAX_INT_BITS = 4096
MAX_DIMENSIONS = 32
MAX_ARRAY_ELEMENTS = 2**31
MAX_EMPTY_ELEMENTS = 10_000  # of an array without any: (9999, 0) becomes as many empty lists
MAX_OPAQUE_TEXT = 4096
MAX_TYPE_NAME = 200

# dtype kind -> item sizes in bytes that have the same meaning on every machine (no long double)
ITEM_SIZES = {"b": (1,), "i": (1, 2, 4, 8), "u": (1, 2, 4, 8), "f": (2, 4, 8), "c": (8, 16)}

U64 = Struct("<Q")
F64 = Struct("<d")
C128 = Struct("<dd")
DTYPE = Struct("<sBB")

# what a type says of itself, past any metaclass that would like to say something else
_NAME = type.__dict__["__name__"]
MODULE = type.__dict__["__module__"]
MRO = type.__dict__["__mro__"]
NAMESPACE = type.__dict__["__dict__"]


class WireError(ValueError):
    """Bytes that are not a well-formed frame or value."""


class TooLargeError(ValueError):
    """A value over a limit of the wire; the message is the limit, as in ``64 MiB``."""


class Opaque:
    """A value that is not inert: the name of its type and, for a few trusted types, its text."""

    __slots__ = ("text", "type_name")

    text: str
    type_name: str

    def __init__(self, type_name: str, text: str = "") -> None:
        object.__setattr__(self, "type_name", type_name)
        object.__setattr__(self, "text", text)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"Opaque is frozen: cannot set {name!r}")

    def __eq__(self, other: object) -> bool:
        if type(other) is not Opaque:
            return NotImplemented
        return (self.type_name, self.text) == (other.type_name, other.text)

    def __hash__(self) -> int:
        return hash((self.type_name, self.text))

    def __repr__(self) -> str:
        return f"Opaque(type_name={self.type_name!r}, text={self.text!r})"


class Tensor:
    """A ``torch.Tensor`` as it crosses the wire: its numbers, in ``array``."""

    __slots__ = ("array",)

    def __init__(self, array: NDArray[Any]) -> None:
        self.array = array

    def __repr__(self) -> str:
        return f"Tensor({self.array!r})"


def size_text(count: int) -> str:
    """A number of bytes as people write it: ``64 MiB``, ``1.5 GiB``, ``700 bytes``."""
    for unit, name in ((2**30, "GiB"), (2**20, "MiB"), (2**10, "KiB")):
        if count >= unit:
            return f"{count / unit:g} {name}"
    return f"{count} bytes"


def type_name(value: object) -> str:
    """The name of a value's type, read without calling anything that the type defines."""
    name, module = _NAME.__get__(type(value)), MODULE.__get__(type(value))
    if type(module) is str and module not in ("builtins", "submission"):
        name = f"{module}.{name}"
    return str(name)[:MAX_TYPE_NAME]


def decode(payload: bytes | bytearray) -> Any:
    """The value that ``payload`` holds. NumPy is imported only if it holds an array.

    Raises WireError for anything that is not exactly one well-formed value.
    """
    reader = _Reader(bytes(payload))
    try:
        (value,) = reader.each(1, 0)
    except (StructError, UnicodeDecodeError, OverflowError) as error:
        raise WireError(f"malformed value: {error}") from None
    if reader.position != len(payload):
        raise WireError(f"{len(payload) - reader.position} bytes follow the value")
    return value


def joined(parts: Iterable[bytes]) -> bytes:
    """The payload that holds several encoded values, each after its length."""
    return b"".join(piece for part in parts for piece in (U64.pack(len(part)), part))


def parted(payload: bytes, most: int) -> list[bytes]:
    """The encoded values in a payload, of which there are at least 1 and at most ``most``.

    Raises WireError.
    """
    parts: list[bytes] = []
    position = 0
    while position < len(payload):
        begin = position + U64.size
        if begin > len(payload) or len(parts) == most:
            raise WireError(f"at most {most} values were expected, more came")
        position = begin + int(U64.unpack_from(payload, begin - U64.size)[0])
        if position > len(payload):
            raise WireError(f"{position - begin} bytes were announced, fewer came")
        parts.append(payload[begin:position])
    if not parts:
        raise WireError("a value was expected, none came")
    return parts


class Verb:
    """What requests of one kind are like.

    Args:
        lasts: it may take time or end the process; what the others do to a process, which are over
            at once, is put down to the one of these beside them.
        may_be_instant: it may turn out not to last, which the child alone can see.
        goes_on: the next request is looked at however it is answered; else only if it was done.
        runs: it may run what is the student's.
        has_value: a value of the student's may be in its answer.
        has_facts: what its answer tells of the source may be long.
    """

    __slots__ = ("goes_on", "has_facts", "has_value", "lasts", "may_be_instant", "runs")

    def __init__(
        self,
        *,
        lasts: bool = False,
        goes_on: bool = False,
        runs: bool = False,
        has_value: bool = False,
        has_facts: bool = False,
        may_be_instant: bool = False,
    ) -> None:
        self.lasts = lasts
        self.may_be_instant = may_be_instant
        self.goes_on = goes_on
        self.runs = runs
        self.has_value = has_value
        self.has_facts = has_facts


VERBS = {
    "prepare": Verb(lasts=True),
    "mend": Verb(),
    "parse": Verb(lasts=True, goes_on=True, has_facts=True),
    "facts": Verb(lasts=True, goes_on=True, has_facts=True),
    "load": Verb(lasts=True, goes_on=True, runs=True),
    "watch": Verb(),
    "forget": Verb(),
    "run": Verb(lasts=True, goes_on=True, runs=True),
    "assign": Verb(lasts=True, goes_on=True, runs=True, may_be_instant=True),
    "keep": Verb(),
    "restore": Verb(goes_on=True),
    "capture": Verb(lasts=True, goes_on=True, runs=True, has_value=True, may_be_instant=True),
    "reread": Verb(lasts=True, goes_on=True, runs=True, has_value=True),
    "defined": Verb(goes_on=True),
    "finish": Verb(),
    "later": Verb(goes_on=True),
    "mended": Verb(goes_on=True),
    "probe": Verb(),
    "put": Verb(),
    "gather": Verb(),
    "use": Verb(),
    "change": Verb(lasts=True, runs=True),
    "call": Verb(lasts=True, runs=True),
    "fill": Verb(lasts=True, runs=True),
    "set": Verb(lasts=True, runs=True),
    "read": Verb(goes_on=True, runs=True, has_value=True),
    "look": Verb(lasts=True, goes_on=True, runs=True, has_value=True),
    "shapes": Verb(goes_on=True, runs=True, has_value=True),
    "trained": Verb(goes_on=True, runs=True, has_value=True),
    "options": Verb(goes_on=True, runs=True, has_value=True),
    "gradients": Verb(lasts=True, goes_on=True, runs=True, has_value=True),
}


def goes_on(verb: str, kind: object) -> bool:
    """Whether the next request of a list is looked at, after an answer of this kind to ``verb``."""
    return kind == "done" or VERBS[verb].goes_on


def frame(kind: int, number: int, payload: bytes) -> bytes:
    """The header of a frame and its payload."""
    return HEADER.pack(MAGIC, kind, number, len(payload)) + payload


def read_header(header: bytes | bytearray, number: int, max_bytes: int) -> tuple[int, int]:
    """The kind and the payload length that a header announces.

    Raises WireError when the magic or the number is not the expected one or the length is over
    ``max_bytes``.
    """
    if len(header) != HEADER.size:
        raise WireError(f"a header has {HEADER.size} bytes, {len(header)} came")
    magic, kind, found, length = HEADER.unpack(header)
    if magic != MAGIC:
        raise WireError(f"a frame begins with {MAGIC!r}, {magic!r} came")
    if kind not in (REQUEST, ANSWER, FAULT, PLACE):
        raise WireError(f"no frame is of kind {kind}")
    if found != number:
        raise WireError(f"frame {number} was expected, {found} came")
    if length > max_bytes:
        raise WireError(f"at most {max_bytes} bytes were expected, {length} are announced")
    return kind, length


def element_count(shape: tuple[int, ...]) -> int:
    """The product of the extents, where an extent of 0 counts as 1, as NumPy's own limit has it."""
    product = 1
    for length in shape:
        product *= max(length, 1)
    return product


def most_elements(shape: tuple[int, ...]) -> int:
    """How many elements, as `element_count` has it, an array of this shape may have."""
    return MAX_EMPTY_ELEMENTS if 0 in shape else MAX_ARRAY_ELEMENTS


class _Reader:
    """Reads one value from bytes that anybody may have written."""

    def __init__(self, payload: bytes) -> None:
        self.payload = payload
        self.size = len(payload)
        self.position = 0
        self.elements = 0

    def pass_over(self, count: int) -> int:
        """Where the next ``count`` bytes begin, after which reading goes on."""
        begin = self.position
        if count > self.size - begin:
            raise WireError(f"{count} bytes were announced, {self.size - begin} are left")
        self.position = begin + count
        return begin

    def take(self, count: int) -> bytes:
        begin = self.pass_over(count)
        return self.payload[begin : begin + count]

    def count(self) -> int:
        found: int = U64.unpack_from(self.payload, self.position)[0]
        self.position += 8
        return found

    def text(self, depth: int = 0) -> str:
        return str(self.take(self.count()), "utf-8")

    def integer(self, depth: int = 0) -> int:
        length = self.count()
        if length > MAX_INT_BITS // 8 + 1:
            raise WireError(
                f"an integer has at most {MAX_INT_BITS} bits, {8 * length} are announced"
            )
        return int.from_bytes(self.take(length), "little", signed=True)

    def real(self, depth: int) -> float:
        found: float = F64.unpack_from(self.payload, self.pass_over(8))[0]
        return found

    def complex_number(self, depth: int) -> complex:
        return complex(*C128.unpack_from(self.payload, self.pass_over(16)))

    def items(self) -> int:
        """The length of a collection; each item takes a byte at least, so a lie ends here."""
        count = self.count()
        if count > self.size - self.position:
            raise WireError(
                f"{count} items were announced, {self.size - self.position} bytes are left"
            )
        return count

    def weigh(self, count: int) -> None:
        """Counts elements, or what takes as much room."""
        self.elements += count
        if self.elements > MAX_ELEMENTS:
            raise WireError(f"a value has at most {MAX_ELEMENTS} elements")

    def each(self, count: int, depth: int) -> list[Any]:
        """The next values; too many, or too deep, are refused before the first."""
        self.weigh(count)
        if depth > MAX_DEPTH and count:
            raise WireError(f"a value has at most {MAX_DEPTH} levels")
        values: list[Any] = []
        for _ in range(count):
            tag = self.take(1)
            if tag in _CONSTANTS:
                values.append(_CONSTANTS[tag])
                continue
            read = _READERS.get(tag)
            if read is None:
                raise WireError(f"no value begins with {tag!r}")
            values.append(read(self, depth))
        return values

    def fixed(self, depth: int) -> tuple[Any, ...]:
        return tuple(self.each(self.items(), depth + 1))

    def listed(self, depth: int) -> list[Any]:
        return self.each(self.items(), depth + 1)

    def mapping(self, depth: int) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for _ in range(self.items()):
            key = self.text()
            if key in result:
                raise WireError(f"the key {key[:50]!r} comes twice")
            (result[key],) = self.each(1, depth + 1)
        return result

    def fraction(self, depth: int) -> Any:
        from fractions import Fraction

        self.weigh(NUMBER_WEIGHT)
        top, bottom = self.integer(), self.integer()
        if bottom <= 0:
            raise WireError(f"a denominator is positive, {bottom} came")
        return Fraction(top, bottom)

    def opaque(self, depth: int) -> Opaque:
        self.weigh(NUMBER_WEIGHT)
        name, text = self.text(), self.text()
        if len(name) > MAX_TYPE_NAME or len(text) > MAX_OPAQUE_TEXT:
            raise WireError("the name or the text of an opaque value is too long")
        return Opaque(name, text)

    def tensor(self, depth: int) -> Tensor:
        return Tensor(self.array(depth))

    def array(self, depth: int) -> NDArray[Any]:
        self.weigh(ARRAY_WEIGHT)
        code, size, dimensions = DTYPE.unpack_from(self.payload, self.pass_over(DTYPE.size))
        kind = code.decode("ascii")
        if size not in ITEM_SIZES.get(kind, ()):
            raise WireError(f"no array has the dtype {kind!r} of {size} bytes")
        if dimensions > MAX_DIMENSIONS:
            raise WireError(f"an array has at most {MAX_DIMENSIONS} dimensions, {dimensions} came")
        shape = tuple([self.count() for _ in range(dimensions)])
        if element_count(shape) > most_elements(shape):
            raise WireError(
                f"an array has at most {most_elements(shape)} elements, its shape is {shape}"
            )
        count = 1
        for extent in shape:
            count *= extent
        begin = self.pass_over(count * size)
        if kind == "b" and self.payload[begin : self.position].strip(b"\0\1"):
            raise WireError("a truth value is 0 or 1")
        import numpy

        flat = numpy.frombuffer(self.payload, f"<{kind}{size}", count, begin)
        native: NDArray[Any] = flat.reshape(shape).astype(f"={kind}{size}", copy=True)
        return native


_CONSTANTS: dict[bytes, object] = {b"N": None, b"T": True, b"F": False, b"e": Ellipsis}
_READERS: dict[bytes, Callable[[_Reader, int], Any]] = {
    b"i": _Reader.integer,
    b"f": _Reader.real,
    b"c": _Reader.complex_number,
    b"s": _Reader.text,
    b"t": _Reader.fixed,
    b"l": _Reader.listed,
    b"d": _Reader.mapping,
    b"q": _Reader.fraction,
    b"a": _Reader.array,
    b"x": _Reader.tensor,
    b"o": _Reader.opaque,
}
