"""People: accounts, positions, signing authority, and the position in which one acts."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from lienthong.core.forms import refuse
from lienthong.core.http import after_act, answer_refusal, whole
from lienthong.core.refusals import NotAllowed, Refused
from lienthong.organisations.acting import Actor, StaffRequest
from lienthong.organisations.actions.add_position import add_position
from lienthong.organisations.actions.add_user import add_user
from lienthong.organisations.actions.end_committee_member import end_committee_member
from lienthong.organisations.actions.end_position import end_position
from lienthong.organisations.actions.end_signing import end_signing
from lienthong.organisations.actions.end_supervision import end_supervision
from lienthong.organisations.actions.give_supervision import give_supervision
from lienthong.organisations.actions.grant_signing import grant_signing
from lienthong.organisations.actions.reset_password import reset_password
from lienthong.organisations.forms import EndForm, PositionForm, SigningForm, SupervisionForm, UserForm
from lienthong.organisations.middleware import SESSION_KEY
from lienthong.organisations.models import Body, CommitteeMember, Position, Role, SigningAuthority, Supervision, User
from lienthong.organisations.permissions import abilities_for
from lienthong.organisations.views.pages import answer_form


@login_required
@require_GET
def user(request: StaffRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(User.objects.visible_to(request.actor), pk=pk)
    positions = found.positions.select_related("body")
    signing = SigningAuthority.objects.filter(position__user=found).select_related("position", "body")
    context = {
        "person": found,
        "abilities": abilities_for(request.actor, found),
        "positions": positions.valid_now(),
        "past_positions": positions.exclude(pk__in=Position.objects.valid_now()),
        "signing": signing.valid_now(),
        "supervisors": [held for held in positions.valid_now() if held.role == Role.SUPERVISOR],
        "supervisions": _supervisions(request.actor, found),
        "gives": _administers(request.actor),
    }
    return render(request, "organisations/user.html", context)


def _administers(actor: Actor) -> bool:
    """True for who looks after an office and so may open it to a supervisor."""
    return actor.office is not None and abilities_for(actor, actor.office).staff


def _supervisions(actor: Actor, person: User) -> list[tuple[Supervision, bool]]:
    """What ``person`` was given to supervise, and whether ``actor`` may end it."""
    given, today = Supervision.objects.filter(position__user=person), timezone.localdate()
    return [
        (one, (one.valid_to is None or one.valid_to > today) and abilities_for(actor, one.body).staff)
        for one in given.select_related("position", "body").order_by("body__sort")
    ]


@login_required
@never_cache
def add(request: StaffRequest, pk: int) -> HttpResponse:
    """A new account in a body. The answer to the POST is the one page that shows the password."""
    body = get_object_or_404(Body.objects.visible_to(request.actor), pk=pk)
    back = reverse("organisations:body", args=[body.pk])
    if not abilities_for(request.actor, body).staff:
        return answer_refusal(request, NotAllowed(_("Chỉ quản trị của cơ quan tạo được tài khoản ở đây.")), back)
    form = UserForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made, password = add_user(request.actor, body=body, **form.cleaned_data)
        except Refused as refused:
            refuse(form, refused)
        else:
            return render(request, "organisations/password.html", {"person": made, "password": password, "back": back})
    heading = _("Thêm người vào %(name)s") % {"name": body.name}
    context = {"form": form, "heading": heading, "submit": _("Tạo tài khoản"), "back": back}
    return render(request, "organisations/form.html", context)


@login_required
@require_POST
@never_cache
def new_password(request: StaffRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(User.objects.visible_to(request.actor), pk=pk)
    back = reverse("organisations:user", args=[found.pk])
    try:
        password = reset_password(request.actor, found)
    except Refused as refused:
        return answer_refusal(request, refused, back)
    return render(request, "organisations/password.html", {"person": found, "password": password, "back": back})


@login_required
def give_position(request: StaffRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(User.objects.visible_to(request.actor), pk=pk)
    actor = request.actor
    return answer_form(
        request,
        PositionForm(request.POST or None, actor=actor),
        lambda data: add_position(actor, found, **data),
        allowed=actor.office is not None and abilities_for(actor, actor.office).staff,
        heading=_("Giao chức vụ cho %(person)s") % {"person": found},
        submit=_("Giao chức vụ"),
        done=_("Đã giao chức vụ."),
        back=reverse("organisations:user", args=[found.pk]),
    )


@login_required
def end(request: StaffRequest, pk: int) -> HttpResponse:
    position = get_object_or_404(Position.objects.visible_to(request.actor), pk=pk)
    actor = request.actor
    said = {"position": position, "body": position.body.name}
    return answer_form(
        request,
        EndForm(request.POST or None),
        lambda data: end_position(actor, position, **data),
        allowed=abilities_for(actor, position).staff,
        heading=_("Kết thúc chức vụ: %(position)s, %(body)s") % said,
        submit=_("Kết thúc chức vụ"),
        done=_("Đã ghi ngày kết thúc. Những việc đã làm vẫn giữ nguyên."),
        back=reverse("organisations:user", args=[position.user_id]),
    )


@login_required
@require_GET
def signing(request: StaffRequest) -> HttpResponse:
    """Who may sign for what in the office, today."""
    office = request.actor.office
    bodies = Body.objects.visible_to(request.actor).filter(office=office) if office else Body.objects.none()
    found = SigningAuthority.objects.valid_now().filter(body__in=bodies).select_related("position__user", "body")
    context = {"signing": found, "abilities": abilities_for(request.actor, office) if office else None}
    return render(request, "organisations/signing.html", context)


@login_required
def grant(request: StaffRequest, pk: int) -> HttpResponse:
    position = get_object_or_404(Position.objects.visible_to(request.actor), pk=pk)
    actor = request.actor
    return answer_form(
        request,
        SigningForm(request.POST or None, actor=actor),
        lambda data: grant_signing(actor, position, **data),
        allowed=abilities_for(actor, position).staff,
        heading=_("Thẩm quyền ký của %(position)s") % {"position": position},
        submit=_("Ghi thẩm quyền"),
        done=_("Đã ghi thẩm quyền ký."),
        back=reverse("organisations:user", args=[position.user_id]),
    )


@login_required
def end_authority(request: StaffRequest, pk: int) -> HttpResponse:
    positions = Position.objects.visible_to(request.actor)
    authority = get_object_or_404(SigningAuthority.objects.filter(position__in=positions), pk=pk)
    actor = request.actor
    said = {"form": authority.get_form_display(), "position": authority.position, "body": authority.body.name}
    return answer_form(
        request,
        EndForm(request.POST or None),
        lambda data: end_signing(actor, authority, **data),
        allowed=abilities_for(actor, authority.body).staff,
        heading=_("Kết thúc thẩm quyền ký %(form)s của %(position)s cho %(body)s") % said,
        submit=_("Kết thúc thẩm quyền"),
        done=_("Đã ghi ngày kết thúc."),
        back=reverse("organisations:signing"),
    )


@login_required
def supervise(request: StaffRequest, pk: int) -> HttpResponse:
    """Which offices a supervisor reads, from a day to a day."""
    position = get_object_or_404(Position.objects.visible_to(request.actor), pk=pk, role=Role.SUPERVISOR)
    actor = request.actor
    return answer_form(
        request,
        SupervisionForm(request.POST or None, actor=actor),
        lambda data: give_supervision(actor, position, **data),
        allowed=_administers(actor),
        heading=_("Giao giám sát cho %(position)s") % {"position": position},
        submit=_("Giao giám sát"),
        done=_("Đã giao giám sát."),
        back=reverse("organisations:user", args=[position.user_id]),
    )


@login_required
def stop_supervising(request: StaffRequest, pk: int) -> HttpResponse:
    bodies = Body.objects.visible_to(request.actor)
    supervision = get_object_or_404(Supervision.objects.filter(body__in=bodies), pk=pk)
    actor = request.actor
    said = {"position": supervision.position, "body": supervision.body.name}
    return answer_form(
        request,
        EndForm(request.POST or None),
        lambda data: end_supervision(actor, supervision, **data),
        allowed=abilities_for(actor, supervision.body).staff,
        heading=_("Kết thúc việc %(position)s giám sát %(body)s") % said,
        submit=_("Kết thúc giám sát"),
        done=_("Đã ghi ngày kết thúc."),
        back=reverse("organisations:user", args=[supervision.position.user_id]),
    )


@login_required
def end_member(request: StaffRequest, pk: int) -> HttpResponse:
    bodies = Body.objects.visible_to(request.actor)
    member = get_object_or_404(CommitteeMember.objects.filter(committee__in=bodies), pk=pk)
    actor = request.actor
    return answer_form(
        request,
        EndForm(request.POST or None),
        lambda data: end_committee_member(actor, member, **data),
        allowed=abilities_for(actor, member.committee).staff,
        heading=_("Thôi tham gia: %(position)s") % {"position": member.position},
        submit=_("Ghi ngày thôi tham gia"),
        done=_("Đã ghi ngày thôi tham gia."),
        back=reverse("organisations:body", args=[member.committee_id]),
    )


@login_required
@require_POST
def choose_position(request: StaffRequest) -> HttpResponse:
    """From now on act in another of one's own positions; every act records the position it was done in."""
    asked = whole(request.POST.get("position", ""))
    own = Position.objects.valid_now().filter(user=request.user).select_related("body")
    chosen = get_object_or_404(own, pk=asked or 0)
    request.session[SESSION_KEY] = chosen.pk
    said = {"title": chosen.title, "body": chosen.body.name}
    # Not back to the page: what one saw there may not be seen in the other position.
    return after_act(request, _("Đang làm việc với tư cách %(title)s, %(body)s.") % said, reverse("workspace:home"))
