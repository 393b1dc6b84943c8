"""What a sheet costs in each format, beside what it costs as ``py``, ``ipynb`` and ``md`` together.

    python benchmarks/sheet_formats.py [SHEETS]

Each sheet has the three default problems and is new; it is written in every format, one after
another, each time beginning with another one, since they share work. The first few are not counted.
Prints milliseconds per sheet, and how many times as
fast as the three formats together a format is.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping

from grader.render.interactive.sheet_page import sheet_page
from grader.render.notebook import notebook
from grader.render.script import script
from grader.render.sheet_as_markdown import sheet_markdown
from grader.sheet.sheet import DEFAULT_PROBLEMS, Sheet, draw_sheet

TOGETHER: tuple[str, ...] = ("py", "ipynb", "md")
WRITERS: Mapping[str, Callable[[Sheet], object]] = {
    "py": script,
    "ipynb": lambda sheet: notebook(sheet, "submission.ipynb"),
    "md": lambda sheet: sheet_markdown(sheet, "submission.py"),
    "html": lambda sheet: sheet_page(sheet, "submission.py"),
}
WARMING_UP = 10


def main() -> None:
    """Write the sheets, and print what each format took."""
    sheets = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    names = tuple(WRITERS)
    seconds = dict.fromkeys(names, 0.0)
    for number in range(WARMING_UP + sheets):
        sheet = draw_sheet(str(number), DEFAULT_PROBLEMS, "en")
        first = number % len(WRITERS)
        for name in (*names[first:], *names[:first]):
            start = time.perf_counter()
            WRITERS[name](sheet)
            if number >= WARMING_UP:
                seconds[name] += time.perf_counter() - start
    together = sum(seconds[name] for name in TOGETHER)
    print(f"{' + '.join(TOGETHER):<16} {together / sheets * 1e3:8.2f} ms per sheet")
    for name, took in seconds.items():
        faster = together / took
        print(f"{name:<16} {took / sheets * 1e3:8.2f} ms per sheet, {faster:.1f} times as fast")


if __name__ == "__main__":
    main()
