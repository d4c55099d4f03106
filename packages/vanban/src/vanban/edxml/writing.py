"""A :class:`Package` to bytes, in the current dialect.

Receivers' programs want the prefix "edXML:" on everything in the envelope although the default namespace is the same,
and none on the files, which stand beside it. XML libraries take such a prefix away, so it is written by hand.
"""

from __future__ import annotations

import hashlib
import mimetypes
import uuid

from vanban.edxml.attachments import packed
from vanban.edxml.model import Attachment, Business, Organ, Package, Replacement, ResponseFor, Staff
from vanban.edxml.moments import printed_day, printed_time
from vanban.edxml.xml import NAMESPACE, leaf, tag

_ACTIONS = {"new": "0", "recall": "1", "update": "2", "replace": "3"}
_ACTOR = "http://schemas.xmlsoap.org/soap/actor/next"


def write_package(package: Package) -> bytes:
    """The bytes of an .edxml file; the same package gives the same bytes.

    Fields are written as long as they are: :func:`~vanban.edxml.lengths.length_remarks` says which are too long. No
    signature is written: offices sign with their own tool.
    """
    identifier = package.document_id or _document_id(package)
    ids = [_content_id(identifier, index, file) for index, file in enumerate(package.attachments)]
    head = tag("edXML:edXMLHeader", _message(package, identifier), _trace(package), tag("edXML:DigitalSignature"))
    manifest = tag("edXML:edXMLManifest", *map(_reference, package.attachments, ids), version="1.0")
    envelope = tag(
        "edXML:edXMLEnvelope", head, tag("edXML:edXMLBody", manifest), xmlns__edXML=NAMESPACE,
    )  # fmt: skip
    files = tag("AttachmentEncoded", *map(_file, package.attachments, ids))
    return document(envelope + files)


def document(content: str) -> bytes:
    """The whole file around an envelope."""
    root = tag("edXML", content, xmlns=NAMESPACE, xmlns__xlink="http://www.w3.org/1999/xlink")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{root}'.encode()


def _document_id(package: Package) -> str | None:
    """Issuer, day and number with symbol, as the exchange's samples have it; None where one of them is missing."""
    sender = package.sender.id if package.sender else None
    if not (sender and package.date and package.printed_number):
        return None
    return f"{sender},{printed_day(package.date)},{package.printed_number}"


def _content_id(identifier: str | None, index: int, attachment: Attachment) -> str:
    digest = hashlib.sha256(attachment.content).hexdigest()
    return str(uuid.uuid5(uuid.NAMESPACE_OID, f"{identifier}/{index}/{attachment.name}/{digest}"))


def _message(package: Package, identifier: str | None) -> str:
    p = package
    return tag(
        "edXML:MessageHeader",
        organ("edXML:From", p.sender),
        *(organ("edXML:To", receiver) for receiver in p.receivers),
        _tag("Code", _leaf("CodeNumber", p.number), _leaf("CodeNotation", p.notation)),
        _tag("PromulgationInfo", _leaf("Place", p.place), _leaf("PromulgationDate", p.date and printed_day(p.date))),
        _tag(
            "DocumentType",
            _leaf("Type", p.type_code),
            _leaf("TypeDetail", p.type_detail),
            _leaf("TypeName", p.type_name),
        ),
        _leaf("Subject", p.subject),
        _leaf("Content", p.content),
        _tag(
            "SignerInfo",
            _leaf("Competence", p.signer_competence),
            _leaf("Position", p.signer_position),
            _leaf("FullName", p.signer_name),
        ),
        _leaf("DueDate", p.due_date and printed_day(p.due_date)),
        _tag("ToPlaces", *(_leaf("Place", place) for place in p.to_places)),
        _tag(
            "OtherInfo",
            _leaf("Priority", p.priority),
            _leaf("SphereOfPromulgation", p.sphere),
            _leaf("TyperNotation", p.typist),
            _leaf("PromulgationAmount", p.copies),
            _leaf("PageAmount", p.pages),
            _leaf("Direction", p.direction),
            _tag("Appendixes", *(_leaf("Appendix", name) for name in p.appendixes)),
        ),
        *(response("edXML:ResponseFor", answered) for answered in p.response_for),
        _leaf("SteeringType", p.steering_type),
        _leaf("DocumentId", identifier),
    )


