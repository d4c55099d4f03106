"""Ask under the code of a case for a copy of one's data, or that it be erased."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.audit.service import Stamp, record
from lienthong.core.keys import key_of
from lienthong.core.language import kept
from lienthong.core.refusals import Refused
from lienthong.feedback import events, items
from lienthong.feedback.models import DataRequest, FeedbackCase, Term
from lienthong.feedback.terms import due_after


@transaction.atomic
def ask_for_data(case: FeedbackCase, *, kind: str) -> DataRequest:
    """Nobody is signed in: the desk makes sure of who asks before it gives anything out. Asked twice it is one."""
    if kind not in DataRequest.Kind:
        raise Refused(_("Hãy chọn yêu cầu."), field="kind")
    case = FeedbackCase.objects.select_for_update(of=("self",)).select_related("office").get(pk=case.pk)
    if case.erased_at:
        raise Refused(_("Dữ liệu cá nhân của phản ánh này đã được xóa."))
    waiting = case.data_requests.filter(kind=kind, done_at=None).first()
    if waiting is not None:
        return waiting
    due, _basis = due_after(case.office, Term.Kind.DATA, timezone.localdate())
    request = DataRequest.objects.create(case=case, kind=kind, due=due)
    items.ask_for_data(request)
    by = Stamp("", kept("Người dân"), key_of(case.office))
    record(events.DATA_ASKED, case, by=by, what=str(request.get_kind_display()))
    return request
