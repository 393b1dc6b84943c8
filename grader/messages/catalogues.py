"""All catalogues of texts: what a language lacks in them, and what a new one begins with."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from grader.messages.say import message_files
from problems.catalogue import folders
from problems.frozen import frozen
from problems.languages import (
    FALLBACK,
    FILE,
    Added,
    Language,
    is_of_one_language,
    is_text,
    lacking,
    own_tables,
    with_added,
)
from problems.sentences import part_of, rule_files, shared_files

_BARE = re.compile(r"[A-Za-z0-9_-]+")


@frozen
class Text:
    """A text of a catalogue: where a language has its file, and its key there."""

    part: str
    key: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.part}: {dotted(self.key)}"


def catalogues() -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Each file of texts in our languages, by where an added language has its own."""
    messages = Path(__file__).parent
    paths = {f"messages/{name}": messages / name for name in message_files()}
    of_problems = [*shared_files()]
    for where in folders().paths:
        of_problems += [*rule_files(where), where / "texts.toml"]
    paths |= {part_of(path): path for path in of_problems if path.exists()}
    for part in sorted(paths):
        yield part, tomllib.loads(paths[part].read_text(encoding="utf-8"))


def texts_lacking(language: Language, added: tuple[Added, ...]) -> list[Text]:
    """The texts that a language lacks; they are told in English."""
    return [
        Text(part, key)
        for part, tables in catalogues()
        for key in lacking(with_added(tables, part, added), language)
    ]


def texts_unknown(one: Added) -> list[Text]:
    """What the files of an added language have, and no catalogue does: a key that is mistyped."""
    known = dict(catalogues())
    found: list[Text] = []
    for path in sorted(one.folder.rglob("*.toml")):
        part = path.relative_to(one.folder).as_posix()
        if part != FILE:
            found += [Text(part, k) for k in _beyond(own_tables(one, part), known.get(part, {}))]
    return found


def _beyond(
    own: Mapping[str, Any], known: Mapping[str, Any], above: tuple[str, ...] = ()
) -> Iterator[tuple[str, ...]]:
    for key, text in own.items():
        there = known.get(key)
        if isinstance(there, Mapping) and is_text(there):
            if not is_of_one_language(text):
                yield (*above, key)
        elif isinstance(there, Mapping) and isinstance(text, Mapping):
            yield from _beyond(text, there, (*above, key))
        else:
            yield (*above, key)


def count_of_texts() -> int:
    """How many texts there are in each of our languages."""
    return sum(1 for _, tables in catalogues() for _ in _texts(tables))


def new_files(code: Language, name: str) -> Iterator[tuple[str, str]]:
    """The files of a new language: its name, and every text in English, to be translated."""
    yield FILE, f"code = {json.dumps(code)}\nname = {json.dumps(name, ensure_ascii=False)}\n"
    for part, tables in catalogues():
        lines = [
            f"{dotted(key)} = {json.dumps(text, ensure_ascii=False)}"
            for key, text in _texts(tables)
        ]
        if lines:
            yield part, "\n".join(lines) + "\n"


def _texts(
    tables: Mapping[str, Any], above: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every text in English by its key; one with plural forms is as many."""
    for key, table in tables.items():
        if not isinstance(table, Mapping):
            continue
        if not is_text(table):
            yield from _texts(table, (*above, key))
        elif isinstance(table[FALLBACK], str):
            yield (*above, key), table[FALLBACK]
        else:
            yield from (((*above, key, form), text) for form, text in table[FALLBACK].items())


def dotted(key: tuple[str, ...]) -> str:
    """A key as TOML has it: parts that are no plain words in quotes."""
    return ".".join(part if _BARE.fullmatch(part) else json.dumps(part) for part in key)
