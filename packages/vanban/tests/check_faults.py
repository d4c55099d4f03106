"""Documents without a fault, and faults to plant in them one at a time: what the rules of ``check`` are measured on.

A fault changes one thing of one clean document and names the rule that must find it. Whatever else is then reported,
and was not in the clean document, is a false alarm, unless the fault names it as a consequence.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from vanban.check.rules import RuleSet, rule_sets
from vanban.compose import (
    Appendix,
    Article,
    ComposeModel,
    Division,
    Heading,
    Item,
    Paragraph,
    Reference,
    Signature,
    Task,
    TaskTable,
    compose,
)

Act = Callable[[Any], None]
_LONG = (
    "Hệ thống truyền thanh của xã hoạt động ổn định, phục vụ tốt nhu cầu thông tin của Nhân dân; nội dung bám sát "
    "nhiệm vụ trọng tâm của địa phương, được các thôn tiếp nhận và phát lại đúng khung giờ"
)
_MORE = (
    "Các đơn vị chủ động xây dựng chương trình, bố trí thời gian và nhân lực, gửi kết quả về Phòng Văn hóa - Xã hội để "
    "tổng hợp, báo cáo Ủy ban nhân dân xã theo quy định"
)

PLAN = ComposeModel(
    type="kế hoạch", issuer="Ủy ban nhân dân\nxã Minh Hòa", symbol="KH-UBND", number="12", date="2026-03-05",
    place="Minh Hòa", subject="Truyền thông về cải cách hành chính năm 2026",
    body=(
        Paragraph(
            "Thực hiện Kế hoạch số 45/KH-UBND ngày 12 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh Minh Giang về truyền "
            "thông năm 2026, Ủy ban nhân dân xã xây dựng kế hoạch như sau:"
        ),
        Heading("Mục đích, yêu cầu"), Heading("Mục đích", 2), Paragraph(_LONG), Heading("Yêu cầu", 2), Paragraph(_MORE),
        Heading("Nội dung"), Heading("Truyền thông trên đài truyền thanh", 2),
        Paragraph(
            "Tuyên truyền về dịch vụ công trực tuyến toàn trình theo điểm b khoản 2 Điều 5 của Quy chế; thời gian: "
            "sáng thứ Hai ngày 09 tháng 3 năm 2026, trước tết Nguyên đán và ngày Quốc khánh 2-9"
        ),
        Item("Xây dựng chuyên mục hằng tuần", "a)"), Item("Phát lại vào buổi chiều", "a)"),
        Item("Cập nhật bảng tin công cộng", "a)"), Item("Biên soạn tài liệu hỏi đáp", "a)"),
        Item("Tập huấn tổ công nghệ số cộng đồng", "a)"), Item("Đánh giá kết quả từng quý", "a)"),
        Heading("Nhiệm vụ cụ thể"), Paragraph("Nhiệm vụ của từng đơn vị tại Phụ lục kèm theo"),
        Heading("Tổ chức thực hiện"),
        Paragraph(
            "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã theo dõi, đôn đốc thực hiện Kế hoạch số 45/KH-UBND; "
            "phối hợp với Sở Thông tin của tỉnh Minh Giang và các đơn vị của Đảng và Nhà nước tại Thành phố Hồ Chí Minh"
        ),
        Paragraph(_MORE),
    ),
    signature=Signature("PHÓ CHỦ TỊCH", "Nguyễn Văn A", ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH")),
    recipients=("UBND tỉnh (b/c)", "Các thôn", "Lưu: VT, VHXH"),
    annexes=(Appendix("Nhiệm vụ của các đơn vị", (TaskTable((Task("Mở chuyên mục", ("Phòng Kinh tế",)),)),)),),
)  # fmt: skip
LETTER = ComposeModel(
    type="công văn", issuer="SỞ KHOA HỌC VÀ CÔNG NGHỆ", issuer_parent="UBND TỈNH MINH GIANG", symbol="SKHCN-CĐS",
    number="7", date="2026-02-03", place="Minh Giang", subject="tập huấn kỹ năng số",
    addressees=("Ủy ban nhân dân các xã", "Trung tâm Phục vụ hành chính công"),
    body=(
        Paragraph(
            "Thực hiện Kế hoạch số 45/KH-UBND ngày 12 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh về truyền thông năm "
            "2026, Sở Khoa học và Công nghệ đề nghị các đơn vị phối hợp thực hiện một số nội dung sau"
        ),
        Item("Cử cán bộ tham dự tập huấn đúng thành phần"), Item("Gửi danh sách trước ngày 10 tháng 02 năm 2026"),
        Paragraph(_MORE),
    ),
    signature=Signature("GIÁM ĐỐC", "Nguyễn Văn A"), recipients=("Như trên", "UBND tỉnh (b/c)", "Lưu: VT, CĐS"),
    urgency="KHẨN",
)  # fmt: skip
DECISION = ComposeModel(
    type="quyết định", issuer="ỦY BAN NHÂN DÂN\nXÃ MINH HÒA", symbol="QĐ-UBND", number="21", date="2026-01-09",
    place="Minh Hòa", subject="Ban hành Quy chế hoạt động của đài truyền thanh xã",
    authority="Ủy ban nhân dân xã Minh Hòa",
    bases=(
        Reference("nghị định", "30/2020/NĐ-CP", "2020-03-05", "Chính phủ", "về công tác văn thư"),
        Reference("quyết định", "45/QĐ-UBND", "2025-11-12", "Ủy ban nhân dân tỉnh", "về thông tin cơ sở"),
    ),
    body=(
        Division("Quy định chung"), Article(_LONG), Article(_MORE),
        Division("Tổ chức thực hiện"), Article("Quyết định này có hiệu lực kể từ ngày ký"),
        Article("Chánh Văn phòng và các cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này"),
    ),
    signature=Signature("CHỦ TỊCH", "Nguyễn Văn A", ("TM. ỦY BAN NHÂN DÂN",)),
    recipients=("Như Điều 4", "Lưu: VT"),
)  # fmt: skip
PARTY_PLAN = ComposeModel(
    type="kế hoạch", issuer="ĐẢNG ỦY XÃ MINH HÒA", issuer_parent="ĐẢNG BỘ TỈNH MINH GIANG", system="party",
    symbol="KH/ĐU", number="8", date="2026-02-04", place="Minh Hòa",
    subject="thực hiện công tác tuyên truyền năm 2026",
    body=(
        Paragraph(
            "Thực hiện Nghị quyết số 12-NQ/TU, ngày 15/10/2025 của Tỉnh ủy về công tác tuyên truyền, Ban Thường vụ "
            "Đảng ủy xây dựng kế hoạch như sau:"
        ),
        Heading("Mục đích"), Paragraph(_LONG), Heading("Nhiệm vụ"), Paragraph(_MORE), Heading("Tổ chức thực hiện"),
        Paragraph("Các chi bộ báo cáo kết quả về Văn phòng Đảng ủy theo quy định"),
    ),
    signature=Signature("BÍ THƯ", "Nguyễn Văn A", ("T/M BAN THƯỜNG VỤ",)),
    recipients=("Các chi bộ trực thuộc", "Lưu Văn phòng Đảng ủy"),
)  # fmt: skip
PARTY_LETTER = ComposeModel(
    type="công văn", issuer="ĐẢNG ỦY XÃ MINH HÒA", issuer_parent="ĐẢNG BỘ TỈNH MINH GIANG", system="party",
    symbol="CV/ĐU", number="31", date="2026-05-06", place="Minh Hòa", subject="chuẩn bị hội nghị trực tuyến",
    addressees=("Chi bộ các thôn", "Chi bộ Trạm Y tế"), body=(Paragraph(_LONG), Paragraph(_MORE)),
    signature=Signature("PHÓ BÍ THƯ", "Nguyễn Văn A", ("T/M BAN THƯỜNG VỤ",)),
    recipients=("Như trên", "Lưu Văn phòng Đảng ủy"),
)  # fmt: skip
BASES = {
    "kế hoạch": PLAN, "công văn": LETTER, "quyết định": DECISION, "kế hoạch của Đảng": PARTY_PLAN,
    "công văn của Đảng": PARTY_LETTER,
}  # fmt: skip

#: Component → how a paragraph of it begins, in the documents above.
COMPONENTS: dict[str, dict[str, str]] = {
    "kế hoạch": {
        "national-title": "CỘNG HÒA", "motto": "Độc lập", "issuer": "XÃ MINH HÒA", "number": "Số:",
        "place-date": "Minh Hòa, ngày", "type": "KẾ HOẠCH", "subject": "Truyền thông về", "body": "Hệ thống",
        "section": "I. MỤC ĐÍCH", "authority": "TM. ", "signer-title": "PHÓ CHỦ TỊCH", "signer-name": "Nguyễn Văn A",
        "recipients-label": "Nơi nhận", "recipients": "- Các thôn", "appendix-label": "Phụ lục",
        "appendix-title": "NHIỆM VỤ CỦA", "appendix-reference": "(Kèm theo",
    },
    "công văn": {
        "parent": "UBND TỈNH", "letter-subject": "V/v", "addressees-label": "Kính gửi", "addressees": "- Trung tâm",
        "urgency": "KHẨN", "signer-title": "GIÁM ĐỐC",
    },
    "quyết định": {
        "basis": "Căn cứ Nghị định", "article": "Điều 1.", "division": "Chương I", "division-title": "QUY ĐỊNH CHUNG",
    },
    "kế hoạch của Đảng": {
        "national-title": "ĐẢNG CỘNG SẢN", "parent": "ĐẢNG BỘ TỈNH", "issuer": "ĐẢNG ỦY", "number": "Số ",
        "place-date": "Minh Hòa, ngày", "type": "KẾ HOẠCH", "subject": "thực hiện công tác", "body": "Hệ thống",
        "authority": "T/M", "signer-title": "BÍ THƯ", "signer-name": "Nguyễn Văn A", "recipients-label": "Nơi nhận",
        "recipients": "- Các chi bộ",
    },
    "công văn của Đảng": {
        "letter-subject": "Về chuẩn bị", "addressees-label": "Kính gửi", "addressees": "- Chi bộ Trạm",
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: where it is planted, how, and the rule that must find it; ``also`` are its consequences."""

    rule: str
    base: str
    act: Act
    also: frozenset[str] = field(default_factory=frozenset)


