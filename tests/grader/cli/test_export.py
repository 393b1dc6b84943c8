"""Marks of the last batch go to gradebooks and other systems, from the store."""

from __future__ import annotations

import base64
import csv
import json
from pathlib import Path
from typing import Any

import pytest
from junitparser import JUnitXml

from grader.cli import marking
from grader.render.script import model, script
from grader.sheet.sheet import draw_sheet
from tests.grader.cli.commands import grader
from tests.grader.course.courses import Course, drawn_course, marked_here

CANVAS = """Student,ID,SIS User ID,SIS Login ID,Section,Homework 3 (22),Final Score
    Points Possible,,,,,POINTS,(read only)
"Anić, Ana",901,100,aanic,A,,90
"Bee, Bo",902,101,bbee,A,,90
"""
MOODLE = """Identifier,Full name,ID number,Grade,Maximum grade,Last modified (grade),Feedback comments
Participant 51,Ana Anić,100,,POINTS,-,
Participant 52,Bo Bee,101,,POINTS,-,
"""


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """Two students have handed in, one all right, one a file that is no sheet; one has not."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(marking, "mark_all", marked_here)
        course = drawn_course(tmp_path_factory.mktemp("export") / "hw3")
        course.hand_in("100/hw3.py", course.solved("100"))
        course.hand_in("101/hw3.py", script(draw_sheet("7", ["equivariance:easy"], "en"), model))
        assert course.batch().exit_code == 1
    return course


def points(course: Course) -> str:
    row = course.batch_row if hasattr(course, "batch_row") else None
    assert row is None
    from grader.marking.marks import written

    return written(float(sum(_points(course))))


def _points(course: Course) -> list[Any]:
    from grader.render.statement import points as points_of

    return [points_of(problem) for problem in course.sheet("100").problems]
