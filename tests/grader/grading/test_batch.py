"""One bad file, or a process of ours that dies, never stops the rest of a folder."""

from __future__ import annotations

import os
import pickle
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from grader.answers.outcome import Outcome
from grader.grading.batch import Conditions, content_of, mark_one
from grader.grading.crew import Crew
from grader.grading.folder import submissions_in
from grader.grading.limits import LimitChanges, parse_limit
from grader.grading.tries import mark_all
from grader.marking.result import FieldResult, ProblemResult, SheetResult
from grader.render.notebook import notebook
from grader.render.script import blank, model, script
from grader.render.statement import points
from grader.report.as_json import as_data
from grader.report.marked import Marked
from grader.sheet.set_sheet import SetSheet, as_set
from grader.sheet.sheet import DEFAULT_PROBLEMS, SheetError, draw_sheet
from tests.grader.sandbox.processes import descendants, wait_until_gone

SHEET = draw_sheet("7", DEFAULT_PROBLEMS, "en")
ONE_MARK = FieldResult("conv1_rf", Outcome.CORRECT, 1, 1)
OUR_FAULT = FieldResult("conv1_rf", Outcome.GRADER_FAULT, 0, 0)
FULL = sum(points(problem) for problem in SHEET.problems)

DEADLY = """\
import os
import grader.grading.batch

really = grader.grading.batch.mark_one

def mark_one(path, *conditions):
    if path.name.startswith("deadly"):
        os._exit(9)
    return really(path, *conditions)

grader.grading.batch.mark_one = mark_one
"""
"""In ``sitecustomize.py``: a marker of ours that some files kill."""


def touched(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("", encoding="utf-8")


def test_python_files_and_notebooks_are_found_at_any_depth_in_order(tmp_path: Path) -> None:
    touched(tmp_path, "b.py", "a/z.ipynb", "a/b/c.py", "é/ž 1.py", "=1+1.py", "-x.py")
    found = [path.relative_to(tmp_path).as_posix() for path in submissions_in(tmp_path)]
    assert found == ["-x.py", "=1+1.py", "a/b/c.py", "a/z.ipynb", "b.py", "é/ž 1.py"]


def test_the_case_of_a_suffix_does_not_matter(tmp_path: Path) -> None:
    touched(tmp_path, "UP.PY", "Up.IpyNb")
    assert [path.name for path in submissions_in(tmp_path)] == ["UP.PY", "Up.IpyNb"]


def test_a_pipe_and_a_link_to_nothing_are_named_and_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.py")
    (tmp_path / "link.ipynb").symlink_to(tmp_path / "nowhere")
    found = [mark_one(path) for path in submissions_in(tmp_path)]
    assert [(each.error, each.is_our_fault) for each in found] == [
        ("link.ipynb: a link, which is not followed", False),
        ("pipe.py: not a regular file", False),
    ]


def test_a_link_to_the_work_of_another_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    (tmp_path / "one" / "a.py").write_text(script(SHEET, model), encoding="utf-8")
    (tmp_path / "two" / "a.py").symlink_to(tmp_path / "one" / "a.py")
    (tmp_path / "three.zip").symlink_to(tmp_path / "one")
    found = {each.path.name: each for each in map(mark_one, submissions_in(tmp_path)[1:])}
    assert {name: each.error for name, each in found.items()} == {
        "a.py": "a.py: a link, which is not followed",
        "three.zip": "three.zip: a link, which is not followed",
    }


def test_nothing_is_left_of_a_batch_that_is_killed(tmp_path: Path) -> None:
    for number in range(3):
        source = script(SHEET, model).replace("import numpy", "while True: pass\nimport numpy")
        (tmp_path / f"{number}.py").write_text(source, encoding="utf-8")
    command = [sys.executable, "-m", "grader", "batch", str(tmp_path), "--jobs", "2"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as batch:
        deadline = time.monotonic() + 60
        while len(processes := descendants(batch.pid)) < 8:  # workers, zygotes, and their children
            assert time.monotonic() < deadline, processes
            time.sleep(0.05)
        batch.kill()
    wait_until_gone(processes - {batch.pid})


def test_a_name_that_is_not_utf_8_is_spelled_out(tmp_path: Path) -> None:
    name = os.fsdecode(b"\xe8 \xc4\x8d.py")
    (tmp_path / name).write_text("x = 1", encoding="utf-8")
    marked = mark_one(tmp_path / name)
    assert marked.name_in(tmp_path) == "\\xe8 č.py"
    assert marked.error.startswith("\\xe8 č.py: this is no sheet")


def test_other_files_hidden_files_and_folders_are_left_out(tmp_path: Path) -> None:
    touched(
        tmp_path, "a.txt", "b.pyc", "c.py~", ".d.py", ".git/e.py", "x/.ipynb_checkpoints/f.ipynb"
    )
    (tmp_path / "folder.py").mkdir()
    assert submissions_in(tmp_path) == []


def test_a_folder_below_a_hidden_one_is_searched(tmp_path: Path) -> None:
    touched(tmp_path, ".work/batch/a.py")
    assert [p.name for p in submissions_in(tmp_path / ".work" / "batch")] == ["a.py"]


def written(folder: Path) -> list[Path]:
    """Good files, bad files, and one that ends its own process."""
    texts = {
        "=cmd.py": script(SHEET, model),
        "blank with spaces.py": script(SHEET, blank),
        "exits.py": script(SHEET, model) + "import os; os._exit(0)\n",
        "note.py": "print('this is another file')\n",
        "broken.ipynb": "{",
        "čšž/notebook.ipynb": notebook(SHEET, "notebook.ipynb", solution=True),
    }
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "latin.py").write_bytes(b"# \xe8\n")
    return submissions_in(folder)


def told(marked: Marked, folder: Path) -> tuple[str, float | None, str]:
    name = marked.path.relative_to(folder).as_posix()
    return name, marked.result.score if marked.result else None, marked.error


def test_bad_files_do_not_stop_the_good_ones(tmp_path: Path) -> None:
    results = sorted(told(each, tmp_path) for each in mark_all(written(tmp_path), jobs=2))
    assert [result[:2] for result in results] == [
        ("=cmd.py", FULL),
        ("blank with spaces.py", 0),
        ("broken.ipynb", None),
        ("exits.py", FULL),
        ("latin.py", None),
        ("note.py", None),
        ("čšž/notebook.ipynb", FULL),
    ]
    errors = {name: error for name, _, error in results if error}
    assert "JSON cannot be read" in errors["broken.ipynb"]
    assert "not UTF-8" in errors["latin.py"]
    assert "no sheet of the grader" in errors["note.py"]


def test_a_process_of_ours_that_dies_costs_one_file_and_is_our_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "sitecustomize.py").write_text(DEADLY, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "site"))
    folder = tmp_path / "work"
    folder.mkdir()
    for name in ("a.py", "deadly.py", "z.py"):
        (folder / name).write_text(script(SHEET, model), encoding="utf-8")
    results = {each.path.name: each for each in mark_all(submissions_in(folder), jobs=2)}
    assert sorted(results) == ["a.py", "deadly.py", "z.py"]
    for name in ("a.py", "z.py"):
        result = results[name].result
        assert result is not None
        assert result.score == FULL
    deadly = results["deadly.py"]
    assert deadly.result is None
    assert deadly.is_our_fault
    assert "died" in deadly.error


