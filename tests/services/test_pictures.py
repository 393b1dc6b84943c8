"""The pictures of the documentation are made by a command, and show what it says they do."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[2]


def test_the_command_makes_each_picture_that_the_documentation_shows(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "tools.pictures", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    made = {path.name for path in tmp_path.iterdir()}
    assert made == {path.name for path in (ROOT / "docs" / "pictures").iterdir()}
    for name in made:
        with Image.open(tmp_path / name) as new, Image.open(ROOT / "docs/pictures" / name) as old:
            assert new.size == old.size
            assert len(new.convert("L").getcolors(256) or []) > 20  # which an empty page has not


def test_the_documentation_shows_every_picture() -> None:
    told = "".join(
        path.read_text(encoding="utf-8")
        for path in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
    )
    for path in (ROOT / "docs" / "pictures").iterdir():
        assert f"pictures/{path.name}" in told
