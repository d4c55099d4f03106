"""What is composed is read back as it was meant, and is a .docx that any program opens."""

from __future__ import annotations

import dataclasses
import io
import json
import re
import zipfile
from typing import Any

import docx
import pytest
import vanban
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from vanban.compose import (
    Article,
    ComposeModel,
    FigureTable,
    Heading,
    Item,
    ModelError,
    Paragraph,
    Reference,
    Signature,
    Task,
    TaskTable,
    compose,
    model_of,
)
from vanban.compose.labels import Labels, printed_date
from vanban.folding import fold

BODIES = ("Phòng Văn hóa - Xã hội", "Văn phòng HĐND và UBND xã", "Công an xã", "Trạm Y tế xã", "Phòng Kinh tế")
ACTIONS = (
    "Mở chuyên mục chuyển đổi số trên đài truyền thanh xã",
    "Tổ chức tập huấn kỹ năng số cho các tổ công nghệ số cộng đồng",
    "Biên soạn bộ tài liệu hướng dẫn nộp hồ sơ trực tuyến",
    "Thiết kế bảng tin công cộng tại trung tâm hành chính",
    "Rà soát hệ thống loa truyền thanh tại các thôn",
)
SUBJECTS = (
    "Kết quả công tác truyền thông quý I và nhiệm vụ quý II năm 2026",
    "Truyền thông về cải cách hành chính trên địa bàn xã Minh Hòa năm 2026",
    "Triển khai dịch vụ công trực tuyến toàn trình",
)
TITLES = ("Kết quả đạt được", "Tồn tại, hạn chế", "Công tác chỉ đạo", "Giải pháp trọng tâm", "Công tác tuyên truyền")
SENTENCES = (
    "Hệ thống truyền thanh của xã hoạt động ổn định, phục vụ tốt nhu cầu thông tin của người dân",
    "Số lượt truy cập trang thông tin điện tử tăng so với cùng kỳ năm trước",
    "Công tác tuyên truyền được đổi mới về nội dung và hình thức",
)
WHENS = {"Tháng 4/2026": "2026-04-30", "Quý II/2026": "2026-06-30", "Năm 2026": "2026-12-31", "Thường xuyên": None}

STATE = {"issuer": "ỦY BAN NHÂN DÂN\nXÃ MINH HÒA", "issuer_parent": None, "system": "state"}
PARTY = {"issuer": "ĐẢNG ỦY XÃ MINH HÒA", "issuer_parent": "ĐẢNG BỘ TỈNH MINH GIANG", "system": "party"}


@st.composite
def references(draw: st.DrawFn, system: str) -> tuple[Reference, ...]:
    numbers = draw(st.lists(st.integers(1, 999), unique=True, max_size=3))
    built = []
    for number in numbers:
        kind, code = draw(st.sampled_from([("nghị quyết", "NQ"), ("kế hoạch", "KH"), ("quyết định", "QĐ")]))
        printed = f"{number:02d}/{code}-HĐND" if system == "state" else f"{number:02d}-{code}/TU"
        day = draw(
            st.dates(
                min_value=__import__("datetime").date(2020, 1, 1), max_value=__import__("datetime").date(2025, 12, 31)
            )
        )
        built.append(Reference(kind, printed, day.isoformat(), "cấp trên", "về công tác truyền thông"))
    return tuple(built)


def tasks() -> st.SearchStrategy[TaskTable]:
    bodies = st.lists(st.sampled_from(BODIES), min_size=1, max_size=2, unique=True).map(tuple)
    task = st.builds(
        Task,
        text=st.sampled_from(ACTIONS),
        lead=bodies,
        support=st.just(()) | bodies,
        when=st.sampled_from(sorted(WHENS)),
        product=st.none() | st.just("Báo cáo kết quả"),
    )
    return st.lists(task, min_size=1, max_size=4, unique_by=lambda task: task.text).map(
        lambda rows: TaskTable(tuple(rows))
    )


