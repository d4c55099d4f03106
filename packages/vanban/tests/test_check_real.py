"""The forms that the decree itself prints are without fault, and real documents are checked whatever they hold.

Collected only where VANBAN_REAL_DOCUMENTS names the folder of real documents; the decrees lie in ``../standards``.
"""

from __future__ import annotations

import copy
import io
import os
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import vanban
from lxml import etree
from vanban.sources.package import W

ROOT = Path(os.environ["VANBAN_REAL_DOCUMENTS"]) if "VANBAN_REAL_DOCUMENTS" in os.environ else None
FORMS = ROOT.parent / "standards" / "nd30-2020-phu-luc-3.docx" if ROOT else Path("no-forms")
_TITLE = re.compile(r"Mẫu (?:\d|văn bản \()")
#: In the file as it is handed round, the last words of the form of the minutes are in another font and size.
SLIPS = {"Mẫu 1.9": {"page.font", "body.size"}}


def forms() -> Iterator[tuple[str, bytes]]:
    """Each form of annex III as a .docx of its own; the notes under a form are no part of it."""
    with zipfile.ZipFile(FORMS) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    body = etree.fromstring(parts["word/document.xml"]).find(W + "body")
    assert body is not None
    groups: list[tuple[str, list[etree._Element]]] = []
    for block in body:
        text = "".join(element.text or "" for element in block.iter(W + "t")).strip()
        if block.tag == W + "p" and _TITLE.match(text):
            groups.append((text[:80], []))
        elif groups and block.tag != W + "sectPr" and not text.startswith("Ghi chú"):
            groups[-1][1].append(block)
    for title, blocks in groups:
        root = etree.fromstring(parts["word/document.xml"])
        own = root.find(W + "body")
        assert own is not None
        section = own[-1]
        own[:] = [*(copy.deepcopy(block) for block in blocks), section]
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for name, part in parts.items():
                archive.writestr(name, etree.tostring(root) if name == "word/document.xml" else part)
        yield title, out.getvalue()


if FORMS.exists():
    ALL_FORMS = dict(forms())

    def test_the_forms_are_all_there() -> None:
        assert len(ALL_FORMS) >= 16

    @pytest.mark.parametrize("title", ALL_FORMS)
    def test_a_form_of_the_decree_is_without_fault(title: str) -> None:
        found = {finding.rule for finding in vanban.check(ALL_FORMS[title]).findings}
        assert found == SLIPS.get(title[:7], set())


if ROOT is not None:
    FILES = [path for folder in ("documents", "more", "files") for path in sorted((ROOT / folder).iterdir())]

    @pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
    def test_a_real_document_is_checked(path: Path) -> None:
        report = vanban.check(path)
        for finding in report.findings:
            assert finding.source
            if finding.span is not None:
                assert 0 <= finding.span.start < finding.span.end <= len(report.text)
        assert report.unreadable or report.rules
