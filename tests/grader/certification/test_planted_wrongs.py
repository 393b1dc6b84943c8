"""What certification must catch: small sound families, and each of them with one thing wrong."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from grader.certification.certificate import Certificate
from grader.certification.fault import Fault, Kind
from grader.certification.survey import Plan, certify
from problems import catalogue

SOUND = Path(__file__).with_name("sound")
SEEDS = 12
"""Of each level: enough to judge what takes many variants."""
TAKES_MANY = {Kind.LEAK, Kind.DEAD_SLIP, Kind.EQUAL_SLIPS, Kind.DIFFICULTY}
"""What is seen over many variants alone; all else shows on the first few."""


@dataclass(frozen=True)
class Wrong:
    """One thing that is wrong: a text in a file of a family, and what stands there instead."""

    family: str
    file: str
    old: str
    new: str
    kind: Kind
    message: str


def certified(own_families: Path, name: str, *wrongs: Wrong, seeds: int = SEEDS) -> Certificate:
    """The certificate of a sound family with these things wrong."""
    shutil.copytree(SOUND / name, own_families / name, ignore=shutil.ignore_patterns("__pycache__"))
    for wrong in wrongs:
        path = own_families / name / wrong.file
        text = path.read_text(encoding="utf-8")
        assert wrong.old in text
        path.write_text(text.replace(wrong.old, wrong.new, 1), encoding="utf-8")
    catalogue.add_families(own_families)
    (found,) = certify(Plan((name.replace("_", "-"),), seeds=seeds), jobs=1)
    return found


@pytest.mark.parametrize("name", ["lab_pairs", "lab_rules"])
def test_a_sound_family_is_clean(own_families: Path, name: str) -> None:
    found = certified(own_families, name)
    assert found.faults == ()
    assert found.is_clean
    assert [level.variants for level in found.levels] == [SEEDS] * 3
    assert all(level.distinct == SEEDS for level in found.levels)


WRONGS = {
    "an edge of adaptive pooling that is rounded the wrong way": Wrong(
        "lab_rules",
        "rules.py",
        "-(-(i + 1) * n // regions)",
        "(i + 1) * n // regions",
        Kind.STATEMENTS,
        "the statements of the rule adaptive-max differ in r",
    ),
    "a matrix product plus 1": Wrong(
        "lab_rules",
        "rules.py",
        "np.asarray(weights) @ np.asarray(vector)",
        "np.asarray(weights) @ np.asarray(vector) + 1",
        Kind.STATEMENTS,
        "the statements of the rule lab-product differ in y",
    ),
    "a factor that is halved": Wrong(
        "lab_rules",
        "rules.py",
        "4 * (len(vector) + len(product))",
        "2 * (len(vector) + len(product))",
        Kind.WORKED_VALUE,
        r"the rule lab-memory gives 10 instead of 20 \(worked out on paper",
    ),
    "a published answer that does not come out": Wrong(
        "lab_rules",
        "family.py",
        '"size": 20',
        '"size": 24',
        Kind.EXAMPLE,
        "the published size is 24, but 20 came out",
    ),
    "an example that lacks an answer": Wrong(
        "lab_pairs",
        "family.py",
        ', "s": 12',
        "",
        Kind.EXAMPLE,
        "the example has no answer to s worked out by hand",
    ),
    "a rule without a second statement": Wrong(
        "lab_pairs",
        "second.py",
        "def whole_sum",
        "def counted_up",
        Kind.STATEMENTS,
        "the rule whole-sum has no second statement",
    ),
    "a second statement that shares the first one's helper": Wrong(
        "lab_pairs",
        "second.py",
        "import numpy as np",
        "import numpy as np\nfrom problems.lab_pairs.rules import tie as tie",
        Kind.STATEMENTS,
        r"the two statements of the rule pair-maxima share .*problems\.lab_pairs\.rules",
    ),
    "a rule without a worked value": Wrong(
        "lab_pairs",
        "worked.toml",
        "[[whole-sum]]",
        "[[hole-sum]]",
        Kind.WORKED_VALUE,
        "the rule whole-sum has no value that was worked out by hand",
    ),
    "a worked value without a source": Wrong(
        "lab_pairs",
        "worked.toml",
        'source = "worked out in the head"',
        'source = " "',
        Kind.WORKED_VALUE,
        "an entry of 'whole-sum' needs a source and a value",
    ),
    "a wrong number in one language": Wrong(
        "lab_pairs",
        "texts.toml",
        'intro.hr = "Zadano je {{ x | length }} brojeva, u parovima."',
        'intro.hr = "Zadano je 7 brojeva, u parovima."',
        Kind.NUMBERS,
        "hr has other numbers than en",
    ),
    "a missing sentence": Wrong(
        "lab_pairs",
        "texts.toml",
        'intro.pl = "Danych jest {{ x | length }} liczb, w parach."\n',
        "",
        Kind.TEXT,
        "has no sentence 'intro' in 'pl'",
    ),
    "a missing clause of a slip": Wrong(
        "lab_pairs",
        "rules.toml",
        'last-left-out.ru = "пропущено последнее число"\n',
        "",
        Kind.TEXT,
        "the slip 'last-left-out' has no text in 'ru'",
    ),
    "a tie": Wrong(
        "lab_pairs",
        "family.py",
        "stream.vector(LENGTHS[level], range(2, 40))",
        "[stream.integer(2, 40)] * LENGTHS[level]",
        Kind.DRAW,
        "lab-pairs:easy proposed 500 variants for seed 0 and rejected all of them: 500 × tie in r",
    ),
    "a leaked answer": Wrong(
        "lab_pairs",
        "statement.md.j2",
        '{{ say("intro") }}',
        '{{ say("intro") }} {{ [x[0], x[1]] | max + [x[2], x[3]] | max + ([x[4], x[5]] | max '
        "if x | length > 4 else 0) + ([x[6], x[7]] | max + [x[8], x[9]] | max if x | length > 6 "
        "else 0) }}",
        Kind.LEAK,
        "the answer to s stands in the statement on all variants",
    ),
    "a slip that is equal to the truth": Wrong(
        "lab_pairs",
        "rules.py",
        "lambda r: int(sum(r)) + 1",
        "lambda r: int(sum(r))",
        Kind.DEAD_SLIP,
        "the slip one-too-many changes nothing that is asked, on any of 37 variants",
    ),
    "two slips that are equal": Wrong(
        "lab_pairs",
        "rules.py",
        "lambda r: int(sum(r)) + 1",
        "lambda r: int(sum(r[:-1]))",
        Kind.EQUAL_SLIPS,
        "the slips last-left-out and one-too-many never differ, on any of 37 variants",
    ),
    "a level that is easier than the one below it": Wrong(
        "lab_pairs",
        "family.py",
        '"hard": 10',
        '"hard": 4',
        Kind.DIFFICULTY,
        "the level is hardly harder than standard",
    ),
    "a variant that is much harder than its level": Wrong(
        "lab_pairs",
        "family.py",
        "stream.vector(LENGTHS[level], range(2, 40))",
        "stream.vector(LENGTHS[level] * stream.choice((1, 1, 1, 4)), range(2, 40))",
        Kind.DIFFICULTY,
        "operations, signs and digits are not within 1.5 times the median of the level",
    ),
    "a core key that no rule has": Wrong(
        "lab_pairs",
        "family.py",
        '"last-left-out"',
        '"last-left-of"',
        Kind.CORE,
        "the core slip 'last-left-of' of lab-pairs:easy is in no rule of its working; "
        "is 'last-left-out' meant",
    ),
    "a core slip that can never be accepted": Wrong(
        "lab_pairs",
        "rules.py",
        "lambda r: int(sum(r[:-1]))",
        "lambda r: 0",
        Kind.DRAW,
        r"\d+ × the core slip last-left-out leaves nothing to work out of s",
    ),
    "a draw that depends on the hash seed": Wrong(
        "lab_pairs",
        "family.py",
        "range(2, 40)",
        "[n for n in range(2, 40) if hash(str(n)) % 2] or [2, 3]",
        Kind.BYTES,
        "another process, with another hash seed, writes other bytes",
    ),
    "a formula outside of the subset": Wrong(
        "lab_pairs",
        "rules.toml",
        "[whole-sum]",
        "[whole-sum]\nformula = '\\unknown'",
        Kind.TEXT,
        "unknown",
    ),
    "an exception of ours": Wrong(
        "lab_pairs",
        "family.py",
        'return {"x"',
        'return {"y"',
        Kind.OWN,
        r"KeyError: 'x' \(lab_pairs/family\.py:\d+, in working\)",
    ),
}


@pytest.mark.parametrize("wrong", WRONGS.values(), ids=[key.replace(" ", "-") for key in WRONGS])
def test_a_planted_wrong_is_caught(own_families: Path, wrong: Wrong) -> None:
    seeds = SEEDS if wrong.kind in TAKES_MANY else 3
    found = certified(own_families, wrong.family, wrong, seeds=seeds)
    assert not found.is_clean
    alike = [
        f for f in found.faults if f.kind is wrong.kind and re.search(wrong.message, f.message)
    ]
    told = "\n".join(f"{f.kind.value}: {f.message}" for f in found.faults[:10])
    assert alike, f"none of the faults is the planted one:\n{told}"


def test_a_fault_is_shown_again_by_its_command() -> None:
    drawn = Fault(Kind.SLIP, "cnn-table", "…", level="hard", seed="17")
    assert drawn.where == "cnn-table:hard, seed 17"
    assert drawn.command(50) == "grader verify cnn-table --level hard --first 17 --seeds 1"
    of_many = Fault(Kind.DEAD_SLIP, "cnn-table", "…")
    assert of_many.where == "cnn-table"
    assert of_many.command(50) == "grader verify cnn-table --seeds 50"
    example = Fault(Kind.EXAMPLE, "cnn-table", "…", level="standard", example="lecture")
    assert example.where == "cnn-table@lecture"
    assert example.command(50) == "grader verify cnn-table --seeds 1"
    assert of_many.command(50, 7) == "grader verify cnn-table --first 7 --seeds 50"
    assert drawn.command(50, 7, every_slip=True) == f"{drawn.command(50)} --every-slip"
    text = Fault(Kind.TEXT, "cnn-table", "…")
    assert text.command(50) == "grader verify cnn-table --texts"
    too_hard = Fault(Kind.DIFFICULTY, "cnn-table", "…", level="hard", seed="17")
    assert too_hard.command(50) == "grader verify cnn-table --level hard --seeds 50"
    hardly_harder = Fault(Kind.DIFFICULTY, "cnn-table", "…", level="hard")
    assert hardly_harder.command(50) == "grader verify cnn-table --seeds 50"


def test_the_command_for_a_family_of_a_lecturers_own_names_its_folder(own_families: Path) -> None:
    shutil.copytree(SOUND / "lab_pairs", own_families / "lab_pairs")
    catalogue.add_families(own_families)
    fault = Fault(Kind.DEAD_SLIP, "lab-pairs", "…")
    assert fault.command(5) == f"grader verify lab-pairs --families {own_families} --seeds 5"
