"""Choosing articles for a broadcast."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lienthong.channels.contrib.zalo.broadcasting import order_broadcast
from lienthong.channels.contrib.zalo.forms import BroadcastForm
from lienthong.channels.core.service import delivery_url, may_deliver
from lienthong.core.http import form_page, require
from lienthong.organisations.service import StaffRequest


@login_required
def broadcast(request: StaffRequest) -> HttpResponse:
    require(may_deliver(request.actor))
    return form_page(
        request, BroadcastForm(request.actor, request.POST or None),
        lambda values: order_broadcast(request.actor, values["outlet"], list(values["articles"]), timezone.now()),
        lambda ordered: redirect(delivery_url(ordered)),
        heading=_("Gửi bài Zalo tới người quan tâm"), back=reverse("channels:outlets"),
    )  # fmt: skip
