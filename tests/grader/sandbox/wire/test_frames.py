"""Values cross the wire unchanged, and forged bytes do no more than raise a WireError."""

from __future__ import annotations

import math
import struct
from contextlib import suppress
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as npst

from grader.sandbox.wire import frames as wire
from grader.sandbox.wire.encoder import encode
from grader.sandbox.wire.frames import Opaque, Tensor, TooLargeError, WireError, decode

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(2**200), 2**200)
    | st.floats(allow_nan=False)
    | st.complex_numbers(allow_nan=False)
    | st.text(max_size=20)
    | st.fractions()
    | st.just(...)
    | st.builds(Opaque, st.text(max_size=5), st.text(max_size=5))
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=4).map(tuple)
        | st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=12,
)
DTYPES = st.sampled_from(
    ["?", "i1", "<i2", ">i4", "i8", "u1", "u8", "f2", ">f4", "f8", "c8", "c16"]
)
ARRAYS = DTYPES.flatmap(
    lambda dtype: npst.arrays(
        dtype, npst.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=3)
    )
)


@given(VALUES)
def test_every_inert_value_comes_back_as_it_went(value: object) -> None:
    found = decode(encode(value))
    assert found == value
    assert repr(found) == repr(value)


@given(ARRAYS)
def test_every_array_comes_back_with_its_shape_kind_and_numbers(
    array: np.ndarray[Any, Any],
) -> None:
    found = decode(encode(array))
    assert found.shape == array.shape
    assert (found.dtype.kind, found.dtype.itemsize) == (array.dtype.kind, array.dtype.itemsize)
    assert found.dtype.isnative
    assert found.flags.writeable
    np.testing.assert_array_equal(found, array)


def test_arrays_in_any_order_of_memory_come_back_the_same() -> None:
    array = np.arange(24.0).reshape(2, 3, 4)
    for view in (array.transpose(2, 0, 1), np.asfortranarray(array), array[:, ::-1, 1::2]):
        np.testing.assert_array_equal(decode(encode(view)), view)


def test_what_is_not_a_number_stays_so() -> None:
    assert math.isnan(decode(encode(math.nan)))
    assert decode(encode(-0.0)) == 0
    assert math.copysign(1, decode(encode(-0.0))) == -1


@pytest.mark.parametrize(
    ("scalar", "plain"),
    [
        (np.float64(0.5), 0.5),
        (np.float32(0.25), 0.25),
        (np.longdouble(1.5), 1.5),
        (np.int64(-7), -7),
        (np.uint8(200), 200),
        (np.bool_(True), True),
        (np.complex64(1 + 2j), 1 + 2j),
        (np.str_("same"), "same"),
    ],
)
def test_numpy_scalars_become_python_scalars(scalar: object, plain: object) -> None:
    found = decode(encode(scalar))
    assert found == plain
    assert type(found) is type(plain)


def test_arrays_of_fractions_and_of_text_become_nested_lists() -> None:
    halves = np.array([[Fraction(1, 2), 3, 0.5], [1, Fraction(2, 3), -4]], dtype=object)
    assert decode(encode(halves)) == [[Fraction(1, 2), 3, 0.5], [1, Fraction(2, 3), -4]]
    assert decode(encode(np.array(["open", "shut"]))) == ["open", "shut"]


def test_an_object_array_with_something_else_inside_is_opaque() -> None:
    array = np.array([1, object(), 3], dtype=object)
    assert decode(encode(array)) == Opaque("numpy.ndarray", "dtype object")


def test_an_object_array_of_text_is_not_mistaken_for_an_opaque_one() -> None:
    assert decode(encode(np.array(["o", "other"], dtype=object))) == ["o", "other"]


class Liar:
    """Says yes to every question, and counts how often it was asked."""

    asked = 0

    def _say_yes(self, *_: object) -> Any:
        Liar.asked += 1
        return self

    __eq__ = __array__ = __len__ = __iter__ = __float__ = __int__ = __index__ = _say_yes
    __str__ = __repr__ = __bool__ = __reduce__ = __getattr__ = _say_yes

    def __hash__(self) -> int:
        Liar.asked += 1
        return 0

    @property
    def __class__(self) -> type:
        Liar.asked += 1
        return float

    @__class__.setter
    def __class__(self, value: type) -> None:
        raise AssertionError


class Vain(type):
    """A metaclass that answers for its classes."""

    def __getattribute__(cls, name: str) -> Any:
        raise AssertionError(f"the encoder asked for {name}")


class OfVain(metaclass=Vain):
    """A class whose attributes nobody may look at."""


class ListWithOpinion(list[int]):
    def __len__(self) -> int:
        raise AssertionError("the encoder asked for the length")

    def __iter__(self) -> Any:
        raise AssertionError("the encoder asked for the items")


