"""Files that are no submission, each with what its owner is told (in English)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from grader.sheet.header import header_lines
from grader.sheet.sheet import draw_sheet
from tests.grader.submissions.handed_in import CONV1D, FUNCTION, TABLE

SHEET = draw_sheet("7", [TABLE, FUNCTION], "en")
SHEET_LINE, TABLE_LINE, FUNCTION_LINE, CHECKSUM_LINE = header_lines(SHEET)
WHOLE = "\n".join(header_lines(SHEET)) + f"\n# %% problem 2\nimport numpy as np\n{CONV1D}"


@dataclass(frozen=True)
class File:
    """A file by its name and what is in it; ``says`` is found in the error."""

    name: str
    content: str | bytes
    says: str
    file: str = "submission.py"

    @property
    def data(self) -> bytes:
        return self.content if isinstance(self.content, bytes) else self.content.encode()


def signed(*lines: str) -> str:
    """Header lines with the checksum that fits them: what is wrong with them is not an accident."""
    checksum = hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]
    return "\n".join([*lines, f"# grader-checksum: {checksum}"])


def changed(line: str, change: Callable[[dict[str, Any]], object]) -> str:
    """A header line whose record was changed in place."""
    start, _, record = line.partition(": ")
    data = json.loads(record)
    change(data)
    return f"{start}: {json.dumps(data)}"


def with_table(change: Callable[[dict[str, Any]], object]) -> str:
    """A sheet of one problem, whose record was changed."""
    return signed(SHEET_LINE, changed(TABLE_LINE, change))


HEADERS = (
    File("no header", CONV1D, "no sheet of the grader.*grader generate"),
    File("empty", "", "no sheet of the grader"),
    File("only spaces", " \n\n\t\n", "no sheet of the grader"),
    File("another program", "print('this is another file')\n", "no sheet of the grader"),
    File("first line missing", WHOLE.replace(SHEET_LINE, ""), "damaged.*missing or out of order"),
    File("checksum missing", WHOLE.replace(CHECKSUM_LINE, ""), "damaged.*missing or out of order"),
    File("lines out of order", "\n".join([TABLE_LINE, SHEET_LINE, CHECKSUM_LINE]), "not alike"),
    File("no problem", signed(SHEET_LINE), "missing or out of order"),
    File("problem missing", WHOLE.replace(FUNCTION_LINE, ""), "damaged.*text was changed"),
    File("problems exchanged", WHOLE.replace(TABLE_LINE, FUNCTION_LINE, 1), "text was changed"),
    File("a size changed", WHOLE.replace('"kernel": 5', '"kernel": 3', 1), "text was changed"),
    File("a seed changed", WHOLE.replace('"seed": "7"', '"seed": "8"', 1), "text was changed"),
    File("a line cut off", WHOLE.replace('"macs": false}}', '"macs"', 1), "text was changed"),
    File("a curly quote", WHOLE.replace('"en"', "“en”", 1), "text was changed"),
    File("line wrapped", WHOLE.replace(', "layers"', ',\n# "layers"', 1), "text was changed"),
    File("no JSON", signed(SHEET_LINE, "# grader-problem: {"), "damaged.*lacks"),
    File("deep JSON", signed(SHEET_LINE, "# grader-problem: " + "[" * 10_000), "damaged.*lacks"),
    File("a number without end", signed(SHEET_LINE, "# grader-problem: " + "1" * 5_000), "damaged"),
    File("a list for a record", signed(SHEET_LINE, "# grader-problem: []"), "damaged.*lacks"),
    File(
        "an old format",
        signed(changed(SHEET_LINE, lambda record: record.update(format=0)), TABLE_LINE),
        "format 0, but this grader reads format 1",
    ),
    File(
        "what is no language",
        signed(changed(SHEET_LINE, lambda record: record.update(language="x/y")), TABLE_LINE),
        "no sheets in 'x/y'; there are en, hr, pl, ru",
    ),
    File(
        "an unknown family",
        with_table(lambda record: record.update(family="cnn-tabel")),
        "does not know: there is no family 'cnn-tabel'; there are .*cnn-table",
    ),
    File(
        "an unknown level",
        with_table(lambda record: record.update(level="brutal")),
        "no level 'brutal'; there are easy, standard, hard",
    ),
    File("no level", with_table(lambda record: record.pop("level")), "damaged.*lacks"),
    File("no parameters", with_table(lambda record: record.pop("parameters")), "damaged.*lacks"),
    File(
        "no layers",
        with_table(lambda record: record["parameters"].pop("layers")),
        "damaged.*problem 1 cannot be set",
    ),
    File(
        "a layer that does not fit",
        with_table(lambda record: record["parameters"].update(input=[1, 2, 2])),
        "damaged.*problem 1 cannot be set",
    ),
    File(
        "parameters that are none",
        with_table(lambda record: record.update(parameters=5)),
        "damaged.*problem 1 cannot be set",
    ),
    File("one number twice", signed(SHEET_LINE, TABLE_LINE, TABLE_LINE), "have the same number"),
    File(
        "a number with markup in it",
        with_table(lambda record: record.update(key="[/bold]")),
        "is not the number of a problem",
    ),
)

BYTES = (
    File("not UTF-8", b"x = 1  # \xe8\n", r"not UTF-8 \(byte \d+\); save it as UTF-8"),
    File("UTF-16", WHOLE.encode("utf-16"), "not UTF-8"),
    File("a picture", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not UTF-8"),
    File("NUL bytes only", b"\0" * 1_000, "no sheet of the grader"),
    File("too large a program", WHOLE + "#" * 300_000, "may have 256 KB, but it has 294 KB"),
    File("too large a file", WHOLE + "#" * 2_000_000, "at most 1024 KB are read"),
    File("no suffix", WHOLE, "a .py or .ipynb file was expected", "submission"),
    File("a document", b"%PDF-1.7", "a .py or .ipynb file was expected", "submission.pdf"),
)


def notebook_of(*cells: object, **other: object) -> str:
    return json.dumps({"cells": list(cells), "metadata": {}, "nbformat": 4, **other})


NOTEBOOKS = (
    File("empty", "", "notebook is empty"),
    File("only spaces", "\n \n", "notebook is empty"),
    File("cut off", notebook_of({"cell_type": "code"})[:-9], "JSON cannot be read"),
    File("deep JSON", "[" * 100_000, "JSON cannot be read"),
    File("a number without end", notebook_of(n=1).replace(" 1", "1" * 5_000), "JSON cannot"),
    File("a list", "[]", "format 4 was expected"),
    File("another record", '{"name": "numpy"}', "format 4 was expected"),
    File("cells that are none", '{"cells": null}', "format 4 was expected"),
    File(
        "an old format",
        json.dumps({"nbformat": 3, "worksheets": [{"cells": []}]}),
        "format 4 was expected",
    ),
    File("no cells", notebook_of(), "no code"),
    File("code without text", notebook_of({"cell_type": "code", "source": ""}), "no code"),
    File("sources that are none", notebook_of({"cell_type": "code", "source": 5}, 5), "no code"),
    File("no header", notebook_of({"cell_type": "code", "source": "x = 1"}), "no sheet of the"),
    File(
        "too large a program",
        notebook_of({"cell_type": "code", "source": WHOLE + "#" * 300_000}),
        "may have 256 KB",
    ),
    File("too large a file", " " * (16 * 1024**2 + 1), "clear the outputs"),
)
