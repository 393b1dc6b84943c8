"""The built wheel, installed where the checkout cannot be seen, does what the checkout does."""

from __future__ import annotations

import json
import os
import site
import subprocess
import sys
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("reference", "problems", "grader")


@dataclass(frozen=True)
class Installed:
    """An environment that holds the wheel, and an empty directory to work in."""

    wheel: Path
    environment: Path
    directory: Path

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run a command of the environment, with nothing that could lead back to the checkout."""
        program, *arguments = command
        clean = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
        return subprocess.run(
            [str(self.environment / "bin" / program), *arguments],
            cwd=self.directory,
            env=clean,
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )


def files_of_the_packages(root: Path) -> set[str]:
    return {
        path.relative_to(root).as_posix()
        for package in PACKAGES
        for path in (root / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def missing_from(wheel: Path, wanted: set[str]) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return wanted - set(archive.namelist())


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    place = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", place, ROOT],
        check=True,
        capture_output=True,
    )
    (wheel,) = place.glob("*.whl")
    environment = place / "environment"
    venv.create(environment, with_pip=False)
    python = environment / "bin" / "python"
    into_environment = [sys.executable, "-m", "pip", "--python", str(python)]
    subprocess.run(
        [*into_environment, "install", "--quiet", "--no-deps", "--no-index", str(wheel)],
        check=True,
        capture_output=True,
    )
    # The third-party packages of this environment come after the new one's own. A directory that a
    # .pth file names does not have its own .pth files read, so the editable install stays out.
    (own,) = (environment / "lib").glob("python*/site-packages")
    (own / "third_party.pth").write_text("\n".join(site.getsitepackages()), encoding="utf-8")
    directory = place / "empty"
    directory.mkdir()
    return Installed(wheel, environment, directory)


def test_the_wheel_holds_every_file_of_the_packages(installed: Installed) -> None:
    assert missing_from(installed.wheel, files_of_the_packages(ROOT)) == set()


def test_a_text_that_the_wheel_lacks_is_noticed(tmp_path: Path) -> None:
    wheel = tmp_path / "short.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr("problems/pooling/family.py", "")
    wanted = {"problems/pooling/family.py", "problems/pooling/hr.md.j2"}
    assert missing_from(wheel, wanted) == {"problems/pooling/hr.md.j2"}


@pytest.mark.parametrize("package", PACKAGES)
def test_the_packages_that_are_imported_are_those_of_the_wheel(
    installed: Installed, package: str
) -> None:
    shown = installed.run("python", "-c", f"import {package}; print({package}.__file__)")
    assert shown.returncode == 0, shown.stderr
    assert Path(shown.stdout.strip()).is_relative_to(installed.environment)


def test_the_installed_command_lists_the_families(installed: Installed) -> None:
    listed = installed.run("grader", "families", "--json")
    assert listed.returncode == 0, listed.stderr
    assert json.loads(listed.stdout)


def test_the_installed_command_generates_a_sheet_and_checks_it(installed: Installed) -> None:
    generated = installed.run("grader", "generate", "--seed", "7", "--out", "sheet")
    assert generated.returncode == 0, generated.stderr
    assert (installed.directory / "sheet" / "submission.py").is_file()
    checked = installed.run("grader", "check", "sheet/submission.py")
    # An untouched sheet earns nothing, which is not a failure of the command.
    assert checked.returncode in {0, 1}, checked.stderr
    assert "Traceback" not in checked.stderr
    assert checked.stdout.strip()
