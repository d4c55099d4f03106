"""Models of official documents for the tests of composing, and what reading them must give.

All names are made up. Contents are such as offices write, the awkward ones too: dates and numbers of other documents in
subjects, marks of other formats, long bodies that wrap, words that elsewhere open a part of a document.
"""

from __future__ import annotations

import datetime
from typing import Any, NamedTuple

from hypothesis import strategies as st
from vanban.compose import (
    Appendix,
    Article,
    Attached,
    ComposeModel,
    Division,
    FigureTable,
    Heading,
    Item,
    Paragraph,
    Reference,
    Signature,
    Task,
    TaskTable,
)
from vanban.compose.labels import Labels

PARTY = {"issuer": "ĐẢNG ỦY XÃ MINH HÒA", "issuer_parent": "ĐẢNG BỘ TỈNH MINH GIANG", "system": "party"}

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

CODES = {
    "công văn": "CV", "kế hoạch": "KH", "chỉ thị": "CT", "quyết định": "QĐ", "báo cáo": "BC", "thông báo": "TB",
    "nghị quyết": "NQ", "tờ trình": "TTr", "chương trình": "CTr", "hướng dẫn": "HD", "công điện": "CĐ",
}  # fmt: skip
ACTS = ("quyết định", "nghị quyết")
ADDRESSED = ("công văn", "tờ trình", "báo cáo", "công điện")

BODIES = (
    "Phòng Văn hóa - Xã hội",
    "Văn phòng HĐND và UBND xã",
    "Công an xã",
    "Trạm Y tế xã",
    "Phòng Kinh tế",
    "Ban Chỉ huy Quân sự xã",
    "Trung tâm Phục vụ hành chính công xã",
)
ACTIONS = (
    "Mở chuyên mục chuyển đổi số trên đài truyền thanh xã",
    "Tổ chức tập huấn kỹ năng số cho các tổ công nghệ số cộng đồng",
    "Biên soạn bộ tài liệu hướng dẫn nộp hồ sơ trực tuyến (bản in và bản điện tử)",
    "Thiết kế bảng tin công cộng tại trung tâm hành chính",
    "Rà soát hệ thống loa truyền thanh tại các thôn; đề xuất sửa chữa, thay thế",
    "Phát 26 số bản tin “Cải cách hành chính” trong năm 2026",
)
SUBJECTS = (
    "Kết quả công tác truyền thông quý I và nhiệm vụ quý II năm 2026",
    "Truyền thông về cải cách hành chính trên địa bàn xã Minh Hòa năm 2026",
    "Triển khai dịch vụ công trực tuyến toàn trình",
    "Đẩy mạnh tuyên truyền, phổ biến “Bình dân học vụ số” trong cán bộ, công chức, viên chức và Nhân dân "
    "trên địa bàn xã giai đoạn 2026 - 2030",
    "Phòng, chống dịch bệnh mùa mưa năm 2026 (đợt 2)",
    "Lấy ý kiến Nhân dân về dự thảo Quy chế hoạt động của đài truyền thanh xã",
    "Triển khai Kế hoạch số 2045/KH-UBND ngày 12 tháng 02 năm 2026 của Ủy ban nhân dân tỉnh về chuyển đổi số",
)
CITED_IN_SUBJECT = {"number": "2045/KH-UBND", "date": "2026-02-12", "type": "kế hoạch"}
#: Sentences that give a task, and what they say: lead and support.
ORDERS = {
    "Phòng Văn hóa - Xã hội chủ trì, phối hợp với Công an xã theo dõi, đôn đốc việc thực hiện": (
        ["Phòng Văn hóa - Xã hội"],
        ["Công an xã"],
    ),
    "Trạm Y tế xã tuyên truyền về sổ sức khỏe điện tử; báo cáo kết quả trước ngày 15/6/2026": (["Trạm Y tế xã"], []),
    "Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã vận động đoàn viên, hội viên tham gia": (
        ["Ủy ban Mặt trận Tổ quốc Việt Nam xã"],
        [],
    ),
}
TITLES = (
    "Kết quả đạt được",
    "Tồn tại, hạn chế",
    "Công tác chỉ đạo, điều hành",
    "Giải pháp trọng tâm",
    "Công tác tuyên truyền",
    "Mục đích, yêu cầu",
    "Về chuyển đổi số (Chỉ số DTI)",
)
SENTENCES = (
    "Hệ thống truyền thanh của xã hoạt động ổn định, phục vụ tốt nhu cầu thông tin của người dân",
    "Số lượt truy cập trang thông tin điện tử tăng 12,5% so với cùng kỳ năm trước (từ 1.200 lên 1.350 lượt)",
    "Công tác tuyên truyền được đổi mới về nội dung và hình thức; *không* dùng #thẻ, $biến, @tên hay <b>nhãn</b>",
    "Tỷ lệ hồ sơ nộp trực tuyến đạt trên 80%, tiết kiệm khoảng 2,5 triệu đồng mỗi tháng",
    "Đã in 500 tờ gấp theo mẫu A5 [bản màu] và dán tại 09 nhà văn hóa thôn \\ tổ dân phố",
)
WHENS = {
    "Tháng 4/2026": "2026-04-30",
    "Quý II/2026": "2026-06-30",
    "Năm 2026": "2026-12-31",
    "Trước ngày 15/6/2026": "2026-06-15",
    "Thường xuyên": None,
}


