"""Sheets: the problems that one student gets, and the header by which a file says which they are.

The header is a few comment lines at the top of the file to fill in. It holds what was drawn, so
that a file is marked as it was set even by a later version, and a checksum: not against forgery
(a practice sheet has no secrets), but so that a line damaged by accident is noticed.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, get_args

from problems.catalogue import UnknownFamilyError, family
from problems.family import LEVELS, ByHand, Level
from problems.sentences import LANGUAGES, Language
from problems.variant import UnknownExampleError, Variant, draw_variant, example_variant

FORMAT = 1
DEFAULT_PROBLEMS = ("cnn-table", "conv2d-backprop", "conv1d-code")


class SheetError(ValueError):
    """No sheet can be made of this: what was expected, what came, what to do."""


@dataclass(frozen=True, eq=False)
class Problem:
    """One problem of a sheet; ``key`` is its number there."""

    key: str
    variant: Variant


@dataclass(frozen=True, eq=False)
class Sheet:
    """The problems that one student gets, in one language."""

    seed: str
    language: Language
    problems: tuple[Problem, ...]

    @property
    def name(self) -> str:
        """What the sheet is called in reports."""
        return f"practice-{self.seed}"

    @property
    def uses_torch(self) -> bool:
        """Whether a problem asks for PyTorch code."""
        return any(getattr(p.variant.family.task, "torch", False) for p in self.problems)


def draw_sheet(seed: str, requests: Sequence[str], language: Language) -> Sheet:
    """A practice sheet; see ``requested_variant`` for the requests. Raises SheetError."""
    problems: list[Problem] = []
    for key, request in enumerate(requests, start=1):
        again = list(requests[:key]).count(request)
        own_seed = seed if again == 1 else f"{seed}/{again}"  # asked twice: two variants
        problems.append(Problem(str(key), requested_variant(request, own_seed)))
    return Sheet(seed, language, tuple(problems))


def requested_variant(request: str, seed: str) -> Variant:
    """The variant that a request names: ``FAMILY``, ``FAMILY:LEVEL`` or ``FAMILY@EXAMPLE``.

    The level is ``standard`` if none is said; a published example is the same for every seed.
    Raises SheetError for an unknown family, level or example.
    """
    key, _, example = request.partition("@")
    key, _, level = key.partition(":")
    try:
        if example:
            return example_variant(key, example)
        return draw_variant(key, as_level(level or "standard"), seed)
    except UnknownFamilyError as error:
        raise SheetError(f"{error}; 'grader families' lists them") from None
    except UnknownExampleError as error:
        raise SheetError(str(error)) from None


def as_level(text: str) -> Level:
    """The level of this name. Raises SheetError."""
    if text not in LEVELS:
        raise SheetError(f"there is no level {text!r}; there are {', '.join(LEVELS)}")
    return text


def as_language(text: str) -> Language:
    """The language of this code. Raises SheetError."""
    if text not in LANGUAGES:
        raise SheetError(
            f"there are no sheets in {text!r}; there are {', '.join(get_args(Language))}"
        )
    return text


def header_lines(sheet: Sheet) -> list[str]:
    """The comment lines by which a file says which sheet it is."""
    lines = [
        "# grader-sheet: "
        + _json({"format": FORMAT, "seed": sheet.seed, "language": sheet.language})
    ]
    lines += [
        "# grader-problem: "
        + _json(
            {
                "key": p.key,
                "family": p.variant.family.key,
                "level": p.variant.level,
                "seed": p.variant.seed,
                "parameters": p.variant.parameters,
            }
        )
        for p in sheet.problems
    ]
    return [*lines, f"# grader-checksum: {_checksum(lines)}"]


_HEADER = re.compile(r"^#\s*grader-(sheet|problem|checksum):\s*(.*?)\s*$", re.MULTILINE)


def read_header(source: str) -> Sheet:
    """The sheet that a file was set as. Raises SheetError, in words for the student."""
    found = _HEADER.findall(source)
    kinds = [kind for kind, _ in found]
    if not found:
        raise SheetError(
            "this is no sheet of the grader: the lines '# grader-sheet: ...' at the top are "
            "missing; fill in the file that 'grader generate' wrote"
        )
    if kinds[0] != "sheet" or kinds[-1] != "checksum" or set(kinds[1:-1]) != {"problem"}:
        raise _damaged("some of its lines are missing or out of order")
    if found[-1][1] != _checksum([f"# grader-{kind}: {text}" for kind, text in found[:-1]]):
        raise _damaged("its text was changed")
    try:
        head, *problems = (json.loads(text) for _, text in found[:-1])
        if head["format"] != FORMAT:
            raise SheetError(
                f"this sheet has format {head['format']}, but this grader reads format {FORMAT}; "
                "use the version of the grader that wrote the sheet"
            )
        sheet = Sheet(
            str(head["seed"]), as_language(head["language"]), tuple(_problem(p) for p in problems)
        )
    except SheetError:
        raise
    except (LookupError, TypeError, AttributeError, ValueError, RecursionError) as error:
        raise _damaged("it lacks something that it needs") from error
    if len({problem.key for problem in sheet.problems}) < len(sheet.problems):
        raise _damaged("two of its problems have one number")
    return sheet


def _problem(record: dict[str, Any]) -> Problem:
    try:
        chosen = family(record["family"])
    except UnknownFamilyError as error:
        raise SheetError(
            f"this sheet has a problem that this grader does not know: {error}"
        ) from None
    level = as_level(record["level"])
    variant = Variant(chosen, level, str(record["seed"]), record["parameters"])
    try:
        _ = variant.truth if isinstance(chosen.task, ByHand) else variant.checks
    except (LookupError, TypeError, ValueError, ArithmeticError, AttributeError) as error:
        raise _damaged(f"its problem {record['key']} cannot be set from what it says") from error
    key = str(record["key"])
    if not key.isalnum():
        raise _damaged(f"{key!r} is no number of a problem")
    return Problem(key, variant)


def _damaged(what: str) -> SheetError:
    return SheetError(
        f"the header of this sheet is damaged: {what}; copy the lines '# grader-...' anew from the "
        "sheet as it was generated (the same command and seed write them again)"
    )


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=True, separators=(", ", ": "))


def _checksum(lines: Sequence[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]
