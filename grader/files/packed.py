"""Data in few bytes: compressed, and again as they were."""

from __future__ import annotations

import json
import zlib
from typing import Any

_LEVEL = 1


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
