"""Named groups and their members."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from lienthong.audit import service as audit
from lienthong.organisations.acting import StaffRequest
from lienthong.organisations.actions.add_group import add_group
from lienthong.organisations.actions.choose_members import choose_members
from lienthong.organisations.forms import GroupForm, MembersForm
from lienthong.organisations.models import Group
from lienthong.organisations.permissions import abilities_for
from lienthong.organisations.views.pages import answer_form


@login_required
@require_GET
def groups(request: StaffRequest) -> HttpResponse:
    today, office = timezone.localdate(), request.actor.office
    found = Group.objects.visible_to(request.actor)
    context = {
        "groups": [(group, group.members_on(today)) for group in found],
        "may_add": office is not None and abilities_for(request.actor, Group(office=office)).change,
    }
    return render(request, "organisations/groups.html", context)


@login_required
@require_GET
def group(request: StaffRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Group.objects.visible_to(request.actor), pk=pk)
    context = {
        "group": found,
        "members": found.members.select_related("body"),
        "today": timezone.localdate(),
        "abilities": abilities_for(request.actor, found),
        "events": audit.history_of(found),
    }
    return render(request, "organisations/group.html", context)


@login_required
def add(request: StaffRequest) -> HttpResponse:
    actor, office = request.actor, request.actor.office
    return answer_form(
        request,
        GroupForm(request.POST or None),
        lambda data: add_group(actor, office=actor.own_office, **data),
        allowed=office is not None and abilities_for(actor, Group(office=office)).change,
        heading=_("Tạo nhóm"),
        submit=_("Tạo nhóm"),
        done=_("Đã tạo nhóm. Hãy chọn thành viên."),
        back=reverse("organisations:groups"),
    )


@login_required
def members(request: StaffRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(Group.objects.visible_to(request.actor), pk=pk)
    actor = request.actor
    return answer_form(
        request,
        MembersForm(
            request.POST or None, office=found.office, initial={"bodies": found.members_on(timezone.localdate())}
        ),
        lambda data: choose_members(actor, found, **data),
        allowed=abilities_for(actor, found).change,
        heading=_("Chọn thành viên: %(name)s") % {"name": found.name},
        submit=_("Lưu thành viên"),
        done=_("Đã lưu thành viên."),
        back=reverse("organisations:group", args=[found.pk]),
    )
