"""Remarks: what is to be told, as data; the words are found when it is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from problems.frozen import frozen

HINT = "hint"
"""The detail of an incident that says what to do about it: a remark, or None."""


@frozen
class Datum:
    """What the sheet states in its text: words of the family's ``[data]``, and what they name."""

    meaning: str
    of: str = ""


@frozen
class LayerNumber:
    """A number of a layer by the name of the input, with the layer where the sheet names it."""

    input: str
    layer: str = ""


@frozen
class Remark:
    """Something to tell the reader: a key of ``messages.toml`` and what its sentence names."""

    key: str
    details: Mapping[str, Any] = field(default_factory=dict)
