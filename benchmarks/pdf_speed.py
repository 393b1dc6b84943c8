"""What a sheet as PDF costs: all of our writer, held against `typst.compile` alone.

    python benchmarks/pdf_speed.py [--rounds N]

Turn by turn in one run: a sheet of the three default problems that nobody has written before is
written as PDF, and then Typst alone compiles the source text that was made of it. Prints both
medians and their ratio, for sheets to fill in and for solved ones, and what each sheet of a file
with many costs. What is solved is worked out before the clock runs, as all forms of a solution
need it.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from statistics import median

import typst

from grader.render.statement import worked_solution
from grader.render.typst.pdf import AT_ONCE, bulk, pdf
from grader.render.typst.sheets import source, title_and_whose
from grader.sheet.sheet import DEFAULT_PROBLEMS, Sheet, draw_sheet
from problems.sentences import LANGUAGES

MOST = 1.5
"""Times as long as Typst alone is what a PDF may take."""


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def alone(sheet: Sheet, *, solution: bool) -> Callable[[], object]:
    text = source([(sheet, "hw1")], title_and_whose(sheet), sheet.language, solution=solution)
    return lambda: typst.compile(
        text.encode(), format="pdf", pdf_standards="ua-1", ignore_system_fonts=True
    )


def sheet_of(number: int) -> Sheet:
    return draw_sheet(str(number), DEFAULT_PROBLEMS, LANGUAGES[number % len(LANGUAGES)])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20, help="sheets of each kind")
    rounds = parser.parse_args().rounds
    for solution in (False, True):
        ours, theirs = [], []
        for number in range(rounds + 1):  # the first loads what all need
            sheet = sheet_of(number + 1000 * solution)
            for problem in sheet.problems if solution else ():
                worked_solution(problem, sheet.language)
            ours.append(seconds(lambda: pdf(sheet, "hw1", solution=solution)))  # noqa: B023
            theirs.append(seconds(alone(sheet, solution=solution)))
        own, other = median(ours[1:]), median(theirs[1:])
        kind = "solved" if solution else "to fill in"
        print(
            f"{kind:<12}{own * 1000:7.1f} ms, typst alone {other * 1000:7.1f} ms, "
            f"ratio {own / other:.2f} (at most {MOST}: {'yes' if own / other <= MOST else 'no'})"
        )
    count = min(AT_ONCE, 5 * rounds)
    many = [(sheet_of(number), "hw1") for number in range(count)]
    took = seconds(lambda: [*bulk(many, "Homework 1", "en")])
    print(f"in one file {took / count * 1000:7.1f} ms for each of {count} sheets")


if __name__ == "__main__":
    main()
