"""The .xml of a bundle: the fields of Nghị định 30/2020/NĐ-CP, Phụ lục VI, under the names that it gives them.

The annex names the fields and how long each may be, but no root and no namespace; those here are ours. What is
longer than a field may be is cut there and stands whole in the PDF. Digits of ``Priority`` are those of the exchange
packages (QCVN 102:2016/BTTTT): 0 thường, 1 khẩn, 2 thượng khẩn, 3 hỏa tốc.
"""

from __future__ import annotations

import re
from datetime import date

from django.utils import timezone
from lxml import etree

from lienthong.casefiles.bundle import Bundle, BundledFile, Entry
from lienthong.casefiles.models import CaseFile
from lienthong.core.case_items import DocumentFacts

#: Characters that no XML file may hold.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def xml_of(bundle: Bundle) -> bytes:
    """Bytes in UTF-8. Without a case file the head says the title alone."""
    root = etree.Element("CaseFile")
    head = etree.SubElement(root, "File")
    if bundle.case is not None:
        _head(head, bundle.case)
    else:
        _put(head, "Title", bundle.title, 500)
    _put(head, "DocTotal", len(bundle.entries), 4)
    _put(head, "PageTotal", sum(_pages(entry) for entry in bundle.entries), 4)
    if bundle.case is not None:
        _put(head, "Description", bundle.case.note, 500)
    documents = etree.SubElement(root, "Documents")
    for entry in bundle.entries:
        _document(documents, bundle, entry)
    history = etree.SubElement(root, "History")
    for event in bundle.history:
        line = _put(history, "Event", event.sentence, None)
        line.set("at", timezone.localtime(event.at).isoformat(timespec="seconds"))
        line.set("about", event.subject)
    found: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)
    return found


def _put(parent: etree._Element, name: str, value: object, length: int | None) -> etree._Element:
    element = etree.SubElement(parent, name)
    text = "" if value is None else value.isoformat() if isinstance(value, date) else str(value)
    text = _FORBIDDEN.sub("", text)
    element.text = text if length is None else text[:length]
    return element


def _code(parent: etree._Element, case: CaseFile) -> None:
    code = etree.SubElement(parent, "FileCode")
    _put(code, "OrganId", case.office.official_id, 13)
    _put(code, "FileCatalog", case.year, 4)
    _put(code, "FileNotation", case.notation, 20)


def _head(head: etree._Element, case: CaseFile) -> None:
    """Mục III: dữ liệu quản lý hồ sơ."""
    _code(head, case)
    _put(head, "Title", case.title, 500)
    _put(head, "Maintenance", case.maintenance, 30)
    _put(head, "Rights", case.rights, 30)
    _put(head, "Creator", case.created_by.user, 30)
    _put(head, "Language", case.language, 50)
    _put(head, "StartDate", case.starts_on, 10)
    _put(head, "EndDate", case.ends_on, 10)


def _pages(entry: Entry) -> int:
    """As registered; else the pages of its files that the PDF shows."""
    registered = entry.item.facts.pages if entry.item.facts else None
    return registered or sum(file.pages for file in entry.files)


def _document(parent: etree._Element, bundle: Bundle, entry: Entry) -> None:
    """Mục I and II; a piece that is no document has its kind as TypeName, its day, its title and its words."""
    item, case = entry.item, bundle.case
    facts = item.facts or DocumentFacts(item.kind, issued=f"{timezone.localdate(item.at):%Y-%m-%d}")
    element = etree.SubElement(parent, "Document")
    if case is not None:
        _code(element, case)
    _put(element, "DocOrdinal", entry.number, None)
    _put(element, "TypeName", facts.type_name or item.kind, 100)
    _put(element, "CodeNumber", facts.number, 11)
    _put(element, "CodeNotation", facts.symbol, 30)
    _put(element, "IssuedDate", facts.issued, 10)
    _put(element, "OrganName", facts.issuer, 200)
    _put(element, "Subject", item.text if item.facts else item.title, 500)
    _put(element, "Language", case.language if case else "Tiếng Việt", 30)
    _put(element, "PageAmount", _pages(entry), 3)
    _put(element, "Description", " ".join(filter(None, [facts.note, entry.remark])), 500)
    if item.facts is not None:
        _document_only(element, item.facts)
    else:
        _put(element, "Content", item.text, None)
    for file in entry.files:
        _attachment(element, file)


def _document_only(element: etree._Element, facts: DocumentFacts) -> None:
    incoming = facts.arrived_on is not None
    if incoming:
        _put(element, "ArrivalDate", facts.arrived_on, 10)
        _put(element, "ArrivalNumber", facts.arrival_number, 10)
    signer = etree.SubElement(element, "SignerInfo")
    _put(signer, "Position", facts.signer_title, 100)
    _put(signer, "FullName", facts.signer_name, 50)
    _put(element, "Priority", facts.urgency, 1)
    if incoming:
        _put(element, "ToPlaces", "; ".join(facts.recipients), 1000)
        _put(element, "TraceHeaderList", "\n\n".join(facts.opinions), None)
    else:
        for recipient in facts.recipients:
            to = etree.SubElement(element, "To")
            _put(to, "OrganId", "", 13)
            _put(to, "OrganName", recipient, 200)
        _put(element, "IssuedAmount", facts.copies, 3)
    _put(element, "DueDate", facts.due, 10)


def _attachment(parent: etree._Element, file: BundledFile) -> None:
    """The file itself: where it is in the .zip, and the hash under which it came in."""
    element = etree.SubElement(parent, "Attachment")
    _put(element, "FileName", file.file.name, None)
    _put(element, "Path", "" if file.missing else file.name, None)
    _put(element, "ContentType", file.file.content_type, None)
    _put(element, "Sha256", file.file.sha256, None)
    _put(element, "Remark", file.remark, None)
