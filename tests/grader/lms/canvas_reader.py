"""Canvas's two readings of its QTI 1.2, written anew from what its sources do, to read ours with.

Classic quizzes: canvas-lms, gems/plugins/qti_exporter/lib/qti/{numeric_interaction,
fill_in_the_blank}.rb, and app/models/quizzes/quiz_question/{numerical_question,
fill_in_multiple_blanks_question,user_answer}.rb. New Quizzes: instructure/qti,
lib/qti/v1/models/numerics. Numbers are compared there as decimals.
"""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from zipfile import ZipFile

NAMESPACE = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"


@dataclass(frozen=True)
class Item:
    """A question as it was imported; ``element`` is what it was imported from."""

    ident: str
    kind: str
    points: Decimal
    text: str
    element: ET.Element
    feedback: dict[str, str] = field(default_factory=dict)

    def find(self, path: str, inside: ET.Element | None = None) -> list[ET.Element]:
        """The elements of a path of names, each of the namespace."""
        start = self.element if inside is None else inside
        return start.findall("/".join(f".//{NAMESPACE}{step}" for step in path.split("/")))


def read_package(package: bytes) -> tuple[dict[str, list[Item]], dict[str, bytes]]:
    """The quizzes of a package, by the names of their files, and all of its files."""
    with ZipFile(io.BytesIO(package)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    manifest = ET.fromstring(files["imsmanifest.xml"])
    hrefs = [e.get("href") or "" for e in manifest.iter() if e.tag.endswith("}file")]
    assert set(hrefs) <= set(files), "the manifest names a file that is not there"
    names = [name for name in hrefs if re.fullmatch(r"(quiz-\d+)/\1\.xml", name)]
    return {name: _items(files[name]) for name in names}, files


def _items(data: bytes) -> list[Item]:
    found = []
    for element in ET.fromstring(data).iter(f"{NAMESPACE}item"):
        fields = {
            (one.findtext(f"{NAMESPACE}fieldlabel") or ""): one.findtext(f"{NAMESPACE}fieldentry")
            for one in element.iter(f"{NAMESPACE}qtimetadatafield")
        }
        feedback = {
            one.get("ident") or "": "".join(one.itertext())
            for one in element.iter(f"{NAMESPACE}itemfeedback")
        }
        text = element.findtext(f"{NAMESPACE}presentation/{NAMESPACE}material/{NAMESPACE}mattext")
        found.append(
            Item(
                element.get("ident") or "",
                fields["question_type"] or "",
                Decimal(fields["points_possible"] or ""),
                text or "",
                element,
                feedback,
            )
        )
    return found


def _number(text: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        return Decimal("NaN")


def classic_number(item: Item, response: str) -> bool:
    """``numerical_question``: an exact answer with a margin, or a range; its bounds are floats."""
    answer = _number(response)
    for condition in item.find("respcondition"):
        if not item.find("setvar", condition):
            continue
        ends = [item.find(tag, condition) for tag in ("vargte", "varlte")]
        low, high = (Decimal(repr(float(end[0].text or ""))) for end in ends)
        if either := item.find("or/varequal", condition):
            exact = Decimal(repr(float(either[0].text or "")))
            margin = high - exact
            low, high = exact - margin, exact + margin
        if low <= answer <= high:
            return True
    return False


def new_number(item: Item, response: str) -> bool:
    """New Quizzes: an exact response, a margin of error, or a range, as texts of decimals."""
    answer = _number(response)
    for condition in item.find("respcondition"):
        if not item.find("setvar", condition):
            continue
        equal, low, high = (
            [one.text or "" for one in item.find(tag, condition)]
            for tag in ("varequal", "vargte", "varlte")
        )
        if not equal:
            is_right = Decimal(low[0]) <= answer <= Decimal(high[0])
        elif equal[0] == low[0] == high[0]:
            is_right = answer == Decimal(equal[0])
        else:
            margin = float(equal[0]) - float(low[0])
            is_right = abs(float(answer) - float(equal[0])) <= margin
        if is_right:
            return True
    return False


def blanks(item: Item, responses: dict[str, str]) -> Decimal:
    """``fill_in_multiple_blanks_question``: the share of blanks that have a right text."""
    right = 0
    every = item.find("response_lid")
    for blank in every:
        name = (blank.get("ident") or "").removeprefix("response_")
        assert f"[{name}]" in item.text, f"the text has no place for {name}"
        texts = [one.text or "" for one in item.find("response_label/mattext", blank)]
        typed = responses.get(name, "").strip().lower()
        right += any(text.strip().lower() == typed for text in texts)
    return Decimal(right) / len(every)


def choice(item: Item, place: int) -> tuple[bool, str]:
    """``multiple_choice_question``: whether the option of a place is right, and what is told."""
    label = item.find("response_label")[place].get("ident") or ""
    right = [
        equal.text
        for condition in item.find("respcondition")
        if item.find("setvar", condition)
        for equal in item.find("varequal", condition)
    ]
    return label in right, item.feedback.get(f"{label}_fb", "")
