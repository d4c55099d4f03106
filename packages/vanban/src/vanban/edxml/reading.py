"""Bytes to a :class:`Package`, whichever dialect they are in.

Elements are known by their local names without regard to case: senders write "OrganID", "OrganId" and worse.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from vanban.edxml.attachments import Unpacker
from vanban.edxml.fields import Fields, organ, staff
from vanban.edxml.model import Action, Attachment, Business, Dialect, Organ, Package, Replacement, ResponseFor, Trace
from vanban.edxml.province import is_province, read_province
from vanban.edxml.xml import anywhere, children, decoded, first, local, parsed, text
from vanban.model import Remark
from vanban.sources.limits import Unreadable

_ACTIONS: dict[str, Action] = {"0": "new", "1": "recall", "2": "update", "3": "replace"}
_OPENING = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:\w+:)?(?:edxml\w*|edoc)\b|"
    r"\s*(?:<\?xml[^>]*>)?.{0,3000}?<(?:\w+:)?(?:MessageHeader|so-ky-hieu-van-ban|noi-dung-trich-yeu)\b",
    re.IGNORECASE | re.DOTALL,
)


def is_package(data: bytes) -> bool:
    """Whether the beginning of a file is that of an exchange package."""
    start = decoded(data[:8000]).lstrip()
    return start.startswith("<") and _OPENING.match(start) is not None


def read_package(data: bytes) -> Package:
    """The package in ``data``; never raises for what they hold.

    What is not understood leaves a remark. Nothing can be read of what is no package, is damaged, declares entities or
    is too large: then there is one remark of kind "unreadable" and no values.
    """
    try:
        return _read(parsed(data))
    except Unreadable as refusal:
        return Package(remarks=(Remark("unreadable", refusal.message),))


def _read(root: etree._Element) -> Package:
    if is_province(root):
        return read_province(root)
    header = anywhere(root, "messageheader")
    if header is None:
        if anywhere(root, "statuscode") is not None:
            raise Unreadable("Đây là thông báo trạng thái văn bản, không phải gói tin có văn bản.", "edxml")
        raise Unreadable("Tệp XML không phải gói tin văn bản điện tử.", "edxml")
    fields, unpacker = Fields(), Unpacker()
    _attachments(root, unpacker)
    dialect: Dialect = "soap" if any(local(element) == "envelope" for element in (root, *root)) else "qcvn102"
    package = _message(header, fields)
    traces, business = _trace(anywhere(root, "traceheaderlist"), fields)
    return replace(
        package,
        traces=traces,
        business=business,
        attachments=tuple(unpacker.files),
        signed=any(len(found) for found in _signatures(root)),
        dialect=dialect,
        remarks=(*fields.remarks, *unpacker.remarks, *_missing(root, unpacker.files)),
    )


def _message(header: etree._Element, fields: Fields) -> Package:
    promulgation = first(header, "promulgationinfo")
    other = first(header, "otherinfo")
    # The old envelope writes Author/Function and type with a value and a description.
    signer = first(header, "signerinfo")
    signer = first(header, "author") if signer is None else signer
    kind = first(header, "documenttype")
    kind = first(header, "type") if kind is None else kind
    return Package(
        sender=organ(first(header, "from")),
        receivers=tuple(_organs(header)),
        number=text(header, "code", "codenumber"),
        notation=text(header, "code", "codenotation"),
        place=text(promulgation, "place"),
        date=fields.day(promulgation, "promulgationdate") or fields.day(promulgation, "date"),
        type_code=fields.number(kind, "type") if first(kind, "type") is not None else fields.number(kind, "value"),
        type_detail=fields.number(kind, "typedetail"),
        type_name=text(kind, "typename") or text(kind, "description"),
        subject=text(header, "subject"),
        content=text(header, "content"),
        signer_competence=text(signer, "competence"),
        signer_position=text(signer, "position") or text(signer, "function"),
        signer_name=text(signer, "fullname"),
        due_date=fields.day(header, "duedate"),
        to_places=_texts(first(header, "toplaces"), "place"),
        priority=fields.number(other, "priority"),
        sphere=text(other, "sphereofpromulgation"),
        typist=text(other, "typernotation"),
        copies=fields.number(other, "promulgationamount"),
        pages=fields.number(other, "pageamount"),
        direction=fields.flag(other, "direction"),
        appendixes=_texts(first(other, "appendixes"), "appendix"),
        response_for=tuple(_answered(header, fields)),
        steering_type=fields.number(header, "steeringtype"),
        document_id=text(header, "documentid"),
    )


def _organs(header: etree._Element) -> Iterator[Organ]:
    for element in children(header, "to"):
        found = organ(element)
        if found is not None:
            yield found


def _answered(header: etree._Element, fields: Fields) -> Iterator[ResponseFor]:
    for element in children(header, "responsefor"):
        found = fields.response_for(element)
        if found != ResponseFor():
            yield found


def _texts(element: etree._Element | None, name: str) -> tuple[str, ...]:
    return tuple(value for child in children(element, name) if (value := text(child)))


def _trace(found: etree._Element | None, fields: Fields) -> tuple[tuple[Trace, ...], Business]:
    traces = tuple(
        Trace(text(element, "organid"), fields.time(element, "timestamp")) for element in children(found, "traceheader")
    )
    business = first(found, "bussiness")
    business = first(found, "business") if business is None else business
    return traces, Business() if business is None else _business(business, fields)


def _business(element: etree._Element, fields: Fields) -> Business:
    printed = text(element, "bussinessdoctype") or "0"
    if printed not in _ACTIONS:
        fields.remarks.append(
            Remark("action", f"Không hiểu loại nghiệp vụ “{printed}” của gói tin; coi như văn bản mới.")
        )
    info = first(element, "bussinessdocumentinfo")
    return Business(
        action=_ACTIONS.get(printed, "new"),
        reason=text(element, "bussinessdocreason"),
        document_id=text(element, "documentid"),
        document_changed=fields.flag(info, "documentinfo"),
        receivers_changed=fields.flag(info, "documentreceiver"),
        receivers=tuple(_receivers(first(info, "receiverlist"))),
        staff=staff(element),
        paper=fields.flag(element, "paper"),
        replacements=tuple(
            Replacement(text(found, "documentid"), _texts(first(found, "organidlist"), "organid"))
            for found in children(first(element, "replacementinfolist"), "replacementinfo")
        ),
    )


def _receivers(found: etree._Element | None) -> Iterator[tuple[str, str | None]]:
    for receiver in children(found, "receiver"):
        organ_id = text(receiver, "organid")
        if organ_id:
            yield organ_id, next((text(child) for child in receiver if local(child) != "organid"), None)


def _signatures(root: etree._Element) -> Iterator[etree._Element]:
    return (element for element in root.iter() if local(element) in ("signature", "digitalsignature"))


def _attachments(root: etree._Element, unpacker: Unpacker) -> None:
    """Files, in the order of the manifest, which the main text opens; those it does not name come last."""
    order = [_content_id(element) for element in root.iter() if local(element) == "reference"]
    found = [element for element in root.iter() if local(element) == "attachment" and _encoded(element) is not None]
    found.sort(key=lambda element: order.index(cid) if (cid := _content_id(element)) in order else len(order))
    for element in found:
        name = text(element, "attachmentname")
        unpacker.add(name, _encoded(element) or "", text(element, "description"))


def _encoded(element: etree._Element) -> str | None:
    """What is encoded; our own name for it is that of the regulation, others write it otherwise."""
    holder = next(children(element, "contenttransferencoded", "content"), None)
    return holder.text if holder is not None and holder.text else None


def _content_id(element: etree._Element) -> str | None:
    """The bare identifier; a manifest writes "cid:" before it, in an element or as a link."""
    link = next((value for key, value in element.attrib.items() if str(key).endswith("href")), None)
    printed = text(element, "contentid") or (str(link) if link else None)
    return printed.removeprefix("cid:").casefold() if printed else None


def _missing(root: etree._Element, files: list[Attachment]) -> Iterator[Remark]:
    named = [text(element, "attachmentname") for element in root.iter() if local(element) == "reference"]
    if len(named) > len(files):
        shown = ", ".join(f"“{name}”" for name in named if name) or "không ghi tên"
        yield Remark("attachment", f"Gói tin kê {len(named)} tệp ({shown}) nhưng chỉ có {len(files)} tệp đọc được.")
