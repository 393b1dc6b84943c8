"""What the grader says, in the language of the sheet."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from problems.sentences import Language

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


@cache
def messages(table: str) -> Mapping[str, Mapping[str, str]]:
    """A table of messages, which may have a part in each file: by key, and by language.

    Raises KeyError if there is none.
    """
    found: dict[str, Mapping[str, str]] = {}
    for source in _sources()[table]:
        found.update(tomllib.loads(source)[table])
    return found


def said_in(table: str) -> frozenset[str]:
    """The keys of a table of messages."""
    return frozenset(messages(table))


def say(language: Language, key: str, /, **details: Any) -> str:
    """A sentence by its key (``"remark.blank"``), filled in.

    Raises KeyError if the sentence is missing, or names something that was not given.
    """
    table, _, name = key.partition(".")
    return messages(table)[name][language].format(**details)