@cache
def clean(base: str) -> bytes:
    return compose(BASES[base])


def planted(fault: Fault) -> bytes:
    """The document with the fault."""
    document = docx.Document(io.BytesIO(clean(fault.base)))
    fault.act(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def all_paragraphs(document: Any) -> Iterator[Any]:
    for element in document.element.body.iter(qn("w:p")):
        yield docx.text.paragraph.Paragraph(element, document._body)


def at(document: Any, start: str) -> Any:
    """The first paragraph that begins with ``start``."""
    return next(paragraph for paragraph in all_paragraphs(document) if paragraph.text.strip().startswith(start))


def on_runs(start: str, change: Callable[[Any], None]) -> Act:
    def act(document: Any) -> None:
        for run in at(document, start).runs:
            change(run)

    return act


def on_paragraph(start: str, change: Callable[[Any], None]) -> Act:
    return lambda document: change(at(document, start))


def text(start: str, old: str, new: str) -> Act:
    """Exchange words of one paragraph; its runs become one in the look of the run that held them."""

    def act(document: Any) -> None:
        paragraph = at(document, start)
        run = next((run for run in paragraph.runs if old in run.text), None)
        assert run is not None, (start, old)
        run.text = run.text.replace(old, new, 1)

    return act


def removed(*starts: str) -> Act:
    def act(document: Any) -> None:
        for start in starts:
            paragraph = at(document, start)
            if paragraph._p.getparent().tag == qn("w:tc"):
                paragraph.text = ""
            else:
                paragraph._p.getparent().remove(paragraph._p)

    return act


def on_section(change: Callable[[Any], None]) -> Act:
    return lambda document: change(document.sections[0])


def _setter(name: str, value: Any) -> Callable[[Any], None]:
    def change(run: Any) -> None:
        setattr(run.font, name, value)

    return change


def layout_faults(rules: RuleSet, bases: tuple[str, ...]) -> Iterator[Fault]:
    """A fault for each property that the data of the rules fixes for a component."""
    for base in bases:
        for id, start in COMPONENTS[base].items():
            component = rules.components.get(id)
            if component is None:
                continue
            yield Fault(f"{id}.size", base, on_runs(start, _setter("size", Pt(component.size[1] + 2))))
            yield Fault(f"{id}.size", base, on_runs(start, _setter("size", Pt(component.size[0] - 2))))
            for name in ("bold", "italic", "underline"):
                wanted = getattr(component, name)
                if wanted is not None:
                    yield Fault(f"{id}.{name}", base, on_runs(start, _setter(name, not wanted)))
            if component.caps is True:
                small = frozenset({"national-title-text"} if id == "national-title" else ())
                yield Fault(f"{id}.caps", base, on_runs(start, _lowered), small)
            elif component.caps is False and id in ("motto", "subject", "basis"):
                yield Fault(f"{id}.caps", base, on_runs(start, _setter("all_caps", True)))
            if component.align:
                other = 2 if component.align[0] == "center" else 1
                yield Fault(
                    f"{id}.align", base, on_paragraph(start, lambda p, other=other: setattr(p, "alignment", other))
                )


def _lowered(run: Any) -> None:
    """Words with a capital at the start only, marks of authority left as they are: "KT. Chủ Tịch"."""
    run.text = re.sub(r"[^\W\d_]{3,}|(?<=[^.])\b[^\W\d_]{2}\b(?!\.)", lambda word: word[0].capitalize(), run.text)


def _blank_rule(document: Any, start: str) -> None:
    """Take away the rule under a paragraph: the paragraph with a border that follows it."""
    paragraph = at(document, start)._p
    following = paragraph.getnext()
    while following is not None and following.find(f"{qn('w:pPr')}/{qn('w:pBdr')}") is None:
        following = following.getnext()
    properties = following.find(qn("w:pPr"))
    properties.remove(properties.find(qn("w:pBdr")))


def _swap_columns(document: Any) -> None:
    row = at(document, "CỘNG HÒA")._p.getparent().getparent()
    cells = row.findall(qn("w:tc"))
    row.remove(cells[1])
    row.insert(row.index(cells[0]), cells[1])


def _lower_date(document: Any) -> None:
    """Put place and date into a row of their own."""
    paragraph = at(document, "Minh Hòa, ngày")._p
    cell = paragraph.getparent()
    row = cell.getparent()
    new = docx.oxml.parse_xml(docx.oxml.xmlchemy.serialize_for_reading(row))
    for text_element in new.iter(qn("w:t")):
        text_element.text = ""
    row.addnext(new)
    target = new.findall(qn("w:tc"))[1]
    cell.replace(paragraph, OxmlElement("w:p"))
    target.append(paragraph)


def _decompose(run: Any) -> None:
    run.text = unicodedata.normalize("NFD", run.text)


def _no_number(section: Any) -> None:
    for paragraph in section.header.paragraphs:
        for run in list(paragraph.runs):
            run._r.getparent().remove(run._r)


def _foot_number(section: Any) -> None:
    source = section.header.paragraphs[0]
    target = section.footer.paragraphs[0]
    for run in list(source.runs):
        target._p.append(run._r)


def _longer(times: int) -> Act:
    """More body, so that there is surely more than one page."""

    def act(document: Any) -> None:
        paragraph = at(document, "Hệ thống")
        for _ in range(times):
            copy = docx.oxml.parse_xml(docx.oxml.xmlchemy.serialize_for_reading(paragraph._p))
            paragraph._p.addnext(copy)

    return act


def both(*acts: Act) -> Act:
    def act(document: Any) -> None:
        for one in acts:
            one(document)

    return act


def _form(name: str, value: Any) -> Callable[[Any], None]:
    return lambda paragraph: setattr(paragraph.paragraph_format, name, value)


def page_faults(base: str, state: bool) -> Iterator[Fault]:
    yield Fault(
        "page.size", base, on_section(lambda s: (setattr(s, "page_width", Mm(216)), setattr(s, "page_height", Mm(279))))
    )
    for side in ("top", "bottom", "left", "right"):
        yield Fault(f"page.margin-{side}", base, on_section(lambda s, side=side: setattr(s, f"{side}_margin", Mm(10))))
    yield Fault("page.margin-left", base, on_section(lambda s: setattr(s, "gutter", Mm(15))))
    yield Fault("page.font", base, on_runs("Hệ thống", _setter("name", "Arial")))
    yield Fault(
        "page.number-first", base, on_section(lambda s: setattr(s, "different_first_page_header_footer", False))
    )
    yield Fault("page.number-missing", base, both(_longer(20), on_section(_no_number)))
    yield Fault("page.number-place", base, on_section(_foot_number))
    yield Fault("page.number-align", base, on_section(lambda s: setattr(s.header.paragraphs[0], "alignment", 2)))
    yield Fault(
        "page.number-size",
        base,
        on_section(lambda s: [setattr(r.font, "size", Pt(9)) for r in s.header.paragraphs[0].runs]),
    )
    yield Fault("body.align", base, on_paragraph("Hệ thống", lambda p: setattr(p, "alignment", 0)))
    yield Fault("body.first-line", base, on_paragraph("Hệ thống", _form("first_line_indent", Mm(0))))
    yield Fault("body.first-line", base, on_paragraph("Hệ thống", _form("left_indent", Mm(20))))
    yield Fault("body.spacing", base, both(on_paragraph("Hệ thống", _form("space_before", Pt(0))), _longer(1)))
    yield Fault("body.line-spacing", base, on_paragraph("Hệ thống", _form("line_spacing", 2.0 if state else Pt(12))))
    yield Fault("body.size-mixed", base, on_runs("Hệ thống", _setter("size", Pt(13 if state else 15))))
    yield Fault("unicode", base, on_runs("Hệ thống", _decompose))


def state_text_faults() -> Iterator[Fault]:
    plan, letter, decision = "kế hoạch", "công văn", "quyết định"
    yield Fault("missing-national-title", plan, removed("CỘNG HÒA"))
    yield Fault("missing-motto", plan, removed("Độc lập"))
    yield Fault("missing-number", plan, removed("Số:"))
    yield Fault("missing-date", plan, removed("Minh Hòa, ngày"))
    yield Fault("missing-place", plan, text("Minh Hòa, ngày", "Minh Hòa, ngày", "Ngày"))
    yield Fault("missing-subject", letter, removed("V/v"))
    yield Fault("missing-recipients", plan, removed("Nơi nhận", "- UBND tỉnh", "- Các thôn", "- Lưu"))
    yield Fault("national-title-text", plan, text("CỘNG HÒA", "NGHĨA", "NGHỈA"))
    yield Fault("motto-text", plan, text("Độc lập", "Tự do", "tự do"))
    yield Fault("motto-text", plan, text("Độc lập", " - Tự do - ", " – Tự do – "))
    yield Fault("number-blank", plan, text("Số:", "12", "     "))
    yield Fault("date-blank", plan, text("Minh Hòa, ngày", "05", "     "))
    yield Fault("number-zero", letter, text("Số:", "07", "7"))
    yield Fault("number-colon", plan, text("Số:", "Số:", "Số"))
    yield Fault("number-form", plan, text("Số:", "12/KH-UBND", "12/KH - UBND"))
    yield Fault("number-form", plan, text("Số:", "12/KH-UBND", "12-KH/UBND"))
    yield Fault("symbol-code", plan, text("Số:", "KH-UBND", "Kh-UBND"))
    yield Fault("symbol-code", decision, text("Số:", "QĐ-UBND", "KH-UBND"))
    yield Fault("symbol-letter", letter, text("Số:", "SKHCN", "CV-SKHCN"))
    yield Fault("date-zero", plan, text("Minh Hòa, ngày", "ngày 05", "ngày 5"))
    yield Fault("date-zero", letter, text("Minh Giang, ngày", "tháng 02", "tháng 2"))
    yield Fault("date-words", plan, text("Minh Hòa, ngày", "ngày 05 tháng 3 năm 2026", "05/3/2026"))
    yield Fault("date-comma", plan, text("Minh Hòa, ngày", "Minh Hòa,", "Minh Hòa"))
    yield Fault("letter-subject-mark", letter, text("V/v", "V/v", "Về việc"))
    yield Fault("basis-end", decision, text("Căn cứ Nghị định", "công tác văn thư;", "công tác văn thư,"))
    yield Fault("basis-last", decision, text("Căn cứ Quyết định", "thông tin cơ sở.", "thông tin cơ sở;"))
    first = "Thực hiện Kế hoạch"
    yield Fault("citation-incomplete", plan, text(first, " của Ủy ban nhân dân tỉnh Minh Giang", ""))
    yield Fault("citation-incomplete", plan, text(first, " ngày 12 tháng 01 năm 2026", ""))
    yield Fault("citation-again", plan, text("Văn phòng", "45/KH-UBND", "45/KH-UBND ngày 12 tháng 01 năm 2026"))
    yield Fault(
        "citation-dates",
        plan,
        text("Văn phòng", "45/KH-UBND", "45/KH-UBND ngày 21/01/2026"),
        frozenset({"citation-again"}),
    )
    yield Fault("citation-type", plan, text(first, "Kế hoạch số 45", "Chỉ thị số 45"))
    yield Fault("numbering-gap", plan, text("III. ", "III.", "IV."), frozenset({"numbering-repeat"}))
    yield Fault("numbering-repeat", plan, text("II. ", "II.", "I."), frozenset({"numbering-gap"}))
    yield Fault("point-letter", plan, both(text("đ) ", "đ)", "e)"), text("e) Đánh", "e)", "g)")))
    yield Fault("point-foreign", plan, text("e) Đánh", "e)", "f)"))
    yield Fault("article-mark", decision, text("Điều 2.", "Điều 2.", "Điều 2:"))
    yield Fault("division-roman", decision, text("Chương II", "II", "2"))
    yield Fault("division-arabic", decision, text("Chương II", "Chương II", "Mục II"), frozenset({"numbering-gap"}))
    yield Fault("end-mark", letter, text("Các đơn vị chủ động", "./.", "."))
    yield Fault("addressees-colon", letter, text("Kính gửi", "Kính gửi:", "Kính gửi"))
    yield Fault("addressees-end", letter, text("- Ủy ban", "các xã;", "các xã,"))
    yield Fault("addressees-end", letter, text("- Trung tâm", "công.", "công;"))
    yield Fault("recipients-colon", plan, text("Nơi nhận", ":", "."))
    yield Fault("recipients-end", plan, text("- Các thôn", ";", ""))
    yield Fault("recipients-end", plan, text("- Lưu", "VHXH.", "VHXH"))
    yield Fault("recipients-dash", plan, text("- Các thôn", "- ", ""))
    yield Fault("recipients-archive", plan, text("- Lưu", "Lưu: VT, VHXH", "Lưu VP"))
    yield Fault("recipients-as-above", letter, text("- Như trên", "Như trên", "Sở Nội vụ"))
    yield Fault("authority-mark", plan, text("TM. ", "TM.", "T/M"))
    yield Fault("authority-mark", plan, text("KT. ", "KT.", "KT"))
    yield Fault("signer-degree", letter, text("Nguyễn Văn A", "Nguyễn", "ThS. Nguyễn"))
    yield Fault("appendix-mention", plan, text("Nhiệm vụ của từng", "Phụ lục", "bảng"))
    yield Fault("appendix-label.caps", plan, text("Phụ lục", "Phụ lục", "PHỤ LỤC"))
    yield Fault("appendix-reference", plan, removed("(Kèm theo"), frozenset({"appendix-title.caps"}))
    yield Fault("term", plan, text("Tuyên truyền về dịch", "toàn trình", "toàn tỉnh"))
    yield Fault("term", plan, text("đ) Tập", "công nghệ số cộng đồng", "công nghệ số cộng đông"))
    yield Fault("sentence-capital", plan, text("Hệ thống", "Nhân dân; nội", "nhân dân. nội"))
    yield Fault("item-capital", plan, text("b) Phát", "Phát", "phát"))
    yield Fault("paragraph-end", plan, text("Hệ thống", "giờ.", "giờ"))
    yield Fault("list-end", plan, both(*(text(f"{mark}) ", ".", ";") for mark in "abcđ"), text("d) ", ".", "")))
    yield Fault("list-end", plan, both(*(text(f"{mark}) ", ".", ";") for mark in "abcdđe")))
    yield Fault("field-length", letter, text("V/v", "số", "số " + "và kỹ năng an toàn trên môi trường mạng " * 14))
    yield Fault("head-rows", plan, _lower_date)
    yield Fault("head-sides", plan, _swap_columns)
    yield Fault("motto-line", plan, lambda d: _blank_rule(d, "Độc lập"))
    yield Fault("issuer-line", plan, lambda d: _blank_rule(d, "XÃ MINH HÒA"))
    yield Fault("subject-line", plan, lambda d: _blank_rule(d, "Truyền thông về"))
    for rule, old, new in (
        ("capital-people-committee", "Ủy ban nhân dân xã theo", "Ủy Ban Nhân Dân xã theo"),
        ("capital-people-council", "Hội đồng nhân dân", "Hội Đồng nhân dân"),
        ("capital-state", "Đảng và Nhà nước", "Đảng và nhà nước"),
        ("capital-special-place", "Thành phố Hồ Chí Minh", "thành phố Hồ Chí Minh"),
        ("capital-province", "của tỉnh Minh Giang", "của Tỉnh Minh Giang"),
    ):
        yield Fault(rule, plan, text("Văn phòng", old, new))
    for rule, old, new in (
        ("capital-article", "khoản 2 Điều 5", "khoản 2 điều 5"),
        ("capital-clause", "khoản 2", "Khoản 2"),
        ("capital-point", "điểm b", "Điểm b"),
        ("capital-weekday", "thứ Hai", "thứ hai"),
        ("capital-tet", "tết Nguyên đán", "tết Nguyên Đán"),
        ("capital-holiday", "Quốc khánh", "quốc khánh"),
        ("capital-division", "Điều 5 của", "Điều 5 mục 2 của"),
    ):
        yield Fault(rule, plan, text("Tuyên truyền về dịch", old, new))
    yield Fault("capital-body-of", plan, text(first, "của Ủy ban nhân dân tỉnh", "của ủy ban nhân dân tỉnh"))


def party_text_faults() -> Iterator[Fault]:
    plan, letter = "kế hoạch của Đảng", "công văn của Đảng"
    yield Fault("missing-national-title", plan, removed("ĐẢNG CỘNG SẢN"))
    yield Fault("missing-number", plan, removed("Số "))
    yield Fault("missing-date", plan, removed("Minh Hòa, ngày"))
    yield Fault("number-zero", plan, text("Số ", "08", "8"))
    yield Fault("number-form", plan, text("Số ", "08-KH/ĐU", "08/KH-ĐU"))
    yield Fault("symbol-code", plan, text("Số ", "KH/ĐU", "Kh/ĐU"))
    yield Fault("date-zero", plan, text("Minh Hòa, ngày", "tháng 02", "tháng 2"))
    yield Fault("end-stop", plan, text("Các chi bộ báo cáo", "theo quy định.", "theo quy định./."))
    yield Fault("recipients-end", plan, text("- Các chi bộ", "thuộc,", "thuộc;"))
    yield Fault("recipients-as-above", letter, text("- Như trên", "Như trên", "Các đoàn thể"))
    yield Fault("addressees-end", letter, text("- Chi bộ các", ",", ";"))
    yield Fault("authority-mark", plan, text("T/M", "T/M", "TM."))
    yield Fault("citation-incomplete", plan, text("Thực hiện Nghị quyết", " của Tỉnh ủy", ""))
    yield Fault("numbering-gap", plan, text("II. ", "II.", "III."), frozenset({"numbering-repeat"}))
    yield Fault("issuer-star", plan, removed("*"))
    yield Fault("subject-dashes", plan, removed("-----"))
    yield Fault("motto-line", plan, lambda d: _blank_rule(d, "ĐẢNG CỘNG SẢN"))


def all_faults() -> list[Fault]:
    """Every fault, State and Party."""
    state, party = (next(rules for rules in rule_sets() if rules.system == system) for system in ("state", "party"))
    return [
        *layout_faults(state, ("kế hoạch", "công văn", "quyết định")),
        *layout_faults(party, ("kế hoạch của Đảng", "công văn của Đảng")),
        *page_faults("kế hoạch", True),
        *page_faults("kế hoạch của Đảng", False),
        *state_text_faults(),
        *party_text_faults(),
    ]
