"""Programs of students that are alike, once names, comments and layout are taken away.

Programs of one family alone are compared. Equal ones are found by a digest, and for others those
that share rare passages are looked up (`grader.copying.fingerprints`) and compared in full by
RapidFuzz: the share of the tokens of both that stand in both in the same order.
"""

from __future__ import annotations

import importlib.util
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from grader.copying.fingerprints import MOST_SHARED, candidates, fingerprints
from grader.copying.normalised import Template, Tokens, template_of, tokens_of
from grader.course.assignment import Assignment
from grader.course.counting import Standing
from grader.course.issue import set_sheet
from grader.course.key import Key
from grader.course.record import Record
from grader.course.set_problem import SetProblem
from grader.intake.submission import read_submission
from grader.render.statement import code
from grader.sheet.sheet import Problem, SheetError
from problems.catalogue import family
from problems.family import InCode
from problems.frozen import frozen

ALIKE = 0.85
"""Programs less alike than that are no hint."""
LEAST_TOKENS = 60
"""Shorter programs are alike by themselves."""
_SAMPLE, _LEAST_SAMPLE, _OF_SAMPLE = 1000, 200, 0.99
_MOST_FLAGS = 200


class MissingLibraryError(RuntimeError):
    """RapidFuzz is not installed: says how it is."""


@frozen(eq=False)
class ProgramFlag:
    """Two students, or more whose programs are equal, who are to be asked.

    ``alike`` is the share of tokens that the programs have in common, in the same order.
    """

    family: str
    problem: str
    students: tuple[str, ...]
    alike: float
    tokens: int
    shared: int


@frozen(eq=False)
class SimilarPrograms:
    """The flags of a class, and what is to be said beside them.

    ``usual`` has, by family, how alike 99 of 100 pairs taken by chance are at most, where there
    were enough of them. ``common`` counts, by family, the students of the programs that very many
    have. ``unread`` are the files that cannot be compared.
    """

    flags: tuple[ProgramFlag, ...]
    programs: int
    usual: Mapping[str, float]
    common: Mapping[str, int]
    unread: tuple[str, ...] = ()


class Own(NamedTuple):
    """The program of a student for one problem."""

    student: str
    problem: str
    tokens: Tokens


def similar_programs(
    assignment: Assignment,
    record: Record,
    key: Key,
    standings: Iterable[Standing],
    folder: Path,
) -> SimilarPrograms:
    """The programs that are alike, of the files that count, which lie below ``folder``.

    Raises MissingLibraryError.
    """
    require_library()
    by_family: dict[str, list[Own]] = defaultdict(list)
    unread: list[str] = []
    for standing in standings:
        if standing.counted is None:
            continue
        try:
            for name, own in _programs_of(assignment, record, key, standing, folder):
                by_family[name].append(own)
        except (SheetError, OSError):
            unread.append(standing.counted.handed.name)
    flags: list[ProgramFlag] = []
    usual: dict[str, float] = {}
    common: dict[str, int] = {}
    for name, programs in sorted(by_family.items()):
        found, most, many = alike_in(name, programs)
        flags += found
        if most is not None:
            usual[name] = most
        if many:
            common[name] = many
    flags.sort(key=lambda flag: (-flag.alike, -flag.tokens, flag.students))
    number = sum(map(len, by_family.values()))
    return SimilarPrograms(tuple(flags[:_MOST_FLAGS]), number, usual, common, tuple(unread))


def require_library() -> None:
    """Raises MissingLibraryError where RapidFuzz is not installed."""
    if importlib.util.find_spec("rapidfuzz") is None:
        raise MissingLibraryError(
            "programs are compared by RapidFuzz, which is not installed; type "
            "pip install 'conv-grader[copying]'"
        )


def _programs_of(
    assignment: Assignment, record: Record, key: Key, standing: Standing, folder: Path
) -> Iterator[tuple[str, Own]]:
    """The programs of a student, each with its family. Raises SheetError and OSError."""
    counted = standing.counted
    sitting = None if counted is None else counted.handed.sitting
    if counted is None or sitting is None or sitting not in record:
        return
    if not any(_is_in_code(each) for each in assignment.problems):
        return
    problems, redrawn = record.problems(sitting), record.redrawn(sitting)
    given = set_sheet(assignment, key, standing.student, sitting, problems, redrawn)
    submission = read_submission(folder / counted.handed.name, given)
    sources: dict[str, list[str]] = defaultdict(list)
    for cell in submission.cells:
        if cell.problem is not None:
            sources[cell.problem].append(cell.source)
    for problem in submission.sheet.problems:
        if not isinstance(problem.variant.family.task, InCode) or problem.key not in sources:
            continue
        source = "\n".join(sources[problem.key])
        tokens = tokens_of(source, problem.names, _template(problem, submission.sheet.language))
        if tokens is not None and len(tokens) >= LEAST_TOKENS:
            yield problem.variant.family.key, Own(sitting.student, problem.key, tokens)


def _is_in_code(problem: SetProblem) -> bool:
    return isinstance(family(problem.family).task, InCode)


def _template(problem: Problem, language: str) -> Template:
    """What the sheet itself has in the place of the program."""
    return template_of(code(problem, language, "starter.py.j2"), problem.names)


def alike_in(name: str, programs: Sequence[Own]) -> tuple[list[ProgramFlag], float | None, int]:
    """The flags of one family, how alike pairs are that are taken by chance, and a number.

    That is how many students have a program that very many have.
    """
    equal: dict[Tokens, list[Own]] = defaultdict(list)
    for program in programs:
        equal[program.tokens].append(program)
    flags, common = [], 0
    for tokens, several in equal.items():
        students = tuple(sorted({each.student for each in several}))
        if len(students) > MOST_SHARED:
            common += len(students)
        elif len(students) > 1:
            flags.append(ProgramFlag(name, several[0].problem, students, 1.0, len(tokens), 0))
    different = [several[0] for several in equal.values()]
    usual = _usual(programs)
    least = ALIKE if usual is None else max(ALIKE, usual)
    for first, second, shared in candidates([fingerprints(each.tokens) for each in different]):
        one, other = different[first], different[second]
        alike = likeness(one.tokens, other.tokens, least)
        if alike and one.student != other.student:
            students = tuple(sorted((one.student, other.student)))
            length = min(len(one.tokens), len(other.tokens))
            flags.append(ProgramFlag(name, one.problem, students, alike, length, shared))
    return flags, usual, common


def likeness(one: Tokens, other: Tokens, least: float = 0.0) -> float:
    """The share of tokens in common, in the same order; 0 where it is less than the ``least``."""
    from rapidfuzz.distance import Indel

    return float(Indel.normalized_similarity(one, other, score_cutoff=least))


def _usual(programs: Sequence[Own]) -> float | None:
    """How alike pairs taken by chance are, but for one in a hundred; None if there are too few."""
    number = len(programs)
    if number * (number - 1) // 2 < _LEAST_SAMPLE:
        return None
    chance = random.Random(number)
    pairs = [chance.sample(range(number), 2) for _ in range(_SAMPLE)]
    found = sorted(likeness(programs[a].tokens, programs[b].tokens) for a, b in pairs)
    return found[int(_OF_SAMPLE * len(found))]
