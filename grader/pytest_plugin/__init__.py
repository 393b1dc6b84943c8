"""``pytest -p grader.pytest_plugin submission.py``: each answer of a submission is a test.

With it pytest collects submissions, and nothing else: no file of a student is imported, as a module
of tests, a ``conftest.py`` or a package, and programs run in the grader's sandbox alone. Nothing of
the grader is imported before something is collected.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from grader.pytest_plugin.session import Grading

_GRADING: pytest.StashKey[Grading] = pytest.StashKey()


def pytest_addoption(parser: pytest.Parser) -> None:
    """The options of a run, each named after that of ``grader check`` or ``grader batch``."""
    group = parser.getgroup("grader", "marking of submissions")
    group.addoption(
        "--grader-assignment",
        metavar="PATH",
        help="Mark by the sheets that were drawn for the students of this assignment (an "
        "assignment.toml or its folder), in its points; for whoever has its key.",
    )
    group.addoption(
        "--grader-sheet",
        metavar="[PATTERN=]FILE",
        action="append",
        default=[],
        help="Mark by the sheet in this file, and not by what a submission says that it is. May "
        "be given again.",
    )
    group.addoption(
        "--grader-limit",
        metavar="[FAMILY:]NAME=VALUE",
        action="append",
        default=[],
        help="Limit of a program, such as time=5s or memory=512MiB. May be given again.",
    )
    group.addoption(
        "--grader-style-cost",
        metavar="[FAMILY:]RULE=MARKS|all",
        action="append",
        default=[],
        help="What a breach of style costs, such as one-loop=0. May be given again.",
    )
    group.addoption(
        "--grader-feedback-level",
        choices=("full", "hints", "score"),
        default="full",
        help="How much is told of an answer: all, no right values, or marks alone.",
    )
    group.addoption(
        "--grader-unsafe-i-trust-this-code",
        action="store_true",
        help="Run programs without confinement; for files of your own.",
    )


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> Generator[None]:
    """No ``conftest.py`` is loaded, and no settings that lie among the submissions are used."""
    told = early_config.known_args_namespace
    told.noconftest = True
    here = early_config.invocation_params.dir
    folders = _folders([each.partition("::")[0] for each in told.file_or_dir], here)
    settings = early_config.inipath
    if (
        settings is not None
        and not told.inifilename
        and _lies_in(settings.parent, folders)
        and _has_settings(settings)
    ):
        raise pytest.UsageError(
            f"{settings}: these settings lie among the submissions, and may be a student's; name "
            "those that are to be used with -c FILE (an empty file will do)"
        )
    sys.path[:] = [each for each in sys.path if not _lies_in(Path(each).absolute(), folders)]
    return (yield)


def _folders(paths: list[str], here: Path) -> list[Path]:
    """The folders that are collected from, or that files are."""
    found = [(here / each).absolute() for each in paths] or [here]
    return [each if each.is_dir() else each.parent for each in found]


def _lies_in(path: Path, folders: list[Path]) -> bool:
    return any(path == folder or folder in path.parents for folder in folders)


def _has_settings(path: Path) -> bool:
    """Whether a file has settings for pytest; a project's own file may be there for others."""
    if path.name != "pyproject.toml":
        return True
    try:
        return "pytest" in tomllib.loads(path.read_text(encoding="utf-8")).get("tool", {})
    except (OSError, ValueError):
        return True


@pytest.hookimpl(tryfirst=True)
def pytest_collect_directory(path: Path, parent: pytest.Collector) -> pytest.Collector:
    """A folder is no package, whatever lies in it: an ``__init__.py`` would be imported."""
    return pytest.Dir.from_parent(parent, path=path)


@pytest.hookimpl(tryfirst=True)
def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """A link to a folder is not followed: it may lead to the work of another."""
    return True if collection_path.is_symlink() and collection_path.is_dir() else None


@pytest.hookimpl(tryfirst=True)
def pytest_collection(session: pytest.Session) -> None:
    """Reads the options. Raises UsageError for those that cannot be used."""
    from grader.pytest_plugin.session import Grading, asked_by

    grading = session.config.stash[_GRADING] = Grading(asked_by(session.config))
    session.config.add_cleanup(grading.close)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collect_file(
    file_path: Path, parent: pytest.Collector
) -> Generator[None, object, list[pytest.Collector]]:
    """A submission, or nothing, whatever other plugins would take a file for."""
    yield
    from grader.intake.handed_in import may_be_handed_in
    from grader.pytest_plugin.collection import SubmissionFile

    if not may_be_handed_in(file_path):
        return []
    return [SubmissionFile.of(parent, file_path, parent.config.stash[_GRADING])]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Has faults told in a sentence, and what is told of a whole submission go with its reports."""
    report = yield
    if report.when == "setup":
        if call.excinfo is not None and call.excinfo.errisinstance(_faults()):
            report.longrepr = str(call.excinfo.value)
        if told := getattr(item.parent, "told", None):
            vars(report)["grader_told"] = told
    return report


def _faults() -> type[Exception]:
    from grader.pytest_plugin.collection import GraderFaultError

    return GraderFaultError


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> object:
    """Has ``-n`` give all tests of a submission to one process, so that it is marked once."""
    if config.getoption("dist") != "load":
        return None
    from xdist.scheduler import LoadFileScheduling

    return LoadFileScheduling(config, log)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The marks of each submission, and what went wrong while its program ran."""
    told: dict[str, list[str]] = {}
    for reports in terminalreporter.stats.values():
        for report in reports:
            if lines := getattr(report, "grader_told", None):
                told[report.nodeid.partition("::")[0]] = lines
    if told:
        terminalreporter.section("marks")
        for name, (marks, *others) in sorted(told.items()):
            terminalreporter.write_line(f"{name}  {marks}")
            for line in others:
                terminalreporter.write_line(f"    {line}")
