"""Certificates for a terminal: a table per family, then each fault with its command."""

from __future__ import annotations

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from grader.certification.certificate import Certificate

_MOST_FAULTS = 20


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
    for fault in found.faults[:_MOST_FAULTS]:
        line = Text.assemble((fault.where, "bold"), f": {fault.message}")
        console.print(Padding(line, (0, 0, 0, 2), expand=False))
        console.print(f"    {fault.command(found.seeds)}", soft_wrap=True, style="dim")
    if len(found.faults) > _MOST_FAULTS:
        console.print(f"  and {len(found.faults) - _MOST_FAULTS} more; --json tells all of them")


def _table(found: Certificate) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column("level")
    for column in ("variants", "distinct", "rejected", "effort", "slips told", "ms a draw"):
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
            f"{1000 * level.seconds.middle:.1f}",
        )
    return table
