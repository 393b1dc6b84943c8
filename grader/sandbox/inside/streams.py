"""The standard streams of a program, which write UTF-8 whatever the machine is set to.

Loaded by path in the child, or in what it is forked from.
"""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def put_in_place() -> None:
    """Makes them anew on the descriptors 0 to 2. Each asks what it stands on when it is made."""
    for name, descriptor, mode in (("stdin", 0, "r"), ("stdout", 1, "w"), ("stderr", 2, "w")):
        stream = _stream(descriptor, mode)
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)


def _stream(descriptor: int, mode: str) -> Any:
    lines = 1 if descriptor == 2 else -1
    return open(descriptor, mode, lines, encoding="utf-8", errors="backslashreplace", closefd=False)
