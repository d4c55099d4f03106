"""How long a check of a ten-page plan takes, beside python-docx only opening the same file."""

from __future__ import annotations

import io
from collections.abc import Iterable

import docx
import vanban
from vanban.compose import ComposeModel, Heading, Item, Paragraph, Signature, compose

from benchmarks import Row, seconds

#: Ten pages when LibreOffice prints them.
_SECTIONS = 25
_SENTENCES = (
    "Hệ thống truyền thanh của xã hoạt động ổn định, phục vụ tốt nhu cầu thông tin của Nhân dân; nội dung bám sát "
    "nhiệm vụ trọng tâm của địa phương, được các thôn tiếp nhận và phát lại đúng khung giờ theo kế hoạch đã ban hành",
    "Các đơn vị chủ động xây dựng chương trình, bố trí thời gian và nhân lực, gửi kết quả về Phòng Văn hóa - Xã hội "
    "để tổng hợp, báo cáo Ủy ban nhân dân xã theo quy định tại Kế hoạch số {}/KH-UBND của Ủy ban nhân dân tỉnh",
)


def plan() -> bytes:
    """A plan of ten pages as a .docx."""
    body: list[Heading | Item | Paragraph] = []
    for number in range(_SECTIONS):
        body += [Heading("Nội dung thực hiện"), Heading("Công tác tuyên truyền", 2)]
        body += [Paragraph(sentence.format(number + 1)) for sentence in _SENTENCES]
        body += [Item(_SENTENCES[0]), Item(_SENTENCES[0])]
    model = ComposeModel(
        type="kế hoạch",
        issuer="ỦY BAN NHÂN DÂN\nXÃ MINH HÒA",
        symbol="KH-UBND",
        number="12",
        date="2026-03-05",
        place="Minh Hòa",
        subject="Truyền thông năm 2026",
        body=tuple(body),
        signature=Signature("CHỦ TỊCH", "Nguyễn Văn A", ("TM. ỦY BAN NHÂN DÂN",)),
        recipients=("Các thôn", "Lưu: VT"),
    )
    return compose(model)


def measure() -> Iterable[Row]:
    file = plan()
    ours, opened = seconds(lambda: vanban.check(file), lambda: docx.Document(io.BytesIO(file)))
    yield Row("check, ten pages of .docx", ours * 1000, "ms", opened * 1000)
