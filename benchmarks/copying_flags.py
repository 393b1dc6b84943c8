"""How many honest students are flagged as if they had copied, and how many who did.

    python benchmarks/copying_flags.py [STUDENTS] [FAMILY[:LEVEL] ...]

Draws a class, has every student make honest mistakes of many kinds (known ones, slips of the pen,
what the sheet gives or a step in between taken wrongly), and looks for answers that are right on a
classmate's sheet: each flag is a false one. Then ten students copy all of one problem from another,
and it is told how many of them are found, and whether anybody else is flagged.
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
import warnings
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from grader.copying.answers import shared_answers
from tests.grader.copying.classes import Class, drawn_class

COPIERS = 10
_FAMILIES = ("cnn-table", "conv1d-hand", "pooling-hand")


def main() -> None:
    """Print what was found, and how many seconds of one core it took."""
    warnings.simplefilter("ignore")  # of a mistake's values
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 800
    families = sys.argv[2:] or _FAMILIES
    with tempfile.TemporaryDirectory() as made:
        everybody = drawn_class(Path(made) / "hw3", families, number)
        chance = random.Random(1)
        answers = {each.id: everybody.honest(each.id, chance) for each in everybody.students}
        print(f"{number} students, {' '.join(families)}")
        _look(everybody, answers, set())
        copied = _copied(everybody, answers)
        _look(everybody, {**answers, **copied}, set(copied))
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"  at most {most / 1024:.0f} MB, with all that was answered")


def _copied(everybody: Class, answers: dict[str, Any]) -> dict[str, Any]:
    """Answers of ten students with one problem from somebody else, as far as it has the blanks."""
    chance = random.Random(2)
    several = chance.sample([each.id for each in everybody.students], 2 * COPIERS)
    copied = {}
    for one, other in zip(several[:COPIERS], several[COPIERS:], strict=True):
        own, theirs = everybody.right(one), everybody.right(other)
        key = chance.choice(sorted(own))
        copied[one] = {
            **answers[one],
            key: {name: theirs[key].get(name, value) for name, value in own[key].items()},
        }
    return copied


def _look(everybody: Class, answers: dict[str, Any], copiers: set[str]) -> None:
    standings = [everybody.marked(each, answers[each.id]) for each in everybody.students]
    begun = time.process_time()
    found = shared_answers(everybody.assignment, everybody.record, standings)
    seconds = time.process_time() - begun
    flagged = {flag.student for flag in found.flags}
    print(
        f"  {len(copiers)} copy: {len(flagged & copiers)} of them flagged, and "
        f"{len(flagged - copiers)} others; {found.by_chance} pairs no wonder; {seconds:.1f} s"
    )


if __name__ == "__main__":
    main()
