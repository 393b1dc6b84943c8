"""Puts solved sheets through the tools that students use, for the tests of what comes back.

    .venv/bin/python tools/convert_sheets.py

It installs the tools, at the versions below, in a temporary folder, and writes
``tests/grader/intake/conversions.tar.xz``: for each sheet a folder with the two files that were
handed out, filled in, and one file for each tool and direction. VS Code and Colab cannot be run
here: what they write is written as their own code does it (microsoft/vscode-jupyter,
``exportToPythonPlain.ts``, ``cellFactory.ts`` and ``jupyterExporter.ts``), and as scripts that
Colab has saved look (``File > Download > Download .py``).
"""

from __future__ import annotations

import io
import json
import subprocess
import sys
import tarfile
import tempfile
import venv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from grader.render.notebook import notebook  # noqa: E402  (the checkout's own)
from grader.render.script import Work, mistaken, model, script  # noqa: E402
from grader.sheet.sheet import Problem, Sheet, draw_sheet  # noqa: E402
from problems.catalogue import family_keys, folder  # noqa: E402
from problems.family import ByHand  # noqa: E402
from problems.kit import slip_programs  # noqa: E402
from problems.sentences import LANGUAGES, Language  # noqa: E402

_FEW = 3
TARGET = ROOT / "tests" / "grader" / "intake" / "conversions.tar.xz"
TOOLS = (
    *("jupytext==1.19.6", "nbconvert==7.17.2", "marimo==0.25.2", "papermill==2.7.0"),
    *("nbstripout==0.9.1", "p2j==1.3.2", "ipynb-py-convert==0.4.6", "ipykernel==7.4.0"),
    *("black==26.10.1", "isort==9.0.2", "ruff==0.17.6", "numpy==2.4.6"),
)
SHEETS: dict[str, tuple[str, ...]] = {
    "en": ("cnn-table:standard", "cnn-table:easy"),
    "hr": ("conv1d-code:easy", "conv1d-code:hard", "conv1d-layer-code:easy"),
    "pl": ("conv2d-backprop:easy", "pooling-hand:easy"),
    "ru": ("separable-conv:easy", "torch-model-code:easy"),
}
"""Every language, and two problems that ask for the same names, twice."""


def sheets() -> Iterator[tuple[str, Language, tuple[str, ...]]]:
    """Each sheet with its name, its language and its problems: every family once at least."""
    for language, requests in SHEETS.items():
        yield language, as_language(language), requests
    asked = {request.partition(":")[0] for each in SHEETS.values() for request in each}
    rest = [f"{key}:easy" for key in family_keys() if key not in asked]
    for place, language in enumerate(LANGUAGES):
        yield f"{language}-more", language, tuple(rest[place :: len(LANGUAGES)])


def as_language(name: str) -> Language:
    """A language by its name. Raises StopIteration if it is none."""
    return next(language for language in LANGUAGES if language == name)