class ArrayWithOpinion(np.ndarray[Any, Any]):
    def __array_finalize__(self, other: object) -> None:
        pass

    def tobytes(self, *_: Any, **__: Any) -> bytes:
        raise AssertionError("the encoder asked for the bytes")


class FloatWithOpinion(float):
    def __float__(self) -> float:
        raise AssertionError("the encoder asked for the number")


class ScalarWithOpinion(np.float64):
    def item(self, *_: Any) -> Any:
        raise AssertionError("the encoder asked for the item")


def test_no_method_of_a_foreign_object_is_called() -> None:
    Liar.asked = 0
    names = [one.type_name.rpartition(".")[2] for one in decode(encode([Liar(), OfVain()]))]
    assert names == ["Liar", "OfVain"]
    assert Liar.asked == 0


def test_of_a_subclass_only_what_the_type_itself_holds_is_read() -> None:
    values = [ListWithOpinion([1]), FloatWithOpinion(2.5)]
    assert decode(encode(values)) == [[1], 2.5]


def test_an_array_of_a_type_of_its_own_gives_its_numbers_alone() -> None:
    found = decode(encode(np.arange(6.0).reshape(2, 3).view(ArrayWithOpinion)))
    assert type(found) is np.ndarray
    np.testing.assert_array_equal(found, [[0, 1, 2], [3, 4, 5]])


def test_a_scalar_of_a_type_of_its_own_gives_its_number_alone() -> None:
    assert decode(encode(ScalarWithOpinion(1.25))) == 1.25


def test_a_symbolic_value_is_opaque_with_its_text() -> None:
    import sympy

    value = sympy.exp(1) / (1 + sympy.exp(1))
    found = decode(encode(value))
    assert found.text == str(value)
    assert found.type_name.startswith("sympy.")


def test_strict_encoding_refuses_what_is_not_inert() -> None:
    with pytest.raises(TypeError, match=r"only inert values can be sent, a .*Liar came"):
        encode([1, Liar()], strict=True)


def test_a_large_integer_is_named_and_not_sent() -> None:
    assert decode(encode(2**4096 - 1)) == 2**4096 - 1
    assert decode(encode(2**4096)) == Opaque("int", "an integer of 4097 bits")


def test_a_dictionary_with_other_keys_than_text_is_opaque() -> None:
    assert decode(encode({1: "one"})) == Opaque("dict")


def test_values_over_a_limit_are_refused_with_the_limit() -> None:
    deep: list[Any] = []
    for _ in range(wire.MAX_DEPTH + 1):
        deep = [deep]
    circular: list[Any] = []
    circular.append(circular)
    for value, limit in [
        (deep, "32 levels"),
        (circular, "32 levels"),
        ([0] * (wire.MAX_ELEMENTS + 1), "1000000 elements"),
        (np.zeros((5, 7, 1000)), "100 KiB"),
        (np.broadcast_to(np.float64(1), (10**6, 10**6)), "100 KiB"),
        (np.full((1001, 1000), None), "1000000 elements"),
        ("x" * 200_000, "100 KiB"),
    ]:
        most = 100 * 1024 if limit.endswith("KiB") else wire.MAX_BYTES
        with pytest.raises(TooLargeError, match=limit):
            encode(value, most)


def test_a_tensor_is_marked_as_one() -> None:
    found = decode(encode(Tensor(np.array([[1.5, -2.0, 0.25]]))))
    assert isinstance(found, Tensor)
    np.testing.assert_array_equal(found.array, [[1.5, -2.0, 0.25]])


def test_text_that_is_no_unicode_is_still_reported() -> None:
    assert decode(encode("lone \ud800 surrogate")) == "lone \\ud800 surrogate"


# -- bytes that nobody honest wrote ---------------------------------------------------------------


@given(st.binary(max_size=80))
def test_random_bytes_are_refused_or_read(data: bytes) -> None:
    with suppress(WireError):
        decode(data)


@given(VALUES | ARRAYS, st.data())
def test_a_truncated_value_is_refused(value: object, data: st.DataObject) -> None:
    whole = encode(value)
    length = data.draw(st.integers(0, len(whole) - 1))
    with pytest.raises(WireError):
        decode(whole[:length])


@given(VALUES | ARRAYS, st.data())
def test_a_value_with_changed_bytes_is_refused_or_read(value: object, data: st.DataObject) -> None:
    changed = bytearray(encode(value))
    for _ in range(data.draw(st.integers(1, 4))):
        position = data.draw(st.integers(0, len(changed) - 1))
        changed[position] = data.draw(st.integers(0, 255))
    with suppress(WireError):
        decode(changed)


@given(VALUES, st.binary(min_size=1, max_size=9))
def test_trailing_bytes_are_refused(value: object, more: bytes) -> None:
    with pytest.raises(WireError, match=f"{len(more)} bytes follow the value"):
        decode(encode(value) + more)


