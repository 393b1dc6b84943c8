"""The test of a QTI 3.0 package, which asks one of each problem, and the manifest of its files."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from grader.lms.question import Question
from grader.render.statement import title_of_sheet
from grader.sheet.sheet import Sheet

_NAMESPACE = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0"
_SCHEMA = "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0p1_v1p0.xsd"
HEAD = (
    f'xmlns="{_NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    f'xsi:schemaLocation="{_NAMESPACE} {_SCHEMA}"'
)
_PACKAGING = "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1"
_PACKAGING_SCHEMA = (
    "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqtiv3p0_imscpv1p2_v1p0.xsd"
)
XML = '<?xml version="1.0" encoding="UTF-8"?>\n'


def file_of(asked: Question) -> str:
    """Where the item of a question lies in the package."""
    return f"items/{asked.ident}.xml"


def test(sheet: Sheet, sections: Sequence[Sequence[Question]]) -> str:
    """The test: of each section one item."""
    title = escape(title_of_sheet(sheet))
    made = []
    for place, asked in enumerate(sections, start=1):
        refs = "".join(
            f'<qti-assessment-item-ref identifier="{each.ident}" href="{file_of(each)}"/>'
            for each in asked
        )
        made.append(
            f'<qti-assessment-section identifier="section-{place}" '
            f'title="{escape(asked[0].title)}" visible="true">'
            '<qti-selection select="1"/>'
            f"{refs}</qti-assessment-section>"
        )
    return (
        f'{XML}<qti-assessment-test {HEAD} identifier="test" title="{title}">\n'
        '<qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"/>\n'
        '<qti-test-part identifier="part" navigation-mode="nonlinear" '
        'submission-mode="individual">\n' + "\n".join(made) + "\n</qti-test-part>\n"
        '<qti-outcome-processing><qti-set-outcome-value identifier="SCORE"><qti-sum>'
        '<qti-test-variables variable-identifier="SCORE"/></qti-sum></qti-set-outcome-value>'
        "</qti-outcome-processing>\n</qti-assessment-test>\n"
    )


def manifest(sections: Sequence[Sequence[Question]], drawn: Sequence[str]) -> str:
    """The manifest: the test, its items, and what is drawn."""
    items = [each for asked in sections for each in asked]
    resources = [
        '<resource identifier="test" type="imsqti_test_xmlv3p0" href="test.xml">'
        '<file href="test.xml"/>'
        + "".join(f'<dependency identifierref="{each.ident}"/>' for each in items)
        + "</resource>"
    ]
    resources += [
        f'<resource identifier="{each.ident}" type="imsqti_item_xmlv3p0" href="{file_of(each)}">'
        f'<file href="{file_of(each)}"/></resource>'
        for each in items
    ]
    resources += [
        f'<resource identifier="drawing-{place}" type="webcontent" href="{name}">'
        f'<file href="{name}"/></resource>'
        for place, name in enumerate(drawn, start=1)
    ]
    return (
        f'{XML}<manifest xmlns="{_PACKAGING}" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        f'xsi:schemaLocation="{_PACKAGING} {_PACKAGING_SCHEMA}" identifier="package">\n'
        "<metadata><schema>QTI Package</schema><schemaversion>3.0.0</schemaversion></metadata>\n"
        "<organizations/>\n<resources>\n" + "\n".join(resources) + "\n</resources>\n</manifest>\n"
    )
