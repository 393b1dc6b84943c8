"""One problem of an assignment: what is set, and what its marks are."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from fnmatch import fnmatchcase
from fractions import Fraction
from functools import cache
from pathlib import Path as FilePath
from typing import Any

from grader.course.amounts import AmountError, exact, whole_hundredths
from grader.course.assignment_file import ProblemTable
from grader.course.quoting import meant, named, shown
from grader.course.refusal import RefusalError
from grader.course.toml_lines import Path
from grader.grading.style_costs import ALL, StyleCost, rules_of
from grader.sheet.bounds import could_be_drawn
from problems.catalogue import family, family_keys
from problems.drawing import draw_variant
from problems.family import LEVELS, InCode, Level, NetworkRefusedError
from problems.frozen import frozen
from problems.network import NetworkError, read_network
from problems.variant import Variant, example_variant, network_variant

MOST_POINTS = 10_000
MOST_WEIGHT = 1_000
_SPECIMENS = 8


@frozen(eq=False)
class SetProblem:
    """One problem of an assignment; ``key`` is its number on the sheet.

    It is drawn at its ``level``, or it is a published ``example``, or one with these ``parameters``
    (nothing is drawn then, but the inputs of checks still are), or about this ``network``.
    ``points`` are the marks that it gets in all; None leaves those that the exercise has.
    ``weights`` are patterns of blanks, checks and rules of style with a factor on their marks, and
    ``style_costs`` what breaches cost; of both the last that fits counts.
    """

    key: str
    family: str
    level: Level = "standard"
    example: str | None = None
    parameters: Mapping[str, Any] | None = None
    network: Mapping[str, Any] | None = None
    points: Fraction | None = None
    weights: tuple[tuple[str, Fraction], ...] = ()
    style_costs: tuple[StyleCost, ...] = ()

    @property
    def is_drawn(self) -> bool:
        """Whether a seed decides what is asked."""
        return self.example is None and self.parameters is None and self.network is None

    def variant(self, seed: str) -> Variant:
        """What a student with this seed gets. Raises NoVariantError."""
        if self.example is not None:
            return example_variant(self.family, self.example)
        if self.network is not None:
            return network_variant(self.family, self.level, self.network)
        if self.parameters is not None:
            return Variant(family(self.family), self.level, seed, self.parameters)
        return draw_variant(self.family, self.level, seed)

    def weight(self, field: str) -> Fraction:
        """The factor on the marks of a blank, a check or a rule of style."""
        fitting = (factor for name, factor in reversed(self.weights) if fnmatchcase(field, name))
        return next(fitting, Fraction(1))

    def style_cost(self, rule: str) -> StyleCost | None:
        """What a breach of a rule of style costs; None where that is left to the exercise."""
        fitting = (cost for cost in reversed(self.style_costs) if cost.fits(self.family, rule))
        return next(fitting, None)


@frozen(eq=False)
class Specimens:
    """What variants of a problem are marked on: for each of a few, its fields with their marks.

    ``are_all`` says whether no variant has other fields, as far as these show.
    """

    fields: tuple[Mapping[str, int], ...]
    are_all: bool

    @property
    def names(self) -> list[str]:
        """The names of all fields, in the order in which they come."""
        return list(dict.fromkeys(name for one in self.fields for name in one))

    def has(self, pattern: str) -> bool:
        """Whether a pattern fits the name of a field."""
        return any(fnmatchcase(name, pattern) for name in self.names)


def specimens(problem: SetProblem) -> Specimens:
    """Variants of a problem: the one that there is, or a few of those that may be drawn."""
    if problem.is_drawn:
        return _drawn_specimens(problem.family, problem.level)
    return Specimens((_fields_of(problem.variant("1")),), are_all=True)


@cache
def _drawn_specimens(key: str, level: Level) -> Specimens:
    found = [_fields_of(draw_variant(key, level, str(seed))) for seed in range(1, _SPECIMENS + 1)]
    return Specimens(tuple(found), are_all=all(one.keys() == found[0].keys() for one in found))


def _fields_of(variant: Variant) -> Mapping[str, int]:
    """The marks of each blank, or of each check and rule of style."""
    if isinstance(variant.family.task, InCode):
        checks = {check.name: check.marks for check in variant.stated_checks}
        return checks | {rule.name: rule.marks for rule in variant.style}
    return {asked.name: asked.marks for asked in variant.working.asked}


def read_problem(
    table: ProblemTable, number: int, folder: FilePath
) -> tuple[SetProblem, list[tuple[Path, str]]]:
    """A problem as it is set, and what is to be looked at again, with its place.

    ``number`` counts from 0. Files are looked for beside the assignment, in ``folder``.
    Raises RefusalError.
    """
    place: Path = ("problem", number)
    if table.family not in family_keys():
        told = f"there is no family {named(table.family)}{meant(table.family, family_keys())}"
        raise RefusalError((*place, "family"), told)
    _require_one_source(table, place)
    problem = SetProblem(
        str(number + 1),
        table.family,
        _level(table, place),
        _example(table, place),
        _parameters(table, place),
        _network(table, place, folder),
        _points(table, place),
        _weights(table, place),
        _style_costs(table, place),
    )
    doubts = _checked_names(problem, place)
    _require_marks(problem, place)
    return problem, doubts


def _require_one_source(table: ProblemTable, place: Path) -> None:
    given = [
        name for name in ("example", "parameters", "network") if getattr(table, name) is not None
    ]
    if len(given) > 1:
        raise RefusalError(
            (*place, given[1]),
            f"one of example, parameters and network was expected, but {given[0]} and {given[1]} "
            "came",
            about=place,
        )
    if table.example is not None and table.level is not None:
        raise RefusalError(
            (*place, "level"), "a published example has no level; leave one of the two out"
        )


def _level(table: ProblemTable, place: Path) -> Level:
    found = next((level for level in LEVELS if level == (table.level or "standard")), None)
    if found is None:
        told = f"there is no level {shown(table.level)}{meant(str(table.level), LEVELS)}"
        raise RefusalError((*place, "level"), told)
    return found


def _example(table: ProblemTable, place: Path) -> str | None:
    if table.example is not None:
        known = [*family(table.family).examples]
        if table.example not in known:
            told = f"{table.family} has no published example {shown(table.example)}"
            more = meant(table.example, known) if known else ""
            raise RefusalError((*place, "example"), f"{told}{more}")
    return table.example


def _parameters(table: ProblemTable, place: Path) -> Mapping[str, Any] | None:
    """The parameters, if they are those of an exercise that can be worked out."""
    if table.parameters is None:
        return None
    path = (*place, "parameters")
    chosen = family(table.family)
    try:
        parameters: Mapping[str, Any] = json.loads(json.dumps(table.parameters, allow_nan=False))
        if not could_be_drawn(chosen, parameters):
            reason = next(iter(chosen.flaws(parameters)), "no level draws any that are built so")
            raise RefusalError(
                path,
                f"parameters of {table.family} were expected, as a sheet has them in its first "
                f"lines, but these are none: {reason}",
            )
        _fields_of(Variant(chosen, "standard", "1", parameters))
    except (LookupError, TypeError, ArithmeticError, AttributeError, ValueError) as error:
        if isinstance(error, RefusalError):
            raise
        raise RefusalError(
            path,
            f"parameters of {table.family} were expected, as a sheet has them in its first lines, "
            f"but with these it cannot be worked out ({type(error).__name__}: {error})",
        ) from None
    return parameters


def _network(table: ProblemTable, place: Path, folder: FilePath) -> Mapping[str, Any] | None:
    if table.network is None:
        return None
    path = (*place, "network")
    try:
        network = read_network(folder / table.network)
        network_variant(table.family, _level(table, place), network)
    except NetworkError as error:
        raise RefusalError(path, str(error)) from None
    except NetworkRefusedError as error:
        raise RefusalError(path, f"{table.family} cannot ask about this network: {error}") from None
    return network


def _points(table: ProblemTable, place: Path) -> Fraction | None:
    if table.points is None:
        return None
    try:
        return whole_hundredths(table.points, MOST_POINTS)
    except AmountError as error:
        raise RefusalError((*place, "points"), str(error)) from None


def _weights(table: ProblemTable, place: Path) -> tuple[tuple[str, Fraction], ...]:
    found = []
    for pattern, number in table.weights.items():
        path = (*place, "weights", pattern)
        try:
            weight = exact(number)
        except AmountError as error:
            raise RefusalError(path, str(error)) from None
        if not 0 <= weight <= MOST_WEIGHT:
            raise RefusalError(
                path, f"a factor from 0 to {MOST_WEIGHT} was expected, but {shown(number)} came"
            )
        found.append((pattern, weight))
    return tuple(found)


def _style_costs(table: ProblemTable, place: Path) -> tuple[StyleCost, ...]:
    known = rules_of(table.family) if table.style else []
    found = []
    for rule, cost in table.style.items():
        path = (*place, "style", rule)
        if not any(fnmatchcase(name, rule) for name in known):
            told = meant(rule, known) if known else f"; {table.family} has none"
            raise RefusalError(
                path, f"there is no rule of style {named(rule)}{told}", (*place, "style")
            )
        if isinstance(cost, str):
            if cost != ALL:
                raise RefusalError(path, f'marks or "all" were expected, but {shown(cost)} came')
            found.append(StyleCost(rule, None, table.family))
            continue
        try:
            marks = whole_hundredths(cost, MOST_POINTS)
        except AmountError as error:
            raise RefusalError(path, str(error)) from None
        found.append(StyleCost(rule, float(marks), table.family))
    return tuple(found)


def _checked_names(problem: SetProblem, place: Path) -> list[tuple[Path, str]]:
    """Words on weights whose names no specimen has. Raises RefusalError if none can have them."""
    return [
        ((*place, "weights", pattern), told)
        for pattern, _ in problem.weights
        if (told := checked_name(problem, pattern, (*place, "weights", pattern), place))
    ]


def checked_name(problem: SetProblem, pattern: str, path: Path, about: Path) -> str:
    """A word on a pattern that fits no blank and no check of the specimens; else nothing.

    Raises RefusalError where all variants have the names that the specimens have.
    """
    found = specimens(problem)
    if found.has(pattern):
        return ""
    names: Sequence[str] = found.names
    told = f"no blank, check or rule of {problem.family} has the name {named(pattern)}"
    if found.are_all:
        raise RefusalError(path, f"{told}{meant(pattern, names)}", about)
    return f"{told} in the {len(found.fields)} variants that were tried; other variants may have it"


def _require_marks(problem: SetProblem, place: Path) -> None:
    """Raises RefusalError where the weights and costs leave nothing to earn."""
    if not problem.weights and not problem.style_costs:
        return
    rules = rules_of(problem.family)
    for fields in specimens(problem).fields:
        fixed, others = Fraction(0), Fraction(0)
        for name, marks in fields.items():
            cost = problem.style_cost(name) if name in rules else None
            if cost is not None and cost.marks is not None:
                fixed += exact(cost.marks)
            else:
                others += marks * problem.weight(name)
        if not others:
            raise RefusalError(
                (*place, "weights"), "weights were expected that leave marks to some blank or check"
            )
        if problem.points and fixed >= problem.points:
            raise RefusalError(
                (*place, "style"),
                f"breaches of style may cost {float(fixed):g} of {float(problem.points):g} points: "
                "nothing is left for results",
            )
