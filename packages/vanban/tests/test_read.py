"""What the readers of the parts found, put together into one document."""

import vanban

DECISION = """ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ MINH HÒA\tĐộc lập - Tự do - Hạnh phúc
Số: 15/QĐ-UBND\tMinh Hòa, ngày 05 tháng 01 năm 2026

QUYẾT ĐỊNH
Ban hành Kế hoạch truyền thông năm 2026

Điều 1. Ban hành kèm theo Quyết định này Kế hoạch truyền thông năm 2026.

Điều 2. Quyết định này có hiệu lực kể từ ngày ký.

Nơi nhận:
- Như Điều 2;
- Lưu: VT.

CHỦ TỊCH

Nguyễn Văn A

PHỤ LỤC I
PHÂN CÔNG NHIỆM VỤ
(Kèm theo Quyết định số 15/QĐ-UBND ngày 05 tháng 01 năm 2026)

| TT | Nhiệm vụ | Chủ trì | Thời gian |
|---|---|---|---|
| 1 | Mở chuyên mục | Phòng Kinh tế | Quý II/2026 |

PHỤ LỤC II
HƯỚNG DẪN THỰC HIỆN
(Kèm theo Quyết định số 15/QĐ-UBND ngày 05 tháng 01 năm 2026)

I. GIẢI PHÁP

Các đơn vị bám sát nội dung của Kế hoạch.

II. PHÂN CÔNG

Thực hiện theo Phụ lục I.
"""


def test_appendices_belong_to_the_document() -> None:
    document = vanban.read(DECISION.encode())
    assert document.signatory.name is not None
    assert document.signatory.name.value == "Nguyễn Văn A"
    assert [(heading.label, heading.title) for heading in document.outline] == [("I", "GIẢI PHÁP"), ("II", "PHÂN CÔNG")]
    assert [(task.section, task.lead[0].value) for task in document.assignments] == [
        ("PL.1", "Phòng Kinh tế"),
    ]
    assert [task.due.value for task in document.assignments if task.due] == ["2026-06-30"]


def test_a_document_does_not_cite_itself() -> None:
    assert vanban.read(DECISION.encode()).cited == ()


def test_bytes_may_have_a_name() -> None:
    document = vanban.read(DECISION.encode(), name="quyet-dinh.docx")
    assert [remark.kind for remark in document.remarks] == ["extension"]
    assert document.number is not None
    assert vanban.read(DECISION.encode(), name="quyet-dinh.txt").remarks == ()
