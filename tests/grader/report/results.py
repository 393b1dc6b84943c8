"""Results that a report is made from: one of everything that a report has to show."""

from __future__ import annotations

from pathlib import Path

from grader.answers.outcome import Outcome
from grader.marking.result import FieldResult, ProblemResult, SheetResult
from grader.messages.remark import Remark
from grader.report.marked import Marked

TABLE = ProblemResult(
    "1",
    "cnn-table",
    "standard",
    (
        FieldResult("conv1_shape", Outcome.CORRECT, 1, 1, found="(16, 24, 24)"),
        FieldResult(
            "conv1_rf",
            Outcome.SLIP,
            0,
            1,
            found="6",
            slips=("kernel-not-reduced",),
            remarks=(Remark("slip", {"slips": ("kernel-not-reduced",)}),),
        ),
        FieldResult(
            "pool1_rf", Outcome.FOLLOW_THROUGH, 1, 1, "7", remarks=(Remark("follow-through"),)
        ),
        FieldResult("conv2_rf", Outcome.UNANSWERED, 0, 1, remarks=(Remark("blank"),)),
        FieldResult("pool2_rf", Outcome.UNANSWERED, 0, 1, remarks=(Remark("blank"),)),
        FieldResult(
            "fc1_rf",
            Outcome.WRONG,
            2 / 3,
            1,
            found="[1, 2, 3]",
            remarks=(Remark("wrong-cells", {"cells": ((2,),)}),),
        ),
    ),
)
FUNCTION = ProblemResult(
    "2",
    "conv1d-code",
    "hard",
    (
        FieldResult(
            "integers",
            Outcome.WRONG,
            0,
            2,
            found="[1, 2]",
            expected="[3, 4]",
            remarks=(
                Remark("check-value", {"what": "f(x)", "found": "[1, 2]", "expected": "[3, 4]"}),
            ),
            inputs="x = [5, 6]",
            seconds=0.25,
        ),
        FieldResult(
            "decimals",
            Outcome.CRASHED,
            0,
            1,
            remarks=(
                Remark(
                    "raised",
                    {"what": "f(x)", "type": "ValueError", "message": "no", "place": "line 41"},
                ),
            ),
            inputs="x = [0.5]",
        ),
        FieldResult("own-code", Outcome.GRADER_FAULT, 0, 0, remarks=(Remark("grader-fault"),)),
    ),
)
INCIDENT = Remark(
    "raised", {"place": "line 9", "type": "NameError", "message": "<x> & \x1b[2J\x00 ]]>"}
)
RESULT = SheetResult("practice-7", "en", (TABLE, FUNCTION), (INCIDENT,), seconds=1.5)
FULL = SheetResult(
    "practice-8",
    "en",
    (ProblemResult("1", "cnn-table", "easy", (FieldResult("a", Outcome.CORRECT, 1, 1, "7"),)),),
    versions={"python": "3.13.0", "numpy": "2.4.6"},
)

FOLDER = Path("folder")
BATCH = (
    Marked(FOLDER / "=cmd|calc.py", FULL),
    Marked(FOLDER / "a, b.py", error='a, b.py: "no" sheet'),
    Marked(FOLDER / "č/ž.ipynb", error="a fault", is_our_fault=True),
    Marked(FOLDER / "half.py", RESULT),
)
