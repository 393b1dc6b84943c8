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

from grader.bounds import could_be_drawn, published
from problems.catalogue import UnknownFamilyError, family
from problems.family import LEVELS, ByHand, Level
from problems.sentences import LANGUAGES, Language
from problems.variant import UnknownExampleError, Variant, draw_variant, example_variant

FORMAT = 1
DEFAULT_PROBLEMS = ("cnn-table", "conv2d-backprop", "conv1d-code")
_MOST_PROBLEMS = 200


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
    if len(requests) > _MOST_PROBLEMS:
        raise SheetError(f"a sheet has {_MOST_PROBLEMS} problems at most, not {len(requests)}")
    problems: list[Problem] = []
    for key, request in enumerate(requests, start=1):
        again = list(requests[:key]).count(request)
        own_seed = seed if again == 1 else f"{seed}/{again}"  # asked twice: two variants
        problems.append(Problem(str(key), requested_variant(request, own_seed)))
    return Sheet(seed, language, tuple(problems))


def requested_variant(request: str, seed: str) -> Variant:
    """The variant that a request names: ``FAMILY``, ``FAMILY:LEVEL`` or ``FAMILY@EXAMPLE``.

    The level is ``standard`` if none is said; a published example is the same for every seed, and
    has no level. Raises SheetError for an unknown family, level or example, or an empty one.
    """
    name, at, example = request.partition("@")
    key, colon, level = name.partition(":")
    if (at and (colon or not example)) or (colon and not level):
        raise SheetError(
            f"{request!r} names no problem; FAMILY, FAMILY:LEVEL or FAMILY@EXAMPLE was expected"
        )
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


_HEADER = re.compile(r"^#[ \t]*grader-(sheet|problem|checksum):(.*)$", re.MULTILINE)
_MOST_CHARACTERS = 20 * 1024  # of a line
_MOST_SEED_CHARACTERS = 200


def read_header(source: str) -> Sheet:
    """The sheet that a file was set as. Raises SheetError, in words for the student.

    Anybody can write a header with a valid checksum, so nothing is worked out from one before it
    is known to be of a size that a family draws.
    """
    found = [(kind, text.strip()) for kind, text in _HEADER.findall(source)]
    kinds = [kind for kind, _ in found]
    if not found:
        raise SheetError(
            "this is no sheet of the grader: the lines '# grader-sheet: ...' at the top are "
            "missing; fill in the file that 'grader generate' wrote"
        )
    if kinds[0] != "sheet" or kinds[-1] != "checksum" or set(kinds[1:-1]) != {"problem"}:
        raise _damaged("some of its lines are missing or out of order")
    if len(found) - 2 > _MOST_PROBLEMS:
        raise _damaged(f"a sheet has {_MOST_PROBLEMS} problems at most, not {len(found) - 2}")
    if any(len(text) > _MOST_CHARACTERS for _, text in found):
        raise _damaged(f"a line of it is longer than {_MOST_CHARACTERS // 1024} KB")
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
            _seed(head["seed"]), as_language(head["language"]), tuple(_problem(p) for p in problems)
        )
    except SheetError:
        raise
    except (LookupError, TypeError, AttributeError, ValueError, RecursionError) as error:
        raise _damaged("it lacks something that it needs") from error
    if len({problem.key for problem in sheet.problems}) < len(sheet.problems):
        raise _damaged("two of its problems have one number")
    return sheet


def _seed(value: Any) -> str:
    seed = str(value)
    if len(seed) > _MOST_SEED_CHARACTERS or not seed.isprintable():
        raise _damaged("its seed is too long, or has characters that cannot be printed")
    return seed


def _problem(record: dict[str, Any]) -> Problem:
    try:
        chosen = family(record["family"])
    except UnknownFamilyError as error:
        raise SheetError(
            f"this sheet has a problem that this grader does not know: {error}"
        ) from None
    level = as_level(record["level"])
    key = str(record["key"])
    if not (key.isalnum() and len(key) <= 10):
        raise _damaged(f"{key[:20]!r} is no number of a problem")
    variant = Variant(chosen, level, _seed(record["seed"]), record["parameters"])
    try:
        settable = _can_be_set(variant)
    except (LookupError, TypeError, ValueError, ArithmeticError, AttributeError) as error:
        raise _damaged(f"its problem {key} cannot be set from what it says") from error
    if not settable:
        raise _damaged(f"its problem {key} cannot be set from what it says")
    return Problem(key, variant)


def _can_be_set(variant: Variant) -> bool:
    """Whether the parameters are such as the family draws, and lead to true values.

    May raise whatever a family raises on parameters that are none of its own.
    """
    if not could_be_drawn(variant.family, variant.parameters):
        return False
    if isinstance(variant.family.task, ByHand):
        _ = variant.truth
        return True
    if variant.parameters not in published(variant.family):
        for check in variant.checks:
            for seen in check.probe.observations:
                _ = seen.true  # which marking then has at hand
    return True


def _damaged(what: str) -> SheetError:
    return SheetError(
        f"the header of this sheet is damaged: {what}; copy the lines '# grader-...' anew from the "
        "sheet as it was generated (the same command and seed write them again)"
    )


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=True, separators=(", ", ": "))


def _checksum(lines: Sequence[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]
