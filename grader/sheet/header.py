"""The header of a file: by it a file says which sheet it is.

It is a few comment lines at the top of the file to fill in. It holds what was drawn, so that a file
is marked as it was set even by a later version, and a checksum: not against forgery (a practice
sheet has no secrets), but so that a line damaged by accident is noticed.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from grader.sheet.bounds import are_affordable, could_be_drawn, published
from grader.sheet.drawn import MOST_PROPOSALS_OF_SHEET, drawn_alike
from grader.sheet.sheet import MOST_PROBLEMS, Problem, Sheet, SheetError, as_language, as_level
from problems.catalogue import FamiliesError, UnknownFamilyError, family
from problems.family import ByHand
from problems.frozen import frozen
from problems.languages import Language, language_or_none
from problems.network import checked
from problems.variant import Variant, network_variant

FORMAT = 1


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
                "draw": p.variant.family.draw_version if p.draw_version is None else p.draw_version,
                **_content(p.variant),
            }
        )
        for p in sheet.problems
    ]
    return [*lines, f"# grader-checksum: {_checksum(lines)}"]


def _content(variant: Variant) -> dict[str, Any]:
    """What a problem is made of: its parameters, or a lecturer's own network that gives them."""
    if variant.network is not None:
        return {"network": variant.network}
    return {"parameters": variant.parameters}


_HEADER = re.compile(r"^#[ \t]*grader-(sheet|problem|checksum):(.*)$", re.MULTILINE)
_MOST_CHARACTERS = 20 * 1024  # of a line
_MOST_SEED_CHARACTERS = 200
_MOST_LAYERS = 640
"""Of all lecturers' networks of a sheet, each as often as other questions are asked about it."""
_LIMIT_OF_DRAW_VERSIONS = 10_000


@frozen
class Claims:
    """What a header says, with nothing of it looked into.

    By which version of a draw a problem came is left out: the same problem may come by several.
    """

    seed: Any
    language: Any
    problems: tuple[Any, ...]


def has_header(source: str) -> bool:
    """Whether a file has a line of a header, be it damaged."""
    return _HEADER.search(source) is not None


def claims_of(source: str) -> Claims | None:
    """What the header of a file says; None if it has none, or a damaged one."""
    try:
        head, *records = (json.loads(text) for _, text in _lines_in(source)[:-1])
        problems = tuple({k: v for k, v in each.items() if k != "draw"} for each in records)
        return Claims(head["seed"], head["language"], problems)
    except (SheetError, LookupError, TypeError, AttributeError, ValueError, RecursionError):
        return None


def read_header(source: str) -> Sheet:
    """The sheet that a file was set as. Raises SheetError, in words for the student.

    Anybody can write a header with a valid checksum, so nothing is worked out from one before it
    is known to be of a size that a family draws.
    """
    found = _lines_in(source)
    try:
        head, *problems = (json.loads(text) for _, text in found[:-1])
        if head["format"] != FORMAT:
            raise SheetError(key="format", found=head["format"], expected=FORMAT)
        sheet = Sheet(_seed(head["seed"]), as_language(head["language"]), _problems(problems))
    except SheetError:
        raise
    except (LookupError, TypeError, AttributeError, ValueError, RecursionError) as error:
        raise _damaged("lacks") from error
    if len({problem.key for problem in sheet.problems}) < len(sheet.problems):
        raise _damaged("one-number")
    return sheet


