"""Naming people: a unit answers, is urged; somebody is taken back, struck, or says that he cannot come."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from lienthong.core.http import Steps, act_and_return, after_act, form_page, reason_in, require, take_step
from lienthong.organisations.service import StaffRequest, abilities_for
from lienthong.training.actions.decline_nominee import decline_nominee
from lienthong.training.actions.nominate_people import nominate_people
from lienthong.training.actions.strike_nominee import strike_nominee
from lienthong.training.actions.urge_unit import urge_unit
from lienthong.training.actions.withdraw_nominee import withdraw_nominee
from lienthong.training.forms import NominateForm
from lienthong.training.items import class_url
from lienthong.training.models import Invitation, Nominee

#: Word in the address → the act and what is said when it is done.
STEPS: Steps = {
    "rut": (lambda r, one: withdraw_nominee(r.actor, one), gettext_lazy("Đã rút người này.")),
    "gach": (
        lambda r, one: strike_nominee(r.actor, one, reason=reason_in(r)),
        gettext_lazy("Đã gạch khỏi danh sách, kèm lý do."),
    ),
    "khong-du": (
        lambda r, one: decline_nominee(r.actor, one, reason=reason_in(r)),
        gettext_lazy("Đã báo không dự được; đơn vị được hỏi cử người thay."),
    ),
}  # fmt: skip


def invitation_of(request: StaffRequest, pk: int) -> Invitation:
    visible = Invitation.objects.visible_to(request.actor).select_related(
        "body", "training__office", "training__body", "training__share__assignment__plan__office"
    )
    found: Invitation = get_object_or_404(visible, pk=pk)
    return found


@login_required
@require_http_methods(["GET", "POST"])
def nominate(request: StaffRequest, pk: int) -> HttpResponse:
    """Also when it is past: whoever was asked reads what became of it on the page of the class."""
    invitation = invitation_of(request, pk)
    training, form = invitation.training, NominateForm(invitation, request.POST or None)
    may = abilities_for(request.actor, invitation).nominate
    require(may or request.method != "POST")

    def act(values: dict[str, Any]) -> list[Nominee]:
        return nominate_people(request.actor, invitation, **values)

    return form_page(
        request, form, act, lambda made: after_act(request, _said(len(made)), class_url(training)),
        template="training/nominate.html", invitation=invitation, training=training, may=may,
        sessions=training.sessions.all(), back=class_url(training), thing=training,
        named=invitation.nominees.active().select_related("position"),
    )  # fmt: skip


def _said(count: int) -> str:
    return _("Đã cử %(n)d người.") % {"n": count} if count else _("Đã gửi trả lời của đơn vị.")


@login_required
@require_POST
def urge(request: StaffRequest, pk: int) -> HttpResponse:
    invitation = invitation_of(request, pk)
    sentence = _("Đã đôn đốc %(unit)s.") % {"unit": invitation.body.label}
    return act_and_return(
        request, lambda: urge_unit(request.actor, invitation), sentence, class_url(invitation.training)
    )


@login_required
@require_POST
def step(request: StaffRequest, pk: int, act: str) -> HttpResponse:
    visible = Nominee.objects.visible_to(request.actor).select_related("training", "invitation")
    nominee = get_object_or_404(visible, pk=pk)
    return take_step(request, STEPS, act, nominee, class_url(nominee.training))
