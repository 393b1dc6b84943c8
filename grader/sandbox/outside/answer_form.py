"""The forms that an answer of a child can have, whatever it says."""

from __future__ import annotations

from collections.abc import Mapping

_FORMS: Mapping[object, tuple[type | None, ...]] = {
    "done": (),
    "cell": (list, list, list),
    "read": (list,),
    "value": (None,),
    "blank": (),
    "missing": (str, str),
    "result": (str,),
    "memory": (tuple,),
    "exit": (str, tuple),
    "raised": (str, str, tuple),
}
"""For each kind of answer, of what type its parts are; None for any, and tuple for a place."""


def is_answer(answer: object, cells: int) -> bool:
    """Whether a decoded value has the form of an answer; its content is the child's own affair."""
    if type(answer) is not tuple or not answer:
        return False
    form = _FORMS.get(answer[0]) if type(answer[0]) is str else None
    if form is None or len(form) != len(answer) - 1:
        return False
    for kind, part in zip(form, answer[1:], strict=True):
        if kind is tuple:
            if part is not None and not is_place(part, cells):
                return False
        elif kind is not None and type(part) is not kind:
            return False
    return True


def is_place(place: object, cells: int) -> bool:
    """Whether a decoded value has the form of a place in one of so many cells."""
    if type(place) is not tuple or len(place) != 2:
        return False
    cell, line = place
    return type(cell) is int and type(line) is int and 0 <= cell < cells and line >= 0