def _trace(package: Package) -> str:
    headers = (
        tag(
            "edXML:TraceHeader",
            _leaf("OrganId", trace.organ_id),
            _leaf("Timestamp", trace.timestamp and printed_time(trace.timestamp)),
        )
        for trace in package.traces
    )
    return tag(
        "edXML:TraceHeaderList", *headers, _business(package.business),
        id="TraceHeaderList", version="1.0", mustUnderstand="1", actor=_ACTOR,
    )  # fmt: skip


def _business(business: Business) -> str:
    changed = tag(
        "edXML:BussinessDocumentInfo",
        _flag("DocumentInfo", business.document_changed),
        _flag("DocumentReceiver", business.receivers_changed),
    )
    return tag(
        "edXML:Bussiness",
        _leaf("BussinessDocType", _ACTIONS[business.action]),
        _leaf("BussinessDocReason", business.reason),
        changed,
        _leaf("DocumentId", business.document_id),
        staff("edXML:StaffInfo", business.staff),
        _flag("Paper", business.paper),
        _tag("ReplacementInfoList", *map(_replacement, business.replacements)),
    )


def _replacement(replacement: Replacement) -> str:
    ids = _tag("OrganIdList", *(_leaf("OrganId", organ_id) for organ_id in replacement.organ_ids))
    return tag("edXML:ReplacementInfo", _leaf("DocumentId", replacement.document_id), ids)


def organ(name: str, body: Organ | None) -> str | None:
    if body is None:
        return None
    values = (
        ("OrganId", body.id),
        ("OrganizationInCharge", body.in_charge),
        ("OrganName", body.name),
        ("OrganAdd", body.address),
        ("Email", body.email),
        ("Telephone", body.telephone),
        ("Fax", body.fax),
        ("Website", body.website),
    )
    return tag(name, *(_leaf(field, value) for field, value in values))


def response(name: str, answered: ResponseFor) -> str:
    return tag(
        name,
        _leaf("OrganId", answered.organ_id),
        _leaf("Code", answered.code),
        _leaf("PromulgationDate", answered.date and printed_day(answered.date)),
        _leaf("DocumentId", answered.document_id),
    )


def staff(name: str, who: Staff | None) -> str | None:
    if who is None:
        return None
    values = (("Department", who.department), ("Staff", who.name), ("Email", who.email), ("Mobile", who.mobile))
    return tag(name, *(_leaf(field, value) for field, value in values))


def _reference(attachment: Attachment, content_id: str) -> str:
    link = f"cid:{content_id}"
    return tag(
        "edXML:Reference",
        _leaf("ContentId", link),
        _leaf("ContentType", "application/zip"),
        _leaf("Description", attachment.description),
        _leaf("AttachmentName", attachment.name),
        xlink__href=link, xlink__role=mimetypes.guess_type(attachment.name)[0] or "application/octet-stream",
        xlink__type="simple",
    )  # fmt: skip


def _file(attachment: Attachment, content_id: str) -> str:
    return tag(
        "Attachment",
        leaf("ContentType", "application/zip"),
        leaf("ContentId", content_id),
        leaf("Description", attachment.description),
        leaf("ContentTransferEncoded", packed(attachment)),
        leaf("AttachmentName", attachment.name),
    )


def _tag(name: str, *content: str | None) -> str:
    return tag(f"edXML:{name}", *content)


def _leaf(name: str, value: str | int | bool | None) -> str | None:
    return leaf(f"edXML:{name}", value)


def _flag(name: str, value: bool | None) -> str | None:
    return None if value is None else _leaf(name, int(value))
