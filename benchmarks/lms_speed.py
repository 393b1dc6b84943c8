"""How long a sheet takes as a question bank, beside the forms that are handed out.

    python -m benchmarks.lms_speed [SHEETS]

Prints, for every family by hand and for the usual sheet, the processor time of a sheet for
``py`` + ``ipynb`` + ``md``, for Moodle XML, Canvas and QTI 3, and the ratio of Moodle XML to the
first. Drawing counts in both; no form has solutions. Rounds are taken in turns.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from grader.formats.table import FORMATS, USUAL, Manner, written
from grader.sheet.sheet import DEFAULT_PROBLEMS, Sheet, draw_sheet
from problems.catalogue import family, family_keys

LMS = ("moodle", "canvas", "qti")
MANNER = Manner("submission")


def handed_out(sheet: Sheet) -> None:
    written(sheet, USUAL, MANNER)


def as_bank(name: str) -> Callable[[Sheet], None]:
    return lambda sheet: void(FORMATS[name].write(sheet, MANNER))


def void(_: object) -> None:
    return None


def milliseconds(
    requests: tuple[str, ...], sheets: int, write: Callable[[Sheet], None], first: int
) -> float:
    start = time.process_time()
    for seed in range(first, first + sheets):
        write(draw_sheet(str(seed), requests, "en"))
    return 1000 * (time.process_time() - start) / sheets


def main() -> None:
    sheets = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    ways = {"usual": handed_out, **{name: as_bank(name) for name in LMS}}
    cases = {key: (key,) for key in family_keys() if family(key).kind == "hand"}
    print(f"{'sheet':24}" + "".join(f"{name:>10}" for name in ways) + f"{'ratio':>8}")
    total = dict.fromkeys(ways, 0.0)
    for name, requests in {**cases, "(the usual sheet)": DEFAULT_PROBLEMS}.items():
        for write in ways.values():  # what is loaded once
            write(draw_sheet("warm", requests, "en"))
        took = {
            way: milliseconds(requests, sheets, write, 1 + 1000 * turn)
            for turn, (way, write) in enumerate(ways.items())
        }
        print(
            f"{name:24}"
            + "".join(f"{one:10.1f}" for one in took.values())
            + f"{took['moodle'] / took['usual']:8.2f}",
            flush=True,
        )
        for way, one in took.items():
            total[way] += one
    print(
        f"{'all':24}"
        + "".join(f"{one:10.1f}" for one in total.values())
        + f"{total['moodle'] / total['usual']:8.2f}"
    )


if __name__ == "__main__":
    main()
