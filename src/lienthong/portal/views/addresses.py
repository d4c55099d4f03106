"""Old addresses that lead to pages of today."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from lienthong.core.http import act_and_return, after_act, require
from lienthong.core.refusals import Refused
from lienthong.organisations.service import StaffRequest
from lienthong.portal.actions.add_old_address import add_old_address
from lienthong.portal.actions.drop_old_address import drop_old_address
from lienthong.portal.forms import OldAddressForm
from lienthong.portal.models import OldAddress
from lienthong.portal.permissions import may_lead
from lienthong.portal.views.pages import portal_of


@login_required
@require_http_methods(["GET", "POST"])
def addresses(request: StaffRequest) -> HttpResponse:
    require(may_lead(request.actor))
    portal = portal_of(request)
    if portal is None:
        raise Http404
    form = OldAddressForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            add_old_address(request.actor, portal, **form.cleaned_data)
        except Refused as refused:
            form.add_error(refused.field, refused.sentence)
        else:
            return after_act(request, _("Đã đặt địa chỉ dẫn."), request.path)
    found = OldAddress.objects.visible_to(request.actor).select_related("page", "portal__site__root_page")
    context = {"form": form, "found": found.select_related("made_by__user")}
    return render(request, "portal/staff/addresses.html", context)


@login_required
@require_POST
def drop(request: StaffRequest, pk: int) -> HttpResponse:
    old = get_object_or_404(OldAddress.objects.visible_to(request.actor), pk=pk)
    return act_and_return(
        request, lambda: drop_old_address(request.actor, old), _("Đã bỏ địa chỉ dẫn."), reverse("portal:addresses")
    )
