"""A language is added by files alone: with a made-up one every text of a sheet comes from them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from grader.messages.catalogues import dotted, new_files
from grader.sheet.sheet import draw_sheet
from problems.catalogue import family_keys
from problems.family import LEVELS
from problems.languages import (
    LANGUAGES_VARIABLE,
    LanguageError,
    add_language,
    forget_languages,
)
from tests.grader.cli.commands import grader
from tests.grader.course.courses import HEAD, course_in

CODE = "qps"
_MARK = re.compile("«[^«»]*»")


@pytest.fixture(autouse=True)
def _no_language_was_added(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv(LANGUAGES_VARIABLE, "")
    forget_languages()
    yield
    monkeypatch.undo()
    forget_languages()


@pytest.fixture(scope="module")
def pseudo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A language in which each text is the English one between marks."""
    folder = tmp_path_factory.mktemp("languages") / CODE
    write(folder, CODE, lambda text: f"«{text}»")
    return folder


def write(folder: Path, code: str, translated: Any) -> None:
    for part, text in new_files(code, "Pseudo"):
        path = folder / part
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            text if part == "language.toml" else "".join(lines(tomllib.loads(text), translated)),
            encoding="utf-8",
        )


def lines(tables: Mapping[str, Any], translated: Any, above: tuple[str, ...] = ()) -> Iterator[str]:
    for key, text in tables.items():
        if isinstance(text, str):
            told = translated(text).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
            yield f'{dotted((*above, key))} = "{told}"\n'
        else:
            yield from lines(text, translated, (*above, key))


def unmarked(text: str) -> str:
    """What of a text is in no marks, which may be one inside of another."""
    while (shorter := _MARK.sub(" ", text)) != text:
        text = shorter
    return text


def prose(sheet: str) -> list[str]:
    """The words of a page of Markdown: no code, no formulas."""
    for pattern in (r"```.*?```", r"\$\$.*?\$\$", r"`[^`]*`", r"\$[^$]*\$"):
        sheet = re.sub(pattern, " ", sheet, flags=re.DOTALL)
    return re.findall(r"[A-Za-z]{4,}", unmarked(sheet))


@pytest.mark.parametrize("family", family_keys())
def test_every_word_of_a_sheet_is_one_of_the_added_language(
    tmp_path: Path, pseudo: Path, family: str
) -> None:
    problems = [f"--problem={family}:{level}" for level in LEVELS]
    where: tuple[str | Path, ...] = ("--languages", pseudo, "--lang", CODE, "--out", tmp_path)
    result = grader("generate", *where, "--format", "md", "--solution", *problems)
    assert result.exit_code == 0, result.output
    for name in ("sheet.md", "solution.md"):
        text = (tmp_path / name).read_text(encoding="utf-8")
        assert text.count("«") > 20
        assert [word for word in prose(text) if word not in _NAMES] == []


_NAMES = {"Python", "NumPy", "PyTorch", "SciPy", "Keras", "ReLU", "AlexNet", "LeNet", "TensorFlow"}


def test_without_marks_it_is_the_english_sheet(tmp_path: Path, pseudo: Path) -> None:
    grader("generate", "--languages", pseudo, "--lang", CODE, "--out", tmp_path / "other")
    grader("generate", "--out", tmp_path / "english")
    for name in ("sheet.md", "submission.py", "submission.ipynb"):
        other = (tmp_path / "other" / name).read_text(encoding="utf-8")
        english = (tmp_path / "english" / name).read_text(encoding="utf-8")
        other, english = (
            "".join(line for line in text.splitlines() if "grader-" not in line)
            for text in (other, english)
        )
        assert re.sub("[«»]", "", other) == english


def test_a_file_in_it_is_marked_and_told_in_it(tmp_path: Path, pseudo: Path) -> None:
    added = ("--languages", pseudo)
    grader("generate", *added, "--lang", CODE, "--problem", "cnn-table:easy", "--out", tmp_path)
    path = tmp_path / "submission.py"
    path.write_text(path.read_text("utf-8").replace("conv1_rf = ...", "conv1_rf = 77"), "utf-8")
    told = grader("check", *added, path)
    assert told.exit_code == 1
    outside = re.sub(r"\w+_\w+", " ", unmarked(told.stdout))
    assert {*re.findall(r"[A-Za-z]{4,}", outside)} <= _NAMES
    assert "«" in told.stdout


