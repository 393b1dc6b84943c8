"""The files of a package for Canvas around its questions: quizzes, and the manifest of all."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from html import escape

from grader.lms.markup import words
from grader.lms.places import decimal, in_places

_NAMESPACE = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
_SCHEMA = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2p1.xsd"
_PACKAGING = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
_OWN = "http://canvas.instructure.com/xsd/cccv1p0"
_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'


def quiz(ident: str, called: str, items: Sequence[str]) -> str:
    """A quiz of items."""
    return (
        f'{_XML}<questestinterop xmlns="{_NAMESPACE}" xmlns:xsi="{_INSTANCE}" '
        f'xsi:schemaLocation="{_NAMESPACE} {_SCHEMA}">\n'
        f'<assessment ident="{ident}" title="{escape(called)}">\n<qtimetadata><qtimetadatafield>'
        "<fieldlabel>cc_maxattempts</fieldlabel><fieldentry>1</fieldentry></qtimetadatafield>"
        '</qtimetadata>\n<section ident="root_section">\n'
        + "\n".join(items)
        + "\n</section>\n</assessment>\n</questestinterop>\n"
    )


def about(ident: str, called: str, points: Fraction) -> str:
    """What Canvas wants to know of a quiz beside its questions."""
    return (
        f'{_XML}<quiz identifier="{ident}" xmlns="{_OWN}" xmlns:xsi="{_INSTANCE}" '
        f'xsi:schemaLocation="{_OWN} https://canvas.instructure.com/xsd/cccv1p0.xsd">\n'
        f"<title>{words(called)}</title>\n<description/>\n"
        "<shuffle_answers>false</shuffle_answers>\n<quiz_type>assignment</quiz_type>\n"
        f"<points_possible>{decimal(in_places(points))}</points_possible>\n"
        "<allowed_attempts>1</allowed_attempts>\n<available>false</available>\n</quiz>\n"
    )


def manifest(quizzes: Sequence[str], drawn: Sequence[str]) -> str:
    """The manifest: the quizzes, and what is drawn."""
    resources = [
        f'<resource identifier="{ident}" type="imsqti_xmlv1p2"><file href="{ident}/{ident}.xml"/>'
        f'<dependency identifierref="{ident}-about"/></resource>\n'
        f'<resource identifier="{ident}-about" '
        'type="associatedcontent/imscc_xmlv1p1/learning-application-resource" '
        f'href="{ident}/assessment_meta.xml"><file href="{ident}/assessment_meta.xml"/></resource>'
        for ident in quizzes
    ]
    resources += [
        f'<resource identifier="drawing-{place}" type="webcontent" href="{name}">'
        f'<file href="{name}"/></resource>'
        for place, name in enumerate(drawn, start=1)
    ]
    return (
        f'{_XML}<manifest identifier="package" xmlns="{_PACKAGING}">\n'
        "<metadata><schema>IMS Content</schema><schemaversion>1.1.3</schemaversion></metadata>\n"
        "<organizations/>\n<resources>\n" + "\n".join(resources) + "\n</resources>\n</manifest>\n"
    )
