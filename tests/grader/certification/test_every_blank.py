"""Certification carries blanks of every kind, and catches what is wrong with them."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import numpy as np
import pytest

from grader.certification.certificate import Certificate
from grader.certification.fault import Kind
from grader.certification.statements import same_value
from grader.certification.survey import Plan, certify
from problems import catalogue
from problems.forms import Reasoned
from tests.families.planted import FAMILIES
from tests.grader.certification.test_planted_wrongs import Wrong

SOUND = FAMILIES / "every_blank"
SEEDS = 6


def certified(own_families: Path, *wrongs: Wrong, seeds: int = SEEDS) -> Certificate:
    """The certificate of the family of the tests with these things wrong."""
    copy = own_families / SOUND.name
    shutil.copytree(SOUND, copy, ignore=shutil.ignore_patterns("__pycache__"))
    for wrong in wrongs:
        text = (copy / wrong.file).read_text(encoding="utf-8")
        assert wrong.old in text
        (copy / wrong.file).write_text(text.replace(wrong.old, wrong.new, 1), encoding="utf-8")
    catalogue.add_families(own_families)
    (found,) = certify(Plan(("every-blank",), seeds=seeds), jobs=1)
    return found


def test_a_family_with_a_blank_of_every_kind_is_clean(own_families: Path) -> None:
    found = certified(own_families)
    assert found.faults == ()
    assert [level.variants for level in found.levels] == [SEEDS] * 3
    told = found.levels[1].answers
    assert set(told["size"]) == {"(n - k)//s + 1"}
    assert set(told["same"]) <= {"yes, padded", "no, strided", "no, cut"}
    assert all(value.startswith("[[[") for value in told["scaled"])


def wrong(file: str, old: str, new: str, kind: Kind, message: str) -> Wrong:
    return Wrong("every_blank", file, old, new, kind, message)


WRONGS = {
    "a formula that rounds the wrong way": wrong(
        "rules.py",
        "return (size - kernel) // stride + 1",
        "return -((kernel - size) // stride) + 1",
        Kind.STATEMENTS,
        r"output-size differ in size: \d+ and \d+ where n = \d+, k = \d+, s = \d+",
    ),
    "a formula that goes on from another": wrong(
        "rules.py",
        "return out**2 * kernel**2",
        "return out**2 * kernel**2 + out",
        Kind.STATEMENTS,
        "layer-cost differ in cost",
    ),
    "a right answer for a wrong reason": wrong(
        "rules.py",
        'return Reasoned("yes", "padded")',
        'return Reasoned("yes", "odd")',
        Kind.STATEMENTS,
        r"keeps-size differ in same: yes, odd and \('yes', 'padded'\)",
    ),
    "a worked value with another reason": wrong(
        "worked.toml",
        'value = ["yes", "padded"]',
        'value = ["yes", "odd"]',
        Kind.WORKED_VALUE,
        "the rule keeps-size gives yes, padded instead of",
    ),
    "a published reason that is another": wrong(
        "family.py",
        '"same": "yes, b"',
        '"same": "yes, a"',
        Kind.EXAMPLE,
        "the published same is 'yes, a', but yes, padded came out",
    ),
    "a published option that the family does not have": wrong(
        "family.py",
        '"pooling": "max-pooling"',
        '"pooling": "median"',
        Kind.EXAMPLE,
        "the published pooling is 'median'",
    ),
    "a cell of a tensor": wrong(
        "rules.py",
        "return maps * factor",
        "return np.concatenate([maps[:1] * factor, maps[1:] * factor + 1])",
        Kind.STATEMENTS,
        "scaled differ in scaled",
    ),
    "a formula that its statement gives away": wrong(
        "statement.md.j2",
        '{{ say("sizes") }}',
        """{{ say("sizes") }} $n' = \\left\\lfloor \\frac{n - k}{s} \\right\\rfloor + 1$""",
        Kind.LEAK,
        r"the answer to size stands in the statement: \(n - k\)//s \+ 1",
    ),
    "a column without a name in a language": wrong(
        "texts.toml",
        'formula.pl = "jako wzór"\n',
        "",
        Kind.TEXT,
        r"has no 'formula' under \[tables\] in 'pl'",
    ),
    "a reason without words in a language": wrong(
        "texts.toml",
        'cut.ru = "дополнение (padding) мало или велико"\n',
        "",
        Kind.TEXT,
        "the option 'cut' has no text in 'ru'",
    ),
}


@pytest.mark.parametrize("each", WRONGS.values(), ids=[key.replace(" ", "-") for key in WRONGS])
def test_a_planted_wrong_is_caught(own_families: Path, each: Wrong) -> None:
    found = certified(own_families, each, seeds=1)
    told = [f"{fault.kind.value}: {fault.message}" for fault in found.faults]
    assert any(
        fault.kind is each.kind and re.search(each.message, fault.message) for fault in found.faults
    ), "\n".join(told[:10])


def test_a_part_of_a_formula_gives_nothing_away(own_families: Path) -> None:
    part = wrong(
        "statement.md.j2",
        '{{ say("sizes") }}',
        """{{ say("sizes") }} $m = \\left\\lfloor \\frac{n - k}{s} \\right\\rfloor + 1 - k$ `n`""",
        Kind.LEAK,
        "",
    )
    assert certified(own_families, part, seeds=1).faults == ()


@pytest.mark.parametrize(
    ("found", "expected", "same"),
    [
        (Reasoned("yes", "padded"), ("yes", "padded"), True),
        (Reasoned("yes", "padded"), ("yes", "odd"), False),
        (10**15, 10**15, True),
        (10**15, 10**15 + 1, False),
        (10**15, float(10**15 + 1), True),
        (np.full((2, 3, 2), 5, dtype=object), np.full((2, 3, 2), 5).tolist(), True),
        (np.full((2, 3, 2), 5, dtype=object), np.full((2, 2, 3), 5).tolist(), False),
    ],
)
def test_values_of_every_kind_are_compared(found: object, expected: object, same: bool) -> None:
    assert same_value(found, expected) == same