COSIGNERS = (
    (),
    (),
    (Signature("CHỦ TỊCH", "Nguyễn Văn A", ("TM. BAN THƯỜNG TRỰC ỦY BAN MTTQ",)),),
    (
        Signature("CHỦ TỊCH", "Nguyễn Văn A", ("TM. BAN THƯỜNG TRỰC ỦY BAN MTTQ",)),
        Signature("TRƯỞNG CÔNG AN XÃ", "Nguyễn Văn A"),
    ),
)


class Office(NamedTuple):
    """Who issues: bodies as printed, who signs for whom."""

    system: str
    issuer: str
    parent: str | None
    symbol: str
    acts: str
    signatures: tuple[Signature, ...]
    keeps: str


OFFICES = (
    Office(
        "state",
        "Ủy ban nhân dân\nxã Minh Hòa",
        None,
        "UBND",
        "Chủ tịch Ủy ban nhân dân xã Minh Hòa",
        (
            Signature("CHỦ TỊCH", "Nguyễn Văn A", ("TM. ỦY BAN NHÂN DÂN",)),
            Signature("PHÓ CHỦ TỊCH", "Nguyễn Văn A", ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH")),
            Signature("CHỦ TỊCH", "Nguyễn Văn A"),
        ),
        "Lưu: VT, VHXH",
    ),
    Office(
        "state",
        "Sở Khoa học và Công nghệ",
        "UBND tỉnh Minh Giang",
        "SKHCN",
        "Giám đốc Sở Khoa học và Công nghệ",
        (
            Signature("GIÁM ĐỐC", "Nguyễn Văn A"),
            Signature("PHÓ GIÁM ĐỐC", "Nguyễn Văn A", ("KT. GIÁM ĐỐC",)),
            Signature("CHÁNH VĂN PHÒNG", None, ("TL. GIÁM ĐỐC",)),
        ),
        "Lưu: VT, CĐS (03b)",
    ),
    Office(
        "party",
        "Đảng ủy xã Minh Hòa",
        "Đảng bộ tỉnh Minh Giang",
        "ĐU",
        "Ban Thường vụ Đảng ủy",
        (
            Signature("BÍ THƯ", "Nguyễn Văn A", ("T/M BAN THƯỜNG VỤ",)),
            Signature("PHÓ BÍ THƯ", "Nguyễn Văn A", ("T/M ĐẢNG ỦY",)),
        ),
        "Lưu Văn phòng Đảng ủy",
    ),
    Office(
        "front",
        "Ban Thường trực\nỦy ban MTTQ Việt Nam xã Minh Hòa",
        None,
        "MTTQ-BTT",
        "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam xã Minh Hòa",
        (Signature("CHỦ TỊCH", "Nguyễn Văn A", ("TM. BAN THƯỜNG TRỰC",)),),
        "Lưu: VT",
    ),
)


def symbol_of(kind: str, office: Office) -> str:
    if office.system == "party":
        return f"{CODES[kind]}/{office.symbol}"
    return f"{office.symbol}-VHXH" if kind == "công văn" else f"{CODES[kind]}-{office.symbol}"


@st.composite
def references(draw: st.DrawFn, system: str) -> tuple[Reference | str, ...]:
    numbers = draw(st.lists(st.integers(1, 999), unique=True, max_size=3))
    built: list[Reference | str] = []
    if draw(st.booleans()) and system != "party":
        built.append(Reference("luật", None, "2025-06-16", None, "Tổ chức chính quyền địa phương"))
    for number in numbers:
        kind, code = draw(st.sampled_from([("nghị quyết", "NQ"), ("kế hoạch", "KH"), ("quyết định", "QĐ")]))
        printed = f"{number:02d}-{code}/TU" if system == "party" else f"{number:02d}/{code}-HĐND"
        day = draw(st.dates(datetime.date(2020, 1, 1), datetime.date(2025, 12, 31)))
        by = "Tỉnh ủy" if system == "party" else "Hội đồng nhân dân xã Minh Hòa"
        built.append(Reference(kind, printed, day.isoformat(), by, "về công tác truyền thông"))
    if built and draw(st.booleans()):
        built.append(draw(st.sampled_from(["Xét đề nghị của Văn phòng", "Theo đề nghị của Trưởng phòng Kinh tế"])))
    return tuple(built)


def tasks() -> st.SearchStrategy[TaskTable]:
    bodies = st.lists(st.sampled_from(BODIES), min_size=1, max_size=3, unique=True).map(tuple)
    task = st.builds(
        Task,
        text=st.sampled_from(ACTIONS),
        lead=bodies,
        support=st.just(()) | bodies,
        when=st.sampled_from(sorted(WHENS)),
        product=st.none() | st.sampled_from(["Báo cáo kết quả", "26 bản tin"]),
        funding=st.none() | st.just("Ngân sách xã"),
        frequency=st.none() | st.just("Mỗi tháng 01 chuyên mục"),
    )
    rows = st.lists(task, min_size=1, max_size=5, unique_by=lambda task: task.text)
    return rows.map(lambda found: TaskTable(tuple(found)))


FIGURES = FigureTable(("Chỉ tiêu", "Kế hoạch", "Thực hiện"), (("Tin, bài", "40", "36"), ("Hội nghị", "1.200", "98%")))


@st.composite
def sections(draw: st.DrawFn, *, with_tasks: bool) -> tuple[Any, ...]:
    """A body in parts, clauses and points; the last part may hold the task table."""
    blocks: list[Any] = [Paragraph("Ủy ban nhân dân xã trình bày các nội dung sau đây")]
    for _ in range(draw(st.integers(1, 3))):
        blocks.append(Heading(draw(st.sampled_from(TITLES))))
        for _ in range(draw(st.integers(0, 2))):
            blocks.append(Heading(draw(st.sampled_from(TITLES)), 2))
            if draw(st.booleans()):
                blocks.append(Heading(draw(st.sampled_from(TITLES)), 3))
            blocks.append(Paragraph(draw(st.sampled_from(SENTENCES))))
            mark = draw(st.sampled_from("-+"))
            blocks.extend(Item(text, mark) for text in draw(st.lists(st.sampled_from(SENTENCES), max_size=2)))
        if not isinstance(blocks[-1], (Paragraph, Item)):
            blocks.append(Paragraph(draw(st.sampled_from(SENTENCES))))
    if draw(st.booleans()):
        blocks.append(FIGURES)
    if draw(st.booleans()):
        # Enough to fill pages, so that paragraphs and tables run over their edges.
        blocks.append(Heading("Tình hình chung"))
        blocks.extend([Paragraph(draw(st.sampled_from(SENTENCES)))] * draw(st.integers(1, 30)))
    if draw(st.booleans()):
        blocks.append(Heading("Tổ chức thực hiện"))
        blocks.extend(
            Item(text, "1.") for text in draw(st.lists(st.sampled_from(list(ORDERS)), min_size=2, unique=True))
        )
    if with_tasks:
        blocks.append(Heading("Nhiệm vụ trọng tâm"))
        blocks.append(draw(tasks()))
    if draw(st.booleans()):
        blocks.append(Paragraph("Trên đây là nội dung triển khai; yêu cầu các đơn vị nghiêm túc thực hiện"))
    return tuple(blocks)


@st.composite
def articles(draw: st.DrawFn, kind: str) -> tuple[Any, ...]:
    name = kind.capitalize()
    return (
        Article(draw(st.sampled_from(["Thành lập Tổ công nghệ số cộng đồng xã", "Thông qua các chỉ tiêu năm 2026"]))),
        Article(f"{name} này có hiệu lực kể từ ngày ký"),
        Article(f"Chánh Văn phòng và các cá nhân có liên quan chịu trách nhiệm thi hành {name} này"),
    )


@st.composite
def annexes(draw: st.DrawFn, kind: str) -> tuple[Any, ...]:
    appendix = st.one_of(
        tasks().map(lambda table: Appendix("Danh mục nhiệm vụ", (table,))),
        st.just(Appendix("Số liệu thực hiện", (FIGURES,))),
        st.sampled_from(SENTENCES).map(lambda text: Appendix("Thuyết minh", (Paragraph(text),))),
    )
    if kind == "quyết định" and draw(st.booleans()):
        body = (
            Division("Quy định chung"),
            Article("", "Phạm vi điều chỉnh"),
            Item(draw(st.sampled_from(SENTENCES)), "1."),
            Division("Điều khoản thi hành"),
            Article(draw(st.sampled_from(SENTENCES))),
        )
        return (Attached("quy chế", "Hoạt động của đài truyền thanh xã", body),)
    return tuple(draw(st.lists(appendix, max_size=2)))


def _joint(office: Office, signature: Signature) -> bool:
    return office.system != "party" and bool(signature.name and signature.authority)


@st.composite
def models(draw: st.DrawFn) -> ComposeModel:
    office = draw(st.sampled_from(OFFICES))
    kind = draw(st.sampled_from(sorted(CODES)))
    act = kind in ACTS
    body = draw(articles(kind) if act else sections(with_tasks=draw(st.booleans())))
    added = draw(annexes(kind))
    if any(isinstance(annex, Appendix) for annex in added) and not act:
        body = (Paragraph("Nội dung chi tiết tại Phụ lục kèm theo"), *body)
    elif added:
        body = (Article("Ban hành kèm theo văn bản này Quy chế, Phụ lục"), *body)
    addressed = kind in ADDRESSED and (kind in ("công văn", "công điện") or draw(st.booleans()))
    return ComposeModel(
        type=kind,
        system=office.system,  # type: ignore[arg-type]
        issuer=office.issuer,
        issuer_parent=office.parent,
        symbol=symbol_of(kind, office),
        number=draw(st.none() | st.integers(1, 9999).map(str)),
        place="Minh Hòa",
        date=draw(st.sampled_from(["2026-03-05", "2026-12-31", "2026-08", "2026-01-09", "2026"])),
        subject=draw(st.sampled_from(SUBJECTS)),
        authority=office.acts if act or kind == "công điện" else None,
        addressees=(draw(st.sampled_from([("Ủy ban nhân dân tỉnh",), BODIES[:3], BODIES])) if addressed else ()),
        bases=draw(references(office.system)) if kind != "công văn" else (),
        body=body,
        signature=(signature := draw(st.sampled_from(office.signatures))),
        cosigners=draw(st.sampled_from(COSIGNERS)) if _joint(office, signature) else (),
        recipients=draw(
            st.sampled_from(
                [
                    ("Như trên" if addressed else "Như Điều 3", office.keeps),
                    ("UBND tỉnh (b/c)", "Các thôn, tổ dân phố trên địa bàn xã", office.keeps),
                    (
                        "Thường trực Đảng ủy, Thường trực HĐND xã, Ban Thường trực UBMTTQVN xã (b/c)",
                        office.keeps,
                    ),
                ]
            )
        ),
        urgency=draw(st.sampled_from([None, None, "KHẨN", "THƯỢNG KHẨN", "HỎA TỐC"])),
        draft=draw(st.sampled_from([None, None, 0, 2])),
        annexes=added,
    )


def expected(model: ComposeModel) -> dict[str, Any]:
    """What reading the composed document must give, in the keys of the form."""
    signature = model.signature
    assert signature is not None
    cited = [
        {"number": base.number, "date": base.date, "type": base.type}
        for base in model.bases
        if isinstance(base, Reference) and base.number
    ]
    if CITED_IN_SUBJECT["number"] in model.subject:
        cited.insert(0, CITED_IN_SUBJECT)
    parts = [(model.body, ""), *((annex.body, "PL") for annex in model.annexes)]
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
        "signatory": {
            "name": signature.name,
            "title": signature.title,
            "authority": "; ".join(signature.authority) or None,
        },
        "addressees": list(model.addressees),
        "recipients": list(model.recipients),
        "cited": cited,
        "outline": [entry for blocks, _ in parts for entry in _outline(blocks)],
        "assignments": [entry for blocks, _ in parts for entry in _assignments(blocks)],
    }


