"""What is not part of the subset of Markdown and TeX that sheets are written in."""

from __future__ import annotations


class RefusedError(ValueError):
    """A text is not in the subset: what was found, what would be read, and where it stands."""

    def __init__(self, problem: str, place: str) -> None:
        self.problem = problem
        self.place = place
        super().__init__(f"{place}: {problem}")
