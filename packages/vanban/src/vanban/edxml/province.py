"""The XML by which provinces sent documents before the regulation: Vietnamese names with hyphens."""

from __future__ import annotations

from lxml import etree

from vanban.edxml.model import Organ, Package
from vanban.edxml.moments import day_of_milliseconds
from vanban.edxml.xml import anywhere, text
from vanban.model import Remark

_KNOWN = ("so-ky-hieu-van-ban", "noi-dung-trich-yeu", "ten-loai-van-ban", "ten-noi-phat-hanh")


def is_province(root: etree._Element) -> bool:
    return sum(anywhere(root, name) is not None for name in _KNOWN) >= 2


def read_province(root: etree._Element) -> Package:
    """What this dialect says of a document; its files travel apart."""

    def value(name: str) -> str | None:
        return text(anywhere(root, name))

    number, _, notation = (value("so-ky-hieu-van-ban") or "").partition("/")
    remarks = [Remark("attachment", "Gói tin kiểu cũ của tỉnh không kèm tệp văn bản; hãy đưa thêm tệp.")]
    issued, due = value("ngay-phat-hanh"), value("thoi-han-chi-dao")
    days = {name: day_of_milliseconds(printed) for name, printed in (("date", issued), ("due", due)) if printed}
    remarks += [
        Remark("date", f"Không hiểu ngày “{printed}” trong gói tin; đã bỏ qua.")
        for name, printed in (("date", issued), ("due", due))
        if printed and days[name] is None
    ]
    return Package(
        sender=Organ(name=sender) if (sender := value("ten-noi-phat-hanh")) else None,
        number=number.strip() or None,
        notation=notation.strip() or None,
        date=days.get("date"),
        type_code=int(code) if (code := value("ma-loai-van-ban")) and code.isascii() and code.isdigit() else None,
        type_name=value("ten-loai-van-ban"),
        subject=value("noi-dung-trich-yeu"),
        signer_name=value("nguoi-ky"),
        due_date=days.get("due"),
        copies=int(copies) if (copies := value("so-ban")) and copies.isascii() and copies.isdigit() else None,
        pages=None,
        dialect="province",
        remarks=tuple(remarks),
    )
