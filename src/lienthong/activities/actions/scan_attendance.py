"""A phone scanned the code at the door. No event is kept: it could only say that somebody came."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.activities.door import device_number, is_open
from lienthong.activities.models import Attendance, OfficeEvent
from lienthong.core.refusals import Refused


@transaction.atomic
def scan_attendance(event: OfficeEvent, *, device: str) -> Attendance:
    """One a device; the same ``device`` again gives the row that it gave before."""
    number = device_number(event, device)
    if not number:
        raise Refused(_("Mã này đã cũ. Hãy quét lại mã ở cửa."))
    if not is_open(event):
        raise Refused(_("Chỉ ghi có mặt từ một giờ trước khi sự kiện bắt đầu đến khi kết thúc."))
    made, _created = Attendance.objects.get_or_create(token=number, defaults={"event": event})
    return made
