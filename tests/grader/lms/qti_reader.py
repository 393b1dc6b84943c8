"""The response processing of QTI 3.0, worked out from its specification, to mark our items with.

Source: 1EdTech, Question and Test Interoperability 3.0, Assessment, Section and Item, sections on
response processing and on expressions: what compares a missing value with another is NULL, and a
condition that is NULL does not hold.
"""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from typing import Any
from zipfile import ZipFile

QTI = "{http://www.imsglobal.org/xsd/imsqtiasi_v3p0}"
PACKAGING = "{http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1}"
XML = "{http://www.w3.org/XML/1998/namespace}"


class Item:
    """An item, as it is taken apart; it fails where the item names what it has not declared."""

    def __init__(self, data: str | bytes) -> None:
        self.root = ET.fromstring(data)
        assert self.root.tag == f"{QTI}qti-assessment-item"
        self.responses = self._declared("qti-response-declaration")
        self.outcomes = self._declared("qti-outcome-declaration")
        for element in self.root.iter():
            if name := element.get("response-identifier"):
                assert name in self.responses, name
            if name := element.get("outcome-identifier"):
                assert name in self.outcomes, name

    def _declared(self, tag: str) -> dict[str, ET.Element]:
        found = {e.get("identifier") or "": e for e in self.root.findall(f"{QTI}{tag}")}
        assert len(found) == len(self.root.findall(f"{QTI}{tag}")), "declared twice"
        return found

    @property
    def boxes(self) -> list[str]:
        """The identifiers of the interactions in the order of the text."""
        return [e.get("response-identifier") or "" for e in self.root.iter() if _asks(e)]

    def correct(self, name: str) -> str:
        """The correct response that is declared."""
        return self.responses[name].findtext(f"{QTI}qti-correct-response/{QTI}qti-value") or ""

    def options(self, name: str) -> list[str]:
        """The identifiers of the options of a choice."""
        (box,) = [e for e in self.root.iter() if e.get("response-identifier") == name]
        return [e.get("identifier") or "" for e in box if "choice" in e.tag]

    def marked(self, responses: Mapping[str, Any]) -> tuple[float, dict[str, str]]:
        """The score, and what is told, by the outcome that it hangs on."""
        values = {
            name: self._value(element.findtext(f"{QTI}qti-default-value/{QTI}qti-value"), element)
            for name, element in self.outcomes.items()
        }
        values |= {
            name: self._value(responses.get(name), element)
            for name, element in self.responses.items()
        }
        processing = self.root.find(f"{QTI}qti-response-processing")
        for rule in processing if processing is not None else ():
            _carry_out(rule, values)
        told: dict[str, str] = {}
        for feedback in self.root.findall(f"{QTI}qti-modal-feedback"):
            outcome = feedback.get("outcome-identifier") or ""
            if values[outcome] == feedback.get("identifier"):
                told[outcome] = "".join(feedback.itertext())
        return float(values["SCORE"]), told

    @staticmethod
    def _value(text: Any, declared: ET.Element) -> Any:
        if text is None or text == "":
            return None
        return float(text) if declared.get("base-type") == "float" else text


def _asks(element: ET.Element) -> bool:
    return element.tag.endswith("-interaction")


def _carry_out(rule: ET.Element, values: dict[str, Any]) -> None:
    kind = rule.tag.removeprefix(QTI)
    if kind == "qti-set-outcome-value":
        name = rule.get("identifier") or ""
        assert name in values, name
        values[name] = _evaluated(rule[0], values)
        return
    assert kind == "qti-response-condition", kind
    for branch in rule:
        if branch.tag == f"{QTI}qti-response-else" or _evaluated(branch[0], values) is True:
            for inside in branch[1:]:
                _carry_out(inside, values)
            return


def _evaluated(element: ET.Element, values: Mapping[str, Any]) -> Any:
    kind = element.tag.removeprefix(QTI)
    if kind == "qti-variable":
        return values[element.get("identifier") or ""]
    if kind == "qti-base-value":
        text = element.text or ""
        return float(text) if element.get("base-type") == "float" else text
    parts = [_evaluated(part, values) for part in element]
    if kind == "qti-is-null":
        return parts == [None]
    if kind == "qti-not":
        return None if parts == [None] else not parts[0]
    if kind == "qti-and":
        return False if False in parts else None if None in parts else True
    if None in parts:
        return None
    match kind, parts:
        case "qti-gte", [a, b]:
            return a >= b
        case "qti-lte", [a, b]:
            return a <= b
        case "qti-match", [a, b]:
            return a == b
        case "qti-sum", _:
            return sum(parts)
        case "qti-product", [a, b]:
            return a * b
        case "qti-divide", [a, b]:
            return a / b
    raise AssertionError(f"an expression that no item of ours has: {kind}")


def read_package(package: bytes) -> tuple[dict[str, Item], list[list[str]]]:
    """The items of a package by their files, and those of each section of its test.

    It fails where a file is not in the manifest, or the other way round, or a picture is missing.
    """
    with ZipFile(io.BytesIO(package)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    manifest = ET.fromstring(files["imsmanifest.xml"])
    listed = [e.get("href") or "" for e in manifest.iter(f"{PACKAGING}file")]
    assert sorted([*listed, "imsmanifest.xml"]) == sorted(files)
    items = {
        e.get("href") or "": Item(files[e.get("href") or ""])
        for e in manifest.iter(f"{PACKAGING}resource")
        if e.get("type") == "imsqti_item_xmlv3p0"
    }
    for path, item in items.items():
        for picture in _pictures(item):
            assert f"{path.rpartition('/')[0]}/{picture}" in files, picture
    test = ET.fromstring(files["test.xml"])
    sections = [
        [e.get("href") or "" for e in section.iter(f"{QTI}qti-assessment-item-ref")]
        for section in test.iter(f"{QTI}qti-assessment-section")
    ]
    assert {href for section in sections for href in section} == set(items)
    return items, sections


def _pictures(item: Item) -> Iterator[str]:
    for element in item.root.iter(f"{QTI}img"):
        yield element.get("src") or ""
