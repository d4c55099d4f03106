"""The page of one handover: what to post, piece by piece, and where to say that it is done."""

import io

from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from lienthong.audit.service import history_of
from lienthong.channels.contrib.by_hand.actions.confirm_removal import confirm_removal
from lienthong.channels.contrib.by_hand.actions.decline_handover import decline_handover
from lienthong.channels.contrib.by_hand.actions.report_handover import report_handover
from lienthong.channels.contrib.by_hand.forms import ReportForm
from lienthong.channels.contrib.by_hand.items import handover_url
from lienthong.channels.contrib.by_hand.models import Handover
from lienthong.channels.core.service import PermanentError, content_of, message_of
from lienthong.core.http import Steps, after_act, form_page, stored_file, take_step
from lienthong.organisations.service import StaffRequest, abilities_for

#: Word in the address → the act and what is said when it is done.
STEPS: Steps = {
    "khong-dang-duoc": (
        lambda r, one: decline_handover(r.actor, one, reason=r.POST.get("reason", "")),
        gettext_lazy("Đã báo là không đăng được, kèm lý do."),
    ),
    "da-go": (lambda r, one: confirm_removal(r.actor, one), gettext_lazy("Đã ghi là bài được gỡ.")),
}


def handover_of(request: StaffRequest, pk: int) -> Handover:
    visible = Handover.objects.visible_to(request.actor).select_related("delivery__outlet__office", "position__user")
    found: Handover = get_object_or_404(visible, pk=pk)
    return found


def _pieces(found: Handover) -> dict[str, object]:
    """What is to be posted, each piece with a button that copies it; nothing when it is not what was approved."""
    try:
        message = message_of(found.delivery)
    except PermanentError as fault:
        return {"fault": fault.sentence}
    texts = ((_("Tiêu đề"), message.title), (_("Tóm tắt"), message.summary), (_("Nội dung"), message.text))
    return {"message": message, "texts": [pair for pair in (*texts, (_("Liên kết"), message.link)) if pair[1]]}


@login_required
def handover(request: StaffRequest, pk: int) -> HttpResponse:
    found = handover_of(request, pk)
    context = {
        "handover": found,
        "delivery": found.delivery,
        "options": found.delivery.outlet.options,
        "abilities": abilities_for(request.actor, found),
        "events": history_of(found, found.delivery),
        **_pieces(found),
    }
    return form_page(
        request,
        ReportForm(request.POST or None, request.FILES or None),
        lambda values: report_handover(request.actor, found, **values),
        lambda _made: after_act(request, _("Đã ghi là tin được đăng."), handover_url(found)),
        template="by_hand/handover.html",
        **context,
    )


@login_required
@require_GET
def file(request: StaffRequest, pk: int, number: int) -> FileResponse:
    """A file of the approved message, for the person to save on his phone."""
    try:
        files = message_of(handover_of(request, pk).delivery).files
        one = files[number]
        data = content_of(one)
    except (PermanentError, IndexError):
        raise Http404 from None
    return FileResponse(io.BytesIO(data), as_attachment=True, filename=one.name, content_type=one.content_type)


@login_required
@require_GET
def picture(request: StaffRequest, pk: int) -> FileResponse:
    found = handover_of(request, pk)
    if not found.picture:
        raise Http404
    return stored_file(found.picture, name="anh.webp", content_type="image/webp", shown=True)


@login_required
@require_POST
def step(request: StaffRequest, pk: int, act: str) -> HttpResponse:
    found = handover_of(request, pk)
    return take_step(request, STEPS, act, found, handover_url(found))
