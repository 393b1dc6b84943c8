"""How long the sheets of an assignment take: what `against_build.py` runs in a process of its own.

    python benchmarks/handing_out.py FOLDER STUDENTS JOBS

Writes the sheets of so many students below a new folder, with the three default problems, as
``py``, ``ipynb`` and ``md``. Prints, as JSON, the seconds by the clock for each thousand, or for
all if they are fewer, and the most memory of this process in bytes after each.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

from grader.course.handing_out import Order, hand_out
from grader.course.key import new_key
from grader.course.record import opened
from grader.course.roster import read_roster

AT_A_TIME = 1000
_ASSIGNMENT = """\
id = "hw1"
languages = ["en"]
[title]
en = "Homework 1"
[[problem]]
family = "cnn-table"
[[problem]]
family = "conv2d-backprop"
[[problem]]
family = "conv1d-code"
"""


def main() -> None:
    """Write them, and print how long it took."""
    folder, students, jobs = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    folder.mkdir()
    (folder / "assignment.toml").write_text(_ASSIGNMENT, encoding="utf-8")
    rows = "".join(f"{number},Student {number}\n" for number in range(10**6, 10**6 + students))
    (folder / "roster.csv").write_text(f"student,name\n{rows}", encoding="utf-8")
    new_key(folder / "course.key")
    everybody = read_roster(folder / "roster.csv")
    order = Order(folder, 1, ("py", "ipynb", "md"), folder / "sheets")
    written = 0
    seconds: list[float] = []
    memory: list[int] = []
    start = time.perf_counter()

    def done(number: int) -> None:
        nonlocal written, start
        before, written = written, written + number
        if written == students or written // AT_A_TIME > before // AT_A_TIME:
            seconds.append(time.perf_counter() - start)
            memory.append(_resident_bytes())
            start = time.perf_counter()

    with opened(folder, "hw1") as record:
        hand_out(order, record, everybody, jobs, done)
    print(json.dumps({"seconds": seconds, "memory": memory}))


def _resident_bytes() -> int:
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


if __name__ == "__main__":
    main()