@st.composite
def bodies(draw: st.DrawFn) -> tuple[Any, ...]:
    blocks: list[Any] = [Paragraph("Ủy ban nhân dân xã trình bày các nội dung sau đây")]
    for _ in range(draw(st.integers(1, 3))):
        blocks.append(Heading(draw(st.sampled_from(TITLES))))
        for _ in range(draw(st.integers(0, 2))):
            blocks.append(Heading(draw(st.sampled_from(TITLES)), 2))
            blocks.append(Paragraph(draw(st.sampled_from(SENTENCES))))
            blocks.extend(Item(text) for text in draw(st.lists(st.sampled_from(SENTENCES), max_size=2)))
        if not isinstance(blocks[-1], (Paragraph, Item)):
            blocks.append(Paragraph(draw(st.sampled_from(SENTENCES))))
    if draw(st.booleans()):
        blocks.append(FigureTable(("Chỉ tiêu", "Kế hoạch", "Thực hiện"), (("Tin, bài", "40", "36"),), "Bảng số liệu"))
    blocks.append(Heading("Nhiệm vụ trọng tâm"))
    blocks.append(draw(tasks()))
    return tuple(blocks)


@st.composite
def models(draw: st.DrawFn) -> ComposeModel:
    kind, code = draw(st.sampled_from([("báo cáo", "BC"), ("kế hoạch", "KH")]))
    party = draw(st.booleans())
    system = "party" if party else "state"
    return ComposeModel(
        type=kind,
        **(PARTY if party else STATE),
        symbol=f"{code}/ĐU" if party else f"{code}-UBND",
        number=draw(st.none() | st.integers(1, 999).map(str)),
        place="Minh Hòa",
        date=draw(st.sampled_from(["2026-03-05", "2026-12-31", "2026-08", "2026-01-09"])),
        subject=draw(st.sampled_from(SUBJECTS)),
        addressees=draw(st.just(()) | st.just(("Ủy ban nhân dân tỉnh",)) | st.just(BODIES[:3])),
        bases=draw(references(system)),
        body=draw(bodies()),
        signature=Signature(
            "BÍ THƯ" if party else "CHỦ TỊCH",
            "Nguyễn Văn A",
            (draw(st.sampled_from(["T/M BAN THƯỜNG VỤ"])),) if party else ("TM. ỦY BAN NHÂN DÂN",),
        ),
        recipients=draw(st.sampled_from([("Như trên", "Lưu: VT"), ("UBND tỉnh (b/c)", "Các thôn", "Lưu: VT, VHXH")])),
    )


def expected(model: ComposeModel) -> dict[str, Any]:
    """What reading the composed document must give, in the keys of the form."""
    labels = Labels()
    signature = model.signature
    assert signature is not None
    return {
        "number": model.printed_number,
        "symbol": model.symbol,
        "type": model.type,
        "issuer": " ".join(model.issuer.split()),
        "issuer_parent": model.issuer_parent,
        "place": model.place,
        "date": model.date,
        "subject": model.subject,
        "system": model.system,
        "urgency": model.urgency,
        "secrecy": None,
        "signatory": {"name": signature.name, "title": signature.title, "authority": "; ".join(signature.authority)},
        "addressees": list(model.addressees),
        "recipients": list(model.recipients),
        "cited": [{"number": base.number, "date": base.date, "type": base.type} for base in model.bases],
        "outline": [
            {"label": labels.next(block.level).rstrip(".)"), "title": block.title, "level": block.level}
            for block in model.body
            if isinstance(block, Heading)
        ],
        "assignments": [
            {
                "text": task.text,
                "lead": list(task.lead),
                "support": list(task.support),
                "when": task.when,
                "due": WHENS[task.when or ""],
                "product": task.product,
                "frequency": None,
                "basis": "table",
            }
            for block in model.body
            if isinstance(block, TaskTable)
            for task in block.tasks
        ],
    }


def folded(value: Any) -> Any:
    if isinstance(value, str):
        return fold(value)
    if isinstance(value, dict):
        return {key: folded(item) for key, item in value.items()}
    return [folded(item) for item in value] if isinstance(value, list) else value


def read_back(model: ComposeModel, wanted: dict[str, Any]) -> dict[str, Any]:
    """The form of the composed document, cut to the keys that ``wanted`` has."""
    form = vanban.to_form(vanban.read(compose(model)))
    cut: dict[str, Any] = {}
    for key, value in wanted.items():
        if key in ("cited", "outline", "assignments"):
            names = value[0] if value else {}
            cut[key] = [{name: item[name] for name in names} for item in form[key]]
        else:
            cut[key] = form[key]
    return cut


@settings(max_examples=25, deadline=None)
@given(models())
def test_reports_and_plans_are_read_back(model: ComposeModel) -> None:
    wanted = expected(model)
    assert folded(read_back(model, wanted)) == folded(wanted)


