"""What is wrong with a file of a course, and where in it."""

from __future__ import annotations

from grader.course.toml_lines import Path


class RefusalError(ValueError):
    """What is wrong with the value at a path, for who wrote it.

    ``about`` is what it is said of, where that is not the value itself but a table around it.
    """

    def __init__(self, path: Path, text: str, about: Path | None = None) -> None:
        super().__init__(text)
        self.path = path
        self.about = path if about is None else about
