"""In a pipe each row of a table is one line; a terminal and ``COLUMNS`` set a width."""

from __future__ import annotations

import pytest

from grader.report.console import console_for_tables


def test_a_pipe_has_room_for_every_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    assert console_for_tables().width > 4096


def test_columns_set_the_width(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    assert console_for_tables().width == 60