# {0}: the script; {1}: the notebook; {2}: the notebook with magics; {out}: what is written
COMMANDS = {
    "jupytext-of-script.ipynb": "jupytext -q --to ipynb {0} -o {out}",
    "jupytext-light-of-script.ipynb": "jupytext -q --from py:light --to ipynb {0} -o {out}",
    "jupytext-percent.py": "jupytext -q --to py:percent {1} -o {out}",
    "jupytext-light.py": "jupytext -q --to py:light {1} -o {out}",
    "jupytext-nomarker.py": "jupytext -q --to py:nomarker {1} -o {out}",
    "jupytext-hydrogen-magics.py": "jupytext -q --to py:hydrogen {2} -o {out}",
    "jupytext-percent-magics.py": "jupytext -q --to py:percent {2} -o {out}",
    "jupytext-percent-back.ipynb": "jupytext -q --to ipynb jupytext-percent.py -o {out}",
    "jupytext-nomarker-back.ipynb": "jupytext -q --to ipynb jupytext-nomarker.py -o {out}",
    "jupytext.md": "jupytext -q --to md {1} -o {out}",
    "jupytext-md-back.ipynb": "jupytext -q --from md --to ipynb jupytext.md -o {out}",
    "nbconvert.py": "jupyter nbconvert --log-level ERROR --to script --output nbconvert {1}",
    "nbconvert-magics.py": (
        "jupyter nbconvert --log-level ERROR --to script --output nbconvert-magics {2}"
    ),
    "nbconvert-cleared.ipynb": (
        "jupyter nbconvert --log-level ERROR --to notebook --output nbconvert-cleared "
        "--ClearMetadataPreprocessor.enabled=True {1}"
    ),
    "marimo.py": "marimo -q convert {1} -o {out}",
    "marimo-of-script.py": "marimo -q convert {0} -o {out}",
    "marimo-magics.py": "marimo -q convert {2} -o {out}",
    "marimo-script.py": "marimo -q export script marimo.py -o {out}",
    "marimo-back.ipynb": "marimo -q export ipynb marimo.py -o {out}",
    "papermill.ipynb": "papermill --no-progress-bar --prepare-only {1} {out}",
    "nbstripout.ipynb": "nbstripout -t --extra-keys cell.metadata.grader {1}",
    "p2j.ipynb": "p2j -o {0} -t {out}",
    "ipynb-py-convert.py": "ipynb-py-convert {1} {out}",
    "ipynb-py-convert.ipynb": "ipynb-py-convert {0} {out}",
    "black.py": "black -q - < {0}",
    "ruff.py": "ruff format -q --stdin-filename a.py - < {0}",
    "isort.py": "isort -q - < {0}",
}


def work(sheet: Sheet, problem: Problem) -> Work:
    """The first problem solved, and in the others a known mistake, if there are few of them.

    Of many, those in code are solved too: to look into their mistakes takes long.
    """
    family, is_by_hand = problem.variant.family, isinstance(problem.variant.family.task, ByHand)
    if problem is sheet.problems[0] or not (is_by_hand or len(sheet.problems) <= _FEW):
        return model(problem)
    if is_by_hand and len(sheet.problems) > _FEW:
        return mistaken(problem, next(iter(problem.variant.core)))
    if is_by_hand:
        return mistaken(problem, problem.variant.working.slip_keys[0])
    return mistaken(problem, sorted(slip_programs(family, folder(family.key)))[0])


def with_magics(document: dict[str, Any]) -> dict[str, Any]:
    """The notebook as somebody has worked in it: timed cells, a plot, a shell line."""
    found: dict[str, Any] = json.loads(json.dumps(document))
    code = [cell for cell in found["cells"] if cell["cell_type"] == "code"]
    code[0]["source"] = ["%matplotlib inline\n", *code[0]["source"]]
    code[1]["source"] = ["%%time\n", *code[1]["source"]]
    code[2]["source"] = ["%%capture out\n", *code[2]["source"]]
    return found


def text(cell: dict[str, Any]) -> str:
    """What stands in a cell."""
    return "".join(cell["source"])


# -- what cannot be run here -----------------------------------------------------------------------


def vscode_script(document: dict[str, Any], *, comment_magics: bool) -> str:
    """Export to a Python script; magics stay, or are comments, by a setting."""
    written = ""
    for cell in document["cells"]:
        lines = text(cell).split("\n")
        if cell["cell_type"] == "markdown":
            written += "# %% [markdown]\n" + "\n".join(f"# {line}" for line in lines) + "\n\n"
            continue
        if comment_magics:
            lines = [
                f"# {line}" if line.lstrip().startswith(("!", "%")) else line for line in lines
            ]
        written += "# %%\n" + "\n".join(lines) + "\n\n"
    return written


def vscode_notebook(source: str) -> dict[str, Any]:
    """Export of a script as a notebook: its cells from the first ``# %%`` on, without that line."""
    cells: list[list[str]] = []
    for line in source.split("\n"):
        if line.strip().startswith(("# %%", "#%%")):
            cells.append([])
        elif cells:
            cells[-1].append(f"{line}\n")
    return {
        "cells": [
            {
                "cell_type": "code",
                "execution_count": None,
                "metadata": {},
                "outputs": [],
                "source": s,
            }
            for s in cells
        ],
        "metadata": {"language_info": {"name": "python", "version": "3"}, "orig_nbformat": 4},
        "nbformat": 4,
        "nbformat_minor": 2,
    }


