"""What of the machine a program is shown."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from grader.sandbox.outside.exposure import Exposure, without
from grader.sandbox.wire.level import CONTAINER, NONE, ROOT


def packages(folder: Path) -> Path:
    """A site directory with NumPy, a package of the grader's and their metadata."""
    site = folder / "lib" / "site-packages"
    for name in ("numpy", "grader", "problems", "reference", "conv_grader-0.1.0.dist-info"):
        (site / name).mkdir(parents=True)
    (site / "_conv_grader.pth").write_text("/a/checkout")
    (site / "six.py").write_text("")
    return site


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = packages(tmp_path)
    monkeypatch.setattr(sys, "path", ["/somewhere/else", str(made)])
    return made


def test_the_packages_are_shown_and_what_is_ours_is_hidden(site: Path) -> None:
    plan = Exposure(ROOT).plan
    assert plan["path"] == [str(site)]
    assert str(site) in plan["read"]
    hidden = {Path(path).name for path in plan["hidden"] if Path(path).parent == site}
    assert hidden == {
        *("grader", "problems", "reference"),
        *("conv_grader-0.1.0.dist-info", "_conv_grader.pth"),
    }


def test_the_interpreter_is_shown_and_the_folder_of_a_checkout_is_not(site: Path) -> None:
    read = Exposure(ROOT).plan["read"]
    assert any(Path(ast_file()).is_relative_to(Path(path).resolve()) for path in read)
    assert not any(Path(__file__).is_relative_to(path) for path in read)


def ast_file() -> str:
    import ast

    return str(Path(ast.__file__).resolve())


def test_without_a_file_system_of_its_own_each_entry_that_is_not_ours_is_shown(site: Path) -> None:
    plan = Exposure(CONTAINER).plan
    read = {Path(path) for path in plan["read"]}
    assert {site / "numpy", site / "six.py"} <= read
    assert not any(path in read for path in (site, site / "grader", site / "_conv_grader.pth"))
    assert str(site) in plan["listed"], "an import looks for names in the folder"
    assert plan["hidden"] == []


def test_without_confinement_the_packages_are_links_and_the_folders_go_in_the_end(
    site: Path,
) -> None:
    exposure = Exposure(NONE)
    (view,) = map(Path, exposure.plan["path"])
    scratch = Path(exposure.plan["directory"])
    assert {path.name for path in view.iterdir()} == {"numpy", "six.py"}
    (scratch / "left").write_text("by a program")
    (scratch / "folder").mkdir()
    exposure.tidy()
    assert list(scratch.iterdir()) == []
    exposure.close()
    assert not view.exists()
    assert not scratch.exists()


def test_hidden_paths_open_every_folder_around_them(tmp_path: Path) -> None:
    for name in ("a/b/secret/x", "a/b/shown", "a/other", "c"):
        (tmp_path / name).mkdir(parents=True)
    read, listed = without([tmp_path / "a", tmp_path / "c"], [tmp_path / "a/b/secret"])
    assert set(read) == {tmp_path / "a/b/shown", tmp_path / "a/other", tmp_path / "c"}
    assert set(listed) == {tmp_path / "a", tmp_path / "a/b"}
