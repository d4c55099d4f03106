"""Registrations at the desk: who telephones is written down, who does not come is taken off."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from lienthong.activities.actions.enroll_group import enroll_group
from lienthong.activities.actions.remove_registration import remove_registration
from lienthong.activities.forms import EnrollForm
from lienthong.activities.items import event_url
from lienthong.activities.models import Registration
from lienthong.activities.views.desk import event_of
from lienthong.core.http import act_and_return, after_act, form_page, require
from lienthong.organisations.service import StaffRequest, abilities_for


@login_required
@require_http_methods(["GET", "POST"])
def enroll(request: StaffRequest, pk: int) -> HttpResponse:
    found = event_of(request, pk)
    require(abilities_for(request.actor, found).enroll)
    form = EnrollForm(request.POST or None)
    return form_page(
        request, form, lambda values: enroll_group(request.actor, found, **values),
        lambda made: after_act(request, _("Đã ghi đăng ký, mã %(code)s.") % {"code": made.code}, event_url(found)),
        heading=_("Ghi đăng ký: %(title)s") % {"title": found.title}, back=event_url(found),
    )  # fmt: skip


@login_required
@require_POST
def remove(request: StaffRequest, pk: int, registration_pk: int) -> HttpResponse:
    found = event_of(request, pk)
    require(abilities_for(request.actor, found).enroll)
    gone = get_object_or_404(Registration, event=found, pk=registration_pk)
    return act_and_return(
        request, lambda: remove_registration(request.actor, gone), _("Đã bỏ đăng ký."), event_url(found)
    )