def colab_notebook(document: dict[str, Any]) -> dict[str, Any]:
    """Saved by Colab: the metadata of cells are its own, and the format is 4.0."""
    cells = [
        {
            **{key: value for key, value in cell.items() if key != "id"},
            "metadata": {"id": f"cell{number:08}"},
        }
        for number, cell in enumerate(document["cells"])
    ]
    metadata = {
        "colab": {"provenance": []},
        "kernelspec": {"name": "python3", "display_name": "Python 3"},
        "language_info": {"name": "python"},
    }
    return {"nbformat": 4, "nbformat_minor": 0, "metadata": metadata, "cells": cells}


def colab_script(document: dict[str, Any]) -> str:
    """Download .py: texts are strings, and a cell with a magic of its own is a comment."""
    first, *others = document["cells"]
    parts = [
        '# -*- coding: utf-8 -*-\n"""submission.ipynb\n\nAutomatically generated by Colab.\n\n'
        "Original file is located at\n    https://colab.research.google.com/drive/1Ab\n\n"
        f'{text(first)}\n"""'
    ]
    for cell in others:
        lines = text(cell).split("\n")
        if cell["cell_type"] == "markdown":
            parts.append(f'"""{text(cell)}\n"""' if len(lines) > 1 else f'"""{text(cell)}"""')
            continue
        if lines[0].startswith("%%"):
            lines = [NOTE, *(f"# {line}" for line in lines)]
        elif any(line.startswith("%") for line in lines):
            lines = [NOTE, *(f"# {line}" if line.startswith("%") else line for line in lines)]
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


NOTE = "# Commented out IPython magic to ensure Python compatibility."


# -- all of it -------------------------------------------------------------------------------------


def conversions(sheet: Sheet, tools: Path) -> Iterator[tuple[str, bytes]]:
    """The names and contents of the files of one sheet; first those that are handed out."""
    source = script(sheet, lambda problem: work(sheet, problem))
    document = json.loads(notebook(sheet, "solved.ipynb", lambda problem: work(sheet, problem)))
    magics = with_magics(document)
    written = {
        "solved.py": source,
        "solved.ipynb": json.dumps(document),
        "magics.ipynb": json.dumps(magics),
        "vscode.py": vscode_script(document, comment_magics=False),
        "vscode-magics.py": vscode_script(magics, comment_magics=False),
        "vscode-commented-magics.py": vscode_script(magics, comment_magics=True),
        "vscode-of-script.ipynb": json.dumps(vscode_notebook(source)),
        "vscode-back.ipynb": json.dumps(
            vscode_notebook(vscode_script(document, comment_magics=False))
        ),
        "colab.ipynb": json.dumps(colab_notebook(document)),
        "colab.py": colab_script(document),
        "colab-magics.py": colab_script(magics),
    }
    with tempfile.TemporaryDirectory() as name:
        here = Path(name)
        for file, content in written.items():
            (here / file).write_text(content, encoding="utf-8")
            yield file, content.encode()
        for file, command in COMMANDS.items():
            line = command.format("solved.py", "solved.ipynb", "magics.ipynb", out=file)
            run = subprocess.run(
                ["bash", "-c", f'PATH="{tools}:$PATH"; {line}'], cwd=here, stdout=-1, check=True
            )
            if run.stdout and not (here / file).exists():
                (here / file).write_bytes(run.stdout)
            if file.endswith((".py", ".ipynb")):
                yield file, (here / file).read_bytes()


def main() -> None:
    """Writes the archive."""
    with tempfile.TemporaryDirectory() as name, tarfile.open(TARGET, "w:xz") as archive:
        venv.create(name, with_pip=True)
        tools = Path(name) / "bin"
        subprocess.run([tools / "python", "-m", "pip", "install", "--quiet", *TOOLS], check=True)
        for called, language, requests in sheets():
            sheet = draw_sheet("1", requests, language)
            for file, content in conversions(sheet, tools):
                member = tarfile.TarInfo(f"{called}/{file}")
                member.size = len(content)
                archive.addfile(member, io.BytesIO(content))


if __name__ == "__main__":
    main()
