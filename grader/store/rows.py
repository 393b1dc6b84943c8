"""Rows and digests, as the store has them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")

_TOGETHER = 400
"""Rows that go to a database at once."""


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
