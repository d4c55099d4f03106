"""Where the office publishes: the list, one outlet with its deliveries, and its options."""

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from lienthong.audit.service import history_of
from lienthong.channels.core.accounts import channel_of
from lienthong.channels.core.actions.add_outlet import add_outlet
from lienthong.channels.core.actions.change_outlet import change_outlet
from lienthong.channels.core.actions.turn_off_outlet import turn_off_outlet
from lienthong.channels.core.actions.turn_on_outlet import turn_on_outlet
from lienthong.channels.core.contract import Channel, PermanentError
from lienthong.channels.core.forms import OutletForm, options_form, split
from lienthong.channels.core.items import outlet_url
from lienthong.channels.core.models import Delivery, Outlet
from lienthong.channels.core.payloads import thawed
from lienthong.channels.core.permissions import may_add_outlets, may_watch
from lienthong.channels.core.registry import all_channels, channel_class, is_installed
from lienthong.core.forms import refuse
from lienthong.core.http import Steps, require, take_step
from lienthong.core.refusals import Refused
from lienthong.organisations.service import StaffRequest, abilities_for

#: Word in the address → the act and what is said when it is done.
STEPS: Steps = {
    "bat": (lambda r, one: turn_on_outlet(r.actor, one), _("Đã bật. Từ nay tin đã duyệt được gửi thật ra ngoài.")),
    "tat": (
        lambda r, one: turn_off_outlet(r.actor, one, reason=r.POST.get("reason", "")),
        _("Đã chuyển về chạy thử. Không có gì được gửi ra ngoài."),
    ),
}


def outlet_of(request: StaffRequest, pk: int) -> Outlet:
    visible = Outlet.objects.visible_to(request.actor).select_related("office", "body", "keeper__user", "keeper__body")
    found: Outlet = get_object_or_404(visible, pk=pk)
    return found


@login_required
@require_GET
def outlets(request: StaffRequest) -> HttpResponse:
    found = Outlet.objects.visible_to(request.actor).open().select_related("body", "keeper__user")
    require(may_watch(request.actor) or found.exists())
    unknown = Delivery.objects.visible_to(request.actor).unknown().select_related("outlet")
    context = {
        "rows": [(outlet, _label_of(outlet), outlet.trials.first()) for outlet in found.prefetch_related("trials")],
        "unknown": unknown,
        "channels": all_channels() if may_add_outlets(request.actor) else [],
    }
    return render(request, "channels/outlets.html", context)


def _label_of(outlet: Outlet) -> str:
    return str(channel_class(outlet.channel).label) if is_installed(outlet.channel) else ""


@login_required
@require_GET
def outlet(request: StaffRequest, pk: int) -> HttpResponse:
    """What is known of the outlet, what a message looks like there, and what became of each delivery."""
    found = outlet_of(request, pk)
    deliveries = Delivery.objects.visible_to(request.actor).filter(outlet=found).select_related("outlet")
    context = {
        "outlet": found,
        "channel": channel_class(found.channel) if is_installed(found.channel) else None,
        "trial": found.trials.first(),
        "page": Paginator(deliveries, 30).get_page(request.GET.get("trang")),
        "latest": preview_html(request, deliveries.first()),
        "abilities": abilities_for(request.actor, found),
        "events": history_of(found),
        "today": timezone.now(),
    }
    return render(request, "channels/outlet.html", context)


def preview_html(request: StaffRequest, delivery: Delivery | None) -> SafeString | str:
    """The message of ``delivery`` as its channel will show it; nothing when there is none to show."""
    if delivery is None:
        return ""
    try:
        message = thawed(delivery.payload, delivery.sha256, delivery.reference)
        preview = channel_of(delivery.outlet).preview(message)
    except PermanentError as fault:
        return fault.sentence
    return render_to_string(preview.template, preview.context, request)


@login_required
@require_http_methods(["GET", "POST"])
def new_outlet(request: StaffRequest, code: str) -> HttpResponse:
    require(may_add_outlets(request.actor))
    if not is_installed(code):
        raise Http404
    return _edited(request, channel_class(code), None)


@login_required
@require_http_methods(["GET", "POST"])
def edit_outlet(request: StaffRequest, pk: int) -> HttpResponse:
    found = outlet_of(request, pk)
    require(abilities_for(request.actor, found).change and is_installed(found.channel))
    return _edited(request, channel_class(found.channel), found)


def _edited(request: StaffRequest, channel: type[Channel], found: Outlet | None) -> HttpResponse:
    form = OutletForm(request.actor, channel, request.POST or None, outlet=found)
    options = options_form(request.actor.own_office, channel, request.POST or None, outlet=found)
    if request.method == "POST" and form.is_valid() and options.is_valid():
        try:
            return redirect(outlet_url(_saved(request, channel, found, form, options.cleaned_data)))
        except Refused as refused:
            refuse(form, refused)
    return render(
        request, "channels/edit.html", {"form": form, "options": options, "channel": channel, "outlet": found}
    )


def _saved(
    request: StaffRequest, channel: type[Channel], found: Outlet | None, form: OutletForm, typed: dict[str, object]
) -> Outlet:
    options, secrets = split(channel, typed)
    name, keeper = form.cleaned_data["name"], form.cleaned_data["keeper"]
    if found is None:
        return add_outlet(
            request.actor, channel=channel.code, name=name, body=form.cleaned_data["body"], options=options,
            secrets={key: value for key, value in secrets.items() if value}, expire_at=form.expire_at, keeper=keeper,
        )  # fmt: skip
    return change_outlet(
        request.actor, found, name=name, options=options, keeper=keeper, secrets=secrets, expire_at=form.expire_at
    )


@login_required
@require_POST
def step(request: StaffRequest, pk: int, act: str) -> HttpResponse:
    found = outlet_of(request, pk)
    return take_step(request, STEPS, act, found, outlet_url(found))
