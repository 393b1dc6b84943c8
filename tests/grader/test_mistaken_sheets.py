"""Wrong sheets by hand, and whether their mistakes get their names.

``mistakes/sheets/FAMILY/`` holds filled-in sheets, each with one real mistake, written from the
sheet alone; ``labels.toml`` says of each what the mistake is, whence it is known and in which blank
it shows first, and lists the slips, or the remark on a mix-up, that name it, chosen by the label::

    ["rf_product.py"]
    mistake = "Receptive fields are multiplied: the field before times the kernel."
    source = "https://..."
    first = "pool1_rf"
    names = ["fields-multiplied"]

A sheet without names has a mistake that no slip could name (one digit, a guess): nothing is to be
named in it. A mistake that does not get its name, alone, yet has ``missed = true``, so that it is
noticed when it does; so has one that is told with others that give the same, and one for which
there is no name.
"""

from __future__ import annotations

import runpy
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from grader.answers.answer import read_answer
from grader.answers.outcome import Outcome
from grader.marking.by_hand import mark_by_hand
from grader.marking.result import FieldResult
from grader.messages.say import said_in
from grader.sheet.header import read_header
from problems.catalogue import family, folder
from problems.forms import shape_of
from problems.sentences import slip_text
from problems.variant import published_elsewhere
from tests.turns import in_this_run

MISTAKES = Path(__file__).with_name("mistakes") / "sheets"
NAMED_RIGHTLY = 0.88
"""The share of the mistakes that get their name, at least."""


@dataclass(frozen=True)
class Labelled:
    """A wrong sheet, the blank in which it shows, and the slips that count as its name."""

    path: Path
    first: str
    names: frozenset[str]
    missed: bool = False


def read_labels(labels: Path) -> Iterator[Labelled]:
    entries: Mapping[str, Mapping[str, Any]] = tomllib.loads(labels.read_text(encoding="utf-8"))
    for name, entry in entries.items():
        if not {"mistake", "source", "first", "names"} <= entry.keys():
            raise ValueError(f"{name}: mistake, source, first and names are needed")
        missed = entry.get("missed", False)
        yield Labelled(labels.parent / name, entry["first"], frozenset(entry["names"]), missed)


SHEETS = {
    each.path.relative_to(MISTAKES).as_posix(): each
    for labels in sorted(MISTAKES.glob("*/labels.toml"))
    for each in read_labels(labels)
}


def marked(path: Path) -> Sequence[FieldResult]:
    """What a sheet gets; its program is one of ours, and runs here."""
    (problem,) = read_header(path.read_text(encoding="utf-8")).problems
    variant, values = problem.variant, runpy.run_path(str(path))
    shapes = {a.name: shape_of(variant.truth[a.name]) for a in variant.working.asked if a.size_told}
    answers = {
        asked.name: read_answer(
            asked.form,
            values[asked.name],
            shape=shapes.get(asked.name),
            folder=folder(variant.family.key),
        )
        for asked in variant.working.asked
    }
    return mark_by_hand(variant.working, answers, published=published_elsewhere(variant))


def objections(sheet: Labelled, fields: Sequence[FieldResult]) -> list[str]:
    """What is wrong with how a sheet's mistake is told, and with what it costs."""
    found = [
        f"{field.name}: {field.slips[0]} alone, which is not its mistake"
        for field in fields
        if len(field.slips) == 1 and not sheet.names.issuperset(field.slips)
    ]
    if all(field.outcome is Outcome.CORRECT for field in fields):
        found.append("full marks")
    (first,) = (field for field in fields if field.name == sheet.first)
    is_named = is_told_alone(first, sheet.names)
    if (sheet.names or sheet.missed) and is_named == sheet.missed:
        found.append(f"{'named' if is_named else 'not named'}: {first.slips}")
    lost = [field.name for field in fields if field.score < field.max_score]
    if sheet.names and len(lost) > 1:
        found.append(f"one mistake costs marks in {', '.join(lost)}")
    return found


def is_told_alone(field: FieldResult, names: frozenset[str]) -> bool:
    """Whether one of the names is told, as the one slip or by a remark, and no other slip."""
    is_slip = len(field.slips) == 1 and names.issuperset(field.slips)
    return is_slip or (not field.slips and any(remark.key in names for remark in field.remarks))


def test_every_sheet_has_its_label_and_every_label_its_sheet() -> None:
    files = {path.relative_to(MISTAKES).as_posix() for path in MISTAKES.glob("*/*.py")}
    assert files == set(SHEETS)
    assert len(files) >= 110


@pytest.mark.parametrize("key", sorted(path.name for path in MISTAKES.iterdir()))
def test_a_label_names_slips_that_there_are(key: str) -> None:
    where = folder(family(key).key)
    sheets = [sheet for sheet in SHEETS.values() if sheet.path.parent.name == key]
    names = {name for sheet in sheets for name in sheet.names} - said_in("remark")
    assert all(slip_text(where, name, "en") for name in names)


def test_of_a_hundred_mistakes_eighty_eight_at_least_get_their_name() -> None:
    named = sum(not sheet.missed for sheet in SHEETS.values())
    assert named >= NAMED_RIGHTLY * len(SHEETS)


@pytest.mark.parametrize("name", in_this_run(sorted(SHEETS), most=240))
def test_a_mistake_gets_its_name_alone_and_costs_once(name: str) -> None:
    assert objections(SHEETS[name], marked(SHEETS[name].path)) == []


def field(name: str, *slips: str, score: float = 0.0) -> FieldResult:
    outcome = Outcome.SLIP if slips else Outcome.WRONG
    return FieldResult(name, outcome, score, 1.0, slips=slips)


RIGHT = FieldResult("right", Outcome.CORRECT, 1.0, 1.0)


@pytest.mark.parametrize(
    ("fields", "names", "missed", "objection"),
    [
        ([field("a", "one"), RIGHT], {"one"}, False, None),
        ([field("a", "one"), field("b", "one", score=1.0)], {"one"}, False, None),
        ([field("a", "one", "two"), RIGHT], {"one"}, True, None),
        ([field("a"), RIGHT], set(), False, None),
        ([field("a", "one"), RIGHT], set(), False, "a: one alone"),
        ([field("a", "one", "two"), RIGHT], {"one"}, False, "not named"),
        ([field("a"), RIGHT], {"one"}, False, "not named"),
        ([field("a", "one"), RIGHT], {"one"}, True, "named"),
        ([field("a", "one"), field("b", "two", score=1.0)], {"one"}, False, "b: two alone"),
        ([field("a", "one"), field("b", "one")], {"one"}, False, "one mistake costs"),
    ],
)
def test_a_mistake_that_is_told_otherwise_is_objected_to(
    fields: list[FieldResult], names: set[str], missed: bool, objection: str | None
) -> None:
    found = objections(Labelled(MISTAKES, "a", frozenset(names), missed), fields)
    assert [each.startswith(objection or "") for each in found] == [True] * (objection is not None)


def test_a_label_without_a_blank_is_refused(tmp_path: Path) -> None:
    labels = tmp_path / "labels.toml"
    labels.write_text('["a.py"]\nmistake = "m"\nsource = "s"\nnames = []\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"a\.py: mistake, source, first and names are needed"):
        list(read_labels(labels))
