"""Faults of a family, each with the command that shows it again."""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from enum import Enum

from problems.catalogue import added_folder


class Kind(Enum):
    """What does not hold."""

    DRAW = "draw"
    BYTES = "bytes"
    STATEMENTS = "statements"
    WORKED_VALUE = "worked-value"
    EXAMPLE = "example"
    MODEL_SOLUTION = "model-solution"
    BLANK_SHEET = "blank-sheet"
    SLIP = "slip"
    DEAD_SLIP = "dead-slip"
    EQUAL_SLIPS = "equal-slips"
    CORE = "core"
    DIFFICULTY = "difficulty"
    TEXT = "text"
    NUMBERS = "numbers"
    LEAK = "leak"
    OWN = "own"
    """An exception of ours that nobody expected."""


@dataclass(frozen=True)
class Fault:
    """Something that does not hold of a family, of a level of it, or of one variant.

    ``example`` is the name of a published variant, ``seed`` that of a drawn one; both are empty
    where it takes many to see it.
    """

    kind: Kind
    family: str
    message: str
    level: str = ""
    seed: str = ""
    example: str = ""

    @property
    def where(self) -> str:
        """What has the fault: ``cnn-table:hard, seed 7``."""
        if self.example:
            return f"{self.family}@{self.example}"
        level = f"{self.family}:{self.level}" if self.level else self.family
        return f"{level}, seed {self.seed}" if self.seed else level

    def command(self, seeds: int) -> str:
        """What shows it again; ``seeds`` were looked at, which matters if it takes many."""
        words = ["grader", "verify", self.family]
        if (added := added_folder(self.family)) is not None:
            words += ["--families", str(added)]
        if self.level and not self.example:
            words += ["--level", self.level]
        if self.seed:
            words += ["--first", self.seed, "--seeds", "1"]
        else:
            words += ["--seeds", "1" if self.example else str(seeds)]
        return shlex.join(words)