def test_what_it_lacks_is_told_in_english_and_listed(tmp_path: Path) -> None:
    folder = tmp_path / "qpt"
    write(folder, "qpt", lambda text: f"«{text}»")
    (folder / "problems" / "cnn_table" / "texts.toml").unlink()
    told = grader("languages", "--languages", folder)
    assert "of" in told.stdout.splitlines()[-1]
    lacking = grader("languages", "lacking", "--languages", folder, "qpt")
    assert lacking.exit_code == 1
    assert "lacking  problems/cnn_table/texts.toml: title" in lacking.stdout.splitlines()
    made = grader(
        *("generate", "--languages", folder, "--lang", "qpt", "--problem", "cnn-table:easy"),
        *("--format", "md", "--out", tmp_path),
    )
    assert made.exit_code == 0
    text = (tmp_path / "sheet.md").read_text(encoding="utf-8")
    assert "classifies images" in unmarked(text)
    assert "«Exercise sheet»" in text


def test_a_key_that_no_catalogue_has_is_listed_too(tmp_path: Path) -> None:
    folder = tmp_path / "qpu"
    write(folder, "qpu", lambda text: text)
    with (folder / "problems" / "units.toml").open("a", encoding="utf-8") as file:
        file.write('units.parsec = "pc"\n')
    told = grader("languages", "lacking", "--languages", folder, "qpu")
    assert told.stdout.splitlines() == ["unknown  problems/units.toml: units.parsec"]
    assert told.exit_code == 1


def test_a_complete_language_lacks_nothing(pseudo: Path) -> None:
    told = grader("languages", "lacking", "--languages", pseudo, CODE)
    assert (told.exit_code, told.stdout) == (0, "")


def test_a_course_has_sheets_and_feedback_in_it_beside_others(tmp_path: Path, pseudo: Path) -> None:
    head = HEAD.replace('languages = ["en", "hr"]', f'languages = ["{CODE}", "hr"]')
    head = head.replace("[title]", f'language-folders = ["{pseudo}"]\n[title]\n{CODE} = "Pseudo"')
    problem = '[[problem]]\nfamily = "relu-backprop"\nlevel = "easy"\n'
    course = course_in(
        tmp_path / "course",
        head.replace('en = "Homework 3"\n', "") + problem,
        f"student,name,language\n100,Ana,hr\n101,Bo,{CODE}\n102,Cy,{CODE}+hr\n",
    )
    assert course.generate().exit_code == 0
    own, both = (
        next((course.sheets).glob(f"{student}*/*.md")).read_text(encoding="utf-8")
        for student in ("101", "102")
    )
    assert "«" in own
    assert "«" in both
    assert "bod" in both
    for student in ("100", "101"):
        course.hand_in(f"{student}/hw3.py", course.solved(student))
    course.batch("--feedback", tmp_path / "feedback")
    told = next((tmp_path / "feedback").glob("101*/*.txt")).read_text(encoding="utf-8")
    assert "«" in told


def test_a_sheet_in_a_language_that_is_not_here_is_told_in_english(
    tmp_path: Path, pseudo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    grader(
        *("generate", "--languages", pseudo, "--lang", CODE, "--problem", "cnn-table:easy"),
        *("--solution", "--out", tmp_path),
    )
    monkeypatch.setenv(LANGUAGES_VARIABLE, "")
    forget_languages()
    told = grader("check", tmp_path / "solution.py")
    assert told.exit_code == 0, told.output
    assert "total" in told.stdout


def test_a_folder_that_is_no_language_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(LanguageError, match="'grader languages new' begins one"):
        add_language(tmp_path)
    told = grader("generate", "--languages", tmp_path, "--out", tmp_path)
    assert told.exit_code == 2
    assert "language.toml" in told.stderr


@pytest.mark.parametrize("text", ['code = "EN"', 'code = "hr"\nname = "x"', 'code = "sl"', "x ="])
def test_a_file_that_names_no_new_language_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "language.toml").write_text(text, encoding="utf-8")
    with pytest.raises(LanguageError, match=r"language\.toml"):
        add_language(tmp_path)


def test_a_new_language_begins_with_every_text_and_overwrites_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "sl"
    arguments = ("languages", "new", folder, "--code", "sl", "--name", "slovenščina")
    assert grader(*arguments).exit_code == 0
    assert tomllib.loads((folder / "language.toml").read_text("utf-8"))["name"] == "slovenščina"
    assert grader("languages", "lacking", "--languages", folder, "sl").exit_code == 0
    again = grader(*arguments)
    assert again.exit_code == 2
    assert "not empty" in again.stderr


def test_a_sheet_knows_the_language_of_its_dates(pseudo: Path) -> None:
    assert add_language(pseudo) == CODE
    assert draw_sheet("1", ["cnn-table:easy"], CODE).language == CODE
