"""What the check of form and wording (Nghị định 30/2020/NĐ-CP, Hướng dẫn 36-HD/VPTW) finds in a file as it is read."""

from typing import Any

import vanban
from vanban.check import Facts

from lienthong.organisations.service import Body
from lienthong.registry.content import WORD
from lienthong.registry.finding import known_documents
from lienthong.registry.models import DocumentFile

#: A document with more findings than this was made without any form; nobody reads on.
MAX_FINDINGS = 100


def findings_of(file: DocumentFile, data: bytes, reading: vanban.Document) -> list[dict[str, Any]]:
    """The findings about the main text, most of them with a stretch of it; an annex has no form of its own."""
    if file.part != DocumentFile.Part.MAIN or reading.unreadable:
        return []
    report = vanban.check(data if file.content_type == WORD else reading, known=_known(reading, file.document.office))
    return [
        {
            "rule": finding.rule,
            "severity": finding.severity,
            "message": finding.message,
            "proposal": finding.proposal,
            "source": finding.source,
            "quoted": report.text[finding.span.start : finding.span.end] if finding.span else "",
        }
        for finding in report.findings[:MAX_FINDINGS]
    ]


def _known(reading: vanban.Document, office: Body) -> dict[str, Facts]:
    """What the registers of ``office`` say of the documents that this one cites."""
    facts = {}
    for citation in reading.cited:
        number = citation.number.value
        known = known_documents(number, office).first()
        if known is not None:
            facts[number] = Facts(known.dated if len(known.dated) == 10 else None, known.type or None)
    return facts