def _lines_in(source: str) -> list[tuple[str, str]]:
    """The lines of a header with their kinds, all there and unchanged. Raises SheetError."""
    found = [(kind, text.strip()) for kind, text in _HEADER.findall(source)]
    kinds = [kind for kind, _ in found]
    if not found:
        raise SheetError(
            "this is no sheet of the grader: the lines '# grader-sheet: ...' at the top are "
            "missing; fill in the file that 'grader generate' wrote"
        )
    if kinds[0] != "sheet" or kinds[-1] != "checksum" or set(kinds[1:-1]) != {"problem"}:
        raise _damaged("order")
    if len(found) - 2 > MOST_PROBLEMS:
        raise _damaged("problems", most=MOST_PROBLEMS, found=len(found) - 2)
    if any(len(text) > _MOST_CHARACTERS for _, text in found):
        raise _damaged("long-line", most=_MOST_CHARACTERS // 1024)
    if found[-1][1] != _checksum([f"# grader-{kind}: {text}" for kind, text in found[:-1]]):
        raise _damaged("changed")
    return found


def _seed(value: Any) -> str:
    seed = str(value)
    if len(seed) > _MOST_SEED_CHARACTERS or not seed.isprintable():
        raise _damaged("seed")
    return seed


def _problems(records: Sequence[dict[str, Any]]) -> tuple[Problem, ...]:
    """The problems of a sheet. What is large is worked out last: not before all sizes are known.

    The same problem in several places (a published example) is worked out once. Problems are drawn
    first as long as each is what its seed draws, as all of an honest sheet are: such a one needs no
    comparison with others of its family, which have to be drawn for it.
    """
    alike: dict[str, Variant] = {}
    ahead: dict[str, tuple[Variant | None, int]] = {}
    problems: list[tuple[Problem, str]] = []
    for record in records:
        problem = _problem(record)
        variant = problem.variant
        same = _json([variant.family.key, variant.level, variant.seed, variant.parameters])
        is_own = variant.network is not None
        if not is_own and same not in alike and all(drawn for drawn, _ in ahead.values()):
            left = MOST_PROPOSALS_OF_SHEET - sum(looked_at for _, looked_at in ahead.values())
            ahead[same] = drawn_alike(variant, left)
        if not is_own and (same not in ahead or ahead[same][0] is None):
            with _told_as_damage(problem.key):
                if not could_be_drawn(variant.family, variant.parameters):
                    raise ValueError("the family draws no such parameters")
        alike.setdefault(same, variant)
        version = _draw_version(record, problem.key)
        problems.append((replace(problem, variant=alike[same], draw_version=version), same))
    layers = sum(len(one.network["layers"]) for one in alike.values() if one.network is not None)
    drawn_or_published = [(one.family, one.parameters) for one in alike.values()]
    if layers > _MOST_LAYERS or not are_affordable(drawn_or_published):
        raise _damaged("work", found=len(problems))
    proposals = 0
    for same, variant in alike.items():
        if variant.network is None:
            drawn, looked_at = ahead.get(same) or drawn_alike(
                variant, MOST_PROPOSALS_OF_SHEET - proposals
            )
            proposals += looked_at
            if drawn is not None:
                alike[same] = drawn
                continue
        with _told_as_damage(next(one.key for one, of in problems if of == same)):
            _work_out(variant)
    return tuple(replace(problem, variant=alike[same]) for problem, same in problems)


def _problem(record: dict[str, Any]) -> Problem:
    """A problem as it is set, with nothing worked out, and nothing known of its size."""
    try:
        chosen = family(record["family"])
    except UnknownFamilyError as error:
        raise SheetError(key="unknown-family", error=error) from None
    except FamiliesError as error:
        raise SheetError(key="unusable-family", error=error) from None
    level = as_level(record["level"])
    key = str(record["key"])
    if not (key.isalnum() and len(key) <= 10):
        raise _damaged("number", found=repr(key[:20]))
    if "network" in record:
        with _told_as_damage(key):  # whatever is no network, or none that the family takes
            return Problem(key, network_variant(chosen.key, level, checked(record["network"])))
    return Problem(key, Variant(chosen, level, _seed(record["seed"]), record["parameters"]))


def _draw_version(record: dict[str, Any], key: str) -> int:
    found = record.get("draw", 0)  # sheets were handed out before there was such a number
    if type(found) is not int or not 0 <= found < _LIMIT_OF_DRAW_VERSIONS:
        raise _damaged("version", number=key)
    return found


@contextmanager
def _told_as_damage(key: str) -> Iterator[None]:
    """Whatever a family raises on parameters that are none of its own: the header is at fault."""
    try:
        yield
    except (LookupError, TypeError, ValueError, ArithmeticError, AttributeError) as error:
        raise _damaged("not-set", number=key) from error


def _work_out(variant: Variant) -> None:
    """Works the true values out, which marking then has at hand.

    May raise whatever a family raises on parameters that are none of its own.
    """
    if isinstance(variant.family.task, ByHand):
        _ = variant.truth
        return
    if variant.parameters not in published(variant.family):
        for check in variant.checks:
            for seen in check.probe.observations:
                _ = seen.true


def _damaged(what: str, **details: Any) -> SheetError:
    return SheetError(key="damaged", what=what, **details)


_LANGUAGE = re.compile(rb"grader-sheet:[^\r\n]{0,400}?\\?\"language\\?\": ?\\?\"([a-z]{2,3})\\?\"")


def language_said(data: bytes) -> Language | None:
    """The language that the header of a file says, whatever else is wrong with it; None if none."""
    found = _LANGUAGE.search(data)
    told = found[1].decode() if found else ""
    return language_or_none(told)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=True, separators=(", ", ": "))


def _checksum(lines: Sequence[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]
