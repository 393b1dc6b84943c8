"""Packages are valid by the schemas that were published for their formats."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import tarfile
from importlib import import_module
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from grader.lms.canvas import canvas
from grader.lms.qti3 import qti
from grader.sheet.sheet import Sheet, draw_sheet
from problems.catalogue import family_keys
from problems.sentences import LANGUAGES, Language

etree: Any = import_module("lxml.etree")  # it does not declare its types
PYSLET = "pyslet==0.7.20170805"
"""A package whose tests have the DTD of QTI 1.2.1."""
SCHEMAS = os.environ.get("QTI3_SCHEMAS", "")
"""A folder with an XSD of QTI 3 items and tests and one of its packages, which no package has."""


def every(language: Language) -> Sheet:
    return draw_sheet("2", family_keys(), language)


def files_of(package: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def dtd(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("pyslet")
    command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--no-binary", ":all:"]
    subprocess.run([*command, "-d", str(folder), PYSLET], check=True, capture_output=True)
    (path,) = folder.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        (name,) = [
            name
            for name in archive.getnames()
            if re.fullmatch(r"[^/]+/unittests/data_imsqtiv1p2p1/ims_qtiasiv1p2p1\.dtd", name)
        ]
        member = archive.extractfile(name)
        assert member is not None
        return etree.DTD(io.BytesIO(member.read()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_quizzes_for_canvas_are_valid_qti_1_2(dtd: Any, language: Language) -> None:
    quiz = files_of(canvas([every(language)]))["quiz-001/quiz-001.xml"].decode()
    plain = re.sub(r"<questestinterop[^>]*>", "<questestinterop>", quiz)  # a DTD has no namespaces
    valid = dtd.validate(etree.fromstring(plain.encode()))
    assert valid, dtd.error_log


def test_the_dtd_finds_a_fault(dtd: Any) -> None:
    assert not dtd.validate(etree.fromstring("<questestinterop><item/></questestinterop>"))


FOLDERS = [Path(SCHEMAS)] if SCHEMAS else []
"""Where no folder is named, there is no test of it."""


@pytest.mark.parametrize("folder", FOLDERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_items_tests_and_manifests_are_valid_qti_3(folder: Path, language: Language) -> None:
    items = etree.XMLSchema(etree.parse(folder / "items.xsd"))
    packages = etree.XMLSchema(etree.parse(folder / "package.xsd"))
    for name, data in files_of(qti([every(language)])).items():
        if name.endswith(".xml"):
            schema = packages if name == "imsmanifest.xml" else items
            assert schema.validate(etree.fromstring(data)), (name, schema.error_log)
