"""What a program may not tell while inputs that are not shown are in its hands.

It chooses what it raises, and the shape and type of what it returns: whoever puts such inputs into
them would find them in the report. So all of that is cut to its kind.
"""

from __future__ import annotations

import builtins
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from grader.marking.failure import general_cause
from grader.marking.result import FieldResult
from grader.messages.remark import Remark
from grader.sandbox.outside.conversation import CLOSED, MIXED

ANY_ERROR = "Exception"
"""What an error is called whose name the program may have made."""

_OF_LIBRARIES = frozenset({"AxisError", "LinAlgError", "OutOfMemoryError", "TorchRuntimeError"})


def kind_of_error(name: str) -> str:
    """The name of an error if Python or a library has given it; else that it is one."""
    known = getattr(builtins, name, None)
    is_known = isinstance(known, type) and issubclass(known, BaseException)
    return name if is_known or name in _OF_LIBRARIES else ANY_ERROR


def cut_to_kind(field: FieldResult) -> FieldResult:
    """A field without anything that the program has chosen but its outcome and where it failed.

    No value is told, none of its texts, and no number that it may have taken from its inputs.
    """
    told = [_cut(one, field) for one in field.remarks]
    remarks = tuple(one for number, one in enumerate(told) if one and one not in told[:number])
    return replace(field, found=None, expected=None, inputs=None, compared=None, remarks=remarks)


def cut_unshown(field: FieldResult) -> FieldResult:
    """The same of a field that failed with inputs that are not shown, with a word on why."""
    cut = cut_to_kind(field)
    return replace(cut, remarks=(*cut.remarks, Remark("unshown")))


def tells_of_program(field: FieldResult) -> bool:
    """Whether it tells a value or a text that the program has chosen."""
    return field.found is not None or any(not _is_ours(one) for one in field.remarks)


def _is_ours(one: Remark) -> bool:
    return one.key not in _CUT and one.details.keys() <= _OURS


def _cut(one: Remark, field: FieldResult) -> Remark | None:
    if one.key in _CUT:
        return _CUT[one.key](one.details)
    if _is_ours(one):
        return one
    errors = [each.details["type"] for each in field.remarks if each.key in _ERRORS]
    return general_cause(errors[0]) if errors else None


_OURS = frozenset({"what", "slips", "place", "limit", "value", "number", "shapes", "call"})
"""The details that the program has no part in, but for the lines that it consists of."""


def _only(key: str, *names: str) -> Callable[[Mapping[str, Any]], Remark]:
    return lambda details: Remark(key, {name: details[name] for name in names})


def _raised(details: Mapping[str, Any]) -> Remark:
    told = {"what": details["what"], "type": kind_of_error(details["type"])}
    if place := details.get("place"):
        return Remark("raised-kind-at", {**told, "place": place})
    return Remark("raised-kind", told)


_OWN_WORDS = re.compile(r"SIG[A-Z]+(?: or SIG[A-Z]+)*")
"""How a program ended that did not choose the words: by a signal."""


def _ended(details: Mapping[str, Any]) -> Remark:
    """How it ended, if that is in the words of the grader or the system."""
    told = {"what": details["what"]}
    detail = details["detail"]
    if detail not in (MIXED, CLOSED) and not _OWN_WORDS.fullmatch(detail):
        return Remark("ended-kind", told)
    place = details.get("place")
    told["detail"] = detail
    return Remark("ended", {**told, "place": place}) if place else Remark("ended-somewhere", told)


_ERRORS = ("raised", "raised-somewhere")
_CUT: Mapping[str, Callable[[Mapping[str, Any]], Remark]] = {
    "raised": _raised,
    "raised-somewhere": _raised,
    "ended": _ended,
    "ended-somewhere": _ended,
    "not-reached-ended": _only("not-reached-kind", "what", "place"),
    "check-value": _only("check-wrong", "what"),
    "check-type": _only("check-other", "what"),
    "check-rows-type": _only("check-rows", "what", "entries"),
    "check-rows": _only("check-rows", "what", "entries"),
    "check-shape": _only("check-another-shape", "what"),
    "check-array-for-number": _only("check-another-shape", "what"),
    "check-number-for-array": _only("check-another-shape", "what"),
    "check-shapes": _only("check-other-shapes", "what"),
    "check-shapes-missing": _only("check-other-shapes", "what"),
    "check-shapes-surplus": _only("check-other-shapes", "what"),
}
