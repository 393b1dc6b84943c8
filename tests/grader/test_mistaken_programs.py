"""Wrong programs of students, and whether their mistakes get their names.

``mistakes/programs/FAMILY/`` holds filled-in sheets, each with one real mistake, written from the
sheet alone; ``labels.toml`` says of each what the mistake is, whence it is known and where it was
made, and lists the slips and remarks that name it, chosen by the label::

    ["padding_doubled.py"]
    mistake = "2p zeros are added on each side."
    source = "https://..."
    where = "forward, padding"
    names = ["padding-doubled"]

A mistake that does not get its name yet has ``missed = true``, so that it is noticed when it does.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from grader.answers.outcome import Outcome
from grader.grading.grade import grade_file
from grader.marking.mended import ONE_PLACE
from grader.marking.result import FieldResult
from grader.messages.remark import Remark
from grader.messages.say import said_in
from problems.catalogue import family, folder
from problems.sentences import MissingTextError, slip_text
from tests.turns import in_this_run
from tests.warm import warm_sandbox

MISTAKES = Path(__file__).with_name("mistakes") / "programs"
NAMED_RIGHTLY = 0.88
"""The share of the mistakes that get their name, at least."""
MOST_TOLD = 3
"""So many mistakes are told where several give what came."""


@dataclass(frozen=True)
class Labelled:
    """A wrong program, and the slips and remarks that count as the name of its mistake."""

    path: Path
    names: frozenset[str]
    missed: bool = False


def read_labels(labels: Path) -> Iterator[Labelled]:
    entries: Mapping[str, Mapping[str, Any]] = tomllib.loads(labels.read_text(encoding="utf-8"))
    for name, entry in entries.items():
        if not {"mistake", "source", "where", "names"} <= entry.keys() or not (
            entry["names"] or entry.get("missed")
        ):
            raise ValueError(f"{name}: mistake, source, where and names are needed")
        missed = entry.get("missed", False)
        yield Labelled(labels.parent / name, frozenset(entry["names"]), missed)


PROGRAMS = {
    each.path.relative_to(MISTAKES).as_posix(): each
    for labels in sorted(MISTAKES.glob("*/labels.toml"))
    for each in read_labels(labels)
}


def told(field: FieldResult) -> set[str]:
    """What a field tells of mistakes: the slips that are listed, and the remarks."""
    return {*field.slips[:MOST_TOLD], *(remark.key for remark in field.remarks)}


def objections(program: Labelled, fields: Sequence[FieldResult]) -> list[str]:
    """What is wrong with how a program's mistake is told; where it lies is no name of it."""
    found = [
        f"{field.name}: {field.slips[0]} alone, which is not its mistake"
        for field in fields
        if len(field.slips) == 1 and not program.names.issuperset({*field.slips} - {ONE_PLACE})
    ]
    if all(field.outcome is Outcome.CORRECT for field in fields):
        found.append("full marks")
    is_named = any(not program.names.isdisjoint(told(field)) for field in fields)
    if is_named == program.missed:
        came = {field.name: sorted(told(field)) for field in fields if told(field)}
        found.append(f"{'named' if is_named else 'not named'}: {came}")
    return found


def test_every_program_has_its_label_and_every_label_its_program() -> None:
    files = {path.relative_to(MISTAKES).as_posix() for path in MISTAKES.glob("*/*.py")}
    assert files == set(PROGRAMS)
    assert len(files) >= 90


@pytest.mark.parametrize("key", sorted(path.name for path in MISTAKES.iterdir()))
def test_a_label_names_slips_and_remarks_that_there_are(key: str) -> None:
    where = folder(family(key).key)
    for program in (one for one in PROGRAMS.values() if one.path.parent.name == key):
        for name in program.names - said_in("remark"):
            try:
                slip_text(where, name, "en")
            except MissingTextError:
                pytest.fail(f"{program.path.name}: there is no {name}")


def test_of_a_hundred_mistakes_eighty_eight_at_least_get_their_name() -> None:
    named = sum(not program.missed for program in PROGRAMS.values())
    assert named >= NAMED_RIGHTLY * len(PROGRAMS)


@pytest.mark.parametrize("name", in_this_run(sorted(PROGRAMS), most=60))
def test_a_mistake_gets_its_name_and_no_other_alone(name: str) -> None:
    program = PROGRAMS[name]
    (problem,) = grade_file(program.path, sandbox=warm_sandbox()).problems
    assert objections(program, problem.fields) == []


def field(*slips: str, remark: str = "check-slip") -> FieldResult:
    return FieldResult("part", Outcome.SLIP, 0.0, 1.0, slips=slips, remarks=(Remark(remark),))


RIGHT = FieldResult("other", Outcome.CORRECT, 1.0, 1.0)


@pytest.mark.parametrize(
    ("fields", "missed", "objection"),
    [
        ([field("one"), RIGHT], False, None),
        ([field("two", "one"), RIGHT], False, None),
        ([field(remark="one")], False, None),
        ([field("two", "three")], True, None),
        ([field("one"), field("two")], False, "part: two alone"),
        ([field("a", "b", "c", "one")], False, "not named"),
        ([field(), RIGHT], False, "not named"),
        ([field("one")], True, "named"),
        ([RIGHT], True, "full marks"),
    ],
)
def test_a_mistake_that_is_told_otherwise_is_objected_to(
    fields: list[FieldResult], missed: bool, objection: str | None
) -> None:
    found = objections(Labelled(MISTAKES, frozenset({"one"}), missed), fields)
    assert [each.startswith(objection or "") for each in found] == [True] * (objection is not None)


def test_a_label_without_names_is_refused(tmp_path: Path) -> None:
    labels = tmp_path / "labels.toml"
    labels.write_text('["a.py"]\nmistake = "m"\nsource = "s"\nwhere = "w"\nnames = []\n')
    with pytest.raises(ValueError, match=r"a\.py: mistake, source, where and names are needed"):
        list(read_labels(labels))
