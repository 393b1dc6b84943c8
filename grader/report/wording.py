"""What a result says to its reader, in the language of the sheet."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from grader.expression import UnreadableError
from grader.marking.notation import in_print
from grader.marking.result import FieldResult, Remark, SheetResult
from grader.messages import say
from problems.catalogue import folder
from problems.sentences import Language, slip_text


def message_of(field: FieldResult, family: str, language: Language) -> str:
    """Everything that is to be said of a field, in one line; empty where it is simply right."""
    return " ".join(sentence(remark, family, language) for remark in field.remarks)


def incidents_of(result: SheetResult) -> list[str]:
    """What went wrong while the program ran, one line each."""
    return [_filled("incident", incident, {}, result.language) for incident in result.incidents]


def sentence(remark: Remark, family: str, language: Language) -> str:
    """One remark as a sentence."""
    details: dict[str, Any] = {}
    if slips := remark.details.get("slips"):
        details["slip"] = slip_text(folder(family), slips[0], language)
    return _filled("remark", remark, details, language)


def _filled(table: str, remark: Remark, more: Mapping[str, Any], language: Language) -> str:
    details = {key: _worded(key, value, language) for key, value in remark.details.items()}
    return say(language, f"{table}.{remark.key}", **{**details, **more})


def _place(place: str, language: Language) -> str:
    """``line 41`` or ``cell 5, line 3``, as the sandbox names places, in the sheet's language."""
    match re.fullmatch(r"(?:cell (\d+), )?line (\d+)", place):
        case None:
            return place
        case found if found[1]:
            return say(language, "place.cell", cell=found[1], line=found[2])
        case found:
            return say(language, "place.line", line=found[2])


def _worded(key: str, value: Any, language: Language) -> Any:
    match key, value:
        case "problem", UnreadableError():
            return say(language, f"text.{value.message_key}", **value.details)
        case "cells", _:
            shown = [str(cell[0]) if len(cell) == 1 else str(cell) for cell in value[:6]]
            return ", ".join(shown) + (", …" if len(value) > 6 else "")
        case (("found" | "expected"), tuple()):
            return " × ".join(map(str, value)) if value else "–"
        case "place", str():
            return _place(value, language)
        case "options", _:
            return ", ".join(value)
        case "limit", _:
            return say(language, f"limit.{value}")
        case _, str():
            return in_print(value)
    return value
