"""Close a line that this tool does not carry out, by naming the official document that ended it."""

import re
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import record
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import Actor, abilities_for
from lienthong.plans import events, items
from lienthong.plans.models import Assignment

# "123/BC-UBND", "45-BC/ĐU", "07/BB", "128/2020/NĐ-CP": a number and a symbol, and nothing else.
_NUMBER = re.compile(r"\d{1,6}(?:/\d{4})?\s?[/-]\s?[A-ZĐ][A-ZĐƯ0-9]{0,14}(?:\s?[-/&.]\s?[A-ZĐƯ0-9]{1,15}){0,4}")


@transaction.atomic
def close_out_of_scope(actor: Actor, assignment: Assignment, *, number: str, dated: date) -> Assignment:
    """Only a document's number and date are taken; links, pictures, names and counts have no place here."""
    if not abilities_for(actor, assignment).see:
        raise NotAllowed(_("Bạn không được xem nhiệm vụ này."))
    if not assignment.out_of_scope:
        raise Refused(_("Nhiệm vụ này nằm trong phạm vi công cụ; hãy trình kết quả kèm minh chứng."))
    if assignment.closed_by_number:
        raise Refused(_("Nhiệm vụ này đã kết thúc bằng văn bản số %(n)s.") % {"n": assignment.closed_by_number})
    if not abilities_for(actor, assignment).close_out_of_scope:
        raise NotAllowed(_("Chỉ cán bộ tổng hợp hoặc lãnh đạo cơ quan được kết thúc nhiệm vụ này."))
    number = number.strip()
    if not _NUMBER.fullmatch(number.upper()):
        raise Refused(
            _("Chỉ ghi số, ký hiệu của văn bản, như 123/BC-UBND. Không nhận đường liên kết, ảnh, tên hay số lượng."),
            field="number",
        )
    if dated > timezone.localdate():
        raise Refused(_("Ngày văn bản không được sau hôm nay."), field="dated")
    assignment.closed_by_number, assignment.closed_by_date = number, dated
    assignment.save(update_fields=["closed_by_number", "closed_by_date"])
    for share in assignment.shares.all():
        items.close_all(share)
    record(events.ASSIGNMENT_CLOSED, assignment, by=actor.stamp, number=number, date=f"{dated:%d/%m/%Y}")
    return assignment
