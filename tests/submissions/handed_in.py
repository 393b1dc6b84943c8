"""Programs as students hand them in, each with the marks and the names that it must get.

``tests/submissions/FAMILY/right_WHY.py`` has full marks, ``wrong_WHY.py`` has not. The first lines
say for which sheet it was written and what it earns::

    # conv2d-layer-code:hard, seed 3
    # 17 of 20, kernel-flipped: the kernel turned round on the way forward alone

A right program has no slips there, but what is unusual about it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from grader.grading.grade import grade
from grader.intake.submission import Submission
from grader.marking.result import FieldResult, SheetResult
from grader.sandbox.outside.program import Cell
from grader.sheet.sheet import Sheet, draw_sheet
from tests.warm import warm_sandbox

HERE = Path(__file__).parent
_FIRST = re.compile(r"# (?P<request>[a-z0-9-]+[:@][a-z0-9-]+), seed (?P<seed>\d+)")
_SECOND = re.compile(
    r"# (?P<score>[\d.]+) of (?P<most>\d+)(, (?P<slips>[a-z0-9-]+(, [a-z0-9-]+)*))?: (?P<why>\S.*)"
)


@dataclass(frozen=True)
class HandedIn:
    """A program, the sheet that it was written for, and what it must get.

    ``slips`` are the names of its mistakes, in the order in which they cost marks.
    """

    path: Path
    sheet: Sheet
    score: float
    most: int
    slips: tuple[str, ...]
    why: str

    @property
    def is_right(self) -> bool:
        """Whether it is to get full marks."""
        return self.path.name.startswith("right_")

    def marked(self) -> SheetResult:
        """What it gets, as the only cell of its problem."""
        source = self.path.read_text(encoding="utf-8")
        cells = (Cell(IMPORTS[self.sheet.uses_torch]), Cell(source, None, 1, "1"))
        return grade(Submission(self.sheet, cells), sandbox=warm_sandbox())


IMPORTS = {
    False: "import numpy as np\n",
    True: "import numpy as np\nimport torch\nfrom torch import nn\n",
}


def read(path: Path) -> HandedIn:
    """One program with what its first lines say. Raises ValueError where they do not."""
    first, second, *_ = path.read_text(encoding="utf-8").splitlines()
    asked, told = _FIRST.fullmatch(first), _SECOND.fullmatch(second)
    if asked is None or told is None:
        raise ValueError(f"{path}: a family with its level and seed, then marks were expected")
    slips = told["slips"]
    found = HandedIn(
        path,
        draw_sheet(asked["seed"], [asked["request"]], "en"),
        float(told["score"]),
        int(told["most"]),
        tuple(slips.split(", ")) if slips else (),
        told["why"],
    )
    if found.is_right != (found.score == found.most) or (found.is_right and found.slips):
        raise ValueError(f"{path}: it is right with full marks, or wrong with fewer")
    return found


def all_paths() -> Iterator[Path]:
    """Those of all programs, in order."""
    return (path for path in sorted(HERE.glob("*/*.py")) if path.name != "__init__.py")


def names(fields: list[FieldResult] | tuple[FieldResult, ...]) -> tuple[str, ...]:
    """The slips that have cost marks, each once: of a check that has several of them, the first."""
    lost = (one for one in fields if one.score < one.max_score and one.slips)
    return tuple(dict.fromkeys(one.slips[0] for one in lost))
