"""What the grader says, in the language of the sheet."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from grader.messages.numbers import plural_form
from problems.languages import Added, Language, added, text_in, with_added

_HEAD = re.compile(r"^\[([\w-]+)", re.MULTILINE)
"""The first line of a table of messages, or of one inside of it."""


@cache
def _sources() -> Mapping[str, tuple[str, ...]]:
    """The texts of each table in the files of messages, in their order: to read all takes long."""
    found: dict[str, tuple[str, ...]] = {}
    for path in sorted(Path(__file__).parent.glob("*.toml")):
        text = path.read_text(encoding="utf-8")
        heads = [(head[1], head.start()) for head in _HEAD.finditer(text)]
        ends = [start for _, start in heads[1:]]
        of_file: dict[str, str] = {}
        for (table, start), end in zip(heads, [*ends, len(text)], strict=True):
            of_file[table] = of_file.get(table, "") + text[start:end]
        for table, source in of_file.items():
            found[table] = (*found.get(table, ()), source)
    return found


def messages(table: str) -> Mapping[str, Mapping[str, Any]]:
    """A table of messages, which may have a part in each file: by key, and by language.

    Raises KeyError if there is none.
    """
    return _messages(table, added())


@cache
def _messages(table: str, extra: tuple[Added, ...]) -> Mapping[str, Mapping[str, Any]]:
    found: dict[str, Mapping[str, Any]] = {}
    for source in _sources()[table]:
        found.update(tomllib.loads(source)[table])
    if not extra:
        return found
    tables: Mapping[str, Any] = {table: found}
    for name in message_files():
        tables = with_added(tables, f"messages/{name}", extra)
    merged: Mapping[str, Mapping[str, Any]] = tables[table]
    return merged


@cache
def message_files() -> tuple[str, ...]:
    """The names of our files of messages."""
    return tuple(path.name for path in sorted(Path(__file__).parent.glob("*.toml")))


def said_in(table: str) -> frozenset[str]:
    """The keys of a table of messages."""
    return frozenset(messages(table))


def say(language: Language, key: str, /, **details: Any) -> str:
    """A sentence by its key (``"remark.blank"``), filled in.

    One that has plural forms takes that of its detail ``count``. Raises KeyError if the sentence is
    missing, or names something that was not given.
    """
    text = _told(language, key)
    if not isinstance(text, str):
        text = text.get(plural_form(details["count"], language), text["other"])
    said: str = text.format(**details)
    return said


def to_fill_in(language: Language, key: str) -> str:
    """A sentence by its key as it is before it is filled in: for who fills it in elsewhere.

    Raises KeyError if it is missing, and TypeError if it has plural forms.
    """
    text = _told(language, key)
    if not isinstance(text, str):
        raise TypeError(f"{key} has plural forms, of which one is chosen when it is filled in")
    return text


def _told(language: Language, key: str) -> Any:
    table, _, name = key.partition(".")
    text = text_in(messages(table)[name], language)
    if text is None:
        raise KeyError(language)
    return text