def _array(kind: bytes, size: int, shape: tuple[int, ...], data: bytes) -> bytes:
    extents = b"".join(struct.pack("<Q", extent) for extent in shape)
    return b"a" + struct.pack("<sBB", kind, size, len(shape)) + extents + data


@pytest.mark.parametrize(
    ("payload", "reason"),
    [
        (b"", "1 bytes were announced, 0 are left"),
        (b"?", "no value begins with"),
        (b"l" + struct.pack("<Q", 2**63), "items were announced"),
        (b"l" + struct.pack("<Q", 1) + b"", "items were announced"),
        (b"s" + struct.pack("<Q", 1) + b"\xff", "malformed value"),
        (b"i" + struct.pack("<Q", 2**40), "an integer has at most 4096 bits"),
        (b"q" + struct.pack("<Q", 1) + b"\1" + struct.pack("<Q", 1) + b"\0", "denominator"),
        (b"q" + (struct.pack("<Q", 1) + b"\xff") * 2, "a denominator is positive, -1 came"),
        (b"d" + struct.pack("<Q", 2) + (struct.pack("<Q", 1) + b"kN") * 2, "comes twice"),
        (b"l\1\0\0\0\0\0\0\0" * 40 + b"N", "at most 32 levels"),
        (_array(b"f", 8, (2**62, 2**62), b""), "at most 2147483648 elements"),
        (_array(b"f", 8, (0, 2**62), b""), "at most 10000 elements"),
        (_array(b"f", 8, (2, 3), bytes(47)), "48 bytes were announced, 47 are left"),
        (_array(b"f", 8, (2, 3), bytes(49)), "1 bytes follow the value"),
        (_array(b"O", 8, (1,), bytes(8)), "no array has the dtype 'O' of 8 bytes"),
        (_array(b"f", 16, (1,), bytes(16)), "no array has the dtype 'f' of 16 bytes"),
        (_array(b"\xff", 8, (1,), bytes(8)), "malformed value"),
        (_array(b"b", 1, (3,), b"\0\2\1"), "a truth value is 0 or 1"),
        (_array(b"f", 8, (1,) * 33, bytes(8)), "at most 32 dimensions"),
        (b"o" + struct.pack("<Q", 201) + b"n" * 201 + struct.pack("<Q", 0), "too long"),
    ],
)
def test_each_forged_value_is_refused_with_its_reason(payload: bytes, reason: str) -> None:
    with pytest.raises(WireError, match=reason):
        decode(payload)


def test_too_many_elements_are_refused_however_they_are_nested() -> None:
    many = b"l" + struct.pack("<Q", wire.MAX_ELEMENTS) + b"N" * wire.MAX_ELEMENTS
    with pytest.raises(WireError, match="at most 1000000 elements"):
        decode(many)


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        (b"cgw1", "a header has 17 bytes, 4 came"),
        (wire.HEADER.pack(b"cgw2", wire.ANSWER, 3, 5), "a frame begins with b'cgw1'"),
        (wire.HEADER.pack(wire.MAGIC, 9, 3, 5), "no frame is of kind 9"),
        (wire.HEADER.pack(wire.MAGIC, wire.ANSWER, 4, 5), "frame 3 was expected, 4 came"),
        (wire.HEADER.pack(wire.MAGIC, wire.ANSWER, 3, 101), "at most 100 bytes were expected, 101"),
    ],
)
def test_a_forged_header_is_refused(header: bytes, reason: str) -> None:
    with pytest.raises(WireError, match=reason):
        wire.read_header(header, number=3, max_bytes=100)


def test_a_frame_tells_its_kind_and_length() -> None:
    data = wire.frame(wire.ANSWER, 3, b"12345")
    header = data[: wire.HEADER.size]
    assert wire.read_header(header, number=3, max_bytes=100) == (wire.ANSWER, 5)


def test_sizes_read_as_people_write_them() -> None:
    sizes = [700, 1536, 64 * 2**20, 6 * 2**30]
    assert [wire.size_text(size) for size in sizes] == ["700 bytes", "1.5 KiB", "64 MiB", "6 GiB"]


def test_an_opaque_value_is_frozen_and_compared_by_value() -> None:
    value = Opaque("Thing", "text")
    with pytest.raises(AttributeError, match="Opaque is frozen: cannot set 'text'"):
        value.text = "other"
    assert len({value, Opaque("Thing", "text"), Opaque("Thing")}) == 2


def test_many_small_arrays_are_too_large_before_they_fill_the_memory() -> None:
    with pytest.raises(TooLargeError, match="1000000 elements"):
        encode([np.array(5)] * 100_000)
    one = encode(np.array(5))
    many = b"l" + struct.pack("<Q", 100_000) + one * 100_000
    with pytest.raises(WireError, match="at most 1000000 elements"):
        decode(many)
