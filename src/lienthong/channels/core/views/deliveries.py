"""One delivery: what goes out, what became of it, and what a person may do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from lienthong.audit.service import history_of
from lienthong.channels.core.actions.cancel_delivery import cancel_delivery
from lienthong.channels.core.actions.resume_delivery import resume_delivery
from lienthong.channels.core.actions.settle_unknown import settle_unknown
from lienthong.channels.core.actions.withdraw_delivery import withdraw_delivery
from lienthong.channels.core.forms import SettleForm
from lienthong.channels.core.items import delivery_url
from lienthong.channels.core.models import Delivery
from lienthong.channels.core.registry import channel_class, is_installed
from lienthong.channels.core.views.outlets import preview_html
from lienthong.core.forms import refuse
from lienthong.core.http import Steps, after_act, take_step
from lienthong.core.refusals import Refused
from lienthong.organisations.service import StaffRequest, abilities_for

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

#: Word in the address → the act and what is said when it is done.
STEPS: Steps = {
    "huy": (
        lambda r, one: cancel_delivery(r.actor, one, reason=r.POST.get("reason", "")),
        gettext_lazy("Đã hủy, tin này không được gửi."),
    ),
    "gui-lai": (lambda r, one: resume_delivery(r.actor, one), gettext_lazy("Tin được gửi lại trong ít phút.")),
    "rut": (
        lambda r, one: withdraw_delivery(r.actor, one, reason=r.POST.get("reason", "")),
        gettext_lazy("Đang rút tin khỏi kênh."),
    ),
}


def delivery_of(request: StaffRequest, pk: int) -> Delivery:
    visible = Delivery.objects.visible_to(request.actor).select_related("outlet__office", "ordered_by__user")
    found: Delivery = get_object_or_404(visible, pk=pk)
    return found


@login_required
@require_GET
def delivery(request: StaffRequest, pk: int) -> HttpResponse:
    return _shown(request, delivery_of(request, pk), SettleForm())


def _shown(request: StaffRequest, found: Delivery, form: SettleForm, status: int = 200) -> HttpResponse:
    code = found.outlet.channel
    context = {
        "delivery": found,
        "waiting": channel_class(code).waiting if is_installed(code) else "",
        "counts": _counts_of(found),
        "abilities": abilities_for(request.actor, found),
        "preview": preview_html(request, found),
        "form": form,
        "events": history_of(found),
    }
    return render(request, "channels/delivery.html", context, status=status)


def _counts_of(found: Delivery) -> list[tuple[StrOrPromise, int]]:
    """The totals of the receipt under the names that people read; one without such a name is left as it is."""
    labels = channel_class(found.outlet.channel).count_labels if is_installed(found.outlet.channel) else {}
    return [(labels.get(name, name), count) for name, count in (found.counts or {}).items()]


@login_required
@require_POST
def step(request: StaffRequest, pk: int, act: str) -> HttpResponse:
    found = delivery_of(request, pk)
    return take_step(request, STEPS, act, found, delivery_url(found))


@login_required
@require_POST
def settle(request: StaffRequest, pk: int) -> HttpResponse:
    """What a person saw at the channel; what he typed stays when something is missing."""
    found = delivery_of(request, pk)
    form = SettleForm(request.POST)
    if form.is_valid():
        try:
            values = form.cleaned_data
            settle_unknown(request.actor, found, values["answer"], url=values["url"], reason=values["reason"])
        except Refused as refused:
            refuse(form, refused)
        else:
            return after_act(request, _("Đã ghi điều đã thấy ở kênh."), delivery_url(found))
    return _shown(request, found, form, status=422)
