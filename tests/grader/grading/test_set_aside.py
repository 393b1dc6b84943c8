"""Results that are set aside come back in the order of their paths, as they were."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from pathlib import Path

from grader.grading.set_aside import SetAside
from grader.report.as_csv import as_csv
from grader.report.batch_as_json import batch_as_json
from grader.report.marked import Marked
from tests.grader.report.results import BATCH, FOLDER


def test_reports_on_results_that_were_set_aside_are_the_same() -> None:
    with closing(SetAside()) as aside:
        for one in reversed(BATCH):
            aside.add(one)
        results = aside.in_order()
        expected = sorted(BATCH, key=lambda one: one.path)
        for _ in range(2):
            assert list(as_csv(results, FOLDER)) == list(as_csv(expected, FOLDER))
        assert list(batch_as_json(results, FOLDER)) == list(batch_as_json(expected, FOLDER))
        assert [one.status for one in results] == [one.status for one in expected]
        assert aside.statuses == Counter(one.status for one in expected)
        assert len(aside) == len(BATCH)


def test_the_order_is_that_of_paths_and_not_of_their_texts() -> None:
    paths = [
        Path(text) for text in ("a/b.py", "a-b/c.py", "a.py", "a", "a/b/c.py", "B.py", "ž/a.py")
    ]
    with closing(SetAside()) as aside:
        for path in paths:
            aside.add(Marked(path, error="no"))
        assert [one.path for one in aside.in_order()] == sorted(paths)


def test_half_a_character_of_a_name_and_an_empty_batch_are_kept() -> None:
    with closing(SetAside()) as aside:
        assert list(aside.in_order()) == []
    odd = Marked(Path("\udce8.py"), error="\udce8.py: no")
    with closing(SetAside()) as aside:
        aside.add(odd)
        assert list(aside.in_order()) == [odd]
