"""Messages about what became of a document: arrived, registered, being worked on, done, returned."""

from __future__ import annotations

from vanban.edxml.fields import Fields, organ, staff
from vanban.edxml.model import ResponseFor, Status
from vanban.edxml.moments import printed_time
from vanban.edxml.writing import document
from vanban.edxml.writing import organ as written_organ
from vanban.edxml.writing import response as written_response
from vanban.edxml.writing import staff as written_staff
from vanban.edxml.xml import NAMESPACE, anywhere, first, leaf, parsed, tag, text
from vanban.model import Remark
from vanban.sources.limits import Unreadable

#: Code → what it says.
CODES = {
    "01": "Đã đến",
    "02": "Từ chối tiếp nhận",
    "03": "Đã tiếp nhận",
    "04": "Phân công xử lý",
    "05": "Đang xử lý",
    "06": "Hoàn thành",
    "13": "Lấy lại",
    "15": "Đồng ý cập nhật, lấy lại",
    "16": "Từ chối cập nhật, lấy lại",
}
#: What some senders write for a code.
_ALSO = {"14": "15"}
_NEEDS_REASON = ("02", "16")


def read_status(data: bytes) -> Status:
    """The status message in ``data``; of what is none, nothing but a remark of kind "unreadable"."""
    try:
        root = parsed(data)
        code = text(anywhere(root, "statuscode"))
        if code is None:
            raise Unreadable("Tệp không phải thông báo trạng thái văn bản.", "edxml")
    except Unreadable as refusal:
        return Status(remarks=(Remark("unreadable", refusal.message),))
    holder = anywhere(root, "statuscode")
    body = holder.getparent() if holder is not None else None
    fields = Fields()
    known = _ALSO.get(code.zfill(2), code.zfill(2))
    if known not in CODES:
        fields.remarks.append(Remark("status", f"Không hiểu mã trạng thái “{code}”."))
    answered = first(body, "responsefor")
    return Status(
        code=known,
        response_for=fields.response_for(answered) if answered is not None else ResponseFor(),
        sender=organ(first(body, "from")),
        description=text(body, "description"),
        timestamp=fields.time(body, "timestamp"),
        staff=staff(body),
        remarks=tuple(fields.remarks),
    )


def write_status(status: Status) -> bytes:
    """The bytes of a status message.

    Raises ``ValueError`` with a Vietnamese sentence for a code that is none, and for a refusal without its reason.
    """
    if status.code not in CODES:
        raise ValueError(f"Mã trạng thái “{status.code}” không có trong quy định.")
    if status.code in _NEEDS_REASON and not status.description:
        raise ValueError("Từ chối thì phải ghi lý do.")
    body = tag(
        "edXML:Status",
        written_response("edXML:ResponseFor", status.response_for),
        written_organ("edXML:From", status.sender),
        leaf("edXML:StatusCode", status.code),
        leaf("edXML:Description", status.description),
        leaf("edXML:Timestamp", status.timestamp and printed_time(status.timestamp)),
        written_staff("edXML:StaffInfo", status.staff),
    )
    head = tag("edXML:edXMLHeader", body)
    return document(tag("edXML:edXMLEnvelope", head, tag("edXML:edXMLBody"), xmlns__edXML=NAMESPACE))
