"""An order of the made-up province, as tests of several rooms receive it."""

from datetime import date

from django.utils import timezone

from lienthong.organisations.tests.factories import Cast
from lienthong.registry.actions.register_incoming import register_incoming
from lienthong.registry.models import OfficialDocument
from lienthong.registry.tests.factories import read_document

YEAR = timezone.localdate().year
ORDER = f"""\
ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH MINH GIANG Độc lập - Tự do - Hạnh phúc

Số: 45/KH-UBND Minh Giang, ngày 05 tháng 01 năm {YEAR}

KẾ HOẠCH
Chuyển đổi số năm {YEAR}

Ủy ban nhân dân tỉnh ban hành kế hoạch như sau:

I. MỤC TIÊU
1. Trên 80% hồ sơ được nộp trực tuyến.

II. NHIỆM VỤ
1. Mở chuyên mục chuyển đổi số trên đài truyền thanh
- Đơn vị chủ trì: Sở Văn hóa, Thể thao và Du lịch.
- Thời gian: Trước ngày 30/6/{YEAR}.
2. Hướng dẫn người cao tuổi nộp hồ sơ trực tuyến toàn trình tại nhà
- Đơn vị chủ trì: Sở Khoa học và Công nghệ.
- Thời gian: Trước ngày 31/8/{YEAR}.
3. Lắp đặt máy quét tại nơi tiếp nhận hồ sơ
- Đơn vị chủ trì: Sở Tài chính.
- Thời gian: Quý III/{YEAR}.
4. Rà quét thông tin trên mạng xã hội
- Đơn vị chủ trì: Công an tỉnh.
- Thời gian: Thường xuyên.

Nơi nhận:
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Nguyễn Văn A
"""


def registered_order(people: Cast, text: str = ORDER, *, arrived_on: date | None = None) -> OfficialDocument:
    """The order, read and registered as incoming."""
    found = read_document(people.clerk, text)
    return register_incoming(people.clerk, found, arrived_on=arrived_on or timezone.localdate())
