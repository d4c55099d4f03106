"""The tree of bodies, one body, and changing them."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from lienthong.audit import service as audit
from lienthong.core.text import search_fold
from lienthong.organisations.acting import StaffRequest
from lienthong.organisations.actions.add_body import add_body
from lienthong.organisations.actions.add_committee_member import add_committee_member
from lienthong.organisations.actions.change_body import change_body
from lienthong.organisations.actions.close_body import close_body
from lienthong.organisations.forms import BodyForm, CloseBodyForm, CommitteeMemberForm
from lienthong.organisations.models import Body, Position, Role, SigningAuthority
from lienthong.organisations.permissions import abilities_for
from lienthong.organisations.tree import branch_of, chain_above
from lienthong.organisations.views.pages import answer_form

MOST_FOUND = 50


@login_required
@require_GET
def bodies(request: StaffRequest) -> HttpResponse:
    """The office's own tree, those above and beside it, and what a search finds."""
    actor, office, query = request.actor, request.actor.office, request.GET.get("q", "").strip()
    found: list[Body] = []
    if search_fold(query):
        seen = Body.objects.visible_to(actor).prefetch_related("names")
        found = [body for body in seen if _named(body, search_fold(query))][:MOST_FOUND]
    context = {
        "q": query,
        "found": found,
        "office": office,
        "above": chain_above(office) if office else [],
        "branch": branch_of(office) if office else None,
        "beside": Body.objects.visible_to(actor).valid_now().filter(parent=office.parent).exclude(pk=office.pk)
        if office and office.parent
        else [],
        "administers": actor.is_(Role.ADMINISTRATOR),
    }
    return render(request, "organisations/bodies.html", context)


@login_required
@require_GET
def body(request: StaffRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Body.objects.visible_to(request.actor).select_related("parent", "office"), pk=pk)
    held = Position.objects.visible_to(request.actor).filter(body=found).select_related("user")
    signing = SigningAuthority.objects.filter(body=found).select_related("position__user", "position__body", "body")
    members = found.committee_members.valid_now().select_related("position__user", "position__body")
    context = {
        "body": found,
        "abilities": abilities_for(request.actor, found),
        "above": chain_above(found),
        "children": Body.objects.visible_to(request.actor).valid_now().filter(parent=found),
        "closed_children": found.children.exclude(pk__in=Body.objects.valid_now()),
        "positions": held.valid_now(),
        "past_positions": held.exclude(pk__in=Position.objects.valid_now()),
        "signing": signing.valid_now(),
        "members": members,
        "is_committee": found.kind == Body.Kind.COMMITTEE,
        "events": audit.history_of(found),
    }
    return render(request, "organisations/body.html", context)


@login_required
def add_below(request: StaffRequest, pk: int) -> HttpResponse:
    parent = get_object_or_404(Body.objects.visible_to(request.actor), pk=pk)
    actor = request.actor
    initial = {"kind": Body.Kind.UNIT, "level": parent.level}
    return answer_form(
        request,
        BodyForm(request.POST or None, actor=actor, initial=initial),
        lambda data: add_body(actor, parent=parent, **data),
        allowed=actor.is_(Role.ADMINISTRATOR),
        heading=_("Thêm tổ chức thuộc %(name)s") % {"name": parent.name},
        submit=_("Thêm tổ chức"),
        done=_("Đã thêm."),
        back=reverse("organisations:body", args=[parent.pk]),
    )


@login_required
def edit(request: StaffRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Body.objects.visible_to(request.actor), pk=pk)
    actor = request.actor
    return answer_form(
        request,
        BodyForm(request.POST or None, instance=found, actor=actor),
        lambda data: change_body(actor, found, **data),
        allowed=abilities_for(actor, found).change,
        heading=_("Sửa thông tin: %(name)s") % {"name": found.name},
        submit=_("Lưu"),
        done=_("Đã lưu."),
        back=reverse("organisations:body", args=[found.pk]),
    )


@login_required
def close(request: StaffRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Body.objects.visible_to(request.actor), pk=pk)
    actor = request.actor
    return answer_form(
        request,
        CloseBodyForm(request.POST or None, body=found),
        lambda data: close_body(actor, found, **data),
        allowed=abilities_for(actor, found).change,
        heading=_("Kết thúc hoạt động: %(name)s") % {"name": found.name},
        submit=_("Kết thúc hoạt động"),
        done=_("Đã ghi ngày kết thúc."),
        back=reverse("organisations:body", args=[found.pk]),
    )


@login_required
def add_member(request: StaffRequest, pk: int) -> HttpResponse:
    committee = get_object_or_404(Body.objects.visible_to(request.actor), pk=pk)
    actor = request.actor
    return answer_form(
        request,
        CommitteeMemberForm(request.POST or None, committee=committee),
        lambda data: add_committee_member(actor, committee, **data),
        allowed=abilities_for(actor, committee).staff,
        heading=_("Thêm thành viên: %(name)s") % {"name": committee.name},
        submit=_("Thêm thành viên"),
        done=_("Đã thêm thành viên."),
        back=reverse("organisations:body", args=[committee.pk]),
    )


def _named(body: Body, folded: str) -> bool:
    names = (body.name, body.short_name, *(alias.name for alias in body.names.all()))
    return any(folded in search_fold(name) for name in names) or search_fold(body.official_id) == folded
