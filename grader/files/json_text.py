"""JSON documents with one long list, a record at a time."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

_INDENT = 2


def json_with_list(
    before: Mapping[str, Any],
    name: str,
    records: Iterable[Any],
    after: Mapping[str, Any] | None = None,
) -> Iterator[str]:
    """The text of an object, in parts: what comes ``before``, the list of that name, and the rest.

    It is the same text as `json.dumps` writes with an indent of two, and ends with its line; no
    more than one of the records is held at a time.
    """
    yield "{\n"
    for key, value in before.items():
        yield f"  {_key(key)}: {_indented(value, _INDENT)},\n"
    yield f"  {_key(name)}: ["
    empty = True
    for record in records:
        yield "\n    " if empty else ",\n    "
        yield _indented(record, 2 * _INDENT)
        empty = False
    yield "]" if empty else "\n  ]"
    for key, value in (after or {}).items():
        yield f",\n  {_key(key)}: {_indented(value, _INDENT)}"
    yield "\n}\n"


def _key(name: str) -> str:
    return json.dumps(name, ensure_ascii=False)


def _indented(value: Any, by: int) -> str:
    # a text in JSON has no line break of its own, so that each one is between two of its values
    text = json.dumps(value, indent=_INDENT, ensure_ascii=False)
    return text.replace("\n", "\n" + " " * by)
