"""How data go into the store and out of it: compressed, as digests, in parts."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, TypeVar

T = TypeVar("T")

_LEVEL = 1
_TOGETHER = 400
"""Rows that go to a database at once."""


def packed(data: bytes) -> bytes:
    """Some bytes, compressed."""
    return zlib.compress(data, _LEVEL)


def unpacked(data: bytes) -> bytes:
    """Those bytes again. Raises ValueError where they are damaged."""
    try:
        return zlib.decompress(data)
    except zlib.error as error:
        raise ValueError(f"compressed data was expected: {error}") from None


def packed_json(value: Any) -> bytes:
    """Plain data, compressed; the same data give the same bytes."""
    return packed(json.dumps(value, separators=(",", ":")).encode())


def unpacked_json(data: bytes) -> Any:
    """That data again. Raises ValueError."""
    return json.loads(unpacked(data))


def digest_of(*parts: str | bytes) -> str:
    """A digest over several texts, each of which may be anything."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big") + data)
    return digest.hexdigest()


def in_parts(rows: Iterable[T]) -> Iterator[list[T]]:
    """Rows, so many at a time as go to a database at once."""
    rest = iter(rows)
    while some := [*islice(rest, _TOGETHER)]:
        yield some
