"""Blocks that many documents have in common: what is written of one is written once.

Most of a statement is the same for all students; only the blocks that name its numbers differ. A
block that comes of a text without values is the same object in every document, and is known by
that: to compare what is in it would take as long as to write it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from grader.document.nodes import Block, Document

Where = TypeVar("Where", bound=Hashable)

_IN_COMMON: dict[int, Block] = {}
"""These blocks by their identities, which no other object gets while they are here."""
_MOST = 2**14


def in_common(blocks: Document) -> Document:
    """The blocks themselves, which will be in many documents."""
    if len(_IN_COMMON) < _MOST:
        _IN_COMMON.update((id(block), block) for block in blocks)
    return blocks


class Once(Generic[Where]):
    """A function that writes a block where it stands, and writes one that is in common once."""

    def __init__(self, write: Callable[[Block, Where], str]) -> None:
        self._write = write
        self._written: dict[tuple[int, Where], str] = {}

    def __call__(self, block: Block, where: Where) -> str:
        """What is written of a block."""
        number = id(block)
        if _IN_COMMON.get(number) is not block:
            return self._write(block, where)
        key = number, where
        found = self._written.get(key)
        if found is None:
            found = self._written[key] = self._write(block, where)
        return found
