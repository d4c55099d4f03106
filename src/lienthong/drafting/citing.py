"""How a draft names the order from above: in running text, not in the capitals of its letterhead."""

import re

from lienthong.organisations.service import Body
from lienthong.registry.service import Names, OfficialDocument

_MATTER = re.compile(r"(?:v/v|về việc)\s+", re.IGNORECASE)
#: A subject that begins with one of these says what the document does; every other one says what it is about.
_ACTS = ("ban hành", "phê duyệt", "quy định", "sửa đổi", "bãi bỏ", "công bố", "thành lập", "giao ", "về ")


def written_name(order: OfficialDocument, office: Body) -> str:
    """The issuer as the list of bodies writes it; as printed when nobody there is meant."""
    body = Names(office, order.created_at.date()).target(order.issuer) if order.issuer else None
    return str(body.name) if isinstance(body, Body) else order.issuer


def basis_of(order: OfficialDocument, office: Body) -> str:
    """ "Kế hoạch số 82/KH-UBND ngày 01 tháng 8 năm 2025 của … về …", as a first citation is written.

    Nghị định 30/2020/NĐ-CP, Phụ lục I, II.6.a; "" for an order without a number.
    """
    if not order.number:
        return ""
    dated = f" {day}" if (day := long_day(order)) else ""
    by = f" của {name}" if (name := written_name(order, office)) else ""
    return f"{order.get_type_display()} số {order.number}{dated}{by} {_about(order.subject.strip())}".strip()


def long_day(document: OfficialDocument) -> str:
    """ "ngày 01 tháng 8 năm 2025"; days below 10 and months 1 and 2 have a zero before them (Phụ lục I, II.4.b)."""
    day = document.dated.split("-")
    if len(day) != 3:
        return ""
    month = day[1] if day[1] in ("01", "02") else str(int(day[1]))
    return f"ngày {day[2]} tháng {month} năm {day[0]}"


def _about(subject: str) -> str:
    """The subject behind the issuer: "V/v đôn đốc …" → "về việc đôn đốc …"."""
    matter = _MATTER.match(subject)
    if matter:
        return f"về việc {subject[matter.end() :]}"
    begins = f"{subject[:1].lower()}{subject[1:]}"
    if not subject or begins.startswith(_ACTS):
        return begins
    # Two capitals in a row begin a name ("Ngày Chuyển đổi số"), which keeps its own.
    second = subject.split()[1:2]
    return f"về {subject if second and second[0][:1].isupper() else begins}"