def test_a_fault_of_ours_in_one_file_is_said_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("a bug of ours")

    monkeypatch.setattr("grader.grading.batch.read_submission", fail)
    marked = mark_one(tmp_path / "a.py")
    assert marked.is_our_fault
    assert re.fullmatch(
        r"a fault of the grader: RuntimeError: a bug of ours "
        r"\(grader/grading/batch\.py:\d+, in _mark\)",
        marked.error,
    )


def test_a_fault_in_one_problem_is_said_with_its_place_and_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise KeyError("broken")

    monkeypatch.setattr("grader.marking.in_code._mark_style", fail)
    (tmp_path / "a.py").write_text(script(SHEET, model), encoding="utf-8")
    marked = mark_one(tmp_path / "a.py")
    assert marked.result is not None
    assert marked.result.problems[0].score > 0
    assert re.fullmatch(
        r"a fault of the grader in problem 3: KeyError: 'broken' "
        r"\(grader/marking/in_code\.py:\d+, in \S+\)",
        marked.error,
    )


def test_a_result_is_made_into_data_once_and_where_the_file_is_marked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[SheetResult] = []

    def counted(result: SheetResult) -> dict[str, Any]:
        made.append(result)
        return as_data(result)

    monkeypatch.setattr("grader.report.marked.as_data", counted)
    (tmp_path / "a.py").write_text(script(SHEET, model), encoding="utf-8")
    marked = pickle.loads(pickle.dumps(mark_one(tmp_path / "a.py")))  # noqa: S301
    assert marked.data == marked.data == as_data(marked.result)
    assert len(made) == 1