LETTER = ComposeModel(
    type="công văn",
    issuer="ỦY BAN NHÂN DÂN\nXÃ MINH HÒA",
    symbol="UBND-VHXH",
    date="2026-08",
    place="Minh Hòa",
    subject="đẩy mạnh truyền thông về chuyển đổi số trên địa bàn xã",
    addressees=("Phòng Văn hóa - Xã hội", "Công an xã"),
    body=(Paragraph("Ủy ban nhân dân xã đề nghị các đơn vị cử cán bộ dự tập huấn"),),
    signature=Signature("PHÓ CHỦ TỊCH", "Nguyễn Văn A", ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH")),
    recipients=("Như trên", "Lưu: VT"),
    urgency="THƯỢNG KHẨN",
)
DECISION = ComposeModel(
    type="quyết định",
    issuer="ỦY BAN NHÂN DÂN\nXÃ MINH HÒA",
    symbol="QĐ-UBND",
    number="7",
    date="2026-02-03",
    place="Minh Hòa",
    subject="Về việc thành lập Tổ công nghệ số cộng đồng",
    authority="Chủ tịch Ủy ban nhân dân xã Minh Hòa",
    bases=(Reference("luật", None, "2025-06-16", None, "Tổ chức chính quyền địa phương"),),
    body=(
        Article("Thành lập Tổ công nghệ số cộng đồng xã Minh Hòa"),
        Article("Quyết định này có hiệu lực kể từ ngày ký"),
        Article("Chánh Văn phòng và các cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này"),
    ),
    signature=Signature("CHỦ TỊCH", "Nguyễn Văn A"),
    recipients=("Như Điều 3", "Lưu: VT"),
)
SHORT = ("urgency", "number", "symbol", "type", "issuer", "place", "date", "system", "addressees", "recipients")


@pytest.mark.parametrize(
    "model",
    [
        pytest.param(LETTER, id="công văn"),
        pytest.param(DECISION, id="quyết định"),
        *(
            pytest.param(
                dataclasses.replace(
                    LETTER, type=kind, symbol=f"{code}-UBND", subject="Về lịch tiếp công dân", urgency=None
                ),
                id=kind,
            )
            for kind, code in (("thông báo", "TB"), ("tờ trình", "TTr"), ("chỉ thị", "CT"), ("công điện", "CĐ"))
        ),
        pytest.param(
            dataclasses.replace(
                LETTER,
                **PARTY,
                symbol="CV/ĐU",
                signature=Signature("PHÓ BÍ THƯ", "Nguyễn Văn A", ("T/M ĐẢNG ỦY",)),
                urgency=None,
            ),
            id="công văn của Đảng",
        ),
    ],
)
def test_other_kinds_are_read_back(model: ComposeModel) -> None:
    wanted = {key: value for key, value in expected(model).items() if key in (*SHORT, "subject", "signatory")}
    if not model.signature or not model.signature.authority:
        wanted["signatory"]["authority"] = None
    found = read_back(model, wanted)
    if model.type == "công văn":
        found["subject"] = re.sub("^(V/v|Về) ", "", found["subject"])
    assert folded(found) == folded(wanted)


def test_the_same_model_gives_the_same_bytes() -> None:
    assert compose(LETTER) == compose(LETTER)


def test_page_and_fonts_follow_the_decree() -> None:
    """Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I."""
    document = docx.Document(io.BytesIO(compose(LETTER)))
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert 20 <= round(section.top_margin.mm) <= 25
    assert 30 <= round(section.left_margin.mm) <= 35
    assert 15 <= round(section.right_margin.mm) <= 20
    assert section.different_first_page_header_footer
    assert document.styles["Normal"].font.name == "Times New Roman"
    header = section.header.paragraphs[0]
    assert "PAGE" in header._p.xml
    assert header.runs[0].font.size.pt in (13, 14)
    assert not section.first_page_header.paragraphs[0].runs


def test_leading_zeros_of_numbers_and_dates() -> None:
    """Nghị định 30/2020/NĐ-CP, Phụ lục I, II.3 and II.4."""
    assert printed_date("2020-01-05") == "ngày 05 tháng 01 năm 2020"
    assert printed_date("2019-06-29") == "ngày 29 tháng 6 năm 2019"
    assert printed_date("2019-12-09") == "ngày 09 tháng 12 năm 2019"
    assert DECISION.printed_number == "07/QĐ-UBND"


def test_points_follow_the_vietnamese_alphabet() -> None:
    labels = Labels()
    assert [labels.next(3) for _ in range(8)] == ["a)", "b)", "c)", "d)", "đ)", "e)", "g)", "h)"]
    assert [labels.next(1) for _ in range(4)] == ["I.", "II.", "III.", "IV."]
    assert labels.next(2) == "1."


# The schema (ECMA-376, wml.xsd) is a sequence: a child out of order makes Word call the file damaged.
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
    "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em "
    "lang",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid",
}


