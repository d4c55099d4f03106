"""Documents under review, for the tests of this room."""

from pathlib import Path

from lienthong.organisations.tests.factories import Cast
from lienthong.registry.models import OfficialDocument, Proposal
from lienthong.registry.tests.factories import read_document

PLAN_TEXT = (Path(__file__).parent / "data" / "ke-hoach-truyen-thong.txt").read_text()

#: A task that orders a scan of the media, one of an unknown body, one whose numbers contradict each other, and one
#: whose window began before the document's date.
DIFFICULT_TEXT = """\
ỦY BAN NHÂN DÂN                    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ MINH HÒA                        Độc lập - Tự do - Hạnh phúc
-------                            ---------------
Số: 40/KH-UBND                     Minh Hòa, ngày 28 tháng 8 năm 2025

KẾ HOẠCH
Tuyên truyền chuyển đổi số liên thông

Thực hiện Kế hoạch số 82/KH-UBND ngày 20 tháng 12 năm 2024 của Ủy ban nhân dân tỉnh Minh Giang.

I. NHIỆM VỤ
1. Tiến hành rà quét, quản lý thông tin trên báo chí và mạng xã hội
- Đơn vị chủ trì: Phòng Văn hóa - Xã hội.
- Thời gian thực hiện: Quý IV/2025.

2. Phổ biến kế hoạch đến từng hộ dân
- Đơn vị chủ trì: Trưởng các khu dân cư.
- Thời gian thực hiện: Quý IV/2025.

3. Thực hiện chuyên mục phát thanh
- Đơn vị chủ trì: Phòng Văn hóa - Xã hội.
- Thời gian thực hiện: Từ ngày 28/8/2025 đến hết ngày 27/8/2026.
- Tần suất: 2 tuần/1 số (50 số/năm).

4. Duy trì chuyên trang chuyển đổi số
- Đơn vị chủ trì: Phòng Văn hóa - Xã hội.
- Đơn vị phối hợp: Công an xã.
- Thời gian thực hiện: Năm 2025.
- Tần suất: Mỗi tháng 01 bài.

Nơi nhận:
- Các đơn vị thuộc xã;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Nguyễn Văn A
"""


def under_review(people: Cast, text: str = PLAN_TEXT) -> OfficialDocument:
    """A document that the clerk of ``people`` received, read and not yet registered."""
    return read_document(people.clerk, text)


def task(document: OfficialDocument, section: str) -> Proposal:
    return Proposal.objects.get(file__document=document, kind=Proposal.Kind.TASK, name=section)


def field(document: OfficialDocument, name: str) -> Proposal:
    return Proposal.objects.get(file__document=document, kind=Proposal.Kind.FIELD, name=name)


def waiting_ids(document: OfficialDocument) -> list[int]:
    rows = Proposal.objects.filter(file__document=document, state=Proposal.State.PROPOSED)
    return list(rows.values_list("pk", flat=True))