def _outline(blocks: tuple[Any, ...]) -> list[dict[str, Any]]:
    labels = Labels()
    found = []
    divided = any(isinstance(block, Division) for block in blocks)
    for block in blocks:
        if isinstance(block, Heading):
            label = labels.next(block.level, block.label).rstrip(".)")
            found.append({"label": label, "title": block.title, "level": block.level})
        elif isinstance(block, Division):
            found.append({"label": labels.unit(block.unit), "title": block.title, "level": 1})
        elif isinstance(block, Article):
            label = labels.article().rstrip(".")
            if block.title:
                found.append({"label": label, "title": block.title, "level": 2 if divided else 1})
    return found


def _assignments(blocks: tuple[Any, ...]) -> list[dict[str, Any]]:
    found = []
    for block in blocks:
        if isinstance(block, TaskTable):
            found += [_task(task) for task in block.tasks]
        elif isinstance(block, Item) and block.text in ORDERS:
            lead, support = ORDERS[block.text]
            found.append({"lead": lead, "support": support, "basis": "inline"})
    return found


def _task(task: Task) -> dict[str, Any]:
    return {
        "text": task.text,
        "lead": list(task.lead),
        "support": list(task.support),
        "when": task.when,
        "due": WHENS[task.when or ""],
        "product": task.product,
        "funding": task.funding,
        "frequency": task.frequency,
        "basis": "table",
    }
