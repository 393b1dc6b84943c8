"""How the runner of GitHub Actions reads what a step prints: its two parsers of commands, in short.

One knows ``::name key=value,key=value::text`` at the beginning of a line, the other, an older one,
``##[name key=value;key=value]text`` anywhere in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NEW = re.compile(r"\s*::(?P<name>[\w-]+)(?: (?P<properties>.*?))?::(?P<text>.*)")
_OLD = re.compile(r"##\[(?P<name>[\w-]+)(?: (?P<properties>[^\]]*))?\](?P<text>.*)")


@dataclass(frozen=True)
class Command:
    name: str
    text: str
    properties: dict[str, str]


def commands_in(printed: str) -> Iterator[Command]:
    """All that the runner carries out; what is printed between a stop and its word is not."""
    word = ""
    for line in printed.splitlines():
        if word:
            word = "" if line.strip() == f"::{word}::" else word
            continue
        found = _NEW.match(line) or _OLD.search(line)
        if found is None:
            continue
        if found["name"] == "stop-commands":
            word = found["text"]
            continue
        given = (each.partition("=") for each in (found["properties"] or "").split(",") if each)
        properties = {key.strip(): _unescaped(value) for key, _, value in given}
        yield Command(found["name"], _unescaped(found["text"]), properties)


def _unescaped(text: str) -> str:
    for told, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(told, sign)
    return text