@pytest.mark.parametrize("model", [LETTER, DECISION, dataclasses.replace(LETTER, **PARTY, symbol="CV/ĐU")])
def test_children_stand_in_the_order_of_the_schema(model: ComposeModel) -> None:
    tables = (TaskTable((Task("Việc", ("Đơn vị",)),)), FigureTable(("A", "B"), (("x", "1"),), "Bảng"))
    full = dataclasses.replace(model, body=(*model.body, *tables))
    checked = 0
    with zipfile.ZipFile(io.BytesIO(compose(full))) as archive:
        for name in ("word/document.xml", "word/header1.xml", "word/styles.xml"):
            for element in etree.fromstring(archive.read(name)).iter():
                local = etree.QName(element).localname
                order = ORDER.get(local, "").split()
                children = [etree.QName(child).localname for child in element]
                if order:
                    checked += 1
                    assert children == sorted(children, key=order.index), (name, local, children)
                if local == "tc":
                    assert children[-1] == "p"
    assert checked > 100


def test_a_model_from_plain_data() -> None:
    data = json.loads(
        json.dumps(
            {
                "type": "báo cáo",
                "issuer": "ỦY BAN NHÂN DÂN",
                "symbol": "BC-UBND",
                "subject": "Kết quả",
                "bases": [{"number": "12/NQ-HĐND", "type": "nghị quyết"}],
                "body": [
                    {"heading": "Kết quả", "level": 2},
                    {"paragraph": "Một"},
                    {"item": "Hai"},
                    {"article": "Ba"},
                    {"tasks": [{"text": "Việc", "lead": ["Đơn vị"]}]},
                    {"figures": {"head": ["A"], "rows": [["1"]]}},
                ],
                "signature": {"title": "CHỦ TỊCH", "authority": ["TM. ỦY BAN NHÂN DÂN"]},
            }
        )
    )
    assert model_of(data) == ComposeModel(
        type="báo cáo",
        issuer="ỦY BAN NHÂN DÂN",
        symbol="BC-UBND",
        subject="Kết quả",
        bases=(Reference("nghị quyết", "12/NQ-HĐND"),),
        body=(
            Heading("Kết quả", 2),
            Paragraph("Một"),
            Item("Hai"),
            Article("Ba"),
            TaskTable((Task("Việc", ("Đơn vị",)),)),
            FigureTable(("A",), (("1",),)),
        ),
        signature=Signature("CHỦ TỊCH", authority=("TM. ỦY BAN NHÂN DÂN",)),
    )


GOOD = {"type": "báo cáo", "issuer": "A", "symbol": "BC-A", "subject": "S", "body": []}


@pytest.mark.parametrize(
    "change, word",
    [
        ({"type": "thơ"}, "thơ"),
        ({"subject": " "}, "trích yếu"),
        ({"issuer": None}, "issuer"),
        ({"mau": "đỏ"}, "mau"),
        ({"system": "army"}, "army"),
        ({"urgency": "GẤP"}, "GẤP"),
        ({"body": {}}, "danh sách"),
        ({"body": [{"heading": "A", "level": 7}]}, "cấp"),
        ({"body": [{"heading": "A", "level": "x"}]}, "số"),
        ({"body": [{"anh": "x"}]}, "anh"),
        ({"body": [{"figures": {"head": ["A"], "rows": [["1", "2"]]}}]}, "Bảng"),
        ({"recipients": "A"}, "danh sách"),
        ({"bases": [{"type": "luật"}]}, "tên văn bản"),
        ({"date": "2026-13-45"}, "lịch"),
        ({"date": "mai"}, "năm-tháng-ngày"),
    ],
)
def test_a_model_that_does_not_fit_gets_a_sentence(change: dict[str, Any], word: str) -> None:
    with pytest.raises(ModelError, match=word):
        compose(model_of({**GOOD, **change}))
