"""What of activities is printed."""

from pathlib import Path

from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.activities.models import OfficeEvent
from lienthong.core.drawing import code_of, drawn
from lienthong.core.language import site_language

_HERE = Path(__file__).parent


def door_poster(event: OfficeEvent, address: str) -> bytes:
    """The sheet at the door with the code that phones scan."""
    starts = timezone.localtime(event.starts_at)
    with site_language():
        data = {
            "office": event.office.name, "title": event.title, "when": f"{starts:%H:%M %d/%m/%Y}",
            "place": event.place, "address": address, "scan": _("Quét mã để ghi có mặt"),
            "note": _("Không hỏi tên, không lưu ai đã đến. Mã dùng được từ một giờ trước đến khi kết thúc."),
        }  # fmt: skip
        return drawn(_HERE / "poster.typ", data, {"qr.svg": code_of(address)})
