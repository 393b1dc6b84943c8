"""What the grader says, in the language of the sheet."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from problems.sentences import Language


@cache
def _messages() -> dict[str, dict[str, dict[str, str]]]:
    """The tables of all files of messages; a table may have a part in each."""
    messages: dict[str, dict[str, dict[str, str]]] = {}
    for path in sorted(Path(__file__).parent.glob("*.toml")):
        for table, sentences in tomllib.loads(path.read_text(encoding="utf-8")).items():
            messages.setdefault(table, {}).update(sentences)
    return messages


def said_in(table: str) -> frozenset[str]:
    """The keys of a table of messages."""
    return frozenset(_messages()[table])


def say(language: Language, key: str, /, **details: Any) -> str:
    """A sentence by its key (``"remark.blank"``), filled in.

    Raises KeyError if the sentence is missing, or names something that was not given.
    """
    table, _, name = key.partition(".")
    return _messages()[table][name][language].format(**details)
