"""Close an inspection by its issued conclusion, once what had to be mended is mended or a reason says why not."""

from django.db import transaction
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import Refused
from lienthong.drafting.service import Draft
from lienthong.inspections import events
from lienthong.inspections.mending import unmended
from lienthong.inspections.models import Inspection
from lienthong.inspections.permissions import begin
from lienthong.organisations.service import Actor


@transaction.atomic
def close_inspection(actor: Actor, inspection: Inspection, *, reason: str = "") -> Inspection:
    found = begin(actor, inspection, "close")
    conclusion = found.conclusion
    if conclusion is None or conclusion.document is None or conclusion.state != Draft.State.ISSUED:
        raise Refused(_("Văn bản kết luận chưa ban hành. Hãy soạn, duyệt, cấp số và ban hành rồi kết thúc."))
    if unmended(found) and not reason.strip():
        raise Refused(_("Còn nội dung chưa khắc phục. Hãy chờ, hoặc ghi lý do kết thúc khi còn tồn tại."))
    found.reason = reason.strip()[:300]
    found.save(update_fields=["state", "reason"])
    record(events.CLOSED, found, by=actor.stamp, document=conclusion.document.title)
    return found
