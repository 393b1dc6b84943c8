"""Certificates for a terminal: a table per family, then each fault with its command."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from grader.certification.certificate import Certificate
from grader.certification.fault import Fault, Kind

_MOST_FAULTS = 20
_NUMBER = re.compile(r"(?<![\w-])[-−]?\d+(?:[./]\d*)?(?!\w)")


def print_certificate(console: Console, found: Certificate) -> None:
    """Print what was found out about one family."""
    verdict = "clean" if found.is_clean else f"faults: {len(found.faults)}"
    style = "green" if found.is_clean else "red"
    console.print(Text.assemble((found.family, "bold"), "  ", (verdict, style)))
    if found.levels:
        console.print(Padding(_table(found), (0, 0, 0, 2), expand=False))
    for level in found.levels:
        if level.reasons:
            told = "; ".join(f"{count} × {reason}" for reason, count in level.reasons.items())
            line = Text(f"rejected at {level.level}: {told}", style="dim")
            console.print(Padding(line, (0, 0, 0, 2), expand=False))
    alike = _alike(found.faults)
    for fault, *others in alike[:_MOST_FAULTS]:
        more = f" (and {len(others)} more like it)" if others else ""
        line = Text.assemble((fault.where, "bold"), f": {fault.message}", (more, "dim"))
        console.print(Padding(line, (0, 0, 0, 2), expand=False))
        console.print(f"    {found.command(fault)}", soft_wrap=True, style="dim")
    if left := sum(map(len, alike[_MOST_FAULTS:])):
        console.print(f"  and {left} more; --json tells all of them")
    if found.not_judged:
        line = Text(f"too few variants to judge: {'; '.join(found.not_judged)}", style="dim")
        console.print(Padding(line, (0, 0, 0, 2), expand=False))


def _alike(faults: Sequence[Fault]) -> list[list[Fault]]:
    """Faults that differ in where they are, and in numbers, put together: the first is told."""
    groups: dict[tuple[Kind, str], list[Fault]] = {}
    for fault in faults:
        said = "".join(_NUMBER.sub("…", fault.message).split())
        groups.setdefault((fault.kind, said), []).append(fault)
    return list(groups.values())


def _table(found: Certificate) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column("level")
    for column in (
        "variants",
        "distinct",
        "rejected",
        "effort",
        "slips told",
        "guessed",
        "ms a draw",
    ):
        table.add_column(column, justify="right")
    for level in found.levels:
        shown = [key for key, (count, _) in level.slips.items() if count]
        told = [key for key in shown if level.slips[key][1]]
        table.add_row(
            level.level,
            str(level.variants),
            str(level.distinct),
            f"{100 * level.rejected:.0f} %",
            f"{level.effort.least:g}–{level.effort.middle:g}–{level.effort.most:g}",
            f"{len(told)} of {len(shown)}" if found.kind == "hand" else f"{len(shown)} shown",
            f"{100 * max(level.guesses.values()):.0f} %" if level.guesses else "–",
            f"{1000 * level.seconds.middle:.1f}",
        )
    return table
