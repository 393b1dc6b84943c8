"""What the grader says, in the language of the sheet."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from problems.sentences import Language


@cache
def _messages() -> dict[str, dict[str, dict[str, str]]]:
    text = Path(__file__).with_name("messages.toml").read_text(encoding="utf-8")
    messages: dict[str, dict[str, dict[str, str]]] = tomllib.loads(text)
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
