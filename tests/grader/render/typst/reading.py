"""PDF files as two libraries read them that did not write them."""

from __future__ import annotations

import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any

import pypdfium2
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

_NUMBER = re.compile(r"(?<![\w.)\]])−?\d+(?:\.\d+|/[1-9]\d*)?|\d+(?:\.\d+)?")


@cache
def pages(data: bytes) -> Sequence[str]:
    """The text of each page; letters of formulas are those of words."""
    with pypdfium2.PdfDocument(data) as file:
        texts = [page.get_textpage().get_text_range() for page in file]
    return [unicodedata.normalize("NFKC", text).replace("\r\n", "\n") for text in texts]


def numbers(text: str) -> Counter[Fraction]:
    """How often each number stands in a text, with its sign."""
    return Counter(Fraction(found.replace("−", "-")) for found in _NUMBER.findall(text))


@dataclass(frozen=True)
class Edge:
    """How far the lines of a page reach, in points from its lower left corner."""

    left: float
    right: float
    bottom: float
    top: float


def edges(data: bytes) -> list[Edge]:
    """How far the lines of each page reach; pages without any are left out."""
    found = []
    with pypdfium2.PdfDocument(data) as file:
        for page in file:
            text = page.get_textpage()
            boxes = [text.get_rect(place) for place in range(text.count_rects())]
            if boxes:
                left, bottom, right, top = zip(*boxes, strict=True)
                found.append(Edge(min(left), max(right), min(bottom), max(top)))
    return found


@dataclass(frozen=True)
class Tag:
    """An element of the structure of a file: what it is, and what is told in its place."""

    kind: str
    told: str
    language: str


@cache
def tags(data: bytes) -> Sequence[Tag]:
    """The elements of the structure, in the order in which they are read out."""
    root: Any = PdfReader(io.BytesIO(data)).trailer["/Root"]
    return [*_tags(root["/StructTreeRoot"])]


def _tags(node: Any) -> Iterator[Tag]:
    node = node.get_object() if isinstance(node, IndirectObject) else node
    if isinstance(node, ArrayObject):
        for each in node:
            yield from _tags(each)
    elif isinstance(node, DictionaryObject):
        if "/S" in node:
            told, language = str(node.get("/Alt", "")), str(node.get("/Lang", ""))
            yield Tag(str(node["/S"]).removeprefix("/"), told, language)
        if "/K" in node:
            yield from _tags(node["/K"])


def raw_texts(data: bytes) -> Iterator[str]:
    """All that is in a file: its strings, its names and its streams."""
    reader = PdfReader(io.BytesIO(data))
    yield data.decode("latin-1")
    for number in range(1, len(reader.xref.get(0, {})) + 1):
        found = reader.get_object(number)
        yield str(found)
        if isinstance(found, StreamObject):
            yield found.get_data().decode("latin-1")


def unmarked_texts(data: bytes) -> int:
    """How many pieces of text are neither part of the structure nor marked as of no matter."""
    count = 0
    for page in PdfReader(io.BytesIO(data)).pages:
        depth = 0
        contents = page.get_contents()
        assert contents is not None
        for _, operator in contents.operations:
            depth += {b"BDC": 1, b"BMC": 1, b"EMC": -1}.get(operator, 0)
            count += operator in (b"Tj", b"TJ") and depth == 0
    return count


def metadata(data: bytes) -> list[str]:
    """What a file says of itself."""
    reader = PdfReader(io.BytesIO(data))
    root: Any = reader.trailer["/Root"]
    return [str(reader.metadata), root["/Metadata"].get_data().decode()]
