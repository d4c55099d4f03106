"""Orders that came before their documents: written down, listed while they wait, joined with what came."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lienthong.core.http import answer_refusal
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.service import StaffRequest, abilities_for
from lienthong.registry.actions.attach_document import attach_document
from lienthong.registry.actions.note_order import note_order
from lienthong.registry.desk import document_url
from lienthong.registry.forms import OrderForm
from lienthong.registry.models import OfficialDocument
from lienthong.registry.permissions import may_note_order, may_read_registers


@login_required
@require_http_methods(["GET", "POST"])
def note(request: StaffRequest) -> HttpResponse:
    """Write down an order that has no document yet."""
    if not may_note_order(request.actor):
        refused = NotAllowed(_("Chỉ văn thư hoặc cán bộ tổng hợp được ghi chỉ đạo chưa có văn bản."))
        return answer_refusal(request, refused, reverse("registry:documents"))
    form = OrderForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            order = note_order(request.actor, **form.values)
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else "told_on", str(refused.sentence))
        else:
            messages.success(request, _("Đã ghi chỉ đạo; chờ văn bản và chờ lãnh đạo cho ý kiến."))
            return redirect(document_url(order))
    return render(request, "registry/note_order.html", {"form": form})


@login_required
@require_GET
def awaiting(request: StaffRequest) -> HttpResponse:
    """The orders of the office whose documents have not come, oldest first."""
    if not may_read_registers(request.actor):
        refused = NotAllowed(_("Chỉ người đọc sổ văn bản của cơ quan được xem danh sách này."))
        return answer_refusal(request, refused, reverse("registry:documents"))
    today = timezone.localdate()
    orders = OfficialDocument.objects.visible_to(request.actor).awaiting_document()
    rows = [(order, (today - timezone.localdate(order.told_at)).days) for order in orders]
    context = {"rows": rows, "may_note_order": may_note_order(request.actor)}
    return render(request, "registry/awaiting.html", context)


@login_required
@require_POST
def attach(request: StaffRequest, pk: int) -> HttpResponse:
    """Join the order ``pk`` with the document that came for it; one without a number is registered next."""
    visible = OfficialDocument.objects.visible_to(request.actor)
    order = get_object_or_404(visible, pk=pk)
    asked = request.POST.get("document", "")
    arrived = visible.filter(pk=int(asked) if asked.isdecimal() and len(asked) < 18 else 0).first()
    try:
        if arrived is None and abilities_for(request.actor, order).attach:
            raise Refused(_("Hãy chọn văn bản đã nhận."))
        order = attach_document(request.actor, order, arrived or order)
    except Refused as refused:
        return answer_refusal(request, refused, document_url(order))
    if order.register_number is None:
        messages.success(request, _("Đã gắn văn bản vào chỉ đạo. Hãy đăng ký để lấy số đến."))
        return redirect("registry:register", pk=order.pk)
    messages.success(request, _("Đã gắn văn bản vào chỉ đạo; việc đã giao vẫn giữ nguyên."))
    return redirect(document_url(order))
