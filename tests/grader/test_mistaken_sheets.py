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
named in it. One that is told among two or three that give the same value has ``among = true``. A
mistake that does not get its name yet has ``missed = true``, and so has one for which there is no
name, so that it is noticed when it does.
"""

from __future__ import annotations

import runpy
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from grader.answers.answer import read_answer
from grader.answers.outcome import Outcome
from grader.marking.by_hand import mark_by_hand
from grader.marking.result import FieldResult
from grader.messages.remark import Remark
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

NAMED_ALONE = 0.85
"""The share of those that get no other name beside it."""

AMONG = 3
"""A mistake that is told among more of them is not told."""


@dataclass(frozen=True)
class Labelled:
    """A wrong sheet, the blank in which it shows, and the slips that count as its name."""

    path: Path
    first: str
    names: frozenset[str]
    missed: bool = False
    among: bool = False

    @property
    def told(self) -> str:
        """How the mistake is told, as the label says."""
        return "not" if self.missed else "among others" if self.among else "alone"


def read_labels(labels: Path) -> Iterator[Labelled]:
    entries: Mapping[str, Mapping[str, Any]] = tomllib.loads(labels.read_text(encoding="utf-8"))
    for name, entry in entries.items():
        if not {"mistake", "source", "first", "names"} <= entry.keys():
            raise ValueError(f"{name}: mistake, source, first and names are needed")
        how = {key: entry.get(key, False) for key in ("missed", "among")}
        yield Labelled(labels.parent / name, entry["first"], frozenset(entry["names"]), **how)


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
        if len(field.slips) == 1
        and not sheet.names.issuperset(field.slips)
        and "or-copied-line" not in {remark.key for remark in field.remarks}
    ]
    if all(field.outcome is Outcome.CORRECT for field in fields):
        found.append("full marks")
    (first,) = (field for field in fields if field.name == sheet.first)
    told = how_told(first, sheet.names)
    if (sheet.names or sheet.missed) and told != sheet.told:
        found.append(f"told {told}: {first.slips}")
    lost = [field.name for field in fields if field.score < field.max_score]
    if sheet.names and len(lost) > 1:
        found.append(f"one mistake costs marks in {', '.join(lost)}")
    return found


def how_told(field: FieldResult, names: frozenset[str]) -> str:
    """Whether one of the names is told, as a slip or by a remark: "alone", "among others", "not".

    Among others means among three that give the value, at most.
    """
    remarks = {remark.key for remark in field.remarks}
    if names.isdisjoint({*field.slips, *remarks}) or len(field.slips) > AMONG:
        return "not"
    is_one = len(field.slips) == 1 and "or-copied-line" not in remarks and names & {*field.slips}
    return "alone" if is_one or not field.slips else "among others"


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
    named = [sheet.told for sheet in SHEETS.values() if sheet.names or sheet.missed]
    assert len(named) - named.count("not") >= NAMED_RIGHTLY * len(named)
    assert named.count("alone") >= NAMED_ALONE * len(named)


@pytest.mark.parametrize("name", in_this_run(sorted(SHEETS), most=120))
def test_a_mistake_gets_its_name_alone_and_costs_once(name: str) -> None:
    assert objections(SHEETS[name], marked(SHEETS[name].path)) == []


def field(name: str, *slips: str, score: float = 0.0) -> FieldResult:
    outcome = Outcome.SLIP if slips else Outcome.WRONG
    return FieldResult(name, outcome, score, 1.0, slips=slips)


RIGHT = FieldResult("right", Outcome.CORRECT, 1.0, 1.0)


COPIED = replace(field("a", "one"), remarks=(Remark("slip"), Remark("or-copied-line")))
MISSED, AMONG_OTHERS = {"missed": True}, {"among": True}


@pytest.mark.parametrize(
    ("fields", "names", "how", "objection"),
    [
        ([field("a", "one"), RIGHT], {"one"}, {}, None),
        ([field("a", "one"), field("b", "one", score=1.0)], {"one"}, {}, None),
        ([field("a", "one", "two"), RIGHT], {"one"}, AMONG_OTHERS, None),
        ([COPIED, RIGHT], {"one"}, AMONG_OTHERS, None),
        ([COPIED, RIGHT], {"or-copied-line"}, AMONG_OTHERS, None),
        ([field("a", "one", "two", "three", "four"), RIGHT], {"one"}, MISSED, None),
        ([field("a"), RIGHT], set(), {}, None),
        ([field("a", "one"), RIGHT], set(), {}, "a: one alone"),
        ([field("a", "one", "two"), RIGHT], {"one"}, {}, "told among others"),
        ([COPIED, RIGHT], {"one"}, {}, "told among others"),
        ([field("a"), RIGHT], {"one"}, {}, "told not"),
        ([field("a", "one"), RIGHT], {"one"}, MISSED, "told alone"),
        ([field("a", "one"), RIGHT], {"one"}, AMONG_OTHERS, "told alone"),
        ([field("a", "one"), field("b", "two", score=1.0)], {"one"}, {}, "b: two alone"),
        ([field("a", "one"), field("b", "one")], {"one"}, {}, "one mistake costs"),
    ],
)
def test_a_mistake_that_is_told_otherwise_is_objected_to(
    fields: list[FieldResult], names: set[str], how: dict[str, bool], objection: str | None
) -> None:
    found = objections(Labelled(MISTAKES, "a", frozenset(names), **how), fields)
    assert [each.startswith(objection or "") for each in found] == [True] * (objection is not None)


def test_a_label_without_a_blank_is_refused(tmp_path: Path) -> None:
    labels = tmp_path / "labels.toml"
    labels.write_text('["a.py"]\nmistake = "m"\nsource = "s"\nnames = []\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"a\.py: mistake, source, first and names are needed"):
        list(read_labels(labels))