def test_a_file_that_is_no_submission_is_not_our_fault(tmp_path: Path) -> None:
    marked = mark_one(tmp_path / "missing.py")
    assert (marked.result, marked.is_our_fault) == (None, False)
    assert "there is no such file" in marked.error


@pytest.mark.parametrize("before", [None, "", "yes"])
def test_the_environment_is_as_it_was_while_results_come(
    tmp_path: Path, before: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    if before is None:
        monkeypatch.delenv("PYTHONSAFEPATH", raising=False)
    else:
        monkeypatch.setenv("PYTHONSAFEPATH", before)
    (tmp_path / "a.py").write_text("x = 1", encoding="utf-8")
    results = mark_all(submissions_in(tmp_path), jobs=1)
    next(results)
    assert os.environ.get("PYTHONSAFEPATH") == before
    assert list(results) == []


def test_nothing_to_mark_is_marked_at_once() -> None:
    assert list(mark_all([], jobs=3)) == []


# -- once more, alone ------------------------------------------------------------------------------

RESULT = SheetResult("practice-7", "en", (ProblemResult("1", "cnn-table", "hard", (ONE_MARK,)),))
IN_A_HURRY = replace(RESULT, limits_met=("time",))
SPOILT = replace(RESULT, problems=(replace(RESULT.problems[0], fields=(OUR_FAULT,)),))
LIMITED = replace(RESULT, limits_met=("memory",))
LOST = "the process that marks it died, twice"


@pytest.fixture
def turns(monkeypatch: pytest.MonkeyPatch) -> list[tuple[list[str], int]]:
    """Which files were marked together, and in how many processes; a file tells its results."""
    seen: list[tuple[list[str], int]] = []
    results: dict[str, list[SheetResult | None]] = {
        "a.py": [RESULT],
        "b.py": [IN_A_HURRY, RESULT],
        "c.py": [IN_A_HURRY, IN_A_HURRY],
        "d.py": [LIMITED],
        "e.py": [IN_A_HURRY, SPOILT],
        "f.py": [IN_A_HURRY, None],
    }

    def in_pool(
        paths: Sequence[Path],
        jobs: int,
        conditions: Conditions,
        sheets: Mapping[Path, SetSheet],
        tapes: Mapping[Path, bytes],
        crew: Crew | None = None,
    ) -> Iterator[Marked]:
        seen.append(([path.name for path in paths], jobs))
        for path in reversed(paths):
            result = results[path.name].pop(0)
            yield Marked(path, result, "" if result else LOST, is_our_fault=result is None)

    monkeypatch.setattr("grader.grading.tries._in_pool", in_pool)
    return seen


def test_what_met_a_limit_of_wall_clock_is_marked_once_more_alone_after_all_others(
    turns: list[tuple[list[str], int]],
) -> None:
    names = ["a.py", "b.py", "c.py", "d.py", "e.py", "f.py"]
    results = {each.path.name: each.result for each in mark_all([*map(Path, names)], jobs=5)}
    assert turns == [(names, 5), (["b.py", "c.py", "e.py", "f.py"], 1)]
    assert results == {
        "a.py": RESULT,
        "b.py": RESULT,  # the second counts
        "c.py": IN_A_HURRY,
        "d.py": LIMITED,
        "e.py": IN_A_HURRY,  # unless a fault of ours has spoilt it
        "f.py": IN_A_HURRY,
    }


def test_in_one_process_as_in_many_it_is_marked_once_more(
    turns: list[tuple[list[str], int]],
) -> None:
    assert [each.result for each in mark_all([Path("b.py")], jobs=1)] == [RESULT]
    assert turns == [(["b.py"], 1), (["b.py"], 1)]


SLOW = "import time\ntime.sleep(2)\nimport numpy as np\n"
"""Above a right program: it meets a limit of wall clock, on any machine."""


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_the_marks_are_the_same_in_any_number_of_processes(tmp_path: Path, jobs: int) -> None:
    right = script(SHEET, model)
    texts = {
        "loop.py": right.replace("import numpy", "while True: pass\nimport numpy"),
        "right.py": right,
        "slow.py": right.replace("import numpy as np\n", SLOW),
        "wrong.py": right.replace("conv1_rf = ", "conv1_rf = 1 + "),
        "zblank.py": script(SHEET, blank),
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    conditions = Conditions(limits=LimitChanges((parse_limit("time=0.5s"),)))
    marked = sorted(
        mark_all(submissions_in(tmp_path), jobs, conditions), key=lambda each: each.path
    )
    found = [(each.path.name, each.result) for each in marked]
    scores = {name: result.score for name, result in found if result}
    assert scores == {
        "loop.py": FULL,
        "right.py": FULL,
        "slow.py": FULL,
        "wrong.py": FULL - 1,
        "zblank.py": 0,
    }
    met = {name: "time" in result.limits_met for name, result in found if result}
    assert met["slow.py"]
    assert not any(met[name] for name in ("right.py", "wrong.py", "zblank.py"))


# -- what stops early, changes or is set -----------------------------------------------------------


def test_who_stops_early_leaves_no_process(tmp_path: Path) -> None:
    for number in range(4):
        source = script(SHEET, model).replace("import numpy", "while True: pass\nimport numpy")
        (tmp_path / f"{number}.py").write_text(source, encoding="utf-8")
    (tmp_path / "+first.py").write_text("x = 1", encoding="utf-8")
    results = mark_all(submissions_in(tmp_path), jobs=2)
    assert next(results).path.name == "+first.py"
    below = descendants(os.getpid())
    results.close()
    wait_until_gone({each for each in below if _is_worker(each)})


def _is_worker(process: int) -> bool:
    with suppress(OSError):
        return b"spawn_main" in Path(f"/proc/{process}/cmdline").read_bytes()
    return False


def test_a_file_that_changes_while_it_is_marked_is_not_kept_for_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.py"
    path.write_text("x = 1", encoding="utf-8")
    first = mark_one(path)
    assert first.content == content_of(path) != ""

    def changed(path: Path, _: object) -> None:
        path.write_text("x = 2", encoding="utf-8")
        raise SheetError("no sheet")

    monkeypatch.setattr("grader.grading.batch.read_submission", changed)
    assert mark_one(path).content == ""
    assert content_of(path) not in ("", first.content)


def test_nothing_is_known_of_what_a_link_a_folder_or_a_pipe_holds(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("x = 1", encoding="utf-8")
    (tmp_path / "link.py").symlink_to("a.py")
    (tmp_path / "folder.py").mkdir()
    os.mkfifo(tmp_path / "pipe.py")
    names = ("link.py", "folder.py", "pipe.py", "missing.py")
    assert [content_of(tmp_path / name) for name in names] == [""] * 4


def test_a_file_that_may_not_be_read_has_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.py"
    path.write_text("x = 1", encoding="utf-8")
    really = Path.open

    def refused(path: Path, *arguments: str, **more: str) -> object:
        if path.name == "a.py":  # whoever runs the tests may be root, whom nothing stops
            raise PermissionError(13, "Permission denied")
        return really(path, *arguments, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refused)
    marked = mark_one(path)
    assert (marked.error, marked.is_our_fault) == (
        "a.py: the file cannot be read (Permission denied)",
        False,
    )


def test_each_file_is_marked_by_the_sheet_that_it_was_set(tmp_path: Path) -> None:
    other = draw_sheet("8", DEFAULT_PROBLEMS, "en")
    bare = "\n".join(line for line in script(SHEET, model).splitlines() if "# grader-" not in line)
    damaged = script(SHEET, model).replace('"seed": "', '"seed": "1', 1)
    texts = {"own.py": script(SHEET, model), "bare.py": bare, "other.py": script(other, model)}
    texts["damaged.py"] = damaged
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    paths = submissions_in(tmp_path)
    by_own = {each.path.name: each for each in mark_all(paths, 1)}
    by_set = {
        each.path.name: each.result
        for each in mark_all(paths, 1, sheets=dict.fromkeys(paths, as_set(SHEET)))
    }
    assert "no sheet of the grader" in by_own["bare.py"].error
    assert {name: result.score for name, result in by_set.items() if result} == {
        "own.py": FULL,
        "bare.py": FULL,
        "damaged.py": FULL,
        "other.py": by_set["other.py"].score if by_set["other.py"] else None,
    }
    assert by_set["other.py"] is not None
    assert by_set["other.py"].score < FULL
    assert by_own["other.py"].result is not None
    assert by_own["other.py"].result.score == FULL
    said = {name: [r.key for r in result.incidents] for name, result in by_set.items() if result}
    assert said["own.py"] == []
    assert said["bare.py"] == ["no-header"]
    assert said["damaged.py"] == ["damaged-header"]
    assert said["other.py"] == ["other-header"]
    odd = {name: result.odd_header for name, result in by_set.items() if result}
    done = "marked by the sheet that was set"
    assert (odd["own.py"], odd["bare.py"]) == ("", f"no header; {done}")
    assert odd["damaged.py"] == f"damaged header; {done}"
    assert odd["other.py"] == f"header of another sheet; {done}"
