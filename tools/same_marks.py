"""Marks the same submissions with the oldest and the newest libraries that the project allows.

    python -m tools.same_marks [--torch] [--this-python] [--keep FOLDER]

The oldest NumPy runs in this Python, the newest in the newest supported one that is installed, each
in a virtual environment of its own, which takes a few minutes and fetches packages. Exit status: 0
all marks are the same, 1 some are not (they are printed). With ``--torch`` PyTorch is installed
too; else what needs it is left out on both sides. With ``--this-python`` it runs both.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.grader.versions.programs import FULL, HINTED, SHEET
from tools.pythons import newest

ROOT = Path(__file__).resolve().parents[1]
CORPORA = ("tests/grader/sheets_of_format_1", "tests/grader/corpus")
_RANGE = re.compile(r'"(?P<name>numpy|torch)>=(?P<first>[\d.]+),<(?P<end>[\d.]+)"')
_SUFFIXES = (".py", ".ipynb")


def ranges() -> dict[str, tuple[str, str]]:
    """The oldest and the newest of each library, as pip is asked for them."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    return {
        found["name"]: (
            f"{found['name']}=={found['first']}.0",
            f"{found['name']}>={found['first']},<{found['end']}",
        )
        for found in _RANGE.finditer(text)
    }


def collect(folder: Path) -> None:
    """Writes the programs of the tests, and copies the submissions that are kept."""
    for kind, programs in (
        ("full", FULL),
        ("hinted", {name: program for name, (program, _) in HINTED.items()}),
    ):
        (folder / kind).mkdir(parents=True)
        for name, program in programs.items():
            (folder / kind / f"{name}.py").write_text(SHEET + program, encoding="utf-8")
    for corpus in CORPORA:
        for path in sorted((ROOT / corpus).rglob("*")):
            if path.suffix in _SUFFIXES:
                target = folder / path.relative_to(ROOT / "tests" / "grader")
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, target)


def environment(folder: Path, python: str, libraries: list[str]) -> Path:
    """A virtual environment with the project and these libraries; its interpreter."""
    subprocess.run([python, "-m", "venv", str(folder)], check=True)
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    constraints = folder / "constraints.txt"
    kept = [line for line in lines if not line.startswith(("numpy==", "torch=="))]
    constraints.write_text("\n".join(kept) + "\n", encoding="utf-8")
    made = folder / "bin" / "python"
    install = [made, "-m", "pip", "install", "-q", "-c", constraints, ROOT, *libraries]
    subprocess.run(list(map(str, install)), check=True)
    return made


def marks(python: Path, folder: Path) -> dict[str, Any]:
    """What each submission gets: its status, and the outcome and marks of each field."""
    report = python.parents[1] / "marks.json"
    command = [python, "-I", "-m", "grader", "batch", folder, "--json", report, "--jobs", "2"]
    subprocess.run(list(map(str, command)), check=False, stdout=subprocess.DEVNULL)
    records = json.loads(report.read_text(encoding="utf-8"))["submissions"]
    versions = {json.dumps(each["result"]["versions"]) for each in records if each["result"]}
    print(f"{len(records)} submissions, marked with", *sorted(versions), flush=True)
    return {each["file"]: [each["status"], *_fields(each["result"])] for each in records}


def _fields(result: Any) -> list[Any]:
    if result is None:
        return []
    return [
        [problem["key"], field["name"], field["outcome"], field["score"]]
        for problem in result["problems"]
        for field in problem["fields"]
    ]


def main() -> int:
    """Compare, and print what differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--torch", action="store_true")
    parser.add_argument("--this-python", action="store_true")
    parser.add_argument("--keep", type=Path, help="Work in this new folder, and leave it.")
    arguments = parser.parse_args()
    of_library = ranges()
    wanted = [name for name in of_library if arguments.torch or name != "torch"]
    with tempfile.TemporaryDirectory() as temporary:
        work = arguments.keep or Path(temporary)
        collect(work / "submissions")
        found = []
        other = None if arguments.this_python else newest()
        for age, python in enumerate((sys.executable, other or sys.executable)):
            libraries = [of_library[name][age] for name in wanted]
            made = environment(work / f"environment-{age}", python, libraries)
            found.append(marks(made, work / "submissions"))
    oldest, newer = found
    different = [name for name in sorted(oldest | newer) if oldest.get(name) != newer.get(name)]
    for name in different:
        print(f"{name}:\n  oldest {oldest.get(name)}\n  newest {newer.get(name)}")
    marked = sum(each[0] == "marked" for each in oldest.values())
    print(f"{len(different)} differ; {marked} of {len(oldest)} were marked")
    return 1 if different or not marked else 0


if __name__ == "__main__":
    sys.exit(main())
