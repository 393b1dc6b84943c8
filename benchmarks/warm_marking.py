"""Marks files in one warm process, with neither store nor reports: for `batch_speed.py`.

    python -m benchmarks.warm_marking ASSIGNMENT FILE < FILES

It marks FILE to get warm, prints ``warm``, and then marks the files that it reads, one a line, by
the sheets of the students after whom their folders are called. It prints ``marked`` after each.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from grader.course.case import case_of, read_course
from grader.grading.batch import Conditions, mark_one
from grader.grading.garbage import begin_to_work
from grader.sandbox.outside.sandbox import Sandbox


def main() -> None:
    """Mark them."""
    course = read_course(Path(sys.argv[1]))
    students = {student.id: student for student in course.students}
    with Sandbox(thorough=True) as sandbox:
        conditions = Conditions(sandbox.level, course.assignment.limits)

        def mark(path: Path) -> None:
            sheet = case_of(course, students[path.parent.name]).set_sheet
            marked = mark_one(path, sandbox, conditions, sheet)
            if marked.status == "grader-fault":
                raise RuntimeError(f"{path}: {marked.error}")

        mark(Path(sys.argv[2]))
        begin_to_work()
        print("warm", flush=True)
        for line in sys.stdin:
            mark(Path(line.rstrip("\n")))
            print("marked", flush=True)


if __name__ == "__main__":
    for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")
    main()
