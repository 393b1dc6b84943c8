"""The drawings of a question as files that go with it."""

from __future__ import annotations

import hashlib

from grader.document.nodes import Picture
from grader.render.figures.svg import image
from grader.render.text import one_line


class Pictures:
    """Drawings as SVG by their names, each once; a name says what is in it."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    def name_of(self, picture: Picture) -> str:
        """The name of the file of a drawing, which is there from now on."""
        data = image(picture.drawing, one_line(picture.alt)).encode()
        name = f"figure-{hashlib.blake2b(data, digest_size=6).hexdigest()}.svg"
        self.files[name] = data
        return name
