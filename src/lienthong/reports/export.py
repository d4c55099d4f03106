"""A report as a .docx in the State layout (Nghị định 30/2020/NĐ-CP, Phụ lục I), or the Party's for a Party office."""

from collections.abc import Iterator
from typing import Literal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from vanban import compose
from vanban.compose import ComposeModel, FigureTable, Heading, Item, Paragraph, Signature

from lienthong.core.language import site_language
from lienthong.organisations.service import Body
from lienthong.plans.service import Assignment
from lienthong.reports.gathering import counts_of, listed_lines
from lienthong.reports.models import Report
from lienthong.reports.unit_figures import merged_totals

_PARTS = (
    ("results", gettext_lazy("Kết quả nổi bật")),
    ("shortcomings", gettext_lazy("Tồn tại, hạn chế")),
    ("causes", gettext_lazy("Nguyên nhân")),
)


def docx_of(report: Report) -> bytes:
    """The report's file; number and day stay blank for the clerk, the signer's name for the one who signs."""
    with site_language():  # an official document is in Vietnamese, whoever asks for the file
        return compose(model_of(report))


def model_of(report: Report) -> ComposeModel:
    office = report.office
    system: Literal["party", "state"] = "party" if office.kind == Body.Kind.PARTY else "state"
    symbol = f"BC/{office.symbol}" if system == "party" else f"BC-{office.symbol}"
    recipients = [report.obligation.recipient] if report.obligation else []
    keep = _("Lưu: VT.") if system == "state" else _("Lưu Văn phòng.")
    return ComposeModel(
        type="báo cáo",
        system=system,
        issuer=office.name.upper(),
        symbol=symbol if office.symbol else "BC",
        subject=_subject(report.title),
        place=office.place or None,
        date=f"{report.ends_on:%Y-%m}",
        body=tuple(_body(report)),
        addressees=(report.obligation.recipient,) if report.obligation else (),
        signature=_signature(office, system),
        recipients=(*recipients, keep.removesuffix(".")),
    )


def _subject(title: str) -> str:
    """The trích yếu: the title without the type's name, which stands on its own line."""
    bare = title[len("Báo cáo ") :] if title.casefold().startswith("báo cáo ") else title
    return bare[:1].upper() + bare[1:]


def _signature(office: Body, system: str) -> Signature:
    if system == "party":
        return Signature(title="BÍ THƯ", authority=("T/M BAN THƯỜNG VỤ",))
    return Signature(title="CHỦ TỊCH", authority=("TM. ỦY BAN NHÂN DÂN",))


def _body(report: Report) -> Iterator[Heading | Paragraph | Item | FigureTable]:
    yield from (Paragraph(text) for text in _paragraphs(report.opening))
    yield Heading(_("SỐ LIỆU TRONG KỲ"))
    start, end = f"{report.starts_on:%d/%m/%Y}", f"{report.ends_on:%d/%m/%Y}"
    yield Paragraph(_("Số liệu tính từ ngày %(start)s đến ngày %(end)s.") % {"start": start, "end": end})
    rows = tuple(
        (str(count.figure.label), count.words, count.out_of_words) for count in counts_of(report) if count.shown
    )
    yield FigureTable(head=(_("Chỉ số"), _("Số lượng"), _("Trong tổng số")), rows=rows)
    yield from _typed(report)
    written = [(title, _paragraphs(getattr(report, name))) for name, title in _PARTS]
    if any(texts for _title, texts in written):
        yield Heading(_("KẾT QUẢ THỰC HIỆN"))
        for title, texts in written:
            if texts:
                yield Heading(str(title), level=2)
                yield from (Paragraph(text) for text in texts)
    outside = listed_lines(report)
    if outside:
        yield Heading(_("NỘI DUNG NGOÀI PHẠM VI THEO DÕI BẰNG SỐ LIỆU"))
        yield from (Item(_outside(line)) for line in outside)
    if report.outlook:
        yield Heading(_("PHƯƠNG HƯỚNG, NHIỆM VỤ"))
        yield from (Paragraph(text) for text in _paragraphs(report.outlook))


def _typed(report: Report) -> Iterator[Heading | Paragraph | FigureTable]:
    """What units typed stands apart from what is counted, and each nature of figure in a table of its own."""
    groups = merged_totals(report)
    if not groups:
        return
    yield Heading(_("SỐ LIỆU DO CÁC ĐƠN VỊ BÁO CÁO"))
    yield Paragraph(_("Số liệu trong phần này do các đơn vị ghi, không phải số hệ thống đếm được."))
    head = (_("Số liệu"), _("Đơn vị tính"), _("Cộng"), _("Số đơn vị báo cáo"))
    for group in groups:
        rows = tuple((total.asked.name, total.asked.unit, total.words, str(len(total.given))) for total in group.totals)
        yield Heading(group.label, level=2)
        yield FigureTable(head=head, rows=rows)


def _outside(line: Assignment) -> str:
    if line.closed_by_number:
        closed = {"number": line.closed_by_number, "day": f"{line.closed_by_date:%d/%m/%Y}"}
        return f"{line.text} " + _("(kết thúc theo văn bản số %(number)s ngày %(day)s)") % closed
    return line.text


def _paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
