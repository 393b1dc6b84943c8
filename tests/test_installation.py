"""The Containerfile and the cell for Colab fit the project; `try_installation` runs their steps."""

from __future__ import annotations

import re
import tomllib
from fnmatch import fnmatch
from pathlib import Path

import pytest

from tools.try_installation import CONTAINERFILE, DOCUMENT, cell_of, steps_of

ROOT = Path(__file__).resolve().parent.parent
TEXT = CONTAINERFILE.read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
WHEEL = f"conv_grader-{PROJECT['project']['version']}-py3-none-any.whl"


def test_the_container_has_what_is_installed_from_and_no_more() -> None:
    copied = steps_of(TEXT, {}).copied
    packages = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    needed = {"pyproject.toml", "constraints.txt", PROJECT["project"]["readme"], *packages}
    assert set(copied) == needed | set(PROJECT["project"]["license-files"])
    assert all((ROOT / name).exists() for name in copied)


def test_what_is_copied_is_not_kept_from_the_builder() -> None:
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    let_in = {line[1:] for line in lines if line.startswith("!")}
    assert "*" in lines
    assert let_in == set(steps_of(TEXT, {}).copied)
    assert not any(fnmatch(name, "**/__pycache__") for name in let_in)


def test_the_container_installs_the_pinned_versions_and_is_the_command() -> None:
    steps = steps_of(TEXT, {})
    (installing,) = (command for _, command in steps.run if "pip install" in command)
    assert "-c constraints.txt" in installing
    assert (steps.entry, steps.usual, steps.folder) == (["grader"], ["--help"], "/work")
    assert steps.user != "root"
    assert "grader" in PROJECT["project"]["scripts"]
    supported = [
        found[1]
        for line in PROJECT["project"]["classifiers"]
        if (found := re.search(r":: (3\.\d+)$", line))
    ]
    assert steps.base == f"python:{supported[-1]}-slim"


def test_no_address_of_an_index_stands_in_what_is_installed() -> None:
    for path in (CONTAINERFILE, DOCUMENT, ROOT / "constraints.txt", ROOT / ".dockerignore"):
        assert "://" not in path.read_text(encoding="utf-8")


def test_arguments_of_a_build_take_the_place_of_their_values() -> None:
    text = 'FROM a\nARG EXTRAS=""\nARG B="1"\nRUN install ".${EXTRAS}"\n'
    assert steps_of(text, {"EXTRAS": "[torch]"}).environment == {"EXTRAS": "[torch]", "B": "1"}


def test_an_instruction_that_would_be_passed_over_is_refused() -> None:
    with pytest.raises(ValueError, match="VOLUME is no instruction that is known here"):
        steps_of("FROM a\nVOLUME /work\n", {})


def test_the_cell_for_colab_installs_the_wheel_of_this_version_and_checks() -> None:
    install, check = cell_of(DOCUMENT.read_text(encoding="utf-8"))
    assert install == f"python -m pip install --quiet {WHEEL}"
    assert check == "grader check submission.ipynb"


def test_the_document_names_no_other_wheel() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    assert set(re.findall(r"conv_grader\S*\.whl", text)) == {WHEEL}
