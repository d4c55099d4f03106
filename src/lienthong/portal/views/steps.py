"""The steps of a page from its writer to the public, and of documents that are made public."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from lienthong.core.http import Steps, act_and_return, reason_in, require, take_step, whole
from lienthong.organisations.service import StaffRequest
from lienthong.portal.actions.approve_page import approve_page
from lienthong.portal.actions.move_page import move_page
from lienthong.portal.actions.publish_document import publish_document
from lienthong.portal.actions.return_page import return_page
from lienthong.portal.actions.submit_page import submit_page
from lienthong.portal.actions.take_down_page import take_down_page
from lienthong.portal.actions.withdraw_document import withdraw_document
from lienthong.portal.actions.withdraw_page import withdraw_page
from lienthong.portal.items import page_url
from lienthong.portal.models import ColumnPage, Portal, PublicDocument
from lienthong.portal.permissions import may_publish_documents, may_write
from lienthong.portal.views.pages import state_of
from lienthong.registry.service import Direction, OfficialDocument


def _seen(request: StaffRequest) -> int | None:
    return whole(request.POST.get("seen", ""), digits=11)


def _column(request: StaffRequest) -> ColumnPage | None:
    """The column that was chosen; None to stay where the page is."""
    told = whole(request.POST.get("parent", ""), digits=11)
    portal = Portal.objects.filter(office=request.actor.office).first()
    if portal is None or told is None:
        return None
    found: ColumnPage | None = ColumnPage.objects.descendant_of(portal.site.root_page).filter(pk=told).first()
    return found


#: Word in the address → the act and what is said when it is done.
STEPS: Steps = {
    "trinh": (lambda r, s: submit_page(r.actor, s), gettext_lazy("Đã trình duyệt.")),
    "rut-lai": (lambda r, s: withdraw_page(r.actor, s), gettext_lazy("Đã rút về để sửa.")),
    "tra-lai": (lambda r, s: return_page(r.actor, s, reason=reason_in(r)), gettext_lazy("Đã trả lại, kèm lý do.")),
    "duyet": (lambda r, s: approve_page(r.actor, s, seen=_seen(r)), gettext_lazy("Đã duyệt cho đăng.")),
    "doi-dia-chi": (
        lambda r, s: move_page(r.actor, s, parent=_column(r)),
        gettext_lazy("Đã đổi địa chỉ. Địa chỉ cũ dẫn tới trang."),
    ),
    "go": (lambda r, s: take_down_page(r.actor, s, reason=reason_in(r)), gettext_lazy("Đã gỡ, kèm lý do.")),
}


@login_required
@require_POST
def step(request: StaffRequest, pk: int, act: str) -> HttpResponse:
    standing = state_of(request, pk)
    return take_step(request, STEPS, act, standing, page_url(standing))


@login_required
@require_GET
def documents(request: StaffRequest) -> HttpResponse:
    """What the office issued: what is public, and what may be made so."""
    require(may_write(request.actor))
    published = PublicDocument.objects.visible_to(request.actor).select_related("document", "published_by__user")
    issued = OfficialDocument.objects.visible_to(request.actor).filter(
        office=request.actor.office, direction=Direction.OUTGOING, state=OfficialDocument.State.ISSUED
    )
    context = {
        "published": published,
        "issued": issued.exclude(pk__in=published.values("document")).order_by("-dated", "-pk")[:100],
        "may_publish": may_publish_documents(request.actor),
    }
    return render(request, "portal/staff/documents.html", context)


@login_required
@require_POST
def publish(request: StaffRequest, pk: int) -> HttpResponse:
    document = get_object_or_404(OfficialDocument.objects.visible_to(request.actor), pk=pk)
    return act_and_return(
        request,
        lambda: publish_document(request.actor, document),
        _("Đã công khai văn bản."),
        reverse("portal:documents"),
    )


@login_required
@require_POST
def withdraw(request: StaffRequest, pk: int) -> HttpResponse:
    published = get_object_or_404(PublicDocument.objects.visible_to(request.actor), pk=pk)
    return act_and_return(
        request,
        lambda: withdraw_document(request.actor, published, reason=reason_in(request)),
        _("Đã thôi công khai, kèm lý do."),
        reverse("portal:documents"),
    )
